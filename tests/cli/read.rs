//! `havre show`, `guide` and `completions`, and lists of tab-separated values.

use std::path::Path;
use std::process::Command;

use havre::cli::Exit;
use serde_json::json;

use super::desk::Desk;

#[test]
fn a_card_is_shown_by_id_or_name_in_either_language() {
    let desk = Desk::new();
    for words in [
        &["show", "ca-988"][..],
        &["show", "suicide crisis helpline"],
        &["show", "Suicide", "Crisis", "Helpline"],
        &["show", "ligne d'aide en cas de crise de suicide"],
    ] {
        let run = desk.havre(words);
        assert_eq!(run.exit, Exit::Done, "{words:?}: {}", run.errors);
        assert!(run.out.starts_with("9-8-8"), "{words:?}: {}", run.out);
        assert!(run.out.contains("\n988"), "no signs around: {}", run.out);
    }
    let widest = desk.havre(&["show", "ns-bryony-house", "--lang", "fr"]);
    assert!(
        widest.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        widest.out
    );
}

#[test]
fn a_name_of_none_or_several_says_which_and_ends_with_one() {
    let desk = Desk::new();
    let none = desk.havre(&["show", "xyzzy"]);
    assert_eq!((none.exit, none.out.as_str()), (Exit::NothingFound, ""));
    assert!(none.errors.contains("havre search"), "{}", none.errors);
    let several = desk.havre(&["show", "legal", "aid"]);
    assert_eq!(
        (several.exit, several.out.as_str()),
        (Exit::NothingFound, "")
    );
    assert!(several.errors.contains("    ns-"), "{}", several.errors);
    assert!(several.errors.lines().count() <= 11, "{}", several.errors);
}

#[test]
fn programs_read_a_contact() {
    let desk = Desk::new();
    let run = desk.havre(&["show", "ca-988", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["contact"]["id"], "ca-988");
    assert_eq!(json["open"], true);
}

#[test]
fn own_contact_is_shown_with_its_note() {
    let desk = Desk::new();
    let file = desk.path("night.vcf");
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Night Desk\nTEL:902-555-0123\nEND:VCARD\n";
    std::fs::write(&file, card).unwrap();
    desk.havre(&["import", &file]);
    let shown = desk.havre(&["show", "night", "desk"]);
    assert!(shown.out.contains("902-555-0123"), "{}", shown.errors);
    desk.havre(&["bookmarks", "add", "ca-988"]);
    desk.havre(&["bookmarks", "note", "ca-988", "ask for Jo"]);
    let shown = desk.havre(&["show", "ca-988"]);
    assert!(shown.out.contains("ask for Jo"), "{}", shown.out);
}

#[test]
fn the_guide_is_listed_read_by_tab_and_by_topic() {
    let desk = Desk::new();
    let headings = desk.havre(&["guide"]);
    assert!(
        headings.out.contains("    reporting#consent-first  "),
        "{}",
        headings.out
    );
    let topic = desk.havre(&["guide", "reporting#consent-first"]);
    assert_eq!(topic.exit, Exit::Done, "{}", topic.errors);
    let tab = desk.havre(&["guide", "reporting"]);
    assert!(tab.out.contains(&topic.out), "a tab has all of its topics");
    assert!(tab.out.contains("[ca-"), "numbers stand below: {}", tab.out);
    for words in [["guide", "glossary"], ["guide", "compensation#ns"]] {
        assert_eq!(desk.havre(&words).exit, Exit::Done, "{words:?}");
    }
    for wrong in ["nothing", "reporting#nothing"] {
        let run = desk.havre(&["guide", wrong]);
        assert_eq!((run.exit, run.out.as_str()), (Exit::NothingFound, ""));
        assert!(run.errors.contains(wrong), "{}", run.errors);
    }
}

/// Returns the JSON that a command prints.
fn json(desk: &Desk, arguments: &[&str]) -> serde_json::Value {
    let run = desk.havre(arguments);
    assert_eq!(run.exit, Exit::Done, "{arguments:?}: {}", run.errors);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["schema"], 1, "{arguments:?}");
    json
}

