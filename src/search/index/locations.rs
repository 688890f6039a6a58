//! Positions of the documents' services.

use super::weave::Weave;
use crate::directory::{Contact, Region};
use crate::places::{PlaceId, Places};
use crate::tables::{Number, stored};

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
    places: Vec<(PlaceId, Position)>,
    /// End offset of the places of each document.
    ends: Vec<u32>,
    /// Reach of each document in kilometres.
    reach_km: Vec<u16>,
    /// All places of documents, in order.
    sites: Vec<Site>,
    /// Documents of all sites in turn.
    site_documents: Vec<u32>,
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
        self.places.extend(found);
        self.close(contact.serves_km.unwrap_or(Contact::USUAL_REACH_KM));
    }

    /// Adds a document without a position on the map.
    pub fn push_nowhere(&mut self) {
        self.close(0);
    }

    fn close(&mut self, reach_km: u16) {
        self.ends.push(super::terms::to_u32(self.places.len()));
        self.reach_km.push(reach_km);
    }

    /// Returns the places of a document.
    pub fn of(&self, document: u32) -> &[(PlaceId, Position)] {
        let document = document as usize;
        let start = document
            .checked_sub(1)
            .map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[document] as usize]
    }

    /// Returns the kilometres from any of these places to the nearest place of a document; `None`
    /// for a document without a position.
    pub fn km(&self, document: u32, from: &[(PlaceId, Position)]) -> Option<f32> {
        let pairs = self
            .of(document)
            .iter()
            .flat_map(|(_, there)| from.iter().map(|(_, here)| here.km_to(*there)));
        pairs.min_by(f32::total_cmp)
    }

    /// Returns the reach of a document in kilometres.
    pub fn reach_km(&self, document: u32) -> f32 {
        f32::from(self.reach_km[document as usize])
    }

    /// Numbers the documents in this order of their records.
    pub fn number(&mut self, order: &[u32]) {
        let mut sorted = Self::default();
        for record in order {
            sorted.places.extend_from_slice(self.of(*record));
            sorted.close(self.reach_km[*record as usize]);
        }
        *self = sorted;
        self.find_sites();
    }

    /// Returns the locations of both, each of the second before a document of the first.
    pub fn woven(&self, added: &Self, weave: &Weave) -> Self {
        let mut woven = Self::default();
        weave.each(|is_added, document| {
            let from = if is_added { added } else { self };
            woven.places.extend_from_slice(from.of(document));
            woven.close(from.reach_km[document as usize]);
        });
        woven.find_sites();
        woven
    }

    /// Groups the documents by place.
    fn find_sites(&mut self) {
        let documents = (0..super::terms::to_u32(self.ends.len())).flat_map(|document| {
            let places = self.of(document).iter();
            places.map(move |(place, position)| (*place, *position, document))
        });
        let mut all: Vec<(PlaceId, Position, u32)> = documents.collect();
        all.sort_by_key(|(place, _, document)| (*place, *document));
        for there in all.chunk_by(|one, other| one.0 == other.0) {
            let documents = there.iter().map(|(.., document)| *document);
            self.site_documents.extend(documents);
            let reach = there
                .iter()
                .map(|(.., document)| self.reach_km[*document as usize]);
            self.sites.push(Site {
                position: there[0].1,
                reach_km: reach.max().unwrap_or_default(),
                end: super::terms::to_u32(self.site_documents.len()),
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
                found.extend_from_slice(&self.site_documents[start..site.end as usize]);
            }
            start = site.end as usize;
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns the heap size in bytes.
    pub fn bytes(&self) -> usize {
        size_of::<(PlaceId, Position)>() * self.places.capacity()
            + 4 * self.ends.capacity()
            + 2 * self.reach_km.capacity()
            + size_of::<Site>() * self.sites.capacity()
            + 4 * self.site_documents.capacity()
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
