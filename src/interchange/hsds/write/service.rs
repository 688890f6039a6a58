//! Conversion of a contact to a service of HSDS 3.0 with its nested records.

use serde_json::{Map, Value, json};

use super::hours;
use super::values::{UUID, is_uuid, object, text, uuid};
use crate::directory::{
    Audience, Contact, Interpretation, Phone, PhoneKind, interpretation::LanguageCount,
};
use crate::i18n::{Language, Messages};
use crate::interchange::hsds::fields::ours::{FACT, LABELS, TEXTS};
use crate::interchange::hsds::fields::terms::TAXONOMY;

/// Returns the id of the service of a contact, the same in every export, also after an import of one.
pub fn service_id(contact: &str) -> String {
    let at = contact.len().checked_sub(UUID);
    let parts = at.and_then(|at| contact.split_at_checked(at));
    let own = parts.filter(|(before, id)| before.ends_with('-') && is_uuid(id));
    own.map_or_else(|| uuid(&["service", contact]), |(_, id)| id.to_owned())
}

/// Returns a contact as a service, in the language of the messages, without the address of a hidden
/// place.
pub fn service(contact: &Contact, messages: &Messages) -> Value {
    let writer = ServiceWriter {
        contact,
        messages,
        language: messages.language(),
        id: service_id(&contact.id),
    };
    writer.service()
}

pub(super) struct ServiceWriter<'a> {
    pub(super) contact: &'a Contact,
    pub(super) messages: &'a Messages,
    language: Language,
    /// Id of the service.
    pub(super) id: String,
}

