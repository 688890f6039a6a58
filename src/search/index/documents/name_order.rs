//! Alphabetical positions of all document names, prepared or computed at the first request.

use std::sync::OnceLock;

use super::Documents;
use crate::i18n::Language;
use crate::i18n::collation::key;
use crate::search::index::addition::weave::Weave;
use crate::search::index::terms::to_u32;
use crate::tables::{Column, Reader, Stored, Writer};

/// For each language, the alphabetical position of each document's name.
#[derive(Debug, Default)]
pub(in crate::search) struct NameOrder([OnceLock<Column<u32>>; 2]);

impl NameOrder {
    /// Returns the position of each document's name among all names in a language.
    pub(in crate::search) fn positions(
        &self,
        documents: &Documents,
        language: Language,
    ) -> &Column<u32> {
        self.0[language as usize].get_or_init(|| {
            let count = documents.count();
            let mut order: Vec<u32> = (0..count).collect();
            order.sort_by_cached_key(|document| key(&documents.name(*document, language)));
            let mut positions = vec![0; count as usize];
            for (position, document) in (0..count).zip(order) {
                positions[document as usize] = position;
            }
            positions.into()
        })
    }
}

impl NameOrder {
    /// Returns the order of documents added to others, in the languages in which the order of the
    /// others is known. `documents` are all of them.
    pub fn woven(&self, documents: &Documents, weave: &Weave) -> Self {
        let woven = Language::ALL.map(|language| {
            let positions = self.0[language as usize].get();
            positions.map_or_else(OnceLock::new, |positions| {
                woven_positions(&positions.all(), documents, weave, language).into()
            })
        });
        Self(woven)
    }
}

fn woven_positions(
    positions: &[u32],
    documents: &Documents,
    weave: &Weave,
    language: Language,
) -> Column<u32> {
    let keyed = |document: u32| (key(&documents.name(document, language)), document);
    let mut order = vec![0; positions.len()];
    for (document, position) in weave.base().iter().zip(positions) {
        order[*position as usize] = *document;
    }
    let mut added: Vec<(String, u32)> = weave.added().iter().copied().map(keyed).collect();
    added.sort_unstable();
    let before = |one: &(String, u32)| order.partition_point(|document| keyed(*document) < *one);
    let places = added.iter().map(|one| to_u32(before(one))).collect();
    let added: Vec<u32> = added.iter().map(|(_, document)| *document).collect();
    let weave = Weave::of(places, to_u32(order.len()));
    let all = weave.join(&order.into(), &added.into());
    let mut woven = vec![0; all.len()];
    for (document, position) in all.all().iter().zip(0..) {
        woven[*document as usize] = position;
    }
    woven.into()
}

impl Stored for NameOrder {
    fn write(&self, to: &mut Writer<'_>) {
        for positions in &self.0 {
            match positions.get() {
                Some(positions) => positions.write(to),
                None => Column::<u32>::default().write(to),
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let known = |positions: Column<u32>| match positions.len() {
            0 => OnceLock::new(),
            _ => OnceLock::from(positions),
        };
        let [english, french] = [Column::read(from)?, Column::read(from)?];
        Some(Self([known(english), known(french)]))
    }
}
