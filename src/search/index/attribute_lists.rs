//! Numbers of the lists of postings that stand for attributes; they follow those of the words.

use std::ops::Range;

use super::Index;
use super::terms::to_u32;
use super::vocabulary::Named;
use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::search::rank::Field;

impl Index {
    /// The list of what offers that.
    pub fn category_list(&self, category: Category) -> u32 {
        self.terms.len() + category as u32
    }

    /// The list of what serves these people.
    pub fn audience_list(&self, audience: Audience) -> u32 {
        self.category_list(Category::Emergency) + to_u32(Category::ALL.len()) + audience as u32
    }

    /// The list of what serves there, Canada-wide contacts apart.
    pub fn region_list(&self, region: Region) -> u32 {
        self.audience_list(Audience::All) + to_u32(Audience::ALL.len()) + region as u32
    }

    /// The list of what is always open.
    pub fn always_open_list(&self) -> u32 {
        self.region_list(Region::Ca) + to_u32(Region::ALL.len())
    }

    /// The list of what speaks that language; `None` where nothing does.
    pub fn language_list(&self, language: &LanguageCode) -> Option<u32> {
        let offset = self.spoken.iter().position(|spoken| spoken == language)?;
        Some(self.always_open_list() + 1 + to_u32(offset))
    }

    /// The list of contacts that do not state which languages they speak: the last of all lists.
    pub fn languages_unstated_list(&self) -> u32 {
        self.always_open_list() + 1 + to_u32(self.spoken.len())
    }

    /// The attributes that the words of these numbers name, as lists.
    pub fn lists_named_by(&self, terms: &Range<u32>) -> impl Iterator<Item = (u32, u32)> {
        let start = self
            .named_lists
            .partition_point(|(term, _)| *term < terms.start);
        let end = self
            .named_lists
            .partition_point(|(term, _)| *term < terms.end);
        self.named_lists[start..end].iter().copied()
    }

    /// The list of an attribute.
    pub fn list_of(&self, named: &Named) -> Option<u32> {
        Some(match named {
            Named::Category(category) => self.category_list(*category),
            Named::Audience(audience) => self.audience_list(*audience),
            Named::Region(region) => self.region_list(*region),
            Named::Language(language) => self.language_list(language)?,
        })
    }

    /// Gives `add` the lists of what a document is, each with the field that says so.
    pub fn attributes_of(
        &self,
        document: u32,
        first: Option<Category>,
        mut add: impl FnMut(u32, Field),
    ) {
        let attributes = self.documents.attributes[document as usize];
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
        if spoken.is_empty() && !attributes.is_topic() {
            add(self.languages_unstated_list(), Field::Area);
        }
        add(self.region_list(attributes.region), Field::Area);
        if attributes.always_open() {
            add(self.always_open_list(), Field::Area);
        }
    }
}
