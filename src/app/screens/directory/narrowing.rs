//! Rows between the search field and the list: the recognized need, the filters, and notes on
//! contacts left out.

use super::DirectoryTab;
use crate::app::list_rows::MARKER_WIDTH;
use crate::app::state::App;
use crate::app::view::layout::ROOMY;
use crate::document::{Composer, Piece, Role, Row};
use crate::search::MOST_WORDS;

/// Filters of the list, in words.
struct Narrowing {
    /// Label before the filters; `None` for a note without a filter.
    label: Option<String>,
    /// Active filters, and notes on contacts left out.
    words: String,
}

impl App {
    /// Returns the active filters, including those implied by words of the query, as rows of this
    /// width; empty if there are none.
    pub fn filter_rows(&self, width: u16) -> Vec<Row> {
        let mut composer = Composer::new(width.saturating_sub(MARKER_WIDTH + 1));
        for (line, role) in self.need_lines() {
            composer.paragraph(0, vec![Piece::new(line, role)]);
        }
        if let Some(Narrowing { label, words }) = self.narrowing(self.between()) {
            let label = label.map(|label| [Piece::new(label, Role::Field), Piece::text(" ")]);
            let pieces = label.into_iter().flatten().chain([Piece::text(words)]);
            composer.paragraph(0, pieces.collect());
        }
        composer.finish().rows
    }

    /// Returns the recognized need and its first step. A low screen needs its rows for the list: it
    /// shows the first step if a life is at risk, else the need.
    fn need_lines(&self) -> Vec<(String, Role)> {
        let low = self.size.height < ROOMY;
        let at_risk = self.directory().hits.tell_of_life_at_risk();
        let role = if at_risk { Role::Danger } else { Role::Text };
        let need = self.need_line().map(|line| (line, Role::Text));
        let step = self.first_step().map(|line| (line, role));
        let lines = match (low, at_risk) {
            (false, _) => [need, step],
            (true, true) => [step, None],
            (true, false) => [need, None],
        };
        lines.into_iter().flatten().collect()
    }

    /// Returns a sentence with the recognized needs; `None` if there are none.
    pub fn need_line(&self) -> Option<String> {
        self.directory().hits.say_needs(self.messages())
    }

    /// Returns the first step of the most likely need, for the worker's region.
    pub fn first_step(&self) -> Option<String> {
        let hits = &self.directory().hits;
        hits.say_first_step(self.region(), self.messages())
    }

    /// Returns all filters joined with `between`: those implied by words, those set, and notes on
    /// contacts left out; `None` if there are none.
    pub fn filter_line(&self, between: &str) -> Option<String> {
        let Narrowing { label, words } = self.narrowing(between)?;
        Some(match label {
            Some(label) => format!("{label} {words}"),
            None => words,
        })
    }

    fn narrowing(&self, between: &str) -> Option<Narrowing> {
        let messages = self.messages();
        let by_words = self.filters_of_words();
        let by_words = (!by_words.is_empty())
            .then(|| messages.format("filter-by-words", &[("filters", by_words.into())]));
        let filters = self.active_filters().into_iter();
        let filters = filters.map(|row| self.filter_in_words(row));
        let narrows: Vec<String> = by_words.into_iter().chain(filters).collect();
        let left_out = self.left_out();
        let label = (!narrows.is_empty()).then(|| messages.text("filters-label"));
        let words = [narrows, left_out].concat().join(between);
        (!words.is_empty()).then_some(Narrowing { label, words })
    }

    /// Returns the filters implied by words of the query, each once, without those that are also
    /// set.
    pub(in crate::app) fn filters_of_words(&self) -> String {
        let DirectoryTab { hits, filters, .. } = self.directory();
        hits.say_filters(filters, self.messages()).join(", ")
    }

    /// Returns notes on words and contacts left out: words after the first ones, and contacts with
    /// unknown data. Unknown hours do not count as open, and an unstated language may not be
    /// spoken.
    fn left_out(&self) -> Vec<String> {
        let counts = [
            ("filter-unknown-hours", self.directory().unknown_hours),
            (
                "filter-languages-unstated",
                self.directory().hits.languages_unstated,
            ),
        ];
        let words = ("filter-words-cut", MOST_WORDS);
        let words = self.directory().hits.cut.then_some(words);
        let counts = words
            .into_iter()
            .chain(counts)
            .filter(|(_, count)| *count > 0);
        let counts =
            counts.map(|(id, count)| self.messages().format(id, &[("count", count.into())]));
        let unserved = self.directory().hits.say_unserved(self.messages());
        let term = self.term_typed().into_iter();
        let sentences = term.chain(unserved).chain(self.words_not_found());
        sentences.chain(counts).collect()
    }

    /// Returns the term of the glossary that the text names, with its name in the other language.
    fn term_typed(&self) -> Option<String> {
        let guide = self.content.guide(self.language());
        let term = guide.term(self.directory().field.text())?;
        Some(term.in_both(self.messages()))
    }

    /// Returns the words without a match, if other words have hits: an unknown town must not look
    /// like a town without open services.
    fn words_not_found(&self) -> Option<String> {
        let DirectoryTab { field, hits, .. } = self.directory();
        hits.say_words_not_found(field.text(), self.messages())
    }
}
