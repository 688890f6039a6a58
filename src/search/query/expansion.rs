//! Expansion of phrases of a query by synonyms, and the documents of a meaning.

use std::ops::Range;

use super::synonyms::{Entry, Meaning, Strength};
use super::word_match::{List, Origin, WordMatch};
use crate::directory::{Audience, LanguageCode, Region};
use crate::guide::TopicId;
use crate::i18n::Language;
use crate::search::index::Index;
use crate::search::index::lists::intersection::both;
use crate::search::index::lists::postings::Posting;
use crate::search::rank::{Field, MatchKind};
use crate::search::text::distance::forgiven;
use crate::search::text::words::stem;

/// Adds the matches of synonyms to the words of the query.
pub fn add(index: &Index, matches: &mut [WordMatch]) {
    for start in 0..matches.len() {
        let longest = index
            .synonyms
            .longest_with(&matches[start].word.text)
            .min(matches.len() - start);
        let mut phrase = Phrase::default();
        for end in start + 1..=start + longest {
            phrase.push(&matches[end - 1].word.text);
            let (entries, kind) = entries_of(index, &phrase, &matches[start..end]);
            for entry in entries {
                let kind = kind.unwrap_or(MatchKind::Synonym(entry.strength, end - start));
                let positions: Vec<usize> = (start..end).collect();
                add_entry(index, matches, &positions, entry, kind);
            }
        }
    }
    add_scattered(index, matches);
}

/// Adds phrases whose words all occur in the query, in any order, with others between them.
fn add_scattered(index: &Index, matches: &mut [WordMatch]) {
    let stems: Vec<String> = matches
        .iter()
        .map(|word_match| stem(&word_match.word.text).to_owned())
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
        let positions: Option<Vec<usize>> = words
            .map(|word| stems.iter().position(|stem| stem == word))
            .collect();
        let Some(mut positions) = positions else {
            continue;
        };
        positions.sort_unstable();
        positions.dedup();
        // Adjacent words have been expanded already.
        if positions.len() < 2 || positions[positions.len() - 1] - positions[0] < positions.len() {
            continue;
        }
        for entry in index.synonyms.of_number(number) {
            if entry.strength != Strength::Filter {
                add_entry(
                    index,
                    matches,
                    &positions,
                    entry,
                    MatchKind::Synonym(entry.strength, positions.len()),
                );
            }
        }
    }
}

/// Phrase in both forms of the synonyms' keys: whole, and as stems.
#[derive(Default)]
struct Phrase {
    whole: String,
    stems: String,
}

