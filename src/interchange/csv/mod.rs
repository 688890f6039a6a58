//! Comma-separated values (RFC 4180) of address books: Google, Outlook, havre itself.

mod cells;
mod columns;
mod facts;
mod headings;
mod layout;
mod read;
mod write;

pub use read::{headings_of, is_contacts, read};
pub use write::{guarded, headings, table, write};

#[cfg(test)]
mod tests;
