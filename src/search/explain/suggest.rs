//! Ways out of an empty list: one filter less, or one word less.

use std::ops::Range;

use crate::search::hits::{Chip, ChipFilter, Drop, FilterKind, Query, Suggestion};
use crate::search::query::parse;

/// What to leave out of a query without hits, with the number of hits that `count` knows of the rest,
/// the most first.
pub fn of(
    query: &Query,
    chips: &[Chip],
    count: &dyn Fn(&Query) -> usize,
    go_on: &dyn Fn() -> bool,
) -> Vec<Suggestion> {
    let mut suggestions = Vec::new();
    for (drop, without) in filters_dropped(query).chain(words_dropped(query, chips)) {
        if !go_on() {
            break;
        }
        let hits = count(&without);
        if hits > 0 {
            suggestions.push(Suggestion { drop, hits });
        }
    }
    suggestions.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.hits));
    suggestions
}

fn filters_dropped(query: &Query) -> impl Iterator<Item = (Drop, Query)> {
    FilterKind::ALL.into_iter().filter_map(|kind| {
        let without = Query {
            text: query.text.clone(),
            filters: kind.dropped_from(&query.filters)?,
        };
        Some((Drop::Filter(kind), without))
    })
}

/// One word less, or those together that ask for what is open now: one of them alone says nothing.
fn words_dropped<'q>(
    query: &'q Query,
    chips: &'q [Chip],
) -> impl Iterator<Item = (Drop, Query)> + 'q {
    let mut words: Vec<Range<usize>> = Vec::new();
    for word in parse::read(&query.text, |_| false).words {
        let now = chips.iter().find(|chip| {
            chip.filter == ChipFilter::OpenNow
                && chip.words.start <= word.range.start
                && word.range.end <= chip.words.end
        });
        words.push(now.map_or(word.range, |chip| chip.words.clone()));
    }
    words.dedup();
    let several = words.len() > 1;
    words.into_iter().filter(move |_| several).map(|word| {
        let without = Query {
            text: without(&query.text, &word),
            filters: query.filters.clone(),
        };
        (Drop::Words(word), without)
    })
}

/// A text without these bytes.
fn without(text: &str, range: &Range<usize>) -> String {
    format!("{}{}", &text[..range.start], text[range.end..].trim_start())
}
