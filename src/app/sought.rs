//! What a search is known by, while it goes on in a thread of its own.

use std::collections::HashSet;
use std::sync::Arc;

use super::catalogue::Catalogue;
use super::state::App;
use crate::directory::Region;
use crate::i18n::Language;
use crate::search::{Context, Hits, Query};

/// All that decides what is found. The hits of one are no answer to another, and their places mean
/// nothing in another catalogue.
#[derive(Clone, Debug)]
pub struct Sought {
    query: Query,
    language: Language,
    region: Region,
    preferred: HashSet<String>,
    catalogue: Arc<Catalogue>,
}

impl Sought {
    /// Searches, for as long as it may go on.
    pub fn search_while(&self, go_on: &dyn Fn() -> bool) -> Hits {
        let context = Context {
            language: self.language,
            region: self.region,
            preferred: &self.preferred,
        };
        let index = self.catalogue.index();
        index.search_while(&self.query, &context, go_on)
    }

    /// Whether this is what the App searches for now.
    pub fn is_sought_by(&self, app: &App) -> bool {
        *self == app.sought()
    }
}

impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.catalogue, &other.catalogue)
            && (self.language, self.region) == (other.language, other.region)
            && self.preferred == other.preferred
            && self.query == other.query
    }
}

impl Eq for Sought {}

impl App {
    /// What is searched for now, and for whom.
    pub fn sought(&self) -> Sought {
        Sought {
            query: self.query(),
            language: self.language(),
            region: self.region(),
            preferred: self.starred.clone(),
            catalogue: Arc::clone(&self.catalogue),
        }
    }
}
