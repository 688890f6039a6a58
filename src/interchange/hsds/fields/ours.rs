//! Facts of an export of havre for which the standard has no field.

use serde::de::DeserializeOwned;

use super::clean::{field, list};
use super::terms::TAXONOMY;
use crate::directory::{Contact, Name};
use crate::i18n::Language;
use crate::interchange::hsds::node::Node;

/// Type of the attributes with these facts: the code is the name of the fact, the value its JSON.
pub const FACT: &str = "fact";

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
            "always-open" => set(&mut contact.always_open, &value),
            "doubt" => set(&mut contact.doubt, &value),
            _ => {}
        }
    }
}

/// Returns the description with its blanks as written: those of other systems are cleaned.
pub fn description(service: &Node<'_>) -> String {
    let plain = |text: &str| text.replace('\u{a0}', " ");
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
