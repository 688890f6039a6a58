//! The whole behaviour: what is shown, what a key does. No terminal, no clock, no disk.

pub mod action;
pub mod catalogue;
pub mod content;
mod danger;
pub mod editor;
pub mod field;
mod filter_value;
pub mod footer;
pub mod help;
pub mod keymap;
pub mod layout;
pub mod listing;
pub mod lists;
pub mod notice;
pub mod overlay;
pub mod own_form;
mod query_session;
pub mod reading;
pub mod region_map;
pub mod settings_form;
pub mod state;
pub mod tabs;
pub mod topics;
pub mod troubles;
mod update;
mod ways_out;

pub use action::{Action, DiskEffect, Effect, Key, KeyCode, Outcome, TerminalEffect};
pub use content::Content;
pub use filter_value::FilterValue;
pub use query_session::QuerySession;
pub use state::{App, Start};
pub use update::filters::Row as FilterRow;
pub use update::update;
