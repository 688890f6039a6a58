//! Input of the keyboard, decoded into keys and pastes.
//!
//! Replaces crossterm's reader, which reports a key only after all input before it, waits for the
//! end of a paste without limit, and spins on a dead terminal.

mod burst;
mod decode;
mod sequence;
#[cfg(test)]
mod tests;

pub use burst::{Burst, is_burst};
pub use decode::{Decoder, Input};
