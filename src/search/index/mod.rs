//! What is kept of a directory and a guide, so that a query touches only what it can find.
//!
//! Documents (contacts and topics) are numbered by region, name and id, so that equals already
//! stand in their order and the order of loading leaves no trace. For each word there is a list of
//! postings: the documents that have it, each with the best field that it stands in; those that
//! have it in their name come first. After the words come the lists of what documents are: one a
//! category, audience, region and language.

mod attribute_lists;
pub mod attributes;
mod build;
mod document_order;
pub mod name_order;
pub mod phones;
pub mod postings;
pub mod terms;
pub mod topics;
pub mod vocabulary;

use std::hash::{BuildHasher, BuildHasherDefault};
use std::ops::Range;
use std::sync::Mutex;

use rustc_hash::{FxHashMap, FxHasher};

use self::attributes::{Attributes, LanguageSets};
use self::name_order::NameOrder;
use self::phones::Phones;
use self::postings::Lists;
use self::terms::{Terms, to_u32};
use crate::directory::{LanguageCode, Region};
use crate::i18n::Language;
use crate::search::hits::Item;
use crate::search::query::synonyms::Synonyms;
use crate::search::rank::scores::Scores;

/// Everything that can be found, prepared for searching. Shared between threads, it serves them
/// one after the other.
#[derive(Debug)]
pub struct Index {
    /// Every word.
    pub(in crate::search) terms: Terms,
    /// The postings of every word, and of every attribute after them.
    pub(in crate::search) lists: Lists,
    /// Words that name an attribute, with the number of its list; sorted.
    pub(in crate::search) named_lists: Vec<(u32, u32)>,
    /// The languages that have lists, in the order of those.
    pub(in crate::search) spoken: Vec<LanguageCode>,
    /// What is known of each document.
    pub(in crate::search) documents: Documents,
    /// Their phone numbers.
    pub(in crate::search) phones: Phones,
    /// What words mean.
    pub(in crate::search) synonyms: Synonyms,
    /// The document of each topic, by its name (`reporting#consent-first`).
    pub(in crate::search) topics: FxHashMap<String, u32>,
    /// In which order names are listed.
    pub(in crate::search) name_order: NameOrder,
    /// Kept from one search to the next, so that none has to clear memory for every document.
    pub(in crate::search) scores: Mutex<Scores>,
}

/// What is known of each document, by its number.
#[derive(Debug, Default)]
pub struct Documents {
    /// Its place among the contacts, or after them among the topics.
    pub(in crate::search) records: Vec<u32>,
    /// How many contacts there are.
    pub(in crate::search) contacts: u32,
    pub(in crate::search) attributes: Vec<Attributes>,
    /// What its id hashes to: enough to tell whether the worker has bookmarked it.
    pub(in crate::search) ids: Vec<u64>,
    pub(in crate::search) standings: Vec<Standing>,
    /// All names, English then French, one after the other; a name that serves for both stands
    /// once.
    pub(in crate::search) names: String,
    /// Where the English and the French name of each document end in `names`.
    pub(in crate::search) name_ends: Vec<[u32; 2]>,
    pub(in crate::search) languages: LanguageSets,
}

/// What ranking asks of each document that a search meets. It stands together: in a large directory
/// every look at a document is a wait for memory.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// What sets it apart from its equals.
    pub factor: f32,
    /// Where it serves.
    pub region: Region,
    /// How many words its English and its French name have.
    pub name_words: [u8; 2],
}

impl Documents {
    /// How many there are.
    pub fn count(&self) -> u32 {
        to_u32(self.records.len())
    }

    /// The numbers of the documents of that region: documents stand by region.
    pub fn in_region(&self, region: Region) -> Range<u32> {
        let bound = |end: bool| {
            let before = |attributes: &Attributes| {
                attributes.region < region || end && attributes.region == region
            };
            to_u32(self.attributes.partition_point(before))
        };
        bound(false)..bound(true)
    }

    /// What it is to those who built the index.
    pub fn item(&self, document: u32) -> Item {
        let record = self.records[document as usize];
        match record.checked_sub(self.contacts) {
            None => Item::Contact(record as usize),
            Some(topic) => Item::Topic(topic as usize),
        }
    }

    /// The name that is shown in that language.
    pub fn name(&self, document: u32, language: Language) -> &str {
        let document = document as usize;
        let start = document
            .checked_sub(1)
            .map_or(0, |before| self.name_ends[before][1]);
        let [english, french] = self.name_ends[document];
        let range = match language {
            Language::Fr if french > english => english..french,
            _ => start..english,
        };
        &self.names[range.start as usize..range.end as usize]
    }

    fn bytes(&self) -> usize {
        4 * self.records.capacity()
            + size_of::<Attributes>() * self.attributes.capacity()
            + 8 * (self.ids.capacity() + self.name_ends.capacity())
            + size_of::<Standing>() * self.standings.capacity()
    }
}

/// The same number for the same id, in every run.
pub fn hash_of(id: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(id)
}

impl Index {
    /// How many contacts and topics can be found.
    pub fn len(&self) -> usize {
        self.documents.records.len()
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes that the index holds beyond the text of the names, the working memory of a search
    /// included.
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
