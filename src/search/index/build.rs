//! Builder of the index.

use rustc_hash::FxHashMap;

use super::documents::attributes::Attributes;
use super::documents::document_order::{DocumentOrder, region_of};
use super::documents::language_sets::LanguageSets;
use super::documents::name_order::NameOrder;
use super::lists::lists_builder::ListsBuilder;
use super::lists::postings::{Lists, Posting};
use super::met::{Met, MetWords, range_of};
use super::phones::Phones;
use super::terms::{Terms, head_of, letters_of, to_u32};
use super::vocabulary::{Named, names_of_attributes};
use super::{Documents, Index, Standing, hash_of};
use crate::directory::{Category, Contact};
use crate::i18n::Language;
use crate::i18n::folding::fold;
use crate::needs::Needs;
use crate::places::Places;
use crate::search::index::topics::{TopicText, TopicTitle};
use crate::search::query::synonyms::Synonyms;
use crate::search::rank::{self, Field};
use crate::search::text::initials::{Initials, initials};
use crate::search::text::phone;
use crate::search::text::stop_words::{is_stop_word, packed};
use crate::search::text::words::{kept_forms, words};

impl Index {
    /// Builds the index of contacts and topics; [`crate::search::Item`] refers to their indices in
    /// these slices.
    pub fn build(contacts: &[Contact], topics: &[TopicText], knowledge: Knowledge<'_>) -> Self {
        let mut builder = IndexBuilder::of(knowledge);
        for contact in contacts {
            builder.add(contact);
        }
        builder.finish(topics)
    }

    /// Builds an index of contacts to add to another: it has no topics, no synonyms, and no words
    /// that name attributes.
    pub(super) fn build_addition(contacts: &[Contact], places: &'static Places) -> Self {
        let knowledge = Knowledge {
            synonyms: &Synonyms::default(),
            needs: None,
            places,
        };
        let mut builder = IndexBuilder::of(knowledge);
        for contact in contacts {
            builder.add(contact);
        }
        builder
            .builder
            .finish(builder.order.finish(), Vec::new(), knowledge, false)
    }
}

/// Builder of an index of contacts, which are given one by one, and of topics.
pub struct IndexBuilder<'k> {
    knowledge: Knowledge<'k>,
    // Records are read in the order of the contacts and numbered afterwards: in a large directory,
    // visiting them in name order takes longer than reading them.
    builder: RecordsBuilder,
    order: DocumentOrder,
}

impl<'k> IndexBuilder<'k> {
    /// Creates a builder without contacts.
    pub fn of(knowledge: Knowledge<'k>) -> Self {
        Self {
            knowledge,
            builder: RecordsBuilder::default(),
            order: DocumentOrder::default(),
        }
    }

    /// Adds the next contact.
    pub fn add(&mut self, contact: &Contact) {
        self.builder.add_contact(contact, self.knowledge.places);
        self.order.add_contact(contact);
    }

    /// Adds the topics, and returns the index.
    pub fn finish(mut self, topics: &[TopicText]) -> Index {
        for topic in topics {
            self.builder.add_topic(topic);
            self.order.add_topic(topic);
        }
        let titles = topics.iter().map(TopicTitle::from).collect();
        let order = self.order.finish();
        self.builder.finish(order, titles, self.knowledge, true)
    }
}

/// Data of an index beside contacts and topics.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// Meanings of everyday words.
    pub synonyms: &'a Synonyms,
    /// Needs to recognize; `None` to search for words alone.
    pub needs: Option<&'static Needs>,
    /// Places on the map.
    pub places: &'static Places,
}

impl<'a> Knowledge<'a> {
    /// Returns the knowledge for a search of words alone: synonyms and places, no needs.
    pub fn of_words(synonyms: &'a Synonyms) -> Self {
        Self {
            synonyms,
            needs: None,
            places: Places::embedded(),
        }
    }
}

/// Marks stop words in [`RecordsBuilder::last`]: they are indexed in names only.
const UNSAID: u32 = u32::MAX;

