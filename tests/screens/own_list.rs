//! Changes of the worker's own list, key by key: notes, labels, order, own contacts, results of
//! calls, and undo.

use super::journey::{From, Journey, everywhere};
use havre::bookmarks::{Change, Mark, Wrong};
use havre::i18n::Language;

/// Creates two bookmarks: Kids Help Phone, then the trafficking hotline.
fn with_two_bookmarks(from: From) -> Journey {
    let mut journey = Journey::start(from);
    journey.keys("/kids help<enter>b<esc>/trafficking hotline<enter>b<esc>5");
    assert_eq!(
        journey.list.len(),
        2,
        "two bookmarks:\n{}",
        journey.screen()
    );
    journey
}

#[test]
fn a_note_is_written_about_the_service_and_shown_on_the_card() {
    for language in Language::ALL {
        let mut journey = with_two_bookmarks(From {
            language,
            ..From::default()
        });
        let advice = [
            "About the service, never about a client.",
            "jamais sur une personne",
        ];
        journey.keys("n").sees(
            advice[language as usize],
            "the editor says what belongs there",
        );
        journey.keys("ask for the night desk<enter>");
        journey.sees("ask for the night desk", "the card shows it");
        let id = journey.app.listed_contact().unwrap().to_owned();
        assert_eq!(
            journey.list.get(&id).unwrap().note(),
            "ask for the night desk"
        );
    }
}

#[test]
fn a_note_that_looks_like_a_persons_data_is_asked_about_and_may_still_be_saved() {
    let mut journey = with_two_bookmarks(From::default());
    journey.keys("nborn 1999-04-12<enter>");
    journey.sees("This looks like a person’s data", "it warns before saving");
    let id = journey.app.listed_contact().unwrap().to_owned();
    assert_eq!(
        journey.list.get(&id).unwrap().note(),
        "",
        "nothing is saved yet"
    );
    journey.keys("<enter>");
    assert_eq!(
        journey.list.get(&id).unwrap().note(),
        "born 1999-04-12",
        "it is her word"
    );
    journey.keys("nx<esc>");
    assert_eq!(
        journey.list.get(&id).unwrap().note(),
        "born 1999-04-12",
        "Esc saves nothing"
    );
}

#[test]
fn labels_filter_the_tab() {
    let mut journey = with_two_bookmarks(From::default());
    journey
        .keys("tnight, trusted<enter><enter>")
        .sees("Labels      night, trusted", "the card shows them");
    journey
        .keys("<esc>f<down><enter>")
        .sees("Label: night", "only that label's bookmarks are listed");
    assert_eq!(journey.app.bookmarks().ids().len(), 1);
    journey.keys("f<home><enter>");
    assert_eq!(
        journey.app.bookmarks().ids().len(),
        2,
        "any label lists all"
    );
}

#[test]
fn own_order_is_kept() {
    let mut journey = with_two_bookmarks(From::default());
    let before = journey.app.bookmarks().ids().to_vec();
    journey.keys("J");
    let after: Vec<_> = journey
        .list
        .bookmarks()
        .iter()
        .map(|entry| entry.id.clone())
        .collect();
    assert_eq!(
        after,
        [before[1].clone(), before[0].clone()],
        "one place down"
    );
    assert_eq!(
        journey.app.listed_contact(),
        Some(before[0].as_str()),
        "the selection goes along"
    );
    journey.keys("K");
    assert_eq!(journey.app.bookmarks().ids(), before, "and up again");
    journey.keys("KKJJJ");
    assert_eq!(journey.app.bookmarks().ids().len(), 2, "the ends hold");
}

#[test]
fn own_contact_is_written_found_edited_and_removed() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("5a")
        .sees("A contact of your own", "the form opens");
    journey
        .keys("<pagedown><enter>")
        .sees("Please give it a name.", "what is missing is said");
    journey.keys("Night desk<down>902-555-0123<down><enter><enter><pagedown><enter>");
    journey.sees("Saved: Night desk", "it is on disk");
    journey
        .keys("/night desk<enter>")
        .sees("yours", "search finds it, marked as hers");
    journey.sees("902-555-0123", "with its number");
    journey
        .keys("e<pagedown><up>after dark<pagedown><enter>")
        .sees("after dark", "it can be edited");
    journey.keys("x").sees("Removed: Night desk", "and removed");
    assert_eq!(journey.list.own().count(), 0);
    journey
        .keys("5u")
        .sees("Back again: Night desk", "with a way back");
    assert_eq!(journey.list.own().count(), 1);
}

