//! Words of a query that can only mean a filter: a region, a language, whom it is for, 24/7, now.
//!
//! Such words do not cut the list by themselves: a document meets them by passing the filter or by
//! having the words, so that *Women's shelter* is found by *women* whomever it says it serves. What is open
//! now is the one exception: no document has that by itself, so its words are taken out of the search
//! and the clock decides afterwards.

use super::expansion::{list_of, range_of, topics_in, weak_list_of};
use super::synonyms::{Entry, Meaning, Strength};
use super::word_match::{Need, Origin};
use crate::search::hits::{Chip, ChipFilter};
use crate::search::index::Index;
use crate::search::rank::Way;
use crate::search::text::words::{asked_form, stem, words};

/// Finds the filters among the words, and adds the documents that pass them.
pub fn add_filters(index: &Index, needs: &mut [Need]) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut start = 0;
    while start < needs.len() {
        let longest = index
            .synonyms
            .longest_with(&needs[start].word.text)
            .min(needs.len() - start);
        let found = (1..=longest).rev().find_map(|length| {
            let entry = filter_of(index, &needs[start..start + length])?;
            Some((length, entry))
        });
        let Some((length, entry)) = found else {
            start += 1;
            continue;
        };
        let phrase = &mut needs[start..start + length];
        for number in entry.meanings.clone() {
            let meaning = index.synonyms.meaning(number);
            add_filter(index, phrase, meaning);
            if let Some(filter) = filter(meaning) {
                let words = range_of(phrase);
                chips.push(Chip { filter, words });
            }
        }
        start += length;
    }
    chips
}

/// Has each chip take the small word before it along: *en* of *en français* means nothing without it.
pub fn take_small_words(text: &str, chips: &mut [Chip]) {
    for chip in chips {
        let before = text.get(..chip.words.start).unwrap_or_default();
        let last = words(before).last();
        let small = last.filter(|last| {
            let blank = before[last.end..].trim().is_empty();
            blank && SMALL_WORDS.contains(&&*asked_form(&before[last.clone()]))
        });
        if let Some(small) = small {
            chip.words.start = small.start;
        }
    }
}

/// The words that lead to a place, a language or people, folded.
const SMALL_WORDS: [&str; 9] = [
    "a", "au", "aux", "dans", "en", "for", "in", "pour", "within",
];

fn filter_of<'i>(index: &'i Index, phrase: &[Need]) -> Option<&'i Entry> {
    let words: Vec<&str> = phrase.iter().map(|need| &*need.word.text).collect();
    let stems: Vec<&str> = words.iter().map(|word| stem(word)).collect();
    let is_filter = |entry: &&Entry| entry.strength == Strength::Filter;
    index
        .synonyms
        .of_phrase(&words.join(" "))
        .find(is_filter)
        .or_else(|| index.synonyms.of_phrase(&stems.join(" ")).find(is_filter))
}

fn add_filter(index: &Index, phrase: &mut [Need], meaning: &Meaning) {
    for need in phrase {
        if *meaning == Meaning::OpenNow {
            need.forget();
            need.means_else = true;
        }
        if let Some(list) = list_of(index, meaning) {
            need.add(list, Way::Filter, Origin::Plain);
            need.is_filter = true;
        }
        if let Some(list) = topics_in(index, meaning) {
            need.add(list, Way::WeakFilter, Origin::Plain);
        }
        if let Some(list) = weak_list_of(index, meaning) {
            let origin = match meaning {
                Meaning::Language(language) => Origin::Unstated(language.clone()),
                _ => Origin::Plain,
            };
            need.add(list, Way::WeakFilter, origin);
            need.is_filter = true;
        }
    }
}

fn filter(meaning: &Meaning) -> Option<ChipFilter> {
    Some(match meaning {
        Meaning::Region(region) => ChipFilter::Region(*region),
        Meaning::Language(language) => ChipFilter::Language(language.clone()),
        Meaning::Audience(audience) => ChipFilter::Audience(*audience),
        Meaning::AlwaysOpen => ChipFilter::AlwaysOpen,
        Meaning::OpenNow => ChipFilter::OpenNow,
        _ => return None,
    })
}
