//! Match spans in names, and the reason of a hit without a match in its name.

pub mod reason;
pub mod suggest;

use std::ops::Range;

use self::reason::{Meant, Reason};
use crate::i18n::folding::{fold, fold_character, is_apostrophe, is_dash};
use crate::i18n::{Language, Messages};
use crate::search::index::Index;
use crate::search::query::synonyms::Meaning;
use crate::search::query::word_match::{List, Origin, Source, WordMatch};
use crate::search::rank::MatchKind;
use crate::search::text::words::{fold_word, words};

/// Number of words with a prefix that are looked up to explain a hit.
const MOST_PROBED: usize = 8;

/// Finder of matches of a query's words in names.
pub struct Marker<'n> {
    matches: &'n [WordMatch],
    /// First letters of all possible matches, one bit each by the last bits of the byte.
    first: u32,
    /// True if meanings and near words match too.
    by_marks: bool,
    folded: String,
}

impl<'n> Marker<'n> {
    pub fn of(matches: &'n [WordMatch]) -> Self {
        let texts = matches
            .iter()
            .flat_map(|word_match| std::iter::once(&word_match.word.text).chain(&word_match.marks));
        let first = texts.filter_map(|text| text.bytes().next());
        Self {
            matches,
            first: first.fold(0, |bits, byte| bits | bit_of(byte)),
            by_marks: true,
            folded: String::new(),
        }
    }

    /// Returns a marker of the words as typed only.
    fn as_typed(&self) -> Self {
        Self {
            by_marks: false,
            folded: String::new(),
            ..*self
        }
    }

    /// Returns the byte ranges of the matches in a name.
    pub fn spans(&mut self, name: &str) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        self.meet(name, |_, span| spans.push(span));
        spans
    }

    /// Returns the set of query words that match any word of a name.
    fn met_in(&mut self, name: &str) -> u16 {
        let mut met = 0;
        self.meet(name, |matches, _| met |= matches);
        met
    }

    /// Calls `each` for every matched word of a name, with the set of matching query words and the
    /// longest matched range.
    fn meet(&mut self, name: &str, mut each: impl FnMut(u16, Range<usize>)) {
        for word in words(name) {
            let text = &name.as_bytes()[word.clone()];
            let (met, longest) = if !text.iter().all(u8::is_ascii_alphanumeric) {
                self.meet_pieces(name, word)
            } else if self.first & bit_of(text[0].to_ascii_lowercase()) != 0 {
                self.meet_piece(name, word)
            } else {
                continue;
            };
            if !longest.is_empty() {
                each(met, longest);
            }
        }
    }

    /// Matches a word with an apostrophe also by the pieces around it.
    fn meet_pieces(&mut self, name: &str, word: Range<usize>) -> (u16, Range<usize>) {
        let (mut met, mut longest) = (0, 0..0);
        for piece in pieces(name, word) {
            let (more, letters) = self.meet_piece(name, piece);
            met |= more;
            if letters.len() > longest.len() {
                longest = letters;
            }
        }
        (met, longest)
    }

    fn meet_piece(&mut self, name: &str, piece: Range<usize>) -> (u16, Range<usize>) {
        fold_word(&name[piece.clone()], &mut self.folded);
        let (mut met, mut longest) = (0, 0);
        for (position, word_match) in self.matches.iter().enumerate() {
            if let Some(letters) = met_letters(&self.folded, word_match, self.by_marks) {
                met |= 1 << position;
                longest = longest.max(letters);
            }
        }
        let bytes = if met == 0 {
            0
        } else {
            bytes_of(&name[piece.clone()], longest)
        };
        (met, piece.start..piece.start + bytes)
    }
}