#[test]
fn the_card_says_that_the_directory_has_another_number_for_the_name() {
    for (language, words) in [
        (Language::En, "other numbers under this"),
        (Language::Fr, "le répertoire a d’autres"),
    ] {
        let mut journey = Journey::start(From {
            language,
            size: (120, 40),
            ..From::default()
        });
        let phone = journey.app.contact("ca-kids-help-phone").unwrap().clone();
        let name = phone.name(language).to_owned();
        let form = "<down><enter><enter><pagedown><enter>";
        journey.keys(&format!("5a{name}<down>902-555-0123{form}"));
        // The sentence breaks before its last word, which stays with the number.
        let screen = journey.screen();
        let said = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(words), "the card says so:\n{screen}");
        journey.sees("1-800-668-6868", "both numbers are on the card");
        journey.sees("902-555-0123", "both numbers are on the card");
    }
}

#[test]
fn selection_stays_with_its_contact_after_a_removal_elsewhere() {
    let mut journey = Journey::start(From::default());
    for name in ["Zaza day", "Zaza evening", "Zaza night"] {
        journey.keys(&format!(
            "5a{name}<down>902-555-0123<down><enter><enter><pagedown><enter><esc>"
        ));
    }
    journey.keys("/zaza<enter><down>");
    let (chosen, others): (Vec<_>, Vec<_>) = journey
        .list
        .own_as_contacts()
        .into_iter()
        .partition(|contact| Some(contact.id.as_str()) == journey.app.listed_contact());
    assert_eq!((chosen.len(), others.len()), (1, 2));
    for other in others {
        journey.change(Change::OwnRemove { id: other.id });
        assert_eq!(
            journey.app.listed_contact(),
            Some(chosen[0].id.as_str()),
            "a key acts on the contact that was chosen:\n{}",
            journey.screen()
        );
    }
}

#[test]
fn a_number_that_cannot_be_dialled_is_refused_and_nothing_is_lost() {
    let mut journey = Journey::start(From::default());
    journey.keys("5aDesk<down>call me<pagedown><enter>");
    journey
        .sees("902-555-0123", "it shows how numbers are written")
        .sees("call me", "her text stays");
    assert_eq!(journey.list.own().count(), 0);

    // Right length, but not a number of the North American plan.
    let mut journey = Journey::start(From::default());
    journey.keys("5aDesk<down>902-055-0123<down><enter><enter><pagedown><enter>");
    journey.sees("902-555-0123", "it shows how numbers are written");
    assert_eq!(journey.list.own().count(), 0);
}

#[test]
fn result_of_a_call_is_shown_on_card_and_list() {
    let mut journey = with_two_bookmarks(From::default());
    let id = journey.app.listed_contact().unwrap().to_owned();
    journey.keys("v<enter>").sees(">v ", "the list says so");
    journey
        .keys("<enter>")
        .sees("You reached it on 23 November 2026 (", "and the card");
    journey
        .keys("v5rings out<enter>")
        .sees("You marked on 23 November 2026: hours", "or what is wrong");
    journey
        .sees("rings out", "in her words")
        .keys("<esc>")
        .sees(">! ", "and the list marks it");
    let mark = journey.list.marked(&id).unwrap().mark();
    let text = "rings out".to_owned();
    assert_eq!(
        mark,
        Some(Mark::Wrong {
            kind: Wrong::HoursChanged,
            text
        })
    );
    journey
        .keys("v<end><enter>")
        .sees("taken away", "a mark can be taken away");
    assert!(journey.list.marked(&id).is_none());
}

#[test]
fn every_change_can_be_undone_back_to_the_start() {
    let mut journey = with_two_bookmarks(From::default());
    journey.keys("nday desk<enter>tnight<enter>Jv<enter>b");
    journey.keys("u").keys(&"uu".repeat(6));
    assert!(
        journey.list.is_empty(),
        "seven changes back: {:?}",
        journey.list.bookmarks()
    );
    journey
        .keys("u")
        .sees("nothing to undo", "and then it says so");
}

