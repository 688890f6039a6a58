//! The search of havre.

use std::collections::HashSet;
use std::path::Path;

use havre::assets::Assets;
use havre::directory::Contact;
use havre::i18n::Language;
use havre::needs::Needs;
use havre::search::{Context, Index, Item, Knowledge, Query};

use super::{Engine, RESULTS};
use crate::Outcome;
use crate::generate::Asked;

/// Writes the contacts as lines of JSON.
pub fn prepare(folder: &Path, contacts: &[Contact]) -> Outcome<()> {
    let lines: Result<Vec<String>, _> = contacts.iter().map(serde_json::to_string).collect();
    Ok(std::fs::write(
        folder.join("contacts.jsonl"),
        lines?.join("\n"),
    )?)
}

pub struct Havre(Index);

impl Havre {
    pub fn open(folder: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(folder.join("contacts.jsonl"))?;
        let contacts: Result<Vec<Contact>, _> = text.lines().map(serde_json::from_str).collect();
        let synonyms = Assets::embedded()
            .synonyms()
            .map_err(|error| error.to_string())?;
        let knowledge = Knowledge {
            needs: Needs::shared(),
            ..Knowledge::of_words(&synonyms)
        };
        Ok(Self(Index::build(&contacts?, &[], knowledge)))
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
        let hits = self.0.search(&query, &context).hits;
        let contacts = hits.into_iter().filter_map(|hit| match hit.item {
            Item::Contact(at) => Some(at),
            Item::Topic(_) => None,
        });
        Ok(contacts.take(RESULTS).collect())
    }
}
