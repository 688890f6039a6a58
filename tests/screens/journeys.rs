//! Journeys of a worker, key by key, on the whole App.

use super::journey::{From, Journey, everywhere};
use havre::app::TerminalEffect;
use havre::directory::reach::main;
use havre::directory::{Caller, Region};
use havre::i18n::Language;

/// In one column, opens the item: the list and the reader are not visible together.
fn open_if_narrow(journey: &mut Journey) {
    if journey.app.size().width < 100 {
        journey.keys("<enter>");
    }
}

#[test]
fn the_first_screen_takes_language_and_region_and_begins_on_enter() {
    let mut journey = Journey::start(From {
        first_run: true,
        region: Region::Ca,
        ..From::default()
    });
    journey
        .sees("> All of Canada", "the region can be chosen")
        .sees(">English<", "and the language");
    journey
        .keys("<tab>")
        .sees(">Français<", "the other language, at once");
    journey.sees("Où travaillez-vous?", "in its own words");
    journey.keys("sas<enter>");
    assert_eq!(
        (journey.app.language(), journey.app.region()),
        (Language::Fr, Region::Sk)
    );
    journey.sees("Danger immédiat", "the first topic is open");
}

#[test]
fn crime_stoppers_is_found_in_under_ten_keys() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/crime");
        open_if_narrow(&mut journey);
        journey.sees("1-800-222-8477", "the anonymous tip line");
        let consent = if from.language == Language::En {
            "Ask first: "
        } else {
            "Demandez d’abord"
        };
        journey.sees(consent, "a tip line says: with consent");
        assert!(journey.keys < 10, "{} keys", journey.keys);
    }
}

#[test]
fn compensation_of_the_province_is_found_in_under_ten_keys() {
    for from in everywhere() {
        let mut journey = Journey::start(From {
            region: Region::Mb,
            ..from
        });
        let word = if from.language == Language::En {
            "/compen"
        } else {
            "/indemn"
        };
        journey.keys(word);
        open_if_narrow(&mut journey);
        assert!(journey.keys < 10, "{} keys", journey.keys);
        journey.sees("1-800-262-9344", "Manitoba's own program comes first");
    }
}

#[test]
fn a_sexual_assault_line_at_any_hour_near_halifax_is_found_in_under_ten_keys() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        let word = if from.language == Language::En {
            "/rape"
        } else {
            "/viol"
        };
        journey.keys(word);
        if journey.app.size().width < 100 {
            journey.keys("<enter>");
        }
        assert!(journey.keys < 10, "{} keys", journey.keys);
        let id = journey.app.listed_contact().unwrap().to_owned();
        let contact = journey.app.contact(&id).unwrap();
        assert!(
            contact.always_open && id.starts_with("ns-"),
            "the first hit: {id}"
        );
        let number = main(contact, Caller::UNKNOWN).unwrap().number.clone();
        journey.sees(&number, "its number");
    }
}

#[test]
fn reporting_without_consent_is_answered_in_under_ten_keys() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("<down><down><enter>");
        let words = match from.language {
            Language::En => ["only with the person’s", "Exceptions"],
            Language::Fr => ["consentement", "Exceptions"],
        };
        for word in words {
            journey.sees(word, "the answer is the topic's first point");
        }
        assert!(journey.keys < 10, "{} keys", journey.keys);
    }
}

#[test]
fn a_bookmark_is_starred_everywhere_and_removed_by_the_same_key() {
    let mut journey = Journey::start(From::default());
    journey.keys("/crime stoppers<down>b");
    journey
        .sees("Bookmarked: ", "the screen says so")
        .sees(">*", "and a star marks it");
    journey
        .keys("5")
        .sees(
            "1-800-222-8477",
            "it is on the list of bookmarks, with its number",
        )
        .sees("[5 Bookmarks]", "on its own tab");
    assert_eq!(journey.list.len(), 1);
    journey
        .keys("b")
        .sees("Bookmark removed: ", "the screen says so");
    journey.sees("No bookmarks yet", "an empty list says what to do");
    assert!(journey.list.is_empty());
}

#[test]
fn a_number_in_a_topic_leads_to_its_card_and_back_to_the_same_place() {
    let mut journey = Journey::start(From::default());
    // The row of a call comes first.
    journey.keys("<down><enter><tab>");
    let before = journey.screen();
    journey.sees(">1-800-222-8477<", "the number has the focus");
    journey
        .keys("<enter>")
        .sees("Crime Stoppers", "its card is open");
    journey.keys("<esc>");
    assert_eq!(
        journey.screen(),
        before,
        "back at the same link, the same row"
    );
}

