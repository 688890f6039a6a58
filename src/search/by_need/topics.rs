//! Topics of a need, and their place among its contacts.

use super::Lead;
use super::candidate::Candidate;
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
            self.before_topics(need, contacts)
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

    /// Returns the number of contacts before the topics.
    fn before_topics(&self, need: &Need, contacts: &[Candidate]) -> usize {
        let first_authority = contacts
            .iter()
            .position(|one| self.is_authority(one.document));
        let most = match first_authority {
            Some(first) if self.is_wary(need) => first.min(BEFORE_TOPICS),
            _ => BEFORE_TOPICS,
        };
        most.min(contacts.len())
    }
}
