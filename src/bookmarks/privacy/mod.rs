//! Detection of personal data in notes. havre stores services, not people: the screen warns before
//! such a note is saved. The worker may still save it.
//!
//! Rules find what has a shape: numbers, addresses, a name with an age. Whether the words of a note
//! are about a person, a classifier tells that is trained on invented notes (`assets/notes`).
//!
//! Both err towards warning: a false alarm costs one key. Numbers are recognized by their
//! shape, not looked up: a Social Insurance Number has nine digits and passes the Luhn check
//! (Revenue Canada, T4028); a health card has four letters and eight digits (Quebec), ten digits
//! grouped 4-3-3, followed by one or two letters in Ontario (British Columbia, Ontario), or nine
//! digits grouped 5-4 (Alberta), as the patterns of data-loss tools list them (docs.trellix.com,
//! "Canadian Ontario Health Pattern" and its neighbours).

mod rules;

use std::borrow::Cow;
use std::sync::LazyLock;

use regex_lite::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::classifier::{Table, Words};
use crate::directory::phone::national_digits;
use crate::i18n::folding::fold;

/// Weights that tell notes about persons from notes about services, trained on `assets/notes`.
const TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.table"));

/// Classes of the table: a note about a person, a note about a service.
const CLASSES: usize = 2;
/// The class of notes about a person.
const PERSON: usize = 0;

/// Share from which on a note is taken to be about a person.
const ABOUT_A_PERSON: f32 = 0.55;

/// Fewer words tell nothing of a person.
const FEWEST_WORDS: usize = 3;

/// The table; `None` if it is damaged.
static NOTES: LazyLock<Option<Table>> =
    LazyLock::new(|| Table::read(Cow::Borrowed(TABLE), CLASSES));

/// Kind of personal data found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// A date of birth: a date before 2020, or one after a word such as "born".
    DateOfBirth,
    /// A health card's number.
    HealthCard,
    /// A Social Insurance Number.
    SocialInsurance,
    /// The number of a file, case or incident.
    FileNumber,
    /// A phone number other than the contact's.
    Phone,
    /// A street address or a postal code.
    Address,
    /// A name with an age or a room, or words that refer to one person.
    Person,
    /// An e-mail address of a person.
    Email,
    /// An account name such as `@somebody`.
    Handle,
    /// A car's licence plate.
    Plate,
    /// The number of a passport, permit or card.
    Document,
}

impl Finding {
    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::DateOfBirth => "bookmarks-finding-date-of-birth",
            Self::HealthCard => "bookmarks-finding-health-card",
            Self::SocialInsurance => "bookmarks-finding-social-insurance",
            Self::FileNumber => "bookmarks-finding-file-number",
            Self::Phone => "bookmarks-finding-phone",
            Self::Address => "bookmarks-finding-address",
            Self::Person => "bookmarks-finding-person",
            Self::Email => "bookmarks-finding-email",
            Self::Handle => "bookmarks-finding-handle",
            Self::Plate => "bookmarks-finding-plate",
            Self::Document => "bookmarks-finding-document",
        }
    }
}

/// Returns the kinds of personal data found in the text, without duplicates. `phones` are the
/// contact's own numbers, which are not reported.
pub fn looks_like_personal_data(text: &str, phones: &[&str]) -> Vec<Finding> {
    let mut rest = plain(text);
    take_phones(&mut rest, phones);
    for pattern in rules::SERVICES.iter() {
        rest = pattern.replace_all(&rest, " | ").into_owned();
    }
    let named = rules::NAMED.iter().filter_map(|rule| rule.take(&mut rest));
    let mut findings: Vec<Finding> = named.collect();
    rest.make_ascii_lowercase();
    findings.extend(rules::RULES.iter().filter_map(|rule| rule.take(&mut rest)));
    if findings.is_empty() && is_about_a_person(text) {
        findings.push(Finding::Person);
    }
    findings.sort();
    findings.dedup();
    findings
}

/// Returns true if a text reads like the notes about persons that the table was trained on.
fn is_about_a_person(text: &str) -> bool {
    if text.split_whitespace().count() < FEWEST_WORDS {
        return false;
    }
    let words = Words::of(&fold(text).text);
    NOTES
        .as_ref()
        .is_some_and(|table| table.shares(&table.weigh(&words))[PERSON] >= ABOUT_A_PERSON)
}

