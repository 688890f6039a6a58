//! Patterns of personal data.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Finding;

/// A rule. Matches are removed from the text, so that the same digits are not found twice.
pub struct Rule {
    finding: Finding,
    pattern: Regex,
    /// Confirms a match.
    check: fn(&str) -> bool,
}

impl Rule {
    fn new(finding: Finding, pattern: &str, check: fn(&str) -> bool) -> Option<Self> {
        // A test checks that none is dropped here.
        let pattern = Regex::new(pattern).ok()?;
        Some(Self {
            finding,
            pattern,
            check,
        })
    }

    /// Removes matches from the text and returns the finding, if there is one.
    pub fn take(&self, text: &mut String) -> Option<Finding> {
        let mut found = false;
        let rest = self
            .pattern
            .replace_all(text, |part: &regex_lite::Captures<'_>| {
                let hit = (self.check)(&part[0]);
                found |= hit;
                if hit {
                    " | ".to_owned()
                } else {
                    part[0].to_owned()
                }
            });
        *text = rest.into_owned();
        found.then_some(self.finding)
    }
}

const MONTH: &str =
    "(?:jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aou|sep|oct|nov|dec)[a-z]*\\.?";
const YEAR: &str = "(?:19\\d\\d|20[01]\\d)";
const STREETS: &str =
    "street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|crescent|cres|lane|court|terrace";
const RUES: &str = "rue|avenue|av|boulevard|boul|chemin|rang|allee|route|montee|cote";

/// A word with a capital letter, as names have one.
const NAME: &str = "[A-Z][a-z]+(?:-[A-Z][a-z]+)?";

/// Words for relatives and partners, in English.
const KIN: &str = "boyfriend|girlfriend|ex|husband|wife|sister|brother|mother|father|mom|mum|dad|\
    daughter|son|kids?|baby|cousin|niece|nephew|aunt|uncle|kokum";
/// The same in French, without accents.
const PARENTE: &str = "fille|fils|s(?:oe|œ)ur|frere|cousine?|niece|neveu|mere|pere|tante|oncle|\
    copine|chum|bebe";

/// Capitalized words that can begin a sentence about a room and are not names.
const NO_NAMES: [&str; 58] = [
    "Accueil",
    "Aller",
    "Annex",
    "Annexe",
    "Appendix",
    "Ask",
    "At",
    "Bloc",
    "Block",
    "Building",
    "Bureau",
    "Centre",
    "Clinic",
    "Clinique",
    "Court",
    "Desk",
    "Door",
    "Entrance",
    "Entree",
    "Floor",
    "Form",
    "Formulaire",
    "Gate",
    "Go",
    "Hepatite",
    "Hepatitis",
    "Immeuble",
    "In",
    "Infirmiere",
    "Intake",
    "Level",
    "Library",
    "Local",
    "Meet",
    "Nurse",
    "Office",
    "Option",
    "Part",
    "Plan",
    "Porte",
    "Poste",
    "Ring",
    "Room",
    "Salle",
    "Schedule",
    "Section",
    "See",
    "Sonner",
    "Suite",
    "The",
    "To",
    "Tour",
    "Unit",
    "Use",
    "Vitamin",
    "Voir",
    "Waiting",
    "Wing",
];

/// Phrases of services that resemble personal data, removed before the search: ages served,
/// addresses and desks of services.
pub static SERVICES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"(?i)\b\d{1,2}(?: ans| years?| months?| mois)? ?(?:to|a|et|and|or|ou) ?(?:\d{1,2}|plus|up|over|older|moins|under)\b",
        r"\b\d{1,2}\+",
        r"(?i)\b(?:under|over|up to|moins de|plus de|jusqu'a|des) \d{1,2}\b",
        r"(?i)\bclient (?:lines?|parking|services?|intake|rooms?|entrance|centred|centered|advocate|hours)\b",
        r"(?i)\b(?:victim|survivor)s? (?:services?|support|advocates?|fund|group|assistance|unit|led|line)\b",
        r"(?i)\b(?:follow|see|suivre|voir)(?: them)?(?: on [a-z]+)? @[a-z0-9._]+",
        r"(?i)\b(?:info|intake|admin|contact|support|help|office|hello|reception|referrals?|accueil|aide|courriel|services?|shelter|outreach|legal|desk|team|reservations?)@[a-z0-9.-]+",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// Rules that depend on capital letters; these are applied first.
