//! Facts about documents: order, attributes, languages, places and names.

pub mod attributes;
pub mod document_order;
pub mod language_sets;
pub mod locations;
pub mod name_order;

use std::borrow::Cow;
use std::ops::Range;

use self::attributes::Attributes;
use self::language_sets::LanguageSets;
use self::locations::Locations;
use crate::directory::Region;
use crate::i18n::Language;
use crate::search::index::terms::to_u32;
use crate::tables::{Column, Number};

/// Subject of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// Contact, by its index in the slice given to the index.
    Contact(usize),
    /// Topic of the guide, by its index in the slice given to the index.
    Topic(usize),
}

/// Facts about documents, by document number.
#[derive(Debug, Default)]
pub struct Documents {
    /// Record of each document: its index among the contacts, or after them among the topics.
    pub(in crate::search) records: Column<u32>,
    /// Number of contacts.
    pub(in crate::search) contacts: u32,
    pub(in crate::search) attributes: Column<Attributes>,
    /// Hash of each id, enough to recognize bookmarked contacts.
    pub(in crate::search) ids: Column<u64>,
    /// Hashes of all ids with their documents, in order.
    pub(in crate::search) by_id: Column<(u64, u32)>,
    pub(in crate::search) standings: Column<Standing>,
    pub(in crate::search) locations: Locations,
    /// All names, English then French, concatenated; a name that serves for both languages is
    /// stored once.
    pub(in crate::search) names: Column<u8>,
    /// End offsets in `names` of the English and the French name of each document.
    pub(in crate::search) name_ends: Column<[u32; 2]>,
    /// Set of the letters of each document's folded names: most names that lack a letter of a text are
    /// skipped without being read.
    pub(in crate::search) letters: Column<u32>,
    pub(in crate::search) languages: LanguageSets,
    /// Documents that serve all of their region, in order.
    pub(in crate::search) whole_region: Column<u32>,
    /// Document of each topic.
    pub(in crate::search) topics: Vec<u32>,
    /// First document of each region, and the number of documents.
    pub(in crate::search) region_starts: Vec<u32>,
}

/// Facts read by ranking for each matching document. They are stored together because in a large
/// directory each access is a cache miss, and few bytes: many lie in one block of a file.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Facts that order equal documents ([`standing`](crate::search::rank::standing)).
    pub facts: u8,
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

    /// Returns the records of the contacts with a name for which a condition holds, in order. The
    /// names are read in turn, and no contact.
    pub fn contacts_named(&self, is_it: impl Fn(&str) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for document in 0..self.count() {
            let mut names = Language::ALL
                .map(|language| self.name(document, language))
                .into_iter();
            if names.any(|name| is_it(&name))
                && let Item::Contact(place) = self.item(document)
            {
                found.push(place);
            }
        }
        found.sort_unstable();
        found
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
    pub(in crate::search) fn number(&mut self, order: Vec<u32>) {
        fn ordered<T: Number>(all: &mut Column<T>, order: &[u32]) {
            let numbers: Vec<T> = order.iter().map(|one| all.at(*one as usize)).collect();
            *all = numbers.into();
        }
        ordered(&mut self.attributes, &order);
        ordered(&mut self.ids, &order);
        ordered(&mut self.standings, &order);
        ordered(&mut self.letters, &order);
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
    pub(in crate::search) fn copy_names(&self, document: u32, to: &mut Vec<u8>) -> [u32; 2] {
        let [start, english, french] = self.ends_of_names(document);
        let shift = to_u32(to.len());
        to.extend_from_slice(&self.names.range(start as usize..french as usize));
        [english, french].map(|end| end - start + shift)
    }

    /// Computes the facts that derive from others.
    pub(in crate::search) fn complete(&mut self) {
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

    pub(in crate::search) fn bytes(&self) -> usize {
        self.records.bytes()
            + self.attributes.bytes()
            + self.ids.bytes()
            + self.by_id.bytes()
            + self.name_ends.bytes()
            + self.letters.bytes()
            + self.standings.bytes()
            + self.locations.bytes()
            + self.whole_region.bytes()
            + 4 * self.topics.capacity()
    }
}
