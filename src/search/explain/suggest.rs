//! Suggestions for an empty list: one filter less, or one word less.

use std::ops::Range;

use crate::directory::Filters;

use crate::search::query::Query;
use crate::search::query::parse;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};

/// Suggestion for an empty list of hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Part of the query to leave out.
    pub drop: Drop,
    /// Number of hits without that part; a lower bound in a large directory.
    pub hits: usize,
}

/// Part of a query to leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drop {
    /// Filter of [`Query::filters`].
    Filter(FilterKind),
    /// Word or implied filter, by its byte range in the query.
    Words(Range<usize>),
}

/// Filter of [`Filters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the variants are the fields of `Filters`")]
pub enum FilterKind {
    Category,
    Region,
    AlwaysOpen,
    Language,
    Audience,
    NoPoliceReport,
    OpenNow,
}

impl FilterKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::Region,
        Self::AlwaysOpen,
        Self::Language,
        Self::Audience,
        Self::NoPoliceReport,
        Self::OpenNow,
    ];

    /// Returns the filters without this one; `None` if it is not set.
    pub fn dropped_from(self, filters: &Filters) -> Option<Filters> {
        let mut left = filters.clone();
        match self {
            Self::Category => left.category = None,
            Self::Region => left.region = None,
            Self::AlwaysOpen => left.always_open = false,
            Self::Language => left.language = None,
            Self::Audience => left.audience = None,
            Self::NoPoliceReport => left.no_police_report = false,
            Self::OpenNow => left.open_now = false,
        }
        (left != *filters).then_some(left)
    }
}

/// Returns the parts to leave out of a query without hits, with the number of hits that `count`
/// returns for the rest, most first.
pub fn of(
    query: &Query,
    query_filters: &[QueryFilter],
    count: &dyn Fn(&Query) -> usize,
    go_on: &dyn Fn() -> bool,
) -> Vec<Suggestion> {
    let mut suggestions = Vec::new();
    for (drop, without) in filters_dropped(query).chain(words_dropped(query, query_filters)) {
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
            words_only: query.words_only,
            filters: kind.dropped_from(&query.filters)?,
        };
        Some((Drop::Filter(kind), without))
    })
}

/// Returns the query without each word; the words for "open now" are dropped together.
fn words_dropped<'q>(
    query: &'q Query,
    query_filters: &'q [QueryFilter],
) -> impl Iterator<Item = (Drop, Query)> + 'q {
    let mut words: Vec<Range<usize>> = Vec::new();
    for word in parse::read(&query.text, |_| false).words {
        let now = query_filters.iter().find(|query_filter| {
            query_filter.filter == ImpliedFilter::OpenNow
                && query_filter.words.start <= word.range.start
                && word.range.end <= query_filter.words.end
        });
        words.push(now.map_or(word.range, |query_filter| query_filter.words.clone()));
    }
    words.dedup();
    let several = words.len() > 1;
    words.into_iter().filter(move |_| several).map(|word| {
        let without = Query {
            text: without(&query.text, &word),
            filters: query.filters.clone(),
            words_only: query.words_only,
        };
        (Drop::Words(word), without)
    })
}

/// Removes a byte range from a text.
fn without(text: &str, range: &Range<usize>) -> String {
    format!("{}{}", &text[..range.start], text[range.end..].trim_start())
}
