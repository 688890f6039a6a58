//! `havre import`, `export` and `card`: contacts from other programs and for them.

use std::path::Path;

use havre::cli::Exit;

use super::desk::Desk;

const TWO: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Night Desk\nTEL:902-555-0123 ext 4\nNOTE:x\nEND:VCARD\n\
    BEGIN:VCARD\nVERSION:3.0\nFN:Day Desk\nTEL:902-555-0199 212\nEND:VCARD\n";
const NO_NUMBER: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Nobody\nEMAIL:a@example.org\nEND:VCARD\n";

#[test]
fn cards_become_own_contacts_once() {
    let desk = Desk::new();
    let file = desk.file("two.vcf", TWO);
    let dry = desk.havre(&["import", "--dry-run", &file]);
    assert_eq!(dry.exit, Exit::Done, "{}", dry.errors);
    assert!(
        !Path::new(&desk.path("data")).exists(),
        "a dry run writes nothing"
    );
    let run = desk.havre(&["import", &file, "--region", "NS"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.errors);
    assert!(
        run.out.contains("Night Desk") && run.out.contains("902-555-0123"),
        "{}",
        run.out
    );
    assert!(
        run.errors.contains("902-555-0199 212"),
        "the doubtful number is told: {}",
        run.errors
    );
    assert!(
        run.errors.contains("1 note"),
        "what is left out is told: {}",
        run.errors
    );
    let found = desk.havre(&["search", "night desk"]);
    assert!(found.out.contains("902-555-0123"), "{}", found.out);
    let again = desk.havre(&["import", &file]);
    assert_eq!(again.exit, Exit::Done);
    assert!(
        again.out.contains("0 taken in, 2 were there"),
        "{}",
        again.out
    );
}

#[test]
fn people_with_one_identifier_all_come_in_once() {
    let desk = Desk::new();
    let card = |name: &str, number: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nUID:x\nFN:{name}\nTEL:{number}\nEND:VCARD\n")
    };
    let three =
        card("Anne", "902-555-0101") + &card("Bea", "902-555-0102") + &card("Cy", "902-555-0103");
    let file = desk.file("three.vcf", &three);
    for said in ["3 taken in, 0 were there", "0 taken in, 3 were there"] {
        let run = desk.havre(&["import", &file, "--region", "NS"]);
        assert_eq!(run.exit, Exit::Done, "{}", run.errors);
        assert!(run.out.contains(said), "{}", run.out);
    }
    let other = desk.file("other.vcf", &card("Anne", "902-555-0109"));
    let run = desk.havre(&["import", &other]);
    assert!(
        run.out.contains("1 taken in"),
        "the identifier was shared: {}",
        run.out
    );
    let again = desk.file("again.vcf", &card("Anne", "902-555-0110"));
    let run = desk.havre(&["import", &again]);
    assert_eq!(
        run.exit,
        Exit::BadData,
        "what stays out is an error: {}",
        run.errors
    );
}

#[test]
fn a_number_with_and_without_its_leading_1_is_the_same() {
    let desk = Desk::new();
    let card = |name: &str, number: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:{name}\nTEL:{number}\nEND:VCARD\n")
    };
    let one = desk.file("one.vcf", &card("Anne", "1-902-555-0123"));
    let two = card("Anne", "902-555-0123") + &card("Bea", "902-555-0124");
    let two = desk.file("two.vcf", &two);
    let run = desk.havre(&["import", &one, "--region", "NS"]);
    assert!(run.out.contains("1 taken in, 0 were there"), "{}", run.out);
    let run = desk.havre(&["import", &two, "--region", "NS"]);
    assert!(run.out.contains("1 taken in, 1 were there"), "{}", run.out);
    let twice = card("Cy", "902-555-0125\nTEL:1-902-555-0125");
    let twice = twice.replace("UID:1", "UID:3");
    let run = desk.havre(&["import", &desk.file("twice.vcf", &twice)]);
    assert_eq!(run.out.matches("902-555-0125").count(), 1, "{}", run.out);
}

