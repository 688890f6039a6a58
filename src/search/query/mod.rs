//! Reading a query: its words, the filters among them, and every list of postings that matches a
//! word, by spelling, synonym or phone number.

pub mod expansion;
pub mod parse;
pub mod phone_query;
pub mod query_filters;
pub mod spelling;
mod synonym_file;
pub mod synonyms;
pub mod word_match;

use std::collections::HashSet;

use crate::directory::{Filters, Region};
use crate::i18n::Language;
use crate::places::PlaceId;

/// A search request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The typed text.
    pub text: String,
    /// Filters that every hit must pass.
    pub filters: Filters,
    /// True to search for the words alone, without recognizing needs.
    pub words_only: bool,
}

/// The worker's language, region and bookmarks; these decide the order of the hits, not their set.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language of the shown names, to which match spans refer.
    pub language: Language,
    /// The worker's region; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// The worker's town, where that is known.
    pub place: Option<PlaceId>,
    /// Ids of bookmarked contacts, which rank first among equals.
    pub preferred: &'a HashSet<String>,
}
