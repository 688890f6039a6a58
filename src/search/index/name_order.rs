//! Alphabetical positions of all document names, prepared or computed at the first request.

use std::sync::OnceLock;

use super::Documents;
use crate::i18n::Language;
use crate::i18n::collation::key;
use crate::tables::{Reader, Stored, Writer};

/// For each language, the alphabetical position of each document's name.
#[derive(Debug, Default)]
pub(in crate::search) struct NameOrder([OnceLock<Box<[u32]>>; 2]);

impl NameOrder {
    /// Returns the position of each document's name among all names in a language.
    pub(in crate::search) fn positions(&self, documents: &Documents, language: Language) -> &[u32] {
        self.0[language as usize].get_or_init(|| {
            let count = documents.count();
            let mut order: Vec<u32> = (0..count).collect();
            order.sort_by_cached_key(|document| key(documents.name(*document, language)));
            let mut positions = vec![0; count as usize];
            for (position, document) in (0..count).zip(order) {
                positions[document as usize] = position;
            }
            positions.into()
        })
    }
}

impl Stored for NameOrder {
    fn write(&self, to: &mut Writer) {
        for positions in &self.0 {
            let positions = positions.get().map(|positions| positions.to_vec());
            positions.unwrap_or_default().write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let known = |positions: Vec<u32>| match positions.as_slice() {
            [] => OnceLock::new(),
            _ => OnceLock::from(positions.into_boxed_slice()),
        };
        Some(Self([known(Vec::read(from)?), known(Vec::read(from)?)]))
    }
}
