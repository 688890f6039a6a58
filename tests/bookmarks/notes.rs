//! Detection of personal data in notes; notes about a service pass.

use std::collections::HashSet;

use havre::bookmarks::privacy::looks_like_personal_data;

const SERVICES: &str = include_str!("../data/notes_of_services.txt");
const PERSONS: &str = include_str!("../data/notes_of_persons.txt");

/// Numbers of the contact.
const OWN: [&str; 2] = ["1-877-424-1177", "902-555-0123"];

fn is_seen(note: &str) -> bool {
    !looks_like_personal_data(note, &OWN).is_empty()
}

/// Returns the note with a capital first letter.
fn capitalized(note: &str) -> String {
    let mut letters = note.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[test]
fn of_a_hundred_notes_about_services_five_raise_an_alarm_at_most() {
    let notes: Vec<&str> = SERVICES.lines().collect();
    assert!(notes.len() >= 200);
    let written = notes.iter().map(|note| (*note).to_owned());
    let begun = notes.iter().map(|note| capitalized(note));
    for way in [written.collect::<Vec<_>>(), begun.collect()] {
        let alarms: Vec<&String> = way.iter().filter(|note| is_seen(note)).collect();
        println!("alarms: {} of {}: {alarms:#?}", alarms.len(), way.len());
        assert!(alarms.len() * 20 <= way.len(), "{alarms:#?}");
    }
}

#[test]
fn of_a_hundred_notes_about_persons_fifteen_are_missed_at_most() {
    let notes: Vec<&str> = PERSONS.lines().collect();
    assert!(notes.len() >= 200);
    let missed: Vec<_> = notes.iter().filter(|note| !is_seen(note)).collect();
    println!("missed: {} of {}: {missed:#?}", missed.len(), notes.len());
    assert!(missed.len() * 100 <= notes.len() * 15, "{missed:#?}");
}

#[test]
fn no_measured_note_was_learned() {
    let learned = [
        include_str!("../../assets/notes/persons.txt"),
        include_str!("../../assets/notes/services.txt"),
    ];
    let learned: HashSet<&str> = learned.iter().flat_map(|list| list.lines()).collect();
    for note in SERVICES.lines().chain(PERSONS.lines()) {
        assert!(!learned.contains(note), "{note}");
    }
}
