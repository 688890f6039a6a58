//! What each word of a query can be met by: the lists of documents, and what each is worth.

use std::ops::Range;

use super::chips;
use super::distance::forgiven;
use super::index::{Index, Posting};
use super::phone::{Fit, key};
use super::query::{FEWEST_DIGITS, Word};
use super::rank::{Field, Way};
use super::synonyms::{Entry, Meaning, Strength};
use super::types::Chip;
use super::words::stem;
use crate::directory::{Audience, Region};
use crate::guide::{PageId, TopicId};

/// One word of the query, and everything that meets it.
#[derive(Debug)]
pub struct Need<'i> {
    /// The word.
    pub word: Word,
    /// What meets it.
    pub sources: Vec<Source<'i>>,
    /// Words that count as the word itself where they stand in a shown name.
    pub marks: Vec<String>,
    /// It was taken as a filter.
    pub is_filter: bool,
}

/// Documents that meet a word in one way.
#[derive(Debug)]
pub struct Source<'i> {
    /// The documents.
    pub list: List,
    /// The way.
    pub way: Way,
    /// What to say of it.
    pub origin: Origin<'i>,
}

/// Where the documents of a source are listed.
#[derive(Debug)]
pub enum List {
    /// In the list of that number.
    Kept(u32),
    /// In the lists of all these words, which begin with what was typed.
    Beginning(Range<u32>),
    /// In all of these lists; there is at least one.
    Every(Vec<u32>),
    /// Here, in order.
    Here(Vec<Posting>),
}

/// What a source has to say for itself.
#[derive(Clone, Debug)]
pub enum Origin<'i> {
    /// Nothing: the word is there for all to see.
    Plain,
    /// It is near to the word of that number.
    Near(u32),
    /// It means that; the bytes of the query that do.
    Meaning(&'i Meaning, Range<usize>),
    /// These digits are in a phone number.
    Digits(String),
}

/// A word that so many words are near to is too short to say anything.
const MOST_NEAR: usize = 40;
/// Words typed as one are looked for from this length on.
const SHORTEST_PAIR: usize = 6;

/// Everything that the words of a query can be met by, and the filters that they can only mean.
pub fn of_words(index: &Index, words: Vec<Word>) -> (Vec<Need<'_>>, Vec<Chip>) {
    let mut needs: Vec<Need<'_>> = words.into_iter().map(Need::of).collect();
    for need in &mut needs {
        need.add_words(index);
        need.add_phone(index);
    }
    add_joined(index, &mut needs);
    add_vanity(index, &mut needs);
    add_meanings(index, &mut needs);
    let chips = chips::add_filters(index, &mut needs);
    (needs, chips)
}

impl<'i> Need<'i> {
    fn of(word: Word) -> Self {
        Self {
            word,
            sources: Vec::new(),
            marks: Vec::new(),
            is_filter: false,
        }
    }

    /// Adds documents that meet the word in that way.
    pub fn add(&mut self, list: List, way: Way, origin: Origin<'i>) {
        self.sources.push(Source { list, way, origin });
    }

    fn add_kept(&mut self, list: u32, way: Way) {
        self.add(List::Kept(list), way, Origin::Plain);
    }

    /// The word itself, its endings, what begins so, and what is near.
    fn add_words(&mut self, index: &'i Index) {
        let text = self.word.text.clone();
        let mut longer = index.terms.beginning_with(&text);
        let exact = index.terms.find(&text);
        if let Some(exact) = exact {
            self.add_term(index, exact, Way::Exact);
            longer.start += 1;
        }
        let inflected = self.add_inflected(index, &text, exact, &longer);
        if !longer.is_empty() {
            if text.len() > 1 {
                for (_, list) in index.lists_named_by(&longer) {
                    self.add_kept(list, Way::Prefix);
                }
            }
            self.add(List::Beginning(longer.clone()), Way::Prefix, Origin::Plain);
        }
        if exact.is_none() && !inflected && !self.word.is_number() {
            self.add_near(index, &text, longer.is_empty());
        }
    }

    fn add_term(&mut self, index: &Index, term: u32, way: Way) {
        self.add_kept(term, way);
        for (_, list) in index.lists_named_by(&(term..term + 1)) {
            self.add_kept(list, way);
        }
    }

    fn add_inflected(
        &mut self,
        index: &Index,
        text: &str,
        exact: Option<u32>,
        longer: &Range<u32>,
    ) -> bool {
        let root = stem(text);
        if text.len() < 4 || self.word.is_number() {
            return false;
        }
        let before = self.sources.len();
        for term in index.terms.beginning_with(root) {
            let other = index.terms.get(term);
            let known = exact == Some(term) || (longer.contains(&term) && self.word.open);
            if !known && other.len() <= root.len() + 4 && stem(other) == root {
                self.add_term(index, term, Way::Inflected);
                self.marks.push(other.to_owned());
            }
        }
        self.sources.len() > before
    }