pub static NAMED: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    use Finding as F;
    let any: fn(&str) -> bool = |_| true;
    [
        (F::Person, format!(r"\b{NAME}(?: {NAME})?(?:, | - | \()(?:age |agee? (?:de )?|aged )?\d{{1,2}}(?: ?(?:ans\b|yrs?\b|yo\b|y/o\b|a\.)|[,.;)]|$)"), any),
        (F::Person, format!(r"\b{NAME} \d{{1,2}} ?(?:ans\b|yrs?\b|yo\b|y/o\b|a\.|years?\b)"), any),
        (F::Person, format!(r"\b{NAME} (?:is|a|age|aged|just|agee? de)(?: juste| only)? \d{{1,2}}(?: ans\b| years?\b|[,.;)]|$)"), any),
        (F::Person, format!(r"\b{NAME}\b[^.;]{{0,24}}\b(?:room|rm|apt|apartment|chambre|ch\.?|app\.?|appartement) ?(?:#|no\.? |n° ?)?\d{{1,4}}\b"), begins_with_a_name),
        (F::Person, format!(r"\b{NAME}, unit \d{{1,3}}\b"), any),
        (F::Person, format!(r"\b(?:[Rr]oom|[Cc]hambre|[Rr]m|[Cc]h\.?) ?\d{{1,4}} ?: ?{NAME}\b"), any),
        (F::Person, format!(r"\b{NAME} (?:in|dans la|au) \d{{3}}\b"), any),
        (F::Person, format!(r"\b[Cc]lient(?:e|es|s)? {NAME}\b"), any),
        (F::Person, format!(r"\b(?:name is|named|called|goes by|calls (?:her|him)self|nom est|s'appelle|se nomme|se fait appeler|surnom) {NAME}"), any),
        (F::Person, format!(r"\b{NAME} (?:[A-Z]\.|[B-HJ-Z]\b)"), begins_with_a_name),
        (F::Person, r"\b[A-Z]\.[A-Z]\.,? \d{1,2}\b".to_owned(), any),
        (F::Person, format!(r"\b(?:{NAME}'s (?:{KIN})\b|(?:{KIN}) of (?:Chief |Mrs?\. )?{NAME})"), any),
        (F::Person, format!(r"\b[Ll][ae] (?:{PARENTE}) d(?:e |')(?:Mme |M\. )?{NAME}"), any),
        (F::Person, format!(r"\b(?:cell|phone|number|cellulaire|numero) (?:of |for |de |d'){NAME}"), any),
        (F::FileNumber, r"\bR\.? [vc]s?\.? [A-Z][a-z]+".to_owned(), any),
        (F::Plate, r"\b[A-Z]\d\d ?[A-Z]{3}\b".to_owned(), any),
        (F::Plate, r"(?i:\b(?:plates?|plaque|car|auto|van|suv|truck|fourgonnette|immatriculation|honda|toyota|ford|char|pick-?up)\b)[^.;]{0,16}?\b(?:[A-Z]{2,4} ?\d{3,4}|\d?[A-Z]{3} ?\d{3})\b".to_owned(), any),
        (F::Document, r"\b[A-Z]{2} ?\d{6}\b".to_owned(), any),
    ]
    .into_iter()
    .filter_map(|(finding, pattern, check)| Rule::new(finding, &pattern, check))
    .collect()
});

