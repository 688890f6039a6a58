//! A place as a command line or a file of settings says it.

use thiserror::Error;

use super::letters::Words;
use super::{PlaceId, Places};
use crate::directory::Region;

/// Why words name no place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PlaceError {
    /// No place has that name.
    #[error("no place is called {name}")]
    Unknown {
        /// The name as it was given.
        name: String,
        /// [`Places::key`] of places whose names are one typo away.
        near: Vec<String>,
    },
    /// Several places have it.
    #[error("{name} is more than one place: {}", candidates.join(", "))]
    Ambiguous {
        /// The name as it was given.
        name: String,
        /// [`Places::key`] of each, the one with most people first.
        candidates: Vec<String>,
    },
}

impl Places {
    /// Reads a place: `NS/Halifax`, `Halifax, NS`, `Ottawa ON`, `Windsor Ontario` or, where one place
    /// alone has the name or one in the worker's region `home`, `halifax`.
    ///
    /// # Errors
    /// No place has that name, or several have.
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

    /// A name without the region before or behind it, and the region; all of Canada where none is said.
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
        self.index.exact(letters).find_map(|key| match key.bearer {
            super::Bearer::Region(region) => Some(region),
            _ => None,
        })
    }

    fn near(&self, name: &str, region: Region) -> Vec<String> {
        let words = Words::of(name);
        let near = self.index.one_typo(words.letters());
        let mut near: Vec<PlaceId> = near
            .filter_map(|key| match key.bearer {
                super::Bearer::Place(id) => Some(id),
                _ => None,
            })
            .filter(|id| region == Region::Ca || self.place(*id).region == region)
            .collect();
        near.sort_unstable();
        near.dedup();
        self.keys_by_people(near.into_iter())
    }

    fn keys_by_people(&self, ids: impl Iterator<Item = PlaceId>) -> Vec<String> {
        let mut ids: Vec<PlaceId> = ids.collect();
        ids.sort_by_key(|id| std::cmp::Reverse(self.place(*id).population));
        ids.into_iter().map(|id| self.key(id)).collect()
    }
}