#[test]
fn category_opens_the_directory_filtered_to_it_and_to_the_region() {
    let mut journey = Journey::start(From::default());
    journey.keys("<backtab>");
    let before = journey.screen();
    journey
        .keys("<enter>")
        .sees("[4 Directory]", "it leads to the Directory");
    journey
        .sees("Anti-trafficking services", "filtered to the category")
        .sees("Nova Scotia", "and the region");
    journey.keys("<enter><esc><esc>");
    assert_eq!(journey.screen(), before, "back at the same place");
}

#[test]
fn a_topic_leads_to_another_topic_and_back() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("<enter><tab>")
        .sees(">When it may be", "the link to another topic");
    let before = journey.screen();
    journey
        .keys("<enter>")
        .sees("child in need of protection", "the other topic is open");
    journey.keys("<esc>");
    assert_eq!(journey.screen(), before);
}

#[test]
fn sources_stand_under_each_point() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("<down><down>s")
        .sees("Sources: Consent first", "the topic's sources");
    journey.sees("https://", "with their addresses in full");
    journey.keys("<esc>4<down>s").sees(
        "Checked on 23 November 2026",
        "a contact's sources have their day",
    );
}

#[test]
fn filters_narrow_are_shown_and_one_key_takes_them_off() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("4<down>")
        .sees("147 found", "everything is listed");
    journey
        .keys("f<enter><down><enter>")
        .sees("Emergency", "a category was chosen");
    journey
        .keys("<down><down><enter>")
        .sees("yes", "open day and night");
    journey
        .keys("<esc>")
        .sees("Filters: Emergency · Open 24/7", "what is on is shown");
    let narrowed = journey.app.directory().hits.hits.len();
    assert!((1..147).contains(&narrowed), "{narrowed}");
    journey
        .keys("F")
        .sees("147 found", "one key takes them off")
        .sees_no("Filters:", "and their line goes");
}

#[test]
fn the_language_changes_in_place() {
    let mut journey = Journey::start(From::default());
    journey.keys("2<down><down><enter><down><down><down>");
    let (top, topic) = (
        journey.app.reader().top,
        journey.app.selected_topic().cloned(),
    );
    journey
        .keys("L")
        .sees("[2 ", "the same tab")
        .sees("Danger immédiat", "in French");
    assert_eq!(
        journey.app.selected_topic().cloned(),
        topic,
        "the same topic"
    );
    journey.keys("L");
    assert!(
        journey.app.reader().top.abs_diff(top) <= 3,
        "about the same row"
    );
}

#[test]
fn region_changes_the_first_hits() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("2<end>")
        .sees("Nunavut", "the regional topics are at the list's end");
    journey
        .keys("r")
        .sees("> Nova Scotia", "the region that is set is selected");
    journey.keys("al<enter>");
    assert_eq!(journey.app.region(), Region::Ab);
    journey.keys("4").sees("Alberta", "the head says so");
    let first = journey.app.listed_contact().unwrap().to_owned();
    assert!(first.starts_with("ab-"), "her region comes first: {first}");
}

#[test]
fn letters_type_in_the_field_and_escape_clears_then_leaves() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("/q1?")
        .sees("Search: q1?", "letters are letters here");
    assert_eq!(journey.ended, None, "q does not quit while typing");
    journey
        .keys("<esc>")
        .sees("Search:", "the first Esc clears")
        .sees_no("q1?", "the text is gone");
    journey
        .keys("<esc>")
        .sees("[1 Reporting]", "the second leads back to where she was");
}

#[test]
fn number_is_copied_and_the_clipboard_is_named() {
    let mut journey = Journey::start(From::default());
    journey.keys("/human trafficking hotline<enter>y");
    assert_eq!(journey.copied, ["1-833-900-1010"]);
    journey.sees(
        "Sent to your terminal’s clipboard: 1-833-900-1010",
        "never 'copied'",
    );
    journey.keys("<esc><esc>1<down><enter>y");
    assert_eq!(
        journey.copied[1], "1-833-900-1010",
        "the number under the focus, in a topic"
    );
}

#[test]
fn back_never_quits() {
    let mut journey = Journey::start(From::default());
    for _ in 0..5 {
        journey.keys("<esc><backspace>");
    }
    assert_eq!(journey.ended, None);
    journey.sees("To quit, press q", "it says how to leave");
    journey.keys("q");
    assert_eq!(journey.ended, Some(TerminalEffect::Quit));
}

#[test]
fn the_screen_can_be_cleared_from_everywhere() {
    for keys in [
        "",
        "/abc",
        "?",
        "4<down>f",
        "4<down>f<enter>",
        "r",
        "s",
        "<enter><tab>",
        "4<down><enter>",
    ] {
        let mut journey = Journey::start(From::default());
        journey.keys(keys).keys("<c-x>");
        assert_eq!(
            journey.ended,
            Some(TerminalEffect::ClearAndQuit),
            "after {keys:?}"
        );
    }
    let mut journey = Journey::start(From {
        first_run: true,
        ..From::default()
    });
    journey.keys("<c-x>");
    assert_eq!(
        journey.ended,
        Some(TerminalEffect::ClearAndQuit),
        "on the first screen"
    );
}

