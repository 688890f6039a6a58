//! Text copied to the clipboard of the terminal.

use super::journey::{From, Journey, everywhere};

#[test]
fn the_text_of_a_page_to_hand_over_is_copied_as_it_is_shown() {
    for from in everywhere() {
        for kind in ["1", "2", "3"] {
            let mut journey = Journey::start(from);
            journey.keys("4<esc>mmc").keys(kind);
            let hint = from.said("footer-copy-text");
            let is_offered = from.size.0 < 60 || journey.screen().contains(&hint);
            assert!(is_offered, "the footer offers it: {}", journey.screen());
            journey.keys("y");
            let [text] = &journey.copied[..] else {
                panic!("{kind}: {:?} on\n{}", journey.copied, journey.screen());
            };
            assert!(text.lines().count() > 1, "{text}");
            assert!(!text.ends_with('\n'), "{text}");
            let said = from.said("notice-copied-page");
            let line = journey.in_one_line();
            assert!(line.contains(&said), "{line}");
        }
    }
}

#[test]
fn corrections_are_copied_too() {
    let mut journey = Journey::start(From::default());
    journey.keys("/988<enter>v5wrong hours<enter>C<down><enter>y");
    let text = journey.copied.last().map_or("", String::as_str);
    assert!(text.contains("wrong hours"), "{text}\n{}", journey.screen());
}

#[test]
fn the_copied_number_of_another_service_is_told_with_its_name() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("/ca-parents-young<enter>y");
        assert_eq!(journey.copied, ["1-800-622-6232"], "{}", journey.screen());
        let line = journey.in_one_line();
        assert!(line.contains("1 800 O-Canada"), "{line}");
        journey.keys("/988<enter>y");
        let of_another = from.said("notice-copied-of-another");
        let (_, end) = of_another.rsplit_once(". ").unwrap();
        let (words, _) = end.split_once(':').unwrap();
        assert!(!journey.in_one_line().contains(words), "{words}");
    }
}
