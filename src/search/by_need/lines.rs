//! Lines for a whole region that are moved into the second row: one that is always open, one that
//! answers in French.

use super::Lead;
use super::candidate::Candidate;
use crate::directory::{Category, LanguageCode};
use crate::i18n::Language;
use crate::needs::{Gravity, Need, Tier};
use crate::search::hits::Hits;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};
use crate::search::query::word_match::WordMatch;

/// Greatest number of names with two adjacent words of the query that tell what a line is for.
const FEW_NAMES: usize = 4;
/// Greatest number of names with a word of such a pair.
const MANY_NAMES: u32 = 64;

impl Lead<'_> {
    /// Moves a line of the region or of the country into the first row if its name has two adjacent
    /// words of the query that few names have: "residential school", "parole board". Only for needs
    /// that can wait: other needs are ordered by the region's own line and by the risk from
    /// authorities.
    pub(super) fn promote_named_line(&self, need: &Need, hits: &Hits, contacts: &mut [Candidate]) {
        if need.gravity != Gravity::Later {
            return;
        }
        let words: Vec<&WordMatch> = hits.matches.iter().collect();
        let told: Vec<u32> = words
            .windows(2)
            .filter(|pair| pair.iter().all(|word| !word.is_filter))
            .flat_map(|pair| self.named_by_pair(pair[0], pair[1]))
            .collect();
        let is_line = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            let is_everywhere = matches!(one.tier, Tier::RegionWide | Tier::Canada);
            told.contains(&one.document) && is_everywhere && attributes.has_phone()
        };
        if let Some(at) = contacts.iter().position(is_line) {
            contacts[..=at].rotate_right(1);
        }
    }

    /// Returns the documents with both words in their names, if they are few.
    fn named_by_pair(&self, left: &WordMatch, right: &WordMatch) -> Vec<u32> {
        let names = &self.index.lists.names;
        let list = |word: &WordMatch| {
            let mut lists = word.exact_lists();
            let is_rare = |list: &u32| (1..=MANY_NAMES).contains(&names.count(*list..*list + 1));
            lists.find(is_rare)
        };
        let (Some(left), Some(right)) = (list(left), list(right)) else {
            return Vec::new();
        };
        let left = names.list(left);
        let mut both: Vec<u32> = left.iter().map(|posting| posting.document()).collect();
        both.retain(|document| names.find(right, *document).is_some());
        if both.len() > FEW_NAMES {
            both.clear();
        }
        both
    }

    /// Returns true for a line of the whole region that is always open and serves all people named.
    fn is_open_line(&self, one: &Candidate, people: &[QueryFilter]) -> bool {
        let attributes = self.index.documents.attributes(one.document);
        let is_callable = attributes.always_open() && attributes.has_phone();
        one.is_for_whole_region() && is_callable && !self.turns_away(one, people)
    }

    /// Moves the need's first line for the whole region into the second row, if it is always open:
    /// near services may be closed or full. A line that does not serve the people named is not
    /// moved.
    pub(super) fn promote_open_line(&self, filters: &[QueryFilter], contacts: &mut [Candidate]) {
        let lines = contacts.iter();
        let lines = lines.filter(|one| self.is_open_line(one, filters));
        let Some(first) = lines.min_by_key(|one| one.listed).map(|one| one.document) else {
            return;
        };
        let at = contacts.iter().position(|one| one.document == first);
        if let Some(at) = at.filter(|at| *at > 1) {
            contacts[1..=at].rotate_right(1);
        }
    }

    /// Moves the first line of the need that states French before another line of the region, else into
    /// the second row, if the worker's screen is French or the text asks for French, and the first one
    /// does not state it: where English is usual, few lines answer in French.
    pub(super) fn promote_line_in_language(
        &self,
        hits: &Hits,
        people: &[QueryFilter],
        contacts: &mut [Candidate],
    ) {
        let french = LanguageCode(Language::Fr.code().to_owned());
        let asked = hits.query_filters.iter();
        let mut asked = asked.filter_map(|filter| match &filter.filter {
            ImpliedFilter::Language(language) => Some(*language == french),
            _ => None,
        });
        if !asked.next().unwrap_or(self.language == Language::Fr) {
            return;
        }
        let languages = &self.index.documents.languages;
        let speaks = |one: &Candidate| {
            let attributes = self.index.documents.attributes(one.document);
            attributes.has_phone() && attributes.speaks(&french, languages)
        };
        let is_line = |one: &Candidate| self.is_open_line(one, people) && speaks(one);
        let Some(first) = contacts.first().filter(|first| !speaks(first)) else {
            return;
        };
        let attributes = self.index.documents.attributes(first.document);
        let is_replaced = first.is_for_whole_region() && !attributes.offers(Category::Emergency);
        let to = usize::from(!is_replaced);
        if let Some(at) = contacts.iter().position(is_line).filter(|at| *at > to) {
            contacts[to..=at].rotate_right(1);
        }
    }
}
