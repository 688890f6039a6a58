//! Time of a keystroke, time of building the index, and its memory, for the real directory and for
//! generated ones, compared with other methods on the same text.
//!
//! `cargo bench --bench search` goes up to 100,000 contacts; `-- --million` adds a million. Each
//! keystroke is timed five times and each build three times, and the best time counts: the machine
//! may be busy with other work.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::cast_precision_loss, reason = "figures have few digits")]

#[expect(dead_code, reason = "the bench of packs writes one")]
mod generate;

use std::collections::HashSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use havre::assets::Assets;
use havre::directory::{Contact, Region};
use havre::i18n::Language;
use havre::i18n::folding::fold;
use havre::needs::Needs;
use havre::search::{Context, Hits, Index, Item, Knowledge, Query, TopicText, topics};
use serde::Deserialize;

use generate::Asked;

/// Number of keystrokes on which the slow methods are measured.
const SAMPLED: usize = 24;
/// Number of builds of each index.
const BUILDS: usize = 3;

fn main() {
    let million = std::env::args().any(|argument| argument == "--million");
    let real = Assets::embedded().contacts().unwrap_or_default();
    let guide = guide();
    println!(
        "{:>9} {:^19} {:^19} {:>6} {:>10} {:>9} {:>7} {:>7} {:>7}",
        "contacts",
        "search alone",
        "with its rows",
        "found",
        "build",
        "B/contact",
        "skim",
        "nucleo",
        "memchr"
    );
    let labelled = real_queries();
    measure("real", &real, &guide, &labelled);
    let sizes = [10_000, 100_000]
        .into_iter()
        .chain(million.then_some(1_000_000));
    for size in sizes {
        let contacts = generate::contacts(size, &real);
        let queries = generate::queries(&contacts);
        measure(&size.to_string(), &contacts, &[], &queries);
    }
    println!(
        "Median and 99th percentile of a keystroke. The goals are held against the second pair: what"
    );
    println!(
        "the worker waits for is the search, the marks in the {ROWS} rows that show of it, and the reason"
    );
    println!(
        "of the first. Yardsticks: median of {SAMPLED} keystrokes, skim and nucleo over names, memchr over"
    );
    println!(
        "all text, against ours with its rows. benches/yardsticks has SQLite FTS5 and tantivy."
    );
}

#[derive(Deserialize)]
struct Labelled {
    query: String,
    region: Option<Region>,
}

fn real_queries() -> Vec<Asked> {
    let text = include_str!("../tests/data/queries.json");
    let labelled: Vec<Labelled> = serde_json::from_str(text).unwrap_or_default();
    let asked = labelled.into_iter().map(|labelled| Asked {
        text: labelled.query,
        region: labelled.region.unwrap_or(Region::Ca),
        wanted: None,
    });
    asked.collect()
}

fn guide() -> Vec<TopicText> {
    let assets = Assets::embedded();
    let [english, french] = Language::ALL.map(|language| assets.guide(language));
    topics(&english, &french)
}

/// Returns all beginnings of the queries.
fn keystrokes(queries: &[Asked]) -> Vec<(Query, Region)> {
    let typed = queries.iter().flat_map(|asked| {
        let ends = asked
            .text
            .char_indices()
            .map(|(start, letter)| start + letter.len_utf8());
        ends.map(|end| {
            let query = Query {
                text: asked.text[..end].to_owned(),
                ..Query::default()
            };
            (query, asked.region)
        })
    });
    typed.collect()
}

/// Rows of hits on a screen of 80×24.
const ROWS: usize = 18;

fn measure(title: &str, contacts: &[Contact], guide: &[TopicText], queries: &[Asked]) {
    let synonyms = Assets::embedded().synonyms().unwrap_or_default();
    let knowledge = Knowledge {
        needs: Needs::shared(),
        ..Knowledge::of_words(&synonyms)
    };
    let mut builds: Vec<Duration> = (0..BUILDS)
        .map(|_| {
            let start = Instant::now();
            black_box(Index::build(contacts, guide, knowledge));
            start.elapsed()
        })
        .collect();
    builds.sort();
    let index = Index::build(contacts, guide, knowledge);
    let keystrokes = keystrokes(queries);
    let alone = times(keystrokes.iter(), |asked| search(&index, asked).total);
    let shown = times(keystrokes.iter(), |asked| {
        let mut hits = search(&index, asked);
        let rows = 0..ROWS.min(hits.hits.len());
        index.mark(&mut hits, rows, Language::En);
        black_box(index.reason(&hits, 0, Language::En));
        hits.total
    });
    let sampled: Vec<&(Query, Region)> = keystrokes
        .iter()
        .step_by(keystrokes.len().div_ceil(SAMPLED))
        .collect();
    let yardsticks = yardsticks(contacts, &sampled);
    let ours = percentile(&shown, 50);
    let ratio = |time: Duration| time.as_secs_f64() / ours.as_secs_f64();
    let bytes = index.bytes() as f64 / contacts.len().max(1) as f64;
    println!(
        "{title:>9} {:>6.1} µs {:>6.1} µs {:>6.1} µs {:>6.1} µs {:>6} {:>7.1} ms {bytes:>9.0} {:>6.0}× {:>6.0}× {:>6.0}×",
        micros(percentile(&alone, 50)),
        micros(percentile(&alone, 99)),
        micros(ours),
        micros(percentile(&shown, 99)),
        found(&index, queries),
        builds[0].as_secs_f64() * 1e3,
        ratio(yardsticks[0]),
        ratio(yardsticks[1]),
        ratio(yardsticks[2]),
    );
    if std::env::var_os("SLOWEST").is_some() {
        slowest(&keystrokes, &index);
    }
}

