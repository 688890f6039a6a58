//! Interpretation of a query: its words, the filters among them, and every list of postings that
//! matches a word, by spelling, synonym or phone number.

pub mod asking;
pub mod expansion;
mod in_sentence;
pub mod parse;
pub mod phone_query;
pub mod query_filters;
pub mod spelling;
mod stored_synonyms;
mod synonym_file;
pub mod synonyms;
pub mod word_match;

use std::collections::HashSet;

use crate::directory::{Filters, Region};
use crate::i18n::Language;
use crate::places::PlaceId;

/// Search request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Typed text.
    pub text: String,
    /// Filters for every hit.
    pub filters: Filters,
    /// True to search for the words alone, without recognizing needs.
    pub words_only: bool,
}

/// Language, region and bookmarks of the worker; these decide the order of the hits, not their set.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Language of the shown names, to which match spans refer.
    pub language: Language,
    /// Region; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Town, if known.
    pub place: Option<PlaceId>,
    /// Ids of bookmarked contacts, which rank first among equals.
    pub preferred: &'a HashSet<String>,
}
