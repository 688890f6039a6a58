//! Identity of a search that continues in its own thread.

use std::collections::HashSet;
use std::sync::Arc;

use super::state::App;
use crate::assets::Catalogue;
use crate::directory::Region;
use crate::i18n::Language;
use crate::places::PlaceId;
use crate::search::{Context, Hits, Query};

/// Data that determines the hits of a search. Hits of one session do not answer another, and their
/// indices are meaningless in another catalogue.
#[derive(Clone, Debug)]
pub struct QuerySession {
    query: Query,
    language: Language,
    region: Region,
    place: Option<PlaceId>,
    preferred: HashSet<String>,
    catalogue: Arc<Catalogue>,
}

impl QuerySession {
    /// Searches until done, or until `go_on` returns false.
    pub fn search_while(&self, go_on: &dyn Fn() -> bool) -> Hits {
        let context = Context {
            language: self.language,
            region: self.region,
            place: self.place,
            preferred: &self.preferred,
        };
        let catalogue = &self.catalogue;
        catalogue.search_while(&self.query, &context, go_on)
    }

    /// Returns true if the App still needs this search.
    pub fn is_current_in(&self, app: &App) -> bool {
        *self == app.query_session()
    }
}

impl PartialEq for QuerySession {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.catalogue, &other.catalogue)
            && (self.language, self.region, self.place)
                == (other.language, other.region, other.place)
            && self.preferred == other.preferred
            && self.query == other.query
    }
}

impl Eq for QuerySession {}

impl App {
    /// Returns the session of the current query.
    pub fn query_session(&self) -> QuerySession {
        QuerySession {
            query: self.query(),
            language: self.language(),
            region: self.region(),
            place: self.place(),
            preferred: self.preferred().clone(),
            catalogue: Arc::clone(&self.catalogue),
        }
    }
}
