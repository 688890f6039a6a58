//! Distance of services from the person in need.

use super::hits::Hits;
use super::index::Index;
use super::index::documents::locations::Vantage;
use super::index::lists::postings::Posting;
use super::query::query_filters::{ImpliedFilter, QueryFilter};
use super::query::word_match::{List, Origin, WordMatch};
use super::query::{Context, Query};
use super::rank::{Field, MatchKind};
use crate::directory::{Audience, Region};
use crate::places::{Certainty, PlaceMatch, Target, whole_km};

/// Greatest distance of a local service offered for a town named in the query, in kilometres.
const NEARBY_KM: f32 = 150.0;

/// Distance in kilometres within which services of two regions are in one town.
const SAME_TOWN_KM: f32 = 5.0;

/// Nearness of a document to a vantage; equal hits are listed in this order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nearness {
    /// Serves the town, from this many kilometres away.
    Serves(f32),
    /// Serves the whole region, or no town is known.
    Region,
    /// Serves another part of the region, this many kilometres away if known.
    OtherPart(Option<f32>),
    /// Serves all of Canada.
    Canada,
    /// Serves another region.
    OtherRegion,
}

impl Nearness {
    /// Returns the factor of a document's score. For a worker without a region, Canada-wide
    /// services come first.
    pub fn factor(self, vantage: &Vantage) -> f32 {
        match self {
            Self::Serves(km) => 1.0 - 0.0015 * km.min(60.0),
            Self::Region if vantage.places.is_empty() => 1.0,
            Self::Region => 0.9,
            Self::Canada if vantage.region == Region::Ca => 1.0,
            Self::Canada if vantage.places.is_empty() => 0.93,
            Self::Canada => 0.86,
            Self::OtherPart(km) => 0.88 - 0.002 * km.unwrap_or(NEARBY_KM).min(NEARBY_KM),
            Self::OtherRegion if vantage.region == Region::Ca => 0.96,
            Self::OtherRegion => 0.36,
        }
    }

    /// Returns the group in a list without words: 0 is first.
    pub const fn tier(self) -> u8 {
        match self {
            Self::Serves(_) => 0,
            Self::Region => 1,
            Self::OtherPart(_) => 2,
            Self::Canada => 3,
            Self::OtherRegion => 4,
        }
    }

    /// Returns true if the document serves the town, its whole region or all of Canada.
    pub const fn is_here(self) -> bool {
        !matches!(self, Self::OtherPart(_) | Self::OtherRegion)
    }

    /// Returns true if the document helps in a town named in the query.
    fn helps(self) -> bool {
        match self {
            Self::Serves(_) | Self::Region | Self::Canada => true,
            Self::OtherPart(km) => km.is_some_and(|km| km <= NEARBY_KM),
            Self::OtherRegion => false,
        }
    }
}

/// Town or area named in a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NamedPlace {
    pub target: Target,
    pub span: std::ops::Range<usize>,
    pub vantage: Vantage,
}

impl Index {
    /// Returns the town that the query certainly names, or the only one that the worker's words can
    /// mean.
    pub(super) fn named_place(&self, text: &str, context: &Context<'_>) -> Option<NamedPlace> {
        let home = context.place;
        let matches = self.places.recognize(text, context.region, home);
        let sure = |found: &&PlaceMatch| found.certainty == Certainty::Sure;
        let found = matches.iter().find(sure)?;
        let target = *found.targets.first()?;
        Some(NamedPlace {
            target,
            span: found.span.clone(),
            vantage: self.vantage_of(target),
        })
    }

    fn vantage_of(&self, target: Target) -> Vantage {
        match target {
            Target::Place(place) => {
                Vantage::of(self.places.place(place).region, self.places, [place])
            }
            Target::Area(area) => {
                let area = self.places.area(area);
                Vantage::of(area.region, self.places, area.places.iter().copied())
            }
        }
    }

