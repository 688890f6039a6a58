//! Building the index.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::alphabet::Alphabet;
use super::attributes::{Attributes, LanguageSets};
use super::fold::fold_into;
use super::index::{Documents, Index, hash_of};
use super::initials::{Initials, initials};
use super::lists::{Lists, Posting};
use super::phone::Phones;
use super::rank::{self, Field};
use super::synonyms::Synonyms;
use super::terms::{Terms, head_of, position};
use super::types::TopicText;
use super::vocabulary::{Named, names_of_attributes};
use super::words::{is_stop_word, kept_forms, packed, words};
use crate::directory::{Contact, LanguageCode, Region};
use crate::i18n::Language;

impl Index {
    /// Prepares these contacts and topics; [`super::Item`] gives back their places.
    pub fn build(contacts: &[Contact], topics: &[TopicText], synonyms: &Synonyms) -> Self {
        let mut builder = Builder::default();
        builder.documents.contacts = position(contacts.len());
        for source in in_order(contacts, topics) {
            match source {
                Source::Contact(place) => builder.add_contact(place, &contacts[place as usize]),
                Source::Topic(place) => {
                    builder.add_topic(builder.documents.contacts + place, &topics[place as usize]);
                }
            }
        }
        builder.finish(synonyms)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Contact(u32),
    Topic(u32),
}

/// Contacts and topics by region, name and id: the order in which equals are shown.
fn in_order(contacts: &[Contact], topics: &[TopicText]) -> Vec<Source> {
    // All names in one text, and the first letters of each in a number, which tell most apart.
    let mut names = String::new();
    let mut keyed: Vec<(u64, Range<usize>, &str, Source)> =
        Vec::with_capacity(contacts.len() + topics.len());
    for (place, contact) in contacts.iter().enumerate() {
        let start = names.len();
        for language in Language::ALL {
            fold_into(contact.name(language), &mut names);
        }
        let head = head_of_place(contact.region, &names[start..]);
        let source = Source::Contact(position(place));
        keyed.push((head, start..names.len(), &contact.id, source));
    }
    for (place, topic) in topics.iter().enumerate() {
        let start = names.len();
        fold_into(&topic.title.en, &mut names);
        let head = head_of_place(region_of(topic), &names[start..]);
        let source = Source::Topic(position(place));
        keyed.push((head, start..names.len(), &topic.id.topic, source));
    }
    keyed.sort_unstable_by(|a, b| {
        let name = |range: &Range<usize>| &names[range.clone()];
        let later = || {
            name(&a.1)
                .cmp(name(&b.1))
                .then(a.2.cmp(b.2))
                .then(a.3.cmp(&b.3))
        };
        a.0.cmp(&b.0).then_with(later)
    });
    keyed.into_iter().map(|(.., source)| source).collect()
}

/// A number in the order of regions, and then of the first seven bytes of names.
fn head_of_place(region: Region, name: &str) -> u64 {
    (region as u64) << 56 | head_of(name) >> 8
}

fn region_of(topic: &TopicText) -> Region {
    let named = topic.id.page.is_regional();
    let region = named.then(|| Region::from_code(&topic.id.topic)).flatten();
    region.unwrap_or(Region::Ca)
}

/// Stands in [`Builder::last`] for words without meaning, which are kept of names alone.
const UNSAID: u32 = u32::MAX;

#[derive(Default)]
struct Builder {
    /// The number of each word as it was written, where it has one form and is not too long to be
    /// packed: most are met many times.
    written: FxHashMap<u128, u32>,
    /// The number that each word got when it was first met.
    numbers: FxHashMap<Box<str>, u32>,
    /// For each word, one more than the last document that it was met in.
    last: Vec<u32>,
    /// Words and their postings, in the order of documents.
    met: Vec<(u32, Posting)>,
    /// Attributes and their postings, in the order of documents.
    attributes: Vec<(Named, u32)>,
    documents: Documents,
    languages: LanguageSets,
    phones: Phones,
    topics: FxHashMap<String, u32>,
    folded: String,
}

impl Builder {
    /// Adds the words of a text to the document that is being built. Fields come best first: only
    /// the best that a word stands in is kept.
    fn add(&mut self, text: &str, field: Field) {
        for range in words(text) {
            let word = &text[range];
            let packed = packed(word);
            if let Some(number) = packed.and_then(|packed| self.written.get(&packed)) {
                self.meet(*number, field);
                continue;
            }
            let mut forms = 0;
            let mut first = 0;
            let mut folded = std::mem::take(&mut self.folded);
            kept_forms(word, &mut folded, |form| {
                let number = self.number_of(form);
                self.meet(number, field);
                forms += 1;
                first = number;
            });
            self.folded = folded;
            if let Some(packed) = packed.filter(|_| forms == 1) {
                self.written.insert(packed, first);
            }
        }
    }

