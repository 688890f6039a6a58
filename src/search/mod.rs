//! From what the worker types to ranked contacts.
//!
//! Text in, ranked places and match spans out: knows no terminal and no disk.

pub mod fold;

use std::collections::HashSet;
use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::directory::{Contact, Filters, Region};
use crate::i18n::Language;

/// What the worker asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that she typed.
    pub text: String,
    /// What every hit must pass.
    pub filters: Filters,
}

/// Who asks: it decides the order of the hits, never which there are.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The language that names are shown in; spans refer to it.
    pub language: Language,
    /// Where she works; [`Region::Ca`] for all of Canada.
    pub region: Region,
    /// Ids of the contacts that she bookmarked: first among equals.
    pub preferred: &'a HashSet<String>,
}

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In rank order.
    pub hits: Vec<Hit>,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub item: Item,
    /// The bytes of its shown name that matched, in order, on character boundaries.
    pub spans: Vec<Range<usize>>,
}

/// What a hit points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A contact, by its place in the slice that the index was built from.
    Contact(usize),
}

/// Everything that can be found, prepared for searching.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    names: [String; 2],
    folded: [fold::Folded; 2],
    rest: String,
    region: Region,
}

/// Score of a contact that only the words behind its name match: below every name match.
const REST_ONLY: i64 = -1;

impl Index {
    /// Prepares these contacts.
    pub fn build(contacts: &[Contact]) -> Self {
        let entries = contacts.iter().map(Entry::of).collect();
        Self { entries }
    }

    /// Finds what matches the query. `contacts` are those that the index was built from. No text
    /// finds every contact that passes the filters.
    pub fn search(&self, contacts: &[Contact], query: &Query, context: &Context<'_>) -> Hits {
        let matcher = SkimMatcherV2::default().ignore_case();
        let wanted = fold::fold(query.text.trim()).text;
        let mut found: Vec<(u8, i64, bool, usize, Hit)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if !query.filters.accepts(&contacts[place]) {
                continue;
            }
            let Some((score, spans)) = entry.score(&matcher, &wanted, context.language) else {
                continue;
            };
            let hit = Hit {
                item: Item::Contact(place),
                spans,
            };
            let preferred = context.preferred.contains(&contacts[place].id);
            found.push((
                nearness(entry.region, context.region),
                -score,
                !preferred,
                place,
                hit,
            ));
        }
        found.sort_by(|a, b| {
            (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| {
                let name =
                    |place: usize| &self.entries[place].folded[context.language as usize].text;
                name(a.3).cmp(name(b.3))
            })
        });
        Hits {
            hits: found.into_iter().map(|(.., hit)| hit).collect(),
        }
    }
}

impl Entry {
    fn of(contact: &Contact) -> Self {
        let names = Language::ALL.map(|language| contact.name(language).to_owned());
        let folded = names.each_ref().map(|name| fold::fold(name));
        let mut rest = String::new();
        let area = contact.area.iter().flat_map(|area| [&area.en, &area.fr]);
        for text in area.chain([
            &contact.organization,
            &contact.description.en,
            &contact.description.fr,
        ]) {
            rest.push_str(&fold::fold(text).text);
            rest.push('\n');
        }
        rest.extend(
            contact
                .phones
                .iter()
                .flat_map(|phone| phone.number.chars().chain(['\n'])),
        );
        Self {
            names,
            folded,
            rest,
            region: contact.region,
        }
    }

    fn score(
        &self,
        matcher: &SkimMatcherV2,
        wanted: &str,
        language: Language,
    ) -> Option<(i64, Vec<Range<usize>>)> {
        if wanted.is_empty() {
            return Some((0, Vec::new()));
        }
        let shown = &self.folded[language as usize];
        if let Some((score, places)) = matcher.fuzzy_indices(&shown.text, wanted) {
            let name = &self.names[language as usize];
            return Some((score, shown.spans(name, &places)));
        }
        let other = &self.folded[language.other() as usize];
        if let Some(score) = matcher.fuzzy_match(&other.text, wanted) {
            return Some((score, Vec::new()));
        }
        wanted
            .split(' ')
            .all(|word| self.rest.contains(word) || shown.text.contains(word))
            .then_some((REST_ONLY, Vec::new()))
    }
}

/// The worker's region first, then all of Canada, then elsewhere. For all of Canada, none is nearer.
fn nearness(region: Region, worker: Region) -> u8 {
    if worker == Region::Ca || region == worker {
        0
    } else if region == Region::Ca {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::load::embedded;

    fn found(text: &str, region: Region) -> Vec<String> {
        let directory = embedded().unwrap();
        let index = Index::build(directory.contacts());
        let query = Query {
            text: text.into(),
            ..Query::default()
        };
        let preferred = HashSet::new();
        let context = Context {
            language: Language::En,
            region,
            preferred: &preferred,
        };
        index
            .search(directory.contacts(), &query, &context)
            .hits
            .iter()
            .map(|hit| {
                let Item::Contact(place) = hit.item;
                directory.contacts()[place].id.clone()
            })
            .collect()
    }

    #[test]
    fn the_workers_region_comes_first_and_nothing_is_left_out() {
        let all = found("", Region::Ns);
        assert_eq!(all.len(), 480);
        assert!(all[0].starts_with("ns-"), "{}", all[0]);
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(found("educaloi", Region::Qc)[0], "qc-educaloi");
        assert_eq!(found("éducaloi", Region::Qc)[0], "qc-educaloi");
    }
}