    /// Returns the vantage of a query's words: the town or region named in them, else the worker's.
    pub(super) fn vantage_of_words(
        &self,
        query_filters: &[QueryFilter],
        context: &Context<'_>,
    ) -> Vantage {
        let place = query_filters.iter().find_map(|filter| match filter.filter {
            ImpliedFilter::Place(target) => Some(target),
            _ => None,
        });
        let region = query_filters.iter().find_map(|filter| match filter.filter {
            ImpliedFilter::Region(region) => Some(region),
            _ => None,
        });
        match (place, region) {
            (Some(target), _) => self.vantage_of(target),
            (None, Some(region)) if region != context.region => {
                Vantage::of(region, self.places, None)
            }
            (None, _) => self.vantage(context),
        }
    }

    /// Returns the vantage of a query: that of its words, or the region of the filters.
    pub(super) fn vantage_of_query(
        &self,
        query: &Query,
        query_filters: &[QueryFilter],
        context: &Context<'_>,
    ) -> Vantage {
        let named = self.vantage_of_words(query_filters, context);
        match query.filters.region {
            Some(region) if region != named.region => Vantage::of(region, self.places, None),
            _ => named,
        }
    }

    /// Sets the distance of each hit, and the named town that no hit serves.
    pub(super) fn measure(&self, hits: &mut Hits, vantage: &Vantage) {
        if vantage.places.is_empty() {
            return;
        }
        let locations = &self.documents.locations;
        let mut served = false;
        for hit in &mut hits.hits {
            let km = locations.km(hit.document, &vantage.places);
            let km = km.map(|km| self.km_to_go(hit.document, km, vantage));
            served |= km.is_some_and(|km| km <= locations.reach_km(hit.document));
            hit.km = km.map(whole_km);
        }
        let named = hits
            .query_filters
            .iter()
            .find_map(|filter| match filter.filter {
                ImpliedFilter::Place(target) => Some(target),
                _ => None,
            });
        hits.unserved = named.filter(|_| !served && !hits.hits.is_empty());
    }

    /// Returns the vantage of the worker: region and town.
    pub(super) fn vantage(&self, context: &Context<'_>) -> Vantage {
        Vantage::of(context.region, self.places, context.place)
    }

    /// Returns true if a document passes the filters of a query, and is not reached by 911 where
    /// 911 does not work.
    pub(super) fn passes(&self, document: u32, query: &Query, vantage: &Vantage) -> bool {
        let attributes = self.documents.attributes(document);
        let answers = vantage.region.emergency().is_911() || !attributes.dials_911();
        answers && attributes.passes(&query.filters, &self.documents.languages)
    }

    /// Returns the nearness of a document.
    pub(super) fn nearness(&self, document: u32, vantage: &Vantage) -> Nearness {
        // The attributes of most documents are not needed: in a large directory, reading them takes
        // longer than all else.
        let region = self.documents.region(document);
        let is_local = || self.documents.attributes(document).is_local();
        let is_placed = !vantage.places.is_empty();
        let km = || {
            let km = || self.documents.locations.km(document, &vantage.places);
            is_placed.then(km).flatten()
        };
        if region == Region::Ca {
            return Nearness::Canada;
        }
        if region != vantage.region {
            return match km() {
                Some(km) if self.shares_a_town(document, vantage) => Nearness::Serves(km),
                _ => Nearness::OtherRegion,
            };
        }
        if vantage.places.is_empty() {
            return Nearness::Region;
        }
        match km() {
            Some(km) if km <= self.documents.locations.reach_km(document) => Nearness::Serves(km),
            _ if !is_local() => Nearness::Region,
            km => Nearness::OtherPart(km),
        }
    }

    /// Returns the distance of a document that serves a town and has a place `km` away: of a house, the
    /// distance of the house.
    pub(super) fn km_to_go(&self, document: u32, km: f32, vantage: &Vantage) -> f32 {
        if !self.documents.attributes(document).is_one_house() {
            return km;
        }
        let house = self.documents.locations.of(document).first().copied();
        let here = vantage.places.iter().map(|(_, here)| here);
        let distances = here.filter_map(|here| Some(here.km_to(house?.1)));
        distances.min_by(f32::total_cmp).unwrap_or(km)
    }

