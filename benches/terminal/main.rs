//! Cost of opening havre, compared with programs that do much less: a bare ratatui list of the same
//! names, and fzf and less if they are installed.
//!
//! Programs take turns within one run, so that other load of the machine affects all of them; the
//! quickest start of each is compared, because noise only adds. The ratios count. `cargo bench
//! --bench terminal` prints them; a number after `--` sets the number of starts of each.
//!
//! Measured on 2026-11-29 at commit f5c52209 (`chrt -f 40` on two cores with a load of 6 to 9): a start took 9.6 ms,
//! with a pack of 100,000 contacts 10.0 ms. After a search in the Directory each of 40 sessions had a PSS of 4.0 MB,
//! and one alone 20.5 MB: 17.2 MB of these are pages of the program's file, which sessions share. The goal of 5 MB for
//! one alone would need a program a third of the size.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a measurement that cannot go on fails"
)]
#![expect(clippy::print_stdout, reason = "the figures are what it is run for")]

mod bare_list;
#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the bench of the search uses the rest")]
mod generate;
#[path = "../../tests/support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the tests use the rest")]
mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use havre::assets::Assets;
use havre::directory::Region;
use havre::i18n::Language;
use havre::settings::Settings;
use support::process::Memory;
use support::{Setup, Terminal, find_tool};
use tempfile::{NamedTempFile, TempDir};

/// Default number of starts of each program.
const STARTS: usize = 40;

/// Number of contacts in the pack of the second program.
const CONTACTS: usize = 100_000;

/// Number of sessions on a shared host (`tests/terminal/ssh/mod.rs` runs as many over SSH).
const CROWD: u64 = 40;

const HAVRE: &str = env!("CARGO_BIN_EXE_havre");

fn main() {
    if let Some(names) = std::env::var_os(bare_list::NAMES) {
        return bare_list::run(Path::new(&names)).unwrap();
    }
    let names = names();
    let data = data();
    let starts = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(STARTS);
    let with_pack = data_with_pack();
    let programs = programs(names.path(), data.path(), with_pack.path());
    let quickest = race(&programs, starts);
    println!(
        "\n{:<10} {:>11} {:>6} {:>11} {:>11} {:>16} {:>11}",
        "", "start", "", "USS of one", "PSS of one", "PSS each of 40", "binary"
    );
    for (program, start) in programs.iter().zip(&quickest) {
        let one = memory_of(program, 1);
        let crowd = memory_of(program, CROWD);
        println!(
            "{:<10} {:>8.2} ms {:>5.2}× {:>8} kB {:>8} kB {:>13} kB {:>8} kB",
            program.name,
            start.as_secs_f64() * 1000.0,
            quickest[0].as_secs_f64() / start.as_secs_f64(),
            one.private,
            one.shared_in_part,
            crowd.shared_in_part,
            program.size() / 1024,
        );
    }
    let searched = memory_after_a_search(&programs[0]);
    println!(
        "havre after a search: USS {} kB, PSS {} kB",
        searched.private, searched.shared_in_part
    );
    println!(
        "goals: USS of one <= 2500 kB, PSS of each of {CROWD} <= 1500 kB, after a search PSS <= 5000 kB;"
    );
    println!("start with a pack of {CONTACTS} contacts: at least 0.91× that of havre");
}

/// Program to start in a terminal of 80×24.
struct Program {
    name: &'static str,
    executable: PathBuf,
    arguments: Vec<String>,
    environment: Option<(&'static str, String)>,
}

impl Program {
    fn start(&self) -> Terminal {
        let arguments = self.arguments.iter().map(String::as_str);
        let setup = Setup::of(&self.executable).args(arguments);
        match &self.environment {
            Some((name, value)) => setup.env(name, value),
            None => setup,
        }
        .start()
    }

    /// Starts the program, and waits until the screen is full.
    fn open(&self) -> Terminal {
        let terminal = self.start();
        terminal.wait_for(self.name, is_full);
        terminal
    }

