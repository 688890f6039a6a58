//! Terminal: the only part that touches the tty; it depends on no other part of havre.
//!
//! [`Session`] takes over the terminal and restores it on every exit; [`events`] turns keys,
//! resizes, signals and a lost link into messages on one channel; [`mod@panic`] leaves a readable
//! screen after a defect; [`Capabilities`] describes the terminal.
//!
//! No query is ever sent to the terminal: an answer costs a round trip over SSH, and some terminals
//! never answer.

pub mod alarm;
mod ascii;
mod canvas;
mod capabilities;
pub mod events;
pub mod input;
pub mod keyboard;
pub mod lines;
mod look;
mod opening;
pub mod panic;
mod session;
mod tty;
mod wire;

pub use ascii::spelled as spelled_in_ascii;
pub use capabilities::Capabilities;
pub use events::{Event, HUNG_UP, PANICKED};
pub use opening::Opening;
pub use session::Session;
pub use tty::size;