/// Returns the text without accents, and with plain hyphens, apostrophes and spaces.
fn plain(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .map(|character| match character {
            '‐' | '‑' | '–' | '—' => '-',
            '’' => '\'',
            _ if character.is_whitespace() => ' ',
            _ => character,
        })
        .collect()
}

/// Digits with the separators of phone numbers.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\+?\(?\d[\d ().-]*\d|\d").ok());

/// Removes the contact's own numbers from the text, in any notation.
fn take_phones(text: &mut String, phones: &[&str]) {
    let Some(number) = NUMBER.as_ref() else {
        return;
    };
    let own: Vec<String> = phones.iter().map(|phone| national_digits(phone)).collect();
    *text = number
        .replace_all(text, |part: &regex_lite::Captures<'_>| {
            let digits = national_digits(&part[0]);
            let is_own = own
                .iter()
                .any(|own| *own == digits || (digits.len() == 7 && own.ends_with(&digits)));
            if is_own {
                " | ".to_owned()
            } else {
                part[0].to_owned()
            }
        })
        .into_owned();
}

#[cfg(test)]
mod tests {
    use super::*;
    use Finding as F;

    const OWN: &[&str] = &["1-877-424-1177", "902-555-0123"];

    #[test]
    fn notes_about_a_service_pass() {
        for note in [
            "",
            "ask for the night desk",
            "demander le bureau de nuit, poste 12",
            "open 24/7, extension 4411, press 2 then 0",
            "rings 10 times, then 902-555-0123 answers",
            "toll-free 1 877 424 1177, or 424-1177",
            "Ms. Roy works Mon–Fri 8:30–16:30",
            "new hours since 2026-03-01",
            "nouvelles heures depuis le 1er mars 2026",
            "ne répond plus après 22h",
            "ne le dites pas avant 16 h",
            "call 911 or 988",
            "suite 300, third floor",
            "they answer in 15 minutes; 3 beds left in 2 rooms",
            "no police report needed in the first 12 months",
            "the sin bin, at door 123",
            "retour",
            "autre chose",
            "quick at night, also by text",
            "rapide la nuit, aussi par texto",
            "answers late at night, texts back",
            "slow by phone, quick by chat",
        ] {
            assert_eq!(looks_like_personal_data(note, OWN), [], "{note}");
        }
    }

    #[test]
    fn personal_data_is_found() {
        for (note, finding) in [
            ("DOB 3 4 21", F::DateOfBirth),
            ("born 12 March 2004", F::DateOfBirth),
            ("née le 4 mai 1991", F::DateOfBirth),
            ("né le 3 05 91", F::DateOfBirth),
            ("né en 2009", F::DateOfBirth),
            ("1991-05-04", F::DateOfBirth),
            ("04/05/1991", F::DateOfBirth),
            ("May 4th, 1991", F::DateOfBirth),
            ("1er août 1991", F::DateOfBirth),
            ("her SIN is 046 454 286", F::SocialInsurance),
            ("046-454-286", F::SocialInsurance),
            ("046454286", F::SocialInsurance),
            ("OHIP 1234567890", F::HealthCard),
            ("1234-567-890-AB", F::HealthCard),
            ("1234567890AB", F::HealthCard),
            ("TREM 9105 0412", F::HealthCard),
            ("12345-6789", F::HealthCard),
            ("carte soleil : 91050412", F::HealthCard),
            ("file 2026-1234", F::FileNumber),
            ("case #48213", F::FileNumber),
            ("dossier n° 48213", F::FileNumber),
            ("26-104567", F::FileNumber),
            ("her cell (902) 555-0199", F::Phone),
            ("+1 902 555 0199", F::Phone),
            ("9025550199", F::Phone),
            ("555-0199", F::Phone),
            ("lives at 12 Old Mill Road", F::Address),
            ("1450B rue Saint-Denis", F::Address),
            ("H2X 1Y4", F::Address),
        ] {
            let found = looks_like_personal_data(note, OWN);
            assert_eq!(found, [finding], "{note}");
        }
    }

    #[test]
    fn several_are_all_named_once() {
        let note = "Marie, born 1991-05-04, 902-555-0199 or 902-555-0188, file 48213";
        assert_eq!(
            looks_like_personal_data(note, OWN),
            [F::DateOfBirth, F::FileNumber, F::Phone]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in proptest::prelude::any::<String>()) {
            let _ = looks_like_personal_data(&text, OWN);
        }
    }
}
