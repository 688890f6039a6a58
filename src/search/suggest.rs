//! Ways out of an empty list: one filter less, or one word less.

use std::ops::Range;

use super::index::Index;
use super::query;
use super::types::{Context, Drop, FilterKind, Query, Suggestion};

/// What to leave out of a query without hits, with the number of hits that gives, the most first.
pub fn of(
    index: &Index,
    query: &Query,
    context: &Context<'_>,
    go_on: &dyn Fn() -> bool,
) -> Vec<Suggestion> {
    let mut suggestions = Vec::new();
    for (drop, without) in filters_dropped(query).chain(words_dropped(query)) {
        if !go_on() {
            break;
        }
        let hits = index.count(&without, context, go_on);
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

fn words_dropped(query: &Query) -> impl Iterator<Item = (Drop, Query)> {
    let words = query::read(&query.text, |_| false).words;
    let several = words.len() > 1;
    words.into_iter().filter(move |_| several).map(|word| {
        let without = Query {
            text: without(&query.text, &word.range),
            filters: query.filters.clone(),
        };
        (Drop::Words(word.range), without)
    })
}

/// A text without these bytes.
fn without(text: &str, range: &Range<usize>) -> String {
    format!("{}{}", &text[..range.start], text[range.end..].trim_start())
}
