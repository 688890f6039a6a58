//! The right contact in the first three: the labelled queries of `tests/data/queries.json`, typed
//! letter by letter, against the real directory and guide.

#![expect(
    clippy::unwrap_used,
    reason = "a test that fails panics, and so do its helpers"
)]

use std::collections::{BTreeMap, HashSet};

use havre::assets::Assets;
use havre::directory::{Directory, Region};
use havre::i18n::Language;
use havre::search::{Context, Index, Item, Query, TopicText, topics};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    query: String,
    region: Option<Region>,
    kind: String,
    want: Vec<String>,
}

struct Everything {
    directory: Directory,
    topics: Vec<TopicText>,
    index: Index,
}

impl Everything {
    fn new() -> Self {
        let assets = Assets::embedded();
        let directory = assets.directory().unwrap();
        let [english, french] = Language::ALL.map(|language| assets.guide(language));
        let topics = topics(&english, &french);
        let index = assets.index(directory.contacts(), &topics);
        Self {
            directory,
            topics,
            index,
        }
    }

    fn found(&self, text: &str, region: Option<Region>) -> Vec<String> {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        let context = Context {
            language: Language::En,
            region: region.unwrap_or(Region::Ca),
            place: None,
            preferred: &HashSet::new(),
        };
        let hits = self.index.search(&query, &context).hits;
        hits.iter()
            .map(|hit| match hit.item {
                Item::Contact(place) => self.directory.contacts()[place].id.clone(),
                Item::Topic(place) => self.topics[place].id.to_string(),
            })
            .collect()
    }
}

/// What one query came to: the wanted one's rank from 1, and after how many letters it stood in
/// the first three for good measure of the typing; none where it never did.
struct Outcome {
    rank: Option<usize>,
    keystrokes: Option<usize>,
}

#[derive(Default)]
struct Figures {
    queries: f64,
    first: f64,
    in_three: f64,
    reciprocal: f64,
    keystrokes: Vec<usize>,
}

impl Figures {
    fn add(&mut self, outcome: &Outcome) {
        let rank = outcome.rank;
        self.queries += 1.0;
        self.first += f64::from(u8::from(rank == Some(1)));
        self.in_three += f64::from(u8::from(rank.is_some_and(|rank| rank <= 3)));
        #[expect(clippy::cast_precision_loss, reason = "ranks are small")]
        let reciprocal = rank.map_or(0.0, |rank| 1.0 / rank as f64);
        self.reciprocal += reciprocal;
        self.keystrokes
            .push(outcome.keystrokes.unwrap_or(usize::MAX));
        self.keystrokes.sort_unstable();
    }

    /// The value below which that many hundredths of the queries lie.
    fn percentile(&self, hundredths: usize) -> usize {
        self.keystrokes[(self.keystrokes.len() * hundredths).div_ceil(100) - 1]
    }

    fn line(&self, kind: &str) -> String {
        let keystrokes = |value| match value {
            usize::MAX => "never".to_owned(),
            value => value.to_string(),
        };
        format!(
            "{kind:<14}{:>4}{:>10.3}{:>10.3}{:>8.3}{:>8}{:>8}",
            self.queries,
            self.first / self.queries,
            self.in_three / self.queries,
            self.reciprocal / self.queries,
            keystrokes(self.percentile(50)),
            keystrokes(self.percentile(90)),
        )
    }
}

fn outcome(everything: &Everything, labelled: &Labelled) -> Outcome {
    let rank_of = |text: &str| {
        let found = everything.found(text, labelled.region);
        found
            .iter()
            .position(|id| labelled.want.contains(id))
            .map(|place| place + 1)
    };
    let mut ends: Vec<usize> = labelled
        .query
        .char_indices()
        .map(|(start, _)| start)
        .skip(1)
        .collect();
    ends.push(labelled.query.len());
    let keystrokes = ends
        .iter()
        .position(|end| rank_of(&labelled.query[..*end]).is_some_and(|rank| rank <= 3));
    Outcome {
        rank: rank_of(&labelled.query),
        keystrokes: keystrokes.map(|place| place + 1),
    }
}

#[test]
fn the_right_contact_is_in_the_first_three() {
    let everything = Everything::new();
    let queries: Vec<Labelled> = serde_json::from_str(include_str!("data/queries.json")).unwrap();
    let mut all = Figures::default();
    let mut kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    for labelled in &queries {
        let outcome = outcome(&everything, labelled);
        if outcome.rank != Some(1) {
            println!(
                "{:?} {}: {:?}",
                outcome.rank,
                labelled.query,
                &everything
                    .found(&labelled.query, labelled.region)
                    .iter()
                    .take(4)
                    .collect::<Vec<_>>()
            );
        }
        all.add(&outcome);
        kinds.entry(&labelled.kind).or_default().add(&outcome);
    }
    println!(
        "{:<14}{:>4}{:>10}{:>10}{:>8}{:>8}{:>8}",
        "kind", "n", "recall@1", "recall@3", "MRR", "keys50", "keys90"
    );
    for (kind, figures) in &kinds {
        println!("{}", figures.line(kind));
    }
    println!("{}", all.line("all"));
    assert!(all.in_three / all.queries >= 0.97, "recall@3");
    assert!(all.first / all.queries >= 0.88, "recall@1");
    assert!(all.reciprocal / all.queries >= 0.92, "MRR");
    assert!(all.percentile(50) <= 4, "median keystrokes");
    assert!(all.percentile(90) <= 9, "90th percentile of keystrokes");
}
