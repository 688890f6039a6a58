//! Ways out of an empty list: one filter less, or one word less.

use std::ops::Range;

use crate::directory::Filters;

use crate::search::query::Query;
use crate::search::query::parse;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};

/// A way out of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to leave out.
    pub drop: Drop,
    /// How many hits there would be; in a large directory, at least so many.
    pub hits: usize,
}

/// What a suggestion leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drop {
    /// One filter of [`Query::filters`].
    Filter(FilterKind),
    /// One word or query_filter, by its bytes in the query's text.
    Words(Range<usize>),
}

/// Which filter of [`Filters`].
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
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Category,
        Self::Region,
        Self::AlwaysOpen,
        Self::Language,
        Self::Audience,
        Self::NoPoliceReport,
        Self::OpenNow,
    ];

    /// The filters without this one; `None` where it is off already.
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

/// What to leave out of a query without hits, with the number of hits that `count` knows of the rest,
/// the most first.
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
            filters: kind.dropped_from(&query.filters)?,
        };
        Some((Drop::Filter(kind), without))
    })
}

/// One word less, or those together that ask for what is open now: one of them alone says nothing.
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
        };
        (Drop::Words(word), without)
    })
}

/// A text without these bytes.
fn without(text: &str, range: &Range<usize>) -> String {
    format!("{}{}", &text[..range.start], text[range.end..].trim_start())
}
