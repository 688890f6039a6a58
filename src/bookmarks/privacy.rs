//! Does a note look as if it held a person's data? havre knows services, not people: the screen
//! warns before such a note is saved. She may still save it.
//!
//! This errs towards warning: a needless question costs her one key. Numbers are known by their
//! shape, not looked up: a Social Insurance Number has nine digits and passes the Luhn check
//! (Revenue Canada, T4028); a health card has four letters and eight digits (Quebec), ten digits
//! grouped 4-3-3, with one or two letters behind them in Ontario (British Columbia, Ontario), or
//! nine digits grouped 5-4 (Alberta), as the patterns of data-loss tools list them
//! (docs.trellix.com, "Canadian Ontario Health Pattern" and its neighbours).

use std::sync::LazyLock;

use regex_lite::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::directory::phone::national_digits;

/// What a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// A date of birth: a date of before 2020, or one behind a word such as "born".
    DateOfBirth,
    /// A health card's number.
    HealthCard,
    /// A Social Insurance Number.
    SocialInsurance,
    /// The number of a file, case or incident.
    FileNumber,
    /// A phone number that is none of the contact's.
    Phone,
    /// A street address or a postal code.
    Address,
}

impl Finding {
    /// Id of the message that names it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::DateOfBirth => "bookmarks-finding-date-of-birth",
            Self::HealthCard => "bookmarks-finding-health-card",
            Self::SocialInsurance => "bookmarks-finding-social-insurance",
            Self::FileNumber => "bookmarks-finding-file-number",
            Self::Phone => "bookmarks-finding-phone",
            Self::Address => "bookmarks-finding-address",
        }
    }
}

/// What of a person's data the text seems to hold, each once; `phones` are the contact's own.
pub fn looks_like_personal_data(text: &str, phones: &[&str]) -> Vec<Finding> {
    let mut rest = plain(text);
    take_phones(&mut rest, phones);
    let mut findings = Vec::new();
    for rule in RULES.iter() {
        if rule.take(&mut rest) {
            findings.push(rule.finding);
        }
    }
    findings.sort();
    findings.dedup();
    findings
}

/// Small letters without accents, and plain hyphens and spaces.
fn plain(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            '‐' | '‑' | '–' | '—' => '-',
            _ if character.is_whitespace() => ' ',
            _ => character,
        })
        .collect()
}

/// A rule: what it matches is taken out of the text, so that the same digits are not found twice.
struct Rule {
    finding: Finding,
    pattern: Regex,
    /// What the digits of a match must be besides.
    check: fn(&str) -> bool,
}

impl Rule {
    fn take(&self, text: &mut String) -> bool {
        let mut found = false;
        let rest = self
            .pattern
            .replace_all(text, |part: &regex_lite::Captures<'_>| {
                let digits: String = part[0].chars().filter(char::is_ascii_digit).collect();
                let hit = (self.check)(&digits);
                found |= hit;
                if hit {
                    " | ".to_owned()
                } else {
                    part[0].to_owned()
                }
            });
        *text = rest.into_owned();
        found
    }
}

const MONTH: &str =
    "(?:jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aou|sep|oct|nov|dec)[a-z]*\\.?";
const YEAR: &str = "(?:19\\d\\d|20[01]\\d)";
const STREETS: &str =
    "street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|crescent|cres|lane|court|terrace";
const RUES: &str = "rue|avenue|av|boulevard|boul|chemin|rang|allee|route|montee|cote";

