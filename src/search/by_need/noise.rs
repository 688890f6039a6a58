//! Hits of the words that are removed behind those of a need.

use super::Lead;
use crate::directory::Region;
use crate::search::hits::{Hit, Hits};
use crate::search::nearby::Nearness;
use crate::search::rank::order::{Fit, MatchQuality};

impl Lead<'_> {
    /// Removes topics with some of the words, if a life is at risk: those of the need are in the list.
    pub(super) fn drop_noise(&self, hits: &mut Hits) {
        if !self.is_life_at_risk(hits) {
            return;
        }
        let before = hits.hits.len();
        let Hits {
            hits: found,
            reading,
            ..
        } = &mut *hits;
        let is_noise = |hit: &Hit| {
            let is_topic = self.index.documents.attributes(hit.document).is_topic();
            is_topic && reading.match_qualities.of(hit.document) != MatchQuality::Closely
        };
        found.retain(|hit| !is_noise(hit));
        hits.total = hits.total.saturating_sub(before - hits.hits.len());
    }

    /// Removes services of other provinces and territories than the worker's or the text's, unless
    /// they are named: words of a sentence match such services by chance, and they do not serve the
    /// worker's region.
    pub(super) fn drop_elsewhere(&self, hits: &mut Hits) {
        if self.vantage.region == Region::Ca {
            return;
        }
        let named = match hits.reading.fit {
            Fit::Named(count) => count,
            _ => 0,
        };
        let named: Vec<u32> = hits
            .hits
            .iter()
            .take(named)
            .map(|hit| hit.document)
            .collect();
        let is_meant = |hit: &Hit| {
            self.index.nearness(hit.document, self.vantage) != Nearness::OtherRegion
                || named.contains(&hit.document)
                || self.is_named_by_own_word(hit.document, hits)
                || hits.reading.match_qualities.of(hit.document) == MatchQuality::Closely
        };
        let kept: Vec<Hit> = hits
            .hits
            .iter()
            .filter(|hit| is_meant(hit))
            .cloned()
            .collect();
        hits.total = hits.total.saturating_sub(hits.hits.len() - kept.len());
        hits.hits = kept;
    }
}