#[test]
fn programs_read_the_guide() {
    let desk = Desk::new();
    for (language, word) in [("en", "Know"), ("fr", "À savoir")] {
        let outline = json(&desk, &["guide", "--json", "--lang", language]);
        let pages = outline["pages"].as_array().unwrap();
        assert_eq!(pages.len(), 6);
        let id = pages[0]["topics"][0]["id"].as_str().unwrap();
        let page = json(&desk, &["guide", id, "--json", "--lang", language]);
        let topics = page["topics"].as_array().unwrap();
        assert_eq!(topics.len(), 1);
        assert_eq!(topics[0]["id"], id);
        assert_eq!(topics[0]["title"], pages[0]["topics"][0]["title"]);
        let whole = json(&desk, &["guide", "reporting", "--json", "--lang", language]);
        let points = whole["topics"].as_array().unwrap();
        let mut points = points
            .iter()
            .flat_map(|one| one["points"].as_array().unwrap());
        assert!(points.any(|one| one["kind"] == "know" && one["label"] == word));
        assert!(!whole.to_string().contains("](contact:"), "links are words");
        let contacts = &whole["topics"][0]["contacts"];
        assert!(
            contacts.as_array().is_some_and(|all| !all.is_empty()),
            "{whole}"
        );
    }
    let nunavut = json(&desk, &["guide", "reporting", "--json", "--region", "NU"]);
    assert!(!nunavut.to_string().contains("call 911"), "{nunavut}");
    let terms = json(&desk, &["guide", "glossary", "--json"]);
    assert!(!terms["terms"].as_array().unwrap().is_empty());
    assert_eq!(
        desk.havre(&["guide", "xyzzy", "--json"]).exit,
        Exit::NothingFound
    );
}

#[test]
fn programs_read_an_empty_list_and_nothing_for_an_unknown_contact() {
    let desk = Desk::new();
    for (arguments, missing) in [
        (&["card", "--bookmarks", "--json"][..], json!([])),
        (&["card", "xyzzy", "--json"], json!(["xyzzy"])),
    ] {
        let run = desk.havre(arguments);
        assert_eq!(run.exit, Exit::NothingFound, "{arguments:?}");
        let empty: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((&empty["schema"], &empty["page"]), (&json!(1), &json!("")));
        assert_eq!(empty["contacts"], json!([]), "{arguments:?}");
        assert_eq!(empty["missing"], missing, "{arguments:?}");
        assert_eq!(run.errors.lines().count(), 1, "{}", run.errors);
    }
    let file = desk.path("page.json");
    let run = desk.havre(&["card", "--bookmarks", "--json", "--output", &file]);
    assert_eq!((run.exit, run.out.as_str()), (Exit::NothingFound, ""));
    assert!(!Path::new(&file).exists(), "an empty page makes no file");
    let run = desk.havre(&["show", "xyzzy", "--json"]);
    assert_eq!((run.exit, run.out.as_str()), (Exit::NothingFound, ""));
    assert!(run.errors.contains("xyzzy"), "{}", run.errors);
}

#[test]
fn programs_read_a_page_to_hand_over() {
    let desk = Desk::new();
    let page = json(&desk, &["card", "qc-cles", "--format", "sms", "--json"]);
    let plain = desk.havre(&["card", "qc-cles", "--format", "sms"]);
    assert_eq!(page["page"], plain.out.as_str());
    let messages = page["messages"].as_array().unwrap();
    assert_eq!(messages.len(), plain.out.trim_end().split("\n\n").count());
    assert_eq!(page["contacts"], serde_json::json!(["qc-cles"]));
    let run = desk.havre(&["card", "ca-988", "xyzzy", "--json"]);
    assert_eq!(run.exit, Exit::NothingFound);
    let page: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(page["missing"], serde_json::json!(["xyzzy"]));
    assert!(page["page"].as_str().unwrap().contains("988"));
}

