//! Lines for a whole region that are moved into the second row: one that is always open, one that
//! answers in French.

use super::Lead;
use super::candidate::Candidate;
use crate::directory::LanguageCode;
use crate::i18n::Language;
use crate::needs::Tier;
use crate::search::hits::Hits;
use crate::search::query::query_filters::ImpliedFilter;

impl Lead<'_> {
    /// Moves the need's first line for the whole region into the second row, if it is always open:
    /// near services may be closed or full.
    pub(super) fn raise_open_line(&self, contacts: &mut [Candidate]) {
        let is_line = |one: &&Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            let is_everywhere = one.tier == Tier::RegionWide && !one.for_others;
            is_everywhere && attributes.always_open() && attributes.has_phone()
        };
        let lines = contacts.iter().filter(is_line);
        let Some(first) = lines.min_by_key(|one| one.listed).map(|one| one.document) else {
            return;
        };
        let at = contacts.iter().position(|one| one.document == first);
        if let Some(at) = at.filter(|at| *at > 1) {
            contacts[1..=at].rotate_right(1);
        }
    }

    /// Moves the first line of the need that states French into the second row, if the worker's screen
    /// is French and the first one does not: where English is usual, few lines answer in French.
    pub(super) fn raise_line_in_language(&self, hits: &Hits, contacts: &mut [Candidate]) {
        let mut filters = hits.query_filters.iter();
        let asks = filters.any(|filter| matches!(filter.filter, ImpliedFilter::Language(_)));
        if self.language != Language::Fr || asks {
            return;
        }
        let french = LanguageCode(self.language.code().to_owned());
        let languages = &self.index.documents.languages;
        let speaks = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            attributes.has_phone() && attributes.speaks(&french, languages)
        };
        let is_line = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            let is_everywhere = one.tier == Tier::RegionWide && !one.for_others;
            is_everywhere && attributes.always_open() && speaks(one)
        };
        if contacts.first().is_none_or(speaks) {
            return;
        }
        if let Some(at) = contacts.iter().position(is_line).filter(|at| *at > 1) {
            contacts[1..=at].rotate_right(1);
        }
    }
}
