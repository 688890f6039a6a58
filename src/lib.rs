//! havre (French: *haven*): an offline companion in the terminal for outreach workers in Canada who
//! support a trafficked person or another victim of crime, with guidance and phone numbers.
//!
//! `ARCHITECTURE.md` describes the parts and their dependencies.

pub mod app;
pub mod assets;
pub mod bookmarks;
mod classifier;
pub mod cli;
pub mod clock;
pub mod confine;
pub mod corrections;
pub mod directory;
pub mod document;
pub mod files;
mod generated;
pub mod guide;
pub mod handout;
pub mod i18n;
pub mod interchange;
pub mod keys;
pub mod needs;
pub mod paths;
pub mod pathways;
pub mod persistence;
pub mod places;
pub mod plain;
pub mod runtime;
pub mod search;
pub mod settings;
mod tables;
pub mod terminal;
pub mod ui;

/// Fixtures shared by the unit tests and `tests/`.
#[cfg(test)]
#[path = "../tests/fixtures/mod.rs"]
mod fixtures;

#[cfg(test)]
extern crate self as havre;
