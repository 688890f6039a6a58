//! Time, memory and size of a large pack beside the embedded directory.
//!
//! ```text
//! cargo bench --bench packs                 100,000 contacts
//! cargo bench --bench packs -- 1000000      a million
//! ```
//!
//! Each row is printed with its goal. Sessions are processes of their own, and the disk's files are in the
//! page cache.
//!
//! On a busy machine, `chrt -f 50` before the built bench keeps other work out of the times of a session.
//!
//! Measured so on 2026-11-29, on two cores with a load of 7 to 10 from other builds:
//!
//! | | 100,000 contacts, goal | measured | 1,000,000 contacts, goal | measured |
//! |---|---|---|---|---|
//! | import, of a processor | 6 s, 300 MB | 5.4 s, 64 MB | 75 s, 500 MB | 55 s, 491 MB |
//! | pack and index on disk | 1.6 × the pack | 1.29 × | | 1.29 × |
//! | start, against no pack | 1.1 × | 1.04 × | 1.1 × | 1.02 × |
//! | Directory and first letter | 30 ms | 4.1 ms | | 15 ms |
//! | keystroke with its rows, median | 0.15 ms | **0.21 ms** | 0.5 ms | **0.90 ms** |
//! | the same, 99th percentile | 2 ms | 1.2 ms | 10 ms | **11 ms** |
//! | PSS of one session after 20 searches | 14 MB | 9.2 MB | 40 MB | 13.9 MB |
//! | of each of 40 sessions | 5 MB | 4.7 MB | | |
//!
//! (The start was measured at commit f5c52209.) The embedded directory alone: first letter 1.7 ms (goal 3),
//! keystroke 0.08 ms, in the 99th percentile 0.5 ms; PSS of one session **7.7 MB** (goal 5), 4.4 of them its own. A
//! session that shares the program with no other has 8.5 MB of it in memory besides, 3 of code and 5.5 of texts and
//! tables, because the kernel maps 64 KB around each page that is read; 40 sessions share them. After 1,054
//! keystrokes with their rows each of 40 sessions has 18 MB with the pack, because contacts read once are kept.
//!
//! The goals in bold are not met. Of a median keystroke, scans of postings take half (a quarter of that is to read
//! them, half to look up candidates in long lists), the ranking a fifth, needs and their contacts a sixth, rows a
//! twentieth. At a million, most lists are longer than what a search keeps for the next one.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]
#![expect(clippy::cast_precision_loss, reason = "figures have few digits")]

#[expect(dead_code, reason = "the bench of the search uses the rest")]
mod generate;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use havre::assets::Assets;
use havre::directory::packs::Pack;
use havre::directory::packs::prepared::PreparedPlace;
use havre::directory::{Directory, Region};
use havre::files::Readers;
use havre::i18n::Language;
use havre::search::{Context, Index, Query};

/// Default number of contacts.
const CONTACTS: usize = 100_000;
/// Number of sessions on one host.
const SESSIONS: usize = 40;
/// Number of searches before the memory is measured.
const SEARCHES: usize = 20;
/// Number of runs of one session: the machine may be busy with other work.
const RUNS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [kind, folder] = &arguments[..] {
        match kind.as_str() {
            "session" => return session(Path::new(folder)),
            "prepare" => return prepare(Path::new(folder)),
            _ => {}
        }
    }
    let size = arguments.iter().find_map(|argument| argument.parse().ok());
    let size = size.unwrap_or(CONTACTS);
    let Ok(folder) = tempfile::tempdir() else {
        println!("no place for the pack");
        return;
    };
    println!("{size} contacts in one pack");
    if let Err(error) = measure(folder.path(), size) {
        println!("{error}");
    }
}

fn measure(folder: &Path, size: usize) -> io::Result<()> {
    let real = Assets::embedded().contacts().unwrap_or_default();
    let contacts = generate::contacts(size, &real);
    let mut queries = BufWriter::new(File::create(folder.join("queries"))?);
    for asked in generate::queries(&contacts) {
        writeln!(queries, "{}\t{}", asked.region.code(), asked.text)?;
    }
    queries.flush()?;
    generate::write_pack(&folder.join("pack.jsonl"), &contacts)?;
    drop(contacts);
    let goals = if size > CONTACTS {
        &MILLION
    } else {
        &HUNDRED_THOUSAND
    };
    let status = Command::new(std::env::current_exe()?)
        .arg("prepare")
        .arg(folder)
        .status()?;
    println!("  goal: {}; {status}", goals.import);
    let [pack, index] = ["pack.jsonl", "packs.index"].map(|name| folder.join(name));
    let (pack, index) = (fs::metadata(pack)?.len(), fs::metadata(index)?.len());
    println!(
        "on disk: pack {} MB, index {} MB, {:.2} times the pack; goal: 1.6",
        pack / 1_000_000,
        index / 1_000_000,
        (pack + index) as f64 / pack as f64
    );
    println!("one session, {RUNS} times; goal: {}", goals.session);
    for _ in 0..RUNS {
        sessions(folder, 1)?;
    }
    if goals.sessions.is_empty() {
        return Ok(());
    }
    println!("the embedded directory alone; goal: first letter 3 ms; PSS 5 MB");
    let alone = folder.join("alone");
    fs::create_dir(&alone)?;
    fs::copy(folder.join("queries"), alone.join("queries"))?;
    for _ in 0..RUNS {
        sessions(&alone, 1)?;
    }
    println!("each of {SESSIONS} sessions; goal: {}", goals.sessions);
    sessions(folder, SESSIONS)
}

