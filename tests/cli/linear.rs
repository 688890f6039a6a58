//! Complexity of the commands: linear in the size of their input.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Creates a data folder with this number of own contacts, all bookmarked, and a directory with as
/// many.
fn folder(count: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let stamp = "2026-11-12T00:00:00Z";
    let number = |place: usize| format!("902-{}-{:04}", 200 + place / 10_000, place % 10_000);
    let join =
        |record: &dyn Fn(usize) -> String| (0..count).map(record).collect::<Vec<_>>().join(",\n");
    let own = join(&|place| {
        format!(
            r#"{{"id": "own-{place:06}", "at": "{stamp}", "contact": {{"name": "Desk {place}", "category":
            "police", "region": "NS", "phones": [{{"number": "{}", "kind": "voice"}}]}}}}"#,
            number(place)
        )
    });
    let bookmarks = join(&|place| format!(r#"{{"id": "own-{place:06}", "added": "{stamp}"}}"#));
    let list = format!(r#"{{"version": 1, "bookmarks": [{bookmarks}], "own": [{own}]}}"#);
    fs::write(home.path().join("bookmarks.json"), list).unwrap();
    let contacts = join(&|place| {
        format!(
            r#"{{"id": "ns-{place:06}", "name": {{"en": "Desk {place}", "fr": "Bureau {place}"}},
            "organization": "Desks", "categories": ["police"], "region": "NS", "phones":
            [{{"number": "{}", "kind": "voice"}}], "sources": [], "checked": "2026-11-01"}}"#,
            number(place)
        )
    });
    fs::create_dir(home.path().join("directory")).unwrap();
    let file = home.path().join("directory/ns.json");
    fs::write(file, format!("[{contacts}]")).unwrap();
    imports(home.path(), count);
    home
}

