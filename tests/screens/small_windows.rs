//! Defects found in trials: text fields in small windows, ways out of a search, keys missing in the
//! footer.

use super::journey::{From, Journey};
use havre::app::subject::PageKind;
use havre::app::{Action, update};
use havre::directory::{Audience, Category};
use havre::i18n::Language;

fn at(language: Language, size: (u16, u16)) -> Journey {
    Journey::start(From {
        language,
        size,
        ..From::default()
    })
}

/// Returns the rows of the screen as one text without line breaks.
fn flat(journey: &Journey) -> String {
    let rows = journey.rows();
    let words: Vec<&str> = rows.iter().flat_map(|row| row.split_whitespace()).collect();
    words.join(" ")
}

/// Returns the row of the text field.
fn written(journey: &Journey) -> String {
    let (_, cursor) = journey.frame();
    journey.rows()[usize::from(cursor.y)].trim().to_owned()
}

#[test]
fn a_line_has_its_own_row_and_no_advice_is_cut_in_a_small_window() {
    let advice = [
        [
            "About the service, never about a client.",
            "Words with commas between them, such as: night, Cree, trusted.",
        ],
        [
            "Sur le service, jamais sur une personne.",
            "Des mots séparés par des virgules, comme : nuit, cri, de confiance.",
        ],
    ];
    for language in Language::ALL {
        for size in [(80, 24), (40, 12), (30, 8)] {
            for (key, advice) in ["n", "t"].into_iter().zip(advice[language as usize]) {
                let mut journey = at(language, size);
                journey.keys("/halifax regional police<enter>").keys(key);
                assert_eq!(written(&journey), ">", "{}", journey.screen());
                assert!(flat(&journey).contains(advice), "{}", journey.screen());
            }
        }
    }
}

#[test]
fn a_warning_about_a_persons_data_is_never_cut() {
    let way_on = [
        "Enter saves it all the same.",
        "Entrée enregistre quand même.",
    ];
    let line = "1999-04-12 514-555-1234 046 454 286 Mme";
    for language in Language::ALL {
        for size in [(80, 24), (40, 12), (30, 8)] {
            for text in ["Appeler le 514-555-1234 Mme", line] {
                let mut journey = at(language, size);
                journey.keys("/halifax regional police<enter>n").keys(text);
                journey.keys("<enter>");
                assert!(
                    flat(&journey).contains(way_on[language as usize]),
                    "{}",
                    journey.screen()
                );
                let row = written(&journey);
                let shown = row.trim_start_matches('>').trim();
                assert!(text.ends_with(shown), "{}", journey.screen());
            }
        }
    }
}

#[test]
fn a_search_that_was_left_can_be_changed_and_cleared() {
    for (language, size, search, clear) in [
        (Language::En, (80, 24), "/ search", "F clear"),
        (Language::Fr, (100, 30), "/ chercher", "F vider"),
    ] {
        let mut journey = at(language, size);
        journey.keys("4help<down>");
        journey.sees(search, "the way to other words");
        journey.sees(clear, "the way to none");
        journey.keys("<esc>");
        assert!(journey.app.is_typing(), "one step back is the field");
        assert_eq!(journey.app.directory().field.text(), "help");
        journey.keys("<down>F");
        assert_eq!(
            journey.app.directory().field.text(),
            "",
            "F takes the words off"
        );
    }
}

#[test]
fn filters_that_find_nothing_say_how_to_take_them_off() {
    for (language, clear) in [
        (Language::En, "f, then c, takes all filters off."),
        (Language::Fr, "f, puis c, retire tous les filtres."),
    ] {
        let mut journey = at(language, (80, 24));
        journey.keys("4zzqqxx<enter>");
        journey.sees("211", "who knows local services");
        journey.keys("<tab><tab><enter>");
        assert_eq!(
            journey.app.current_contact().as_deref(),
            Some("ns-211"),
            "the number named is a link:\n{}",
            journey.screen()
        );
        let mut journey = at(language, (80, 24));
        journey.keys("4");
        filter_by_what_nobody_has(&mut journey);
        journey.keys("4x<backspace><enter>");
        journey.sees(clear, "the way out of the filters");
        journey.keys("fc<esc>");
        journey.sees_no(clear, "these keys do it");
    }
}

#[test]
fn arrows_are_words_where_there_is_ascii_alone() {
    for (language, rows, all) in [
        (Language::En, "Up/Down move", "arrows move"),
        (Language::Fr, "Haut/Bas se déplacer", "flèches se déplacer"),
    ] {
        let mut journey = Journey::start(From {
            language,
            size: (120, 24),
            ascii: true,
            ..From::default()
        });
        journey
            .keys(",")
            .sees(rows, "no arrow that looks like a letter");
        journey.keys("<esc>r").sees(all, "all four, on the map");
        journey
            .keys("<esc>4")
            .sees_no("↓", "not in the field either");
    }
}

