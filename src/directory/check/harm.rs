//! Rules whose violation can do harm, checked without the others: an import checks each of a
//! million contacts.

use std::collections::HashSet;
use std::sync::OnceLock;

use memchr::memchr2;

use super::{Problem, shape};
use crate::directory::{Category, Contact, LanguageCode, Source};
use crate::i18n::typography::is_forbidden;
use crate::i18n::{Language, Messages};

/// Returns the first harmful fault of a contact; `None` if there is none. `json` is the contact's
/// own.
pub fn harm(contact: &Contact, json: &str) -> Option<Problem> {
    if !has_odd_character(json) && !breaks_a_shape(contact) {
        return None;
    }
    let mut problems = super::contact(contact).into_iter();
    problems.find(|problem| problem.fault.is_harmful())
}

/// Returns true if a text may have a character that must not reach a terminal: JSON escapes those
/// of ASCII with a backslash, as it does quotation marks and backslashes.
fn has_odd_character(json: &str) -> bool {
    let may_be_odd = memchr2(b'\\', 0x7f, json.as_bytes()).is_some();
    may_be_odd && has_odd_escape(json) || !json.is_ascii() && has_forbidden(json)
}

fn has_odd_escape(json: &str) -> bool {
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        let is_odd = match byte {
            b'\\' => !matches!(bytes.next(), Some(b'"' | b'\\')),
            byte => byte == 0x7f,
        };
        if is_odd {
            return true;
        }
    }
    false
}

fn has_forbidden(json: &str) -> bool {
    let mut rest = json;
    while let Some(index) = beyond_ascii(rest.as_bytes()) {
        let mut characters = rest[index..].chars();
        if characters.next().is_some_and(is_forbidden) {
            return true;
        }
        rest = characters.as_str();
    }
    false
}

/// Returns the index of the first byte that is not of ASCII.
///
/// `is_ascii` looks at many bytes at once: to look at each one took a twentieth of a conversion of HSDS.
fn beyond_ascii(bytes: &[u8]) -> Option<usize> {
    const PART: usize = 64;
    let parts = bytes.chunks(PART);
    let start = PART * parts.take_while(|part| part.is_ascii()).count();
    let rest = bytes.get(start..)?;
    let index = rest.iter().position(|byte| !byte.is_ascii())?;
    Some(start + index)
}

/// Returns true if a fact is malformed.
fn breaks_a_shape(contact: &Contact) -> bool {
    let extensions = contact
        .phones
        .iter()
        .filter_map(|phone| phone.extension.as_deref());
    let mut codes = contact.languages.iter();
    let chat = contact.chat.iter().filter(|chat| chat.contains("://"));
    let addresses = contact.website.each().map(|(_, address)| address);
    let of_sources = contact
        .sources
        .iter()
        .filter_map(|source| source.url.as_deref());
    let mut addresses = addresses.chain(chat.map(String::as_str)).chain(of_sources);
    let is_wrong = |source: &Source| {
        source
            .date
            .as_deref()
            .is_some_and(|date| !shape::is_date(date))
    };
    !shape::is_slug(&contact.id)
        || !shape::is_day(&contact.checked)
        || !extensions.into_iter().all(shape::is_digits)
        || !contact.email.as_deref().is_none_or(shape::is_email)
        || !addresses.all(shape::is_address)
        || !codes.all(has_name)
        || contact.sources.iter().any(is_wrong)
        || (contact.address.is_some() && contact.categories.contains(&Category::Shelter))
}

/// Returns true if a language has a name in the messages; remembers those of two letters.
fn has_name(code: &LanguageCode) -> bool {
    static NAMED: OnceLock<HashSet<String>> = OnceLock::new();
    let is_named = |code: &LanguageCode| Messages::of(Language::En).has(&code.message_id());
    let named = NAMED.get_or_init(|| {
        let letters = || (b'a'..=b'z').map(char::from);
        let pairs = letters().flat_map(|first| letters().map(move |second| [first, second]));
        let codes = pairs.map(|pair| LanguageCode(pair.iter().collect()));
        codes.filter(is_named).map(|code| code.0).collect()
    });
    named.contains(&code.0) || code.0.len() != 2 && is_named(code)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::assets::Assets;

    /// Returns the first harmful fault of a record, found in both ways.
    fn found(record: &Value) -> [Option<Problem>; 2] {
        let contact: Contact = serde_json::from_value(record.clone()).unwrap();
        let text = serde_json::to_string(&contact).unwrap();
        let mut all = crate::directory::check::contact(&contact).into_iter();
        [
            harm(&contact, &text),
            all.find(|problem| problem.fault.is_harmful()),
        ]
    }

    #[test]
    fn quick_check_agrees_with_the_whole_check() {
        let real = Assets::embedded().contacts().unwrap();
        for contact in &real {
            let record = serde_json::to_value(contact).unwrap();
            assert_eq!(found(&record), [None, None], "{}", contact.id);
        }
        let good = serde_json::to_value(&real[40]).unwrap();
        for (field, wrong) in [
            ("id", json!("Not a slug")),
            ("checked", json!("soon")),
            (
                "phones",
                json!([{"number": "902-555-0101", "kind": "voice", "extension": "seven"}]),
            ),
            ("email", json!("nobody")),
            ("website", json!("example/line")),
            ("chat", json!("ftp://example.org")),
            ("languages", json!(["zz"])),
            (
                "sources",
                json!([{"url": "example", "supports": ["record"]}]),
            ),
            (
                "sources",
                json!([{"title": "A", "supports": ["record"], "date": "soon"}]),
            ),
            ("description", json!({"en": "A\u{1b}[2J.", "fr": "B."})),
            ("description", json!({"en": "A.", "fr": "B\u{202e}."})),
            ("area", json!({"en": "A\u{7f}", "fr": "B"})),
        ] {
            let mut record = good.clone();
            record[field] = wrong.clone();
            let [quick, whole] = found(&record);
            assert!(whole.is_some(), "{field}: {wrong}");
            assert_eq!(quick, whole, "{field}: {wrong}");
        }
        let mut shelter = good;
        shelter["categories"] = json!(["shelter"]);
        shelter["address"] = json!("1 Quill Lane");
        let [quick, whole] = found(&shelter);
        assert!(whole.is_some());
        assert_eq!(quick, whole);
    }
}
