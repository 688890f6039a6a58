//! Index of a directory and a guide. Documents (contacts and topics) are numbered by region, name
//! and id, so that equally ranked documents are already in order and the order of loading does not
//! matter. For each word there is a list of postings: the documents that contain it, each with the
//! best field it occurs in; documents with the word in their name come first. The lists of words
//! are followed by one list for each category, audience, region and language.

mod addition;
mod attribute_lists;
pub mod attributes;
mod build;
mod document_order;
pub mod locations;
pub mod name_order;
pub mod phones;
pub mod postings;
mod stored;
pub mod terms;
pub mod topics;
pub mod vocabulary;
mod weave;

use std::hash::{BuildHasher, BuildHasherDefault};
use std::ops::Range;
use std::sync::Mutex;

use rustc_hash::{FxHashMap, FxHasher};

pub use self::build::Knowledge;
use self::build::serving;

use self::attributes::{Attributes, LanguageSets};
use self::locations::Locations;
use self::name_order::NameOrder;
use self::phones::Phones;
use self::postings::Lists;
use self::terms::{Terms, to_u32};
use self::topics::TopicTitle;
use crate::directory::{LanguageCode, Region};
use crate::i18n::Language;
use crate::needs::Needs;
use crate::places::Places;
use crate::search::query::synonyms::Synonyms;
use crate::search::rank::scores::Scores;

/// Subject of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// Contact, by its index in the slice given to the index.
    Contact(usize),
    /// Topic of the guide, by its index in the slice given to the index.
    Topic(usize),
}

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
    /// Documents of contacts for any need, by the hash of their ids.
    pub(in crate::search) serving: FxHashMap<u64, u32>,
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
    /// Working memory, reused by every search.
    pub(in crate::search) scores: Mutex<Scores>,
}

/// Facts about documents, by document number.
#[derive(Debug, Default)]
pub struct Documents {
    /// Record of each document: its index among the contacts, or after them among the topics.
    pub(in crate::search) records: Vec<u32>,
    /// Number of contacts.
    pub(in crate::search) contacts: u32,
    pub(in crate::search) attributes: Vec<Attributes>,
    /// Hash of each id, enough to recognize bookmarked contacts.
    pub(in crate::search) ids: Vec<u64>,
    pub(in crate::search) standings: Vec<Standing>,
    pub(in crate::search) locations: Locations,
    /// All names, English then French, concatenated; a name that serves for both languages is
    /// stored once.
    pub(in crate::search) names: String,
    /// End offsets in `names` of the English and the French name of each document.
    pub(in crate::search) name_ends: Vec<[u32; 2]>,
    pub(in crate::search) languages: LanguageSets,
    /// Documents that serve all of their region, in order.
    pub(in crate::search) whole_region: Vec<u32>,
}

/// Facts read by ranking for each matching document. They are stored together because in a large
/// directory each access is a cache miss.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Factor that orders equal documents.
    pub factor: f32,
    /// Number of words in the English and the French name.
    pub name_words: [u8; 2],
}

impl Documents {
    /// Returns the number of documents.
    pub fn count(&self) -> u32 {
        to_u32(self.records.len())
    }

    /// Returns the documents of a region; documents are numbered by region.
    pub fn in_region(&self, region: Region) -> Range<u32> {
        let bound = |end: bool| {
            let before = |attributes: &Attributes| {
                attributes.region < region || end && attributes.region == region
            };
            to_u32(self.attributes.partition_point(before))
        };
        bound(false)..bound(true)
    }

    /// Returns the documents that serve all of a region.
    pub fn helping_everywhere(&self, region: Region) -> impl Iterator<Item = u32> {
        let documents = self.in_region(region);
        let start = self
            .whole_region
            .partition_point(|one| *one < documents.start);
        let end = self
            .whole_region
            .partition_point(|one| *one < documents.end);
        self.whole_region[start..end].iter().copied()
    }

    /// Returns the item of a document.
    pub fn item(&self, document: u32) -> Item {
        let record = self.records[document as usize];
        match record.checked_sub(self.contacts) {
            None => Item::Contact(record as usize),
            Some(topic) => Item::Topic(topic as usize),
        }
    }

    /// Returns the name of a document in a language.
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

    /// Numbers the documents in the given order of records.
    fn number(&mut self, order: Vec<u32>) {
        fn ordered<T: Copy>(all: &mut Vec<T>, order: &[u32]) {
            *all = order.iter().map(|record| all[*record as usize]).collect();
        }
        ordered(&mut self.attributes, &order);
        ordered(&mut self.ids, &order);
        ordered(&mut self.standings, &order);
        self.locations.number(&order);
        self.find_whole_regions();
        let mut names = String::with_capacity(self.names.len());
        let mut ends = Vec::with_capacity(order.len());
        for record in &order {
            let record = *record as usize;
            let start = record
                .checked_sub(1)
                .map_or(0, |before| self.name_ends[before][1]);
            let [english, french] = self.name_ends[record];
            names.push_str(&self.names[start as usize..english as usize]);
            let end = to_u32(names.len());
            names.push_str(&self.names[english as usize..french as usize]);
            ends.push([end, to_u32(names.len())]);
        }
        self.names = names;
        self.name_ends = ends;
        self.records = order;
    }

    /// Finds the documents that serve all of their region.
    fn find_whole_regions(&mut self) {
        let is_whole =
            |attributes: &Attributes| attributes.region == Region::Ca || !attributes.is_local();
        let documents = self.attributes.iter().zip(0..);
        let whole = documents.filter(|(attributes, _)| is_whole(attributes));
        self.whole_region = whole.map(|(_, document)| document).collect();
    }

    fn bytes(&self) -> usize {
        4 * self.records.capacity()
            + size_of::<Attributes>() * self.attributes.capacity()
            + 8 * (self.ids.capacity() + self.name_ends.capacity())
            + size_of::<Standing>() * self.standings.capacity()
            + self.locations.bytes()
            + 4 * self.whole_region.capacity()
    }
}

/// Returns a hash that is the same in every run.
pub fn hash_of(id: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(id)
}

impl Index {
    /// Returns the number of contacts and topics.
    pub fn len(&self) -> usize {
        self.documents.records.len()
    }

    /// Returns the number of contacts.
    pub const fn contacts(&self) -> usize {
        self.documents.contacts as usize
    }

    /// Returns a topic by the number of its [`Item`]; `None` if there is none.
    pub fn topic(&self, number: usize) -> Option<&TopicTitle> {
        self.topic_titles.get(number)
    }

    /// Returns the document of a contact that serves a need; `None` if it is not in this directory.
    pub(in crate::search) fn serving(&self, id: &str) -> Option<u32> {
        self.serving.get(&hash_of(id)).copied()
    }

    /// Returns true if the index has no documents.
    pub fn is_empty(&self) -> bool {
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