#[test]
fn footer_of_a_text_names_the_effect_of_enter() {
    let words = [
        ["Enter save", "Enter next", "Enter choose"],
        ["Entrée enregistrer", "Entrée suivant", "Entrée choisir"],
    ];
    for language in Language::ALL {
        let [save, next, choose] = words[language as usize];
        let mut journey = at(language, (40, 12));
        journey.keys("/kids help<enter>n").sees(save, "a note");
        journey.keys("<esc>t").sees(save, "labels");
        journey.keys("<esc>5a").sees(next, "a row to write");
        journey.keys("<down><down>").sees(choose, "a row to choose");
        journey.keys("<pagedown>").sees(save, "the last row");
    }
}

#[test]
fn kind_of_help_has_no_default_and_is_required() {
    for (language, choose, missing) in [
        (Language::En, "choose", "Please choose the kind of help."),
        (Language::Fr, "à choisir", "Choisissez le genre d’aide."),
    ] {
        let mut journey = at(language, (80, 24));
        journey.keys("5aDrop-in<down>902-555-0123");
        journey.sees(choose, "nothing is chosen for her");
        journey
            .keys("<pagedown><enter>")
            .sees(missing, "it is asked for");
        assert_eq!(journey.list.own().count(), 0, "and nothing saved before");
        journey.keys("<enter><end><enter><pagedown><enter>");
        assert_eq!(journey.list.own().count(), 1, "{}", journey.screen());
    }
}

#[test]
fn faults_of_an_own_contact_fit_the_smallest_window() {
    for language in Language::ALL {
        let mut journey = at(language, (30, 8));
        let typed = [("text", "call me".into())];
        let says = |id: &str| havre::i18n::Messages::of(language).format(id, &typed);
        journey.keys("5a<down>call me<pagedown><up><up>example.ca<pagedown><enter>");
        for (problem, mend) in [
            ("bookmarks-own-name-missing", "Desk"),
            ("bookmarks-own-phone-not-dialable", "<c-u>902-555-0123"),
            (
                "bookmarks-own-website-without-scheme",
                "<c-u>https://example.ca",
            ),
            ("own-category-missing", "<enter><enter>"),
        ] {
            let words = says(problem).replace('\u{a0}', " ");
            assert!(flat(&journey).contains(&words), "{}", journey.screen());
            journey.keys(mend).keys("<pagedown><enter>");
        }
        assert_eq!(journey.list.own().count(), 1, "{}", journey.screen());
    }
}

#[test]
fn typed_text_keeps_its_fault_in_the_smallest_window() {
    for language in Language::ALL {
        let i = language as usize;
        for (typed, words) in [
            (
                "<down>the desk that is open at night, or write to us",
                [
                    "\"the desk that is…\" is not a Canadian phone number such as 902-555-0123.",
                    "« the desk that is… » n’est pas un numéro canadien comme 902-555-0123.",
                ],
            ),
            (
                "<down>1 (902) 555-012O by night",
                [
                    "In \"1 (902) 555-012O…\", \"O\" is not part of a phone number.",
                    "« 1 (902) 555-012O… » : « O » ne fait pas partie d’un numéro de téléphone.",
                ],
            ),
        ] {
            let mut journey = at(language, (30, 8));
            journey.keys("5aDesk").keys(typed).keys("<pagedown><enter>");
            assert!(flat(&journey).contains(words[i]), "{}", journey.screen());
        }
    }
}

#[test]
fn warning_about_the_list_is_whole_in_a_small_window() {
    let report = havre::bookmarks::Report::Rescued {
        saved: 3,
        from_backup: 2,
        original: "/home/alice/.local/share/havre/bookmarks.damaged-2026.json".into(),
    };
    for language in Language::ALL {
        let mut journey = at(language, (40, 12));
        let said = report.message(havre::i18n::Messages::of(language)).unwrap();
        let notice = havre::app::notice::Notice::with("notice-said", vec![("text", said.clone())]);
        journey.app.say_first(notice.warning());
        let letters = |text: &str| text.replace([' ', '\u{a0}'], "");
        let shown = letters(&flat(&journey));
        assert!(shown.contains(&letters(&said)), "{}", journey.screen());
        journey.keys("<down>");
        let shown = letters(&flat(&journey));
        assert!(!shown.contains(&letters(&said)), "one key and it is read");
    }
}