    fn meet(&mut self, number: u32, field: Field) {
        let document = self.documents.count();
        let last = &mut self.last[number as usize];
        let is_new = if *last == UNSAID {
            field == Field::Name
        } else {
            *last != document + 1
        };
        if is_new {
            if *last != UNSAID {
                *last = document + 1;
            }
            self.met.push((number, Posting::new(document, field)));
        }
    }

    fn number_of(&mut self, word: &str) -> u32 {
        number_of(&mut self.numbers, &mut self.last, word)
    }

    fn add_contact(&mut self, place: u32, contact: &Contact) {
        let [english, french] = Language::ALL.map(|language| contact.name(language));
        self.add(english, Field::Name);
        if french != english {
            self.add(french, Field::Name);
        }
        self.add_initials(english, Field::Name);
        self.add_initials(french, Field::Name);
        self.add(&contact.organization, Field::Organization);
        self.add_initials(&contact.organization, Field::Organization);
        if let Some(area) = &contact.area {
            self.add(&area.en, Field::Place);
            self.add(&area.fr, Field::Place);
        }
        for label in contact
            .phones
            .iter()
            .filter_map(|phone| phone.label.as_ref())
        {
            self.add(&label.en, Field::Body);
            self.add(&label.fr, Field::Body);
        }
        self.add(&contact.description.en, Field::Body);
        self.add(&contact.description.fr, Field::Body);
        let document = self.documents.count();
        for phone in &contact.phones {
            self.phones.push(document, &phone.number);
        }
        self.add_attributes(document, contact);
        let attributes = Attributes::of_contact(contact, &mut self.languages);
        self.close([english, french], place, &contact.id, attributes);
    }

    fn add_initials(&mut self, text: &str, field: Field) {
        for Initials { letters, of_all } in initials(text) {
            let number = self.number_of(&letters);
            // Those of a part of the name are less surely meant.
            self.meet(number, if of_all { field } else { Field::Organization });
        }
    }

    fn add_attributes(&mut self, document: u32, contact: &Contact) {
        let mut add = |named| self.attributes.push((named, document));
        for (place, category) in contact.categories.iter().enumerate() {
            add(if place == 0 {
                Named::Category(*category)
            } else {
                Named::OtherCategory(*category)
            });
        }
        contact
            .serves
            .iter()
            .for_each(|audience| add(Named::Audience(*audience)));
        contact
            .languages
            .iter()
            .for_each(|language| add(Named::Language(language.clone())));
        add(Named::Region(contact.region));
        if contact.always_open {
            add(Named::AlwaysOpen);
        }
    }

    fn add_topic(&mut self, place: u32, topic: &TopicText) {
        for language in Language::ALL {
            self.add(topic.title.get(language), Field::Name);
        }
        for language in Language::ALL {
            self.add(topic.body.get(language), Field::Guide);
        }
        let document = self.documents.count();
        let region = region_of(topic);
        self.attributes.push((Named::Region(region), document));
        let id = topic.id.to_string();
        let attributes = Attributes::of_topic(region, &mut self.languages);
        self.close([&topic.title.en, &topic.title.fr], place, &id, attributes);
        self.topics.insert(id, document);
    }

