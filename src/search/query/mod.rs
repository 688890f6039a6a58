//! Reading a query: its words, the filters among them, and every list of postings that matches a
//! word, by spelling, synonym or phone number.

pub mod expansion;
pub mod parse;
pub mod phone_query;
pub mod query_filters;
pub mod spelling;
pub mod synonyms;
pub mod word_match;