    /// Returns the documents that may be nearer than those of another region, in order.
    pub(super) fn not_elsewhere(&self, vantage: &Vantage) -> Vec<u32> {
        let regions = [vantage.region, Region::Ca].map(|region| self.documents.in_region(region));
        let around = self
            .documents
            .locations
            .around(&vantage.places, SAME_TOWN_KM);
        let mut near: Vec<u32> = regions.into_iter().flatten().chain(around).collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// Returns the local services for the town of a vantage.
    pub(super) fn serving_near(&self, vantage: &Vantage) -> Vec<u32> {
        let serves =
            |document: &u32| matches!(self.nearness(*document, vantage), Nearness::Serves(_));
        let around = self.documents.locations.around(&vantage.places, 0.0);
        around.into_iter().filter(serves).collect()
    }

    /// Returns the services of a region that state an audience.
    pub(super) fn serving_people(&self, audience: Audience, region: Region) -> Vec<u32> {
        let list = self.audience_list(audience);
        let stated = self
            .lists
            .others
            .within(list, &self.documents.in_region(region));
        stated.iter().map(|posting| posting.document()).collect()
    }

    /// Returns true if a service of another region is in the same town, as in Lloydminster, which
    /// lies in two provinces.
    fn shares_a_town(&self, document: u32, vantage: &Vantage) -> bool {
        let there = self.documents.locations.of(document);
        vantage.places.iter().any(|(here, position)| {
            let name = self.places.place(*here).name.en;
            there.iter().any(|(other, other_position)| {
                self.places.place(*other).name.en == name
                    && position.km_to(*other_position) < SAME_TOWN_KM
            })
        })
    }

    /// Takes the words of a named place as a filter: documents match it by helping there, or by
    /// having the words.
    pub(super) fn add_place(
        &self,
        named: &NamedPlace,
        matches: &mut [WordMatch],
        query_filters: &mut Vec<QueryFilter>,
    ) {
        let (helping, weakly) = self.helping_in(&named.vantage);
        let in_span = |word_match: &&mut WordMatch| {
            let word = &word_match.word.range;
            named.span.start <= word.start && word.end <= named.span.end
        };
        for word_match in matches.iter_mut().filter(in_span) {
            word_match.remove_meanings_within(&named.span);
            word_match.add(
                List::Inline(helping.clone()),
                MatchKind::Filter,
                Origin::Plain,
            );
            word_match.add(
                List::Inline(weakly.clone()),
                MatchKind::WeakFilter,
                Origin::Plain,
            );
            word_match.is_filter = true;
        }
        query_filters.retain(|other| {
            other.words.end <= named.span.start || named.span.end <= other.words.start
        });
        query_filters.push(QueryFilter {
            filter: ImpliedFilter::Place(named.target),
            words: named.span.clone(),
        });
        query_filters.sort_by_key(|filter| filter.words.start);
    }

    /// Returns the documents that help people of a town from nearby, and those that help everywhere
    /// in its region or in Canada.
    fn helping_in(&self, vantage: &Vantage) -> (Vec<Posting>, Vec<Posting>) {
        let posting = |document: u32| Posting::new(document, Field::Area);
        let around = self.documents.locations.around(&vantage.places, NEARBY_KM);
        let helps = |document: &u32| match self.nearness(*document, vantage) {
            Nearness::Region | Nearness::Canada => false,
            nearness => nearness.helps(),
        };
        let helping = around.into_iter().filter(helps).map(posting).collect();
        let mut regions = [vantage.region, Region::Ca];
        regions.sort_unstable();
        let everywhere = regions
            .into_iter()
            .flat_map(|region| self.documents.helping_everywhere(region));
        let mut everywhere: Vec<u32> = everywhere.collect();
        everywhere.dedup();
        let is_weak = |document: &u32| {
            let nearness = self.nearness(*document, vantage);
            matches!(nearness, Nearness::Region | Nearness::Canada)
        };
        let weakly = everywhere
            .into_iter()
            .filter(is_weak)
            .map(posting)
            .collect();
        (helping, weakly)
    }
}
