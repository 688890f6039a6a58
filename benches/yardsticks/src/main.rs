//! Compares the search of havre with full-text engines: the same contacts, the same keystrokes.
//!
//! `just yardsticks` takes 100,000 contacts; `just yardsticks 10000` another number. Each engine runs
//! in a process of its own, so that its memory can be told from the others'. A keystroke is timed
//! five times and the best time counts. An engine finds a query if the wanted contact is among its
//! first 20 results once the query is typed to its end; half of the queries have a slip, swapped
//! words, or a digit sequence.

#[path = "../../generate/mod.rs"]
mod generate;

mod engines;

use std::borrow::Cow;
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use generate::Asked;
use havre::assets::Assets;
use havre::directory::{Contact, Region};

use engines::{Engine, Prepared};

/// Result of a step that reads or writes files, or starts an engine.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Text, region and wanted contact of a query.
type Stored<'a> = (Cow<'a, str>, Region, Option<usize>);

/// File of the queries.
const QUERIES: &str = "queries.json";
/// Number of contacts where the command line names none.
const CONTACTS: usize = 100_000;
/// Largest number of keystrokes timed.
const KEYSTROKES: usize = 240;
/// Number of searches before the memory is read.
const SEARCHES: usize = 20;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [folder, engine] => run(Path::new(folder), engine),
        [size] => compare(size.parse()?),
        _ => compare(CONTACTS),
    }
}

/// Returns generated contacts in the shape of the real ones.
fn contacts(size: usize) -> Outcome<Vec<Contact>> {
    let real = Assets::embedded()
        .contacts()
        .map_err(|error| error.to_string())?;
    Ok(generate::contacts(size, &real))
}

/// Prepares the stores and runs each engine in a process of its own.
fn compare(size: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    println!("{size} contacts");
    println!("engine           prepared   on disk   found    median        p99       PSS");
    let all = contacts(size)?;
    let queries = generate::queries(&all);
    let queries: Vec<Stored<'_>> = queries
        .iter()
        .map(|asked| (Cow::from(&asked.text), asked.region, asked.wanted))
        .collect();
    std::fs::write(folder.path().join(QUERIES), serde_json::to_vec(&queries)?)?;
    for engine in engines::ALL {
        let start = Instant::now();
        let Prepared { bytes } = engines::prepare(engine, folder.path(), &all)?;
        print!(
            "{engine:<13} {:>9.2} s {:>6.1} MB ",
            start.elapsed().as_secs_f64(),
            mega(bytes)
        );
        std::io::stdout().flush()?;
        let program = std::env::current_exe()?;
        let status = Command::new(program)
            .arg(folder.path())
            .arg(engine)
            .status()?;
        if !status.success() {
            return Err(format!("{engine} ended with {status}").into());
        }
    }
    Ok(())
}

/// Measures one engine and prints the rest of its row.
fn run(folder: &Path, name: &str) -> Outcome<()> {
    let text = std::fs::read_to_string(folder.join(QUERIES))?;
    let queries: Vec<Stored<'_>> = serde_json::from_str(&text)?;
    let queries = queries.into_iter().map(|(text, region, wanted)| Asked {
        text: text.into_owned(),
        region,
        wanted,
    });
    let queries: Vec<Asked> = queries.collect();
    let mut engine = engines::open(name, folder)?;
    let keystrokes = keystrokes(&queries);
    for asked in keystrokes.iter().take(SEARCHES) {
        black_box(engine.find(asked)?);
    }
    let pss = pss()?;
    let (mut found, mut wanted) = (0, 0);
    for (asked, contact) in queries.iter().filter_map(|one| Some((one, one.wanted?))) {
        wanted += 1;
        found += usize::from(engine.find(asked)?.contains(&contact));
    }
    let mut times = Vec::new();
    for asked in &keystrokes {
        times.push(fastest(engine.as_mut(), asked)?);
    }
    times.sort_unstable();
    let at =
        |hundredths: usize| times[(times.len() * hundredths).div_ceil(100) - 1].as_secs_f64() * 1e3;
    println!(
        "{found:>4}/{wanted} {:>6.3} ms {:>6.2} ms {:>6.1} MB",
        at(50),
        at(99),
        mega(pss)
    );
    Ok(())
}

/// Returns the shortest of five times of a search.
fn fastest(engine: &mut dyn Engine, asked: &Asked) -> Outcome<Duration> {
    let mut fastest = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        black_box(engine.find(asked)?);
        fastest = fastest.min(start.elapsed());
    }
    Ok(fastest)
}

/// Returns beginnings of the queries, spread evenly over all of them.
fn keystrokes(queries: &[Asked]) -> Vec<Asked> {
    let typed = queries.iter().flat_map(|asked| {
        let ends = asked
            .text
            .char_indices()
            .map(|(start, letter)| start + letter.len_utf8());
        ends.map(|end| Asked {
            text: asked.text[..end].to_owned(),
            ..*asked
        })
    });
    let typed: Vec<Asked> = typed.collect();
    let step = typed.len().div_ceil(KEYSTROKES);
    typed.into_iter().step_by(step).collect()
}

/// Returns the memory of this process in bytes, with its part of what it shares.
fn pss() -> Outcome<u64> {
    let text = std::fs::read_to_string("/proc/self/smaps_rollup")?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes: u64 = line
        .and_then(|rest| rest.split_whitespace().next())
        .ok_or("no Pss")?
        .parse()?;
    Ok(kilobytes * 1024)
}

fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
