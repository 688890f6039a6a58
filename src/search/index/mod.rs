//! Index of a directory and a guide. Documents (contacts and topics) are numbered by region, name
//! and id, so that equally ranked documents are already in order and the order of loading does not
//! matter. For each word there is a list of postings: the documents that contain it, each with the
//! best field it occurs in; documents with the word in their name come first. The lists of words
//! are followed by one list for each category, audience, region and language.

pub mod addition;
mod build;
pub mod documents;
pub mod lists;
mod met;
pub mod phones;
mod stored;
pub mod terms;
pub mod topics;
pub mod vocabulary;

use std::hash::{BuildHasher, BuildHasherDefault};
use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHasher};

pub use self::build::{IndexBuilder, Knowledge};
pub use self::documents::{Documents, Item, Standing};

use self::documents::name_order::NameOrder;
use self::lists::postings::Lists;
use self::phones::Phones;
use self::terms::Terms;
use self::topics::TopicTitle;
use crate::directory::LanguageCode;
use crate::needs::Needs;
use crate::places::Places;
use crate::search::query::synonyms::Synonyms;
use crate::search::rank::scores::Scores;
use crate::search::rank::working_memory::WorkingMemory;

/// Search index. Threads that share it search one after the other.
#[derive(Debug)]
pub struct Index {
    /// Dictionary of all words.
    pub(in crate::search) terms: Terms,
    /// Postings of every word, then of every attribute.
    pub(in crate::search) lists: Lists,
    /// Pairs of a word that names an attribute and the list of that attribute, sorted.
    pub(in crate::search) named_lists: Vec<(u32, u32)>,
    /// Languages with lists, in the order of the lists.
    pub(in crate::search) spoken: Vec<LanguageCode>,
    /// Facts about each document.
    pub(in crate::search) documents: Documents,
    /// Phone numbers of the documents.
    pub(in crate::search) phones: Phones,
    /// Needs to recognize; `None` to search for words alone.
    pub(in crate::search) needs: Option<&'static Needs>,
    /// Places on the map.
    pub(in crate::search) places: &'static Places,
    /// Synonyms of everyday words.
    pub(in crate::search) synonyms: Synonyms,
    /// Titles of the topics, by record.
    pub(in crate::search) topic_titles: Vec<TopicTitle>,
    /// Document of each topic, by its id (`reporting#consent-first`).
    pub(in crate::search) topics: FxHashMap<String, u32>,
    /// Alphabetical order of the names.
    pub(in crate::search) name_order: NameOrder,
    /// Documents of contacts that serve needs, by the hashes of their ids. To look each of them up in a file took a
    /// thirtieth of a keystroke with a need.
    pub(in crate::search) served: Mutex<FxHashMap<u64, Option<u32>>>,
    /// Working memory, reused by every search.
    pub(in crate::search) memory: Mutex<WorkingMemory>,
}

/// Returns a hash that is the same in every run.
pub fn hash_of(id: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(id)
}

impl Index {
    /// Returns the number of contacts and topics.
    pub const fn len(&self) -> usize {
        self.documents.records.len()
    }

    /// Returns the records of the contacts with a name for which a condition holds, in order.
    pub fn contacts_named(&self, is_it: impl Fn(&str) -> bool) -> Vec<usize> {
        self.documents.contacts_named(is_it)
    }

    /// Returns the number of contacts.
    pub const fn contacts(&self) -> usize {
        self.documents.contacts as usize
    }

    /// Returns the languages of all contacts, by their codes.
    pub fn languages(&self) -> &[LanguageCode] {
        &self.spoken
    }

    /// Returns a topic by the number of its [`Item`]; `None` if there is none.
    pub fn topic(&self, number: usize) -> Option<&TopicTitle> {
        self.topic_titles.get(number)
    }

    /// Returns the document of a contact that serves a need; `None` if it is not in this directory,
    /// or no needs are recognized.
    pub(in crate::search) fn serving(&self, id: &str) -> Option<u32> {
        self.needs?;
        let hash = hash_of(id);
        let mut served = self.served.lock().unwrap_or_else(PoisonError::into_inner);
        let served = served.entry(hash);
        *served.or_insert_with(|| self.documents.with_id(hash))
    }

    /// Returns true if the index has no documents.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the heap size of the index without the text of the names, including the working
    /// memory of a search.
    pub fn bytes(&self) -> usize {
        self.terms.bytes()
            + self.lists.bytes()
            + 8 * self.named_lists.capacity()
            + self.documents.bytes()
            + self.phones.bytes()
            + self.synonyms.bytes()
            + self.topics.len() * 64
            + Scores::bytes_for(self.documents.count())
    }
}
