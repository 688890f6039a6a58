//! From what the worker types to ranked contacts and topics of the guide.
//!
//! Text in, ranked places and match spans out: knows no terminal and no disk. [`rank`] states the
//! order of hits; [`synonyms`] says what everyday words mean; [`index`] is what is kept.

mod attributes;
mod build;
mod chips;
mod dial;
mod distance;
mod explain;
mod find;
mod gather;
pub mod index;
mod initials;
mod letters;
mod lists;
mod meanings;
mod name_order;
mod needs;
mod open_now;
mod order;
mod phone;
mod query;
pub mod rank;
mod reason;
mod scores;
mod spelling;
mod suggest;
pub mod synonyms;
mod terms;
mod topics;
mod types;
mod unstated;
mod vocabulary;
mod words;

pub use index::Index;
pub use open_now::Clock;
pub use reason::{Meant, Reason};
pub use synonyms::Synonyms;
pub use topics::topics;
pub use types::{
    Chip, ChipFilter, Context, Drop, FilterKind, Hit, Hits, Item, MOST, MOST_WORDS, Query,
    Suggestion, TopicText,
};
