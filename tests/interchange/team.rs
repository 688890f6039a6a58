//! Commands know the contacts of the team's lists, and of address books.

use havre::cli::Exit;

use crate::machine::Machine;

#[test]
fn a_contact_of_the_team_is_found_shown_completed_handed_over_and_taken_over() {
    let machine = Machine::new();
    let list = serde_json::json!({
        "version": 1, "name": "Night desk", "bookmarks": [],
        "own": [{"id": "own-thistle", "at": "2026-11-01T12:00:00Z", "contact": {
            "name": "Thistle House", "category": "shelter", "region": "NS",
            "phones": [{"number": "902-555-0123", "kind": "voice"}],
        }}],
    });
    machine.file("host/lists.d/night.json", list.to_string());
    for arguments in [
        &["search", "thistle house"][..],
        &["show", "Thistle House"],
        &["completions", "bash", "--list", "ids", "own-"],
        &["card", "own-thistle", "--format", "text"],
    ] {
        machine
            .run(arguments)
            .ends(Exit::Done)
            .prints("Thistle House");
    }
    machine
        .run(&["bookmarks", "add", "own-thistle"])
        .ends(Exit::Done);
    std::fs::remove_file(machine.path("host/lists.d/night.json")).unwrap();
    machine
        .run(&["show", "own-thistle"])
        .ends(Exit::Done)
        .prints("902-555-0123");
}

#[test]
fn taken_number_is_printed_with_its_extension() {
    let machine = Machine::new();
    let file = machine.file(
        "desk.csv",
        "Name,Phone 1 - Value\nDesk,902-555-0124 local 212\n",
    );
    machine
        .run(&["import", crate::machine::argument(&file)])
        .ends(Exit::Done)
        .prints("902-555-0124 x212");
}
