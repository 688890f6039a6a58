//! Lists of the team, and lists that are given and taken as files.

use havre::bookmarks::{Change, List, OwnContact, TeamList, team_lists};
use havre::directory::{Contact, Region};
use havre::files::RealFiles;
use havre::i18n::Language;
use jiff::Timestamp;

use crate::journey::{From, Journey, everywhere};

const AT: Timestamp = Timestamp::UNIX_EPOCH;

fn contact(journey: &Journey, id: &str) -> Contact {
    let directory = journey.app.catalogue().directory();
    directory.get(id).unwrap().clone()
}

fn noted(contact: &Contact, text: &str) -> [Change; 2] {
    let note = Change::Note {
        id: contact.id.clone(),
        text: text.to_owned(),
    };
    [Change::add(contact, AT), note]
}

/// Returns a list with these changes.
fn list(changes: impl IntoIterator<Item = Change>) -> List {
    let mut list = List::default();
    for change in changes {
        list.apply(change, AT);
    }
    list
}

/// Returns the list of a team: a contact of the directory with a note, one that has left it, and one of
/// the team's own.
fn team(journey: &Journey) -> Vec<TeamList> {
    let found = contact(journey, "ca-988");
    let gone = Contact {
        id: "xx-gone".into(),
        ..contact(journey, "ca-kids-help-phone")
    };
    let own: OwnContact = serde_json::from_value(serde_json::json!({
        "name": "Team desk", "category": "directory", "region": "NS",
        "phones": [{"number": "902-555-0100", "kind": "voice"}],
    }))
    .unwrap();
    let own = Change::OwnAdd {
        id: "own-team-desk".into(),
        contact: Box::new(own),
    };
    let changes = noted(&found, "ask for Ann").into_iter();
    let list = list(changes.chain([Change::add(&gone, AT), own]));
    let folder = tempfile::tempdir().unwrap();
    let text = String::from_utf8(list.to_bytes()).unwrap();
    let text = text.replacen('{', "{\"name\": \"Night desk\",", 1);
    std::fs::write(folder.path().join("a.json"), text).unwrap();
    let (lists, problems) = team_lists(&RealFiles, folder.path(), AT);
    assert_eq!(problems, []);
    lists
}

