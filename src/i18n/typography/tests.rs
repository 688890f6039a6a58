//! Tests of the typography of texts.

use super::*;

#[test]
fn copied_text_is_a_dialable_number_or_an_address() {
    for (text, copied) in [
        ("1-833-900-1010", "18339001010"),
        ("+1 (902) 555-0199 x12", "+19025550199,12"),
        ("1\u{a0}800\u{a0}268-9292", "18002689292"),
        ("*16,2;3#", "*16,2;3#"),
        ("902\u{1b}[31m-555\n-0199", "902[31m-555-0199"),
        ("902\u{202e}-555-0199\r\n", "9025550199"),
        ("https://avalon.ca/x?a=1\n\u{9b}", "https://avalon.ca/x?a=1"),
        ("a@b.ca\u{7}", "a@b.ca"),
    ] {
        assert_eq!(copyable(text), copied, "{text:?}");
    }
}

#[test]
fn characters_that_terminals_show_differently_are_forbidden() {
    for (name, character) in [
        ("escape", '\u{1b}'),
        ("newline", '\n'),
        ("delete", '\u{7f}'),
        ("next line", '\u{85}'),
        ("soft hyphen", '\u{ad}'),
        ("zero width joiner", '\u{200d}'),
        ("right-to-left override", '\u{202e}'),
        ("right-to-left isolate", '\u{2067}'),
        ("byte order mark", '\u{feff}'),
        ("variation selector", '\u{fe0f}'),
        ("keycap", '\u{20e3}'),
        ("telephone dingbat", '\u{260e}'),
        ("emoji", '\u{1f4de}'),
        ("flag letter", '\u{1f1e8}'),
        ("tag", '\u{e0067}'),
        ("replacement", '\u{fffd}'),
        ("private use", '\u{e0b0}'),
    ] {
        assert!(is_forbidden(character), "{name}");
        let text = format!("a{character}b");
        assert_eq!(
            flaws(&text, Language::En),
            [Flaw::Forbidden(character)],
            "{name}"
        );
    }
}

#[test]
fn nothing_invisible_is_printed() {
    let invisible = "\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}\u{180e}\u{200b}\u{200c}\
        \u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2065}\u{2066}\u{2069}\u{206f}\
        \u{2800}\u{3164}\u{fe00}\u{fe0f}\u{feff}\u{ffa0}\u{fff9}\u{fffb}\u{1bca0}\u{1d173}\u{e0001}\u{e0041}\
        \u{e0100}\u{0}\u{1b}\u{85}\u{9b}\n\r\t";
    for character in invisible.chars() {
        assert!(is_obeyed(character), "U+{:04X}", u32::from(character));
        assert!(is_forbidden(character), "U+{:04X}", u32::from(character));
        let blank = if is_selector(character) { "" } else { " " };
        assert_eq!(printable(&format!("a{character}b")), format!("a{blank}b"));
        assert_eq!(visible(&format!("a{character}b")), "ab");
    }
}

#[test]
fn letters_and_punctuation_of_both_languages_are_allowed() {
    for text in [
        "L’Œuvre – « été » · 24 h/24… 5 $",
        "Kwa\u{331}k’wala, ᐃᓄᒃᑎᑐᑦ, ↑ ↓ ← →",
        "Île-du-Prince-Édouard (N.-É.) & Cie #377 *4141",
    ] {
        assert_eq!(text.chars().find(|c| is_forbidden(*c)), None, "{text}");
    }
}

#[test]
fn french_signs_have_the_spaces_of_canada() {
    for right in [
        "Danger\u{a0}: 911",
        "«\u{a0}Oui\u{a0}»",
        "Oui? Non! Bon; voilà",
        "https://exemple.ca à 8:30",
    ] {
        assert_eq!(flaws(right, Language::Fr), [], "{right}");
    }
    for wrong in [
        "Danger : 911",
        "Danger: 911",
        "Danger:",
        "« Oui\u{a0}»",
        "«\u{a0}Oui »",
        "«\u{a0}Oui»",
        "Oui ?",
        "Non\u{a0}!",
        "Bon ; voilà",
    ] {
        assert!(
            matches!(flaws(wrong, Language::Fr)[..], [Flaw::FrenchSpace(_)]),
            "{wrong}"
        );
        assert_eq!(flaws(wrong, Language::En), [], "English has its own ways");
    }
}

#[test]
fn the_words_around_a_flaw_are_cut_between_characters() {
    let text = "éééééééééééééééééééé : àààààààààààààààààààà";
    assert_eq!(french_space(text), Some("éééééééééééééé : àààààààààààààà"));
}

#[test]
fn a_text_has_words_and_single_spaces() {
    assert_eq!(flaws(" \u{a0}", Language::En), [Flaw::Blank]);
    for padded in [" a", "a ", "a  b"] {
        assert_eq!(flaws(padded, Language::En), [Flaw::Spaces], "{padded:?}");
    }
}

#[test]
fn a_number_keeps_its_unit() {
    for right in [
        "moins de 14\u{a0}ans, dans les 2\u{a0}mois",
        "de 8\u{a0}h\u{a0}30 à 17\u{a0}h 1-877-341-3101",
        "15\u{a0}à 17 anges; en 2019 300 personnes",
        "25\u{a0}000\u{a0}$",
    ] {
        assert_eq!(number_space(right), None, "{right}");
    }
    for wrong in [
        "14 ans",
        "8 h 30",
        "8\u{a0}h 30",
        "24 h/24",
        "25 000\u{a0}$",
        "30 % et plus",
    ] {
        assert!(number_space(wrong).is_some(), "{wrong}");
    }
    let found = flaws("dès 14 ans", Language::Fr);
    assert_eq!(found, [Flaw::NumberSpace("dès 14 ans".to_owned())]);
    assert_eq!(flaws("a 2 h drive", Language::En), []);
}

#[test]
fn the_first_of_a_month_is_an_ordinal() {
    for right in [
        "le 1er\u{a0}juin 2026",
        "le 11 juin",
        "1 maison",
        "1-800-555-0101 juin",
    ] {
        assert_eq!(first_of_month(right), None, "{right}");
    }
    for wrong in ["depuis le 1\u{a0}juin 2026", "1 août"] {
        assert!(first_of_month(wrong).is_some(), "{wrong}");
    }
    let found = flaws("le 1 mai", Language::Fr);
    assert_eq!(found, [Flaw::FirstOfMonth("le 1 mai".to_owned())]);
}
