//! Checks of contacts against the rules of the directory, listed in [`Fault`].
//!
//! All faults are collected; no check stops at the first one.

mod contact;
mod doubt;
mod fault;
mod files;
mod harm;
mod places;
mod shape;

use crate::i18n::typography::{Flaw, is_forbidden};

pub use contact::contact;
pub use fault::Fault;
pub use files::{FileProblem, Report, files, files_with_places};
pub use harm::harm;
pub use places::unknown_places;
pub use shape::{is_address, is_day, is_email, is_phone, is_slug};

/// Returns the first character of a text that must not reach a terminal, as a flaw.
pub fn unprintable(text: &str) -> Option<Flaw> {
    let mut characters = text.chars();
    characters
        .find(|one| is_forbidden(*one))
        .map(Flaw::Forbidden)
}

/// Fault of a contact with its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field inside the record (`phones[0].number`); empty for the record itself.
    pub field: String,
    /// The fault.
    pub fault: Fault,
}
