//! The places and areas, with an index of their names.

pub(super) mod data;
pub(super) mod plain;
mod prepared;
pub(super) mod regions;

use std::sync::OnceLock;

use self::data::{AreaRecord, PlaceRecord};
use self::plain::PlainWords;
use super::distance::distance_km;
use super::index::{Bearer, Index};
use super::letters::Words;
use super::place::{Area, AreaId, Name, Place, PlaceId, Target};
use crate::directory::Region;
use crate::generated;

/// All places and areas, with the index of their names.
///
/// Each part of the embedded places is read at its first use: the first screen without a town uses
/// none, and its heap is 0.9 MB smaller.
#[derive(Debug, Default)]
pub struct Places {
    records: OnceLock<Records>,
    finder: OnceLock<Finder>,
}

/// Records of all places and areas, in the order of the data.
#[derive(Debug, Default)]
struct Records {
    all: Vec<Place>,
    areas: Vec<Area>,
}

/// Index of the names of places, and the names with another meaning.
#[derive(Debug, Default)]
struct Finder {
    index: Index,
    plain: PlainWords,
}

const PLACES: &str = include_str!("../../../assets/places/places.json");
/// Records of the areas.
pub(super) const AREAS: &str = include_str!("../../../assets/places/areas.json");
const PLAIN: &str = include_str!("../../../assets/places/plain.json");
const EVERYDAY: &str = include_str!("../../../assets/places/everyday.txt");

