//! Real directory and guide with their index, as in the program.

use std::collections::HashSet;

use havre::assets::Assets;
use havre::directory::{Contact, Directory, Region};
use havre::guide::WITHOUT_911;
use havre::i18n::Language;
use havre::needs::Needs;
use havre::places::Places;
use havre::search::{Context, Hit, Hits, Index, Item, Query, TopicText, topics};

/// Data of a search.
pub struct Everything {
    pub directory: Directory,
    pub topics: Vec<TopicText>,
    pub index: Index,
    pub needs: &'static Needs,
}

impl Everything {
    pub fn new() -> Self {
        let assets = Assets::embedded();
        let directory = assets.directory().unwrap();
        let [english, french] = Language::ALL.map(|language| assets.guide(language));
        let topics = topics(&english, &french);
        let index = assets.index(&directory);
        Self {
            directory,
            topics,
            index,
            needs: Needs::shared().unwrap(),
        }
    }

    pub fn search(&self, text: &str, region: Region, language: Language) -> Hits {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        self.answer(&query, region, language, &HashSet::new())
    }

    /// Returns the hits of a query for a worker with these bookmarks.
    pub fn answer(
        &self,
        query: &Query,
        region: Region,
        language: Language,
        preferred: &HashSet<String>,
    ) -> Hits {
        let context = Context {
            language,
            region,
            place: None,
            preferred,
        };
        self.index.search(query, &context)
    }

    /// Returns the hits of a text for a worker in a town.
    pub fn search_in(&self, text: &str, town: &str, region: Region, language: Language) -> Hits {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let context = Context {
            language,
            region,
            place: Places::embedded().find(town, region),
            preferred: &HashSet::new(),
        };
        self.index.search(&query, &context)
    }

    /// Returns the ids of these hits.
    pub fn ids_in(
        &self,
        text: &str,
        town: &str,
        region: Region,
        language: Language,
    ) -> Vec<String> {
        self.ids_of(&self.search_in(text, town, region, language))
    }

    pub fn contact(&self, hit: &Hit) -> Option<&Contact> {
        match self.index.item(hit) {
            Item::Contact(place) => self.directory.contacts().get(place),
            Item::Topic(_) => None,
        }
    }

    /// Returns the contacts among hits, best first.
    pub fn contacts_of<'e, 'h>(
        &'e self,
        hits: &'h Hits,
    ) -> impl Iterator<Item = &'e Contact> + use<'e, 'h> {
        hits.hits.iter().filter_map(|hit| self.contact(hit))
    }

    /// Returns the ids of hits, best first.
    pub fn ids_of(&self, hits: &Hits) -> Vec<String> {
        let id = |hit: &Hit| match self.index.item(hit) {
            Item::Contact(place) => self.directory.contacts()[place].id.clone(),
            Item::Topic(place) => self.topics[place].id.to_string(),
        };
        hits.hits.iter().map(id).collect()
    }

    /// Returns the ids of the hits of a text, best first.
    pub fn ids(&self, text: &str, region: Region) -> Vec<String> {
        self.ids_of(&self.search(text, region, Language::En))
    }

    /// Returns the index of a need; `None` if the id is unknown.
    pub fn need(&self, id: &str) -> Option<usize> {
        self.needs.place(id)
    }
}

/// Returns the id of the first hit for a danger in a region: the contact of the emergency number. In
/// Nunavut each community has a number, and without a town the topic with its rule comes first.
pub fn first_in_danger(region: Region) -> &'static str {
    if region.emergency().is_911() {
        region.emergency().contact
    } else {
        WITHOUT_911
    }
}
