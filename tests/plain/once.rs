//! Nothing is printed twice, and nothing in the other language.

use havre::directory::Region;
use havre::i18n::Language;

use super::talk::{From, Talk};

fn at(language: Language, region: Region) -> From {
    From {
        language,
        region,
        ..From::default()
    }
}

/// Returns the printed reasons of items that quote the typed text.
fn reasons(talk: &Talk) -> Vec<String> {
    let said = talk.said();
    let starts = ["(“", "(«"].map(|start| said.match_indices(start).map(|(at, _)| at));
    let starts = starts.into_iter().flatten();
    starts
        .map(|start| said[start..].split(')').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_reason_is_said_once_for_a_list() {
    for (language, line) in [
        (Language::En, "find pimp"),
        (Language::Fr, "chercher proxénète"),
    ] {
        let mut talk = Talk::start(at(language, Region::Ns));
        talk.types(line);
        let count = talk.plain.app.list_length();
        let mut all = reasons(&talk);
        for _ in 0..count / 10 {
            talk.types("more");
            all.extend(reasons(&talk));
        }
        assert!(!all.is_empty() && count > 10, "{}", talk.heard);
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len(), "{all:?}");
        talk.types("again");
        assert_eq!(reasons(&talk)[..1], all[..1], "the list is said anew");
    }
}

#[test]
fn a_reason_is_never_the_title_again_nor_english_in_french() {
    for language in Language::ALL {
        for region in [Region::Qc, Region::Ab, Region::Ns] {
            for line in ["ivac", "aide juridique", "legal aid", "hrp", "boss", "peur"] {
                let mut talk = Talk::start(at(language, region));
                talk.types(&format!("find {line}"));
                for reason in reasons(&talk) {
                    let meaning = reason.rsplit(": ").next().unwrap();
                    let english = ["foreign", "planning", "labour", "police"];
                    let english = english.iter().any(|word| meaning.contains(word));
                    assert!(!english || language == Language::En, "{reason}");
                    let title = format!("{meaning}, guide {reason}");
                    assert!(!talk.said().contains(&title), "{reason}");
                    assert_ne!(meaning.to_lowercase(), line, "{reason}");
                }
            }
        }
    }
}

#[test]
fn a_filter_that_the_words_ask_for_too_is_said_once() {
    for (language, lines) in [
        (Language::En, ["find in french", "French"]),
        (Language::Fr, ["chercher en français", "français"]),
    ] {
        let mut talk = Talk::start(at(language, Region::Ns));
        let filters = ["Filters: ", "Filtres : "][language as usize];
        let own = ["(your words)", "(vos mots)"][language as usize];
        talk.types(lines[0])
            .hears(own, "her words are a filter")
            .types("filters")
            .types("5")
            .types(lines[1])
            .types("back")
            .hears(filters, "the list")
            .hears_no(own, "they say no more than the filter");
        let said = talk.said();
        let head = said.split(filters).nth(1).unwrap();
        let head = head.split(". ").next().unwrap();
        assert_eq!(head.matches(lines[1]).count(), 1, "{said}");
    }
}

#[test]
fn only_other_regions_are_named() {
    for language in Language::ALL {
        let mut talk = Talk::start(at(language, Region::Ns));
        talk.types("find rcmp");
        let (hers, canada) = match language {
            Language::En => (", Nova Scotia", ", All of Canada"),
            Language::Fr => (", Nouvelle-Écosse", ", Tout le Canada"),
        };
        talk.hears_no(hers, "she works there")
            .hears(canada, "another one is named");
        for code in [", NS", ", CA", ", NU", ", ON"] {
            talk.hears_no(code, "a code is read as a word");
        }
    }
}

#[test]
fn in_both_languages_one_comes_after_the_other_with_one_number_a_phone() {
    const NUMBER: &str = "1-833-900-1010";
    for language in Language::ALL {
        let mut talk = Talk::start(at(language, Region::Ns));
        talk.types("find trafficking hotline")
            .types("1")
            .types("both");
        let said = talk.heard.clone();
        for name in ["English", "Français"] {
            let headings = said.lines().filter(|line| *line == name).count();
            assert_eq!(headings, 1, "{name}: {said}");
        }
        let links = said.match_indices(NUMBER).filter_map(|(place, _)| {
            let link = said[place + NUMBER.len()..].trim_start();
            let link = link.strip_prefix('(')?.split(')').next()?;
            Some(link.chars().filter(char::is_ascii_digit).collect())
        });
        let links: Vec<String> = links.collect();
        assert_eq!(links.len(), 2, "{said}");
        assert_eq!(links[0], links[1], "{said}");
        talk.types(&links[0]);
        assert_eq!(talk.heard, format!("{NUMBER}\n"), "it is that number");
    }
}
