//! Places on the map of Canada, areas of several, and their recognition in a typed query.
//!
//! Knows regions and time zones, and nothing of contacts, of the search and of the screen.
//!
//! - [`Places::embedded`] parses the data on first use.
//! - [`Places::recognize`] finds the places named in a query.
//! - [`Places::find`] resolves the exact name in data or settings; [`Places::parse`] reads a place
//!   in an argument ("halifax", "NS/Halifax", "Halifax, NS").

pub mod check;
mod context;
pub mod credits;
mod data;
mod index;
mod letters;
mod plain;
mod recognize;
mod regions;
mod scan;
mod typed;

use std::sync::LazyLock;

use serde::Deserialize;

pub use recognize::{Certainty, PlaceMatch, Target, Typing};
pub use typed::PlaceError;

use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::i18n::Language;
use data::{AreaRecord, NameRecord, PlaceRecord};
use index::{Bearer, Index};
use letters::Words;
use plain::PlainWords;

/// Index of a place in [`Places::all`]; files store [`Places::key`] instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(u16);

/// Number of an area in [`Places::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(u16);

/// A name in both languages, often the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Name {
    /// The name in that language.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
        }
    }
}

impl From<NameRecord<'static>> for Name {
    fn from(NameRecord { en, fr }: NameRecord<'static>) -> Self {
        Self { en, fr }
    }
}

/// Kind of a place. [`Kind::Other`] if the sources do not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are the words of the data")]
pub enum Kind {
    City,
    Town,
    Village,
    Hamlet,
    /// A part of a city, or a former municipality.
    Borough,
    FirstNation,
    Inuit,
    #[default]
    Other,
}

/// A town, a community or a part of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: Name,
    /// Other spellings and former names: to be recognized, not to be shown.
    also: Vec<&'static str>,
    /// Its province or territory.
    pub region: Region,
    /// Degrees north.
    pub lat: f32,
    /// Degrees east: all of Canada is below zero.
    pub lon: f32,
    /// The time that it keeps.
    pub zone: Zone,
    /// Kind.
    pub kind: Kind,
    /// People in 2021; 0 where not known.
    pub population: u32,
}

/// A part of a region that people name, by its main towns.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its name.
    pub name: Name,
    also: Vec<&'static str>,
    /// Its province or territory.
    pub region: Region,
    /// Its main towns, the main one first.
    pub places: Vec<PlaceId>,
}

/// All places and areas, and the tables that find them.
#[derive(Debug, Default)]
pub struct Places {
    all: Vec<Place>,
    areas: Vec<Area>,
    index: Index,
    plain: PlainWords,
}

const PLACES: &str = include_str!("../../assets/places/places.json");
const AREAS: &str = include_str!("../../assets/places/areas.json");
const PLAIN: &str = include_str!("../../assets/places/plain.json");
const EVERYDAY: &str = include_str!("../../assets/places/everyday.txt");