#[test]
fn address_of_an_own_secret_place_is_exported_in_no_format() {
    let desk = Desk::new();
    let own = desk.file(
        "own.csv",
        "name,phone,description,hours\n\
         Quill Corner,902-555-0149,Ask at 12 Elm Street,at 12 Elm Street\n",
    );
    let run = desk.havre(&["import", &own, "--region", "NS"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.errors);
    let id = run.out.split_whitespace().next().unwrap().to_owned();
    let exported = |desk: &Desk| {
        let vcard = desk.havre(&["export", "--format", "vcard", &id]).out;
        let csv = desk.havre(&["export", "--format", "csv", &id]).out;
        let told = [
            &["card", &id][..],
            &["show", &id],
            &["show", &id, "--json"],
            &["search", "902-555-0149"],
            &["search", "902-555-0149", "--json"],
            &["bookmarks", "list"],
            &["bookmarks", "export"],
        ];
        let told = told.map(|command| desk.havre(command).out);
        vcard + &csv + &told.concat()
    };
    assert!(
        exported(&desk).contains("Elm Street"),
        "the place is no secret"
    );
    let list = desk.path("data/bookmarks.json");
    desk.havre(&["bookmarks", "add", &id]);
    let text = std::fs::read_to_string(&list).unwrap();
    let text = text.replace("Quill Corner", "Quill Safe House");
    std::fs::write(&list, text).unwrap();
    let out = exported(&desk);
    assert!(
        out.contains("902-555-0149") && !out.contains("Elm"),
        "{out}"
    );
}

#[test]
fn exit_codes_say_whether_all_came_in() {
    let desk = Desk::new();
    let some = desk.file("some.vcf", &format!("{TWO}{NO_NUMBER}"));
    let run = desk.havre(&["import", &some]);
    assert_eq!(run.exit, Exit::BadData);
    assert!(
        run.errors.contains("entry 3") && run.errors.contains("Nobody"),
        "{}",
        run.errors
    );
    let none = desk.file("none.vcf", &NO_NUMBER.repeat(1000));
    let run = desk.havre(&["import", &none]);
    assert_eq!(run.exit, Exit::NothingFound);
    assert_eq!(
        run.errors.lines().count(),
        1,
        "one sentence: {}",
        run.errors
    );
    assert!(run.errors.contains("1000 entries"), "{}", run.errors);
    let foreign = desk.file("page.vcf", "<html>");
    assert_eq!(desk.havre(&["import", &foreign]).exit, Exit::NothingFound);
    assert_eq!(
        desk.havre(&["import", &desk.path("missing")]).exit,
        Exit::NothingFound
    );
}

#[test]
fn json_tells_every_contact_and_remark() {
    let desk = Desk::new();
    let file = desk.file("some.vcf", &format!("{TWO}{NO_NUMBER}"));
    let run = desk.havre(&["import", "--json", "--dry-run", &file]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(
        json["contacts"][0]["contact"]["phones"][0]["extension"],
        "4"
    );
    assert_eq!(json["contacts"][0]["fate"], "taken");
    let refused = json["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["refused"] == true)
        .unwrap();
    assert_eq!(
        (&refused["row"], &refused["why"]),
        (&3.into(), &"no-number".into())
    );
    assert_eq!(json["left_out"]["notes"], 1);
}

#[test]
fn exported_contacts_are_imported_and_no_file_is_overwritten() {
    let desk = Desk::new();
    let out = desk.path("out.vcf");
    let run = desk.havre(&["export", "--format", "vcard", "ca-988", "--output", &out]);
    assert_eq!(run.exit, Exit::Done, "{}", run.errors);
    assert!(
        run.errors.contains(&format!("rm -- '{out}'")),
        "it says how to remove it: {}",
        run.errors
    );
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&out).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let before = std::fs::read(&out).unwrap();
    let again = desk.havre(&[
        "export", "--format", "csv", "--region", "NS", "--output", &out,
    ]);
    assert_eq!(again.exit, Exit::CouldNotWrite);
    assert_eq!(
        std::fs::read(&out).unwrap(),
        before,
        "nothing is written over"
    );
    let forced = desk.havre(&[
        "export",
        "--format",
        "csv",
        "--region",
        "NS",
        "--separator",
        ";",
        "--output",
        &out,
        "--force",
    ]);
    assert_eq!(forced.exit, Exit::Done);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(
        text.starts_with("\u{feff}id;name;") && text.contains("\r\nns-"),
        "{text}"
    );
    let left: Vec<_> = std::fs::read_dir(desk.path("")).unwrap().collect();
    assert_eq!(left.len(), 1, "no file is left over: {left:?}");
    let read = desk.havre(&["import", "--dry-run", "--kind", "csv", &out]);
    assert!(read.out.contains("would be taken in"), "{}", read.errors);
    let unknown = desk.havre(&["export", "--format", "vcard", "no-such"]);
    assert_eq!(unknown.exit, Exit::NothingFound);
}

#[test]
fn a_card_is_shown_or_written_and_says_how_to_remove_it() {
    let desk = Desk::new();
    let shown = desk.havre(&["card", "ca-988"]);
    assert_eq!(shown.exit, Exit::Done, "{}", shown.errors);
    assert!(
        shown.out.contains("Next step") && shown.out.contains("988"),
        "{}",
        shown.out
    );
    let both = desk.havre(&["card", "ca-988", "--lang", "both", "--format", "html"]);
    assert!(
        both.out.contains("lang=\"en\"") && both.out.contains("lang=\"fr\""),
        "{}",
        both.out
    );
    let file = desk.path("card.html");
    let run = desk.havre(&[
        "card",
        "ca-988",
        "--discreet",
        "--words",
        "Dentist",
        "--output",
        &file,
    ]);
    assert!(run.errors.contains("rm -- "), "{}", run.errors);
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "Dentist\n\n    988\n"
    );
    assert_eq!(desk.havre(&["card"]).exit, Exit::Usage);
}

#[test]
fn pack_is_exported_and_imported_without_own_contacts() {
    let desk = Desk::new();
    let card = desk.file(
        "desk.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Night desk\r\nTEL:902-555-0123\r\nEND:VCARD\r\n",
    );
    assert_eq!(desk.havre(&["import", &card]).exit, Exit::Done);
    let out = desk.path("ns.jsonl");
    let run = desk.havre(&[
        "export", "--format", "pack", "--region", "NS", "--output", &out,
    ]);
    assert_eq!(run.exit, Exit::Done, "{}", run.errors);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(
        text.starts_with("{\"havre_pack\":1,\"name\":\"copy\""),
        "{text}"
    );
    assert!(
        text.contains("\"ns-bryony-house\""),
        "the region's contacts"
    );
    assert!(!text.contains("Night desk"), "her own stay with her");
    let added = desk.havre(&["packs", "add", &out]);
    assert_eq!(added.exit, Exit::Done, "{}{}", added.out, added.errors);
    assert!(desk.havre(&["packs", "list"]).out.contains("copy"));
}

#[test]
fn an_import_says_the_numbers_that_the_directory_has() {
    let desk = Desk::new();
    let json = desk.havre(&["show", "ns-bryony-house", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let number = json["contact"]["phones"][0]["number"].as_str().unwrap();
    let cards = format!(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Bryony House\nTEL:902-555-0123\nEND:VCARD\n\
         BEGIN:VCARD\nVERSION:3.0\nFN:That line\nTEL:{number}\nEND:VCARD\n{TWO}"
    );
    let file = desk.file("cards.vcf", &cards);
    let run = desk.havre(&["import", &file, "--dry-run"]);
    let told: Vec<&str> = run.errors.lines().collect();
    let has = |words: &[&str]| {
        let line = told
            .iter()
            .any(|line| words.iter().all(|word| line.contains(word)));
        assert!(line, "{words:?}: {}", run.errors);
    };
    has(&[
        "“Bryony House” has other numbers",
        "(ns-bryony-house)",
        number,
    ]);
    has(&[
        "“That line” is in the directory, too",
        "(ns-bryony-house)",
        number,
    ]);
    assert!(!run.errors.contains("“Night Desk” is in"), "{}", run.errors);
    let json = desk.havre(&["import", &file, "--dry-run", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["contacts"][0]["directory"]["id"], "ns-bryony-house");
    assert_eq!(json["contacts"][0]["directory"]["differs"], true);
    assert_eq!(json["contacts"][1]["directory"]["differs"], false);
    assert!(json["contacts"][2]["directory"].is_null());
}

#[test]
fn a_card_goes_by_a_name_as_by_an_id() {
    let desk = Desk::new();
    let by_id = desk.havre(&["card", "ca-human-trafficking-hotline"]);
    assert_eq!(by_id.exit, Exit::Done, "{}", by_id.errors);
    let twice = [
        "card",
        "canadian human trafficking hotline",
        "ca-human-trafficking-hotline",
    ];
    let by_name = desk.havre(&twice);
    assert_eq!(by_name.exit, Exit::Done, "{}", by_name.errors);
    assert_eq!(by_name.out, by_id.out, "one contact, named twice");
    let several = desk.havre(&["card", "avalon"]);
    assert_eq!(several.exit, Exit::NothingFound);
    assert_eq!(several.out, "");
    assert!(
        several.errors.contains("“avalon” may be 2 contacts"),
        "{}",
        several.errors
    );
    let none = desk.havre(&["card", "--lang", "fr", "zork"]);
    assert_eq!(none.exit, Exit::NothingFound);
    assert!(none.errors.contains("zork"), "{}", none.errors);
    let card = desk.havre(&["export", "--format", "csv", "Canada’s Missing"]);
    assert!(card.out.contains("\nca-canadas-missing,"), "{}", card.out);
}
