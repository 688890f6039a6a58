//! Words around a name in a query.

use std::ops::Range;

use crate::places::letters::Words;

/// Words before a name that mark a place.
const OF_PLACE: &[&str] = &["in", "near", "at", "around", "outside", "vers", "nearby"];
/// Words that belong to the following name and do not mark a place alone.
const LEADING: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "dans", "for", "from", "l", "la", "le", "les",
    "of", "pour", "the", "to",
];
/// Words that form a preposition of place with a following "de", "of" or "to".
const WITH_OF: &[&str] = &[
    "pres",
    "proche",
    "autour",
    "alentours",
    "environs",
    "cote",
    "close",
    "outskirts",
];
/// Words for a town, before "de" and "of".
const TOWNS: &[&str] = &["ville", "village", "city", "town", "municipalite"];
/// Words before "de" and a place of origin.
const COME: &[&str] = &[
    "vient",
    "viens",
    "viennent",
    "venait",
    "venu",
    "venue",
    "venus",
    "venues",
    "arrive",
    "arrivee",
    "originaire",
    "sauve",
    "sauvee",
    "enfui",
    "enfuie",
    "parti",
    "partie",
    "ex",
];
/// Words before "from" and the place where somebody is.
const FAR: &[&str] = &[
    "far",
    "away",
    "km",
    "kilometres",
    "miles",
    "minutes",
    "min",
    "hour",
    "hours",
    "out",
    "over",
];
/// Words before "to", "pour" and the place where somebody is taken.
const TOWARDS: &[&str] = &["to", "for", "pour", "vers", "a"];
/// Verbs of somebody who is taken elsewhere.
const TAKE: &[&str] = &[
    "amene",
    "amenent",
    "amener",
    "emmene",
    "emmenent",
    "emmener",
    "envoie",
    "envoient",
    "envoyer",
    "transfere",
    "transferent",
    "partent",
    "repartent",
    "taking",
    "takes",
    "take",
    "bringing",
    "brings",
    "driving",
    "drives",
    "sending",
    "sends",
    "moves",
    "flying",
    "flies",
    "takin",
];
/// Participles of somebody who is being taken elsewhere.
const TAKEN: &[&str] = &[
    "moved",
    "taken",
    "sent",
    "brought",
    "driven",
    "flown",
    "shipped",
    "transferred",
    "trafficked",
    "transferee",
    "envoyee",
    "amenee",
    "emmenee",
];
/// Words before these participles: what is done has its help in the other town.
const BEING: &[&str] = &[
    "being", "bein", "be", "getting", "gettin", "gets", "get", "se", "etre",
];
/// Words for the one who is taken.
const WHOM: &[&str] = &["her", "him", "them", "us", "me", "my", "girls", "everyone"];
/// Words of sentences: beside one of them a name may be a person's.
const SENTENCE: &[&str] = &[
    "i", "im", "ive", "me", "my", "mine", "you", "your", "he", "him", "his", "she", "her", "we",
    "our", "they", "their", "it", "is", "isn", "was", "were", "are", "am", "be", "has", "have",
    "had", "did", "does", "do", "will", "can", "cant", "said", "says", "called", "named", "name",
    "and", "who", "that", "this", "je", "j", "moi", "mon", "ma", "mes", "tu", "ton", "ta", "toi",
    "il", "elle", "on", "nous", "vous", "ils", "elles", "son", "sa", "ses", "leur", "est", "suis",
    "sont", "ont", "etait", "avait", "appelle", "nom", "qui", "que", "et", "c", "pas", "not",
    "dont",
];
/// Greatest number of words of a query that is not a sentence.
const TELEGRAPHIC: usize = 6;

/// Query with the state needed for each name in it.
pub(super) struct Context<'a> {
    text: &'a str,
    pub words: &'a Words,
}

/// Words before a name that belong to it.
pub(super) struct Lead {
    /// Index of the first of them, or of the name.
    pub start: usize,
    /// True if they mark a place.
    pub of_place: bool,
    /// True if they mark Québec as the city.
    pub of_city: bool,
    /// True if they mark Québec as the province.
    pub of_province: bool,
}

impl<'a> Context<'a> {
    pub const fn new(text: &'a str, words: &'a Words) -> Self {
        Self { text, words }
    }