impl Places {
    /// Returns the embedded places, prepared when the program was built.
    ///
    /// Damaged data would give no places; a test keeps that from being released.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Places = Places {
            records: OnceLock::new(),
            finder: OnceLock::new(),
        };
        &EMBEDDED
    }

    /// Parses the embedded places from their data.
    ///
    /// # Errors
    /// If a record is damaged.
    pub fn read() -> serde_json::Result<Self> {
        Self::of(PLACES, AREAS, PLAIN, EVERYDAY)
    }

    /// Parses places from texts in the format of `assets/places/`. An area's towns that are not
    /// places are left out; [`crate::places::check`] finds them.
    ///
    /// # Errors
    /// If a text has another form.
    pub fn of(
        places: &'static str,
        areas: &'static str,
        plain: &str,
        everyday: &'static str,
    ) -> serde_json::Result<Self> {
        let finder = Finder {
            plain: PlainWords::parse(plain, everyday)?,
            ..Finder::default()
        };
        let mut read = Self {
            records: Records::default().into(),
            finder: finder.into(),
        };
        let mut words = Words::default();
        for place in serde_json::from_str::<Vec<PlaceRecord<'_>>>(places)? {
            read.add_place(&place, &mut words);
        }
        for area in serde_json::from_str::<Vec<AreaRecord<'_>>>(areas)? {
            read.add_area(&area, &mut words);
        }
        for (name, region, _) in regions::WORDS {
            let bearer = Bearer::Region(*region);
            read.add_name(name, bearer, true, &mut words);
        }
        Ok(read)
    }

    fn records(&self) -> &Records {
        self.records.get_or_init(|| {
            let prepared = Records::prepared(generated::PLACES, generated::PLACE_NAMES);
            prepared.unwrap_or_else(|| {
                let read = Self::read().unwrap_or_default();
                read.records.into_inner().unwrap_or_default()
            })
        })
    }

    /// Returns the finder of names in texts.
    fn finder(&self) -> &Finder {
        self.finder.get_or_init(|| {
            let prepared = Finder::prepared(generated::PLACE_FINDER, generated::PLACE_FINDER_NAMES);
            prepared.unwrap_or_else(|| {
                let read = Self::read().unwrap_or_default();
                read.finder.into_inner().unwrap_or_default()
            })
        })
    }

    /// Returns the index of the names.
    pub(in crate::places) fn index(&self) -> &Index {
        &self.finder().index
    }

    /// Returns the names with another meaning.
    pub(in crate::places) fn plain(&self) -> &PlainWords {
        &self.finder().plain
    }

    fn add_place(&mut self, record: &PlaceRecord<'static>, words: &mut Words) {
        let Ok(number) = u16::try_from(self.records().all.len()) else {
            return;
        };
        let bearer = Bearer::Place(PlaceId(number));
        let name = Name::from(record.name);
        self.add_names(bearer, name, &record.also, words);
        if let Some(records) = self.records.get_mut() {
            records.all.push(Place {
                name,
                region: record.region,
                lat: record.lat,
                lon: record.lon,
                zone: record.zone,
                kind: record.kind,
                population: record.population,
            });
        }
    }

    fn add_area(&mut self, record: &AreaRecord<'static>, words: &mut Words) {
        let Ok(number) = u16::try_from(self.records().areas.len()) else {
            return;
        };
        let towns = record.places.iter();
        let towns = towns.filter_map(|name| self.find(name, record.region));
        let places = towns.collect();
        let bearer = Bearer::Area(AreaId(number));
        let name = Name::from(record.name);
        self.add_names(bearer, name, &record.also, words);
        if let Some(records) = self.records.get_mut() {
            records.areas.push(Area {
                name,
                region: record.region,
                places,
            });
        }
    }

    fn add_names(&mut self, bearer: Bearer, name: Name, also: &[&'static str], words: &mut Words) {
        self.add_name(name.en, bearer, true, words);
        if name.fr != name.en {
            self.add_name(name.fr, bearer, true, words);
        }
        for other in also {
            self.add_name(other, bearer, false, words);
        }
    }

    fn add_name(&mut self, name: &'static str, bearer: Bearer, first: bool, words: &mut Words) {
        if let Some(finder) = self.finder.get_mut() {
            finder.index.add(name, bearer, first, words);
        }
    }

    /// Returns all places, in the order of the data.
    pub fn all(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.records().all)
    }

    /// Returns all areas, in the order of the data.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        (0..).map(AreaId).zip(&self.records().areas)
    }

    /// Returns the place of an id from this value.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.records().all[usize::from(id.0)]
    }

    /// Returns the area of an id from this value.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.records().areas[usize::from(id.0)]
    }

    /// Returns the region of a place or an area.
    pub fn region(&self, target: Target) -> Region {
        match target {
            Target::Place(id) => self.place(id).region,
            Target::Area(id) => self.area(id).region,
        }
    }

    /// Returns the name of a place or an area.
    pub fn name(&self, target: Target) -> Name {
        match target {
            Target::Place(id) => self.place(id).name,
            Target::Area(id) => self.area(id).name,
        }
    }

    /// Returns the key of a place in files and settings: `NS/Halifax`. [`Places::parse`] reads it.
    pub fn key(&self, id: PlaceId) -> String {
        let place = self.place(id);
        format!("{}/{}", place.region.code(), place.name.en)
    }

    /// Returns the place of a name in a region, by its main name or, if no place has that, another
    /// spelling. Case, accents, hyphens, apostrophes and the spelling of "Saint" make no
    /// difference.
    pub fn find(&self, name: &str, region: Region) -> Option<PlaceId> {
        self.named(name, region)
            .min_by_key(|(first, _)| !first)
            .map(|(_, id)| id)
    }

    /// Returns the places of a name in a region, each with true for its main name.
    pub(in crate::places) fn named(
        &self,
        name: &str,
        region: Region,
    ) -> impl Iterator<Item = (bool, PlaceId)> {
        let words = Words::of(name);
        let found: Vec<(bool, PlaceId)> = self
            .index()
            .exact(words.letters())
            .filter_map(|key| match key.bearer {
                Bearer::Place(id) => Some((key.first, id)),
                _ => None,
            })
            .filter(|(_, id)| region == Region::Ca || self.place(*id).region == region)
            .collect();
        found.into_iter()
    }

    /// Returns the great-circle distance between two places, in kilometres.
    pub fn distance_km(&self, one: PlaceId, other: PlaceId) -> f32 {
        let (one, other) = (self.place(one), self.place(other));
        distance_km((one.lat, one.lon), (other.lat, other.lon))
    }

    /// Returns the nearest of several places and its distance in kilometres; `None` if there are
    /// none.
    pub fn nearest(&self, from: PlaceId, to: &[PlaceId]) -> Option<(PlaceId, f32)> {
        to.iter()
            .map(|other| (*other, self.distance_km(from, *other)))
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
    }
}
