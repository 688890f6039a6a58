//! Words of a text with their positions, and the vocabulary of street addresses in both languages.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::i18n::folding::fold_into;

/// Word of a text that may be an address.
#[derive(Clone, Debug)]
pub(super) struct AddressWord {
    /// Range in the text.
    pub range: Range<usize>,
    /// Folded, and street words in one spelling.
    pub folded: String,
    /// True if it begins with a capital.
    pub is_capital: bool,
    /// Set of its kinds.
    kinds: u8,
}

/// Kinds of words: bits of [`AddressWord::kinds`].
const IS_STRONG: u8 = 1;
const IS_WEAK: u8 = 1 << 1;
const LEADS_NAME: u8 = 1 << 2;
const LEADS_NUMBER: u8 = 1 << 3;
const IS_STOP: u8 = 1 << 4;
const IS_UNIT: u8 = 1 << 5;
const LEADS_STREET: u8 = 1 << 6;

/// Kinds of each known word, looked up once: each word of a text is asked for its kinds many times.
static KINDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let lists: [(&[&str], u8); 6] = [
        (&WEAK, IS_WEAK),
        (&LEADING, LEADS_NAME),
        (&NUMBERED, LEADS_NUMBER),
        (&STOP, IS_STOP),
        (&UNITS, IS_UNIT),
        (&BEFORE, LEADS_STREET),
    ];
    let mut kinds = FxHashMap::default();
    let strong = STRONG.iter().map(|(word, _)| (*word, IS_STRONG));
    let others = lists
        .iter()
        .flat_map(|(words, kind)| words.iter().map(|word| (*word, *kind)));
    for (word, kind) in strong.chain(others) {
        *kinds.entry(word).or_default() |= kind;
    }
    kinds
});

/// Street words that are rarely anything else, with other spellings of each.
const STRONG: [(&str, &[&str]); 13] = [
    ("road", &["rd"]),
    ("street", &["str"]),
    ("avenue", &["ave", "av"]),
    ("lane", &["ln"]),
    ("drive", &["dr"]),
    ("crescent", &["cres", "cresc"]),
    ("boulevard", &["blvd", "boul"]),
    ("highway", &["hwy"]),
    ("parkway", &["pkwy"]),
    ("terrace", &["terr"]),
    ("sideroad", &[]),
    ("rue", &[]),
    ("chemin", &["ch"]),
];

/// Street words that are often something else: they count behind a house number and a name.
const WEAK: [&str; 30] = [
    "st",
    "court",
    "crt",
    "place",
    "pl",
    "way",
    "trail",
    "circle",
    "square",
    "row",
    "mews",
    "alley",
    "gate",
    "grove",
    "heights",
    "hill",
    "loop",
    "bay",
    "quay",
    "wharf",
    "close",
    "rang",
    "route",
    "rte",
    "cote",
    "montee",
    "allee",
    "impasse",
    "croissant",
    "terrasse",
];

/// French words before the name of a street.
const LEADING: [&str; 12] = [
    "rue",
    "ruelle",
    "chemin",
    "boulevard",
    "avenue",
    "rang",
    "montee",
    "autoroute",
    "impasse",
    "allee",
    "croissant",
    "route",
];

/// Words before the number of a road.
const NUMBERED: [&str; 8] = [
    "highway",
    "route",
    "rte",
    "autoroute",
    "rang",
    "concession",
    "sideroad",
    "chemin",
];

/// Words that are no name of a street.
const STOP: [&str; 66] = [
    "a", "after", "age", "ages", "an", "and", "ans", "at", "au", "aux", "avec", "bed", "beds",
    "before", "by", "d", "dans", "day", "days", "de", "des", "du", "en", "et", "for", "from", "h",
    "have", "heure", "heures", "hour", "hours", "if", "in", "is", "jours", "l", "la", "le", "les",
    "lits", "minutes", "more", "of", "off", "on", "or", "ou", "over", "par", "per", "people",
    "persons", "pour", "s", "sur", "than", "the", "to", "un", "une", "up", "who", "with", "women",
    "years",
];

