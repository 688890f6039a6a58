//! Searchable content: the directory's contacts, the worker's own, and the guide's topics.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use super::Assets;
use crate::directory::load::LoadError;
use crate::directory::namesake::{NamesOf, namesake};
use crate::directory::packs::vital::{self, WithheldLine};
use crate::directory::{Contact, Directory};
use crate::guide::Guide;
use crate::i18n::{Language, Messages};
use crate::search::{Context, Hit, Hits, Index, Item, Query, TopicTitle};

/// Contacts and topics with their index. Each part is created on first use: a worker who only reads
/// the guide does not wait for the index.
#[derive(Debug)]
pub struct Catalogue {
    assets: Arc<Assets>,
    /// Contacts of the worker's own.
    own: Vec<Contact>,
    directory: OnceLock<Directory>,
    index: OnceLock<Index>,
    /// Records of the namesakes of own contacts, by the ids of these.
    namesakes: Mutex<FxHashMap<String, Option<usize>>>,
    /// The same, made in memory: used once prepared data prove damaged.
    spare: OnceLock<Box<Self>>,
}

/// Hit identified by its content: its index may belong to another in the next catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// Contact with this id.
    Contact(&'a str),
    /// Topic of the guide.
    Topic(&'a TopicTitle),
}

impl Catalogue {
    /// Creates the catalogue of these assets, without own contacts.
    pub fn new(assets: Arc<Assets>) -> Self {
        Self {
            assets,
            own: Vec::new(),
            directory: OnceLock::new(),
            index: OnceLock::new(),
            namesakes: Mutex::default(),
            spare: OnceLock::new(),
        }
    }

    /// Creates the catalogue of these assets with these own contacts, and loads its directory.
    ///
    /// # Errors
    /// If a record of the directory is damaged.
    pub fn load(assets: Assets, own: Vec<Contact>) -> Result<Self, LoadError> {
        let directory = assets.directory_with(own.clone())?;
        Ok(Self {
            own,
            directory: directory.into(),
            ..Self::new(Arc::new(assets))
        })
    }

    /// Returns the catalogue in use instead; `None` while no prepared data are damaged. Contacts and
    /// topics have the same places in both.
    fn spare(&self) -> Option<&Self> {
        let spare = || {
            let assets = Arc::new(self.assets.in_memory());
            let own = self.own.clone();
            Box::new(Self {
                own,
                ..Self::new(assets)
            })
        };
        self.assets
            .is_damaged()
            .then(|| &**self.spare.get_or_init(spare))
    }

    /// Searches until done, or until `go_on` returns false.
    pub fn search_while(
        &self,
        query: &Query,
        context: &Context<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> Hits {
        let index = self.index();
        let was_damaged = self.assets.is_damaged();
        let hits = index.search_while(query, context, go_on);
        if self.assets.is_damaged() && !was_damaged {
            return self.index().search_while(query, context, go_on);
        }
        hits
    }

    /// Returns the catalogue of the same assets with these own contacts: itself if it has these.
    #[must_use]
    pub fn with_own(self: &Arc<Self>, own: Vec<Contact>) -> Arc<Self> {
        if self.own == own {
            return Arc::clone(self);
        }
        let new = Self::new(Arc::clone(&self.assets));
        Arc::new(Self { own, ..new })
    }

    /// Returns the worker's own contacts.
    pub fn own(&self) -> &[Contact] {
        &self.own
    }

    /// Returns the guide in a language.
    pub fn guide(&self, language: Language) -> Guide {
        self.assets.guide(language)
    }

    /// Returns all contacts, the worker's own last.
    pub fn directory(&self) -> &Directory {
        if let Some(spare) = self.spare() {
            return spare.directory();
        }
        self.directory.get_or_init(|| {
            // No embedded record is damaged: the tests refuse that.
            let directory = self.assets.directory_with(self.own.clone());
            directory.unwrap_or_else(|_| Directory::new(self.own.clone()))
        })
    }

    /// Returns a message for each pack without which the directory is made.
    pub fn left_out(&self, messages: &Messages) -> Vec<String> {
        if self.assets.packs.is_empty() {
            return Vec::new();
        }
        // Packs are read when the directory is made.
        self.directory();
        self.assets.left_out(messages).collect()
    }

    /// Returns true if a pack removed the contact with this id, which the directory does not have.
    pub fn is_closed(&self, id: &str) -> bool {
        self.directory();
        self.assets.is_closed(id)
    }

    /// Returns the contact of the directory with the name of an own one that lacks one of its
    /// numbers. In a large directory only names are read, once.
    pub fn namesake(&self, own: &Contact) -> Option<&Contact> {
        let directory = self.directory();
        if !directory.has_prepared_packs() {
            return namesake(own, directory.contacts());
        }
        let find = || {
            let names = NamesOf::contact(own);
            let mut indexes = self
                .index()
                .contacts_named(|name| names.include(name))
                .into_iter();
            indexes.find(|index| {
                directory
                    .at(*index)
                    .is_some_and(|one| names.is_namesake(one))
            })
        };
        let mut known = self
            .namesakes
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let index = *known.entry(own.id.clone()).or_insert_with(find);
        directory.at(index?)
    }

    /// Returns the pack whose line for this contact is not applied, and the line.
    pub fn held_back(&self, id: &str) -> Option<(&str, &WithheldLine)> {
        self.directory();
        vital::held_back(&self.assets.packs, id)
    }

    /// Returns the target of a hit of this catalogue's index; `None` if there is none.
    pub fn found(&self, hit: &Hit) -> Option<Found<'_>> {
        let index = self.index();
        if hit.document as usize >= index.len() {
            return None;
        }
        match index.item(hit) {
            Item::Contact(at) => {
                let contact = self.directory().at(at)?;
                Some(Found::Contact(&contact.id))
            }
            Item::Topic(at) => index.topic(at).map(Found::Topic),
        }
    }

    /// Returns true once the index was asked for.
    pub fn has_index(&self) -> bool {
        self.index.get().is_some()
    }

    /// Returns the index of all contacts and topics.
    pub fn index(&self) -> &Index {
        if self.spare().is_none() {
            let made = || self.assets.index(self.directory());
            let index = self.index.get_or_init(made);
            if !self.assets.is_damaged() {
                return index;
            }
        }
        match self.spare() {
            Some(spare) => spare.index(),
            None => self
                .index
                .get_or_init(|| self.assets.index(self.directory())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use crate::guide::PageId;

    fn catalogue() -> Catalogue {
        Catalogue::new(Arc::new(fixtures::assets()))
    }

    #[test]
    fn nothing_that_is_embedded_is_left_out() {
        let assets = Assets::embedded();
        let contacts = assets.contacts().unwrap();
        assert!(!assets.synonyms().unwrap().entries().is_empty());
        let topics = |page| assets.guide(Language::En).outline(page).topics.len();
        let topics: usize = PageId::ALL.into_iter().map(topics).sum();
        let catalogue = Catalogue::new(Arc::new(assets));
        assert_eq!(catalogue.directory().contacts(), contacts);
        assert!(catalogue.index().topic(topics - 1).is_some());
        assert_eq!(catalogue.index().len(), contacts.len() + topics);
    }

    #[test]
    fn a_hit_of_a_larger_catalogue_is_not_found() {
        let catalogue = catalogue();
        let count = u32::try_from(catalogue.index().len()).unwrap();
        assert!(catalogue.found(&Hit::of(count - 1)).is_some());
        assert_eq!(catalogue.found(&Hit::of(count)), None);
    }

    #[test]
    fn own_contacts_stand_last() {
        let own = fixtures::assets().contacts().unwrap()[..1].to_vec();
        let catalogue = Arc::new(catalogue()).with_own(own.clone());
        assert_eq!(catalogue.directory().contacts().last(), own.first());
    }
}
