//! Matches of a word by spelling: exact, inflected, by prefix, misspelt, joined or split.

use std::ops::Range;

use super::word_match::{List, Origin, WordMatch};
use crate::search::index::Index;
use crate::search::index::lists::intersection::both;
use crate::search::rank::MatchKind;
use crate::search::text::distance::{begins_alike, forgiven};
use crate::search::text::words::stem;

/// Greatest number of near words; a word with more is too short to be meaningful.
const MOST_NEAR: usize = 40;
/// Least length of a word that is also tried as two words.
const SHORTEST_PAIR: usize = 6;

impl WordMatch {
    /// Adds the word itself, its inflections, words with this prefix, and near words.
    pub fn add_words(&mut self, index: &Index) {
        let text = self.word.text.clone();
        let mut longer = index.terms.beginning_with(&text);
        let exact = index.terms.find(&text);
        if let Some(exact) = exact {
            self.add_term(index, exact, MatchKind::Exact);
            longer.start += 1;
        }
        let inflected = self.add_inflected(index, &text, exact, &longer);
        if !longer.is_empty() {
            if text.len() > 1 {
                for (_, list) in index.lists_named_by(&longer) {
                    self.add_stored(list, MatchKind::Prefix);
                }
            }
            self.add(
                List::Beginning(longer.clone()),
                MatchKind::Prefix,
                Origin::Plain,
            );
        }
        if exact.is_none() && !inflected && !self.word.is_number() {
            self.add_near(index, &text, longer.is_empty());
        }
    }

    fn add_term(&mut self, index: &Index, term: u32, kind: MatchKind) {
        self.add_stored(term, kind);
        for (_, list) in index.lists_named_by(&(term..term + 1)) {
            self.add_stored(list, kind);
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
                self.add_term(index, term, MatchKind::Inflected);
                self.marks.push(other.to_owned());
            }
        }
        self.sources.len() > before
    }

    fn add_near(&mut self, index: &Index, text: &str, beginnings: bool) {
        let letters = text.chars().count();
        let limit = forgiven(letters);
        // With five letters, too many words have a near prefix: "doris" is no "d’orientation".
        let beginnings = beginnings && letters > 5;
        let mut near: Vec<(u8, bool, u32)> = Vec::new();
        index.terms.near(text, limit, beginnings, |term, edits| {
            let word = index.terms.get(term);
            let known = word.chars().count();
            // Words of three letters have no near words (*cops* is not *cps*).
            if forgiven(known) > 0 && begins_alike(text, word) {
                near.push((edits, known > letters + usize::from(limit), term));
            }
        });
        near.sort_unstable();
        near.truncate(MOST_NEAR);
        for (edits, beginning, term) in near {
            let kind = MatchKind::Near(edits, beginning);
            self.add(List::Stored(term), kind, Origin::Near(term));
            for (_, list) in index.lists_named_by(&(term..term + 1)) {
                self.add(List::Stored(list), kind, Origin::Near(term));
            }
            self.marks.push(index.terms.get(term).to_owned());
        }
        if beginnings && letters >= SHORTEST_PAIR {
            self.add_pair(index, text);
        }
    }

    /// Adds documents with two words of a name that were typed as one.
    fn add_pair(&mut self, index: &Index, text: &str) {
        for cut in (3..=text.len().saturating_sub(2)).filter(|cut| text.is_char_boundary(*cut)) {
            let (left, right) = text.split_at(cut);
            let Some(left_term) = index.terms.find(left) else {
                continue;
            };
            let mut rights: Vec<(u32, MatchKind)> = Vec::new();
            if let Some(exact) = index.terms.find(right) {
                rights.push((exact, MatchKind::Joined));
            } else {
                let longer = index.terms.beginning_with(right);
                rights.extend(longer.take(MOST_NEAR).map(|term| (term, MatchKind::Joined)));
                let limit = forgiven(right.chars().count()).min(1);
                index.terms.near(right, limit, false, |term, edits| {
                    rights.push((term, MatchKind::Near(edits, true)));
                });
            }
            for (right_term, kind) in rights.into_iter().take(MOST_NEAR) {
                let both = both(
                    &index.lists.names(left_term),
                    &index.lists.names(right_term),
                );
                if !both.is_empty() {
                    self.add(List::Inline(both), kind, Origin::Plain);
                    self.marks.push(left.to_owned());
                    self.marks.push(index.terms.get(right_term).to_owned());
                }
            }
        }
    }
}

/// Adds matches of adjacent words that are one word in the directory.
pub fn add_joined(index: &Index, matches: &mut [WordMatch]) {
    for start in 0..matches.len() {
        for end in start + 2..=(start + 3).min(matches.len()) {
            let joined: String = matches[start..end]
                .iter()
                .map(|word_match| &*word_match.word.text)
                .collect();
            let terms = index.terms.beginning_with(&joined);
            let found = joined.len() >= SHORTEST_PAIR && !terms.is_empty();
            for word_match in matches[start..end].iter_mut().filter(|_| found) {
                word_match.add(
                    List::Beginning(terms.clone()),
                    MatchKind::Joined,
                    Origin::Plain,
                );
                word_match.marks.extend(
                    terms
                        .clone()
                        .take(MOST_NEAR)
                        .map(|term| index.terms.get(term).to_owned()),
                );
            }
        }
    }
}