    fn add_near(&mut self, index: &'i Index, text: &str, beginnings: bool) {
        let letters = text.chars().count();
        let limit = forgiven(letters);
        // With four letters, half the language begins nearly so.
        let beginnings = beginnings && letters > 4;
        let mut near: Vec<(u8, bool, u32)> = Vec::new();
        index.terms.near(text, limit, beginnings, |term, edits| {
            let whole = index.terms.get(term).chars().count() <= letters + usize::from(limit);
            near.push((edits, !whole, term));
        });
        near.sort_unstable();
        near.truncate(MOST_NEAR);
        for (edits, beginning, term) in near {
            let way = Way::Near(edits, beginning);
            self.add(List::Kept(term), way, Origin::Near(term));
            for (_, list) in index.lists_named_by(&(term..term + 1)) {
                self.add(List::Kept(list), way, Origin::Near(term));
            }
            self.marks.push(index.terms.get(term).to_owned());
        }
        if beginnings && letters >= SHORTEST_PAIR {
            self.add_pair(index, text);
        }
    }

    /// Two words of a name typed as one.
    fn add_pair(&mut self, index: &Index, text: &str) {
        for cut in (3..=text.len().saturating_sub(2)).filter(|cut| text.is_char_boundary(*cut)) {
            let (left, right) = text.split_at(cut);
            let Some(left_term) = index.terms.find(left) else {
                continue;
            };
            let mut rights: Vec<(u32, Way)> = Vec::new();
            if let Some(exact) = index.terms.find(right) {
                rights.push((exact, Way::Joined));
            } else {
                let longer = index.terms.beginning_with(right);
                rights.extend(longer.take(MOST_NEAR).map(|term| (term, Way::Joined)));
                let limit = forgiven(right.chars().count()).min(1);
                index.terms.near(right, limit, false, |term, edits| {
                    rights.push((term, Way::Near(edits, true)));
                });
            }
            for (right_term, way) in rights.into_iter().take(MOST_NEAR) {
                let both = both(index.lists.names(left_term), index.lists.names(right_term));
                if !both.is_empty() {
                    self.add(List::Here(both), way, Origin::Plain);
                    self.marks.push(left.to_owned());
                    self.marks.push(index.terms.get(right_term).to_owned());
                }
            }
        }
    }

    fn add_phone(&mut self, index: &Index) {
        let digits = self.word.text.clone();
        let mixed = !self.word.is_number()
            && digits.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
        if mixed {
            self.add_digits(index, keys(&digits));
        } else if self.word.is_number() && digits.len() >= FEWEST_DIGITS {
            self.add_digits(index, Some(digits));
        }
    }

    fn add_digits(&mut self, index: &Index, digits: Option<String>) {
        let Some(digits) = digits else {
            return;
        };
        let mut found: Vec<(Fit, Posting)> = Vec::new();
        index.phones.find(&digits, |document, fit| {
            found.push((fit, Posting::new(document, Field::Phone)));
        });
        for fit in [Fit::Whole, Fit::Ending, Fit::Beginning, Fit::Inside] {
            let fitting = found.iter().filter(|(other, _)| *other == fit);
            let postings: Vec<Posting> = fitting.map(|(_, posting)| *posting).collect();
            if !postings.is_empty() {
                let origin = Origin::Digits(digits.clone());
                self.add(List::Here(postings), Way::Phone(fit), origin);
            }
        }
    }

    /// Whether the word itself, or one that begins so, was found.
    fn is_known(&self) -> bool {
        self.sources
            .iter()
            .any(|source| matches!(source.way, Way::Exact | Way::Inflected | Way::Prefix))
    }
}

/// The digits under these letters; `None` where one has no key.
fn keys(text: &str) -> Option<String> {
    text.chars().map(key).collect()
}

/// Documents that stand in both of two ordered lists, with the worse of their fields.
fn both(left: &[Posting], right: &[Posting]) -> Vec<Posting> {
    let (short, long) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    short
        .iter()
        .filter_map(|posting| {
            let place = long
                .binary_search_by_key(&posting.document(), |other| other.document())
                .ok()?;
            Some((*posting).max(long[place]))
        })
        .collect()
}

