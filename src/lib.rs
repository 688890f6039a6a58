//! havre (French: *haven*): an offline companion in the terminal for outreach workers in Canada
//! who sit beside a trafficked person, or another victim of crime, and need the right words and
//! the right number now.
//!
//! `ARCHITECTURE.md` is the map of the parts and says who may know whom.

pub mod app;
pub mod assets;
pub mod bookmarks;
pub mod cli;
pub mod clock;
pub mod confine;
pub mod directory;
pub mod document;
pub mod files;
pub mod guide;
pub mod i18n;
pub mod interchange;
pub mod needs;
pub mod paths;
pub mod pathways;
pub mod persistence;
pub mod places;
pub mod plain;
pub mod runtime;
pub mod search;
pub mod settings;
pub mod terminal;
pub mod ui;

/// What the tests beside the code share with those in `tests/`.
#[cfg(test)]
#[path = "../tests/fixtures/mod.rs"]
mod fixtures;

#[cfg(test)]
extern crate self as havre;
