//! Search of contacts and guide topics, from the typed text to ranked hits.
//!
//! A query goes through these parts:
//!
//! 1. `text` splits texts into folded words.
//! 2. `index` holds the postings of every word and attribute of the documents.
//! 3. `query` finds the lists of postings that match each word of a query.
//! 4. `rank` scans those lists, scores the documents and orders them; it states the ranking rules.
//! 5. `explain` marks the matches in names, gives the reason of a hit, and suggests words to leave
//!    out if there are no hits.
//!
//! `nearby` computes the distance of a service from the named town or the worker's, `by_need` puts
//! the contacts of a recognized need before the hits of the words, and `by_name` finds the contacts
//! that a number or a name within the text means.
//!
//! Independent of the terminal and the disk.

mod by_name;
mod by_need;
mod execute;
mod explain;
mod hits;
mod index;
mod nearby;
mod open_now;
mod query;
mod rank;
mod service;
mod text;
mod unstated_languages;

pub use explain::reason::{Meant, Reason};
pub use explain::suggest::{Drop, FilterKind, Suggestion};
pub use hits::{FoundBy, Hit, Hits};
pub use index::topics::{TopicText, TopicTitle, topics};
pub use index::{Index, IndexBuilder, Item, Knowledge};
pub use open_now::Clock;
pub use query::parse::MOST_WORDS;
pub use query::query_filters::{ImpliedFilter, QueryFilter};
pub use query::synonyms::{Synonyms, SynonymsError};
pub use query::{Context, Query};
pub use rank::best::MOST;
pub use service::{Answer, Service};
