//! List in memory, and its form in the file.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::entry::{Entry, Own};
use super::mark::Marked;
use super::merge;
use super::order;
use crate::directory::Contact;
use crate::i18n::Language;
use crate::i18n::collation::by_name;

/// Version of the file format.
pub const VERSION: u64 = 1;

/// All data of one worker that is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub(in crate::bookmarks) entries: BTreeMap<String, Entry>,
    pub(in crate::bookmarks) own: BTreeMap<String, Own>,
    pub(in crate::bookmarks) marks: BTreeMap<String, Marked>,
    pub(in crate::bookmarks) rest: Map<String, Value>,
}

impl List {
    /// Returns the bookmarks in the worker's order.
    pub fn bookmarks(&self) -> Vec<&Entry> {
        order::sorted(self.entries.values().filter(|entry| entry.is_alive()))
    }

    /// Returns the bookmark of a contact; `None` if it is not bookmarked.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id).filter(|entry| entry.is_alive())
    }

    /// Returns true if a contact is bookmarked.
    pub fn contains(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    /// Returns the number of bookmarked contacts.
    pub fn len(&self) -> usize {
        self.entries
            .values()
            .filter(|entry| entry.is_alive())
            .count()
    }

    /// Returns true if no contact is bookmarked.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the own contacts that are not removed, in the order of their ids (oldest first).
    pub fn own(&self) -> impl Iterator<Item = &Own> {
        self.own.values().filter(|own| own.contact.is_some())
    }

    /// Returns the own contact with this id.
    pub fn own_contact(&self, id: &str) -> Option<&Own> {
        self.own.get(id).filter(|own| own.contact.is_some())
    }

    /// Returns the own contacts in the form that the directory's screens and the search use.
    pub fn own_as_contacts(&self) -> Vec<Contact> {
        self.own()
            .filter(|own| own.id.starts_with(Contact::OWN_ID_PREFIX))
            .filter_map(|own| Some(own.contact.as_ref()?.to_contact(&own.id, own.at)))
            .collect()
    }

    /// Returns true if an own contact has that id, or had it until recently.
    pub fn has_own_id(&self, id: &str) -> bool {
        self.own.contains_key(id)
    }

    /// Returns the mark of a contact.
    pub fn marked(&self, id: &str) -> Option<&Marked> {
        self.marks.get(id).filter(|marked| marked.mark().is_some())
    }

    /// Returns all marks by contact id.
    pub fn marks(&self) -> impl Iterator<Item = &Marked> {
        self.marks.values().filter(|marked| marked.mark().is_some())
    }

    /// Returns the name of an own contact or of a bookmark as it was kept; `None` if the list has none.
    pub fn name_of(&self, id: &str, language: Language) -> Option<&str> {
        let own = || Some(self.own_contact(id)?.contact.as_ref()?.name.as_str());
        let kept = || Some(self.get(id)?.snapshot.as_ref()?.name.get(language));
        own().or_else(kept).filter(|name| !name.is_empty())
    }

    /// Returns the ids of all items that differ in another list.
    pub(in crate::bookmarks) fn ids_that_differ(&self, other: &Self) -> Vec<String> {
        fn differing<'a, T: PartialEq>(
            one: &'a BTreeMap<String, T>,
            other: &'a BTreeMap<String, T>,
        ) -> impl Iterator<Item = &'a String> {
            let ids = one.keys().chain(other.keys());
            ids.filter(|id| one.get(*id) != other.get(*id))
        }
        let ids = differing(&self.entries, &other.entries)
            .chain(differing(&self.own, &other.own))
            .chain(differing(&self.marks, &other.marks));
        ids.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Returns all labels in use in alphabetical order, each once.
    pub fn labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = self
            .entries
            .values()
            .filter(|entry| entry.is_alive())
            .flat_map(|entry| entry.labels().iter().cloned())
            .collect();
        labels.sort_by(|left, right| by_name(left, right));
        labels.dedup();
        labels
    }
}

/// Content of the file `bookmarks.json`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "havre bookmarks")]
pub struct Document {
    /// Version of the format; a file of an unknown version is not changed.
    pub version: u64,
    /// Bookmarks by id, including recently removed ones.
    #[serde(default)]
    pub bookmarks: Vec<Entry>,
    /// Own contacts by id, including recently removed ones.
    #[serde(default)]
    pub own: Vec<Own>,
    /// Marks by contact id.
    #[serde(default)]
    pub marks: Vec<Marked>,
    /// Fields of newer programs, preserved.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl From<&List> for Document {
    fn from(list: &List) -> Self {
        Self {
            version: VERSION,
            bookmarks: list.entries.values().cloned().collect(),
            own: list.own.values().cloned().collect(),
            marks: list.marks.values().cloned().collect(),
            rest: list.rest.clone(),
        }
    }
}

impl From<Document> for List {
    /// Merges items duplicated by an editor or a text merge.
    fn from(document: Document) -> Self {
        let mut list = Self {
            rest: document.rest,
            ..Self::default()
        };
        for mut entry in document.bookmarks {
            entry.settle();
            merge::insert(&mut list.entries, entry.id.clone(), entry);
        }
        for mut own in document.own {
            own.settle();
            merge::insert(&mut list.own, own.id.clone(), own);
        }
        for marked in document.marks {
            merge::insert(&mut list.marks, marked.id.clone(), marked);
        }
        list
    }
}
