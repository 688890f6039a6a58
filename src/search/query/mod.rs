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

/// What the worker asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that she typed.
    pub text: String,
    /// What every hit must pass.
    pub filters: Filters,
}

/// Who asks: it decides the order of the hits, never which there are.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language that names are shown in; spans refer to it.
    pub language: Language,
    /// Where she works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Ids of the contacts that she bookmarked: first among equals.
    pub preferred: &'a HashSet<String>,
}
