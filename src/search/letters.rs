//! Scattered letters: the last thing tried, when no word of the query is anywhere.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::fold::{Folded, fold, fold_character};
use super::index::Index;
use super::types::{Context, Hit, Query};
use crate::directory::Region;

/// Fewer letters are in every name.
const FEWEST: usize = 3;
/// Most names looked at: the worker's region and Canada-wide first.
const MOST_NAMES: usize = 1_000;
/// Most hits given.
const MOST_HITS: usize = 30;

/// Contacts and topics whose shown name has the letters of the query in their order.
pub fn find(
    index: &Index,
    query: &Query,
    context: &Context<'_>,
    go_on: &dyn Fn() -> bool,
) -> Vec<Hit> {
    let wanted = fold(query.text.trim()).text;
    if wanted.chars().count() < FEWEST {
        return Vec::new();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut found: Vec<(i64, u32, Folded, Vec<usize>)> = Vec::new();
    for document in near_first(index, query, context).take(MOST_NAMES) {
        if !go_on() {
            break;
        }
        let name = index.documents.name(document, context.language);
        if !has_letters(name, &wanted) {
            continue;
        }
        let name = fold(name);
        if let Some((score, characters)) = matcher.fuzzy_indices(&name.text, &wanted) {
            found.push((-score, document, name, characters));
        }
    }
    found.sort_by_key(|(score, document, ..)| (*score, *document));
    found.truncate(MOST_HITS);
    found
        .into_iter()
        .map(|(_, document, name, characters)| {
            let shown = index.documents.name(document, context.language);
            Hit {
                spans: name.spans(shown, &characters),
                ..index.hit(document)
            }
        })
        .collect()
}

/// Whether the folded name has these letters in this order: what the matcher asks too, but sooner
/// answered.
fn has_letters(name: &str, wanted: &str) -> bool {
    let mut wanted = wanted.chars().peekable();
    for character in name.chars() {
        fold_character(character, &mut |letter| {
            wanted.next_if_eq(&letter);
        });
    }
    wanted.peek().is_none()
}

/// The documents that pass the filters, those near the worker first.
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
        documents.attributes[*document as usize].passes(&query.filters, &documents.languages)
    };
    near.into_iter().flatten().chain(rest).filter(passes)
}
