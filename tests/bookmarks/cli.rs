//! Output and exit codes of `havre bookmarks …` and `havre corrections`.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use havre::bookmarks::{Change, List, Mark, Store, Wrong};
use havre::cli::commands::{bookmarks, corrections};
use havre::cli::context;
use havre::cli::output::progress::Progress;
use havre::directory::Directory;
use havre::i18n::{Language, Messages};
use havre::paths::{Paths, WorkerName};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{at, contacts, fixtures, note, on_disk, remove};

/// Machine of a worker, with the output of a command.
struct Machine {
    _home: TempDir,
    data_dir: PathBuf,
    worker: Option<WorkerName>,
    directory: Rc<Directory>,
    language: Language,
    second: i64,
}

struct Said {
    code: u8,
    out: String,
    errors: String,
}

impl Machine {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let data_dir = home.path().join("havre");
        let (directory, language) = (
            Rc::new(fixtures::assets().directory().unwrap()),
            Language::En,
        );
        Self {
            _home: home,
            data_dir,
            worker: None,
            directory,
            language,
            second: 0,
        }
    }

    fn paths(&self) -> Paths {
        Paths::find(Some(self.data_dir.clone()), self.worker.clone()).unwrap()
    }

    fn file(&self) -> PathBuf {
        self.paths().bookmarks()
    }

    fn run(&mut self, arguments: &[&str]) -> Said {
        self.run_answering(arguments, "")
    }

    fn run_answering(&mut self, arguments: &[&str], answer: &str) -> Said {
        self.second += 1;
        let messages = Messages::of(self.language);
        let (mut out, mut errors, mut input) = (Vec::new(), Vec::new(), answer.as_bytes());
        let host = self.file().with_file_name("").into_os_string();
        let environment = |name: &str| (name == "HAVRE_HOST_DIR").then(|| host.clone());
        let mut context = context::Context {
            messages,
            definition: havre::cli::command,
            whereabouts: None,
            data_dir: Some(self.data_dir.clone()),
            worker: self.worker.clone(),
            kept_aside: false,
            directory: Some(Rc::clone(&self.directory)),
            packs: Vec::new(),
            environment: &environment,
            now: at(self.second),
            stdin: &mut input,
            is_typed: false,
            stdout: &mut out,
            stderr: &mut errors,
            progress: Progress::NEVER,
        };
        let code = if arguments[0] == "corrections" {
            let matches = corrections::command(messages).get_matches_from(arguments);
            corrections::run(&matches, &mut context)
        } else {
            let matches = bookmarks::command(messages).get_matches_from(arguments);
            bookmarks::run(&matches, &mut context)
        };
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said {
            code: code.unwrap().code(),
            out: text(out),
            errors: text(errors),
        }
    }
}

