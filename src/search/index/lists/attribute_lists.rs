//! Numbers of the lists of postings for attributes; they follow those of the words.

use std::ops::Range;

use strum::EnumCount;

use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::search::index::Index;
use crate::search::index::terms::to_u32;
use crate::search::index::vocabulary::Named;
use crate::search::rank::Field;

/// Offsets of the first list of each kind of attribute after the lists of words; categories come
/// first.
const AUDIENCES: u32 = count_of(Category::COUNT);
const REGIONS: u32 = AUDIENCES + count_of(Audience::COUNT);
const ALWAYS_OPEN: u32 = REGIONS + count_of(Region::ALL.len());

#[expect(clippy::cast_possible_truncation, reason = "there are few variants")]
const fn count_of(variants: usize) -> u32 {
    variants as u32
}

impl Index {
    /// Returns the list of documents in a category.
    pub fn category_list(&self, category: Category) -> u32 {
        self.terms.len() + category as u32
    }

    /// Returns the list of documents that state an audience.
    pub fn audience_list(&self, audience: Audience) -> u32 {
        self.terms.len() + AUDIENCES + audience as u32
    }

    /// Returns the list of documents of a region; those of all of Canada are in [`Region::Ca`]'s.
    pub fn region_list(&self, region: Region) -> u32 {
        self.terms.len() + REGIONS + region as u32
    }

    /// Returns the list of documents that are always open.
    pub fn always_open_list(&self) -> u32 {
        self.terms.len() + ALWAYS_OPEN
    }

    /// Returns the list of documents with a language; `None` if there are none.
    pub fn language_list(&self, language: &LanguageCode) -> Option<u32> {
        let offset = self.spoken.iter().position(|spoken| spoken == language)?;
        Some(self.always_open_list() + 1 + to_u32(offset))
    }

    /// Returns the list of contacts that have interpreters.
    pub fn interpreters_list(&self) -> u32 {
        self.always_open_list() + 1 + to_u32(self.spoken.len())
    }

    /// Returns the list of contacts that neither state their languages nor have interpreters: the
    /// last list.
    pub fn languages_unstated_list(&self) -> u32 {
        self.interpreters_list() + 1
    }

    /// Returns the lists of the attributes that words in a range name, with the words.
    pub fn lists_named_by(&self, terms: &Range<u32>) -> impl Iterator<Item = (u32, u32)> {
        let start = self
            .named_lists
            .partition_point(|(term, _)| *term < terms.start);
        let end = self
            .named_lists
            .partition_point(|(term, _)| *term < terms.end);
        self.named_lists[start..end].iter().copied()
    }

    /// Returns the lists of all attributes, in the order of an index with these languages; `None`
    /// for languages of no document of this one.
    pub fn attribute_lists(&self, spoken: &[LanguageCode]) -> Vec<Option<u32>> {
        let first = self.terms.len()..=self.always_open_list();
        let languages = spoken.iter().map(|code| self.language_list(code));
        let last = [self.interpreters_list(), self.languages_unstated_list()];
        first
            .map(Some)
            .chain(languages)
            .chain(last.map(Some))
            .collect()
    }

    /// Returns the list of an attribute; `None` for a language of no document.
    pub fn list_of(&self, named: &Named) -> Option<u32> {
        Some(match named {
            Named::Category(category) => self.category_list(*category),
            Named::Audience(audience) => self.audience_list(*audience),
            Named::Region(region) => self.region_list(*region),
            Named::Language(language) => self.language_list(language)?,
        })
    }

    /// Calls `add` with the attribute lists of a document, each with its field.
    pub fn attributes_of(
        &self,
        document: u32,
        first: Option<Category>,
        mut add: impl FnMut(u32, Field),
    ) {
        let attributes = self.documents.attributes(document);
        let others = Category::ALL.into_iter().filter(|c| attributes.offers(*c));
        for category in others {
            let is_first = Some(category) == first;
            let field = if is_first {
                Field::Category
            } else {
                Field::OtherCategory
            };
            add(self.category_list(category), field);
        }
        for audience in Audience::ALL.into_iter().filter(|a| attributes.serves(*a)) {
            add(self.audience_list(audience), Field::Area);
        }
        let spoken = self.documents.languages.of(&attributes);
        for list in spoken.iter().filter_map(|code| self.language_list(code)) {
            add(list, Field::Area);
        }
        if attributes.has_interpreters() {
            add(self.interpreters_list(), Field::Area);
        } else if spoken.is_empty() && !attributes.is_topic() {
            add(self.languages_unstated_list(), Field::Area);
        }
        add(self.region_list(attributes.region), Field::Area);
        if attributes.always_open() {
            add(self.always_open_list(), Field::Area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Knowledge;
    use crate::search::Synonyms;

    #[test]
    fn attribute_lists_are_distinct_and_contiguous() {
        let index = Index::build(&[], &[], Knowledge::of_words(&Synonyms::default()));
        let mut lists: Vec<u32> = Category::ALL.map(|one| index.category_list(one)).into();
        lists.extend(Audience::ALL.map(|one| index.audience_list(one)));
        lists.extend(Region::ALL.map(|one| index.region_list(one)));
        lists.extend([index.always_open_list(), index.interpreters_list()]);
        lists.push(index.languages_unstated_list());
        lists.sort_unstable();
        let all: Vec<u32> = (index.terms.len()..=index.languages_unstated_list()).collect();
        assert_eq!(lists, all);
    }
}