#[test]
fn lists_of_the_team_are_named_in_the_bookmarks_and_b_takes_a_contact_over_with_its_note() {
    for from in everywhere() {
        let journey = Journey::start(from);
        let lists = team(&journey);
        let mut journey = journey.with_team(lists);
        journey.keys("5");
        let shown = journey.in_one_line();
        assert!(shown.contains("Night desk"), "by its name: {shown}");
        journey.keys("i").sees("Night desk", "i lists it");
        journey.keys("<enter>");
        let mut page = journey.in_one_line();
        page += &journey.keys("<pagedown>").in_one_line();
        for words in ["ask for Ann", "Team desk", "902-555-0100"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let gone = from.said("team-gone");
        assert!(page.contains(gone.split('.').next().unwrap()), "{page}");
        assert!(journey.list.is_empty(), "it is read, and nothing is taken");
        journey.keys("<esc><enter>b");
        assert_eq!(journey.list.get("ca-988").unwrap().note(), "ask for Ann");
        journey.keys("<enter>u");
        assert!(!journey.list.contains("ca-988"), "undone on its card");
    }
}

#[test]
fn a_list_of_the_team_gives_the_number_to_dial_now() {
    let (day, night) = ("1-877-424-1177", "1-866-922-2434");
    let mut journey = Journey::start(From::default());
    let found = contact(&journey, "ns-child-protection-after-hours");
    let folder = tempfile::tempdir().unwrap();
    let list = list(noted(&found, "on call"));
    std::fs::write(folder.path().join("a.json"), list.to_bytes()).unwrap();
    let (lists, _) = team_lists(&RealFiles, folder.path(), AT);
    journey = journey.with_team(lists);
    let page = journey.keys("5i<enter>").in_one_line();
    assert!(page.contains(night) && !page.contains(day), "{page}");
    journey.keys("<esc><esc>/1-866-922-2434<enter>v4<esc>");
    let page = journey.keys("5i<enter>").in_one_line();
    assert!(page.contains(day) && !page.contains(night), "{page}");
}

#[test]
fn contact_of_the_team_is_found_and_bookmarked() {
    let journey = Journey::start(From::default());
    let lists = team(&journey);
    let mut journey = journey.with_team(lists);
    journey
        .keys("/team desk<enter>")
        .sees("From a list of your team", "the card says whose it is");
    journey.keys("b");
    assert!(journey.list.contains("own-team-desk"));
    let own = journey.list.own_contact("own-team-desk").unwrap();
    assert_eq!(own.contact.as_ref().unwrap().name, "Team desk");
}

#[test]
fn list_is_given_as_a_file_and_taken_after_a_preview() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("5i<enter>");
        let nothing = from.said("lists-nothing-to-give");
        assert!(journey.in_one_line().contains(&nothing));
        let mut giver = Journey::start(from);
        let found = contact(&giver, "ca-988");
        for change in noted(&found, "ask for Ann") {
            giver.change(change);
        }
        giver.keys("5i<enter>");
        let name = format!("{}.json", from.said("lists-file"));
        giver.sees(&name, "the file is named before it is written");
        assert!(giver.files.is_empty(), "nothing is written yet");
        let mut page = giver.in_one_line();
        page += &giver.keys("<pagedown>").in_one_line();
        assert!(page.contains("ask for Ann"), "all that is in it: {page}");
        giver.keys("<esc><enter><enter>");
        assert_eq!(giver.files[0].0, name);

        journey.files = giver.files.clone();
        journey.keys("j<enter>").sees(&name, "files of the folder");
        journey.keys("<enter>");
        let mut page = journey.in_one_line();
        page += &journey.keys("<pagedown>").in_one_line();
        for words in ["988", "ask for Ann"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(journey.list.is_empty(), "nothing is taken yet");
        journey.keys("<esc><enter><enter>");
        assert_eq!(journey.list.get("ca-988").unwrap().note(), "ask for Ann");
        journey.keys("ij<enter><enter>");
        let nothing = from.said("cli-bookmarks-merge-nothing");
        let shown = journey.in_one_line();
        assert!(shown.contains(&nothing), "a second time: {shown}");
    }
}

#[test]
fn a_folder_without_lists_is_named() {
    for language in Language::ALL {
        let from = From {
            language,
            ..From::default()
        };
        let mut journey = Journey::start(from);
        journey.keys("5ij<enter>");
        let shown = journey.in_one_line();
        assert!(shown.contains("/home/worker/exchange"), "{shown}");
    }
}

#[test]
fn a_list_that_was_taken_is_given_back_by_undo_and_taken_again_by_redo() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        let [mine, both, theirs] = ["ca-211", "ca-988", "ca-kids-help-phone"];
        let changes = |ids: [&str; 2], note: &str| {
            let contacts = ids.map(|id| contact(&journey, id));
            contacts.map(|one| noted(&one, note)).concat()
        };
        let hers = changes([mine, both], "mine");
        // A later note of the colleague replaces hers.
        let mut given = list(changes([theirs, both], "theirs"));
        let later = Change::Note {
            id: both.to_owned(),
            text: "call after 9".to_owned(),
        };
        given.apply(later, "2026-11-26T00:00:00Z".parse().unwrap());
        for change in hers {
            journey.change(change);
        }
        let before: Vec<_> = journey.list.bookmarks().into_iter().cloned().collect();
        let text = String::from_utf8(given.to_bytes()).unwrap();
        journey.files = vec![("theirs.json".to_owned(), text)];
        journey.keys("5ij<enter><enter><enter>");
        let note = |journey: &Journey| journey.list.get(both).unwrap().note().to_owned();
        assert!(journey.list.contains(theirs));
        assert_eq!(note(&journey), "call after 9");
        journey
            .keys("u")
            .sees(" theirs.json", "it says what is given back");
        let ids: Vec<&str> = journey
            .list
            .bookmarks()
            .iter()
            .map(|one| one.id.as_str())
            .collect();
        let old: Vec<&str> = before.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, old, "in her order");
        assert_eq!(note(&journey), "mine");
        journey.keys("U");
        assert!(journey.list.contains(theirs));
        assert_eq!(note(&journey), "call after 9");
    }
}