/// Goals, in words.
struct Goals {
    import: &'static str,
    session: &'static str,
    /// Empty if many sessions are not measured.
    sessions: &'static str,
}

const HUNDRED_THOUSAND: Goals = Goals {
    import: "6 s, 300 MB",
    session: "opened and first letter 30 ms; keystroke 0.15 ms / p99 2 ms; PSS 14 MB",
    sessions: "PSS 5 MB",
};

const MILLION: Goals = Goals {
    import: "75 s, 500 MB",
    session: "keystroke 0.5 ms / p99 10 ms; PSS 40 MB",
    sessions: "",
};

/// Prepares the search of the pack, checking its lines, and prints the time and the memory.
fn prepare(folder: &Path) {
    let start = Instant::now();
    let assets = assets(folder);
    if let Some(failure) = assets.packs.iter().find_map(Pack::failure) {
        println!("{failure:?}");
    }
    let scheduled = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let used = scheduled.split(' ').next();
    let used: f64 = used.and_then(|used| used.parse().ok()).unwrap_or_default();
    println!(
        "prepared in {:.2} s, {:.2} s of a processor, with {:.0} MB",
        start.elapsed().as_secs_f64(),
        used / 1e9,
        kilobytes("/proc/self/status", "VmHWM:") / 1024.0
    );
}

/// Returns the content with the pack in a folder; its search is prepared there.
fn assets(folder: &Path) -> Assets {
    let pack = Pack::open(&folder.join("pack.jsonl"), false);
    let assets = Assets::embedded().with_packs(pack.into_iter().collect());
    let place = PreparedPlace {
        path: folder.join("packs.index"),
        readers: Readers::Owner,
    };
    assets.with_prepared_packs(&[place], &|work| work())
}

/// Runs sessions at once, and prints what the last one measured.
fn sessions(folder: &Path, count: usize) -> io::Result<()> {
    let program = std::env::current_exe()?;
    let spawn = |_| {
        Command::new(&program)
            .arg("session")
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
    };
    let mut running = Vec::new();
    for number in 0..count {
        let mut child: Child = spawn(number)?;
        let mut lines = BufReader::new(child.stdout.take().ok_or(io::ErrorKind::Other)?);
        let mut times = String::new();
        lines.read_line(&mut times)?;
        running.push((child, lines, times));
    }
    for (number, (child, lines, times)) in running.iter_mut().enumerate() {
        if number + 1 == count {
            let mut memory = String::new();
            writeln!(child.stdin.as_mut().ok_or(io::ErrorKind::Other)?)?;
            lines.read_line(&mut memory)?;
            print!("  {times}  {memory}");
        }
    }
    for (child, ..) in &mut running {
        drop(child.stdin.take());
        child.wait()?;
    }
    Ok(())
}

/// Measures one session: prints its times, and once it is asked its memory.
fn session(folder: &Path) {
    let start = Instant::now();
    let assets = assets(folder);
    let opened = start.elapsed();
    let start = Instant::now();
    let directory = assets.directory().unwrap_or_default();
    let index = assets.index(&directory);
    let made = start.elapsed();
    search(&index, &directory, "", Region::Ns);
    search(&index, &directory, "h", Region::Ns);
    let first = start.elapsed();
    let queries = fs::read_to_string(folder.join("queries")).unwrap_or_default();
    let queries = queries.lines().filter_map(|line| line.split_once('\t'));
    let queries: Vec<(Region, &str)> = queries
        .filter_map(|(region, text)| Some((Region::from_code(region)?, text)))
        .collect();
    for (region, text) in queries.iter().take(SEARCHES) {
        search(&index, &directory, text, *region);
    }
    let memory = memory();
    let mut times: Vec<Duration> = Vec::new();
    for (region, text) in &queries {
        for (end, letter) in text.char_indices() {
            let typed = &text[..end + letter.len_utf8()];
            let start = Instant::now();
            search(&index, &directory, typed, *region);
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    let at = |hundredths: usize| times[(times.len() * hundredths / 100).min(times.len() - 1)];
    println!(
        "pack opened in {opened:.1?}; Directory and first letter {first:.1?} (index {made:.1?}); keystroke with its rows {:.1?} / p99 {:.1?}",
        at(50),
        at(99)
    );
    let mut line = String::new();
    let _ = io::stdin().read_line(&mut line);
    println!(
        "memory after {SEARCHES} searches: {memory}; now {}",
        self::memory()
    );
    let _ = io::stdin().read_line(&mut line);
}

/// Rows of hits on a screen of 80×24.
const ROWS: usize = 18;

/// Searches, and reads the contacts of the rows on the screen.
fn search(index: &Index, directory: &Directory, text: &str, region: Region) -> usize {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let context = Context {
        language: Language::En,
        region,
        place: None,
        preferred: &HashSet::new(),
    };
    let hits = index.search(&query, &context);
    let shown = hits
        .hits
        .iter()
        .take(ROWS)
        .map(|hit| match index.item(hit) {
            havre::search::Item::Contact(index) => directory[index].phones.len(),
            havre::search::Item::Topic(_) => 0,
        });
    shown.sum()
}

/// Returns the proportional and the private memory of this process.
fn memory() -> String {
    let of = |name: &str| kilobytes("/proc/self/smaps_rollup", name) / 1024.0;
    let private = of("Private_Clean:") + of("Private_Dirty:");
    format!("PSS {:.1} MB, private {private:.1} MB", of("Pss:"))
}

/// Returns the sum of the lines of a name in a file of the kernel.
fn kilobytes(file: &str, name: &str) -> f64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.strip_prefix(name));
    let numbers = lines.filter_map(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    numbers.sum()
}
