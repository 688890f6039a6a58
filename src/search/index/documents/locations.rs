//! Positions of the documents' services.

use std::borrow::Cow;

use crate::directory::{Contact, Region};
use crate::places::{PlaceId, Places};
use crate::search::index::addition::weave::Weave;
use crate::search::index::terms::to_u32;
use crate::tables::{Column, Number, stored};

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f32 = 6371.0;

/// Position as a unit vector from the centre of the earth: distances between vectors need no
/// trigonometry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position([f32; 3]);

impl Number for Position {
    const SIZE: usize = <[f32; 3]>::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        self.0.put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        Self(Number::get(bytes))
    }
}

impl Position {
    /// Returns the position of a place.
    pub fn of(places: &Places, place: PlaceId) -> Self {
        let place = places.place(place);
        let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
        Self([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    /// Returns the kilometres to another position along the chord: within the size of a province
    /// less than one part in a hundred below the great circle.
    pub fn km_to(self, other: Self) -> f32 {
        let squares = self
            .0
            .iter()
            .zip(other.0)
            .map(|(one, other)| (one - other).powi(2));
        EARTH_KM * squares.sum::<f32>().sqrt()
    }
}

/// Places and reach of every document.
#[derive(Debug, Default)]
pub struct Locations {
    /// Places of all documents in turn.
    places: Column<(PlaceId, Position)>,
    /// End offset of the places of each document.
    ends: Column<u32>,
    /// Reach of each document in kilometres.
    reach_km: Column<u16>,
    /// All places of documents, in order.
    sites: Vec<Site>,
    /// Documents of all sites in turn.
    site_documents: Column<u32>,
}

/// Place with its documents.
#[derive(Clone, Copy, Debug)]
struct Site {
    position: Position,
    /// Greatest reach of its documents in kilometres.
    reach_km: u16,
    /// End offset of its documents.
    end: u32,
}

impl Number for Site {
    const SIZE: usize = <(Position, (u16, u32))>::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        (self.position, (self.reach_km, self.end)).put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let (position, (reach_km, end)) = Number::get(bytes);
        Self {
            position,
            reach_km,
            end,
        }
    }
}

stored!(Locations {
    places,
    ends,
    reach_km,
    sites,
    site_documents
});

impl Locations {
    /// Adds the places of the next contact that are known in its region.
    pub fn push_contact(&mut self, contact: &Contact, places: &Places) {
        let found = contact
            .places
            .iter()
            .filter_map(|name| places.find(name, contact.region));
        let found = found.map(|place| (place, Position::of(places, place)));
        self.places.own().extend(found);
        self.close(contact.serves_km.unwrap_or(Contact::USUAL_REACH_KM));
    }

    /// Adds a document without a position on the map.
    pub fn push_nowhere(&mut self) {
        self.close(0);
    }

    fn close(&mut self, reach_km: u16) {
        let end = to_u32(self.places.len());
        self.ends.own().push(end);
        self.reach_km.own().push(reach_km);
    }

    /// Returns the places of a document.
    pub fn of(&self, document: u32) -> Cow<'_, [(PlaceId, Position)]> {
        let document = document as usize;
        let before = document.checked_sub(1);
        let start = before.map_or(0, |before| self.ends.at(before));
        let end = self.ends.at(document);
        if start == end {
            return Cow::Borrowed(&[]);
        }
        self.places.range(start as usize..end as usize)
    }

    /// Returns the kilometres from any of these places to the nearest place of a document; `None`
    /// for a document without a position.
    pub fn km(&self, document: u32, from: &[(PlaceId, Position)]) -> Option<f32> {
        let there = self.of(document);
        let pairs = there
            .iter()
            .flat_map(|(_, there)| from.iter().map(|(_, here)| here.km_to(*there)));
        pairs.min_by(f32::total_cmp)
    }

    /// Returns the reach of a document in kilometres.
    pub fn reach_km(&self, document: u32) -> f32 {
        f32::from(self.reach_km.at(document as usize))
    }

    /// Numbers the documents in this order of their records.
    pub fn number(&mut self, order: &[u32]) {
        let mut sorted = Self::default();
        for record in order {
            sorted.copy(self, *record);
        }
        *self = sorted;
        self.find_sites();
    }

    /// Returns the locations of both, each of the second before a document of the first.
    pub fn woven(&self, added: &Self, weave: &Weave) -> Self {
        let mut woven = Self::default();
        weave.each(|is_added, document| {
            let from = if is_added { added } else { self };
            woven.copy(from, document);
        });
        woven.find_sites();
        woven
    }

    /// Appends a document of others.
    fn copy(&mut self, from: &Self, document: u32) {
        let places = from.of(document);
        self.places.own().extend_from_slice(&places);
        self.close(from.reach_km.at(document as usize));
    }

    /// Groups the documents by place.
    fn find_sites(&mut self) {
        let mut all: Vec<(PlaceId, Position, u32)> = Vec::with_capacity(self.places.len());
        for document in 0..to_u32(self.ends.len()) {
            let places = self.of(document);
            let places = places.iter();
            all.extend(places.map(|(place, position)| (*place, *position, document)));
        }
        all.sort_by_key(|(place, _, document)| (*place, *document));
        for there in all.chunk_by(|one, other| one.0 == other.0) {
            let documents = there.iter().map(|(.., document)| *document);
            self.site_documents.own().extend(documents);
            let reach = there
                .iter()
                .map(|(.., document)| self.reach_km.at(*document as usize));
            self.sites.push(Site {
                position: there[0].1,
                reach_km: reach.max().unwrap_or_default(),
                end: to_u32(self.site_documents.len()),
            });
        }
    }

    /// Returns the documents with a place within `km` kilometres of any of these, or that may serve
    /// one by their reach; sorted.
    pub fn around(&self, from: &[(PlaceId, Position)], km: f32) -> Vec<u32> {
        let mut found = Vec::new();
        let mut start = 0;
        for site in &self.sites {
            let most = km.max(f32::from(site.reach_km));
            let is_near = |(_, here): &(PlaceId, Position)| here.km_to(site.position) <= most;
            if from.iter().any(is_near) {
                found.extend_from_slice(&self.site_documents.range(start..site.end as usize));
            }
            start = site.end as usize;
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        self.places.bytes()
            + self.ends.bytes()
            + self.reach_km.bytes()
            + size_of::<Site>() * self.sites.capacity()
            + self.site_documents.bytes()
    }
}

/// Origin of a search: the worker's region and town, or those named in the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Vantage {
    /// Region; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Town, or main towns of an area; empty if only the region is known.
    pub places: Vec<(PlaceId, Position)>,
}

impl Vantage {
    /// Creates the vantage of a region with these towns.
    pub fn of(region: Region, places: &Places, towns: impl IntoIterator<Item = PlaceId>) -> Self {
        let towns = towns.into_iter();
        Self {
            region,
            places: towns
                .map(|town| (town, Position::of(places, town)))
                .collect(),
        }
    }
}
