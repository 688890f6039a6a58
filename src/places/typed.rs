//! Parser of places in arguments and settings.

use std::cmp::Reverse;

use thiserror::Error;

use super::index::{Bearer, Key};
use super::letters::Words;
use super::recognize::scan::HALF_TYPED_PEOPLE;
use super::{PlaceId, Places};
use crate::directory::Region;

/// Reason for words naming no single place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PlaceError {
    /// No place has the name.
    #[error("no place is called {name}")]
    Unknown {
        /// Name as given.
        name: String,
        /// [`Places::key`] of places at a distance of one typo, or that sound alike.
        near: Vec<String>,
    },
    /// Several places have the name.
    #[error("{name} is more than one place: {}", candidates.join(", "))]
    Ambiguous {
        /// Name as given.
        name: String,
        /// [`Places::key`] of each, the most populous first.
        candidates: Vec<String>,
    },
}

impl Places {
    /// Parses a place: `NS/Halifax`, `Halifax, NS`, `Ottawa ON`, `Windsor Ontario` or, if a single
    /// place has the name or one in the worker's region `home`, `halifax`.
    ///
    /// # Errors
    /// If no place has the name, or several have.
    pub fn parse(&self, text: &str, home: Region) -> Result<PlaceId, PlaceError> {
        let (name, region) = self.split(text);
        let mut found: Vec<(bool, PlaceId)> = self.named(name, region).collect();
        if found.iter().any(|(_, id)| self.place(*id).region == home) {
            found.retain(|(_, id)| self.place(*id).region == home);
        }
        if found.iter().any(|(first, _)| *first) {
            found.retain(|(first, _)| *first);
        }
        match found[..] {
            [(_, only)] => Ok(only),
            [] => Err(PlaceError::Unknown {
                name: name.to_owned(),
                near: self.near(name, region),
            }),
            _ => Err(PlaceError::Ambiguous {
                name: name.to_owned(),
                candidates: self.keys_by_people(found.into_iter().map(|(_, id)| id)),
            }),
        }
    }

    /// Returns the places named in full: first those of the worker's region `home`, then those with
    /// this main name, then by population.
    pub fn called(&self, text: &str, home: Region) -> Vec<PlaceId> {
        let (name, region) = self.split(text);
        let found: Vec<(bool, PlaceId)> = self.named(name, region).collect();
        self.in_order(found, home)
    }

    /// Returns the places named in full or, if there are none, those of an area with that name
    /// ("Nunavik"), else those named in part: all of 1,000 people whose names begin with the text
    /// (three letters or more), else those at a distance of one typo, or that sound alike.
    /// Sorted as by [`Self::called`].
    pub fn called_or_begun(&self, text: &str, home: Region) -> Vec<PlaceId> {
        let called = self.called(text, home);
        if !called.is_empty() {
            return called;
        }
        let (name, region) = self.split(text);
        let words = Words::of(name);
        let within = self.places_of_area(words.letters(), region);
        if !within.is_empty() {
            return self.in_order(within, home);
        }
        let begun = self.index().all_beginning_with(words.letters());
        let begun = self.places_with_keys(begun, region, HALF_TYPED_PEOPLE);
        if !begun.is_empty() {
            return self.in_order(begun, home);
        }
        self.in_order(self.alike(&words, region), home)
    }

    /// Returns the places of a region at a distance of one typo, or that sound alike if there are none.
    fn alike(&self, words: &Words, region: Region) -> Vec<(bool, PlaceId)> {
        let index = self.index();
        let near = self.places_with_keys(index.one_typo(words.letters()), region, 0);
        if near.is_empty() {
            return self.places_with_keys(index.all_sounding_like(words.letters()), region, 0);
        }
        near
    }

    /// Returns the places of the areas of a region with this name.
    fn places_of_area(&self, letters: &str, region: Region) -> Vec<(bool, PlaceId)> {
        let areas = self
            .index()
            .exact(letters)
            .filter_map(|key| match key.bearer {
                Bearer::Area(id) => Some(self.area(id)),
                _ => None,
            });
        areas
            .filter(|area| region == Region::Ca || area.region == region)
            .flat_map(|area| area.places.iter().map(|id| (true, *id)))
            .collect()
    }

    /// Returns the places of a region with these names and this population.
    fn places_with_keys<'a>(
        &self,
        keys: impl Iterator<Item = &'a Key>,
        region: Region,
        people: u32,
    ) -> Vec<(bool, PlaceId)> {
        keys.filter_map(|key| match key.bearer {
            Bearer::Place(id) => Some((key.first, id)),
            _ => None,
        })
        .filter(|(_, id)| region == Region::Ca || self.place(*id).region == region)
        .filter(|(_, id)| self.place(*id).population >= people)
        .collect()
    }

    fn in_order(&self, mut found: Vec<(bool, PlaceId)>, home: Region) -> Vec<PlaceId> {
        found.sort_by_key(|(first, id)| {
            let place = self.place(*id);
            let away = home != Region::Ca && place.region != home;
            (away, !first, Reverse(place.population), *id)
        });
        let mut ids: Vec<PlaceId> = Vec::with_capacity(found.len());
        for (_, id) in found {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Splits a name from the region before or after it; all of Canada if there is none.
    fn split<'a>(&self, text: &'a str) -> (&'a str, Region) {
        let text = text.trim();
        if let Some((code, name)) = text.split_once('/')
            && let Some(region) = Region::from_code(code.trim())
        {
            return (name.trim(), region);
        }
        let words = Words::of(text);
        (1..words.len())
            .find_map(|at| {
                let region = self.region_named(words.run(at..words.len()))?;
                Some((&text[words.bytes(0..at)], region))
            })
            .unwrap_or((text, Region::Ca))
    }

    fn region_named(&self, letters: &str) -> Option<Region> {
        let named = self
            .index()
            .exact(letters)
            .find_map(|key| match key.bearer {
                Bearer::Region(region) => Some(region),
                _ => None,
            });
        named.or_else(|| Region::abbreviated(letters))
    }

    fn near(&self, name: &str, region: Region) -> Vec<String> {
        let words = Words::of(name);
        let near = self.alike(&words, region);
        let mut near: Vec<PlaceId> = near.into_iter().map(|(_, id)| id).collect();
        near.sort_unstable();
        near.dedup();
        self.keys_by_people(near.into_iter())
    }

    fn keys_by_people(&self, ids: impl Iterator<Item = PlaceId>) -> Vec<String> {
        let mut ids: Vec<PlaceId> = ids.collect();
        ids.sort_by_key(|id| Reverse(self.place(*id).population));
        ids.into_iter().map(|id| self.key(id)).collect()
    }
}