    /// Returns the prepositions and articles before a word, from `room.start` on at the earliest.
    pub fn lead(&self, room: Range<usize>) -> Lead {
        let first = room.end;
        let mut lead = Lead {
            start: first,
            of_place: false,
            of_city: false,
            of_province: false,
        };
        while lead.start > room.start {
            let before = lead.start - 1;
            let word = self.words.word(before);
            let direct = lead.start == first;
            let grave = self.text[self.words.bytes(before..first)].starts_with(['à', 'À']);
            if OF_PLACE.contains(&word) || (word == "a" && grave) {
                lead.of_place = true;
                lead.of_city |= direct && word == "a";
                lead.of_province |= word != "a";
            } else if !direct && (WITH_OF.contains(&word) || TOWNS.contains(&word)) {
                lead.of_place = true;
                lead.of_city |= TOWNS.contains(&word);
                lead.start = before;
                return lead;
            } else if LEADING.contains(&word) && first - before <= 3 {
                lead.of_province |= matches!(word, "au" | "du" | "le" | "of" | "en");
            } else {
                return lead;
            }
            lead.start = before;
            if lead.of_place {
                return lead;
            }
        }
        lead
    }

    /// Returns true if a person comes from the place with this first word: help is needed elsewhere.
    pub fn is_origin(&self, first: usize) -> bool {
        let word = |back: usize| Some(self.words.word(first.checked_sub(back)?));
        match (word(1), word(2)) {
            (Some("from"), before) => !before.is_some_and(|before| FAR.contains(&before)),
            (Some("de" | "d"), Some(before)) => COME.contains(&before),
            _ => false,
        }
    }

    /// Returns true if a person is being taken to the place with this first word: help is needed where
    /// she still is.
    pub fn is_destination(&self, first: usize) -> bool {
        let is = |back: usize, list: &[&str]| {
            let word = first.checked_sub(back).map(|place| self.words.word(place));
            word.is_some_and(|word| list.contains(&word))
        };
        let takes = is(2, TAKE) || is(2, WHOM) && is(3, TAKE);
        is(1, TOWARDS) && (takes || is(2, TAKEN) && is(3, BEING))
    }

    /// Returns true if the query is a list of a few words, not a sentence.
    pub fn is_telegraphic(&self) -> bool {
        self.words.len() <= TELEGRAPHIC
            && (0..self.words.len()).all(|word| !SENTENCE.contains(&self.words.word(word)))
    }

    /// Returns true if words end the query behind a comma or a dash.
    pub fn is_set_off(&self, run: &Range<usize>) -> bool {
        let before = self.text[..self.words.bytes(run.clone()).start].trim_end();
        run.end == self.words.len() && before.ends_with([',', ';', '.', '-', '–', '—'])
    }

    /// Returns true if words are capitalized within a text that otherwise is not, so that neither
    /// the start of a sentence nor a title explains the capital.
    pub fn is_capitalised(&self, run: &Range<usize>) -> bool {
        let small = |word: usize| {
            let bytes = self.words.bytes(word..word + 1);
            !self.text[bytes].starts_with(char::is_uppercase)
        };
        let before = self.text[..self.words.bytes(run.clone()).start].trim_end();
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '«', '"', '“']);
        let last = run.end == self.words.len();
        !begins && !small(run.start) && small(run.start - 1) && (last || small(run.end))
    }
}

/// Returns true for a word of sentences, such as a pronoun or a verb.
pub fn is_of_sentence(word: &str) -> bool {
    SENTENCE.contains(&word)
}

/// Returns true if two or three letters mean a town: typed alone, or in capitals beside words in
/// lower case.
pub(super) fn is_code(text: &str, words: &Words, run: &Range<usize>) -> bool {
    run.len() == 1 && (words.len() == 1 || is_capital(text, words, run))
}

/// Returns true if a word ends the query, or is in capitals beside words in lower case.
pub(super) fn ends_or_capital(text: &str, words: &Words, run: &Range<usize>) -> bool {
    run.end == words.len() || is_capital(text, words, run)
}

fn is_capital(text: &str, words: &Words, run: &Range<usize>) -> bool {
    let typed = &text[words.bytes(run.clone())];
    !typed.contains(char::is_lowercase) && text.contains(char::is_lowercase)
}