/// Returns true for the *cas* of « en cas de », which means nothing: in English, CAS are the
/// children's aid societies.
fn is_of_in_case(before: &str, word: &str) -> bool {
    let ends_with_en = |before: &str| {
        let at = before
            .len()
            .checked_sub(2)
            .filter(|at| before.is_char_boundary(*at));
        at.is_some_and(|at| before[at..].eq_ignore_ascii_case("en"))
    };
    word.eq_ignore_ascii_case("cas") && ends_with_en(before.trim_end())
}

#[derive(Default)]
struct RecordsBuilder {
    /// Numbers of words as written, for words with one form that can be packed: most occur many
    /// times.
    written: FxHashMap<u128, u32>,
    /// Number of each word, in order of first occurrence.
    numbers: FxHashMap<Box<str>, u32>,
    /// For each word, one more than the last document it occurred in.
    last: Vec<u32>,
    /// Words of all documents in turn, each with its field as in a [`Posting`].
    met: MetWords,
    /// First category of each document.
    offered_first: Vec<Option<Category>>,
    /// Packed phone numbers of all documents in turn.
    numbers_met: Vec<u64>,
    /// End of each document's numbers in `numbers_met`.
    numbers_ends: Vec<u32>,
    /// Facts about the documents, by record.
    documents: Documents,
    languages: LanguageSets,
    folded: String,
}

impl RecordsBuilder {
    /// Adds the words of a text to the current document. Fields must come best first: only the best
    /// field of each word is kept.
    fn add(&mut self, text: &str, field: Field) {
        for range in words(text) {
            let word = &text[range.clone()];
            if is_of_in_case(&text[..range.start], word) {
                continue;
            }
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
        let document = to_u32(self.met.records());
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
            self.met.push(Posting::new(number, field));
        }
    }

    fn number_of(&mut self, word: &str) -> u32 {
        number_of(&mut self.numbers, &mut self.last, word)
    }

    fn add_contact(&mut self, contact: &Contact, places: &Places) {
        let [english, french] = Language::ALL.map(|language| contact.name(language));
        self.add(english, Field::Name);
        if french != english {
            self.add(french, Field::Name);
        }
        self.add_initials(english, Field::Name);
        self.add_initials(french, Field::Name);
        for (_, organization) in contact.organization.each() {
            self.add(organization, Field::Organization);
            self.add_initials(organization, Field::Organization);
        }
        if let Some(area) = &contact.area {
            self.add(&area.en, Field::Area);
            self.add(&area.fr, Field::Area);
        }
        for label in contact
            .phones
            .iter()
            .filter_map(|phone| phone.label.as_ref())
        {
            self.add(&label.en, Field::Body);
            self.add(&label.fr, Field::Body);
        }
        for term in &contact.terms {
            self.add(term, Field::Body);
        }
        self.add(&contact.description.en, Field::Body);
        self.add(&contact.description.fr, Field::Body);
        let numbers = contact
            .phones
            .iter()
            .map(|phone| phone::pack(&phone.number));
        self.numbers_met.extend(numbers.flatten());
        self.offered_first.push(contact.categories.first().copied());
        self.documents.contacts += 1;
        self.documents.locations.push_contact(contact, places);
        let attributes = Attributes::of_contact(contact, &mut self.languages);
        self.close([english, french], &contact.id, attributes);
    }

    fn add_initials(&mut self, text: &str, field: Field) {
        for Initials { letters, of_all } in initials(text) {
            let number = self.number_of(&letters);
            // Initials of a part of the name are a weaker match.
            self.meet(number, if of_all { field } else { Field::Organization });
        }
    }

    fn add_topic(&mut self, topic: &TopicText) {
        for language in Language::ALL {
            self.add(topic.title.get(language), Field::Name);
        }
        for language in Language::ALL {
            self.add(topic.body.get(language), Field::Guide);
        }
        let id = topic.id.to_string();
        self.documents.locations.push_nowhere();
        let attributes = Attributes::of_topic(region_of(&topic.id), &mut self.languages);
        self.offered_first.push(None);
        self.close([&topic.title.en, &topic.title.fr], &id, attributes);
    }

