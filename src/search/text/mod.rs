//! Words of a text: tokenizing, stems and stop words, initials, and the edit distance of two words.

pub mod distance;
pub mod initials;
pub mod phone;
pub mod stop_words;
pub mod words;
