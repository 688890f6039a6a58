//! Contacts added to an index: a worker's own, or those of packs, beside the prepared index of the
//! embedded content. The result is the index that would be built of all contacts, byte for byte, so
//! that the ranking, which depends on all documents, is the same.

pub mod weave;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Mutex;

use self::weave::Weave;
use super::documents::document_order::region_of;
use super::lists::postings::Lists;
use super::phones::Phones;
use super::terms::Terms;
use super::vocabulary::names_of_attributes;
use super::{Documents, Index, Item};
use crate::directory::{Contact, LanguageCode};
use crate::i18n::Language;
use crate::i18n::folding::fold_into;

impl Index {
    /// Returns the index with contacts that follow its own; `id` returns the id of each of these.
    /// `None` if the index must be built anew.
    pub fn extended<'i>(
        mut self,
        contacts: &[Contact],
        id: impl Fn(usize) -> Cow<'i, str>,
    ) -> Option<Self> {
        if contacts.is_empty() {
            return Some(self);
        }
        let mut added = Self::build_addition(contacts, self.places);
        let spoken = joined(&self.spoken, &added.spoken);
        let names = (spoken != self.spoken).then(|| names_of_attributes(spoken.iter()));
        if let Some(names) = &names {
            // A word that names too many attributes with the new languages would be in no list.
            let before = names_of_attributes(self.spoken.iter());
            let is_kept = |word: &String| names.iter().any(|(name, _)| name == word);
            if !before.iter().all(|(word, _)| is_kept(word)) {
                return None;
            }
        }
        let weave = self.places_of(&added, contacts, id);
        let words = names.iter().flatten().map(|(word, _)| word.as_str());
        let (terms, lists) = self.joined_lists(&added, &spoken, words, &weave);
        let phones = Phones::joined([(&self.phones, weave.base()), (&added.phones, weave.added())]);
        let named_lists = std::mem::take(&mut self.named_lists);
        let named_lists = self.moved(&terms, named_lists);
        self.documents.add(&mut added.documents, &weave);
        self.name_order = self.name_order.woven(&self.documents, &weave);
        self = Self {
            terms,
            lists,
            named_lists,
            spoken,
            phones,
            // The documents and the lists have other numbers now.
            served: Mutex::default(),
            memory: Mutex::default(),
            ..self
        };
        if let Some(names) = names {
            self.named_lists = self.lists_of_names(&names);
        }
        self.topics.clear();
        self.find_topics();
        Some(self)
    }

    /// Returns the places of added documents among those of the index.
    fn places_of<'i>(
        &self,
        added: &Self,
        contacts: &[Contact],
        id: impl Fn(usize) -> Cow<'i, str>,
    ) -> Weave {
        let count = self.documents.count();
        let records = added.documents.records.all();
        let places = records.iter().map(|record| {
            let contact = &contacts[*record as usize];
            let mut names = String::new();
            for language in Language::ALL {
                fold_into(contact.name(language), &mut names);
            }
            let mut range = 0..count;
            while range.start < range.end {
                let middle = range.start.midpoint(range.end);
                match self.compare(middle, contact, &names, &id) {
                    Ordering::Less => range.start = middle + 1,
                    _ => range.end = middle,
                }
            }
            range.start
        });
        Weave::of(places.collect(), count)
    }

    /// Compares a document with an added contact, whose folded names these are, by the order of
    /// documents.
    fn compare<'i>(
        &self,
        document: u32,
        contact: &Contact,
        names: &str,
        id: impl Fn(usize) -> Cow<'i, str>,
    ) -> Ordering {
        let mut own = String::new();
        let (region, own_id) = match self.documents.item(document) {
            Item::Contact(index) => {
                for language in Language::ALL {
                    fold_into(&self.documents.name(document, language), &mut own);
                }
                let region = self.documents.attributes(document).region;
                (region, id(index))
            }
            Item::Topic(index) => {
                let topic = &self.topic_titles[index];
                fold_into(&topic.title.en, &mut own);
                (region_of(&topic.id), topic.id.topic.as_str().into())
            }
        };
        let order = region.cmp(&contact.region);
        let order = order.then_with(|| own.as_str().cmp(names));
        order.then_with(|| own_id.as_ref().cmp(&contact.id))
    }

    /// Returns the dictionary and the lists of both indexes, with these words that name attributes.
    fn joined_lists<'w>(
        &self,
        added: &'w Self,
        spoken: &[LanguageCode],
        words: impl Iterator<Item = &'w str>,
        weave: &Weave,
    ) -> (Terms, Lists) {
        let own = (0..added.terms.len()).map(|term| added.terms.get(term));
        let mut words: Vec<&str> = words.chain(own).collect();
        words.sort_unstable();
        words.dedup();
        let (terms, new) = self.terms.with(words);
        let mut lists = Lists::default();
        let mut push = |base: Option<u32>, other: Option<u32>| {
            lists.push([
                (base, &self.lists, weave.base()),
                (other, &added.lists, weave.added()),
            ]);
        };
        let mut new = new.into_iter().peekable();
        let (mut base, mut other) = (0, 0);
        for term in 0..terms.len() {
            let known = new.next_if_eq(&term).is_none().then_some(base);
            base += u32::from(known.is_some());
            let is_other = other < added.terms.len() && added.terms.get(other) == terms.get(term);
            let found = is_other.then_some(other);
            other += u32::from(is_other);
            push(known, found);
        }
        let others = added.attribute_lists(spoken).into_iter();
        for (base, other) in self.attribute_lists(spoken).into_iter().zip(others) {
            push(base, other);
        }
        (terms, lists)
    }

    /// Returns pairs of a word and the list of an attribute as in a larger dictionary with the same
    /// languages.
    fn moved(&self, terms: &Terms, pairs: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
        let shift = terms.len() - self.terms.len();
        let moved = pairs
            .into_iter()
            .filter_map(|(term, list)| Some((terms.find(self.terms.get(term))?, list + shift)));
        moved.collect()
    }
}

