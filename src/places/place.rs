//! Records of places and areas.

use serde::Deserialize;

use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::i18n::Language;
use crate::tables::Number;

/// Index of a place in [`super::Places::all`]; files store [`super::Places::key`] instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(pub(super) u16);

impl Number for PlaceId {
    const SIZE: usize = u16::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        self.0.put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        Self(u16::get(bytes))
    }
}

/// Index of an area in [`super::Places::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(pub(super) u16);

/// Name in both languages, often the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Name {
    /// Returns the name in a language.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
        }
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
    /// Part of a city, or a former municipality.
    Borough,
    FirstNation,
    Inuit,
    #[default]
    Other,
}

/// Town, community or part of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Name of the place.
    pub name: Name,
    /// Province or territory.
    pub region: Region,
    /// Degrees north.
    pub lat: f32,
    /// Degrees east: negative in all of Canada.
    pub lon: f32,
    /// Time zone.
    pub zone: Zone,
    /// Kind.
    pub kind: Kind,
    /// Population in 2021; 0 if unknown.
    pub population: u32,
}

/// Named part of a region, with its main towns.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Name of the area.
    pub name: Name,
    /// Province or territory.
    pub region: Region,
    /// Main towns, the largest first.
    pub places: Vec<PlaceId>,
}

/// Place or area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// Single place.
    Place(PlaceId),
    /// Area.
    Area(AreaId),
}