    fn close(&mut self, names: [&str; 2], id: &str, attributes: Attributes) {
        self.met.close();
        self.numbers_ends.push(to_u32(self.numbers_met.len()));
        let documents = &mut self.documents;
        let count = |name| u8::try_from(words(name).count()).unwrap_or(u8::MAX);
        documents.standings.own().push(Standing {
            facts: rank::standing(attributes),
            name_words: names.map(count),
        });
        let text = documents.names.own();
        text.extend_from_slice(names[0].as_bytes());
        let english = to_u32(text.len());
        if names[1] != names[0] {
            text.extend_from_slice(names[1].as_bytes());
        }
        let ends = [english, to_u32(text.len())];
        documents.name_ends.own().push(ends);
        let letters = names.map(|name| letters_of(&fold(name).text));
        documents.letters.own().push(letters[0] | letters[1]);
        documents.ids.own().push(hash_of(id));
        documents.attributes.own().push(attributes);
    }

    /// Numbers the documents in the given order of records. Words that name attributes are found
    /// only if `with_names`.
    fn finish(
        mut self,
        order: Vec<u32>,
        topic_titles: Vec<TopicTitle>,
        knowledge: Knowledge<'_>,
        with_names: bool,
    ) -> Index {
        let spoken = self.languages.spoken();
        let names = if with_names {
            names_of_attributes(spoken.iter())
        } else {
            Vec::new()
        };
        for (word, _) in &names {
            number_of(&mut self.numbers, &mut self.last, word);
        }
        let (terms, ranks) = sort(self.numbers);
        let phones = phones(&order, &self.numbers_met, &self.numbers_ends);
        let mut documents = self.documents;
        self.languages.sort(documents.attributes.own());
        documents.languages = self.languages;
        documents.number(order);
        let mut index = Index {
            name_order: NameOrder::default(),
            terms,
            lists: Lists::default(),
            named_lists: Vec::new(),
            spoken,
            documents,
            phones,
            needs: knowledge.needs,
            places: knowledge.places,
            synonyms: knowledge.synonyms.clone(),
            topic_titles,
            topics: FxHashMap::default(),
            served: std::sync::Mutex::default(),
            memory: std::sync::Mutex::default(),
        };
        let met = Met {
            words: &self.met,
            ranks: &ranks,
            offered_first: &self.offered_first,
        };
        let count = index.languages_unstated_list() as usize + 1;
        let mut making = ListsBuilder::of(count);
        met.each(&index, |list, posting| making.count(list, posting));
        making.counted();
        met.each(&index, |list, posting| making.put(list, posting));
        index.lists = making.finish();
        index.find_topics();
        index.named_lists = index.lists_of_names(&names);
        index
    }
}

impl Index {
    /// Returns the pairs of a word that names an attribute and the list of that attribute, sorted.
    pub(super) fn lists_of_names(&self, names: &[(String, Named)]) -> Vec<(u32, u32)> {
        let pair =
            |(word, named): &(String, Named)| Some((self.terms.find(word)?, self.list_of(named)?));
        let mut pairs: Vec<(u32, u32)> = names.iter().filter_map(pair).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

fn phones(order: &[u32], numbers: &[u64], ends: &[u32]) -> Phones {
    let mut phones = Phones::default();
    for (document, record) in (0..).zip(order) {
        for number in &numbers[range_of(ends, *record)] {
            phones.push(document, *number);
        }
    }
    phones.finish();
    phones
}

fn number_of(numbers: &mut FxHashMap<Box<str>, u32>, last: &mut Vec<u32>, word: &str) -> u32 {
    if let Some(number) = numbers.get(word) {
        return *number;
    }
    let number = to_u32(last.len());
    numbers.insert(word.into(), number);
    let unsaid = word.len() < 2 || is_stop_word(word);
    last.push(if unsaid { UNSAID } else { 0 });
    number
}

/// Returns the sorted dictionary, and for each number of a word its rank there.
fn sort(numbers: FxHashMap<Box<str>, u32>) -> (Terms, Vec<u32>) {
    let mut words: Vec<(u64, Box<str>, u32)> = numbers
        .into_iter()
        .map(|(word, number)| (head_of(&word), word, number))
        .collect();
    words.sort_unstable();
    let mut ranks = vec![0; words.len()];
    for (rank, (.., number)) in words.iter().enumerate() {
        ranks[*number as usize] = to_u32(rank);
    }
    (
        Terms::of_sorted(words.iter().map(|(_, word, _)| &**word)),
        ranks,
    )
}
