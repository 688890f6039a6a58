//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
//!
//! The parsers on crates.io take text, and refuse a card with one invalid line; real exports change
//! the encoding from line to line, so that properties must be separated before they are decoded.

mod lines;
mod number;
mod read;
mod write;

pub use read::read;
pub use write::{Version, write};

#[cfg(test)]
mod tests;