#[test]
fn a_bookmark_is_added_noted_listed_and_removed() {
    let mut machine = Machine::new();
    let contact = contacts(1).remove(0);
    let id = contact.id.as_str();
    assert_eq!(
        machine.run(&["bookmarks", "list"]).code,
        1,
        "nothing is there yet"
    );
    let said = machine.run(&["bookmarks", "add", id]);
    assert_eq!((said.code, said.errors.as_str()), (0, ""));
    assert!(said.out.starts_with("Bookmarked: "), "{}", said.out);
    assert!(
        machine
            .run(&["bookmarks", "add", id])
            .out
            .starts_with("Bookmarked already")
    );
    assert_eq!(
        machine
            .run(&["bookmarks", "note", id, "ask for the night desk"])
            .code,
        0
    );
    for (length, code) in [(2001, 2), (2000, 0)] {
        let long = "é".repeat(length);
        assert_eq!(machine.run(&["bookmarks", "note", id, &long]).code, code);
    }
    machine.run(&["bookmarks", "note", id, "ask for the night desk"]);

    let said = machine.run(&["bookmarks", "list"]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("    note: ask for the night desk"),
        "{}",
        said.out
    );
    assert!(said.out.contains(&contact.phones[0].number), "{}", said.out);
    let json: Value =
        serde_json::from_str(&machine.run(&["bookmarks", "list", "--json"]).out).unwrap();
    assert_eq!(json["schema"], 1);
    let bookmark = &json["bookmarks"][0];
    assert_eq!(bookmark["id"], id);
    assert_eq!(bookmark["note"], "ask for the night desk");
    assert_eq!(bookmark["missing"], false);

    assert_eq!(machine.run(&["bookmarks", "remove", id]).code, 0);
    assert_eq!(machine.run(&["bookmarks", "remove", id]).code, 1);
    let json = machine.run(&["bookmarks", "list", "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["bookmarks"], serde_json::json!([]));
}

#[test]
fn unknown_contact_or_empty_list_exits_1() {
    let mut machine = Machine::new();
    let said = machine.run(&["bookmarks", "add", "no-such-contact"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(said.errors, "No contact has the id no-such-contact.\n");
    assert_eq!(
        machine
            .run(&["bookmarks", "note", "no-such-contact", "x"])
            .code,
        1
    );
    assert_eq!(machine.run(&["bookmarks", "restore"]).code, 1);
    assert_eq!(machine.run(&["bookmarks", "merge"]).code, 1);
    assert_eq!(machine.run(&["corrections"]).code, 1);
    for words in [&["--json"][..], &["--format", "json"]] {
        let said = machine.run(&[&["corrections"], words].concat());
        let empty: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(empty, serde_json::json!({"schema": 1, "packs": []}));
        assert_eq!(said.code, 1, "as without JSON");
    }
    assert!(!machine.file().exists(), "asking writes nothing");
}

#[test]
fn a_note_may_come_from_standard_input() {
    let mut machine = Machine::new();
    let id = contacts(1).remove(0).id;
    machine.run(&["bookmarks", "add", &id]);
    let said = machine.run_answering(&["bookmarks", "note", &id, "-"], "ask for the night desk\n");
    assert_eq!(said.code, 0);
    assert_eq!(
        on_disk(&machine.file()).get(&id).unwrap().note(),
        "ask for the night desk"
    );
}

#[test]
fn a_note_that_looks_like_a_persons_data_is_saved_with_a_warning() {
    let mut machine = Machine::new();
    let id = contacts(1).remove(0).id;
    machine.run(&["bookmarks", "add", &id]);
    let said = machine.run(&["bookmarks", "note", &id, "born 1991-05-04"]);
    assert_eq!(said.code, 0);
    assert!(said.errors.contains("a date of birth"), "{}", said.errors);
    assert_eq!(
        on_disk(&machine.file()).get(&id).unwrap().note(),
        "born 1991-05-04"
    );
}

#[test]
fn other_copies_are_merged_and_bad_ones_refused() {
    let mut machine = Machine::new();
    let all = contacts(3);
    machine.run(&["bookmarks", "add", &all[0].id]);
    let folder = machine.data_dir.clone();
    let other = folder.join("stick.json");
    let mut store = Store::open(&other, at(0)).store;
    store.apply(Change::add(&all[1], at(0)), at(0)).unwrap();
    let merge = ["bookmarks", "merge", other.to_str().unwrap()];
    for answer in ["", "no\n"] {
        let said = machine.run_answering(&merge, answer);
        assert_eq!(said.code, 1, "no answer is no");
        assert_eq!(on_disk(&machine.file()).len(), 1);
    }
    let said = machine.run_answering(&merge, "yes\n");
    let new = format!("New bookmark: {}, ", all[1].name(Language::En));
    assert_eq!(said.code, 0);
    assert!(said.out.starts_with(&new), "{}", said.out);
    assert!(
        said.out.ends_with("Type yes to go on:\nMerged.\n"),
        "{}",
        said.out
    );
    assert_eq!(machine.run(&merge).out, "Nothing in it is new.\n");

    let bad = folder.join("bad.json");
    fs::write(&bad, "no list at all").unwrap();
    let said = machine.run(&["bookmarks", "merge", bad.to_str().unwrap()]);
    assert_eq!(said.code, 3);
    assert!(
        said.errors.contains("nothing that could be merged"),
        "{}",
        said.errors
    );
    let said = machine.run(&["bookmarks", "merge", "/no/such/file"]);
    assert_eq!(said.code, 3, "{}", said.errors);

    let conflict = folder.join("bookmarks.sync-conflict-20261112-101010-ABCDEFG.json");
    let numbered = folder.join("bookmarks (1).json");
    fs::rename(&other, &conflict).unwrap();
    fs::copy(&conflict, &numbered).unwrap();
    machine.run(&["bookmarks", "remove", &all[1].id]);
    let said = machine.run(&["bookmarks", "merge"]);
    assert!(said.errors.contains("2 other copies"), "{}", said.errors);
    assert_eq!(
        said.out, "Nothing in it is new.\n",
        "the removal is newer than the copies"
    );
    assert!(
        !conflict.exists() && !numbered.exists(),
        "they are not offered again"
    );
    assert_eq!(machine.run(&["bookmarks", "merge"]).code, 1);
}

#[test]
fn a_merge_says_all_that_it_brings() {
    let mut machine = Machine::new();
    let all = contacts(3);
    let own = |number: &str| Change::OwnAdd {
        id: "own-7".to_owned(),
        contact: serde_json::from_value(serde_json::json!({"name": "Night desk",
            "phones": [{"number": number, "kind": "voice"}], "category": "police", "region": "NS"}))
        .unwrap(),
    };
    let mut hers = Store::open(&machine.file(), at(0)).store;
    for change in [
        Change::add(&all[0], at(0)),
        Change::add(&all[1], at(0)),
        own("902-555-0123"),
    ] {
        hers.apply(change, at(0)).unwrap();
    }
    let other = machine.data_dir.join("stick.json");
    fs::copy(machine.file(), &other).unwrap();
    let mut theirs = Store::open(&other, at(1)).store;
    for change in [
        note(&all[0].id, "ask for the night desk"),
        remove(&all[1].id),
        own("902-555-0199"),
        Change::mark(&all[2], Mark::Reached, "", "2026-11-12".parse().unwrap()),
    ] {
        theirs.apply(change, at(2)).unwrap();
    }
    let merge = ["bookmarks", "merge", "--yes", other.to_str().unwrap()];
    let said = machine.run(&merge);
    let name = |place: usize| all[place].name(Language::En).to_owned();
    for line in [
        format!("Note on {}: ask for the night desk", name(0)),
        format!("Bookmark removed: {}", name(1)),
        "Other numbers: Night desk, 902-555-0199 in place of 902-555-0123".to_owned(),
        format!("Mark on {}: reached and correct", name(2)),
    ] {
        assert!(
            said.out.lines().any(|said| said == line),
            "{line}: {}",
            said.out
        );
    }
    assert_eq!(said.code, 0);
    assert!(
        said.out.ends_with("Merged.\n"),
        "--yes asks nothing: {}",
        said.out
    );
}

#[test]
fn later_removal_is_named_and_stands() {
    let mut machine = Machine::new();
    let all = contacts(2);
    for contact in &all {
        machine.run(&["bookmarks", "add", &contact.id]);
    }
    let other = machine.data_dir.join("stick.json");
    fs::copy(machine.file(), &other).unwrap();
    machine.run(&["bookmarks", "remove", &all[1].id]);
    let said = machine.run(&["bookmarks", "import", other.to_str().unwrap()]);
    let line = format!("Stays removed: {}, ", all[1].name(Language::En));
    assert!(said.out.starts_with(&line), "{}", said.out);
    assert!(
        said.out.ends_with("Nothing else in it is new.\n"),
        "{}",
        said.out
    );
    assert_eq!(said.code, 0);
    assert_eq!(on_disk(&machine.file()).len(), 1);
}

#[test]
fn a_merge_says_the_numbers_of_the_directory() {
    let mut machine = Machine::new();
    let all = contacts(1);
    let mut stored = all[0].clone();
    stored.phones[0].number = "902-555-0199".to_owned();
    let other = machine.data_dir.join("stick.json");
    let mut theirs = Store::open(&other, at(0)).store;
    let own = Change::OwnAdd {
        id: "own-7".to_owned(),
        contact: serde_json::from_value(serde_json::json!({"name": all[0].name(Language::En),
            "phones": [{"number": "902-555-0123", "kind": "voice"}], "category": "police", "region": "NS"}))
        .unwrap(),
    };
    for change in [Change::add(&stored, at(0)), own] {
        theirs.apply(change, at(0)).unwrap();
    }
    let said = machine.run(&["bookmarks", "import", other.to_str().unwrap(), "--yes"]);
    let numbers = all[0].numbers().join(", ");
    for line in [
        format!("    The directory has {numbers}, and these count."),
        format!(
            "    “{}” has other numbers in the directory: {0} ({}), {numbers}. Confirm which are right.",
            all[0].name(Language::En),
            all[0].id,
        ),
    ] {
        assert!(
            said.out.lines().any(|said| said == line),
            "{line}: {}",
            said.out
        );
    }
}

#[test]
fn backup_is_restored() {
    let mut machine = Machine::new();
    let all = contacts(5);
    for contact in &all {
        machine.run(&["bookmarks", "add", &contact.id]);
    }
    let names = fs::read_dir(machine.data_dir.join("backups")).unwrap();
    assert_eq!(names.count(), 3, "the newest three are kept");
    let said = machine.run_answering(&["bookmarks", "restore"], "2\n");
    assert_eq!(said.code, 0, "{}", said.errors);
    assert!(
        said.out.contains("1: 4 bookmarks, replaced on "),
        "{}",
        said.out
    );
    assert_eq!(on_disk(&machine.file()).len(), 3);
    assert_eq!(machine.run(&["bookmarks", "restore", "1"]).code, 0);
    assert_eq!(
        on_disk(&machine.file()).len(),
        5,
        "the way back is open, too"
    );
    assert_eq!(
        machine.run_answering(&["bookmarks", "restore"], "\n").code,
        1
    );
    assert_eq!(machine.run(&["bookmarks", "restore", "9"]).code, 1);
}

#[test]
fn wiping_asks_then_removes_all_files_of_one_worker_alone() {
    let mut machine = Machine::new();
    let folder = machine.data_dir.clone();
    let id = contacts(1).remove(0).id;
    machine.run(&["bookmarks", "add", &id]);
    machine.run(&["bookmarks", "note", &id, "x"]);
    fs::write(folder.join("settings.json"), "{}").unwrap();
    fs::create_dir(folder.join("exchange")).unwrap();
    for name in [
        "exchange/card.txt",
        "exchange/.card.txt.4711",
        "exchange.lock",
    ] {
        fs::write(folder.join(name), "988").unwrap();
    }
    machine.worker = WorkerName::parse("Zoé").ok();
    machine.run(&["bookmarks", "add", &id]);
    let hers = machine.file();
    machine.worker = None;

    let said = machine.run_answering(&["bookmarks", "wipe"], "no\n");
    assert_eq!(said.code, 1);
    assert!(machine.file().exists());
    assert_eq!(
        machine.run_answering(&["bookmarks", "wipe"], "").code,
        1,
        "no answer is no"
    );
    machine.language = Language::Fr;
    let said = machine.run_answering(&["bookmarks", "wipe"], "Oui\n");
    assert_eq!(said.code, 0, "{}", said.errors);
    let left: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|item| item.unwrap().file_name())
        .collect();
    assert_eq!(left, ["workers"]);
    assert!(hers.exists(), "another worker's list is none of hers");
    machine.worker = WorkerName::parse("Zoé").ok();
    assert_eq!(machine.run(&["bookmarks", "wipe", "--yes"]).code, 0);
    assert!(!machine.paths().worker_dir().exists());
    assert_eq!(
        machine.run(&["bookmarks", "wipe", "--yes"]).code,
        0,
        "twice is no fault"
    );
}

#[test]
fn results_of_calls_are_printed() {
    let mut machine = Machine::new();
    let all = contacts(2);
    let mut store = Store::open(&machine.file(), at(0)).store;
    let day = "2026-11-12".parse().unwrap();
    store
        .apply(Change::mark(&all[0], Mark::Reached, "", day), at(0))
        .unwrap();
    let wrong = Mark::Wrong {
        kind: Wrong::NumberDead,
        text: "rings out".into(),
    };
    store
        .apply(Change::mark(&all[1], wrong, "", day), at(0))
        .unwrap();
    let said = machine.run(&["corrections"]);
    assert_eq!(said.code, 0);
    let dead = format!(
        "({}): number not in service, 12 November 2026\n    rings out\n",
        all[1].id
    );
    assert!(said.out.contains(&dead), "{}", said.out);
    assert!(
        said.out.find("number not in service") < said.out.find("reached and correct"),
        "{}",
        said.out
    );
    let json: Value = serde_json::from_str(&machine.run(&["corrections", "--json"]).out).unwrap();
    assert_eq!(json["schema"], 1);
    let found = &json["packs"][0]["corrections"];
    assert_eq!(json["packs"][0]["pack"], "havre");
    assert_eq!(found[0]["wrong"], "number-dead");
    assert_eq!(found[0]["words"], serde_json::json!(["rings out"]));
    assert_eq!(found[1]["reached"], true);
    assert_eq!(
        machine.run(&["corrections", "--json"]).out,
        machine.run(&["corrections", "--format", "json"]).out
    );
}

#[test]
fn corrections_of_all_workers_are_merged_and_unreadable_files_named() {
    let mut machine = Machine::new();
    let all = contacts(1);
    let day = "2026-11-12".parse().unwrap();
    let mark = |path: PathBuf, words: &str| {
        let wrong = Mark::Wrong {
            kind: Wrong::NumberDead,
            text: words.into(),
        };
        let mut store = Store::open(&path, at(0)).store;
        store
            .apply(Change::mark(&all[0], wrong, "", day), at(0))
            .unwrap();
    };
    let folder = machine.data_dir.clone();
    mark(machine.file(), "rings out");
    mark(folder.join("workers/alice/bookmarks.json"), "a fax");
    fs::create_dir_all(folder.join("workers/bob/bookmarks.json")).unwrap();
    fs::create_dir_all(folder.join("workers/eve")).unwrap();
    let said = machine.run(&["corrections", "--all-workers"]);
    assert_eq!(said.code, 3, "something could not be read");
    for words in ["rings out", "a fax", "2 workers"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(!said.out.contains("alice"), "nobody is named: {}", said.out);
    assert!(said.errors.contains("workers/bob/bookmarks.json"));
    assert!(
        !said.errors.contains("eve"),
        "without a file nothing is amiss"
    );
    let newer = fs::read_to_string(folder.join("workers/alice/bookmarks.json")).unwrap();
    let newer = newer.replacen("\"version\":1", "\"version\":99", 1);
    let newer = newer.replacen("\"version\": 1", "\"version\": 99", 1);
    fs::write(folder.join("workers/alice/bookmarks.json"), newer).unwrap();
    let said = machine.run(&["corrections", "--all-workers"]);
    let only_in_part = "workers/alice/bookmarks.json is of a newer havre";
    assert!(said.errors.contains(only_in_part), "{}", said.errors);
    let own = machine.run(&["corrections"]);
    assert_eq!(own.code, 0);
    assert!(!own.out.contains("a fax"), "{}", own.out);
}

#[test]
fn given_list_has_no_marks_and_no_removed_entries() {
    let mut giver = Machine::new();
    assert_eq!(
        giver.run(&["bookmarks", "export"]).code,
        1,
        "nothing to give"
    );
    let all = contacts(3);
    for contact in &all {
        giver.run(&["bookmarks", "add", &contact.id]);
    }
    giver.run(&["bookmarks", "note", &all[0].id, "ask for the night desk"]);
    giver.run(&["bookmarks", "remove", &all[2].id]);
    let mark = Change::mark(&all[1], Mark::Reached, "", "2026-11-12".parse().unwrap());
    let mut store = Store::open(&giver.file(), at(90)).store;
    store.apply(mark, at(90)).unwrap();
    let file = giver.file().with_file_name("list.json");
    let path = file.display().to_string();
    let said = giver.run(&["bookmarks", "export", "--output", &path]);
    assert_eq!(said.code, 0, "{}", said.errors);
    assert!(said.errors.contains("rm -- "), "{}", said.errors);

    let mut taker = Machine::new();
    taker.second = 100;
    let said = taker.run_answering(&["bookmarks", "import", &path], "yes\n");
    assert_eq!(said.code, 0, "{}{}", said.out, said.errors);
    assert!(said.out.contains("ask for the night desk"), "{}", said.out);
    let list = Store::open(&taker.file(), at(200)).store;
    let list = list.list();
    assert_eq!(list.len(), 2);
    assert_eq!(
        list.get(&all[0].id).unwrap().note(),
        "ask for the night desk"
    );
    assert_eq!(list.marks().count(), 0, "what she found stays with her");
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains(&all[2].id), "nor what she removed: {text}");
}

#[test]
fn a_message_goes_to_one_address() {
    let mut machine = Machine::new();
    assert_eq!(machine.run(&["corrections", "--format", "eml"]).code, 1);
    let day = "2026-11-12".parse().unwrap();
    let mut store = Store::open(&machine.file(), at(0)).store;
    let mark = Change::mark(&contacts(1)[0], Mark::Reached, "", day);
    store.apply(mark, at(0)).unwrap();
    let said = machine.run(&["corrections", "--format", "eml"]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.starts_with("Subject: =?utf-8?Q?Corrections_to"),
        "{}",
        said.out
    );
    assert!(said.errors.contains("No address is set"), "{}", said.errors);
    let said = machine.run(&["corrections", "--format", "csv", "--pack", "other"]);
    assert_eq!(said.code, 1, "nothing concerns that pack");
}

#[test]
fn a_disk_that_will_not_ends_with_four() {
    let mut machine = Machine::new();
    let file = machine.file();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::create_dir(&file).unwrap();
    let said = machine.run(&["bookmarks", "add", &contacts(1)[0].id]);
    assert_eq!(said.code, 4, "{}{}", said.out, said.errors);
    assert!(said.errors.contains("Not saved"), "{}", said.errors);
}

#[test]
fn a_list_that_could_not_be_read_is_not_called_empty() {
    for language in Language::ALL {
        let mut machine = Machine::new();
        machine.language = language;
        let none = Messages::of(language).text("cli-bookmarks-none");
        let kept = Messages::of(language).text("cli-bookmarks-kept-aside");
        let said = machine.run(&["bookmarks", "list"]);
        assert!(said.errors.contains(&none), "{}", said.errors);
        fs::create_dir_all(machine.file().parent().unwrap()).unwrap();
        fs::write(machine.file(), "{\"bookm").unwrap();
        // The first command rescues the file; the others find an empty one.
        for _ in 0..2 {
            for arguments in [["bookmarks", "list"], ["bookmarks", "export"]] {
                let said = machine.run(&arguments);
                assert_eq!(said.code, 1);
                assert!(
                    said.errors.contains(&kept) && !said.errors.contains(&none),
                    "{}",
                    said.errors
                );
            }
        }
        machine.run(&["bookmarks", "add", &contacts(1)[0].id]);
        let said = machine.run(&["bookmarks", "list"]);
        assert_eq!((said.code, said.errors.as_str()), (0, ""));
    }
}

#[test]
fn a_newer_list_is_shown_and_not_changed() {
    let mut machine = Machine::new();
    let all = contacts(2);
    machine.run(&["bookmarks", "add", &all[0].id]);
    let newer = fs::read_to_string(machine.file())
        .unwrap()
        .replace("\"version\": 1", "\"version\": 2");
    fs::write(machine.file(), &newer).unwrap();
    let said = machine.run(&["bookmarks", "list"]);
    assert!(
        said.out.contains(&all[0].id) && said.errors.contains("newer havre"),
        "{}",
        said.errors
    );
    let said = machine.run(&["bookmarks", "add", &all[1].id]);
    assert_eq!(said.code, 4);
    assert_eq!(fs::read_to_string(machine.file()).unwrap(), newer);
}

#[test]
fn nothing_that_a_terminal_would_obey_is_printed() {
    let mut machine = Machine::new();
    machine.run(&["bookmarks", "add", &contacts(1)[0].id]);
    let text = fs::read_to_string(machine.file()).unwrap();
    let evil =
        "\"note\": {\"at\": \"2026-11-12T00:00:00Z\", \"text\": \"\\u001b[2J\\u202e\"}, \"added\"";
    fs::write(machine.file(), text.replacen("\"added\"", evil, 1)).unwrap();
    let said = machine.run(&["bookmarks", "list"]);
    assert!(said.out.contains("note:  [2J "), "{:?}", said.out);
}

#[test]
fn help_speaks_both_languages_and_every_message_exists() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let mut commands = vec![bookmarks::command(messages), corrections::command(messages)];
        commands[0].build();
        for command in &mut commands {
            let mut help = command.render_long_help().to_string();
            for sub in command.get_subcommands_mut() {
                help += &sub.render_long_help().to_string();
            }
            assert!(
                !help.contains("cli-bookmarks-") && !help.contains("bookmarks-"),
                "{help}"
            );
        }
    }
}

#[test]
fn wiping_follows_symbolic_links_of_the_file_and_of_its_folder() {
    let mut machine = Machine::new();
    let home = machine.data_dir.parent().unwrap().to_owned();
    let (real, synced) = (home.join("real"), home.join("synced"));
    fs::create_dir(&real).unwrap();
    fs::create_dir_all(synced.join("backups")).unwrap();
    fs::write(synced.join("backups").join("photos.zip"), "not havre's").unwrap();
    let list = synced.join("mine.json");
    fs::write(&list, List::default().to_bytes()).unwrap();
    std::os::unix::fs::symlink(&real, &machine.data_dir).unwrap();
    std::os::unix::fs::symlink(&list, real.join("bookmarks.json")).unwrap();
    for contact in contacts(3) {
        assert_eq!(machine.run(&["bookmarks", "add", &contact.id]).code, 0);
    }
    let said = machine.run(&["bookmarks", "wipe", "--yes"]);
    assert_eq!((said.code, said.errors.as_str()), (0, ""));
    assert!(!list.exists() && !machine.file().exists());
    let left: Vec<_> = fs::read_dir(synced.join("backups")).unwrap().collect();
    assert_eq!(left.len(), 1, "what is not havre's stays: {left:?}");
}

#[test]
fn lists_of_the_team_follow_under_their_name_and_a_damaged_one_is_named() {
    let mut machine = Machine::new();
    let folder = machine.file().with_file_name("lists.d");
    fs::create_dir_all(&folder).unwrap();
    let contact = machine.directory.contacts()[0].clone();
    let mut list = List::default();
    list.apply(Change::add(&contact, at(1)), at(1));
    list.apply(note(&contact.id, "ask for Ann"), at(1));
    let text = String::from_utf8(list.to_bytes()).unwrap();
    let named = text.replacen('{', "{ \"name\": \"Night desk\",", 1);
    fs::write(folder.join("a.json"), named).unwrap();
    fs::write(folder.join("b.json"), text.replace("ask for", "\u{1}")).unwrap();
    let said = machine.run(&["bookmarks", "list"]);
    assert_eq!(said.code, 0, "{}", said.errors);
    for words in ["From your team: Night desk (", "ask for Ann", &contact.id] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(
        said.errors.contains("b.json") && said.errors.contains("line "),
        "{}",
        said.errors
    );
    let json = machine.run(&["bookmarks", "list", "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["team"][0]["name"], "Night desk");
    assert_eq!(json["team"][0]["bookmarks"][0]["note"], "ask for Ann");
    assert_eq!(json["bookmarks"].as_array().unwrap().len(), 0);
}