/// In this order: a word in front tells more than the shape of a number.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    use Finding as F;
    let any: fn(&str) -> bool = |_| true;
    [
        (F::DateOfBirth, r"\b(?:dob|d\.o\.b\.?|born|birth|birthday|birthdate|ddn|nee?|naissance|anniversaire)\b[^\d|]{0,20}\d[\d/. -]*".to_owned(), any),
        (F::SocialInsurance, r"\b(?:sin|nas|social insurance|assurance sociale)\b[^\d|]{0,15}\d[\d -]{4,}".to_owned(), any),
        (F::HealthCard, r"\b(?:health card|health number|ohip|ramq|phn|hcn|medicare|carte soleil|carte sante|assurance[ -]maladie)\b[^\d|]{0,15}\d[\d -]{3,}".to_owned(), any),
        (F::FileNumber, r"\b(?:file|case|dossier|incident|occurrence|claim|evenement|reclamation)\b[^\d|]{0,12}\d[\d/-]{2,}".to_owned(), any),
        (F::HealthCard, r"\b[a-z]{4}[ -]?\d{4}[ -]?\d{4}\b".to_owned(), any),
        (F::HealthCard, r"\b\d{4}[ -]\d{3}[ -]\d{3}(?:[ -]?[a-z]{1,2}\b)?".to_owned(), any),
        (F::HealthCard, r"\b\d{10}[a-z]{1,2}\b".to_owned(), any),
        (F::HealthCard, r"\b\d{5}[ -]\d{4}\b".to_owned(), any),
        (F::Phone, r"(?:\+?\b1[ .-]?)?\(?\b\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}\b".to_owned(), any),
        (F::SocialInsurance, r"\b\d{3}[ -]?\d{3}[ -]?\d{3}\b".to_owned(), luhn),
        (F::HealthCard, r"\b\d{9}\b".to_owned(), any),
        (F::DateOfBirth, format!(r"\b{YEAR}[-/. ]\d{{1,2}}[-/. ]\d{{1,2}}\b"), any),
        (F::DateOfBirth, format!(r"\b\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]{YEAR}\b"), any),
        (F::DateOfBirth, format!(r"\b\d{{1,2}}(?:er|st|nd|rd|th)? {MONTH},? {YEAR}\b"), any),
        (F::DateOfBirth, format!(r"\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {YEAR}\b"), any),
        (F::FileNumber, r"\b(?:19|20)?\d\d-\d{5,}\b".to_owned(), any),
        (F::Phone, r"\b\d{3}[-.]\d{4}\b".to_owned(), any),
        (F::Address, format!(r"\b\d{{1,5}}[a-z]?,? (?:[a-z'.-]+ ){{1,3}}(?:{STREETS})\b"), any),
        (F::Address, format!(r"\b\d{{1,5}}[a-z]?,? (?:{RUES})\b"), any),
        (F::Address, r"\b[a-z]\d[a-z][ -]?\d[a-z]\d\b".to_owned(), any),
    ]
    .into_iter()
    // A test sees to it that none is dropped here.
    .filter_map(|(finding, pattern, check)| {
        let pattern = Regex::new(&pattern).ok()?;
        Some(Rule { finding, pattern, check })
    })
    .collect()
});

/// Digits with the separators that phone numbers are written with.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\+?\(?\d[\d ().-]*\d|\d").ok());

/// Takes the contact's own numbers out of the text, however they are written.
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

/// The check of Social Insurance Numbers: every second digit from the right doubled, the digits
/// summed up, a multiple of ten.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|digit| digit.to_digit(10))
        .zip([1, 2].into_iter().cycle())
        .map(|(digit, factor)| digit * factor)
        .map(|product| product / 10 + product % 10)
        .sum();
    sum.is_multiple_of(10)
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
            "call 911 or 988",
            "suite 300, third floor",
            "they answer in 15 minutes; 3 beds left in 2 rooms",
            "no police report needed in the first 12 months",
            "the sin bin, at door 123",
        ] {
            assert_eq!(looks_like_personal_data(note, OWN), [], "{note}");
        }
    }

    #[test]
    fn what_looks_like_a_persons_data_is_found() {
        for (note, finding) in [
            ("DOB 3 4 21", F::DateOfBirth),
            ("born 12 March 2004", F::DateOfBirth),
            ("née le 4 mai 1991", F::DateOfBirth),
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

    #[test]
    fn every_pattern_is_one() {
        assert_eq!(RULES.len(), 20);
        assert!(NUMBER.is_some());
    }

    #[test]
    fn the_check_digit_is_that_of_social_insurance_numbers() {
        assert!(luhn("046454286") && luhn("550911895") && luhn("123456782"));
        assert!(!luhn("046454287") && !luhn("406454286"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in proptest::prelude::any::<String>()) {
            let _ = looks_like_personal_data(&text, OWN);
        }
    }
}