/// Rules for lower-case text, in order of precedence: a preceding word is stronger evidence than
/// the shape of a number.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    use Finding as F;
    let any: fn(&str) -> bool = |_| true;
    [
        (F::DateOfBirth, r"\b(?:dob|d\.o\.b\.?|born|birth|birthday|birthdate|ddn|nee|naissance|anniversaire)\b[^\d|]{0,20}\d[\d/. -]*".to_owned(), any),
        // Without its accent, "né" is also the negation.
        (F::DateOfBirth, r"\bne (?:le|en) \d[\d/. -]*".to_owned(), any),
        (F::DateOfBirth, r"\b(?:her|his) birthday\b|\bsa fete\b|\bturns \d\d\b|\baura \d\d ans\b".to_owned(), any),
        (F::SocialInsurance, r"\b(?:sin|nas|social insurance|assurance sociale)\b[^\d|]{0,15}\d[\d -]{4,}".to_owned(), any),
        (F::HealthCard, r"\b(?:health card|health number|ohip|ramq|phn|hcn|medicare|carte soleil|carte sante|assurance[ -]maladie)\b[^\d|]{0,15}\d[\d -]{3,}".to_owned(), any),
        (F::FileNumber, r"\b(?:file|case|dossier|incident|occurrence|claim|evenement|reclamation)\b[^\d|]{0,12}\d[\d/-]{2,}".to_owned(), any),
        (F::Document, r"\b(?:passport|passeport|permit|permis|uci|iuc|caq|dl|licence|license|status card|carte de statut)\b[^.;\d|]{0,20}\d[\d -]{5,}".to_owned(), any),
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
        (F::Email, r"[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+".to_owned(), any),
        (F::Handle, r"(?:^|[^a-z0-9])@[a-z0-9_][a-z0-9._]{2,}".to_owned(), any),
        (F::Handle, r"\b(?:snap(?:chat)?|insta(?:gram)?|ig|tiktok|facebook|fb|telegram|whatsapp)(?: (?:is|est|c'est) | ?: ?)[a-z0-9][a-z0-9._]*".to_owned(), any),
        (F::Person, r"\bcliente?\b".to_owned(), any),
        (F::Person, r"\b(?:the|la|une|a) (?:victim|victime|survivor|survivante)\b".to_owned(), any),
        (F::Person, r"\b(?:she|he|elle|il)(?:'s| is| a)(?: juste| only| just)? \d{1,2}\b".to_owned(), any),
        (F::Person, r"\b(?:girl|boy|fille|garcon|ado|adolescente?|jeune|mineure?|minor|victime?|daughter|baby|bebe)\b[^.;\d|]{0,14}\b\d{1,2}(?:,| ans\b| yrs?\b| yo\b| mois\b| months?\b|$)".to_owned(), any),
        (F::Person, r"\b\d{1,2}(?: ?(?:yo|y/o)\b|[ -]years?[ -]old\b)".to_owned(), any),
        (F::Person, r"\b(?:pimp|trafficker|proxenete)\b".to_owned(), any),
        (F::Phone, r"\b(?:(?:zero|one|two|three|four|five|six|seven|eight|nine|un|deux|trois|quatre|cinq|sept|huit|neuf)[ -]){3}".to_owned(), any),
        (F::Phone, r"\b(?:number|phone|cell|numero|tel)\.? (?:ends in|finit par|se termine par)".to_owned(), any),
    ]
    .into_iter()
    .filter_map(|(finding, pattern, check)| Rule::new(finding, &pattern, check))
    .collect()
});

fn begins_with_a_name(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_ascii_alphabetic()).next();
    !NO_NAMES.contains(&word.unwrap_or(""))
}

/// Checks a Social Insurance Number: every second digit from the right doubled, the sum of all
/// digits a multiple of ten.
fn luhn(number: &str) -> bool {
    let sum: u32 = number
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

    #[test]
    fn every_pattern_is_one() {
        assert_eq!((SERVICES.len(), NAMED.len(), RULES.len()), (7, 18, 34));
    }

    #[test]
    fn the_luhn_check_accepts_social_insurance_numbers_only() {
        assert!(luhn("046454286") && luhn("550911895") && luhn("123456782"));
        assert!(!luhn("046454287") && !luhn("406454286"));
    }
}
