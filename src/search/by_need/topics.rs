//! Topics of a need, and their place among its contacts.

use super::Lead;
use super::serving::Candidate;
use crate::needs::Need;
use crate::search::hits::Hits;

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
        if need.guide_first && !says_who_answers {
            topics.sort_by_key(|topic| rank_of_words(*topic, hits));
        }
        let at = if need.guide_first {
            0
        } else if says_who_answers && self.is_by_town(contacts.first()) {
            1
        } else {
            self.before_topics(need, contacts)
        };
        (topics, at)
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

/// Returns the rank of a document among the hits of the words; those not found come last.
fn rank_of_words(document: u32, hits: &Hits) -> usize {
    let rank = hits.hits.iter().position(|hit| hit.document == document);
    rank.unwrap_or(usize::MAX)
}