/// Neighbours that the directory writes as one word.
fn add_joined(index: &Index, needs: &mut [Need<'_>]) {
    for start in 0..needs.len() {
        for end in start + 2..=(start + 3).min(needs.len()) {
            let joined: String = needs[start..end]
                .iter()
                .map(|need| &*need.word.text)
                .collect();
            let terms = index.terms.beginning_with(&joined);
            let found = joined.len() >= SHORTEST_PAIR && !terms.is_empty();
            for need in needs[start..end].iter_mut().filter(|_| found) {
                need.add(List::Beginning(terms.clone()), Way::Joined, Origin::Plain);
                need.marks.extend(
                    terms
                        .clone()
                        .take(MOST_NEAR)
                        .map(|term| index.terms.get(term).to_owned()),
                );
            }
        }
    }
}

/// Letters beside digits, read off the keys of a telephone (*310-RCMP*); and a long word that is
/// nowhere else (*1-800-SUICIDE* by its letters).
fn add_vanity(index: &Index, needs: &mut [Need<'_>]) {
    for place in 1..needs.len() {
        let pair = [&needs[place - 1].word, &needs[place].word];
        let digits = pair
            .iter()
            .filter(|word| word.is_number())
            .map(|word| word.text.len())
            .sum::<usize>();
        if digits < FEWEST_DIGITS || pair.iter().all(|word| word.is_number()) {
            continue;
        }
        let together = keys(&format!("{}{}", pair[0].text, pair[1].text));
        for need in &mut needs[place - 1..=place] {
            need.add_digits(index, together.clone());
        }
    }
    for need in needs {
        if need.word.text.len() >= 7 && !need.is_known() {
            let digits = keys(&need.word.text);
            need.add_digits(index, digits);
        }
    }
}

/// What phrases of the query mean in everyday words.
fn add_meanings<'i>(index: &'i Index, needs: &mut [Need<'i>]) {
    for start in 0..needs.len() {
        let longest = index
            .synonyms
            .longest_with(&needs[start].word.text)
            .min(needs.len() - start);
        for end in start + 1..=start + longest {
            let (entries, way) = entries_of(index, &needs[start..end]);
            for entry in entries {
                let way = way.unwrap_or(Way::Synonym(entry.strength, end - start));
                let places: Vec<usize> = (start..end).collect();
                add_entry(index, needs, &places, entry, way);
            }
        }
    }
    add_scattered(index, needs);
}

/// Phrases whose words are all in the query, in any order and with others between them.
fn add_scattered<'i>(index: &'i Index, needs: &mut [Need<'i>]) {
    let stems: Vec<String> = needs
        .iter()
        .map(|need| stem(&need.word.text).to_owned())
        .collect();
    let mut phrases: Vec<u32> = stems
        .iter()
        .flat_map(|stem| index.synonyms.phrases_with(stem))
        .collect();
    phrases.sort_unstable();
    for number in phrases
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() > 1)
        .map(|same| same[0])
    {
        let words = index.synonyms.phrase(number).split(' ');
        let places: Option<Vec<usize>> = words
            .map(|word| stems.iter().position(|stem| stem == word))
            .collect();
        let Some(mut places) = places else {
            continue;
        };
        places.sort_unstable();
        places.dedup();
        // Side by side they have been found already.
        if places.len() < 2 || places[places.len() - 1] - places[0] < places.len() {
            continue;
        }
        for entry in index.synonyms.of_number(number) {
            if entry.strength != Strength::Filter {
                add_entry(
                    index,
                    needs,
                    &places,
                    entry,
                    Way::Synonym(entry.strength, places.len()),
                );
            }
        }
    }
}

/// The entries of a phrase, and the way they are met where it is not simply the phrase's.
fn entries_of<'i>(index: &'i Index, phrase: &[Need<'i>]) -> (Vec<&'i Entry>, Option<Way>) {
    let words: Vec<&str> = phrase.iter().map(|need| &*need.word.text).collect();
    let whole = words.join(" ");
    let stems: Vec<&str> = words.iter().map(|word| stem(word)).collect();
    let stems = stems.join(" ");
    let mut entries: Vec<&Entry> = index.synonyms.of_phrase(&whole).collect();
    if stems != whole {
        entries.extend(index.synonyms.of_phrase(&stems));
    }
    entries.retain(|entry| entry.strength != Strength::Filter);
    if !entries.is_empty() {
        return (distinct(entries), None);
    }
    if phrase.last().is_some_and(|need| need.word.open) && whole.len() >= 3 {
        entries.extend(index.synonyms.of_beginning(&whole));
    }
    if entries.is_empty()
        && phrase.len() == 1
        && !phrase[0].is_known()
        && !phrase[0].word.is_number()
    {
        let limit = forgiven(whole.chars().count());
        entries = index.synonyms.near(&whole, limit);
        entries.retain(|entry| entry.strength != Strength::Filter);
    }
    (distinct(entries), Some(Way::NearSynonym))
}

fn distinct(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_unstable_by_key(|entry| std::ptr::from_ref(*entry));
    entries.dedup_by(|a, b| std::ptr::eq(*a, *b));
    entries
}

fn add_entry<'i>(
    index: &'i Index,
    needs: &mut [Need<'i>],
    places: &[usize],
    entry: &'i Entry,
    way: Way,
) {
    let (Some(start), Some(end)) = (places.first(), places.last()) else {
        return;
    };
    let range = needs[*start].word.range.start..needs[*end].word.range.end;
    for meaning in &entry.meanings {
        for place in places {
            let Some(list) = list_of(index, meaning) else {
                break;
            };
            let need = &mut needs[*place];
            need.add(list, way, Origin::Meaning(meaning, range.clone()));
            mark(need, meaning);
        }
    }
}

/// The words of a meaning are marked in names like the word that means them.
fn mark(need: &mut Need<'_>, meaning: &Meaning) {
    match meaning {
        Meaning::Words { words, .. } => need.marks.extend(words.iter().cloned()),
        Meaning::All(meanings) => meanings.iter().for_each(|meaning| mark(need, meaning)),
        _ => {}
    }
}

/// The bytes of the query from the first of these words to the last.
pub fn range_of(phrase: &[Need<'_>]) -> Range<usize> {
    let start = phrase.first().map_or(0, |need| need.word.range.start);
    let end = phrase.last().map_or(0, |need| need.word.range.end);
    start..end
}

/// The documents that a meaning stands for.
pub fn list_of(index: &Index, meaning: &Meaning) -> Option<List> {
    Some(match meaning {
        Meaning::Words { words, .. } => all_words(index, words)?,
        Meaning::Category(category) => List::Kept(index.category_list(*category)),
        Meaning::Audience(audience) => List::Kept(index.audience_list(*audience)),
        Meaning::Region(region) => List::Kept(index.region_list(*region)),
        Meaning::Language(language) => List::Kept(index.language_list(language)?),
        Meaning::AlwaysOpen => List::Kept(index.always_open_list()),
        Meaning::Topic(topic) => {
            let document = *index.topics.get(&topic.to_string())?;
            List::Here(vec![Posting::new(document, Field::Organization)])
        }
        Meaning::Page(page) => List::Here(topics_of(index, *page)),
        Meaning::All(meanings) => {
            let lists: Option<Vec<List>> = meanings
                .iter()
                .map(|meaning| list_of(index, meaning))
                .collect();
            in_all(index, lists?)
        }
    })
}

fn topics_of(index: &Index, page: PageId) -> Vec<Posting> {
    let mut postings: Vec<Posting> = index
        .topics
        .iter()
        .filter(|(id, _)| TopicId::parse(id).is_some_and(|id| id.page == page))
        .map(|(_, document)| Posting::new(*document, Field::Organization))
        .collect();
    postings.sort_unstable();
    postings
}

/// The documents that are in all of these.
fn in_all(index: &Index, lists: Vec<List>) -> List {
    let mut kept = Vec::new();
    let mut here: Option<Vec<Posting>> = None;
    for list in lists {
        match list {
            List::Kept(list) => kept.push(list),
            List::Every(lists) => kept.extend(lists),
            List::Here(postings) => {
                here = Some(here.map_or_else(|| postings.clone(), |other| both(&other, &postings)));
            }
            List::Beginning(_) => {}
        }
    }
    match here {
        None => List::Every(kept),
        Some(mut postings) => {
            let in_kept = |posting: &Posting| {
                kept.iter()
                    .all(|list| index.lists.find(*list, posting.document()).is_some())
            };
            postings.retain(in_kept);
            List::Here(postings)
        }
    }
}

/// Documents with all of these words.
fn all_words(index: &Index, words: &[String]) -> Option<List> {
    let terms: Option<Vec<u32>> = words.iter().map(|word| index.terms.find(word)).collect();
    Some(match terms?.as_slice() {
        [] => return None,
        [term] => List::Kept(*term),
        terms => List::Every(terms.to_vec()),
    })
}

/// Who serves everyone serves these people, and who serves all of Canada serves there, though
/// neither says so.
pub fn weak_list_of(index: &Index, meaning: &Meaning) -> Option<List> {
    match meaning {
        Meaning::Region(region) if *region != Region::Ca => {
            Some(List::Kept(index.region_list(Region::Ca)))
        }
        Meaning::Audience(audience) if *audience != Audience::All => {
            Some(List::Kept(index.audience_list(Audience::All)))
        }
        _ => None,
    }
}