impl Documents {
    /// Inserts other documents, all of them contacts whose records follow those of its own.
    fn add(&mut self, added: &mut Self, weave: &Weave) {
        let (own, others) = (self.attributes.own(), added.attributes.own());
        self.languages.join(&added.languages, own, others);
        let contacts = self.contacts;
        let records = self.records.own().iter_mut();
        for record in records.filter(|record| **record >= contacts) {
            *record += added.contacts;
        }
        for record in added.records.own() {
            *record += contacts;
        }
        self.contacts += added.contacts;
        self.records = weave.join(&self.records, &added.records);
        self.attributes = weave.join(&self.attributes, &added.attributes);
        self.ids = weave.join(&self.ids, &added.ids);
        self.standings = weave.join(&self.standings, &added.standings);
        self.letters = weave.join(&self.letters, &added.letters);
        self.locations = self.locations.woven(&added.locations, weave);
        self.add_names(added, weave);
        self.complete();
    }

    fn add_names(&mut self, added: &Self, weave: &Weave) {
        let mut names = Vec::with_capacity(self.names.len() + added.names.len());
        let mut ends = Vec::with_capacity(self.name_ends.len() + added.name_ends.len());
        weave.each(|is_added, document| {
            let from = if is_added { added } else { &*self };
            ends.push(from.copy_names(document, &mut names));
        });
        self.names = names.into();
        self.name_ends = ends.into();
    }
}

/// Returns all languages of two sorted lists, sorted.
fn joined(spoken: &[LanguageCode], others: &[LanguageCode]) -> Vec<LanguageCode> {
    let mut all = [spoken, others].concat();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::directory::Name;
    use crate::fixtures;
    use proptest::prelude::*;
    use proptest::sample::subsequence;
    use std::sync::LazyLock;

    static CONTACTS: LazyLock<Vec<Contact>> =
        LazyLock::new(|| fixtures::assets().contacts().unwrap());

    /// Contacts, some of them with the name, the region or the languages of another, or with
    /// languages that no other has.
    fn contacts() -> impl Strategy<Value = Vec<Contact>> {
        let change = (0..8usize, any::<prop::sample::Index>());
        let some = subsequence(CONTACTS.clone(), 1..60).prop_shuffle();
        (some, prop::collection::vec(change, 60)).prop_map(|(mut some, changes)| {
            for (index, (kind, other)) in changes.into_iter().enumerate().take(some.len()) {
                let other = some[other.index(some.len())].clone();
                let contact = &mut some[index];
                match kind {
                    0 => contact.name = other.name,
                    1 => contact.region = other.region,
                    2 => (contact.name, contact.region) = (other.name, other.region),
                    3 => contact.languages = vec![LanguageCode("tlh".into())],
                    4 => {
                        contact.languages =
                            ["ase", "fcs"].map(|code| LanguageCode(code.into())).into();
                    }
                    5 => contact.name = Name::shared("Zzyzx Élan 486 de la"),
                    _ => {}
                }
            }
            some
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn an_extended_index_is_the_one_built_of_all_contacts(
            contacts in contacts(),
            base in any::<prop::sample::Index>(),
            sorted in any::<bool>(),
        ) {
            let assets = Assets { prepared: false, ..fixtures::assets() };
            let base = base.index(contacts.len());
            let index = assets.build_index(&contacts[..base]);
            if sorted {
                index.write();
            }
            // What was looked up is not kept.
            let id = &contacts[0].id;
            index.serving(id);
            let built = assets.build_index(&contacts);
            let extended = index.extended(&contacts[base..], |index| (&contacts[index].id).into());
            let extended = extended.expect("no word has too many meanings");
            prop_assert_eq!(&extended.topics, &built.topics);
            prop_assert_eq!(extended.serving(id), built.serving(id));
            prop_assert_eq!(extended.contacts(), contacts.len());
            prop_assert!(extended.write() == built.write());
        }
    }

    #[test]
    fn contacts_are_added_to_the_prepared_index() {
        let assets = Assets::embedded();
        let own: Vec<Contact> = CONTACTS[..9].iter().cloned().map(own_contact).collect();
        let directory = assets.directory_with(own).unwrap();
        let built = assets.build_index(directory.contacts());
        assert!(assets.prepared_index(&directory).unwrap().write() == built.write());
    }

    fn own_contact(contact: Contact) -> Contact {
        Contact {
            id: format!("own-{}", contact.id),
            ..contact
        }
    }
}
