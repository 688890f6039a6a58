//! Topics of a need, and their place among its contacts.

use super::Lead;
use super::candidate::Candidate;
use super::people::names_young;
use crate::directory::Category;
use crate::needs::{Need, Tier};
use crate::search::hits::Hits;
use crate::search::query::asking::asks_for_number;

/// Number of contacts before the topics of a need.
const BEFORE_TOPICS: usize = 3;
/// Largest number of topics of a need.
const TOPICS: usize = 3;

impl Lead<'_> {
    /// Returns the topics of a need, best first, and the place of the first one among the contacts.
    pub(super) fn topics_among(
        &self,
        need: &Need,
        number: usize,
        contacts: &[Candidate],
        hits: &Hits,
    ) -> (Vec<u32>, usize) {
        let topics = self.needs.topics(number, self.vantage.region);
        let says_who_answers = topics.first().is_some_and(|topic| topic.page.is_regional());
        let mut topics: Vec<u32> = topics
            .into_iter()
            .filter_map(|topic| self.index.topics.get(&topic.to_string()).copied())
            .take(TOPICS)
            .collect();
        let asked = self.topic_asked_for(hits);
        if let Some(asked) = topics.iter().position(|topic| Some(*topic) == asked)
            && need.guide_first
            && !says_who_answers
        {
            topics[..=asked].rotate_right(1);
        }
        let at = if need.guide_first && !asks_for_number(&self.query.text) {
            0
        } else if says_who_answers && self.is_unsure(need, contacts) {
            1
        } else {
            self.before_topics(need, contacts, hits)
        };
        (topics, at)
    }

    /// Returns true if a contact that must be called first perhaps does not serve the worker's town, and
    /// is among the first two.
    fn is_unsure(&self, need: &Need, contacts: &[Candidate]) -> bool {
        let is_unsure = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            let must_be_first = need.lead.is_some_and(|lead| attributes.offers(lead));
            must_be_first && matches!(one.tier, Tier::ByTown | Tier::OtherPart)
        };
        contacts.iter().take(2).any(is_unsure)
    }

    /// Returns true for the national line on trafficking if it serves no likely need and its name
    /// was not typed, and the text names no young people. In a region with few contacts such a line
    /// ranks high; the topics come before it.
    fn is_stray(&self, need: &Need, one: &Candidate, hits: &Hits) -> bool {
        let attributes = self.index.documents.attributes(one.document);
        let is_of_trafficking =
            one.tier >= Tier::Canada && attributes.offers(Category::Trafficking) && !one.leads;
        let is_for_need = need.services.is_empty()
            || need.service(|service| attributes.offers(service)).is_some();
        let is_meant = is_for_need || one.is_shared || one.named > 0;
        is_of_trafficking && !is_meant && !names_young(&hits.query_filters)
    }

    /// Returns the number of contacts before the topics.
    fn before_topics(&self, need: &Need, contacts: &[Candidate], hits: &Hits) -> usize {
        let first_authority = contacts
            .iter()
            .position(|one| self.is_authority(one.document));
        let most = match first_authority {
            Some(first) if self.is_wary(need) => first.min(BEFORE_TOPICS),
            _ => BEFORE_TOPICS,
        };
        let stray = contacts
            .iter()
            .skip(1)
            .position(|one| self.is_stray(need, one, hits));
        most.min(stray.map_or(most, |stray| stray + 1))
            .min(contacts.len())
    }
}
