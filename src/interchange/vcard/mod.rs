//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
//!
//! The parsers on crates.io take text, and refuse the card where one line is wrong; real exports mix
//! encodings from line to line, so that a card is text only once its properties are told apart.

mod lines;
mod read;
mod write;

pub use read::read;
pub use write::{Version, write};

#[cfg(test)]
mod tests;
