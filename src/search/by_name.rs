//! Contacts that a text names by a whole phone number, or by words that few names have. They come
//! first regardless of the other words of the text: "zebra centre phone", "who answers at 1 888 709
//! 7090".

use super::hits::{Hit, Hits};
use super::index::Index;
use super::index::documents::locations::Vantage;
use super::index::lists::postings::Posting;
use super::nearby::Nearness;
use super::query::Query;
use super::query::asking::{asks_for_number, is_asking};
use super::query::word_match::{List, WordMatch};
use super::rank::order::Fit;
use super::rank::{Field, MatchKind};
use super::text::initials::initials;
use super::text::stop_words::is_stop_word;
use super::text::words::{asked_form, words};
use crate::directory::Region;
use crate::i18n::Language;

/// Least number of digits of a number that leads regardless of the other words: shorter numbers may
/// be house numbers or sections.
const LONG: usize = 7;
/// Greatest number of contacts with one number that lead.
const MOST: usize = 3;
/// Greatest number of names that share a distinctive word.
const FEW_NAMES: u32 = 4;
/// Greatest number of documents with a distinctive word; words in more documents are everyday
/// words.
const FEW_DOCUMENTS: u32 = 8;
/// Number that reaches the emergency contact, or its replacement where it does not work.
const EMERGENCY: &str = "911";
/// Least length of initials in a name.
const INITIALS: usize = 3;

/// Contacts that a text names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NamedContacts {
    /// Best first.
    pub documents: Vec<u32>,
    /// True if a whole number names them.
    pub by_number: bool,
}

impl Index {
    /// Returns the contacts that the text names.
    pub(super) fn named(&self, query: &Query, hits: &Hits, vantage: &Vantage) -> NamedContacts {
        if query.words_only {
            return NamedContacts::default();
        }
        let content: Vec<&WordMatch> = hits
            .matches
            .iter()
            .filter(|word| is_content(word))
            .collect();
        let of = Naming {
            index: self,
            query,
            hits,
            vantage,
            content: &content,
        };
        let documents = of.by_number();
        let by_number = !documents.is_empty();
        let documents = if by_number {
            documents
        } else {
            of.by_words().into_iter().collect()
        };
        NamedContacts {
            documents,
            by_number,
        }
    }

    /// Puts named contacts before all other hits. Without others, the words that do not occur in them
    /// are reported as not found.
    pub(super) fn lead_with_named(&self, hits: &mut Hits, named: &NamedContacts) {
        hits.reading.only_named = hits.hits.is_empty() && !named.documents.is_empty();
        let named_first = named.documents.iter().map(|document| Hit::of(*document));
        hits.put_first(named_first.collect());
        if hits.reading.only_named {
            let named = &named.documents;
            let met = |word: &&WordMatch| named.iter().any(|one| self.meets(word, *one));
            let unused = hits
                .matches
                .iter()
                .filter(|word| is_content(word) && !met(word));
            hits.reading.unused = unused.map(|word| word.word.range.clone()).collect();
        }
    }

    /// Returns true if a document has the word, or a number with it.
    fn meets(&self, word: &WordMatch, document: u32) -> bool {
        word.sources.iter().any(|source| match &source.list {
            List::Stored(list) => self.lists.find(*list, document).is_some(),
            List::Inline(postings) => postings.iter().any(|one| one.document() == document),
            List::InAll(lists) => self.lists.find_in_all(lists, document).is_some(),
            List::Beginning(_) => false,
        })
    }
}

/// Returns true for words other than filters and those that ask for a number.
fn is_content(word: &WordMatch) -> bool {
    !word.is_filter && !word.is_replaced && !is_asking(&word.word.text)
}

/// Returns the lists of a word and of its other endings; of an unknown word, those of the words one letter
/// away: "klinik", "covenent".
fn lists_of(word: &WordMatch) -> impl Iterator<Item = u32> {
    let is_unknown = !word.is_known();
    let near = word
        .sources
        .iter()
        .filter_map(move |source| match source.list {
            List::Stored(list) if is_unknown && source.kind == MatchKind::Near(1, false) => {
                Some(list)
            }
            _ => None,
        });
    word.exact_lists().chain(near)
}

