//! Sets of languages of documents.

use std::collections::BTreeMap;

use super::attributes::Attributes;
use crate::directory::LanguageCode;
use crate::search::index::terms::to_u32;
use crate::tables::{Reader, Stored, Writer};

/// Distinct sets of languages: most contacts share one of a few.
#[derive(Debug, Default)]
pub struct LanguageSets {
    numbers: BTreeMap<Vec<LanguageCode>, u32>,
    sets: Vec<Vec<LanguageCode>>,
}

impl LanguageSets {
    /// Returns the number of a set.
    pub fn number(&mut self, languages: &[LanguageCode]) -> u32 {
        if let Some(number) = self.numbers.get(languages) {
            return *number;
        }
        let number = to_u32(self.sets.len());
        self.numbers.insert(languages.to_vec(), number);
        self.sets.push(languages.to_vec());
        number
    }

    /// Numbers the sets in their order; returns the new number of each.
    fn in_order(&mut self) -> Vec<u32> {
        let mut ranks = vec![0; self.sets.len()];
        for (number, rank) in self.numbers.values_mut().zip(0..) {
            ranks[*number as usize] = rank;
            *number = rank;
        }
        self.sets = self.numbers.keys().cloned().collect();
        ranks
    }

    /// Numbers the sets in their order, and renumbers those of all documents.
    pub fn sort(&mut self, attributes: &mut [Attributes]) {
        self.join(&Self::default(), attributes, &mut []);
    }

    /// Adds the sets of other documents, and renumbers those of all documents.
    pub fn join(&mut self, other: &Self, own: &mut [Attributes], others: &mut [Attributes]) {
        let numbers: Vec<u32> = other.sets.iter().map(|set| self.number(set)).collect();
        let ranks = self.in_order();
        for one in own {
            one.languages = ranks[one.languages as usize];
        }
        for one in others {
            one.languages = ranks[numbers[one.languages as usize] as usize];
        }
    }

    /// Returns all languages spoken by a document, sorted.
    pub fn spoken(&self) -> Vec<LanguageCode> {
        let mut spoken: Vec<LanguageCode> = self.sets.iter().flatten().cloned().collect();
        spoken.sort();
        spoken.dedup();
        spoken
    }

    /// Returns the languages of a document.
    pub fn of(&self, attributes: &Attributes) -> &[LanguageCode] {
        // Damaged attributes have no languages.
        let set = self.sets.get(attributes.languages as usize);
        set.map_or(&[], Vec::as_slice)
    }
}

impl Stored for LanguageSets {
    fn write(&self, to: &mut Writer<'_>) {
        self.sets.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let sets: Vec<Vec<LanguageCode>> = Vec::read(from)?;
        let numbers = sets.iter().cloned().zip(0..).collect();
        Some(Self { numbers, sets })
    }
}