#[test]
fn undo_is_reported_in_a_sentence() {
    let own = "5aDesk<down>902-555-0123<down><enter><enter><pagedown><enter>";
    let changes = [
        ("b", "No longer a bookmark: ", "Retiré de vos signets : "),
        (
            "bnask<enter>",
            "The note is as it was",
            "La note est comme avant",
        ),
        (
            "nask<enter>",
            "No longer a bookmark: ",
            "Retiré de vos signets : ",
        ),
        (
            "btnight<enter>",
            "The labels are as they were",
            "Les étiquettes sont comme avant",
        ),
        (
            "v<enter>",
            "Your mark is taken away.",
            "Votre marque est retirée.",
        ),
        (
            "v<enter>v<end><enter>",
            "Your mark is as it was",
            "Votre marque est comme avant",
        ),
        ("bb", "Back again: ", "De retour : "),
        (
            "b<esc>/kids help<enter>b<esc>5J",
            "Moved back.",
            "Remis à sa place.",
        ),
        (
            own,
            "No longer on your list: Desk",
            "Retiré de votre liste : Desk",
        ),
        (
            &format!("{own}e<down><down>x<pagedown><enter>"),
            "As it was before: Desk",
            "Comme avant : Desk",
        ),
        (&format!("{own}x"), "Back again: Desk", "De retour : Desk"),
    ];
    for language in Language::ALL {
        for (keys, english, french) in changes {
            let mut journey = Journey::start(From {
                language,
                ..From::default()
            });
            journey.keys("/trafficking hotline<enter>").keys(keys);
            let sentence = [english, french][language as usize];
            journey.keys("5u").sees(sentence, keys);
        }
    }
}

#[test]
fn dropped_contact_is_shown_from_its_snapshot() {
    let mut journey = Journey::start(From::default());
    let contact = journey.app.content().catalogue.directory().contacts()[0].clone();
    let gone = havre::directory::Contact {
        id: "xx-gone".into(),
        ..contact.clone()
    };
    journey.change(Change::add(&gone, jiff::Timestamp::UNIX_EPOCH));
    journey
        .keys("5")
        .sees("The directory no longer has this", "the strip says so");
    journey.sees(&contact.phones[0].number, "and still serves");
    journey.keys("y");
    assert_eq!(journey.copied, [contact.phones[0].number.clone()]);
    journey
        .keys("b")
        .sees("No bookmarks yet", "and it can be removed");
}

#[test]
fn numbers_that_changed_are_told_and_enter_accepts_the_new_ones() {
    let mut journey = Journey::start(From::default());
    let mut old = journey
        .app
        .content()
        .catalogue
        .directory()
        .get("ca-kids-help-phone")
        .unwrap()
        .clone();
    old.phones[0].number = "1-800-000-0000".into();
    journey.change(Change::add(&old, jiff::Timestamp::UNIX_EPOCH));
    journey
        .keys("5")
        .sees("The numbers changed", "the strip says so");
    journey
        .keys("<enter>")
        .sees("The numbers changed", "and the card")
        .sees("1-800-000-0000", "and from what");
    journey.keys("<tab><tab>").sees(
        ">Accept the new numbers<",
        "a link below the numbers accepts them",
    );
    journey
        .keys("<enter>")
        .sees_no("The numbers changed", "and then it is quiet");
}

#[test]
fn screen_names_the_worker_of_the_list() {
    for from in [
        From::default(),
        From {
            size: (40, 12),
            ..From::default()
        },
    ] {
        let mut journey = Journey::start(From {
            worker: Some("alice"),
            ..from
        });
        journey.sees("alice", "on a login that several share");
    }
}

#[test]
fn conflict_copies_are_offered_for_merging_at_the_start() {
    let mut journey = Journey::start(From {
        conflicts: 2,
        ..From::default()
    });
    journey.sees("2 other copies of your list", "it says how many");
    let enter = havre::app::Action::Key(havre::app::Key::plain(havre::app::KeyCode::Enter));
    let effects = havre::app::update(&mut journey.app, enter);
    assert_eq!(
        effects,
        [havre::app::DiskEffect::MergeConflicts.into()],
        "Enter merges them"
    );
}