impl Places {
    /// The places inside the program, read at the first call.
    ///
    /// Damaged data would give no place at all; a test keeps that from being released.
    pub fn embedded() -> &'static Self {
        static PLACES: LazyLock<Places> = LazyLock::new(|| Places::read().unwrap_or_default());
        &PLACES
    }

    /// Parses the embedded places again, to measure the cost of the first call of
    /// [`Places::embedded`].
    ///
    /// # Errors
    /// A record is damaged.
    pub fn read() -> serde_json::Result<Self> {
        Self::of(PLACES, AREAS, PLAIN, EVERYDAY)
    }

    /// Reads places from texts of the form of `assets/places/`. An area's towns that are no places are
    /// left out; [`check`] finds them.
    ///
    /// # Errors
    /// A text is not of that form.
    pub fn of(
        places: &'static str,
        areas: &'static str,
        plain: &str,
        everyday: &'static str,
    ) -> serde_json::Result<Self> {
        let mut read = Self {
            all: Vec::with_capacity(4096),
            plain: PlainWords::parse(plain, everyday)?,
            ..Self::default()
        };
        let mut words = Words::default();
        for place in serde_json::from_str::<Vec<PlaceRecord<'_>>>(places)? {
            read.add_place(place, &mut words);
        }
        for area in serde_json::from_str::<Vec<AreaRecord<'_>>>(areas)? {
            read.add_area(area, &mut words);
        }
        for (name, region, _) in regions::WORDS {
            let bearer = Bearer::Region(*region);
            read.index.add(name, bearer, true, &mut words);
        }
        Ok(read)
    }

    fn add_place(&mut self, record: PlaceRecord<'static>, words: &mut Words) {
        let Ok(number) = u16::try_from(self.all.len()) else {
            return;
        };
        let bearer = Bearer::Place(PlaceId(number));
        let name = Name::from(record.name);
        self.add_names(bearer, name, &record.also, words);
        self.all.push(Place {
            name,
            also: record.also,
            region: record.region,
            lat: record.lat,
            lon: record.lon,
            zone: record.zone,
            kind: record.kind,
            population: record.population,
        });
    }

    fn add_area(&mut self, record: AreaRecord<'static>, words: &mut Words) {
        let Ok(number) = u16::try_from(self.areas.len()) else {
            return;
        };
        let towns = record.places.iter();
        let towns = towns.filter_map(|name| self.find(name, record.region));
        let places = towns.collect();
        let bearer = Bearer::Area(AreaId(number));
        let name = Name::from(record.name);
        self.add_names(bearer, name, &record.also, words);
        self.areas.push(Area {
            name,
            also: record.also,
            region: record.region,
            places,
        });
    }

    fn add_names(&mut self, bearer: Bearer, name: Name, also: &[&'static str], words: &mut Words) {
        self.index.add(name.en, bearer, true, words);
        if name.fr != name.en {
            self.index.add(name.fr, bearer, true, words);
        }
        for other in also {
            self.index.add(other, bearer, false, words);
        }
    }

    /// Every place, in the order of the data.
    pub fn all(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.all)
    }

    /// Every area, in the order of the data.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        (0..).map(AreaId).zip(&self.areas)
    }

    /// The place of a number that these places gave.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.all[usize::from(id.0)]
    }

    /// The area of a number that these places gave.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[usize::from(id.0)]
    }

    /// The region of a place or an area.
    pub fn region(&self, target: Target) -> Region {
        match target {
            Target::Place(id) => self.place(id).region,
            Target::Area(id) => self.area(id).region,
        }
    }

    /// The name of a place or an area.
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

    /// The place of that name in that region, by its name or, where none has it, another spelling.
    /// Case, accents, hyphens, apostrophes and the ways to write "Saint" make no difference.
    pub fn find(&self, name: &str, region: Region) -> Option<PlaceId> {
        self.named(name, region)
            .min_by_key(|(first, _)| !first)
            .map(|(_, id)| id)
    }

    /// The places of that name in that region, and whether it is their first name.
    fn named(&self, name: &str, region: Region) -> impl Iterator<Item = (bool, PlaceId)> {
        let words = Words::of(name);
        let found: Vec<(bool, PlaceId)> = self
            .index
            .exact(words.letters())
            .filter_map(|key| match key.bearer {
                Bearer::Place(id) => Some((key.first, id)),
                _ => None,
            })
            .filter(|(_, id)| region == Region::Ca || self.place(*id).region == region)
            .collect();
        found.into_iter()
    }

    /// Kilometres between two places, as the crow flies.
    pub fn distance_km(&self, one: PlaceId, other: PlaceId) -> f32 {
        let (one, other) = (self.place(one), self.place(other));
        distance_km((one.lat, one.lon), (other.lat, other.lon))
    }

    /// Kilometres from a place to the nearest of several; `None` where there are none.
    pub fn nearest(&self, from: PlaceId, to: &[PlaceId]) -> Option<(PlaceId, f32)> {
        to.iter()
            .map(|other| (*other, self.distance_km(from, *other)))
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
    }
}

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f32 = 6371.0;

/// Great-circle distance between two positions in degrees north and east, by the haversine formula.
fn distance_km((lat, lon): (f32, f32), (other_lat, other_lon): (f32, f32)) -> f32 {
    let half = |from: f32, to: f32| ((to - from).to_radians() / 2.0).sin().powi(2);
    let cosines = lat.to_radians().cos() * other_lat.to_radians().cos();
    let haversine = half(lat, other_lat) + cosines * half(lon, other_lon);
    2.0 * EARTH_KM * haversine.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests;
