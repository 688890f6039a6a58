//! Facts of an export of havre for which the standard has no field.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::clean::{field, list};
use super::phones::HOURS;
use super::terms::TAXONOMY;
use crate::directory::check::is_slug;
use crate::directory::{Contact, Name, hours};
use crate::i18n::Language;
use crate::interchange::hsds::node::Node;

/// Type of the attributes with these facts: the code is the name of the fact, the value its JSON.
pub const FACT: &str = "fact";

/// Fields of a record that are written as a fact, too: the standard has one language, or no such field.
pub const TEXTS: [&str; 11] = [
    "name",
    "organization",
    "gloss",
    "area",
    "website",
    "hours",
    "description",
    "places",
    "address",
    "chat",
    "phones",
];
/// Name of the labels of the numbers among them, as the export has them.
pub const LABELS: &str = "labels";

/// Returns the language of a record if an export of havre wrote it; `None` for others.
pub fn language(service: &Node<'_>) -> Option<Language> {
    let mut terms = list(service, "attributes").iter().map(term);
    let own = terms.find(|term| field(term, "taxonomy") == TAXONOMY)?;
    let code = field(own, "language");
    Language::ALL.into_iter().find(|one| one.code() == code)
}

/// Completes the contact of such a record: both names, and the facts.
pub fn complete(service: &Node<'_>, language: Language, contact: &mut Contact) {
    let other = field(service, "alternate_name");
    if !other.is_empty() {
        let name = Some(contact.name.get(language).0.to_owned());
        let other = Some(other.into_owned());
        contact.name = match language {
            Language::En => Name {
                en: name,
                fr: other,
            },
            Language::Fr => Name {
                en: other,
                fr: name,
            },
        };
    }
    contact.police_report_needed = None;
    contact.free = None;
    contact.interpretation = None;
    contact.always_open = false;
    contact.doubt.clear();
    // A secret place that only words tell stays one.
    if contact.address.is_none() {
        contact.confidential = None;
    }
    for attribute in list(service, "attributes") {
        let term = term(attribute);
        if field(term, "taxonomy") != TAXONOMY || field(attribute, "link_type") != FACT {
            continue;
        }
        let value = field(attribute, "value");
        match &*field(term, "code") {
            "confidential" if contact.confidential.is_none() => {
                set(&mut contact.confidential, &value);
            }
            "police-report-needed" => set(&mut contact.police_report_needed, &value),
            "free" => set(&mut contact.free, &value),
            "interpretation" => set(&mut contact.interpretation, &value),
            // What the facts of such a record do not say is not so.
            "id" => contact.whole_region = false,
            "radius-km" => set(&mut contact.serves_km, &value),
            "whole-region" => set(&mut contact.whole_region, &value),
            "texts" => {
                // With its blanks as written.
                let written = attribute.get("value").and_then(Node::as_str);
                texts(written.unwrap_or(&value), language, contact);
            }
            "always-open" => set(&mut contact.always_open, &value),
            "doubt" => set(&mut contact.doubt, &value),
            _ => {}
        }
    }
}

/// Returns the id of such a record; `None` for another one.
pub fn id(service: &Node<'_>) -> Option<String> {
    language(service)?;
    let is_id = |attribute: &&Node<'_>| {
        let term = term(attribute);
        field(term, "taxonomy") == TAXONOMY
            && field(attribute, "link_type") == FACT
            && field(term, "code") == "id"
    };
    let attribute = list(service, "attributes").iter().find(is_id)?;
    let id: String = serde_json::from_str(&field(attribute, "value")).ok()?;
    (is_slug(&id) && !id.starts_with(Contact::OWN_ID_PREFIX)).then_some(id)
}