/// Returns the postings of two words of a name that were typed as one: "helpphone".
fn joined(word: &WordMatch) -> impl Iterator<Item = &Posting> {
    let sources = word
        .sources
        .iter()
        .filter(|source| source.kind == MatchKind::Joined);
    let lists = sources.filter_map(|source| match &source.list {
        List::Inline(postings) if postings.len() <= FEW_NAMES as usize => Some(postings),
        _ => None,
    });
    lists.flatten()
}

/// Search for the contacts that a text names.
struct Naming<'n> {
    index: &'n Index,
    query: &'n Query,
    hits: &'n Hits,
    vantage: &'n Vantage,
    content: &'n [&'n WordMatch],
}

impl Naming<'_> {
    /// Returns the contacts with a whole number of the text: a long one, or a short one beside words
    /// that only ask for it ("dial 911").
    fn by_number(&self) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        for word in self
            .hits
            .matches
            .iter()
            .filter(|word| word.word.is_number())
        {
            let is_alone = self.content.iter().all(|one| one.word == word.word);
            let is_long = word.word.text.len() >= LONG;
            if !is_long && !is_alone {
                continue;
            }
            if word.word.text == EMERGENCY {
                let emergency = self.vantage.region.emergency().contact;
                let emergency = self.index.serving(emergency).into_iter().collect();
                return self.index.answering_in_danger(self.vantage, emergency);
            }
            for document in word.whole_numbers() {
                // A short number is another service's in another province.
                let is_meant = is_long || self.is_near(document);
                if is_meant && !found.contains(&document) && self.passes(document) {
                    found.push(document);
                }
            }
        }
        found.sort_by_key(|document| self.rank_by_number(*document));
        let is_far = |document: &u32| !self.is_near(*document);
        if found.first().is_some_and(|first| !is_far(first)) {
            found.retain(|document| !is_far(document));
        }
        found.truncate(MOST);
        found
    }

    /// Returns the order of contacts with one number: those with the number in their name, then by
    /// nearness, and the line of a whole region before its houses.
    fn rank_by_number(&self, document: u32) -> impl Ord + use<> {
        let is_in_name = self.words_in_name(document).next().is_some();
        let nearness = self.index.nearness(document, self.vantage);
        let far = match nearness {
            Nearness::Canada if self.vantage.region == Region::Ca => 0,
            nearness => 1 + nearness.tier(),
        };
        let attributes = self.index.documents.attributes(document);
        (
            !self.is_near(document),
            !is_in_name,
            far,
            attributes.is_local(),
            self.rank(document),
            document,
        )
    }

    /// Returns the contact near the worker that the text names with the most words. `None` if no
    /// need was recognized and a document has every word, which is the better answer.
    fn by_words(&self) -> Option<u32> {
        let is_answered = self.hits.needs.is_empty() && self.hits.reading.fit != Fit::Loose;
        if is_answered || self.index.needs.is_none() {
            return None;
        }
        let mut candidates: Vec<u32> = Vec::new();
        for word in self.content {
            for list in lists_of(word) {
                let names = &self.index.lists.names;
                if (1..=FEW_NAMES).contains(&names.count(list..list + 1)) {
                    let names = names.list(list);
                    candidates.extend(names.iter().map(|posting| posting.document()));
                }
            }
            candidates.extend(joined(word).map(|posting| posting.document()));
        }
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|document| {
            let is_topic = self.index.documents.attributes(*document).is_topic();
            !is_topic && self.is_near(*document) && self.passes(*document)
        });
        let named = candidates.iter().filter_map(|document| {
            let met = self.met(*document)?;
            Some((std::cmp::Reverse(met), self.rank(*document), *document))
        });
        let (.., named) = named.min()?;
        // "equijustice maskinonge": of two contacts with the same words, one may be in the town.
        let in_name = |document: u32| self.words_in_name(document).count();
        let first = self.hits.hits.first().map(|hit| hit.document);
        let first =
            first.filter(|first| candidates.contains(first) && in_name(*first) >= in_name(named));
        Some(first.unwrap_or(named))
    }

    /// Returns the number of words of the text in the name or the numbers of a contact; `None` if
    /// the text does not name the contact. A contact is named by a distinctive word together with a
    /// request for a number, the whole name, or few other words.
    fn met(&self, document: u32) -> Option<usize> {
        let names: Vec<&WordMatch> = self.words_in_name(document).collect();
        let phones = &self.index.phones;
        let is_called = |word: &&&WordMatch| {
            let text = &word.word.text;
            word.word.is_number() && phones.find(text).any(|(one, _)| one == document)
        };
        let met = names.len() + self.content.iter().filter(is_called).count();
        let asks = || asks_for_number(&self.query.text);
        let is_short = met * 2 >= self.content.len();
        if !(is_short || names.len() > 1 || asks()) {
            return None;
        }
        let is_own = names.iter().any(|word| self.is_own(word, document));
        let is_whole = |word: &&WordMatch| self.is_initials_or_alone(&word.word.text, document);
        // Initials are no everyday word.
        let is_most = || met * 2 > self.content.len() || is_short && names.iter().any(is_whole);
        let is_named =
            is_own && (asks() || is_most() || names.len() > 1 && self.has_whole_name(document));
        is_named.then_some(met)
    }

    /// Returns the words of the text in the name of a contact.
    fn words_in_name(&self, document: u32) -> impl Iterator<Item = &WordMatch> {
        let names = &self.index.lists.names;
        let has = move |list: u32| names.find(list, document).is_some();
        let words = self.content.iter().copied();
        words.filter(move |word| {
            lists_of(word).any(has) || joined(word).any(|one| one.document() == document)
        })
    }

    /// Returns true if a word is distinctive of a name: rare and no word of needs or of the guide,
    /// or the name's initials, or the whole name.
    fn is_own(&self, word: &WordMatch, document: u32) -> bool {
        let text = &word.word.text;
        let lists = &self.index.lists;
        let needs = self.index.needs;
        let is_rare = lists_of(word).all(|list| {
            let in_guide = |posting: &Posting| posting.field() == Field::Guide as usize;
            lists.count(list..list + 1) <= FEW_DOCUMENTS && !lists.others(list).iter().any(in_guide)
        });
        let is_everyday = needs.is_some_and(|needs| needs.is_told_by(text));
        is_rare && !is_everyday || self.is_initials_or_alone(text, document)
    }

    /// Returns true if a word is written as initials in the name of a contact, or is all of it.
    fn is_initials_or_alone(&self, text: &str, document: u32) -> bool {
        let is_initials =
            |written: &str| written.len() >= INITIALS && written.chars().all(char::is_uppercase);
        Language::ALL.into_iter().any(|language| {
            let name = self.index.documents.name(document, language);
            if initials(&name)
                .iter()
                .any(|initials| initials.letters == text)
            {
                return true;
            }
            let said: Vec<&str> = words(&name)
                .map(|word| &name[word])
                .filter(|word| !is_stop_word(&asked_form(word)))
                .collect();
            let is_it = |written: &&str| {
                asked_form(written) == *text && (said.len() == 1 || is_initials(written))
            };
            said.iter().any(is_it)
        })
    }

    /// Returns true if the text has every word of the name of a contact.
    fn has_whole_name(&self, document: u32) -> bool {
        Language::ALL.into_iter().any(|language| {
            let name = self.index.documents.name(document, language);
            words(&name).all(|word| {
                let asked = asked_form(&name[word]);
                is_stop_word(&asked) || self.content.iter().any(|one| one.word.text == asked)
            })
        })
    }

    /// Returns the rank of a document among the hits of the words.
    fn rank(&self, document: u32) -> usize {
        let mut hits = self.hits.hits.iter();
        let rank = hits.position(|hit| hit.document == document);
        rank.unwrap_or(usize::MAX)
    }

    fn is_near(&self, document: u32) -> bool {
        self.vantage.region == Region::Ca || self.index.nearness(document, self.vantage).is_here()
    }

    fn passes(&self, document: u32) -> bool {
        self.index.passes(document, self.query, self.vantage)
    }
}
