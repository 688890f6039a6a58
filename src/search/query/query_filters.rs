//! Filters implied by words of a query: a region, a language, an audience, 24/7, open now. Such
//! words do not cut the list by themselves: a document matches them by passing the filter or by
//! containing them, so that *Women's shelter* is found by *women* whatever audience it states. The
//! exception is "open now", which the index cannot evaluate: its words are removed from the search,
//! and the clock decides afterwards.

use std::ops::Range;

use super::expansion::{add_entry, list_of, range_of, topics_in, weak_list_of};
use super::in_sentence;
use super::synonyms::{Entry, Meaning, Strength};
use super::word_match::{List, Origin, WordMatch};
use crate::directory::{Audience, Filters, LanguageCode, Region};
use crate::i18n::Messages;
use crate::needs::ages_of_children;
use crate::places::{Places, Target};
use crate::search::index::Index;
use crate::search::rank::MatchKind;
use crate::search::text::words::{asked_form, stem, words};

/// Filter implied by words of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryFilter {
    /// Implied filter.
    pub filter: ImpliedFilter,
    /// Byte range of the words in the query.
    pub words: Range<usize>,
}

/// Kind of an implied filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImpliedFilter {
    /// Serves a region; Canada-wide contacts come after.
    Region(Region),
    /// Speaks a language; contacts with interpreters come after, then those that state none.
    Language(LanguageCode),
    /// Serves an audience; contacts that serve everyone come after.
    Audience(Audience),
    /// Helps in a town or an area.
    Place(Target),
    /// Is always open.
    AlwaysOpen,
    /// Is open now. The index has no clock: a caller with a clock removes the others with
    /// [`keep_open`](crate::search::Index::keep_open).
    OpenNow,
}

impl ImpliedFilter {
    /// Returns true if these filters, set by hand, request the same.
    pub fn is_among(&self, filters: &Filters) -> bool {
        match self {
            Self::Region(region) => filters.region == Some(*region),
            Self::Language(language) => filters.language.as_ref() == Some(language),
            Self::Audience(audience) => filters.audience == Some(*audience),
            Self::Place(_) => false,
            Self::AlwaysOpen => filters.always_open,
            Self::OpenNow => filters.open_now,
        }
    }

    /// Returns its name on the screen.
    pub fn label(&self, places: Option<&Places>, messages: &Messages) -> String {
        match self {
            Self::Region(region) => messages.text(&region.message_id()),
            Self::Language(language) => messages.text(&language.message_id()),
            Self::Audience(audience) => messages.text(&audience.message_id()),
            Self::Place(target) => {
                let name = places.map(|places| places.name(*target).get(messages.language()));
                let name = name.unwrap_or_default();
                messages.format("search-filter-near", &[("place", name.into())])
            }
            Self::AlwaysOpen => messages.text("search-filter-always-open"),
            Self::OpenNow => messages.text("search-filter-open-now"),
        }
    }
}

/// Finds the filters that words imply, and adds the documents that pass them to the words' matches.
pub fn add_filters(index: &Index, text: &str, matches: &mut [WordMatch]) -> Vec<QueryFilter> {
    let mut query_filters = Vec::new();
    let mut start = 0;
    while start < matches.len() {
        let longest = index
            .synonyms
            .longest_with(&matches[start].word.text)
            .min(matches.len() - start);
        let found = (1..=longest).rev().find_map(|length| {
            let entry = filter_of(index, &matches[start..start + length])?;
            Some((length, entry))
        });
        let Some((length, entry)) = found else {
            start += 1;
            continue;
        };
        let phrase = &mut matches[start..start + length];
        for number in entry.meanings.clone() {
            let meaning = index.synonyms.meaning(number);
            if !in_sentence::is_filter(text, &range_of(phrase), meaning) {
                if matches!(meaning, Meaning::Language(_)) {
                    leave_out(phrase);
                }
                continue;
            }
            add_filter(index, phrase, meaning);
            if let Some(filter) = filter(meaning) {
                let words = range_of(phrase);
                query_filters.push(QueryFilter { filter, words });
            }
        }
        start += length;
    }
    query_filters
}

/// Phrase with the same meanings as the age of a child.
const LIKE_AN_AGE: &str = "underage";