/// Completes the texts with those of the fact. What was edited since in the file's own fields stays as edited.
fn texts(fact: &str, language: Language, contact: &mut Contact) {
    let (Ok(mut fact), Ok(mut record)) = (
        serde_json::from_str::<Value>(fact),
        serde_json::to_value(&*contact),
    ) else {
        return;
    };
    let code = language.code();
    let labels = fact[LABELS].take();
    for name in TEXTS {
        let (was, now) = (fact[name].take(), &record[name]);
        let is_same = match name {
            "gloss" | "chat" => !was.is_null(),
            "phones" => same_numbers(&was, now, &labels, code),
            // Always open without a text of hours is written as 24/7.
            "hours" if was.is_null() => hours::is_bare_always(said(now, code)),
            "hours" => hours::parse(said(&was, code)) == hours::parse(said(now, code)),
            // The parts of an address stand in fields of their own.
            "places" => same_places(&was, now, &fact["address"], &record),
            "address" => !was.is_null() && same_address(&was, &record),
            _ => !was.is_null() && plain(said(&was, code)) == plain(said(now, code)),
        };
        if let Some(fields) = record.as_object_mut().filter(|_| is_same) {
            fields.remove(name);
            fields.extend((!was.is_null()).then(|| (name.to_owned(), was)));
        }
    }
    if let Ok(whole) = serde_json::from_value(record) {
        *contact = whole;
    }
}

/// Returns the text in a language, or in the only one.
fn said<'a>(text: &'a Value, code: &str) -> &'a str {
    let others = Language::ALL.map(|one| &text[one.code()]);
    let mut texts = [text, &text[code]].into_iter().chain(others);
    texts.find_map(Value::as_str).unwrap_or_default()
}

/// Returns true if an address is the one that the export wrote: its parts are joined again, with the region.
fn same_address(was: &Value, record: &Value) -> bool {
    let [was, now] =
        [was, &record["address"]].map(|text| letters(text.as_str().unwrap_or_default()));
    let region = record["region"].as_str().unwrap_or_default();
    was.replace(region, "") == now.replace(region, "")
}

/// Returns true if the towns are those that the export wrote, or that of the address.
fn same_places(was: &Value, now: &Value, address: &Value, record: &Value) -> bool {
    let names = |places: &Value| -> Vec<String> {
        let names = places
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        names.map(str::to_owned).collect()
    };
    let (was, now) = (names(was), names(now));
    let written = address.as_str().unwrap_or_default();
    let is_same_address = address.is_null() || same_address(address, record);
    is_same_address
        && was.iter().all(|place| now.contains(place))
        && now
            .iter()
            .all(|place| was.contains(place) || written.contains(place.as_str()))
}

/// Returns true if the numbers and their labels are those that the export wrote.
fn same_numbers(was: &Value, now: &Value, labels: &Value, code: &str) -> bool {
    let (Some(was), Some(now)) = (was.as_array(), now.as_array()) else {
        return false;
    };
    let same = |(index, (was, now)): (usize, (&Value, &Value))| {
        // The export has the hours of a number in its label.
        let label = letters(
            &labels[index]
                .as_str()
                .unwrap_or_default()
                .replace(HOURS, ""),
        );
        let now_label = letters(said(&now["label"], code)) + &letters(said(&now["hours"], code));
        ["number", "extension", "kind"]
            .iter()
            .all(|name| was[name] == now[name])
            && label == now_label
    };
    was.len() == now.len() && was.iter().zip(now).enumerate().all(same)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// Returns the description with its blanks as written: those of other systems are cleaned.
pub fn description(service: &Node<'_>) -> String {
    let cleaned = field(service, "description");
    let written = service.get("description").and_then(Node::as_str);
    let same = written.filter(|written| plain(written) == plain(&cleaned));
    same.unwrap_or(&cleaned).to_owned()
}

fn term<'a, 'n>(attribute: &'a Node<'n>) -> &'a Node<'n> {
    attribute.get("taxonomy_term").unwrap_or(attribute)
}

fn set<T: DeserializeOwned>(fact: &mut T, value: &str) {
    if let Ok(value) = serde_json::from_str(value) {
        *fact = value;
    }
}
