//! Behaviour of the program: content of the screens, effects of keys. No terminal, no clock, no
//! disk.

pub mod action;
pub mod content;
mod cover;
pub mod danger;
mod done;
mod history;
pub mod keymap;
pub mod list_rows;
pub mod notice;
mod query_session;
pub mod reading;
mod screen;
pub mod screens;
mod start;
pub mod state;
pub mod subject;
pub mod tabs;
pub mod troubles;
mod update;
pub mod view;

pub use action::{Action, DiskEffect, Effect, Outcome, Renewed, TerminalEffect};
pub use content::Content;
pub use keymap::{Key, KeyCode};
pub use query_session::QuerySession;
pub use screens::TabId;
pub use start::Start;
pub use state::App;
pub use update::{begins_with_number, update};
pub use view::filter::{FilterRow, FilterValue};
