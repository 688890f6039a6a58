//! Packs: directories as files, applied to the embedded directory.
//!
//! A pack is a file of JSON lines: a [`Header`], then one contact a line, or an id that the pack
//! removes. `docs/packs.md` describes the format.
//!
//! - [`Pack`] is an opened file; its contacts are read on demand;
//! - [`merge`] applies packs to the directory by explicit rules;
//! - [`Folders`] finds, installs and removes pack files;
//! - [`trust`] decides which packs are accepted;
//! - [`vital`] keeps unsigned packs from replacing numbers on which a life may depend.

pub mod comparison;
pub mod conflict;
pub mod difference;
mod distrust;
mod folders;
pub mod merge;
mod pack;
pub mod prepared;
mod record;
mod removal;
mod unfinished;

pub use folders::{Folders, Opened};
pub use pack::{
    Cleaned, Cleaning, EMBEDDED, EXTENSION, Gone, Header, LONGEST_LINE, LineText, Pack, PackError,
    PackLine, VERSION, field_in_words, is_pack, is_table, name_of, schema, trust, vital, write,
};