/// Returns the worker with a list of the team and some bookmarks, in the Bookmarks.
fn with_rows(from: From, own: &[&str]) -> Journey {
    let journey = Journey::start(from);
    let lists = team(&journey);
    let mut journey = journey.with_team(lists);
    for id in own {
        let change = Change::add(&contact(&journey, id), AT);
        journey.change(change);
    }
    journey.keys("5");
    journey
}

/// Returns the index of the first row of the screen with these words.
fn row_with(journey: &Journey, words: &str) -> usize {
    let rows = journey.rows();
    let row = rows.iter().position(|row| row.contains(words));
    row.unwrap_or_else(|| panic!("{words}: {rows:#?}"))
}

#[test]
fn contacts_of_the_team_stand_below_the_bookmarks_under_the_name_of_their_list() {
    for from in everywhere() {
        let mut journey = with_rows(from, &["ca-211"]);
        let heading = row_with(&journey, "Night desk");
        assert!(row_with(&journey, "211") < heading, "her own come first");
        assert!(row_with(&journey, "988") > heading, "{:#?}", journey.rows());
        assert!(row_with(&journey, "Team desk") > heading);
        journey.keys("<down>");
        journey.sees("ask for Ann", "the selected row has the note of the team");
        journey.keys("b");
        assert_eq!(journey.list.get("ca-988").unwrap().note(), "ask for Ann");
        let selected = journey.app.pane().listing.selected;
        assert_eq!(selected, 2, "the row of the team stays selected");
        assert_eq!(journey.app.bookmarks().ids(), ["ca-211", "ca-988"]);
        journey.keys("b");
        assert!(
            !journey.list.contains("ca-988"),
            "and b takes it away again"
        );
        // The order is hers: rows of the team do not move.
        journey.keys("JK");
        assert_eq!(journey.app.bookmarks().ids(), ["ca-211"]);
    }
}

#[test]
fn a_contact_of_the_team_is_taken_over_from_its_card_with_the_note() {
    let mut journey = with_rows(From::default(), &[]);
    journey.keys("<enter>b");
    assert_eq!(journey.list.get("ca-988").unwrap().note(), "ask for Ann");
}

#[test]
fn a_contact_of_the_team_that_left_the_directory_says_so_in_its_row_and_on_its_card() {
    for from in everywhere() {
        let mut journey = with_rows(from, &[]);
        let kept = contact(&journey, "ca-kids-help-phone");
        let name = kept.name.get(from.language).0;
        journey.keys("<down>b");
        let gone = from.said("team-gone");
        journey.sees(&gone[..20], "b says why it does nothing");
        assert!(journey.list.is_empty());
        assert!(
            journey.in_one_line().contains(&name[..4]),
            "{:?}",
            journey.rows()
        );
        journey.keys("<enter>");
        let gone = from.said("card-gone");
        let page = journey.app.document(400).rows;
        let page: Vec<String> = page.iter().map(havre::document::Row::text).collect();
        let page = page.join(" ").replace('\u{a0}', " ");
        assert!(page.contains(&gone), "{gone}: {page}");
    }
}

