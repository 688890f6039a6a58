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
pub mod intersection;
pub mod language_sets;
mod lists_builder;
pub mod locations;
pub mod name_order;
pub mod phones;
pub mod postings;
mod stored;
pub mod terms;
pub mod topics;
pub mod vocabulary;
mod weave;

use std::borrow::Cow;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::ops::Range;
use std::sync::Mutex;

use rustc_hash::{FxHashMap, FxHasher};

pub use self::build::Knowledge;

use self::attributes::Attributes;
use self::language_sets::LanguageSets;
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
use crate::tables::{Column, Number};

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
    pub(in crate::search) records: Column<u32>,
    /// Number of contacts.
    pub(in crate::search) contacts: u32,
    attributes: Column<Attributes>,
    /// Hash of each id, enough to recognize bookmarked contacts.
    pub(in crate::search) ids: Column<u64>,
    /// Hashes of all ids with their documents, in order.
    by_id: Column<(u64, u32)>,
    pub(in crate::search) standings: Column<Standing>,
    pub(in crate::search) locations: Locations,
    /// All names, English then French, concatenated; a name that serves for both languages is
    /// stored once.
    names: Column<u8>,
    /// End offsets in `names` of the English and the French name of each document.
    name_ends: Column<[u32; 2]>,
    pub(in crate::search) languages: LanguageSets,
    /// Documents that serve all of their region, in order.
    whole_region: Column<u32>,
    /// Document of each topic.
    topics: Vec<u32>,
    /// First document of each region, and the number of documents.
    region_starts: Vec<u32>,
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

    /// Returns the attributes of a document.
    #[inline]
    pub fn attributes(&self, document: u32) -> Attributes {
        self.attributes.at(document as usize)
    }

    /// Returns the last document whose id has this hash; `None` if there is none.
    pub fn with_id(&self, hash: u64) -> Option<u32> {
        let next = self.by_id.partition_point(|(one, _)| one <= hash);
        let (found, document) = self.by_id.at(next.checked_sub(1)?);
        (found == hash).then_some(document)
    }

    /// Returns the documents of a region; documents are numbered by region.
    pub fn in_region(&self, region: Region) -> Range<u32> {
        let start = |number: usize| self.region_starts.get(number).copied().unwrap_or_default();
        start(region as usize)..start(region as usize + 1)
    }

    /// Returns the region of a document.
    #[inline]
    pub fn region(&self, document: u32) -> Region {
        let next = self
            .region_starts
            .partition_point(|start| *start <= document);
        let region = next
            .checked_sub(1)
            .and_then(|number| Region::ALL.get(number));
        region.copied().unwrap_or(Region::Ca)
    }

    /// Returns the documents that serve all of a region.
    pub fn helping_everywhere(&self, region: Region) -> Vec<u32> {
        let documents = self.in_region(region);
        let first = |bound: u32| self.whole_region.partition_point(|one| one < bound);
        let range = first(documents.start)..first(documents.end);
        self.whole_region.range(range).into_owned()
    }

    /// Returns the item of a document.
    pub fn item(&self, document: u32) -> Item {
        let record = self.records.at(document as usize);
        match record.checked_sub(self.contacts) {
            None => Item::Contact(record as usize),
            Some(topic) => Item::Topic(topic as usize),
        }
    }

    /// Returns the name of a document in a language.
    pub fn name(&self, document: u32, language: Language) -> Cow<'_, str> {
        let [start, english, french] = self.ends_of_names(document);
        let range = match language {
            Language::Fr if french > english => english..french,
            _ => start..english,
        };
        self.names.text(range.start as usize..range.end as usize)
    }

    /// Returns the start of a document's names, and the ends of both.
    fn ends_of_names(&self, document: u32) -> [u32; 3] {
        let document = document as usize;
        let before = document.checked_sub(1);
        let start = before.map_or(0, |before| self.name_ends.at(before)[1]);
        let [english, french] = self.name_ends.at(document);
        [start, english, french]
    }

    /// Numbers the documents in the given order of records.
    fn number(&mut self, order: Vec<u32>) {
        fn ordered<T: Number>(all: &mut Column<T>, order: &[u32]) {
            let numbers: Vec<T> = order.iter().map(|one| all.at(*one as usize)).collect();
            *all = numbers.into();
        }
        ordered(&mut self.attributes, &order);
        ordered(&mut self.ids, &order);
        ordered(&mut self.standings, &order);
        self.locations.number(&order);
        let mut names = Vec::with_capacity(self.names.len());
        let mut ends = Vec::with_capacity(order.len());
        for record in &order {
            ends.push(self.copy_names(*record, &mut names));
        }
        self.names = names.into();
        self.name_ends = ends.into();
        self.records = order.into();
        self.complete();
    }

    /// Appends the names of a document; returns their ends.
    fn copy_names(&self, document: u32, to: &mut Vec<u8>) -> [u32; 2] {
        let [start, english, french] = self.ends_of_names(document);
        let shift = to_u32(to.len());
        to.extend_from_slice(&self.names.range(start as usize..french as usize));
        [english, french].map(|end| end - start + shift)
    }

    /// Finds what follows from the other facts.
    fn complete(&mut self) {
        self.find_whole_regions();
        let ids = self.ids.all();
        let mut by_id: Vec<(u64, u32)> = ids.iter().copied().zip(0..).collect();
        by_id.sort_unstable();
        self.by_id = by_id.into();
        let records = self.records.all();
        let documents = records.iter().zip(0..);
        let topics = documents.filter_map(|(record, document)| {
            let topic = record.checked_sub(self.contacts)?;
            Some((topic, document))
        });
        let mut topics: Vec<(u32, u32)> = topics.collect();
        topics.sort_unstable();
        self.topics = topics.into_iter().map(|(_, document)| document).collect();
        let numbers = 0..=Region::ALL.len();
        let start = |number| {
            let before = |one: Attributes| (one.region as usize) < number;
            to_u32(self.attributes.partition_point(before))
        };
        self.region_starts = numbers.map(start).collect();
    }

    /// Finds the documents that serve all of their region.
    fn find_whole_regions(&mut self) {
        let is_whole =
            |attributes: &Attributes| attributes.region == Region::Ca || !attributes.is_local();
        let all = self.attributes.all();
        let documents = all.iter().zip(0..);
        let whole = documents.filter(|(attributes, _)| is_whole(attributes));
        let whole: Vec<u32> = whole.map(|(_, document)| document).collect();
        self.whole_region = whole.into();
    }

    fn bytes(&self) -> usize {
        self.records.bytes()
            + self.attributes.bytes()
            + self.ids.bytes()
            + self.by_id.bytes()
            + self.name_ends.bytes()
            + self.standings.bytes()
            + self.locations.bytes()
            + self.whole_region.bytes()
            + 4 * self.topics.capacity()
    }
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
        self.documents.with_id(hash_of(id))
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
