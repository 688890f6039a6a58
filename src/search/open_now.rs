//! Of what was found, who answers now.
//!
//! That is a matter of the clock, which an index has none of: so the others are taken out of the hits
//! once they are found, and what is counted beside them is counted anew.

use super::explain::suggest;
use super::explain::suggest::{Drop, FilterKind};
use super::hits::{Hits, Item};
use super::index::Index;
use super::query::{Context, Query};
use crate::directory::hours::Asking;
use crate::directory::{Contact, reach};

/// What tells who answers now, by the number that is called first ([`reach::first_answer`]).
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// Those that are searched.
    pub contacts: &'a [Contact],
    /// The time, and where it is asked.
    pub asking: Asking<'a>,
}

impl Clock<'_> {
    /// Whether it answers now; `None` where nobody knows. A topic answers nothing.
    fn answers(self, item: Item) -> Option<bool> {
        match item {
            Item::Topic(_) => Some(false),
            Item::Contact(index) => {
                reach::first_answer(&self.contacts[index], self.asking).is_open()
            }
        }
    }
}

impl Index {
    /// Keeps those hits of a query that are known to answer now. Returns how many were taken out because
    /// nobody knows: hours that are not known are not open. Where none is left, says what to leave out
    /// to find some, for as long as `go_on` says so.
    pub fn keep_open(
        &self,
        hits: &mut Hits,
        query: &Query,
        context: &Context<'_>,
        clock: Clock<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        let mut unknown = 0;
        hits.hits.retain(|hit| {
            let open = clock.answers(hit.item);
            unknown += usize::from(open.is_none());
            open == Some(true)
        });
        hits.total = hits.hits.len();
        if hits.languages_unstated > 0 {
            let open = |document: u32| clock.answers(self.documents.item(document)) == Some(true);
            hits.languages_unstated = self.count_unstated(query, hits, context, &open, go_on);
        }
        if hits.hits.is_empty() && !hits.partial {
            let count = |query: &Query| self.count_open(query, context, clock, go_on);
            hits.suggestions = suggest::of(query, &hits.query_filters, &count, go_on);
            // What she named is there, though nobody answers: that comes before what she did not name.
            let by_words = hits.open_now_words().map(Drop::Words);
            let now = by_words.unwrap_or(Drop::Filter(FilterKind::OpenNow));
            hits.suggestions.sort_by_key(|kind| kind.drop != now);
        }
        unknown
    }

    /// How many hits a query has, of those alone that answer now where it asks for them.
    fn count_open(
        &self,
        query: &Query,
        context: &Context<'_>,
        clock: Clock<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        let found = self.meet(query, context, go_on);
        if !found.ask_for_open_now(&query.filters) {
            return found.total;
        }
        let open = found
            .hits
            .iter()
            .filter(|hit| clock.answers(hit.item) == Some(true));
        open.count()
    }
}
