//! Matching of names by scattered letters, as the last resort when no word of the query matches.
//! People who leave letters out keep the first letters of words (*hlfx*, *vctm srvcs*, *crmstp*,
//! initials), and letters scattered over a long name are no evidence. Therefore each typed word
//! must begin at the beginning of a word of the name, continue only at the beginning of the next
//! word, and skip at most as many letters of a word as it has.

use std::cmp::Reverse;
use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::directory::Region;
use crate::i18n::folding::{fold, fold_character};
use crate::search::hits::Hit;
use crate::search::index::Index;
use crate::search::index::terms::letters_of;
use crate::search::query::word_match::WordMatch;
use crate::search::query::{Context, Query};
use crate::search::text::stop_words::is_stop_word;

/// Least number of letters: fewer occur in every name.
const FEWEST: usize = 3;
/// Greatest number of names tried: the worker's region and Canada-wide first.
const MOST_NAMES: usize = 1_000;
/// Greatest number of hits.
const MOST_HITS: usize = 30;

/// Returns contacts and topics whose shown name contains every word of the query with letters left
/// out.
pub fn find(
    index: &Index,
    query: &Query,
    words: &[WordMatch],
    context: &Context<'_>,
    go_on: &dyn Fn() -> bool,
) -> Vec<Hit> {
    let words = words.iter().filter(|word_match| !word_match.is_replaced);
    let wanted: Vec<&str> = words.map(|word_match| &*word_match.word.text).collect();
    if wanted.iter().all(|word| is_stop_word(word)) {
        return Vec::new();
    }
    if wanted
        .iter()
        .map(|word| word.chars().count())
        .sum::<usize>()
        < FEWEST
    {
        return Vec::new();
    }
    let letters = wanted.iter().fold(0, |all, word| all | letters_of(word));
    let mut letters_of_names = index.documents.letters.cursor();
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut found: Vec<(Reverse<[i64; 2]>, Hit)> = Vec::new();
    for document in near_first(index, query, context).take(MOST_NAMES) {
        if !go_on() {
            break;
        }
        if letters & !letters_of_names.at(document as usize) != 0 {
            continue;
        }
        let shown = index.documents.name(document, context.language);
        if !wanted.iter().all(|word| has_letters(&shown, word)) {
            continue;
        }
        let name = fold(&shown);
        if let Some(characters) = Name::of(&name.text).positions_of_all(&wanted) {
            let score = |typed| matcher.fuzzy_match(&name.text, typed).unwrap_or(0);
            // Words in the order of the name rank first.
            let scores = [
                score(&wanted.join(" ")),
                wanted.iter().copied().map(score).sum(),
            ];
            let hit = Hit {
                spans: name.spans(&shown, &characters),
                ..Hit::of(document)
            };
            found.push((Reverse(scores), hit));
        }
    }
    found.sort_by_key(|(scores, hit)| (*scores, hit.document));
    found.truncate(MOST_HITS);
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// Returns true if a name contains these letters in order: a cheap necessary condition.
fn has_letters(name: &str, wanted: &str) -> bool {
    let mut wanted = wanted.chars();
    let mut next = wanted.next();
    for character in name.chars() {
        fold_character(character, &mut |letter| {
            if next == Some(letter) {
                next = wanted.next();
            }
        });
    }
    next.is_none()
}

/// Letters of a folded name, and the ranges of its words.
struct Name {
    letters: Vec<char>,
    words: Vec<Range<usize>>,
}

impl Name {
    fn of(folded: &str) -> Self {
        let letters: Vec<char> = folded.chars().collect();
        let mut words: Vec<Range<usize>> = Vec::new();
        for (position, letter) in letters.iter().enumerate() {
            match words.last_mut() {
                _ if !letter.is_alphanumeric() => {}
                Some(word) if word.end == position => word.end += 1,
                _ => words.push(position..position + 1),
            }
        }
        Self { letters, words }
    }

    /// Returns the positions of the letters of all these words, ascending; `None` if a word does
    /// not match.
    fn positions_of_all(&self, wanted: &[&str]) -> Option<Vec<usize>> {
        let mut positions = Vec::new();
        for word in wanted {
            let word: Vec<char> = word.chars().collect();
            let mut dead = vec![false; word.len() * self.words.len()];
            let mut starts = 0..self.words.len();
            positions
                .extend(starts.find_map(|start| self.positions_from(start, &word, 0, &mut dead))?);
        }
        positions.sort_unstable();
        positions.dedup();
        Some(positions)
    }

    /// Returns the positions of the letters from `from` on, starting at the beginning of a word.
    /// `dead` stores failed attempts.
    fn positions_from(
        &self,
        word: usize,
        wanted: &[char],
        from: usize,
        dead: &mut [bool],
    ) -> Option<Vec<usize>> {
        let tried = word * wanted.len() + from;
        if dead[tried] {
            return None;
        }
        let here = self.positions_in(word, &wanted[from..]);
        for taken in (1..=here.len()).rev() {
            let spanned = here[taken - 1] + 1 - self.words[word].start;
            if spanned > 2 * taken {
                continue;
            }
            let mut positions = here[..taken].to_vec();
            if from + taken == wanted.len() {
                return Some(positions);
            }
            let rest = self
                .next_words(word)
                .find_map(|next| self.positions_from(next, wanted, from + taken, dead));
            if let Some(rest) = rest {
                positions.extend(rest);
                return Some(positions);
            }
        }
        dead[tried] = true;
        None
    }

    /// Returns the positions of as many of these letters as possible in a word, starting at its
    /// beginning.
    fn positions_in(&self, word: usize, wanted: &[char]) -> Vec<usize> {
        let word = self.words[word].clone();
        let mut wanted = wanted.iter().peekable();
        if wanted.peek() != Some(&&self.letters[word.start]) {
            return Vec::new();
        }
        word.filter(|position| wanted.next_if_eq(&&self.letters[*position]).is_some())
            .collect()
    }

    /// Returns the words that may continue a match: the next one, and the first after stop words.
    fn next_words(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let mut small = true;
        (word + 1..self.words.len()).take_while(move |next| {
            let goes_on = small;
            let text: String = self.letters[self.words[*next].clone()].iter().collect();
            small = is_stop_word(&text);
            goes_on
        })
    }
}

/// Returns the documents that pass the filters, those near the worker first.
fn near_first<'i>(
    index: &'i Index,
    query: &'i Query,
    context: &Context<'_>,
) -> impl Iterator<Item = u32> + 'i {
    let documents = &index.documents;
    let all = 0..documents.count();
    let mut near = match context.region {
        Region::Ca => [all.clone(), 0..0],
        region => [region, Region::Ca].map(|region| documents.in_region(region)),
    };
    near.sort_unstable_by_key(|range| range.start);
    let rest = all.filter({
        let near = near.clone();
        move |document| !near.iter().any(|near| near.contains(document))
    });
    let passes = |document: &u32| {
        let attributes = || documents.attributes(*document);
        query.filters.is_empty() || attributes().passes(&query.filters, &documents.languages)
    };
    near.into_iter().flatten().chain(rest).filter(passes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(name: &str, typed: &str) -> bool {
        let wanted: Vec<&str> = typed.split(' ').collect();
        Name::of(&fold(name).text)
            .positions_of_all(&wanted)
            .is_some()
    }

    #[test]
    fn letters_may_be_left_out_of_words() {
        for (name, typed) in [
            ("Halifax Regional Police", "hlfx"),
            ("Halifax Regional Police", "hlfx plc"),
            ("Victim Services of Durham Region", "vctm srvcs"),
            ("Victim Services of Durham Region", "srvcs vctm"),
            ("Nova Scotia Victim Services", "vicserv"),
            ("Crime Stoppers", "crmstp"),
            ("Victim Services of Nova Scotia", "vsns"),
            ("Victim Services of Nova Scotia", "vson"),
            ("Royal Canadian Mounted Police", "rcmp"),
            ("Peace in My Place", "pimp"),
            ("Refuge pour femmes de l’Ouest", "rfgfmo"),
            ("Élan", "eln"),
        ] {
            assert!(has(name, typed), "{typed} is {name}");
        }
    }

    #[test]
    fn letters_strewn_over_a_name_do_not_match() {
        for (name, typed) in [
            ("True Dialogue Restorative Justice Centre", "truro"),
            ("Tri-County Restorative Justice", "truro"),
            ("Human Trafficking Protection Orders", "truro"),
            ("Newfoundland and Labrador Legal Aid Commission", "nanaimo"),
            ("Transition Houses and Services of Saskatchewan", "oshawa"),
            (
                "Central Alberta Sexual Assault Support Centre",
                "belleville",
            ),
            ("North Sask Victim Services", "nhs"),
            ("Halifax Regional Police", "hlfx xyz"),
            ("Victim Services", "tims"),
        ] {
            assert!(!has(name, typed), "{typed} is not {name}");
        }
    }

    #[test]
    fn failed_attempts_are_not_repeated() {
        let name = "a a a a a a a a ".repeat(8);
        assert!(!has(&name, &format!("{}b", "a".repeat(60))));
    }
}
