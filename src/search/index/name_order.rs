//! Alphabetical positions of all document names, prepared or computed at the first request.

use std::sync::OnceLock;

use super::Documents;
use super::terms::to_u32;
use super::weave::Weave;
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

impl NameOrder {
    /// Returns the order of documents added to others, in the languages in which the order of the
    /// others is known. `documents` are all of them.
    pub(super) fn woven(&self, documents: &Documents, weave: &Weave) -> Self {
        let woven = Language::ALL.map(|language| {
            let positions = self.0[language as usize].get();
            positions.map_or_else(OnceLock::new, |positions| {
                woven_positions(positions, documents, weave, language).into()
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
) -> Box<[u32]> {
    let keyed = |document: u32| (key(documents.name(document, language)), document);
    let mut order = vec![0; positions.len()];
    for (document, position) in weave.base().iter().zip(positions) {
        order[*position as usize] = *document;
    }
    let mut added: Vec<(String, u32)> = weave.added().iter().copied().map(keyed).collect();
    added.sort_unstable();
    let before = |one: &(String, u32)| order.partition_point(|document| keyed(*document) < *one);
    let places = added.iter().map(|one| to_u32(before(one))).collect();
    let added: Vec<u32> = added.iter().map(|(_, document)| *document).collect();
    let all = Weave::of(places, to_u32(order.len())).join(&order, &added);
    let mut woven = vec![0; all.len()];
    for (document, position) in all.into_iter().zip(0..) {
        woven[document as usize] = position;
    }
    woven.into()
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