    /// Returns the size of the executable in bytes.
    fn size(&self) -> u64 {
        std::fs::metadata(&self.executable).unwrap().len()
    }
}

/// Returns true if the first row and the last have text: each of the programs fills all rows
/// between.
fn is_full(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let mut rows = screen.rows(0, columns.get()).take(rows.get().into());
    let written = |row: Option<String>| row.is_some_and(|row| !row.trim().is_empty());
    written(rows.next()) && written(rows.last())
}

/// Returns the programs to compare, havre first.
fn programs(names: &Path, data: &Path, with_pack: &Path) -> Vec<Program> {
    let names = names.to_str().unwrap().to_owned();
    let arguments = |arguments: &[&str]| arguments.iter().map(ToString::to_string).collect();
    let havre = |name, data: &Path| Program {
        name,
        executable: HAVRE.into(),
        arguments: arguments(&["--data-dir", data.to_str().unwrap()]),
        environment: None,
    };
    let mut programs = vec![
        havre("havre", data),
        havre("with pack", with_pack),
        Program {
            name: "bare list",
            executable: std::env::current_exe().unwrap(),
            arguments: Vec::new(),
            environment: Some((bare_list::NAMES, names.clone())),
        },
    ];
    if let Some(executable) = find_tool("fzf") {
        programs.push(Program {
            name: "fzf",
            executable,
            arguments: Vec::new(),
            // The default would start `find`.
            environment: Some(("FZF_DEFAULT_COMMAND", format!("cat {names}"))),
        });
    }
    if let Some(executable) = find_tool("less") {
        programs.push(Program {
            name: "less",
            executable,
            arguments: arguments(&[&names]),
            environment: None,
        });
    }
    programs
}

/// Creates the folder of a worker who answered the questions of the first start: the measured start
/// is an ordinary one, which writes nothing.
fn data() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        language: Some(Language::En),
        region: Some(Region::Ns),
        ..Settings::default()
    };
    settings.save(&folder.path().join("settings.json")).unwrap();
    folder
}

/// Creates the folder of a worker with a large pack, whose search is prepared.
fn data_with_pack() -> TempDir {
    let folder = data();
    let real = Assets::embedded().contacts().unwrap();
    let packs = folder.path().join("directory.d");
    std::fs::create_dir(&packs).unwrap();
    let contacts = generate::contacts(CONTACTS, &real);
    generate::write_pack(&packs.join("generated.jsonl"), &contacts).unwrap();
    let prepare = ["packs", "--data-dir", folder.path().to_str().unwrap()];
    let done = std::process::Command::new(HAVRE).args(prepare).status();
    assert!(
        done.unwrap().success(),
        "the search of the pack is prepared"
    );
    folder
}

/// Returns the names of all contacts, one a line.
fn names() -> NamedTempFile {
    let directory = Assets::embedded().directory().unwrap();
    let mut text = String::new();
    for contact in directory.contacts() {
        writeln!(text, "{}", contact.name(Language::En)).unwrap();
    }
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

/// Returns the quickest start of each.
fn race(programs: &[Program], starts: usize) -> Vec<Duration> {
    let mut quickest = vec![Duration::MAX; programs.len()];
    for _ in 0..starts {
        for (program, quickest) in programs.iter().zip(&mut quickest) {
            let start = Instant::now();
            let terminal = program.open();
            *quickest = start.elapsed().min(*quickest);
            drop(terminal);
        }
    }
    quickest
}

/// Returns the mean memory of one session while this number of sessions runs.
fn memory_of(program: &Program, sessions: u64) -> Memory {
    let open: Vec<Terminal> = (0..sessions).map(|_| program.open()).collect();
    for terminal in &open {
        terminal.settled();
    }
    let all: Vec<Memory> = open
        .iter()
        .map(|terminal| terminal.process().memory())
        .collect();
    Memory {
        shared_in_part: all.iter().map(|one| one.shared_in_part).sum::<u64>() / sessions,
        private: all.iter().map(|one| one.private).sum::<u64>() / sessions,
    }
}

/// Returns the memory of havre after a search.
fn memory_after_a_search(havre: &Program) -> Memory {
    let mut terminal = havre.open();
    terminal.send("/");
    terminal.send("shelter halifax");
    terminal.wait_for_text("Halifax");
    terminal.settled();
    terminal.process().memory()
}