#[test]
fn help_lists_every_key_of_the_table() {
    let mut journey = Journey::start(From {
        size: (100, 140),
        ..From::default()
    });
    journey.keys("?");
    for key in [
        "Enter",
        "Esc Backspace",
        "Space PgDn",
        "1–9",
        "0–5",
        "Ctrl-X",
        "Ctrl-C",
        "b ",
        "y ",
        "L ",
    ] {
        journey.sees(key, "the help screen is made from the table");
    }
}

#[test]
fn a_card_without_a_number_says_so_plainly() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("/educaloi")
        .sees("no phone        website", "no number is no blank");
    journey
        .keys("<enter>")
        .sees("No phone number was found.", "and on the card");
    journey
        .keys("<esc>y")
        .sees("No phone number found", "and y says the same");
    assert!(journey.copied.is_empty());
}

#[test]
fn confirm_first_is_said_where_it_is_marked() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("<down><enter><pagedown>")
        .sees("(confirm first)", "in a topic");
    journey
        .keys("/rcmp human trafficking national<down><down>")
        .sees(
            "1-855-850-4640^",
            "beside the number, that it is another service’s",
        )
        .keys("<enter>")
        .sees("Confirm first:", "and on a card");
}

#[test]
fn a_window_too_small_says_so_and_still_names_911() {
    let mut journey = Journey::start(From {
        size: (29, 7),
        ..From::default()
    });
    journey
        .sees("911", "even here")
        .sees("too small", "and what is wrong");
    journey.keys("4/x<esc><esc>q");
    assert_eq!(
        journey.ended,
        Some(TerminalEffect::Quit),
        "keys work all the same"
    );
}

#[test]
fn topics_of_the_guide_are_found_beside_contacts() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("/consent")
        .sees("Consent first", "the topic is listed")
        .sees("guide", "and marked");
    journey
        .keys("<enter>")
        .sees("[1 Reporting]", "Enter opens it on its tab");
    journey
        .keys("<esc>")
        .sees("Search: consent", "and Esc comes back to the search");
}

#[test]
fn the_screen_says_why_a_hit_was_found() {
    let mut journey = Journey::start(From::default());
    journey.keys("/pimp").sees("(“pimp” → ", "under the card");
}

#[test]
fn a_second_search_takes_the_place_of_the_first() {
    for again in ["/", "4", "14", "<enter>/"] {
        let mut journey = Journey::start(From::default());
        let typed = |journey: &Journey| journey.app.directory().field.text().to_owned();
        journey
            .keys(&format!("4988<down>{again}"))
            .sees("← edit", "the footer says how to keep it");
        journey.keys("/ch");
        assert_eq!(typed(&journey), "ch", "after {again}");
        journey.sees_no("← edit", "it is hers now");
    }
    for (keys, left) in [
        ("<left>1", "9818"),
        ("<end>1", "9881"),
        ("<backspace>1", "981"),
        (" bc", "988 bc"),
        ("<esc>1", "1"),
        ("<down><esc>1", "9881"),
    ] {
        let mut journey = Journey::start(From::default());
        journey.keys(&format!("4988<down>/{keys}"));
        assert_eq!(journey.app.directory().field.text(), left, "after {keys}");
    }
}

#[test]
fn words_that_mean_a_filter_are_chips_and_backspace_takes_them_out() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("/shelter ns")
        .sees("Filters: Nova Scotia (your words)", "the region is a chip")
        .sees("Backspace filter off", "and the footer says how it goes");
    journey
        .keys("<left>")
        .sees_no("Backspace", "but not where the cursor is elsewhere");
    journey
        .keys("<right><backspace>")
        .sees_no("(your words)", "Backspace takes it out")
        .sees_no("Backspace", "and does no more than anywhere");
    journey.sees("Search: shelter", "and leaves the rest");
    journey
        .keys("yt")
        .sees("Yukon (your words)", "another takes its place");
    journey
        .keys("<down>f")
        .sees("By the words of your search: Yukon", "the form has it too");
    let mut journey = Journey::start(From::default());
    journey.keys("/aide en français<backspace>");
    let left = journey.app.directory().field.text().trim_end().to_owned();
    assert_eq!(left, "aide", "nothing of the phrase stays behind");
}

#[test]
fn search_without_hits_names_the_attempts_and_a_way_out() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("4<down>f<enter><down><down><down><down><down><enter><esc>")
        .sees("Filters: Crown", "of Crown attorneys alone");
    journey
        .keys("/velma<enter>")
        .sees("Nothing found for “velma”", "what was tried")
        .sees(">Crown prosecution (1)<", "and what finds something");
    journey
        .keys("<enter>")
        .sees("Velma’s House", "without the filter")
        .sees_no("Filters:", "which is off");
}

