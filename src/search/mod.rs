//! Search of contacts and guide topics, from the typed text to ranked hits.
//!
//! A query goes through these parts:
//!
//! 1. `text` cuts texts into folded words.
//! 2. `index` holds the postings of every word and attribute of the documents.
//! 3. `query` finds for each word of a query the lists of postings that match it.
//! 4. `rank` scans those lists, scores the documents and orders them; it states the ranking rules.
//! 5. `explain` marks the matches in names, says why a hit was found, and suggests what to leave
//!    out where nothing was.
//!
//! `nearby` says how near a service is to the town that the text names or where the worker is, and
//! `by_need` puts what serves a recognized need before the hits of the words.
//!
//! Search knows neither the terminal nor the disk.

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
pub use hits::{FoundBy, Hit, Hits, Item, MOST};
pub use index::topics::{TopicText, topics};
pub use index::{Index, Knowledge};
pub use open_now::Clock;
pub use query::parse::MOST_WORDS;
pub use query::query_filters::{ImpliedFilter, QueryFilter};
pub use query::synonyms::{Synonyms, SynonymsError};
pub use query::{Context, Query};
pub use service::{Answer, Service};
