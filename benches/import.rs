//! Time and memory of converting a directory in HSDS to a pack, compared with `jq length` and
//! Python's `json` on the same file, if these are installed.
//!
//! ```text
//! cargo bench --bench import                 100,000 services
//! cargo bench --bench import -- 1000000      a million
//! ```
//!
//! Measured on 2026-11-29, on two cores beside other builds; the conversion alone of 100,000 services (136 MB), and
//! others on the same file, of a processor:
//!
//! | | load 4 | load 8 |
//! |---|---|---|
//! | conversion alone (goal: 60 MB/s) | 2.26 s, 60 MB/s | 2.52 s, **54 MB/s** |
//! | jq length | | 3.6 s, 38 MB/s |
//! | Python's json | | 3.6 s, 38 MB/s |
//!
//! The conversion takes 15 MB of memory, jq 1.2 GB, Python 0.8 GB. The parser of the JSON takes a seventh of it, the
//! allocator a seventh, to write the contacts a tenth, and no other part more than an eighth. With the search prepared,
//! an import took 5.9 s, 23 MB/s, in 90 MB, when the conversion still took 4.0 s.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use havre::directory::Contact;
use havre::directory::packs::write;
use havre::interchange::hsds::records::Records;
use havre::interchange::hsds::{Converter, Origin};

/// Default number of services of the file.
const SERVICES: usize = 100_000;
/// Interval of the measurements of a program's memory.
const LOOK: Duration = Duration::from_millis(5);
/// Argument by which this program calls itself to convert a file.
const CONVERT: &str = "--convert";
/// Size of the buffers of a conversion in bytes, as in an import.
const BUFFER: usize = 256 * 1024;
/// Number of runs of up to [`SERVICES`], of which the best counts: the machine may be busy with other work.
const RUNS: usize = 3;

/// Pseudorandom number generator (`SplitMix64`, Steele and others, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap_or(0) % end
    }

    fn words(&mut self, count: usize) -> String {
        const SYLLABLES: [&str; 16] = [
            "ka", "mi", "ro", "len", "dor", "ville", "ton", "ash", "bel", "cor", "dun", "el",
            "far", "gan", "har", "jor",
        ];
        let mut text = String::new();
        for word in 0..count {
            text += if word == 0 { "" } else { " " };
            for _ in 0..2 + self.below(2) {
                text += SYLLABLES[self.below(SYLLABLES.len())];
            }
        }
        text
    }
}

/// Returns a service with the structure and size of a real one.
fn service(index: usize, chance: &mut Chance) -> String {
    const TOWNS: [(&str, &str); 6] = [
        ("Truro", "NS"),
        ("Halifax", "NS"),
        ("Ottawa", "ON"),
        ("Calgary", "AB"),
        ("Regina", "SK"),
        ("Moncton", "NB"),
    ];
    const TERMS: [&str; 5] = [
        "Counselling",
        "Victim Services",
        "Quilting",
        "Food Bank",
        "Legal Aid",
    ];
    let (town, province) = TOWNS[chance.below(TOWNS.len())];
    let (name, words) = (chance.words(3), chance.words(45));
    let (line, street) = (chance.below(10_000), chance.below(999));
    let (one, other) = (TERMS[chance.below(5)], TERMS[chance.below(5)]);
    let society = index / 3;
    let mut text = String::new();
    let _ = write!(
        text,
        r#"{{"id":"{index:08x}-0000-4000-8000-000000000000","name":"{name}","description":"{words}.","status":"active","assured_date":"2026-10-01","url":"https://example.org/{index}","email":"line{index}@example.org","organization":{{"id":"o{society}","name":"Society {society}","description":"Helps."}},"phones":[{{"id":"p{index}","number":"902-555-{line:04}","type":"voice","description":"Main line"}},{{"id":"q{index}","number":"1-800-555-{line:04}","extension":7,"type":"fax"}}],"schedules":[{{"id":"s{index}","freq":"WEEKLY","byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:00"}}],"languages":[{{"code":"en"}},{{"code":"fr"}}],"service_areas":[{{"id":"a{index}","name":"{town}"}}],"attributes":[{{"taxonomy_term":{{"name":"{one}"}}}},{{"taxonomy_term":{{"name":"{other}"}}}}],"service_at_locations":[{{"id":"l{index}","location":{{"id":"l{index}","location_type":"physical","name":"Hall","addresses":[{{"address_1":"{street} Quill Lane","city":"{town}","state_province":"{province}","postal_code":"B2N 1A1","country":"CA","address_type":"physical"}}]}}}}]}}"#
    );
    text
}