/// Takes each age of a child or a youth (*16 ans*, *13yo*) as the same filters as *girl* and *boy*.
pub fn add_ages(
    index: &Index,
    text: &str,
    matches: &mut [WordMatch],
    query_filters: &mut Vec<QueryFilter>,
) {
    for age in ages_of_children(text) {
        let at = |word_match: &WordMatch| word_match.word.range.start == age.start;
        let Some(position) = matches.iter().position(at) else {
            continue;
        };
        for entry in index.synonyms.of_phrase(LIKE_AN_AGE) {
            let kind = MatchKind::Synonym(entry.strength, 1);
            add_entry(index, matches, &[position], entry, kind);
        }
        for audience in [Audience::Youth, Audience::Children] {
            let phrase = &mut matches[position..=position];
            add_filter(index, phrase, &Meaning::Audience(audience));
            query_filters.push(QueryFilter {
                filter: ImpliedFilter::Audience(audience),
                words: age.clone(),
            });
        }
    }
    query_filters.sort_by_key(|filter| filter.words.start);
}

/// Extends each filter over a preceding preposition: *en* of *en français* means nothing without
/// it.
pub fn take_small_words(text: &str, query_filters: &mut [QueryFilter]) {
    for query_filter in query_filters {
        let before = text.get(..query_filter.words.start).unwrap_or_default();
        let last = words(before).last();
        let small = last.filter(|last| {
            let blank = before[last.end..].trim().is_empty();
            blank && SMALL_WORDS.contains(&&*asked_form(&before[last.clone()]))
        });
        if let Some(small) = small {
            query_filter.words.start = small.start;
        }
    }
}

/// Prepositions before regions, languages and audiences, folded.
const SMALL_WORDS: [&str; 9] = [
    "a", "au", "aux", "dans", "en", "for", "in", "pour", "within",
];

fn filter_of<'i>(index: &'i Index, phrase: &[WordMatch]) -> Option<&'i Entry> {
    let words: Vec<&str> = phrase
        .iter()
        .map(|word_match| &*word_match.word.text)
        .collect();
    let stems: Vec<&str> = words.iter().map(|word| stem(word)).collect();
    let is_filter = |entry: &&Entry| entry.strength == Strength::Filter;
    index
        .synonyms
        .of_phrase(&words.join(" "))
        .find(is_filter)
        .or_else(|| index.synonyms.of_phrase(&stems.join(" ")).find(is_filter))
}

fn add_filter(index: &Index, phrase: &mut [WordMatch], meaning: &Meaning) {
    for word_match in phrase {
        if *meaning == Meaning::OpenNow {
            leave_out(std::slice::from_mut(word_match));
        }
        if let Some(list) = list_of(index, meaning) {
            word_match.add(list, MatchKind::Filter, Origin::Plain);
            word_match.is_filter = true;
        }
        if let Meaning::Language(language) = meaning {
            let list = List::Stored(index.interpreters_list());
            let origin = Origin::Interpreted(language.clone());
            word_match.add(list, MatchKind::Interpreted, origin);
            word_match.is_filter = true;
        }
        if let Some(list) = topics_in(index, meaning) {
            word_match.add(list, MatchKind::WeakFilter, Origin::Plain);
        }
        if let Some(list) = weak_list_of(index, meaning) {
            let origin = match meaning {
                Meaning::Language(language) => Origin::Unstated(language.clone()),
                _ => Origin::Plain,
            };
            word_match.add(list, MatchKind::WeakFilter, origin);
            word_match.is_filter = true;
        }
    }
}

/// Leaves words out of the search.
fn leave_out(phrase: &mut [WordMatch]) {
    for word_match in phrase {
        word_match.clear();
        word_match.is_replaced = true;
    }
}

fn filter(meaning: &Meaning) -> Option<ImpliedFilter> {
    Some(match meaning {
        Meaning::Region(region) => ImpliedFilter::Region(*region),
        Meaning::Language(language) => ImpliedFilter::Language(language.clone()),
        Meaning::Audience(audience) => ImpliedFilter::Audience(*audience),
        Meaning::AlwaysOpen => ImpliedFilter::AlwaysOpen,
        Meaning::OpenNow => ImpliedFilter::OpenNow,
        _ => return None,
    })
}
