//! Layout in columns, and the keys in a single column: first the list, then the reader.

use super::journey::{From, Journey};
use havre::directory::Region;
use havre::i18n::Language;

/// Words of the first topic, and of the titles at both ends of the list's window.
const READ: &str = "Follow your workplace safety protocol";
const LISTED: [&str; 2] = ["Who may report, and where", "Keeping information safe"];

fn of_size(width: u16, height: u16) -> Journey {
    Journey::start(From {
        size: (width, height),
        ..From::default()
    })
}

#[test]
fn a_topic_stands_beside_its_list_where_both_have_room() {
    let mut journey = of_size(100, 24);
    for title in LISTED {
        journey.sees(title, "the topics are listed");
    }
    journey.sees(READ, "and the selected one is read beside them");
    journey.keys("<tab>");
    journey.sees("· Immediate danger", "the list stays in view");
    journey.keys("<tab><tab><tab><tab>");
    journey.sees("> Immediate danger", "behind the last link is the list");
}

#[test]
fn elsewhere_the_list_comes_first_and_the_topic_takes_its_place() {
    let mut journey = of_size(99, 24);
    for title in LISTED {
        journey.sees(title, "the topics are listed");
    }
    journey.sees_no(READ, "the topic is read when it is opened");
    journey.sees_no("Tab links", "there is no link in view to go to");
    let list = journey.screen();
    for open in ["<enter>", "<tab>"] {
        journey.keys(open);
        journey.sees(" Immediate danger\n", "she sees its start");
        journey.sees(READ, "in the whole width");
        journey.sees_no(LISTED[1], "without the list");
        assert_eq!(journey.app.reader().link, None, "no link has the focus yet");
        journey.keys("<esc>");
        assert_eq!(journey.screen(), list, "one step back is the list");
    }
}

#[test]
fn links_of_a_reader_alone_wrap_around() {
    let mut journey = of_size(80, 24);
    journey.keys("<enter><tab>");
    journey.sees(">When it may be a child<", "the first link");
    journey.keys("<backtab>");
    journey.sees(
        ">Anti-trafficking services<",
        "the last comes before the first",
    );
    journey.keys("<tab>");
    journey.sees(">When it may be a child<", "and the first behind the last");
}

#[test]
fn a_card_stands_beside_its_list_where_both_have_room() {
    for (width, beside) in [(100, true), (99, false)] {
        let mut journey = of_size(width, 24);
        journey.keys("4<down>");
        if beside {
            journey.sees("Where:", "the card is read beside the list");
        } else {
            journey.sees_no("Where:", "the card is read when it is opened");
            journey
                .keys("<enter>")
                .sees("Where       ", "in the whole width");
        }
    }
}

#[test]
fn a_list_that_goes_on_below_says_so() {
    let mut journey = of_size(80, 24);
    journey.sees("6 more below", "there are more topics than rows");
    journey
        .keys("<end>")
        .sees_no("more below", "down to the last");
    journey
        .keys("3")
        .sees_no("more below", "this one is in view whole");
}

#[test]
fn a_choice_that_goes_on_below_says_so() {
    for (keys, below, end) in [
        ("4<down>f", "1 more below", "<end>"),
        ("5a", "3 more below", "<pagedown>"),
    ] {
        let mut journey = of_size(40, 11);
        journey.keys(keys).sees(below, keys);
        journey.keys(end).sees_no("more below", keys);
    }
    let mut journey = of_size(40, 12);
    journey.keys("4<down>f<enter>");
    journey.sees("more below", "a long list to choose from");
}

#[test]
fn a_pane_beside_a_list_is_never_empty() {
    for language in Language::ALL {
        for (size, tabs) in [((100, 30), "1234"), ((160, 50), "01234")] {
            for tab in tabs.chars() {
                let mut journey = Journey::on_first_page(language, Region::Ns, size);
                journey.keys(&format!("{tab}<down><up>"));
                for _ in 0..journey.app.list_length().min(24) {
                    let rows = journey.rows();
                    let beside = rows.iter().filter_map(|row| row.split_once('│'));
                    let words = beside.map(|(_, beside)| beside.trim().to_owned());
                    let words: Vec<String> = words.collect();
                    let is_empty = !words.is_empty() && words.iter().all(String::is_empty);
                    assert!(!is_empty, "{}", journey.screen());
                    journey.keys("<down>");
                }
            }
        }
    }
}
