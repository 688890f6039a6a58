//! Imports with the ids of the program's own records: what they replace is told before and after, and the
//! numbers on which a life may depend stay.

use havre::cli::Exit;
use serde_json::{Value, json};

use crate::machine::{Machine, Said, argument};
use crate::trust;

/// Returns the program's directory as an export in HSDS.
fn exported(machine: &Machine) -> Value {
    let said = machine.run(&["export", "--format", "hsds"]);
    serde_json::from_str(&said.out).unwrap()
}

/// Gives each service another number in the place of this one.
fn renumber(page: &mut Value, number: &str) {
    for service in page["contents"].as_array_mut().unwrap() {
        let phones = service["phones"].as_array_mut();
        for phone in phones.into_iter().flatten() {
            if phone["number"] == number {
                phone["number"] = json!("902-555-0199");
            }
        }
    }
}

fn import(machine: &Machine, page: &Value, more: &[&str]) -> Said {
    let file = machine.file("mine.json", page.to_string());
    machine.run(&[&["import", argument(&file)], more].concat())
}

#[test]
fn the_programs_own_export_changes_nothing() {
    let machine = Machine::new();
    let cards = || ["ca-911", "ca-988", "ca-211"].map(|id| machine.run(&["show", id]).out);
    let before = cards();
    let page = exported(&machine);
    let count = page["contents"].as_array().unwrap().len();
    for more in [&["--dry-run"][..], &[]] {
        import(&machine, &page, more)
            .ends(Exit::Done)
            .prints("Nothing in it is new.")
            .prints(&format!("{count} records say the same as the program’s"));
    }
    assert_eq!(cards(), before);
    let tables = machine.path("mine.zip");
    let export = [
        "export",
        "--format",
        "hsds-csv",
        "--output",
        argument(&tables),
    ];
    machine.run(&export).ends(Exit::Done);
    machine
        .run_in("fr", &["import", argument(&tables)])
        .ends(Exit::Done)
        .prints(&format!("{count} fiches disent la même chose"));
}

#[test]
fn import_reports_replacements_and_keeps_numbers_for_a_life_at_risk() {
    let machine = Machine::new();
    let vital = ["ca-911", "ca-988", "nu-rcmp-v-division"];
    let kept = || vital.map(|id| machine.run(&["show", id, "--json"]).out);
    let now = || machine.run(&["--region", "NS", "now"]).out;
    let before = (kept(), now());
    let mut page = exported(&machine);
    for number in ["911", "988", "211", "867-979-0123"] {
        renumber(&mut page, number);
    }
    for more in [&["--dry-run"][..], &[]] {
        let said = import(&machine, &page, more);
        said.ends(Exit::BadData)
            .prints("211 (ca-211): its number was 211, now 902-555-0199.")
            .prints("(ca-911). Its number stays 911; the pack has 902-555-0199.")
            .prints("(ca-988). Its number stays 988; the pack has 902-555-0199.")
            .prints("(nu-rcmp-v-division). Its number stays 867-979-0123")
            .prints("--replace-emergency");
        assert_eq!(
            said.out.contains("FILE is"),
            more.is_empty(),
            "{}",
            said.out
        );
    }
    assert_eq!((kept(), now()), before);
    machine
        .run(&["show", "ca-211"])
        .prints("Confirm first: number of the pack mine, in place of 211.");
    let said = import(&machine, &page, &["--dry-run", "--json"]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let ids = |list: &str| -> Vec<String> {
        let list = report[list].as_array().unwrap().iter();
        list.map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(ids("replaces").contains(&"ca-211".to_owned()));
    for id in vital {
        assert!(ids("held").contains(&id.to_owned()), "{id}");
    }
}

#[test]
fn an_import_that_closes_a_large_part_of_the_directory_is_refused() {
    let machine = Machine::new();
    let mut page = exported(&machine);
    for service in page["contents"].as_array_mut().unwrap() {
        service["status"] = json!("defunct");
    }
    page["contents"].as_array_mut().unwrap().push(
        json!({"id": "q", "name": "Quillberry Line", "phones": [{"number": "902-555-0101"}],
            "service_areas": [{"name": "NS"}]}),
    );
    import(&machine, &page, &[])
        .ends(Exit::BadData)
        .warns("a large part of the program’s");
    let packs = machine.run(&["packs"]).out;
    assert_eq!(packs.lines().count(), 1, "{packs}");
}

#[test]
fn pack_and_its_table_report_replacements() {
    let record = trust::contact("ca-anti-fraud-centre", "Quillberry Desk", "1-888-495-8501");
    let text = trust::pack("quillberry", "2026-11-20", &[record]);
    let machine = Machine::new();
    let pack = machine.file("quillberry.jsonl", text);
    let add = ["packs", "add", argument(&pack)];
    let told = "Replaces ca-anti-fraud-centre (Canadian Anti-Fraud Centre) of havre";
    machine
        .run(&[&add[..], &["--dry-run"]].concat())
        .prints(told);
    machine.run(&add).ends(Exit::Done).prints(told);
    machine.run(&["packs", "remove", "quillberry"]);
    let table = machine.path("table.csv");
    let export = [
        "export", "--format", "pack-csv", "ca-911", "ca-211", "--output",
    ];
    machine.run(&[&export[..], &[argument(&table)]].concat());
    let text = std::fs::read_to_string(&table).unwrap();
    std::fs::write(&table, text.replace(",911,", ",902-555-0199,")).unwrap();
    machine
        .run(&["import", argument(&table)])
        .ends(Exit::BadData)
        .prints("Replaces ca-211 (211) of havre")
        .prints("(ca-911). Its number stays 911; the pack has 902-555-0199.");
}

#[test]
fn own_contact_stands_beside_the_one_of_the_program() {
    let machine = Machine::new();
    let before = machine.run(&["--region", "NS", "now"]).out;
    let rows = "id,Name,Phone\nca-911,\"911 – police, fire, ambulance\",902-555-0199\n";
    let file = machine.file("own.csv", rows);
    for more in [&["--dry-run"][..], &[]] {
        machine
            .run(&[&["import", argument(&file)], more].concat())
            .ends(Exit::Done)
            .warns("has other numbers in the directory");
    }
    assert_eq!(machine.run(&["--region", "NS", "now"]).out, before);
    let card = machine.run(&["show", "ca-911"]).out;
    assert!(!card.contains("902-555-0199"), "{card}");
}
