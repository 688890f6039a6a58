//! Comma-separated values (RFC 4180) as address books write them: Google, Outlook, havre itself.

mod columns;
mod read;
mod write;

pub(super) use read::FORMULA;
pub use read::{is_contacts, read};
pub(super) use write::guarded;
pub use write::write;

#[cfg(test)]
mod tests;
