//! Decision whether a query has an answer in the directory.
//!
//! One word of a text is near to some word of a large directory by chance: *bread* to *broad*,
//! *météo* to *métro*. Hits by chance look like an answer, so a query finds something only if one
//! document meets
//!
//! - every word of it, even by near words, as a single misspelt word does, or
//! - more than half of its words, where a word that is only near, or a beginning that is finished,
//!   counts half; of two words, one that several names have ("police" and a hamlet).
//!
//! Filters are not counted: a town does not say which service is requested there. An unknown word
//! at the end of up to three letters is not counted either: it may be unfinished, and so short a
//! word is not corrected. A word without a meaning of its own (*quoi*) is matched by names and
//! prefixes only.

use crate::search::index::Index;
use crate::search::query::word_match::{List, WordMatch};
use crate::search::rank::MatchKind;
use crate::search::text::stop_words::is_stop_word;

/// The number of letters up to which an unknown word at the end has only been begun.
const JUST_BEGUN: usize = 3;

/// Of two words one is enough, if several names have it: it is a kind of service.
const PAIR: usize = 2;
/// Least number of names with a word that is a kind of service.
const SEVERAL: u32 = 3;

/// Weight of a certain match, in halves.
const SURE: usize = 2;

/// Counted words of a query.
#[derive(Debug, Default)]
pub struct Sufficiency {
    /// Bit of each word, its worth in halves, and true if several names have it.
    words: Vec<(u16, usize, bool)>,
    /// Last evaluated set of words, with the result.
    last: Option<(u16, bool)>,
}

impl Sufficiency {
    /// Reads the words of a query; the bit of each is its position.
    pub fn of(index: &Index, words: &[WordMatch]) -> Self {
        let counted = words.iter().enumerate().filter(|(_, word)| counts(word));
        Self {
            words: counted
                .map(|(position, word)| (1 << position, halves(index, word), is_named(index, word)))
                .collect(),
            last: None,
        }
    }

    /// Returns true if a document that matches these words is an answer.
    pub fn allows(&mut self, met: u16) -> bool {
        match self.last {
            Some((last, is_sufficient)) if last == met => is_sufficient,
            _ => {
                let is_sufficient = self.is_sufficient(met);
                self.last = Some((met, is_sufficient));
                is_sufficient
            }
        }
    }

    fn is_sufficient(&self, met: u16) -> bool {
        let is_met = |(bit, halves, _): &&(u16, usize, bool)| met & bit != 0 && *halves > 0;
        let met: Vec<_> = self.words.iter().filter(is_met).collect();
        let halves: usize = met.iter().map(|(_, halves, _)| halves).sum();
        let named = met.iter().any(|(_, _, named)| *named);
        let all = self.words.len();
        met.len() == all || halves > all || all == PAIR && named
    }
}

fn counts(word: &WordMatch) -> bool {
    let begun = word.word.open && word.word.text.chars().count() <= JUST_BEGUN;
    let is_unfinished = begun && word.sources.is_empty();
    !(word.is_filter || word.is_replaced || is_unfinished)
}

/// Returns the worth of a matched word, in halves.
fn halves(index: &Index, word: &WordMatch) -> usize {
    let is_small = is_stop_word(&word.word.text);
    let is_sure = |kind: MatchKind, list: &List| match kind {
        MatchKind::Exact | MatchKind::Inflected if is_small => is_in_names(index, list),
        MatchKind::Prefix => word.word.open,
        MatchKind::Near(..) | MatchKind::NearSynonym | MatchKind::WeakFilter => false,
        _ => true,
    };
    let mut sources = word.sources.iter();
    if sources.any(|source| is_sure(source.kind, &source.list)) {
        SURE
    } else {
        usize::from(!is_small)
    }
}

fn is_named(index: &Index, word: &WordMatch) -> bool {
    let is_sure = |kind| matches!(kind, MatchKind::Exact | MatchKind::Inflected);
    let mut sources = word.sources.iter();
    sources.any(|source| match source.list {
        List::Stored(list) if is_sure(source.kind) => in_names(index, list) >= SEVERAL,
        _ => false,
    })
}

fn is_in_names(index: &Index, list: &List) -> bool {
    matches!(list, List::Stored(list) if in_names(index, *list) > 0)
}

fn in_names(index: &Index, list: u32) -> u32 {
    index.lists.names.count(list..list + 1)
}