/// Writes files to import: a service with as many facts of each kind, as many records of one service, and
/// tables with as many rows.
fn imports(home: &Path, count: usize) {
    let join = |fact: &dyn Fn(usize) -> String| {
        let all: Vec<String> = (0..count).map(fact).collect();
        all.join(",")
    };
    let facts = [
        (
            "phones",
            join(&|place| format!(r#"{{"number": "902-555-{place}"}}"#)),
        ),
        (
            "languages",
            join(&|place| format!(r#"{{"name": "Quill {place}"}}"#)),
        ),
        (
            "keywords",
            join(&|place| format!(r#"{{"name": "Quilt {place}"}}"#)),
        ),
        (
            "addresses",
            join(&|place| format!(r#"{{"city": "Town {place}"}}"#)),
        ),
        (
            "accessibility",
            join(&|place| format!(r#"{{"description": "Ramp {place}"}}"#)),
        ),
        (
            "schedules",
            join(&|place| {
                format!(
                    r#"{{"byday": "MO", "opens_at": "9:00", "closes_at": "17:00", "until": "{place}"}}"#
                )
            }),
        ),
        (
            "cost_options",
            join(&|place| format!(r#"{{"option": "Fee {place}"}}"#)),
        ),
        (
            "service_areas",
            join(&|place| format!(r#"{{"name": "Area {place}"}}"#)),
        ),
    ];
    let facts = facts.map(|(name, list)| format!(r#""{name}": [{list}]"#));
    let facts = facts.join(",");
    let one = format!(
        r#"{{"id": "one", "name": "One", "description": "{}", {facts}, "locations": [{{"name": "Hall", {facts}}}]}}"#,
        // Signs that begin markup and end none.
        "&".repeat(40 * count) + &"<".repeat(40 * count)
    );
    fs::write(home.join("one.json"), one).unwrap();
    let record = |place: usize| {
        format!(
            r#"{{"id": "same", "name": "Same", "phones": [{{"number": "902-555-{place}"}}], "keywords": ["Term {place}"]}}"#
        )
    };
    fs::write(home.join("same.json"), format!("[{}]", join(&record))).unwrap();
    tables(home, count);
    address_books(home, count);
}

/// Writes address books: a card with signs that begin markup, one with as many named lines, as many cards, and cells
/// with as many numbers.
fn address_books(home: &Path, count: usize) {
    let join = |line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let card = |name: &str, lines: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:902-555-0101\n{lines}END:VCARD\n")
    };
    let signs = format!("X-DESK:{}\n", "<a".repeat(40 * count));
    fs::write(home.join("signs.vcf"), card("Desk", &signs)).unwrap();
    let line = |group: &str| format!("{group}.TEL:211\n{group}.X-ABLABEL:Line\n");
    let lines = join(&|place| {
        let others = (0..4).map(|other| format!("item{place}-{other}.X-ABLABEL:x\n"));
        line(&format!("item{place}")) + &others.collect::<String>()
    });
    fs::write(home.join("lines.vcf"), card("Desk", &lines)).unwrap();
    let open = format!("NOTE;X=\"{}\n", "aaaaaaaaa=\n ".repeat(4 * count));
    fs::write(home.join("open.vcf"), card("Desk", &open)).unwrap();
    let cards = join(&|place| card(&format!("Desk {place}"), ""));
    fs::write(home.join("cards.vcf"), cards).unwrap();
    let number = |place: usize| format!("902-{}-{:04}", 200 + place / 10_000, place % 10_000);
    let cell = |name: &str, text: &dyn Fn(usize) -> String| {
        let text = format!("Name,Phone\nDesk,\"{}\"\n", join(text));
        fs::write(home.join(name), text).unwrap();
    };
    cell("same.csv", &|_| "902-555-0123 a ".repeat(2));
    cell("spaces.csv", &|_| "902-555-0123 ".repeat(2));
    cell("slashes.csv", &|_| "9/".repeat(4));
    cell("several.csv", &|place| {
        let four = (0..4).map(|other| number(4 * place + other) + "; ");
        four.collect()
    });
}

/// Writes tables of services and their numbers; in every third row a quote has no end.
fn tables(home: &Path, count: usize) {
    let rows = |head: &str, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..count).map(row).collect();
        format!("{head}\n{}\n", rows.join("\n"))
    };
    fs::create_dir(home.join("tables")).unwrap();
    let quote = |place: usize| if place.is_multiple_of(3) { "\"" } else { "" };
    let services = rows("id,name", &|place| {
        format!("s{place},{}Desk {place}", quote(place))
    });
    fs::write(home.join("tables/services.csv"), services).unwrap();
    let phones = rows("id,service_id,number", &|place| {
        format!("p{place},s{place},902-555-{place}")
    });
    fs::write(home.join("tables/phones.csv"), phones).unwrap();
}

/// Returns the processor time of a command in milliseconds; the time that it waits does not count.
fn work(command: &str, home: &Path) -> u64 {
    let script = r#""$@" >/dev/null 2>&1; times"#;
    let words = command.replace("HOME", home.to_str().unwrap());
    let output = Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_havre")])
        .args(words.split(' '))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    // The second line has the time of the children, in user and system mode: `0m0.85s 0m0.02s`.
    let user = said.lines().nth(1).and_then(|line| line.split(' ').next());
    let (minutes, seconds) = user.unwrap().trim_end_matches('s').split_once('m').unwrap();
    let seconds: f64 = seconds.parse().unwrap();
    let minutes: f64 = minutes.parse().unwrap();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some seconds"
    )]
    let milliseconds = ((minutes * 60.0 + seconds) * 1000.0) as u64;
    milliseconds
}

#[test]
fn eight_times_the_contacts_are_no_more_than_sixteen_times_the_work() {
    let (few, many) = (folder(1_000), folder(8_000));
    for command in [
        "bookmarks list --data-dir HOME",
        "bookmarks list --json --data-dir HOME",
        "bookmarks add ca-211 --data-dir HOME",
        "search desk --data-dir HOME",
        "check --directory HOME/directory",
        "doctor --data-dir HOME",
        // Each in a folder of its own: an import prepares the search of all packs that are there.
        "import HOME/one.json --data-dir HOME/of-one",
        "import HOME/same.json --data-dir HOME/of-same",
        "import HOME/tables --data-dir HOME/of-tables",
        "import HOME/signs.vcf --dry-run --data-dir HOME/of-signs",
        "import HOME/lines.vcf --dry-run --data-dir HOME/of-lines",
        "import HOME/open.vcf --dry-run --data-dir HOME/of-open",
        "import HOME/cards.vcf --dry-run --data-dir HOME/of-cards",
        "import HOME/same.csv --dry-run --data-dir HOME/of-cell",
        "import HOME/spaces.csv --dry-run --data-dir HOME/of-cell",
        "import HOME/several.csv --dry-run --data-dir HOME/of-cell",
        "import HOME/slashes.csv --dry-run --data-dir HOME/of-cell",
        "export --format vcard --bookmarks --data-dir HOME",
    ] {
        let works = [few.path(), many.path()].map(|home| work(command, home));
        // The clock of the processor time has steps of ten milliseconds on some systems.
        assert!(works[1] <= 16 * works[0].max(20), "{command}: {works:?} ms");
    }
}