#[test]
fn a_change_is_reported_when_it_is_on_disk_itself() {
    use havre::app::{Action, DiskEffect, Effect, Key, Outcome, update};

    let mut journey = Journey::start(From::default());
    // The disk answers neither change before the other one is made.
    let notices = ["/kids help<enter>", "<esc>/trafficking hotline<enter>"].map(|way| {
        journey.keys(way);
        let effects = update(&mut journey.app, Action::Key(Key::character('b')));
        match <[Effect; 1]>::try_from(effects) {
            Ok([Effect::Disk(DiskEffect::Bookmarks { notice, .. })]) => notice,
            other => panic!("b makes one change: {other:?}"),
        }
    });
    let [first, second] = notices;
    assert_ne!(first, second);
    journey.act(Action::Outcome(Outcome::Unanswered));
    for notice in [first, second] {
        let saved = Outcome::Saved {
            list: Box::new(journey.list.clone()),
            notice: notice.clone(),
        };
        journey.act(Action::Outcome(saved));
        let shown = journey.app.take_notices();
        assert_eq!(shown, [notice], "its own, and no warning that is over");
    }
}

#[test]
fn own_contact_keeps_the_rules_of_the_directory() {
    let mut journey = Journey::start(From::default());
    journey.keys("5aDesk<down>902 555 0123<pagedown><up><up>https://no spaces<pagedown><enter>");
    assert_eq!(
        journey.list.own().count(),
        0,
        "an address with a blank is none:\n{}",
        journey.screen()
    );
    journey.sees("Website", "the field is named");
}

#[test]
fn numbers_are_accepted_in_any_form_and_stay_as_saved() {
    let mut journey = Journey::start(From::default());
    let phones = "902.555.0123 poste 212 (le soir), +1 800 555 0199";
    journey.keys(&format!("5aDesk<down>{phones}<down><enter><enter>"));
    journey.keys("<down>Sydney<down>français, Cree<pagedown><enter>");
    journey
        .sees("902-555-0123 ext. 212 ", "the extension")
        .sees("le soir", "what it is")
        .sees("1-800-555-0199", "another number")
        .sees("Sydney", "the town")
        .sees("French, Cree", "and the languages")
        .sees_no("For  ", "nothing that she did not write");
    let before = journey.list.own().next().unwrap().contact.clone().unwrap();
    assert_eq!(before.phones[0].extension.as_deref(), Some("212"));
    journey
        .keys("e")
        .sees("902-555-0123 x212 (le soir), 1-800-555-0199", "in the form")
        .keys("<pagedown><enter>");
    let after = journey.list.own().next().unwrap().contact.clone().unwrap();
    assert_eq!(after, before, "saving it unchanged changes nothing");

    let mut both = before;
    let label = both.phones[0].label.as_mut().unwrap();
    label.en = "evenings".to_owned();
    let id = journey.list.own().next().unwrap().id.clone();
    journey.change(Change::OwnEdit {
        id,
        contact: Box::new(both.clone()),
    });
    journey
        .keys("e")
        .sees("x212 (evenings)", "the label of the language")
        .keys("<pagedown><enter>");
    let after = journey.list.own().next().unwrap().contact.clone().unwrap();
    assert_eq!(after, both, "what the form does not show stays");
}

#[test]
fn a_wrong_character_of_a_number_is_named() {
    for (language, words) in [
        (
            Language::En,
            "In \"902-555-O123\", \"O\" is not part of a phone number.",
        ),
        (
            Language::Fr,
            "« O » ne fait pas partie d’un numéro de téléphone.",
        ),
    ] {
        let mut journey = Journey::start(From {
            language,
            size: (120, 40),
            ..From::default()
        });
        journey.keys("5aDesk<down>902-555-O123<down><enter><enter><pagedown><enter>");
        journey.sees(words, "and how to write it");
        assert_eq!(journey.list.own().count(), 0);
    }
}