/// Returns how many of the wanted contacts are among the first hits of their query, and of how many.
fn found(index: &Index, queries: &[Asked]) -> String {
    let wanted = queries
        .iter()
        .filter_map(|asked| Some((asked, asked.wanted?)));
    let is_found = |(asked, wanted): (&Asked, usize)| {
        let query = Query {
            text: asked.text.clone(),
            ..Query::default()
        };
        let hits = search(index, &(query, asked.region)).hits;
        hits.iter()
            .take(ROWS)
            .any(|hit| index.item(hit) == Item::Contact(wanted))
    };
    let of = wanted.clone().count();
    match of {
        0 => "-".to_owned(),
        _ => format!("{}/{of}", wanted.filter(|one| is_found(*one)).count()),
    }
}

fn search(index: &Index, (query, region): &(Query, Region)) -> Hits {
    let context = Context {
        language: Language::En,
        region: *region,
        place: None,
        preferred: &HashSet::new(),
    };
    index.search(query, &context)
}

/// Prints the slowest keystrokes, as candidates for optimization.
fn slowest(keystrokes: &[(Query, Region)], index: &Index) {
    let mut timed: Vec<(Duration, usize, &str)> = keystrokes
        .iter()
        .map(|asked| {
            let start = Instant::now();
            let total = search(index, asked).total;
            (start.elapsed(), total, asked.0.text.as_str())
        })
        .collect();
    timed.sort();
    for (time, total, text) in timed.iter().rev().take(12) {
        println!("  {:>8.1} µs {total:>7} hits  {text}", micros(*time));
    }
}

/// Returns the other methods by name and scope, with their median time for a keystroke.
fn yardsticks(contacts: &[Contact], keystrokes: &[&(Query, Region)]) -> [Duration; 3] {
    let names: Vec<String> = contacts
        .iter()
        .map(|contact| contact.name(Language::En).to_owned())
        .collect();
    let texts: Vec<String> = contacts
        .iter()
        .map(generate::text_of)
        .map(|text| fold(&text).text)
        .collect();
    let skim = SkimMatcherV2::default();
    let skim_times = times(keystrokes.iter(), |(query, _)| {
        let mut found: Vec<_> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((skim.fuzzy_match(name, &query.text)?, index)))
            .collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.len()
    });
    let mut nucleo = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    let nucleo_times = times(keystrokes.iter(), |(query, _)| {
        use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
        let pattern = Pattern::parse(&query.text, CaseMatching::Ignore, Normalization::Smart);
        pattern.match_list(&names, &mut nucleo).len()
    });
    let memchr_times = times(keystrokes.iter(), |(query, _)| {
        let wanted = fold(&query.text).text;
        let finder = memchr::memmem::Finder::new(wanted.as_bytes());
        texts
            .iter()
            .filter(|text| finder.find(text.as_bytes()).is_some())
            .count()
    });
    [skim_times, nucleo_times, memchr_times].map(|times| percentile(&times, 50))
}

/// Returns the best of five times of each, in order.
fn times<T>(inputs: impl Iterator<Item = T>, mut run: impl FnMut(&T) -> usize) -> Vec<Duration> {
    let mut times: Vec<Duration> = inputs
        .map(|input| {
            let mut best = Duration::MAX;
            for _ in 0..5 {
                let start = Instant::now();
                black_box(run(&input));
                best = best.min(start.elapsed());
            }
            best
        })
        .collect();
    times.sort();
    times
}

fn percentile(times: &[Duration], hundredths: usize) -> Duration {
    times[(times.len() * hundredths).div_ceil(100).max(1) - 1]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
