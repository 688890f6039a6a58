//! Text processing: tokens, stop words, initials, digits of phone numbers and edit distance.

pub mod distance;
pub mod initials;
pub mod phone;
pub mod stop_words;
pub mod words;
