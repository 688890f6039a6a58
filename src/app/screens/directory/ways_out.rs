//! Alternatives for a search without hits.

use crate::app::state::{App, Shown};
use crate::app::view::filter::FilterRow;
use crate::document::pages::nothing::{Tried, WayOut, local, vital};
use crate::search::{Drop, FilterKind};

impl App {
    /// Returns the search without hits that the Directory shows.
    pub(in crate::app) fn tried(&self) -> Tried<'_> {
        let suggestions = self.directory().hits.suggestions.iter();
        let ways_out = suggestions.map(|suggestion| WayOut {
            what: self.left_out_in_words(&suggestion.drop),
            hits: suggestion.hits,
            drop: suggestion.drop.clone(),
        });
        Tried {
            text: self.directory().field.text().trim(),
            filtered: !self.directory().filters.is_empty(),
            ways_out: ways_out.collect(),
            in_lines: self.shown == Shown::InLines,
            local: local(self.region(), |id| self.contact(id)),
            vital: vital(self.region(), |id| self.contact(id)),
        }
    }

    /// Returns the part that an alternative leaves out, in words.
    fn left_out_in_words(&self, drop: &Drop) -> String {
        match drop {
            Drop::Words(words) => {
                let text = self.directory().field.text();
                let words = text.get(words.clone()).unwrap_or_default();
                let words = [("word", words.into())];
                self.messages().format("nothing-word", &words)
            }
            Drop::Filter(kind) => self.filter_in_words(row_of(*kind)),
        }
    }
}

const fn row_of(kind: FilterKind) -> FilterRow {
    match kind {
        FilterKind::Category => FilterRow::Category,
        FilterKind::Region => FilterRow::Region,
        FilterKind::AlwaysOpen => FilterRow::AlwaysOpen,
        FilterKind::Language => FilterRow::Language,
        FilterKind::Audience => FilterRow::Audience,
        FilterKind::NoPoliceReport => FilterRow::NoPoliceReport,
        FilterKind::OpenNow => FilterRow::OpenNow,
    }
}
