//! Several numbers in one text with their words, and choices of a menu.

use super::read;

#[test]
fn each_of_two_numbers_keeps_its_own_words() {
    for (text, lines) in [
        (
            "(day) 902-555-0123 / (night) 902-555-0199",
            ["902-555-0123 (day)", "902-555-0199 (night)"],
        ),
        (
            "jour\u{a0}: 418-555-0123 nuit\u{a0}: 418-555-0199",
            ["418-555-0123 (jour)", "418-555-0199 (nuit)"],
        ),
        (
            "418-555-0123 (jour) 418-555-0199 (soir)",
            ["418-555-0123 (jour)", "418-555-0199 (soir)"],
        ),
        (
            "418-555-0123 (9 h à 17 h) 418-555-0199 (24/7)",
            ["418-555-0123 (9 h à 17 h)", "418-555-0199 (24/7)"],
        ),
        (
            "418-555-0123 (jour) 418-555-0199",
            ["418-555-0123 (jour)", "418-555-0199"],
        ),
        (
            "902-555-0123 x12 (day) 902-555-0199 x13 (night)",
            ["902-555-0123 x12 (day)", "902-555-0199 x13 (night)"],
        ),
        (
            "902-555-0123 ext 12 or 902-555-0199 ext 13",
            ["902-555-0123 x12", "902-555-0199 x13"],
        ),
    ] {
        assert_eq!(read(text), lines, "{text}");
    }
    for text in [
        "(jour) 418-555-0123 (soir) 418-555-0199 (nuit)",
        "902-555-0123 (Anne, ext. two) 902-555-0199",
    ] {
        let lines = read(text);
        assert_eq!(lines.len(), 1, "{lines:?} may be either's");
    }
}

#[test]
fn the_choice_of_a_menu_stays_beside_its_number() {
    for (text, line) in [
        ("1-800-555-0123, option 4", "1-800-555-0123 (option 4)"),
        ("1-800-555-0123 option 4", "1-800-555-0123 (option 4)"),
        ("902-555-0123; press 4", "902-555-0123 (press 4)"),
        ("902-555-0123, then press #", "902-555-0123 (then press #)"),
        (
            "902-555-0123 (day), press 4, then press 2",
            "902-555-0123 (day, press 4, then press 2)",
        ),
        ("418-555-0123, faites le 4", "418-555-0123 (faites le 4)"),
        (
            "418-555-0123\nappuyez sur le 4",
            "418-555-0123 (appuyez sur le 4)",
        ),
        (
            "418-555-0123 poste 212, composez le 4",
            "418-555-0123 x212 (composez le 4)",
        ),
        (
            "418-555-0123, composez le 4, poste 22",
            "418-555-0123 (composez le 4, poste 22)",
        ),
    ] {
        assert_eq!(read(text), [line], "{text}");
    }
    assert_eq!(
        read("902-555-0123, or dial 911"),
        ["902-555-0123", "911 (or dial)"]
    );
    assert_eq!(
        read("902-555-0123, press 4 or call 902-555-0199"),
        ["902-555-0123", "press 4 or call 902-555-0199: Some('o')"]
    );
    assert_eq!(read("press 4"), ["press 4: None"], "no number is before it");
}