/// Sets filters in the form that no contact passes; the focus is in the search field before and
/// after.
fn filter_by_what_nobody_has(journey: &mut Journey) {
    let steps = |place: Option<usize>| "<right>".repeat(place.unwrap() + 1);
    let crown = Category::ALL.iter().position(|one| *one == Category::Crown);
    let seniors = Audience::ALL
        .iter()
        .position(|one| *one == Audience::Seniors);
    journey.keys("<esc>f");
    journey.keys(&steps(crown));
    journey.keys("<down><down><right><down><down><down>");
    journey.keys(&steps(seniors));
    journey.keys("<esc>");
    assert!(journey.app.directory().hits.hits.is_empty(), "nobody has");
    journey.keys("4");
}

#[test]
fn esc_leads_out_of_filters_that_find_nothing() {
    for language in Language::ALL {
        let mut journey = at(language, (80, 24));
        journey.keys("4");
        filter_by_what_nobody_has(&mut journey);
        journey.keys("<esc><esc><esc>");
        let at_start = havre::i18n::Messages::of(language).text("notice-nothing-back");
        assert!(flat(&journey).contains(&at_start), "{}", journey.screen());
        journey.keys("<esc>");
        assert!(flat(&journey).contains(&at_start), "{}", journey.screen());
    }
}

#[test]
fn restored_bookmark_is_named_without_the_key_of_bookmarks() {
    for (language, back) in [
        (Language::En, "Back again: Kids Help Phone"),
        (Language::Fr, "De retour : Jeunesse, J’écoute"),
    ] {
        let mut journey = at(language, (80, 24));
        journey
            .keys("/kids help<enter>bb5u")
            .sees(back, "it is back");
        journey.sees_no("(b ", "nothing to bring back");
    }
}

#[test]
fn esc_asks_once_before_text_is_lost() {
    for (language, asks) in [
        (Language::En, "Esc again leaves without saving."),
        (Language::Fr, "Échap de nouveau quitte sans enregistrer."),
    ] {
        for open in ["/kids help<enter>n", "5a"] {
            let mut journey = at(language, (40, 12));
            journey.keys(open).keys("<esc>");
            assert!(journey.app.at_tab(), "nothing to lose");
            journey.keys(open.trim_start_matches("/kids help<enter>"));
            journey.keys("half<esc>");
            assert!(flat(&journey).contains(asks), "{}", journey.screen());
            journey.keys("x<esc>");
            assert!(!journey.app.at_tab(), "she wrote on: it asks again");
            journey.keys("<esc>");
            assert!(journey.app.at_tab(), "asked, she leaves");
        }
    }
}

#[test]
fn a_number_that_is_out_of_service_needs_no_more_words() {
    let mut journey = at(Language::En, (80, 24));
    journey
        .keys("/kids help<enter>v")
        .sees("number not in service", "in plain words");
    journey
        .keys("<down><enter>")
        .sees("Saved, thank you", "it is saved at once");
    assert_eq!(journey.list.marks().count(), 1);
}

#[test]
fn follow_is_offered_on_a_link_alone() {
    let mut journey = at(Language::En, (80, 24));
    journey
        .keys("4kids help<down>")
        .sees_no("Enter follow", "no link has the focus");
    journey
        .keys("<enter>")
        .sees("y copy", "the first number has it")
        .sees_no("Enter follow", "a number leads nowhere");
    journey
        .keys("<a-1><down><enter><tab>")
        .sees("Enter follow", "a name leads to its card");
}

#[test]
fn a_slash_that_leads_into_the_field_is_not_typed_there() {
    let mut journey = at(Language::En, (80, 24));
    journey.keys("4/24/7");
    assert_eq!(journey.app.directory().field.text(), "24/7");
}

#[test]
fn the_first_screen_keeps_the_way_on_and_the_way_to_the_other_language() {
    for (language, keys) in [
        (Language::En, "Enter begin Tab Français"),
        (Language::Fr, "Entrée commencer Tab English"),
    ] {
        let journey = Journey::start(From {
            language,
            size: (30, 8),
            first_run: true,
            ..From::default()
        });
        assert!(flat(&journey).ends_with(keys), "{}", journey.screen());
    }
}

#[test]
fn an_address_is_not_called_a_number() {
    let mut journey = at(Language::En, (80, 24));
    update(&mut journey.app, Action::Key(super::journey::parse("/")[0]));
    let address = "https://example.ca/aide".to_owned();
    journey.act(Action::Open(PageKind::Number(address)));
    journey.sees("the address stands alone", "it is one");
}