#[test]
fn rows_of_the_team_scroll_below_a_hundred_bookmarks_and_the_head_names_them_before() {
    for from in everywhere() {
        let journey = Journey::start(from);
        let ids: Vec<String> = journey
            .app
            .catalogue()
            .directory()
            .contacts()
            .iter()
            .take(100)
            .map(|contact| contact.id.clone())
            .collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut journey = with_rows(from, &ids);
        let first = journey.in_one_line();
        assert_eq!(ids.len(), 100, "more than a screen has rows");
        assert!(first.contains("Night desk (i)"), "{first}");
        journey.keys("<end>");
        let rows = journey.rows();
        let heading = row_with(&journey, "Night desk");
        assert!(
            rows[heading + 1..]
                .iter()
                .any(|row| row.contains("Team desk")),
            "{rows:#?}"
        );
        let last = journey.app.pane().listing.selected;
        assert_eq!(last, ids.len() + 2);
        journey.keys("<home><up>");
        assert_eq!(journey.app.pane().listing.selected, last, "round");
    }
}

#[test]
fn rows_of_the_team_have_no_labels() {
    let mut journey = with_rows(From::default(), &["ca-211"]);
    journey.change(Change::Labels {
        id: "ca-211".to_owned(),
        labels: vec!["night".to_owned()],
    });
    journey.keys("f<down><enter>");
    assert_eq!(journey.app.bookmarks().label(), Some("night"));
    let shown = journey.in_one_line();
    assert!(!shown.contains("Night desk"), "{shown}");
}

#[test]
fn a_bookmark_set_in_a_list_moves_no_row_until_the_search_changes() {
    for language in Language::ALL {
        let names = |journey: &Journey| -> Vec<String> {
            let found = journey.app.directory().listed().take(12);
            found.map(|found| format!("{found:?}")).collect()
        };
        let mut moved = false;
        for down in ["<down>", "<down><down>", "<down><down><down>"] {
            let mut journey = Journey::with_embedded(language, Region::Ns, (80, 24));
            let before = names(journey.keys("/shelter halifax"));
            journey.keys(down).keys("b");
            assert_eq!(names(&journey), before, "the rows stay where they are");
            moved |= *names(journey.keys("0/shelter halifax")) != before;
        }
        assert!(moved, "a new search has hers first");
    }
}

#[test]
fn a_number_of_another_service_has_a_sign_and_its_name() {
    for (language, via, meaning) in [
        (
            Language::En,
            "via child protection",
            "^ = via child protection (not SeaStar itself)",
        ),
        (
            Language::Fr,
            "par protection",
            "^ = par protection de l’enfance (pas SeaStar même)",
        ),
    ] {
        let mut journey = Journey::with_embedded(language, Region::Ns, (80, 24));
        journey
            .keys("/seastar<down>")
            .sees("1-866-922-2434^", "not as if it were theirs")
            .sees(meaning, "the strip explains it");
        Journey::with_embedded(language, Region::Ns, (200, 50))
            .keys("/seastar")
            .sees(via, "where there is room");
        Journey::with_embedded(language, Region::Ns, (40, 12))
            .keys("/seastar<down>")
            .sees("1-866-922-2434^", "also in a narrow window");
        Journey::with_embedded(language, Region::Ns, (80, 24))
            .keys("1w411")
            .sees("1-866-922-2434^", "in the questions");
    }
}

#[test]
fn the_strip_of_a_topic_is_its_first_point() {
    for (language, page) in [
        (Language::En, "Compensation"),
        (Language::Fr, "Indemnisation"),
    ] {
        let mut journey = Journey::with_embedded(language, Region::On, (80, 24));
        journey.keys("/compensation<down>");
        while !matches!(
            journey
                .app
                .directory()
                .found(journey.app.pane().listing.selected),
            Some(havre::assets::Found::Topic(_))
        ) {
            journey.keys("<down>");
        }
        let rows = journey.rows();
        let strip = &rows[rows.len() - 4..rows.len() - 2];
        assert!(strip.iter().all(|row| row.trim() != page), "{strip:?}");
        assert!(!strip[0].trim().is_empty(), "{}", journey.screen());
    }
}
