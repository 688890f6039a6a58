//! Pages to hand over and corrections, in lines.

use super::talk::{From, Talk, everywhere};

#[test]
fn a_page_is_heard_before_it_is_written() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("find 9-8-8").types("1");
        let word = ["hand over", "remettre"][from.language as usize];
        talk.types(word).hears("SMS", "the kinds of pages");
        talk.types("2").hears("988", "the page is said first");
        assert!(talk.plain.saves.files.is_empty(), "nothing is written yet");
        talk.types("1")
            .hears("/home/worker/exchange/", "where it lies");
        assert!(talk.plain.saves.files[0].1.contains("988"));
        // Behind the address, the folder and two commands.
        talk.types("5");
        assert!(
            talk.plain.saves.files.is_empty(),
            "the last link removes it"
        );
    }
}

#[test]
fn several_contacts_are_picked_for_one_page() {
    let mut talk = Talk::start(From::default());
    talk.types("find kids help")
        .types("pick 1")
        .hears("1", "how many");
    talk.types("find 9-8-8")
        .types("pick 1")
        .hears("2", "one more");
    talk.types("hand over")
        .hears("2 contacts", "those that were picked");
}

#[test]
fn corrections_are_listed_by_pack() {
    for from in everywhere() {
        let mut talk = Talk::start(from);
        talk.types("find kids help").types("1");
        let called = ["called", "appelé"][from.language as usize];
        talk.types(called).types("4").types("corrections");
        let pack = ["havre’s directory", "répertoire de havre"][from.language as usize];
        talk.hears(pack, "whose facts they are");
        talk.types("2")
            .hears("1)", "what can be done with the text");
        talk.types("1")
            .hears("/home/worker/exchange/", "where it lies");
    }
}