#[test]
fn programs_read_the_findings_of_a_check() {
    let desk = Desk::new();
    let found = json(&desk, &["check", "--json"]);
    assert_eq!(found["problems"], serde_json::json!([]));
    for kind in ["contacts", "phones", "topics", "needs", "places"] {
        assert!(found["counts"][kind].as_u64().unwrap() > 0, "{kind}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ns.json"), r#"[{"id": "ns-x"}]"#).unwrap();
    let folder = folder.path().to_str().unwrap();
    let run = desk.havre(&["check", "--json", "--directory", folder]);
    assert_eq!(run.exit, Exit::BadData);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let first = found["problems"][0].as_str().unwrap();
    assert!(first.contains("ns.json"), "{first}");
}

#[test]
fn in_nunavut_the_guide_says_the_number_that_works_there() {
    let desk = Desk::new();
    for language in ["en", "fr"] {
        let topic = "reporting#immediate-danger";
        let words = ["guide", topic, "--region", "NU", "--lang", language];
        let run = desk.havre(&words);
        assert_eq!(run.exit, Exit::Done, "{}", run.errors);
        assert!(run.out.contains("1111"), "{}", run.out);
    }
}

#[test]
fn bookmarks_are_listed_with_name_number_and_hours() {
    let desk = Desk::new();
    desk.havre(&["bookmarks", "add", "ca-988"]);
    let list = desk.havre(&["bookmarks", "list"]);
    let line = list.out.lines().next().unwrap();
    assert!(line.starts_with("9-8-8"), "{line}");
    assert!(line.contains(" · 988 · 24/7"), "{line}");
    assert!(line.ends_with("[ca-988]"), "{line}");
}

#[test]
fn lists_of_tab_separated_values_have_as_many_cells_in_every_line() {
    let desk = Desk::new();
    desk.havre(&["bookmarks", "add", "ca-988"]);
    let list = desk.havre(&["bookmarks", "list", "--tsv"]);
    let cells: Vec<&str> = list.out.trim_end_matches('\n').split('\t').collect();
    assert_eq!((cells.len(), cells[0], cells[2]), (6, "ca-988", "988"));
    let found = desk.havre(&["search", "--tsv", "shelter", "halifax"]);
    assert_eq!(found.exit, Exit::Done);
    for line in found.out.lines() {
        assert_eq!(line.split('\t').count(), 6, "{line}");
    }
    let none = desk.havre(&["search", "--tsv", "xyzzyq"]);
    assert_eq!((none.exit, none.out.as_str()), (Exit::NothingFound, ""));
}

#[test]
fn search_without_hits_names_the_number_for_a_life_at_risk() {
    let desk = Desk::new();
    for (language, life, regional) in [
        (
            "en",
            "If a life may be at risk:",
            "RCMP 867, the first 3 digits of local numbers, then 1111",
        ),
        (
            "fr",
            "Si une vie est peut-être en danger",
            "GRC 867, 3 premiers chiffres locaux, puis 1111",
        ),
    ] {
        let search = |region| {
            let run = desk.havre(&["search", "xyzzyq", "--region", region, "--lang", language]);
            assert_eq!(run.exit, Exit::NothingFound, "{}", run.errors);
            run.out
        };
        for region in ["NS", "CA"] {
            let out = search(region);
            let (_, after) = out.split_once(life).unwrap_or_else(|| panic!("{out}"));
            let place = |number: &str| after.find(number).unwrap_or_else(|| panic!("{out}"));
            let numbers = [place("· 911 ·"), place("· 988 ·"), place("-211]")];
            assert!(numbers.is_sorted(), "{out}");
        }
        let out = search("NU");
        let (_, after) = out.split_once(life).unwrap_or_else(|| panic!("{out}"));
        for number in [regional, "· 867-979-1111 ·", "· 988 ·"] {
            assert!(after.contains(number), "{number}: {out}");
        }
        assert!(!out.contains("911"), "{out}");
    }
}

#[test]
fn json_without_hits_has_the_number_to_call() {
    let desk = Desk::new();
    for (region, number) in [("NS", "911"), ("NU", "867-979-1111")] {
        let search = |words| {
            let run = desk.havre(&["search", "--json", words, "--region", region]);
            serde_json::from_str::<serde_json::Value>(&run.out).unwrap()
        };
        let nothing = search("xyzzyq");
        assert_eq!(nothing["emergency"]["number"], number);
        let vital = nothing["vital"].as_array().unwrap().iter();
        let numbers: Vec<&str> = vital.map(|one| one["phone"].as_str().unwrap()).collect();
        assert_eq!(numbers, [number, "988"]);
        let found = search("shelter");
        assert_eq!(
            (&found["emergency"], &found["vital"]),
            (&serde_json::Value::Null, &serde_json::Value::Null)
        );
    }
}

#[test]
fn the_emergency_number_is_told_as_at_the_place_of_the_worker() {
    let desk = Desk::new();
    for (region, words) in [
        ("Kuujjuaq", "call 911; no answer: the local police number"),
        ("Iqaluit", "RCMP Iqaluit 867-979-1111"),
        (
            "Arviat",
            "RCMP 867, the first 3 digits of local numbers, then 1111",
        ),
    ] {
        for arguments in [["now", "--json"], ["search", "xyzzyq"]] {
            let run = desk.havre(&[&arguments[..], &["--region", region]].concat());
            let danger = format!("Immediate danger: {words}");
            assert!(run.out.contains(&danger), "{region}: {}", run.out);
        }
    }
}

#[test]
fn bash_completes_commands_and_values() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        for language in ["en", "fr"] {
            let run = desk.havre(&["completions", shell, "--lang", language]);
            assert_eq!(run.exit, Exit::Done);
            assert!(run.out.contains("high-contrast"), "{shell}");
            assert!(run.out.contains("child-protection"), "{shell}");
            assert!(
                run.out.contains(&format!("completions {shell} --list")),
                "{shell}"
            );
        }
    }
    let Some(bash) = super::tools::find_tool("bash") else {
        return;
    };
    let program = Path::new(env!("CARGO_BIN_EXE_havre"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    add_pack(&desk);
    let file = desk.path("havre.bash");
    std::fs::write(&file, desk.havre(&["completions", "bash"]).out).unwrap();
    for (words, expected) in [
        ("havre sear", "search"),
        ("havre search --category shel", "shelter"),
        ("havre search --region N", "NB NS NL NT NU"),
        ("havre export --format v", "vcard"),
        ("havre guide rest", "restorative-justice"),
        ("havre show ca-98", "ca-988"),
        ("havre bookmarks add ca-98", "ca-988"),
        ("havre show --json ca-98", "ca-988"),
        ("havre search --region trur", "Truro"),
        ("havre search --near trur", "Truro"),
        ("havre search --near montreal-n", "Montreal\\ North"),
        ("havre show --lang f", "fr"),
        ("havre card --lang b", "both"),
        ("havre --region NS show ca-98", "ca-988"),
        ("havre search --region = trur", "Truro"),
        ("havre packs show har", "harbour"),
        ("havre packs remove har", "harbour"),
    ] {
        let script = "source \"$1\"; COMP_WORDS=($2); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); \
            _havre_with_words havre \"${COMP_WORDS[-1]}\" \"${COMP_WORDS[-2]}\"; echo \"${COMPREPLY[@]}\"";
        let output = Command::new(&bash)
            .env("PATH", &path)
            .env("HAVRE_DATA_DIR", desk.path("data"))
            .args(["--norc", "-c", script, "bash"])
            .arg(&file)
            .arg(words)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        let mut said: Vec<&str> = said.split_whitespace().collect();
        let mut expected: Vec<&str> = expected.split(' ').collect();
        said.sort_unstable();
        expected.sort_unstable();
        assert_eq!(said, expected, "{words}: {errors}");
    }
}

/// Adds a pack called `harbour`.
fn add_pack(desk: &Desk) {
    let pack = desk.file(
        "harbour.jsonl",
        r#"{"havre_pack": 1, "name": "harbour", "publisher": "A", "licence": "B", "date": "2026-11-20"}"#,
    );
    let added = desk.havre(&["packs", "add", &pack]);
    assert_eq!(added.exit, Exit::Done, "{}", added.errors);
}

#[test]
fn fish_completes_values_before_and_after_a_command() {
    let Some(fish) = super::tools::find_tool("fish") else {
        return;
    };
    let desk = Desk::new();
    add_pack(&desk);
    let program = Path::new(env!("CARGO_BIN_EXE_havre"));
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let file = desk.path("havre.fish");
    std::fs::write(&file, desk.havre(&["completions", "fish"]).out).unwrap();
    for (words, expected) in [
        ("havre --lang f", "fr"),
        ("havre --theme hi", "high-contrast"),
        ("havre guide rest", "restorative-justice"),
        ("havre completions z", "zsh"),
        ("havre card --lang bo", "both"),
        ("havre show ca-98", "ca-988"),
        ("havre bookmarks add ca-98", "ca-988"),
        ("havre packs show har", "harbour"),
        ("havre now --region Monct", "Moncton"),
        ("havre now --region=Monct", "--region=Moncton"),
        ("havre search --near Monct", "Moncton"),
        ("havre export --category child-p", "child-protection"),
    ] {
        let script = format!("source '{file}'; complete -C'{words}'");
        let output = Command::new(&fish)
            .env("PATH", &path)
            .env("HOME", desk.path("home"))
            .env("HAVRE_DATA_DIR", desk.path("data"))
            .args(["--no-config", "-c", &script])
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let mut said: Vec<&str> = said
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        said.dedup();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said, [expected], "{words}: {errors}");
    }
}
