//! Rules that apply to a single contact.

use std::fmt::Display;

use super::{Fault, Problem, shape};
use crate::directory::phone::LONGEST_EXTENSION;
use crate::directory::{Category, Contact, Name, Phone, Source, hours};
use crate::i18n::typography::flaws;
use crate::i18n::{Language, Messages, Text, english};

/// Returns all faults of a contact, in the order of its fields; empty if there are none.
///
/// The rules hold for a worker's own contacts, too. Rules on the file of a contact are checked by
/// [`files`](super::files).
pub fn contact(contact: &Contact) -> Vec<Problem> {
    let mut checker = ContactChecker::default();
    checker.identity(contact);
    checker.services(contact);
    checker.places(contact);
    checker.interpretation(contact);
    for (index, phone) in contact.phones.iter().enumerate() {
        checker.phone(&format!("phones[{index}]"), phone);
    }
    let lines = contact
        .phones
        .iter()
        .map(|phone| (&phone.number, &phone.extension, phone.kind));
    checker.distinct("phones", lines, |(number, ..)| (*number).clone());
    checker.ways(contact);
    checker.description(contact);
    checker.doubts(contact);
    for (index, source) in contact.sources.iter().enumerate() {
        checker.source(&format!("sources[{index}]"), source);
    }
    checker.problems
}

/// Collects the faults of one contact.
#[derive(Default)]
pub(super) struct ContactChecker {
    problems: Vec<Problem>,
}

impl ContactChecker {
    fn identity(&mut self, contact: &Contact) {
        self.when(!shape::is_slug(&contact.id), "id", Fault::Slug);
        self.when(contact.name.is_empty(), "name", Fault::Missing);
        for (field, name, language) in forms("name", &contact.name) {
            self.text(&field, name, language);
        }
        let organization = &contact.organization;
        self.when(organization.is_empty(), "organization", Fault::Missing);
        for (field, name, language) in forms("organization", organization) {
            self.text(&field, name, language);
        }
        if let Some(gloss) = &contact.gloss {
            self.french("gloss.fr", &gloss.fr);
            let needless = contact.name.fr.is_some();
            self.when(needless, "gloss", Fault::Gloss);
        }
    }

    fn services(&mut self, contact: &Contact) {
        self.filled("categories", &contact.categories);
        self.distinct("categories", &contact.categories, |item| item.slug());
        for (index, term) in contact.terms.iter().enumerate() {
            self.plain(&format!("terms[{index}]"), term);
        }
        if let Some(area) = &contact.area {
            self.both("area", area);
        }
        self.filled("serves", &contact.serves);
        self.distinct("serves", &contact.serves, |item| item.slug());
        for (index, code) in contact.languages.iter().enumerate() {
            let known = Messages::of(Language::En).has(&code.message_id());
            self.when(!known, format!("languages[{index}]"), Fault::Language);
        }
        self.distinct("languages", &contact.languages, |code| code.0.clone());
    }

    fn phone(&mut self, field: &str, phone: &Phone) {
        let number = format!("{field}.number");
        self.when(!shape::is_phone(&phone.number), number, Fault::Phone);
        if let Some(extension) = &phone.extension {
            let extended = format!("{field}.extension");
            let is_long = extension.len() > LONGEST_EXTENSION;
            self.when(is_long, extended.clone(), Fault::LongExtension);
            self.when(!shape::is_digits(extension), extended, Fault::Extension);
        }
        if let Some(label) = &phone.label {
            self.both(&format!("{field}.label"), label);
        }
        if let Some(hours) = &phone.hours {
            self.hours(&format!("{field}.hours"), hours);
            let repeats = |label: &Text| {
                let holds = |language| {
                    let words = hours.get(language);
                    !words.is_empty() && label.get(language).contains(words)
                };
                Language::ALL.into_iter().any(holds)
            };
            let repeated = phone.label.as_ref().is_some_and(repeats);
            self.when(repeated, format!("{field}.label"), Fault::LabelHours);
        }
    }

    /// Checks that hours mean the same in both languages, or are parsed in neither.
    fn hours(&mut self, field: &str, hours: &Text) {
        self.both(field, hours);
        let both = Language::ALL
            .iter()
            .all(|language| !hours.get(*language).is_empty());
        let differ = both && hours::parse(&hours.en) != hours::parse(&hours.fr);
        self.when(differ, field, Fault::HoursDiffer);
    }