impl ServiceWriter<'_> {
    fn service(&self) -> Value {
        let contact = self.contact;
        let name = contact.name(self.language);
        let organization = contact.organization(self.language);
        let organization_id = uuid(&["organization", organization]);
        let other = contact.name(self.language.other());
        let free = contact.free.map(|free| {
            let id = if free { "card-free" } else { "card-not-free" };
            self.messages.text(id)
        });
        object([
            ("id", json!(self.id)),
            ("organization_id", json!(organization_id)),
            ("name", json!(name)),
            (
                "alternate_name",
                text(Some(other).filter(|other| *other != name)),
            ),
            (
                "description",
                text(Some(contact.description.get(self.language))),
            ),
            ("url", text(contact.website(self.language))),
            ("email", text(contact.email.as_deref())),
            ("status", json!("active")),
            ("interpretation_services", self.interpretation()),
            ("fees_description", text(free.as_deref())),
            ("eligibility_description", self.eligibility()),
            (
                "assured_date",
                text(Some(contact.checked.as_str()).filter(|_| !contact.is_undated())),
            ),
            ("alert", self.alert()),
            ("phones", self.phones()),
            ("schedules", self.schedules()),
            ("service_areas", self.areas()),
            ("service_at_locations", self.locations()),
            ("languages", self.languages()),
            (
                "organization",
                json!({"id": organization_id, "name": organization, "description": organization}),
            ),
            ("cost_options", self.costs()),
            ("attributes", self.attributes()),
        ])
    }

    fn phones(&self) -> Value {
        let phones = self.contact.phones.iter().enumerate();
        phones
            .map(|(index, phone)| self.phone(index, phone))
            .collect()
    }

    fn phone(&self, index: usize, phone: &Phone) -> Value {
        let extension = phone.extension.as_deref().unwrap_or_default();
        // The schema has extensions as numbers, which have no leading zero.
        let number: Option<u64> = extension.parse().ok();
        let number = number.filter(|number| number.to_string() == extension);
        let written = match (extension, number) {
            ("", _) | (_, Some(_)) => phone.number.clone(),
            (words, None) => format!("{} ext. {words}", phone.number),
        };
        let kind = match phone.kind {
            PhoneKind::Voice => "voice",
            PhoneKind::Text => "text",
            PhoneKind::Tty => "textphone",
            PhoneKind::Fax => "fax",
        };
        object([
            ("id", self.part("phone", index)),
            ("service_id", json!(self.id)),
            ("number", json!(written)),
            ("extension", json!(number)),
            ("type", json!(kind)),
            ("description", text(Some(&self.label(phone)))),
        ])
    }

    /// Returns the label of a number with its towns and hours: the standard has no hours of a
    /// number.
    fn label(&self, phone: &Phone) -> String {
        let label = phone.label.as_ref();
        let mut words = label
            .map_or("", |label| label.get(self.language))
            .to_owned();
        for place in &phone.places {
            if !words.contains(place) {
                words += if words.is_empty() { "" } else { ", " };
                words += place;
            }
        }
        if let Some(hours) = &phone.hours {
            words += if words.is_empty() { "" } else { " " };
            words += &hours::in_brackets(hours.get(self.language));
        }
        words
    }

    fn schedules(&self) -> Value {
        let contact = self.contact;
        let hours = contact.hours.as_ref().map(|hours| hours.get(self.language));
        let hours = hours.or_else(|| contact.always_open.then_some("24/7"));
        let schedules = hours.map(|text| hours::schedules(text, contact.always_open));
        let schedules = schedules.unwrap_or_default();
        let schedules = schedules.into_iter().enumerate();
        let written = schedules.map(|(index, schedule)| {
            object([
                ("id", self.part("schedule", index)),
                ("service_id", json!(self.id)),
                ("freq", text(schedule.times.as_ref().map(|_| "WEEKLY"))),
                (
                    "byday",
                    text(schedule.times.as_ref().map(|(days, ..)| days.as_str())),
                ),
                (
                    "opens_at",
                    text(schedule.times.as_ref().map(|(_, from, _)| from.as_str())),
                ),
                (
                    "closes_at",
                    text(schedule.times.as_ref().map(|(.., to)| to.as_str())),
                ),
                ("description", json!(schedule.description)),
            ])
        });
        written.collect()
    }

    /// Returns the areas served: a part of the region with the region's name, and the region itself
    /// if it is served as a whole.
    fn areas(&self) -> Value {
        let contact = self.contact;
        let region = self.messages.text(&contact.region.message_id());
        let mut names = Vec::new();
        if let Some(area) = &contact.area {
            names.push(format!("{}, {region}", area.get(self.language)));
        }
        if !contact.is_local() {
            names.push(region);
        }
        let areas = names.into_iter().enumerate();
        let areas = areas.map(|(index, name)| {
            object([
                ("id", self.part("area", index)),
                ("service_id", json!(self.id)),
                ("name", json!(name)),
            ])
        });
        areas.collect()
    }

    fn languages(&self) -> Value {
        let codes = self.contact.languages.iter().enumerate();
        let codes = codes.map(|(index, code)| {
            object([
                ("id", self.part("language", index)),
                ("service_id", json!(self.id)),
                ("name", json!(self.messages.text(&code.message_id()))),
                ("code", json!(code.0)),
            ])
        });
        codes.collect()
    }

    fn interpretation(&self) -> Value {
        let counted = |id, count: u16| {
            let count = [("count", usize::from(count).into())];
            json!(self.messages.format(id, &count))
        };
        match self.contact.interpretation {
            None => Value::Null,
            Some(Interpretation::Available) => json!(self.messages.text("card-interpreters")),
            Some(Interpretation::Languages(LanguageCount::Over(count))) => {
                counted("card-interpreters-over", count)
            }
            Some(Interpretation::Languages(LanguageCount::About(count))) => {
                counted("card-interpreters-about", count)
            }
            Some(Interpretation::Languages(LanguageCount::Exactly(count))) => {
                counted("card-help-in-languages", count)
            }
        }
    }

    fn eligibility(&self) -> Value {
        let audiences = self.contact.serves.iter();
        let audiences = audiences.filter(|one| **one != Audience::All);
        let mut words: Vec<String> = audiences
            .map(|one| self.messages.text(&one.message_id()))
            .collect();
        words.extend(self.contact.police_report_needed.map(|needed| {
            self.messages.text(if needed {
                "card-report-needed"
            } else {
                "card-report-not-needed"
            })
        }));
        text(Some(&words.join(". ")))
    }

    fn alert(&self) -> Value {
        let reasons = self.contact.doubt.iter().map(|doubt| match &doubt.year {
            Some(year) => {
                let year = [("year", year.to_string().into())];
                self.messages.format(doubt.reason.dated_message_id(), &year)
            }
            None => self.messages.text(doubt.reason.message_id()),
        });
        let reasons: Vec<String> = reasons.collect();
        if reasons.is_empty() {
            return Value::Null;
        }
        let reasons = [("reasons", reasons.join("; ").into())];
        json!(self.messages.format("hsds-export-doubt", &reasons))
    }

    fn costs(&self) -> Value {
        match self.contact.free {
            Some(true) => json!([{
                "id": self.part("cost", 0), "service_id": self.id, "amount": 0, "currency": "CAD",
            }]),
            _ => Value::Null,
        }
    }

    /// Returns categories, audiences and the publisher's own terms as terms of a taxonomy.
    fn attributes(&self) -> Value {
        let name = |id: &str| self.messages.text(id);
        let categories = self.contact.categories.iter();
        let categories = categories.map(|one| ("category", one.slug(), name(&one.message_id())));
        let audiences = self
            .contact
            .serves
            .iter()
            // Everybody alone needs no word; beside others it does.
            .filter(|one| **one != Audience::All || self.contact.serves.len() > 1);
        let audiences = audiences.map(|one| ("audience", one.slug(), name(&one.message_id())));
        let own = self.contact.terms.iter();
        let own = own.map(|term| ("term", "", term.clone()));
        let terms = categories.chain(audiences).chain(own);
        let terms = terms.map(|(kind, code, name)| (kind, code, name, Value::Null));
        let facts = self.facts().into_iter();
        let facts = facts.filter(|(_, value)| !value.is_null());
        let facts = facts.map(|(code, value)| {
            let value = json!(value.to_string());
            (FACT, code, code.replace('-', " "), value)
        });
        let all = terms.chain(facts).enumerate();
        let all = all.map(|(index, (kind, code, name, value))| {
            let term = object([
                ("id", json!(uuid(&["term", kind, code, &name]))),
                ("code", text(Some(code))),
                ("name", json!(name)),
                ("description", json!(name)),
                ("taxonomy", text((!code.is_empty()).then_some(TAXONOMY))),
                ("language", json!(self.language.code())),
            ]);
            object([
                ("id", self.part("attribute", index)),
                ("link_id", json!(self.id)),
                ("link_type", json!(kind)),
                ("link_entity", json!("service")),
                ("value", value),
                ("taxonomy_term", term),
            ])
        });
        all.collect()
    }

    /// Returns the facts for which the standard has no field, as JSON, by their names; null for unknown ones.
    fn facts(&self) -> [(&'static str, Value); 10] {
        let contact = self.contact;
        let only = |flag: bool| if flag { json!(true) } else { Value::Null };
        let doubt = match &contact.doubt[..] {
            [] => Value::Null,
            doubt => json!(doubt),
        };
        [
            ("id", json!(contact.id)),
            ("radius-km", json!(contact.serves_km)),
            ("whole-region", only(contact.whole_region)),
            ("texts", self.texts()),
            ("confidential", json!(contact.confidential)),
            ("police-report-needed", json!(contact.police_report_needed)),
            ("free", json!(contact.free)),
            ("interpretation", json!(contact.interpretation)),
            ("always-open", only(contact.always_open)),
            ("doubt", doubt),
        ]
    }

    /// Returns the texts in both languages, and those for which the standard has no field.
    fn texts(&self) -> Value {
        let mut record = json!(self.contact);
        record["address"] = json!(self.contact.public_address());
        let mut texts: Map<String, Value> = TEXTS
            .into_iter()
            .map(|name| (name.to_owned(), record[name].take()))
            .filter(|(_, text)| !text.is_null())
            .collect();
        let labels = self.contact.phones.iter().map(|phone| self.label(phone));
        texts.insert(LABELS.to_owned(), labels.collect());
        Value::Object(texts)
    }

    /// Returns the id of a part of the service.
    pub(super) fn part(&self, kind: &str, index: usize) -> Value {
        json!(uuid(&[kind, &self.id, &index.to_string()]))
    }
}