impl Phrase {
    fn push(&mut self, word: &str) {
        for (text, word) in [(&mut self.whole, word), (&mut self.stems, stem(word))] {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
}

/// Returns the entries of a phrase, and the kind of match if it is not that of the phrase itself.
fn entries_of<'i>(
    index: &'i Index,
    written: &Phrase,
    phrase: &[WordMatch],
) -> (Vec<&'i Entry>, Option<MatchKind>) {
    let Phrase { whole, stems } = written;
    let mut entries: Vec<&Entry> = index.synonyms.of_phrase(whole).collect();
    if stems != whole {
        entries.extend(index.synonyms.of_phrase(stems));
    }
    entries.retain(|entry| entry.strength != Strength::Filter);
    if !entries.is_empty() {
        return (distinct(entries), None);
    }
    if phrase.last().is_some_and(|word_match| word_match.word.open) && whole.len() >= 3 {
        entries.extend(index.synonyms.of_beginning(whole));
    }
    if entries.is_empty()
        && phrase.len() == 1
        && !phrase[0].is_known()
        && !phrase[0].word.is_number()
    {
        let limit = forgiven(whole.chars().count());
        entries = index.synonyms.near(whole, limit);
        entries.retain(|entry| entry.strength != Strength::Filter);
    }
    (distinct(entries), Some(MatchKind::NearSynonym))
}

fn distinct(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_unstable_by_key(|entry| std::ptr::from_ref(*entry));
    entries.dedup_by(|a, b| std::ptr::eq(*a, *b));
    entries
}

pub(super) fn add_entry(
    index: &Index,
    matches: &mut [WordMatch],
    positions: &[usize],
    entry: &Entry,
    kind: MatchKind,
) {
    let (Some(start), Some(end)) = (positions.first(), positions.last()) else {
        return;
    };
    let range = matches[*start].word.range.start..matches[*end].word.range.end;
    if positions
        .iter()
        .any(|position| matches[*position].is_replaced)
    {
        return;
    }
    let instead = entry.instead && positions.len() > 1 && matches!(kind, MatchKind::Synonym(..));
    for position in positions.iter().filter(|_| instead) {
        matches[*position].clear();
    }
    for number in entry.meanings.clone() {
        let meaning = index.synonyms.meaning(number);
        let Some(list) = list_of(index, meaning) else {
            continue;
        };
        for position in positions {
            let word_match = &mut matches[*position];
            word_match.add(list.clone(), kind, Origin::Meaning(number, range.clone()));
            mark(word_match, meaning);
        }
    }
    for position in positions {
        matches[*position].is_replaced = instead;
    }
}

/// Adds the words of a meaning to those marked in names.
fn mark(word_match: &mut WordMatch, meaning: &Meaning) {
    match meaning {
        Meaning::Words { words, .. } => word_match.marks.extend(words.iter().cloned()),
        Meaning::All(meanings) => meanings
            .iter()
            .for_each(|meaning| mark(word_match, meaning)),
        _ => {}
    }
}

/// Returns the byte range from the first of these words to the last.
pub fn range_of(phrase: &[WordMatch]) -> Range<usize> {
    let start = phrase
        .first()
        .map_or(0, |word_match| word_match.word.range.start);
    let end = phrase
        .last()
        .map_or(0, |word_match| word_match.word.range.end);
    start..end
}

/// Returns the documents with a meaning; `None` if there are none.
pub fn list_of(index: &Index, meaning: &Meaning) -> Option<List> {
    Some(match meaning {
        Meaning::Words { words, .. } => all_words(index, words)?,
        Meaning::Category(category) => List::Stored(index.category_list(*category)),
        Meaning::Audience(audience) => List::Stored(index.audience_list(*audience)),
        Meaning::Region(region) => List::Stored(index.region_list(*region)),
        Meaning::Language(language) => List::Stored(index.language_list(language)?),
        Meaning::AlwaysOpen => List::Stored(index.always_open_list()),
        Meaning::OpenNow => return None,
        Meaning::Topic(topic) => {
            let document = *index.topics.get(&topic.to_string())?;
            List::Inline(vec![Posting::new(document, Field::Organization)])
        }
        Meaning::Page(page) => List::Inline(topics_where(index, |id| {
            TopicId::parse(id).is_some_and(|id| id.page == *page)
        })),
        Meaning::All(meanings) => {
            let lists: Option<Vec<List>> = meanings
                .iter()
                .map(|meaning| list_of(index, meaning))
                .collect();
            in_all(index, lists?)
        }
    })
}

fn topics_where(index: &Index, is_wanted: impl Fn(&str) -> bool) -> Vec<Posting> {
    let mut postings: Vec<Posting> = index
        .topics
        .iter()
        .filter(|(id, _)| is_wanted(id))
        .map(|(_, document)| Posting::new(*document, Field::Organization))
        .collect();
    postings.sort_unstable();
    postings
}

/// Intersects lists.
fn in_all(index: &Index, lists: Vec<List>) -> List {
    let mut kept = Vec::new();
    let mut here: Option<Vec<Posting>> = None;
    for list in lists {
        match list {
            List::Stored(list) => kept.push(list),
            List::InAll(lists) => kept.extend(lists),
            List::Inline(postings) => {
                here = Some(here.map_or_else(|| postings.clone(), |other| both(&other, &postings)));
            }
            List::Beginning(_) => {}
        }
    }
    match here {
        None => List::InAll(kept),
        Some(mut postings) => {
            let in_kept = |posting: &Posting| {
                kept.iter()
                    .all(|list| index.lists.find(*list, posting.document()).is_some())
            };
            postings.retain(in_kept);
            List::Inline(postings)
        }
    }
}

/// Returns the documents that contain all of these words; `None` if a word is unknown.
fn all_words(index: &Index, words: &[String]) -> Option<List> {
    let terms: Option<Vec<u32>> = words.iter().map(|word| index.terms.find(word)).collect();
    Some(match terms?.as_slice() {
        [] => return None,
        [term] => List::Stored(*term),
        terms => List::InAll(terms.to_vec()),
    })
}

/// Returns all topics if the meaning is a language of the guide.
pub fn topics_in(index: &Index, meaning: &Meaning) -> Option<List> {
    let written = |code: &LanguageCode| Language::ALL.iter().any(|one| one.code() == code.0);
    match meaning {
        Meaning::Language(code) if written(code) && !index.topics.is_empty() => {
            Some(List::Inline(topics_where(index, |_| true)))
        }
        _ => None,
    }
}

/// Returns documents that pass a filter only weakly: they serve everyone, or all of Canada, or do
/// not state their languages.
pub fn weak_list_of(index: &Index, meaning: &Meaning) -> Option<List> {
    match meaning {
        Meaning::Region(region) if *region != Region::Ca => {
            Some(List::Stored(index.region_list(Region::Ca)))
        }
        Meaning::Audience(audience) if *audience != Audience::All => {
            Some(List::Stored(index.audience_list(Audience::All)))
        }
        Meaning::Language(_) => Some(List::Stored(index.languages_unstated_list())),
        _ => None,
    }
}
