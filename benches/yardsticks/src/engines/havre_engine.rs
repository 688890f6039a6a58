//! The search of havre, beside the embedded directory, with its index prepared in a file.

use std::collections::HashSet;
use std::path::Path;

use havre::assets::Assets;
use havre::directory::Contact;
use havre::directory::packs::prepared::PreparedPlace;
use havre::directory::packs::Pack;
use havre::files::Readers;
use havre::i18n::Language;
use havre::search::{Context, Index, Item, Query};

use super::{Engine, RESULTS};
use crate::Outcome;
use crate::generate::{Asked, write_pack};

/// Writes the contacts as a pack, and prepares its search.
pub fn prepare(folder: &Path, contacts: &[Contact]) -> Outcome<()> {
    write_pack(&folder.join("pack.jsonl"), contacts)?;
    assets(folder).map(drop)
}

/// Returns the content with the prepared pack.
fn assets(folder: &Path) -> Outcome<Assets> {
    let pack = Pack::open(&folder.join("pack.jsonl"), false)?;
    let place = PreparedPlace {
        path: folder.join("packs.index"),
        readers: Readers::Owner,
    };
    let assets = Assets::embedded().with_packs(vec![pack]);
    Ok(assets.with_prepared_packs(&[place], &|work| work()))
}

pub struct Havre {
    index: Index,
    /// Number of embedded contacts: those of the pack follow.
    embedded: usize,
}

impl Havre {
    pub fn open(folder: &Path) -> Outcome<Self> {
        let text = |error: havre::directory::load::LoadError| error.to_string();
        let assets = assets(folder)?;
        let directory = assets.directory().map_err(text)?;
        Ok(Self {
            index: assets.index(&directory),
            embedded: Assets::embedded().directory().map_err(text)?.len(),
        })
    }
}

impl Engine for Havre {
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>> {
        let context = Context {
            language: Language::En,
            region: asked.region,
            place: None,
            preferred: &HashSet::new(),
        };
        let query = Query {
            text: asked.text.clone(),
            ..Query::default()
        };
        let hits = self.index.search(&query, &context).hits;
        let contacts = hits.into_iter().filter_map(|hit| match self.index.item(&hit) {
            Item::Contact(at) => at.checked_sub(self.embedded),
            Item::Topic(_) => None,
        });
        Ok(contacts.take(RESULTS).collect())
    }
}