const fn bit_of(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// Returns a word and, if it has an apostrophe, the pieces around it.
fn pieces(name: &str, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut characters = name[word.clone()].char_indices();
    let apostrophe = characters.find(|(_, character)| is_apostrophe(*character));
    let around = apostrophe.map(|(position, character)| {
        let start = word.start;
        [
            start..start + position,
            start + position + character.len_utf8()..word.end,
        ]
    });
    std::iter::once(word).chain(around.into_iter().flatten())
}

/// Returns the number of bytes of a folded word that match; `None` if it does not.
fn met_letters(folded: &str, word_match: &WordMatch, by_marks: bool) -> Option<usize> {
    let typed = &word_match.word.text;
    if folded.as_bytes().first() == typed.as_bytes().first() && folded.starts_with(typed.as_str()) {
        return Some(typed.len());
    }
    let marks = || {
        word_match
            .marks
            .binary_search_by(|mark| mark.as_str().cmp(folded))
    };
    (by_marks && marks().is_ok()).then_some(folded.len())
}

/// Returns the number of bytes of a word whose folded form has this number of bytes.
fn bytes_of(word: &str, folded_bytes: usize) -> usize {
    if word.is_ascii() && !word.contains(['.', '\'', '`', '-']) {
        return folded_bytes.min(word.len());
    }
    let mut left = folded_bytes;
    for (position, character) in word.char_indices() {
        let mut length = 0;
        if !is_apostrophe(character) && !is_dash(character) && character != '.' {
            fold_character(character, &mut |part| length += part.len_utf8());
        }
        // A combining mark belongs to the preceding letter.
        if left == 0 && length > 0 {
            return position;
        }
        left = left.saturating_sub(length);
    }
    word.len()
}

/// Returns the reason of a hit: the first explanation of the words that its shown name does not
/// contain as typed. Names with a meaning or a near word are marked, but plain text shows no marks,
/// so that these are explained too.
pub fn reason(
    index: &Index,
    document: u32,
    matches: &[WordMatch],
    query: &str,
    language: Language,
) -> Option<Reason> {
    if let Some(reason) = language_reason(index, document, matches) {
        return Some(reason);
    }
    let mut marker = Marker::of(matches);
    let name = index.documents.name(document, language);
    let shown = marker.met_in(&name);
    let typed = marker.as_typed().met_in(&name);
    let unseen = || {
        let unseen = matches
            .iter()
            .enumerate()
            .filter(|(position, _)| typed & 1 << position == 0);
        unseen.map(|(_, word_match)| word_match)
    };
    // If all words are shown there is nothing to explain.
    unseen().find(|word_match| word_match.word.text.len() > 1)?;
    let other = index.documents.name(document, language.other());
    let differs = other != name;
    if differs && marker.met_in(&other) & !shown != 0 {
        return Some(Reason::OtherName {
            language: language.other(),
            name: other.into_owned(),
        });
    }
    unseen().find_map(|word_match| reason_of(index, document, word_match, query, language))
}

/// Returns the condition for the requested language: an interpreter, or a question if the document
/// states no language. This matters more to the worker than the reason of the hit.
fn language_reason(index: &Index, document: u32, matches: &[WordMatch]) -> Option<Reason> {
    matches.iter().find_map(|word_match| {
        let mut asked = None;
        let has = |source: &&Source| field_in(index, document, &source.list).is_some();
        for source in word_match.sources.iter().filter(has) {
            match &source.origin {
                Origin::Unstated(language) => {
                    let language = language.clone();
                    asked = Some(Reason::LanguageUnstated { language });
                }
                Origin::Interpreted(language) => {
                    let language = language.clone();
                    asked = Some(Reason::Interpreted { language });
                }
                _ if source.kind == MatchKind::WeakFilter => {}
                // The document contains the word itself: *French immersion*, *Cree*.
                _ => return None,
            }
        }
        asked
    })
}

/// Returns the explanation of the best match of a word in a document.
fn reason_of(
    index: &Index,
    document: u32,
    word_match: &WordMatch,
    query: &str,
    language: Language,
) -> Option<Reason> {
    let mut best: Option<(f32, &Origin)> = None;
    for source in &word_match.sources {
        if matches!(source.kind, MatchKind::WeakFilter | MatchKind::Interpreted) {
            continue;
        }
        let Some(field) = field_in(index, document, &source.list) else {
            continue;
        };
        // The document contains the word, though not in its name.
        if matches!(source.origin, Origin::Plain) {
            return None;
        }
        let worth = source.kind.weights()[field];
        if best.is_none_or(|(other, _)| worth > other) {
            best = Some((worth, &source.origin));
        }
    }
    let typed = |range: &Range<usize>| query[range.clone()].to_owned();
    match best?.1 {
        Origin::Plain | Origin::Interpreted(_) | Origin::Unstated(_) => None,
        Origin::Near(term) => Some(Reason::Close {
            typed: typed(&word_match.word.range),
            found: index.terms.get(*term).to_owned(),
        }),
        Origin::Meaning(meaning, range) => {
            let typed = typed(range);
            let meaning = meant(language, index.synonyms.meaning(*meaning))?;
            let name = index.documents.name(document, language);
            tells_more(&meaning, &typed, &name, language)
                .then_some(Reason::Synonym { typed, meaning })
        }
        Origin::Digits(digits) => Some(Reason::Phone {
            digits: digits.clone(),
        }),
    }
}

fn field_in(index: &Index, document: u32, list: &List) -> Option<usize> {
    let posting = match list {
        List::Stored(list) => index.lists.find(*list, document),
        List::InAll(lists) => index.lists.find_in_all(lists, document),
        List::Inline(postings) => postings
            .binary_search_by_key(&document, |posting| posting.document())
            .ok()
            .map(|position| postings[position]),
        List::Beginning(terms) => terms
            .clone()
            .take(MOST_PROBED)
            .find_map(|term| index.lists.find(term, document)),
    };
    posting.map(crate::search::index::lists::postings::Posting::field)
}

/// Returns true if a meaning adds information to the words as typed and the shown name.
fn tells_more(meaning: &Meant, typed: &str, name: &str, language: Language) -> bool {
    let meaning = match meaning {
        Meant::Message(id) => fold(&Messages::of(language).text(id)).text,
        Meant::Text(text) => fold(text).text,
    };
    meaning != fold(typed).text && !fold(name).text.contains(&meaning)
}

/// Returns a meaning in the worker's language; `None` for a topic, whose title is the shown name, and
/// for words in French, because the synonyms write them in English.
fn meant(language: Language, meaning: &Meaning) -> Option<Meant> {
    let message = |id: String| Some(Meant::Message(id));
    match meaning {
        Meaning::Words { text, .. } => {
            (language == Language::En).then(|| Meant::Text(text.clone()))
        }
        Meaning::Category(category) => message(category.message_id()),
        Meaning::Audience(audience) => message(audience.message_id()),
        Meaning::Region(region) => message(region.message_id()),
        Meaning::Language(language) => message(language.message_id()),
        Meaning::AlwaysOpen => message("search-filter-always-open".to_owned()),
        Meaning::OpenNow => message("search-filter-open-now".to_owned()),
        Meaning::Topic(_) | Meaning::Page(_) => None,
        Meaning::All(meanings) => meanings.first().and_then(|first| meant(language, first)),
    }
}