    /// Checks that `always_open` and the hours agree.
    fn always_open(&mut self, contact: &Contact) {
        let always = |text: &Text| hours::parse(&text.en).is_some_and(|hours| hours.is_always());
        let own = contact.hours.as_ref().is_some_and(always);
        let phones = contact
            .phones
            .iter()
            .filter_map(|phone| phone.hours.as_ref());
        let wrong = if contact.always_open {
            !own && !phones.into_iter().any(always)
        } else {
            own
        };
        self.when(wrong, "always_open", Fault::AlwaysOpen);
    }

    fn ways(&mut self, contact: &Contact) {
        if let Some(email) = &contact.email {
            self.when(!shape::is_email(email), "email", Fault::Email);
        }
        for (field, website, language) in forms("website", &contact.website) {
            self.link(&field, website);
            let other =
                contact.website.en != contact.website.fr && shape::is_in(website, language.other());
            self.when(other, field, Fault::OtherLanguage);
        }
        if let Some(chat) = &contact.chat {
            // An address, or directions.
            if chat.contains("://") {
                self.link("chat", chat);
            } else {
                self.plain("chat", chat);
            }
        }
        if let Some(address) = &contact.address {
            self.plain("address", address);
            let shelter = contact.categories.contains(&Category::Shelter);
            self.when(shelter, "address", Fault::ShelterAddress);
        }
    }

    fn description(&mut self, contact: &Contact) {
        if let Some(hours) = &contact.hours {
            self.hours("hours", hours);
        }
        self.always_open(contact);
        self.both("description", &contact.description);
        self.filled("sources", &contact.sources);
        self.when(!shape::is_day(&contact.checked), "checked", Fault::Date);
        if let Some(notes) = &contact.notes {
            self.plain("notes", notes);
        }
    }

    fn source(&mut self, field: &str, source: &Source) {
        let nowhere = source.url.is_none() && source.title.is_none();
        self.when(nowhere, field, Fault::Source);
        if let Some(url) = &source.url {
            self.link(&format!("{field}.url"), url);
        }
        if let Some(title) = &source.title {
            self.plain(&format!("{field}.title"), title);
        }
        self.filled(&format!("{field}.supports"), &source.supports);
        for (index, fact) in source.supports.iter().enumerate() {
            self.plain(&format!("{field}.supports[{index}]"), fact);
        }
        if let Some(date) = &source.date {
            let dated = format!("{field}.date");
            self.when(!shape::is_date(date), dated, Fault::Date);
        }
    }

    pub(super) fn when(&mut self, wrong: bool, field: impl Into<String>, fault: Fault) {
        if wrong {
            self.problems.push(Problem {
                field: field.into(),
                fault,
            });
        }
    }

    fn filled<T>(&mut self, field: &str, list: &[T]) {
        self.when(list.is_empty(), field, Fault::Missing);
    }

    pub(super) fn distinct<T: PartialEq, N: Display>(
        &mut self,
        field: &str,
        list: impl IntoIterator<Item = T>,
        name: impl Fn(&T) -> N,
    ) {
        let mut seen = Vec::new();
        for item in list {
            let twice = Fault::Twice(name(&item).to_string());
            self.when(seen.contains(&item), field, twice);
            seen.push(item);
        }
    }

    /// Checks a text of no particular language: a proper name, an address, a note.
    fn plain(&mut self, field: &str, text: &str) {
        self.text(field, text, Language::En);
    }

    pub(super) fn text(&mut self, field: &str, text: &str, language: Language) {
        let flaws = flaws(text, language).into_iter();
        self.problems.extend(flaws.map(|flaw| Problem {
            field: field.to_owned(),
            fault: Fault::Text(flaw),
        }));
    }

    /// Checks a French text for English words outside of names.
    fn french(&mut self, field: &str, text: &str) {
        self.text(field, text, Language::Fr);
        if let Some(word) = english::first_word(text) {
            self.when(true, field, Fault::EnglishWord(word.to_owned()));
        }
    }

    fn both(&mut self, field: &str, text: &Text) {
        self.text(&format!("{field}.en"), &text.en, Language::En);
        self.french(&format!("{field}.fr"), &text.fr);
    }

    fn link(&mut self, field: &str, address: &str) {
        self.plain(field, address);
        self.when(!shape::is_address(address), field, Fault::Address);
    }
}

/// Returns the existing names, each with its field and language: the field alone if one text is for
/// both languages.
fn forms<'a>(field: &str, name: &'a Name) -> impl Iterator<Item = (String, &'a str, Language)> {
    let shared = name.en == name.fr;
    name.each().map(move |(language, words)| {
        let field = if shared {
            field.to_owned()
        } else {
            format!("{field}.{}", language.code())
        };
        (field, words, language)
    })
}
