//! Every list and page of the embedded content in lines: no sign of the screen, no doubled sign, no
//! key of the screen, no code in place of a name.

use havre::app::subject::PageKind;
use havre::directory::Region;
use havre::i18n::Language;

use super::talk::{From, Talk};

/// Returns the first flaw of a line.
fn flaw(line: &str) -> Option<String> {
    const SIGNS: [&str; 11] = [
        ": :", ":,", ", ,", ",,", ";;", " ,", "( ", " )", ": .", ", .", ". (1-",
    ];
    let line = line.replace('\u{a0}', " ");
    let region = |code: &str| line.contains(&format!(", {code},")) || line.ends_with(code);
    let code = Region::ALL
        .into_iter()
        .find(|one| region(&format!(", {}", one.code())));
    let sign = SIGNS.into_iter().find(|sign| line.contains(sign));
    let starred = line.contains(". * ").then_some("*");
    let found = sign.or(starred).or(code.map(Region::code))?;
    Some(format!("{found:?} in {line:?}"))
}

/// Returns a session on the embedded content, in wide lines.
fn start(language: Language) -> Talk {
    Talk::start_on_all(From {
        language,
        width: 400,
        ..From::default()
    })
}

#[track_caller]
fn assert_clean(mut found: Vec<String>) {
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_page_has_a_sign_too_many() {
    for language in Language::ALL {
        let mut talk = start(language);
        let directory = talk.plain.app.catalogue().directory();
        let contacts = directory.contacts().iter();
        let mut found = Vec::new();
        for id in contacts.map(|one| one.id.clone()).collect::<Vec<_>>() {
            talk.opens(PageKind::Card(id));
            found.extend(talk.heard.lines().filter_map(flaw));
        }
        for tab in ["1", "2", "3"] {
            talk.types(&format!("tabs {tab}"));
            for item in 1..=talk.plain.app.list_length() {
                talk.types(&item.to_string());
                found.extend(talk.heard.lines().filter_map(flaw));
                talk.types(&format!("tabs {tab}"));
            }
        }
        assert_clean(found);
    }
}

#[test]
fn no_answer_has_a_sign_too_many_or_a_key_of_the_screen() {
    const LINES: [&str; 44] = [
        "help all",
        "tabs",
        "directory",
        "filters",
        "1",
        "5",
        "back",
        "again",
        "find xqzw",
        "clear filters",
        "find shelter",
        "bookmark 1",
        "bookmark 3",
        "called 1",
        "2",
        "1",
        "called 3",
        "1",
        "note 1 ring twice",
        "labels 1 night",
        "1",
        "back",
        "bookmarks",
        "undo",
        "undo",
        "redo",
        "pick 1",
        "hand over",
        "back",
        "lists",
        "2",
        "back",
        "back",
        "corrections",
        "back",
        "now",
        "undo",
        "settings",
        "6",
        "back",
        "add",
        "back",
        "find police",
        "remove 1",
    ];
    for language in Language::ALL {
        let mut talk = start(language);
        let mut found: Vec<String> = talk.heard.lines().filter_map(flaw).collect();
        for line in LINES {
            talk.types(line);
            found.extend(talk.heard.lines().filter_map(flaw));
            let keys = [
                "F1 ", "Esc ", "Échap", "appuyez", "press ", " u ", "c takes", "F retire",
            ];
            let named = keys.iter().find(|key| talk.heard.contains(**key));
            found.extend(named.map(|key| format!("{key:?} after {line}: {}", talk.heard)));
        }
        assert_clean(found);
    }
}

#[test]
fn first_page_names_bookmarks_and_answering_services() {
    let mut talk = start(Language::Fr);
    talk.types("chercher bryony")
        .types("signet 1")
        .types("maintenant")
        .types("suite");
    talk.types("encore");
    let said = talk.said();
    assert!(
        said.contains("Signets 10. Bryony House : 902-422-7650"),
        "{said}"
    );
    assert!(
        said.contains("(ligne des maisons de transition, Nouvelle-Écosse)"),
        "{said}"
    );
    assert!(
        said.contains("1. Aidez-moi pas à pas : cinq questions"),
        "{said}"
    );
}

#[test]
fn the_number_of_one_community_is_not_given_to_others_as_theirs() {
    let number = "867-979-1111";
    for (language, rule) in [
        (
            Language::En,
            "2. Immediate danger: RCMP 867, the first 3 digits of local numbers, then 1111",
        ),
        (
            Language::Fr,
            "2. Danger immédiat : GRC 867, 3 premiers chiffres locaux, puis 1111",
        ),
    ] {
        let mut talk = Talk::start_on_all(From {
            language,
            region: Region::Nu,
            ..From::default()
        });
        talk.types("now")
            .hears_no(number, "the community is not known")
            .hears(rule, "the rule is the first to call by");
        talk.types("region rankin inlet")
            .types("now")
            .hears_no(number, "it is another one")
            .hears(rule, "the rule is the first to call by");
        talk.types("region iqaluit")
            .types("now")
            .hears(number, "it is this one")
            .hears_no(rule, "the number is known");
    }
}

#[test]
fn a_reason_that_stands_above_the_list_is_not_repeated() {
    for (language, line, reason) in [
        (Language::En, "find shelter", "ounds like: A bed tonight"),
        (
            Language::Fr,
            "chercher hébergement",
            "n dirait : Un lit cette nuit",
        ),
    ] {
        let mut talk = start(language);
        talk.types(line);
        assert_eq!(talk.said().matches(reason).count(), 1, "{}", talk.heard);
    }
}

#[test]
fn tabs_are_counted() {
    for language in Language::ALL {
        let mut talk = start(language);
        talk.types("tabs 9").hears("5.", "the last one");
        talk.types("help all")
            .hears_no("five tabs", "there are six")
            .hears_no("cinq onglets", "six");
    }
}