    fn close(&mut self, names: [&str; 2], place: u32, id: &str, attributes: Attributes) {
        let documents = &mut self.documents;
        let count = |name| u8::try_from(words(name).count()).unwrap_or(u8::MAX);
        documents.name_words.push(names.map(count));
        documents.standings.push(rank::standing(attributes));
        documents.names.push_str(names[0]);
        let english = position(documents.names.len());
        if names[1] != names[0] {
            documents.names.push_str(names[1]);
        }
        documents
            .name_ends
            .push([english, position(documents.names.len())]);
        documents.places.push(place);
        documents.ids.push(hash_of(id));
        documents.attributes.push(attributes);
    }

    fn finish(mut self, synonyms: &Synonyms) -> Index {
        let names =
            names_of_attributes(self.attributes.iter().filter_map(|(named, _)| match named {
                Named::Language(language) => Some(language),
                _ => None,
            }));
        for (word, _) in &names {
            number_of(&mut self.numbers, &mut self.last, word);
        }
        let (terms, ranks) = sort(self.numbers);
        let mut spoken: Vec<LanguageCode> = Vec::new();
        for (named, _) in &self.attributes {
            if let Named::Language(language) = named
                && !spoken.contains(language)
            {
                spoken.push(language.clone());
            }
        }
        spoken.sort();
        let mut documents = self.documents;
        documents.languages = self.languages;
        documents.shrink();
        self.phones.finish();
        let mut index = Index {
            alphabet: Alphabet::default(),
            terms,
            lists: Lists::default(),
            named_lists: Vec::new(),
            spoken,
            documents,
            phones: self.phones,
            synonyms: synonyms.clone(),
            topics: self.topics,
            scores: std::sync::Mutex::default(),
        };
        let attributes: Vec<(u32, Posting)> = self
            .attributes
            .iter()
            .filter_map(|(named, document)| {
                let (list, field) = index.list_of(named)?;
                Some((list, Posting::new(*document, field)))
            })
            .collect();
        drop(self.attributes);
        for (number, _) in &mut self.met {
            *number = ranks[*number as usize];
        }
        let count = index.always_open_list() as usize + 1 + index.spoken.len();
        index.lists = Lists::of(&[&self.met, &attributes], count);
        index.named_lists = names
            .iter()
            .filter_map(|(word, named)| Some((index.terms.find(word)?, index.list_of(named)?.0)))
            .collect();
        index.named_lists.sort_unstable();
        index.named_lists.dedup();
        index
    }
}

impl Index {
    /// The list of an attribute, and the field that its postings stand in.
    fn list_of(&self, named: &Named) -> Option<(u32, Field)> {
        Some(match named {
            Named::Category(category) => (self.category_list(*category), Field::Category),
            Named::OtherCategory(category) => (self.category_list(*category), Field::OtherCategory),
            Named::Audience(audience) => (self.audience_list(*audience), Field::Place),
            Named::Region(region) => (self.region_list(*region), Field::Place),
            Named::Language(language) => (self.language_list(language)?, Field::Place),
            Named::AlwaysOpen => (self.always_open_list(), Field::Place),
        })
    }
}

impl Documents {
    fn shrink(&mut self) {
        self.places.shrink_to_fit();
        self.attributes.shrink_to_fit();
        self.ids.shrink_to_fit();
        self.name_words.shrink_to_fit();
        self.standings.shrink_to_fit();
        self.names.shrink_to_fit();
        self.name_ends.shrink_to_fit();
    }
}

fn number_of(numbers: &mut FxHashMap<Box<str>, u32>, last: &mut Vec<u32>, word: &str) -> u32 {
    if let Some(number) = numbers.get(word) {
        return *number;
    }
    let number = position(last.len());
    numbers.insert(word.into(), number);
    let unsaid = word.len() < 2 || is_stop_word(word);
    last.push(if unsaid { UNSAID } else { 0 });
    number
}

/// The sorted list of the words, and for each number that a word had, its place in the list.
fn sort(numbers: FxHashMap<Box<str>, u32>) -> (Terms, Vec<u32>) {
    let mut words: Vec<(Box<str>, u32)> = numbers.into_iter().collect();
    words.sort_unstable();
    let mut ranks = vec![0; words.len()];
    for (rank, (_, number)) in words.iter().enumerate() {
        ranks[*number as usize] = position(rank);
    }
    (
        Terms::of_sorted(words.iter().map(|(word, _)| &**word)),
        ranks,
    )
}
