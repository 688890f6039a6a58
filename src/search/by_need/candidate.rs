//! One contact or topic of a need, with the facts that order it.

use super::Lead;
use crate::directory::Category;
use crate::needs::{Need, Tier};
use crate::places::{Kind, whole_km};
use crate::search::hits::Hits;
use crate::search::nearby::Nearness;
use crate::search::query::query_filters::ImpliedFilter;
use crate::search::rank::order::MatchQuality;

/// One contact or topic of a need.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts of a sort key with named fields"
)]
pub(super) struct Candidate {
    pub(super) document: u32,
    /// Index of the need in [`Hits::needs`].
    pub(super) need: usize,
    pub(super) nearness: Nearness,
    /// Group of the contact among those of the need.
    pub(super) tier: Tier,
    /// Position in the list of the need before sorting.
    pub(super) listed: usize,
    /// True for a national contact that the matrix puts before the region's own.
    pub(super) leads: bool,
    /// True if the text asks for a language and the contact only finds services: one of the region
    /// that helps in it comes first.
    pub(super) only_finds: bool,
    /// True if the contact is for a group that neither the need nor the text names, or answers in
    /// other languages than the worker's.
    pub(super) for_others: bool,
    /// True if the person in need is a man and the houses of the contact are not for men.
    pub(super) is_shelter_closed_to_men: bool,
    /// True if the contact serves another likely need of the text, too.
    pub(super) is_shared: bool,
    /// Match of the query's words with the contact.
    pub(super) quality: MatchQuality,
    /// Number of rare words of the query in the name of the contact.
    pub(super) named: usize,
}

impl Candidate {
    /// Returns true if the contact serves the whole region, and everybody.
    pub(super) fn is_for_whole_region(&self) -> bool {
        self.tier == Tier::RegionWide && !self.for_others
    }

    /// Returns the distance in steps of four kilometres, so that small differences do not outweigh a
    /// better match.
    pub(super) fn kilometres(&self) -> u16 {
        match self.nearness {
            Nearness::Serves(km) | Nearness::OtherPart(Some(km)) => whole_km(km) / 4,
            _ => 0,
        }
    }
}

impl Lead<'_> {
    /// Returns a contact or topic of a need; `number` is the need's index in [`Hits::needs`].
    pub(super) fn candidate(
        &self,
        document: u32,
        (number, listed): (usize, usize),
        need: &Need,
        (is_shared, hits): (bool, &Hits),
    ) -> Candidate {
        let mut filters = hits.query_filters.iter();
        let asks_for_language =
            filters.any(|filter| matches!(filter.filter, ImpliedFilter::Language(_)));
        let attributes = self.index.documents.attributes(document);
        let nearness = self.nearness_for(need, document);
        let for_others = self.is_for_others(need, document, hits);
        let tier = self.tier(need, document, nearness);
        let tier = if for_others { tier.for_others() } else { tier };
        Candidate {
            document,
            need: number,
            nearness,
            tier,
            listed,
            leads: false,
            only_finds: asks_for_language && attributes.offers(Category::Directory),
            for_others,
            is_shelter_closed_to_men: self.is_shelter_closed_to_men(need, document, hits),
            is_shared,
            quality: hits.reading.match_qualities.of(document),
            named: self.words_in_name(document, hits),
        }
    }

    /// Returns the nearness of a document: if the need is a bed, by the way to the house.
    pub(super) fn nearness_for(&self, need: &Need, document: u32) -> Nearness {
        let attributes = self.index.documents.attributes(document);
        let is_bed = need.offers_beds() && attributes.offers(Category::Shelter);
        match self.index.nearness(document, self.vantage) {
            Nearness::Serves(km) if is_bed => {
                Nearness::Serves(self.index.km_to_go(document, km, self.vantage))
            }
            other => other,
        }
    }

    /// Returns true if the town is one of First Nations or Inuit: naming the town names the people.
    pub(super) fn is_in_indigenous_town(&self) -> bool {
        let mut towns = self.vantage.places.iter();
        towns.any(|(town, _)| {
            let kind = self.index.places.place(*town).kind;
            matches!(kind, Kind::FirstNation | Kind::Inuit)
        })
    }

    /// Returns the group of a contact among those of a need.
    fn tier(&self, need: &Need, document: u32, nearness: Nearness) -> Tier {
        let attributes = self.index.documents.attributes(document);
        match nearness {
            Nearness::Serves(km) => need.tier_of_serving(km, |one| attributes.offers(one)),
            // Without a town, services of the whole region come first.
            Nearness::Region if self.has_no_place() && attributes.is_local() => Tier::ByTown,
            Nearness::Region => Tier::RegionWide,
            Nearness::Canada => Tier::Canada,
            Nearness::OtherPart(km) => Tier::of_other_part(km),
            Nearness::OtherRegion => Tier::OtherRegion,
        }
    }
}
