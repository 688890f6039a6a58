//! Recognition of a sentence's need, with a contact for it first in every region.

use std::collections::BTreeMap;

use havre::directory::Region;
use serde::Deserialize;

use super::FIRST_HITS;
use super::figures::Share;
use crate::everything::Everything;

/// Sentence with its possible needs; empty for a sentence without a need.
#[derive(Deserialize)]
pub struct Sentence {
    pub query: String,
    lang: String,
    pub need: Vec<String>,
    /// True if a life is at risk.
    gravity1: bool,
    /// Region named in the sentence, which replaces the worker's.
    region: Option<Region>,
}

/// Results of a list of sentences.
#[derive(Default)]
pub struct Understanding {
    pub first: Share,
    pub among_three: Share,
    pub claimed: Share,
    pub contact: BTreeMap<String, Share>,
    pub life: Share,
}

impl Understanding {
    pub fn of(everything: &Everything, sentences: &[Sentence]) -> Self {
        let mut figures = Self::default();
        for sentence in sentences {
            figures.add_need(everything, sentence);
            for &region in Region::ALL.iter().filter(|region| **region != Region::Ca) {
                figures.add_hits(everything, sentence, region);
            }
        }
        figures
    }

    pub fn add_need(&mut self, everything: &Everything, sentence: &Sentence) {
        let found = everything.find(&sentence.query, Region::Ca).needs;
        if sentence.need.is_empty() {
            self.claimed.add(!found.is_empty());
            return;
        }
        let is_right = |id: &String| sentence.need.contains(id);
        let is_first = found.first().is_some_and(is_right);
        self.first.add(is_first);
        self.among_three
            .add(found.iter().take(FIRST_HITS).any(is_right));
        if !is_first {
            println!("  need: {}: {found:?}", sentence.query);
        }
    }

    fn add_hits(&mut self, everything: &Everything, sentence: &Sentence, region: Region) {
        if sentence.need.is_empty() {
            return;
        }
        let found = everything.find(&sentence.query, region);
        let serve = everything.who_serve(&sentence.need, sentence.region.unwrap_or(region));
        let hits = found.first_hits();
        let is_right = hits.iter().any(|id| serve.contains(id.as_str()));
        self.contact
            .entry(sentence.lang.clone())
            .or_default()
            .add(is_right);
        let saves_a_life = hits.iter().any(|id| saves_a_life(id, region));
        if sentence.gravity1 {
            self.life.add(saves_a_life);
        }
        if !is_right || (sentence.gravity1 && !saves_a_life) {
            println!("  hits: {} in {}: {hits:?}", sentence.query, region.code());
        }
    }

    pub fn print(&self, name: &str) {
        println!("{name}");
        println!("  need first                    {}", self.first);
        println!("  need among three              {}", self.among_three);
        println!("  no need, one is claimed       {}", self.claimed);
        for (language, share) in &self.contact {
            println!("  contact among three ({language})      {share}");
        }
        if self.life.of > 0 {
            println!("  911 or 988 where life at risk {}", self.life);
        }
    }
}

/// Returns true for a contact to call if a life is at risk. Nunavut has no 911.
fn saves_a_life(id: &str, region: Region) -> bool {
    match region {
        Region::Nu => ["ca-988", "nu-rcmp-iqaluit", "nu-rcmp-v-division"].contains(&id),
        _ => ["ca-911", "ca-988"].contains(&id),
    }
}
