//! Addresses of secret places in the texts of other records.
//!
//! Most texts tell no address. Therefore the house numbers in a text, each with the word after it, are compared
//! first; only a text with such a pair of a secret address is searched for streets.

use std::ops::Range;

use super::addresses::SecretAddresses;
use super::streets::{Reading, Streets};
use super::text::around;
use super::words::words;
use crate::directory::{Contact, stable_hash};
use crate::i18n::folding::fold_into;

/// Greatest number of characters between an address and the end of its town.
const TOWN: usize = 60;
/// Greatest number of digits of a house number.
const HOUSE: usize = 6;
/// Words after a number that is not a house number.
const UNITS: [&str; 28] = [
    "hours", "hour", "hrs", "h", "am", "pm", "days", "day", "weeks", "months", "years", "year",
    "yrs", "to", "and", "or", "heures", "heure", "jours", "jour", "semaines", "mois", "ans", "an",
    "et", "ou", "beds", "lits",
];

impl SecretAddresses {
    /// Adds the addresses that a text of a secret place tells by their form.
    pub fn add_disclosed(&mut self, text: &str) {
        for line in addresses_in(text) {
            self.add(line);
        }
    }

    /// Returns true if a text tells one of them by its form.
    pub fn discloses(&self, text: &str) -> bool {
        let is_known = |pair: u64| self.has_pair(pair);
        !self.is_empty()
            && pairs(text).any(is_known)
            && addresses_in(text).into_iter().any(|line| self.has(line))
    }
}

/// Returns the texts of a contact in which an address may stand.
pub fn texts(contact: &Contact) -> impl Iterator<Item = &str> {
    let labels = contact.phones.iter().map(|phone| phone.label.as_ref());
    let more = [contact.hours.as_ref(), contact.area.as_ref()];
    let texts = std::iter::once(&contact.description);
    let texts = texts.chain(more.into_iter().chain(labels).flatten());
    texts.flat_map(|text| {
        let other = (text.fr != text.en).then_some(text.fr.as_str());
        std::iter::once(text.en.as_str()).chain(other)
    })
}

/// Returns the addresses that have the form of one, each to the end of its sentence or of its town.
pub fn addresses_in(text: &str) -> Vec<&str> {
    if pairs(text).next().is_none() {
        return Vec::new();
    }
    let found = Streets::default().found(text, Reading::Words);
    if found.is_empty() {
        return Vec::new();
    }
    let words = words(text);
    let whole = |range: Range<usize>| {
        let more = around(text, &words, &range);
        // A preposition before the number is not part of it.
        let number = text[more.start..range.start].find(|c: char| c.is_ascii_digit());
        let start = number.map_or(range.start, |at| more.start + at);
        with_town(text, start..more.end)
    };
    found.into_iter().map(whole).collect()
}

/// Returns the text of a range with what follows it after a comma.
fn with_town(text: &str, range: Range<usize>) -> &str {
    let rest = &text[range.end..];
    let end = rest.find(['.', ';', '\n', '!', '?', '(', ')']);
    let end = end.unwrap_or(rest.len());
    let is_town = rest.trim_start().starts_with(',') && end <= TOWN;
    let end = if is_town { range.end + end } else { range.end };
    &text[range.start..end]
}

/// Returns a hash of each house number in a text with the word after it.
pub fn pairs(text: &str) -> impl Iterator<Item = u64> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
            let length = bytes[start..]
                .iter()
                .take_while(|byte| byte.is_ascii_digit());
            let end = start + length.count();
            at = end;
            // "44A", "44, rue".
            let rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            let word = rest.split(|c: char| !c.is_alphanumeric()).next();
            let word = word.filter(|word| word.starts_with(char::is_alphabetic));
            let word =
                word.filter(|word| !UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word)));
            if let Some(word) = word.filter(|_| end - start <= HOUSE) {
                let mut pair = text[start..end].to_owned();
                fold_into(word, &mut pair);
                return Some(stable_hash(&pair));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_address_is_found_in_other_texts() {
        let mut secret = SecretAddresses::default();
        secret.add_disclosed("Call first. We are at 22 Hidden Lane, Truro. Open 24 hours.");
        secret.add("12, rue des Ormes, Québec");
        for text in [
            "Drop off at the shelter, 22 Hidden Lane, Truro.",
            "Beside 22 hidden lane",
            "Au 12, rue des Ormes; appelez.",
            "Au 12 rue des Ormes",
        ] {
            assert!(secret.discloses(text), "{text}");
        }
        for text in [
            "22 Hidden Road, Truro",
            "22 Hidden Lane, Amherst",
            "24 hours",
            "Lot 22, Hidden treasures",
            "",
        ] {
            assert!(!secret.discloses(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in "[0-9a-zé ,.’-]{0,60}") {
            let mut secret = SecretAddresses::default();
            secret.add_disclosed(&text);
            secret.discloses(&text);
        }
    }
}
