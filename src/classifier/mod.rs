//! Linear classifier of short texts, trained when the program is built.
//!
//! [`Words`] are the words of a folded text and its features; a [`Table`] has a weight of each
//! feature for each class. Needs and notes about persons are recognized by it.

mod features;
pub mod format;
mod safety;
mod table;

pub use features::{Words, length};
pub use table::{MOST_CLASSES, Scores, Table, Weighed};