/// Words of directions, and of parts of a house.
const UNITS: [&str; 29] = [
    "app",
    "appartement",
    "apt",
    "apartment",
    "basement",
    "box",
    "building",
    "bureau",
    "civic",
    "door",
    "e",
    "east",
    "est",
    "etage",
    "floor",
    "local",
    "n",
    "no",
    "nord",
    "north",
    "number",
    "numero",
    "ouest",
    "room",
    "south",
    "sud",
    "suite",
    "unit",
    "west",
];

/// Words before a street without a number.
const BEFORE: [&str; 17] = [
    "on", "at", "off", "near", "along", "behind", "beside", "by", "opposite", "sur", "au", "a",
    "coin", "corner", "pres", "derriere", "face",
];

/// Returns the words of a text.
pub(super) fn words(text: &str) -> Vec<AddressWord> {
    let mut words = Vec::new();
    let mut at = 0;
    let is_in = |c: char| c.is_alphanumeric();
    while let Some(start) = text[at..].find(is_in).map(|start| at + start) {
        let end = text[start..].find(|c| !is_in(c));
        let end = end.map_or(text.len(), |length| start + length);
        let mut folded = String::new();
        fold_into(&text[start..end], &mut folded);
        let folded = one_spelling(folded);
        words.push(AddressWord {
            range: start..end,
            kinds: KINDS.get(folded.as_str()).copied().unwrap_or_default(),
            folded,
            is_capital: text[start..].starts_with(char::is_uppercase),
        });
        at = end;
    }
    words
}

fn one_spelling(folded: String) -> String {
    let known = STRONG
        .iter()
        .find(|(_, others)| others.contains(&folded.as_str()));
    known.map_or(folded, |(word, _)| (*word).to_owned())
}

impl AddressWord {
    const fn is_any(&self, kinds: u8) -> bool {
        self.kinds & kinds != 0
    }

    /// Returns true if two words are the same; "St." is also a street.
    pub fn is(&self, other: &Self) -> bool {
        let street = |word: &Self| ["st", "street"].contains(&word.folded.as_str());
        self.folded == other.folded || street(self) && street(other)
    }

    /// Returns true for a street word that is rarely anything else.
    pub const fn is_strong(&self) -> bool {
        self.is_any(IS_STRONG)
    }

    /// Returns true for any street word.
    pub const fn is_street(&self) -> bool {
        self.is_any(IS_STRONG | IS_WEAK)
    }

    /// Returns a street word in one spelling.
    pub fn street(&self) -> String {
        let word = self.folded.as_str();
        if word == "st" { "street" } else { word }.to_owned()
    }

    /// Returns true for a word before the name of a street, in French.
    pub const fn leads_name(&self) -> bool {
        self.is_any(LEADS_NAME)
    }

    /// Returns true for a word before the number of a road.
    pub const fn leads_number(&self) -> bool {
        self.is_any(LEADS_NUMBER)
    }

    /// Returns true for a word that is no name of a street.
    pub const fn is_stop(&self) -> bool {
        self.is_any(IS_STOP)
    }

    /// Returns true for a direction, or a part of a house.
    pub const fn is_unit(&self) -> bool {
        self.is_any(IS_UNIT)
    }

    /// Returns true for a word before a street without a number.
    pub const fn leads_street(&self) -> bool {
        self.is_any(LEADS_STREET)
    }

    /// Returns true for a house number: at most five digits, with a letter or none.
    pub fn is_number(&self) -> bool {
        let digits = self.digits();
        let rest = &self.folded[digits..];
        (1..=5).contains(&digits) && rest.len() <= 1 && rest.bytes().all(|b| b.is_ascii_lowercase())
    }

    /// Returns true for a number that names a street: `5th`, `5e`.
    pub fn is_ordinal(&self) -> bool {
        let digits = self.digits();
        digits > 0 && ["st", "nd", "rd", "th", "e", "er", "re"].contains(&&self.folded[digits..])
    }

    /// Returns true for a word that may name a street.
    pub fn is_name(&self) -> bool {
        let is_word = self.folded.chars().count() > 1 && self.digits() == 0;
        (is_word || self.is_ordinal()) && !self.is_street() && !self.is_stop() && !self.is_unit()
    }

    fn digits(&self) -> usize {
        self.folded.bytes().take_while(u8::is_ascii_digit).count()
    }
}