#[test]
fn a_number_can_be_shown_alone_and_as_a_code() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/trafficking hotline<enter><enter>Y");
        let alone = journey
            .rows()
            .iter()
            .any(|row| row.trim() == "1-833-900-1010");
        assert!(alone, "the number alone on its row:\n{}", journey.screen());
        journey.keys("<esc>o");
        let asked = ["A phone may be watched", "Un téléphone peut être surveillé"];
        let drawn = if from.size.1 < 20 { "Y" } else { "▀" };
        journey
            .sees(asked[from.language as usize], "with the warning")
            .sees(
                drawn,
                "as half blocks, or what to press where it does not fit",
            );
        journey
            .keys("<esc>")
            .sees("1-833-900-1010", "and back to the card");
    }
}

#[test]
fn hits_that_scroll_into_view_show_their_matches() {
    let mut journey = Journey::start(From::default());
    journey.keys("/services<down><pagedown><pagedown><pagedown>");
    let selected = journey.app.directory().pane.listing.selected;
    assert!(selected > 30, "far down the list: {selected}");
    let top = journey.app.directory().pane.listing.top;
    let hits = &journey.app.directory().hits.hits[top..=selected];
    let told = hits.iter().filter(|hit| !hit.spans.is_empty()).count();
    assert!(told > 0, "what scrolled into view shows what matched");
}

#[test]
fn the_glossary_is_reached_from_help_in_both_languages() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("?<tab><enter>");
        let title = if from.language == Language::En {
            "Glossary"
        } else {
            "Glossaire"
        };
        journey.sees(title, "the page is open");
        let last = ["Victim-offender", "traite des personnes"][from.language as usize];
        journey.keys("<end>").sees(last, "to its last term");
    }
}

#[test]
fn help_finds_a_key_by_name() {
    use havre::app::Action;
    use havre::app::keymap::Command;
    let mut typed = Journey::start(From::default());
    typed.keys("/halifax<down><down><enter>b");
    let mut named = Journey::start(From::default());
    for action in [
        Action::Command(Command::Search),
        Action::Write("halifax".to_owned()),
        Action::Command(Command::ToResults),
        Action::Select(1),
        Action::Command(Command::Open),
        Action::FocusLink(Some(0)),
        Action::Command(Command::Bookmark),
    ] {
        named.act(action);
    }
    assert_eq!(named.screen(), typed.screen(), "the same screen");
    assert_eq!(named.list.len(), 1, "and the same bookmark");
}

#[test]
fn the_language_changes_where_there_is_no_room_to_read() {
    let mut journey = Journey::start(From {
        size: (0, 0),
        ..From::default()
    });
    journey.keys("<enter><end>L");
    assert_eq!(journey.app.language(), Language::Fr);
}

#[test]
fn pending_warning_follows_the_answer_to_a_key() {
    for (key, answer) in [("y", "clipboard"), ("b", "Bookmarked"), ("x", "your own")] {
        let mut journey = Journey::start(From::default());
        journey.keys("/kids help<enter>");
        let warnings = ["settings-damaged", "bookmarks-newer"];
        let warnings = warnings.map(|id| havre::app::notice::Notice::new(id).warning());
        journey.app.take_notices();
        journey.app.say_last(warnings);
        journey.sees("settings", "the first warning");
        journey
            .keys(key)
            .sees(answer, "what the key did is said at once");
        let newer = journey.app.messages().text("bookmarks-newer");
        let start: String = newer.chars().take(30).collect();
        journey
            .keys("<down>")
            .sees(&start, "and then the other warning");
    }
}

#[test]
fn an_extension_is_copied_shown_large_and_dialled_with_its_number() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            region: Region::Qc,
            ..From::default()
        });
        journey.keys("/kingston police sexual<down>y");
        assert_eq!(journey.copied, ["613-549-4660 x6219"]);
        let written = ["613-549-4660 x6219", "613-549-4660 poste 6219"][language as usize];
        let rows = journey.rows();
        let whole = rows.iter().filter(|row| row.contains(written));
        assert_eq!(whole.count(), 2, "row and notice have it whole: {rows:?}");
        journey.keys("<enter>");
        let word = ["ext. 6219", "poste 6219"][language as usize];
        journey.sees(
            &format!("613-549-4660 {word}"),
            "the card says what it is, in what is copied",
        );
        journey.keys("Y").sees(word, "above its own large digits");
        journey.keys("L").keys("y");
        assert_eq!(journey.copied.last().unwrap(), "613-549-4660 x6219");
    }
}
