//! The whole behaviour: what is shown, what a key does. No terminal, no clock, no disk.

pub mod action;
pub mod catalogue;
pub mod content;
mod danger;
mod done;
pub mod field;
mod filter_value;
pub mod footer;
pub mod help;
pub mod keymap;
pub mod layout;
pub mod listing;
pub mod lists;
pub mod notice;
mod query_session;
pub mod reading;
pub mod screens;
pub mod state;
pub mod tabs;
pub mod troubles;
mod update;

pub use action::{Action, DiskEffect, Effect, Key, KeyCode, Outcome, TerminalEffect};
pub use content::Content;
pub use filter_value::FilterValue;
pub use query_session::QuerySession;
pub use screens::filters::Row as FilterRow;
pub use state::{App, Start};
pub use update::update;
