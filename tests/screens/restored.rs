//! The key that removed a bookmark restores it, also where the list selects the next one.

use havre::bookmarks::Change;
use havre::directory::{Contact, Region};
use jiff::Timestamp;

use crate::journey::{From, Journey, everywhere};

const IDS: [&str; 3] = [
    "ca-988",
    "ca-kids-help-phone",
    "ca-human-trafficking-hotline",
];

/// Starts in the Bookmarks with three of them.
fn with_bookmarks(from: From) -> Journey {
    let mut journey = Journey::start(from);
    for id in IDS {
        let contact: Contact = journey.app.catalogue().directory().get(id).unwrap().clone();
        journey.change(Change::add(&contact, Timestamp::UNIX_EPOCH));
    }
    journey.keys("5");
    journey
}

#[test]
fn a_second_b_in_the_list_brings_the_removed_bookmark_back() {
    for from in everywhere() {
        let mut journey = with_bookmarks(from);
        let before = journey.list.bookmarks().len();
        journey.keys("<down>b");
        assert_eq!(journey.list.bookmarks().len(), before - 1);
        journey.keys("b");
        let ids: Vec<_> = journey.list.bookmarks();
        let ids: Vec<_> = ids.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, IDS, "the same one is back in its place");
        let selected = journey.app.current_contact();
        assert_eq!(selected.as_deref(), Some(IDS[1]), "it is selected");
        journey.keys("b<down>u");
        let selected = journey.app.current_contact();
        assert_eq!(selected.as_deref(), Some(IDS[1]), "also when undone");
        journey.keys("<down>b<down>b");
        assert_eq!(
            journey.list.bookmarks().len(),
            before - 2,
            "after another key it removes"
        );
    }
}

#[test]
fn a_card_stays_when_its_bookmark_is_removed() {
    for size in [(80, 24), (40, 12), (100, 30), (160, 50)] {
        let from = From {
            size,
            region: Region::Ns,
            ..From::default()
        };
        let mut journey = with_bookmarks(from);
        journey.keys("<down><enter>");
        journey.sees("Kids Help Phone", "its card");
        journey.keys("b");
        assert!(!journey.app.is_bookmarked(IDS[1]));
        assert_eq!(
            journey.app.current_contact().as_deref(),
            Some(IDS[1]),
            "the card stays"
        );
        journey.keys("b");
        assert!(journey.app.is_bookmarked(IDS[1]), "it is back");
        assert_eq!(journey.app.current_contact().as_deref(), Some(IDS[1]));
    }
}