fn write_file(path: &Path, count: usize) -> std::io::Result<()> {
    let mut output = BufWriter::new(File::create(path)?);
    let mut chance = Chance(2026);
    for index in 0..count {
        output.write_all(if index == 0 { b"[\n" } else { b",\n" })?;
        output.write_all(service(index, &mut chance).as_bytes())?;
    }
    output.write_all(b"\n]\n")?;
    output.flush()
}

/// Returns the processor time of a program and its peak memory in bytes; `None` if it is missing or
/// fails.
fn measured(command: &mut Command) -> Option<(Duration, u64)> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let (mut used, mut memory) = (Duration::ZERO, 0);
    loop {
        let ended = child.try_wait().ok()?;
        if let Some(status) = ended {
            return status
                .success()
                .then_some((used.max(start.elapsed() / 1_000), memory));
        }
        if let Some((time, most)) = usage(&child) {
            (used, memory) = (time, most.max(memory));
        }
        std::thread::sleep(LOOK);
    }
}

/// Returns the processor time of a process and its peak memory in bytes, according to the kernel.
fn usage(child: &Child) -> Option<(Duration, u64)> {
    let folder = format!("/proc/{}", child.id());
    let status = fs::read_to_string(format!("{folder}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let memory: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    let schedule = fs::read_to_string(format!("{folder}/schedstat")).ok()?;
    let time: u64 = schedule.split_whitespace().next()?.parse().ok()?;
    Some((Duration::from_nanos(time), memory * 1024))
}

fn best(runs: usize, make: impl Fn() -> Command) -> Option<(Duration, u64)> {
    let runs = (0..runs).filter_map(|_| measured(&mut make()));
    runs.min()
}

fn say(name: &str, size: u64, result: Option<(Duration, u64)>) {
    let Some((time, memory)) = result else {
        println!("{name:<22} not at hand");
        return;
    };
    #[expect(clippy::cast_precision_loss, reason = "figures of three digits")]
    let (size, memory) = (size as f64 / 1e6, memory as f64 / 1e6);
    let speed = size / time.as_secs_f64();
    println!(
        "{name:<22} {:>7.2} s {speed:>7.1} MB/s {memory:>8.1} MB at most",
        time.as_secs_f64()
    );
}

/// Converts a file to a pack, without the preparation of the search.
fn convert(file: &str, pack: &str) -> std::io::Result<()> {
    let mut output = BufWriter::with_capacity(BUFFER, File::create(pack)?);
    let mut sink = |contact: &Contact, json: &str| write::written(contact, json, &mut output);
    let origin = Origin {
        pack: "bench".to_owned(),
        date: "2026-11-27".to_owned(),
        region: None,
    };
    let mut converter = Converter::new(origin, &mut sink);
    let mut records = Records::of(BufReader::with_capacity(BUFFER, File::open(file)?));
    let broken = |broken| std::io::Error::other(format!("{broken:?}"));
    while let Some(raw) = records.next_record().map_err(broken)? {
        converter.json(raw.number, raw.json)?;
    }
    converter.finish()?;
    output.flush()
}

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [first, file, pack] = &words[..]
        && first == CONVERT
    {
        return convert(file, pack);
    }
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let count = numbers.next().unwrap_or(SERVICES);
    let runs = if count > SERVICES { 1 } else { RUNS };
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("services.json");
    write_file(&file, count)?;
    let size = fs::metadata(&file)?.len();
    println!("{count} services, {} MB", size / 1_000_000);
    let import = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_havre"));
        command.args(["import", "--kind", "hsds", "--name", "bench", "--data-dir"]);
        command.arg(folder.path().join("data")).arg(&file);
        command
    };
    let conversion = || {
        let mut command = Command::new(std::env::current_exe().unwrap_or_default());
        command.arg(CONVERT).arg(&file);
        command.arg(folder.path().join("converted.jsonl"));
        command
    };
    say("conversion alone", size, best(runs, conversion));
    say("havre import", size, measured(&mut import()));
    say("havre import, newer", size, best(runs, import));
    let pack = folder.path().join("data/directory.d/bench.jsonl");
    println!("the pack has {} MB", fs::metadata(pack)?.len() / 1_000_000);
    say(
        "jq length",
        size,
        best(runs, || with("jq", &["length"], &file)),
    );
    let python = ["-c", "import json, sys; len(json.load(open(sys.argv[1])))"];
    say(
        "python3 json.load",
        size,
        best(runs, || with("python3", &python, &file)),
    );
    Ok(())
}

fn with(program: &str, arguments: &[&str], file: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    command
}
