//! Lists of postings: of words and of attributes; their builder and their intersection.

mod attribute_lists;
pub mod intersection;
pub mod lists_builder;
pub mod postings;
pub mod span;