#[test]
fn text_that_an_import_kept_stays_and_is_never_a_code() {
    let mut journey = Journey::start(From::default());
    journey.keys("5aDesk<down>902-555-0123<down><enter><enter><pagedown><enter>");
    let own = journey.list.own().next().unwrap();
    let (id, mut contact) = (own.id.clone(), own.contact.clone().unwrap());
    contact.phones[0].number = "902-555-0199 212".to_owned();
    let kept = Box::new(contact);
    journey.change(Change::OwnEdit { id, contact: kept });
    journey
        .sees("902-555-0199 212", "the card shows it")
        .sees("to be confirmed", "and says that it is not clear")
        .keys("e<pagedown><up>ask for Anne<pagedown><enter>")
        .sees("ask for Anne", "another row can be edited");
    journey
        .keys("#")
        .sees("902-555-0199 212", "shown")
        .sees("which number to dial", "and no code of another number");
}

#[test]
fn the_bookmarks_say_which_have_other_numbers_until_these_are_accepted() {
    for language in Language::ALL {
        let from = From {
            language,
            ..From::default()
        };
        let mut journey = with_two_bookmarks(from);
        let said = ["Changed (~): numbers 1", "Changements (~) : numéros 1"];
        let said = said[language as usize];
        journey.sees_no(said, "nothing changed");
        let id = journey.app.listed_contact().unwrap().to_owned();
        let now = journey.app.contact(&id).unwrap().clone();
        let mut before = now.clone();
        before.phones[0].number = "902-555-0100".to_owned();
        let kept = |contact| Change::accept_changes(contact, jiff::Timestamp::UNIX_EPOCH);
        journey.change(kept(&before));
        journey.sees(said, "the directory has another number now");
        let marked = journey.rows().iter().any(|row| row.starts_with(">~"));
        assert!(marked, "the row is marked:\n{}", journey.screen());
        journey.change(kept(&now));
        journey.sees_no(said, "and she has read it");
    }
}

#[test]
fn a_bookmark_that_the_directory_has_no_longer_is_told() {
    let mut journey = with_two_bookmarks(From::default());
    let gone = havre::directory::Contact {
        id: "xx-gone".into(),
        ..journey.app.contact("ca-988").unwrap().clone()
    };
    let [fax, voice] = ["fax", "voice"].map(|kind| {
        let phone = serde_json::json!({"number": format!("902-555-{kind}"), "kind": kind});
        serde_json::from_value(phone).unwrap()
    });
    let gone = havre::directory::Contact {
        phones: vec![fax, voice],
        ..gone
    };
    journey.change(Change::add(&gone, jiff::Timestamp::UNIX_EPOCH));
    journey.sees("Changed (~): gone 1", "one is gone");
    journey.sees("902-555-voice", "its number");
    journey.sees_no("902-555-fax", "which cannot be called");
    journey.change(Change::Remove {
        id: "xx-gone".into(),
    });
    journey.sees_no("(~)", "until it is taken away");
}

#[test]
fn a_list_that_could_not_be_read_is_not_called_empty() {
    for from in everywhere() {
        let mut journey = Journey::start(From {
            kept_aside: true,
            ..from
        });
        let kept = from.said("bookmarks-kept-aside");
        let empty = from.said("lists-nothing-to-give");
        let shown = journey.keys("5").in_one_line();
        assert!(shown.contains(&kept), "{shown}");
        let given = journey.keys("i<enter>").in_one_line();
        assert!(given.contains(&kept) && !given.contains(&empty), "{given}");
        let shown = journey.keys("<esc>/988<enter>b5").in_one_line();
        assert!(!shown.contains(&kept), "what she adds is shown: {shown}");
    }
}

#[test]
fn an_own_contact_is_saved_from_any_row() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("4<down>aNew house<down>902-555-0101");
        let word = from.said("footer-save-form");
        journey.sees(&format!("Ctrl-S {word}"), "the footer names the way");
        journey.keys("<c-s>");
        let missing = from.said("own-category-missing");
        assert!(
            journey.in_one_line().contains(&missing),
            "{}",
            journey.screen()
        );
        // The error leads to its row.
        journey.keys("<enter><down><enter><c-s>");
        assert_eq!(journey.list.own().count(), 1, "{}", journey.screen());
        journey.sees("902-555-0101", "its card");
        let id = journey.list.own().next().unwrap().id.clone();
        journey.keys("<esc>");
        assert_eq!(
            journey.app.listed_contact(),
            Some(id.as_str()),
            "{}",
            journey.screen()
        );
    }
}
