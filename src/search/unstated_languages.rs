//! Contacts that do not state their languages may speak the requested one. A language among other
//! words ranks them after those that state it; a language alone, or as a filter, leaves them out
//! and counts them.

use super::hits::Hits;
use super::index::Index;
use super::index::documents::attributes::{Attributes, Spoken};
use super::index::documents::locations::Vantage;
use super::index::lists::postings::Posting;
use super::nearby::Nearness;
use super::query::query_filters::ImpliedFilter;
use super::query::word_match::{Origin, WordMatch};
use super::query::{Context, Query};
use super::rank::best::Ranked;
use super::rank::order::{Fit, MatchQuality};
use crate::directory::{Category, Filters};

impl Index {
    /// Sorts the hits with every word of a query that asks for a language: those that state it,
    /// then those with interpreters, then the others. Matches in names come first, regardless of
    /// the stated languages. If the query has no other word, the region's line for every victim
    /// comes first among these.
    pub(super) fn order_by_language(&self, hits: &mut Hits, vantage: &Vantage) {
        let mut filters = hits.query_filters.iter();
        let Some(language) = filters.find_map(|filter| match &filter.filter {
            ImpliedFilter::Language(language) => Some(language),
            _ => None,
        }) else {
            return;
        };
        let named = match hits.reading.fit {
            Fit::Named(count) => count,
            Fit::Close | Fit::Loose => 0,
        };
        let qualities = &hits.reading.match_qualities;
        let mut words = hits.matches.iter();
        let is_alone = words.all(|word| word.is_filter || word.is_replaced);
        let is_line = |document: u32, attributes: &Attributes| {
            attributes.offers(Category::VictimSupportLine)
                && attributes.always_open()
                && self.nearness(document, vantage) == Nearness::Region
        };
        hits.hits[named..].sort_by_key(|hit| {
            let attributes = self.documents.attributes(hit.document);
            let misses_words = qualities.of(hit.document) == MatchQuality::Not;
            let spoken = attributes.spoken(language, &self.documents.languages);
            let is_first =
                is_alone && spoken != Spoken::NotStated && is_line(hit.document, &attributes);
            (!is_first, misses_words, (!misses_words).then_some(spoken))
        });
    }

    /// Returns the number of contacts without stated languages that are left out of the hits, among
    /// those accepted by `may_be`.
    pub(super) fn count_unstated(
        &self,
        query: &Query,
        hits: &Hits,
        context: &Context<'_>,
        may_be: &dyn Fn(u32) -> bool,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        let all = self.unstated(query, &hits.matches, context, go_on);
        let all = all.filter(|document| may_be(*document)).count();
        if all == 0 {
            // The usual case: the attributes of up to a thousand hits are not needed.
            return 0;
        }
        // A contact whose name contains the word is already a hit.
        let there = hits
            .hits
            .iter()
            .filter(|hit| self.is_unstated(hit.document));
        all.saturating_sub(there.count())
    }

    /// Returns the documents without stated languages that match the rest of the query; none if
    /// they are hits already.
    fn unstated<'i>(
        &'i self,
        query: &Query,
        matches: &[WordMatch],
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Box<dyn Iterator<Item = u32> + 'i> {
        let filters = Filters {
            language: None,
            ..query.filters.clone()
        };
        let by_filter = query.filters.language.is_some();
        let mut said = matches
            .iter()
            .filter(|word_match| !word_match.sources.is_empty())
            .peekable();
        let by_words = said.peek().is_some();
        if !said.all(asks_for_language) {
            if !by_filter {
                return Box::new(std::iter::empty());
            }
            let found = self.find(&query.text, &filters, context, go_on);
            let documents = found.ranked.into_iter().map(Ranked::document);
            return Box::new(documents.filter(|document| self.is_unstated(*document)));
        }
        if !(by_words || by_filter) {
            return Box::new(std::iter::empty());
        }
        let list = self
            .lists
            .others(self.languages_unstated_list())
            .into_owned();
        let documents = list.into_iter().map(Posting::document);
        if filters.is_empty() {
            return Box::new(documents);
        }
        Box::new(documents.filter(move |document| {
            let attributes = self.documents.attributes(*document);
            attributes.passes(&filters, &self.documents.languages)
        }))
    }

    fn is_unstated(&self, document: u32) -> bool {
        let attributes = self.documents.attributes(document);
        let states_none = self.documents.languages.of(&attributes).is_empty();
        states_none && !attributes.is_topic() && !attributes.has_interpreters()
    }
}

fn asks_for_language(word_match: &WordMatch) -> bool {
    let mut origins = word_match.sources.iter().map(|source| &source.origin);
    origins.any(|origin| matches!(origin, Origin::Unstated(_)))
}
