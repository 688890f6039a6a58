//! Equality of English and French, and use without sight: the settings and their effects.

use super::journey::{From, Journey, everywhere};
use havre::bookmarks::Trouble;
use havre::directory::Region;
use havre::guide::TopicId;
use havre::i18n::{Language, Messages};
use havre::settings::{Preferences, ThemeName};

#[test]
fn settings_are_changed_in_place_and_saved_at_once() {
    let mut journey = Journey::start(From::default());
    journey
        .keys(",")
        .sees("Settings", "the screen is open")
        .sees("Language                   ", "with a row each");
    journey
        .keys("<down><down><down><right>")
        .sees("Saved. Look: colours", "the next value is on disk");
    journey
        .keys("<enter>")
        .sees(">  2  colours", "Enter lists them all, at the one in force");
    journey.keys("<down><enter>").sees(
        "Saved. Look: high contrast",
        "and the one chosen is on disk",
    );
    journey
        .keys("<down><enter>")
        .sees(">  4  3 minutes without a key", "the cover's minutes");
    journey
        .keys("<home><enter>")
        .sees("Saved. Cover the screen after: never", "0 is never");
    journey
        .keys("<left>")
        .sees("30 minutes", "before the first comes the last");
    journey.keys("<down><down><right>").sees(
        "Saved. Numbered lines, no screen: yes, from the next start",
        "plain",
    );
    let expected = Preferences {
        region: Region::Ns,
        theme: ThemeName::HighContrast,
        idle_minutes: 30,
        plain: true,
        ..Preferences::default()
    };
    assert_eq!(*journey.app.preferences(), expected, "in force");
    assert_eq!(journey.settings, Some(expected), "and on disk");
    journey
        .keys("<esc>")
        .sees("[1 Reporting]", "back where she was");
}

#[test]
fn the_language_and_the_region_are_settings_too() {
    let mut journey = Journey::start(From::default());
    journey
        .keys(",<enter>")
        .sees("Réglages", "the other language, at once")
        .sees("Enregistré. Langue : Français", "and saved");
    journey.keys("<down><right>").sees(
        "Enregistré. Lieu de travail : Île-du-Prince-Édouard",
        "the region behind Nova Scotia",
    );
    assert_eq!(journey.settings.unwrap().region, Region::Pe);
    journey
        .keys("<esc>2<end><enter>")
        .sees("Île-du-Prince-Édouard", "and the head says so");
}

#[test]
fn settings_that_cannot_be_saved_are_in_force_and_say_so() {
    let mut journey = Journey::start(From::default());
    journey.disk_trouble = Some(Trouble::Full);
    journey
        .keys(",<down><down><down><right>")
        .sees("Your settings are not saved: the disk is full.", "why")
        .sees_no("Saved.", "and nothing else is claimed");
    assert_eq!(journey.app.preferences().theme, ThemeName::Default);
    assert_eq!(journey.settings, None);
    journey.disk_trouble = None;
    journey
        .keys("<down><right>")
        .sees("Saved. Cover", "the next change is saved");
    assert_eq!(
        journey.settings.unwrap().theme,
        ThemeName::Default,
        "with the one before"
    );
}

#[test]
fn the_settings_are_reached_from_help() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("?<tab><tab><enter>");
        let title = ["Settings", "Réglages"][from.language as usize];
        journey.sees(title, "the settings are open");
        journey.keys("<esc>");
        assert_eq!(journey.app.layers().len(), 1, "and Esc is back in help");
    }
}

#[test]
fn the_map_says_each_region_with_its_number_of_contacts() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("r").sees(
            ["> Nova Scotia", "> Nouvelle-Écosse"][from.language as usize],
            "her own region has the focus",
        );
        let words = [
            "Nova Scotia: 28 contacts",
            "Nouvelle-Écosse : 28 ressources",
        ];
        journey.sees(words[from.language as usize], "in words too");
        let counts: usize = Region::ALL
            .into_iter()
            .map(|region| journey.app.contacts_in(region))
            .sum();
        let all = journey.app.content().catalogue.directory().contacts().len();
        assert_eq!(counts, all, "every contact is counted once");
        if from.size.0 < 80 {
            // The list continues below.
            continue;
        }
        for region in Region::ALL {
            let name = Messages::of(from.language).text(&region.message_id());
            journey.sees(&name, "every name is on the screen");
        }
    }
}

#[test]
fn the_map_is_walked_with_the_arrows_as_it_looks() {
    let mut journey = Journey::start(From::default());
    journey.keys("r");
    for (key, tile) in [
        ("<left>", "Newfoundland and Labrador"),
        ("<left>", "New Brunswick"),
        ("<left>", "New Brunswick"),
        ("<down>", "All of Canada"),
        ("<right>", "Prince Edward Island"),
        ("<up>", "Newfoundland and Labrador"),
        ("<up>", "Ontario"),
        ("<left>", "Manitoba"),
        ("<up>", "British Columbia"),
        ("<up>", "Yukon"),
        ("<up>", "Yukon"),
        ("<right>", "Northwest Territories"),
        ("<down>", "Alberta"),
        ("<right>", "Saskatchewan"),
        ("<right>", "Saskatchewan"),
        ("<down>", "Quebec"),
        ("<end>", "Prince Edward Island"),
        ("<home>", "Yukon"),
    ] {
        journey
            .keys(key)
            .sees(&format!("> {tile}"), &format!("after {key}"));
    }
}

#[test]
fn a_region_is_found_by_typing_its_name_in_either_language_or_its_letters() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("r");
        // The map begins in the north, the list with the country.
        let first = if from.size.0 < 80 {
            Region::Ca
        } else {
            Region::Yt
        };
        let name = |region: Region| Messages::of(from.language).text(&region.message_id());
        for (typed, region) in [
            ("qc", Region::Qc),
            ("<home>nova", Region::Ns),
            ("<home>Québ", Region::Qc),
            ("<home>nouvelle-é", Region::Ns),
            ("<home>", first),
        ] {
            journey
                .keys(typed)
                .sees(&format!("> {}", name(region)), &format!("after {typed:?}"));
        }
        journey.keys("zzz").sees(
            &format!("> {}", name(first)),
            "what is no name moves nothing",
        );
        journey.keys("<backspace><backspace><backspace><enter>");
        assert_eq!(journey.app.region(), first);
    }
}

#[test]
fn backspace_takes_a_letter_back_and_then_leaves() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("rno")
        .sees("Typed: no", "what was typed is shown")
        .keys("<backspace>")
        .sees("Typed: n", "one letter less");
    journey.keys("<backspace><backspace>");
    assert!(journey.app.at_tab(), "and back");
}

#[test]
fn without_room_for_a_map_the_regions_are_a_list() {
    for language in Language::ALL {
        for first_run in [false, true] {
            let mut journey = Journey::start(From {
                language,
                size: (30, 8),
                first_run,
                ..From::default()
            });
            if !first_run {
                journey.keys("r");
            }
            let name = ["Nova Scotia: 28", "Nouvelle-Écosse : 28"][language as usize];
            journey.sees(name, "a row each, with its number of contacts");
            journey.keys("man").sees("> Manitoba", "typing works too");
            journey.keys("<down>").sees("> Ontario", "and the arrows");
        }
    }
}

#[test]
fn the_filter_asks_on_the_map_with_any_region_beside() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("4<down>f<down><enter>");
        let any = ["> any", "> peu importe"][from.language as usize];
        journey.sees(any, "no region is asked for yet");
        journey.keys("pe<enter>");
        assert_eq!(journey.app.directory().filters.region, Some(Region::Pe));
        journey.keys("<enter><home>").sees(any, "and back to any");
        journey.keys("<enter>");
        assert_eq!(journey.app.directory().filters.region, None);
    }
}

#[test]
fn g_tells_the_terms_of_a_topic_in_both_languages_and_leads_back() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        // "After a report" mentions the Crown's lawyer.
        journey.keys("<down><down><down><down><down><enter>");
        let before = journey.screen();
        journey.keys("g");
        let page = journey.app.shown_document();
        let words: Vec<String> = page.rows.iter().map(havre::document::Row::text).collect();
        let words = words.join(" ");
        for word in [
            "Crown counsel",
            "procureur de la Couronne",
            "Lawyer",
            "Avocat",
        ] {
            assert!(words.contains(word), "{word}: {words}");
        }
        assert!(
            !words.contains("Offender"),
            "only those of the page: {words}"
        );
        journey.keys("<esc>");
        assert_eq!(journey.screen(), before, "back at the same place");
    }
}

#[test]
fn a_topic_is_read_in_both_languages_beside_each_other_or_in_turn() {
    for language in Language::ALL {
        for size in [(120, 40), (100, 24), (80, 24), (40, 12)] {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.keys("<down><down><enter>B");
            let rows = journey.app.shown_document().rows;
            let row_of = |text: &str| rows.iter().position(|row| row.text().contains(text));
            for name in ["English", "Français"] {
                let document = journey.app.shown_document();
                let named = document.rows.iter().any(|row| row.text().contains(name));
                assert!(named, "each is named:\n{}", journey.screen());
            }
            let id = TopicId::parse("reporting#consent-first").unwrap();
            let titles = Language::ALL.map(|language| {
                let found = journey.app.content().topic(language, &id);
                found.unwrap().1.title.clone()
            });
            let [own, other] =
                [language, language.other()].map(|language| titles[language as usize].clone());
            let (own, other) = (row_of(&own), row_of(&other));
            assert!(own.is_some() && other.is_some(), "{}", journey.screen());
            if size.0 >= 100 {
                assert_eq!(own, other, "beside each other:\n{}", journey.screen());
            } else {
                assert!(own < other, "in turn, hers first:\n{}", journey.screen());
            }
            journey.keys("B");
            assert!(journey.app.at_tab(), "the same key leads back");
        }
    }
}

#[test]
fn both_languages_keep_the_place_and_their_links_lead_on() {
    let mut journey = Journey::start(From {
        size: (100, 24),
        ..From::default()
    });
    journey.keys("<down><enter><down><down><down><down>");
    let block = |journey: &Journey| {
        let top = journey.app.reader().top;
        journey.app.shown_document().rows[top].block
    };
    let before = block(&journey);
    journey.keys("B");
    assert_eq!(block(&journey), before, "the same paragraph is at the top");
    let links = journey.app.shown_document().links.len();
    assert!(links > 4, "the links of both: {links}");
    journey.keys("<home>");
    for link in 0..links {
        journey.keys("<tab>");
        assert_eq!(
            journey.app.reader().link,
            Some(link),
            "each is reached in turn"
        );
    }
    journey.keys("<esc>");
    assert_eq!(block(&journey), before, "and back at the same paragraph");
}

#[test]
fn a_card_is_read_in_both_languages_with_its_keys() {
    let mut journey = Journey::start(From {
        size: (120, 40),
        ..From::default()
    });
    journey
        .keys("/human trafficking hotline<enter>B")
        .sees("Languages ", "in English")
        .sees("Langues ", "and in French");
    journey
        .keys("b")
        .sees("Bookmarked: ", "the card's keys work");
    journey.keys("s").sees("Sources: ", "and its sources open");
    journey.keys("<esc><esc>q");
}

#[test]
fn for_a_screen_reader_there_are_no_lines_one_thing_at_a_time_and_headings_in_words() {
    for language in Language::ALL {
        for size in [(120, 40), (80, 24), (40, 12)] {
            let mut journey = Journey::start(From {
                language,
                size,
                reader: true,
                ..From::default()
            });
            let tab = ["Page 4, Directory.", "Page 4, Répertoire."];
            let list = ["List: 3 of ", "Liste : 3 sur "];
            journey
                .keys("4<down><down><down>")
                .sees(tab[language as usize], "the tab in words")
                .sees(list[language as usize], "the place in the list too");
            assert!(journey.app.reader_area().is_none(), "the list alone");
            journey.keys("<enter>");
            assert!(journey.app.reader_area().is_some(), "then the card alone");
            journey.keys("<esc>r").sees(
                ["Nova Scotia", "Nouvelle-Écosse"][language as usize],
                "regions are a list",
            );
            for keys in [
                "<esc>",
                "/halifax",
                "<esc>1<enter>",
                "B",
                "?",
                ",",
                "<esc>s",
            ] {
                journey.keys(keys);
                let rows = journey.rows();
                let drawn = rows.iter().find(|row| row.contains(['│', '─', '|']));
                assert_eq!(drawn, None, "after {keys:?}");
            }
        }
    }
}

#[test]
fn for_a_screen_reader_the_needs_stand_one_below_the_other() {
    let needs = |reader| {
        let mut journey = Journey::start(From {
            reader,
            size: (80, 40),
            ..From::default()
        });
        journey.keys("0");
        let rows = journey.rows();
        let names = [
            "In danger right now",
            "A child is being hurt",
            "Thinking of suicide",
        ];
        let both = |row: &&String| names.iter().filter(|name| row.contains(**name)).count() > 1;
        rows.iter().filter(both).count()
    };
    assert_eq!(needs(true), 0);
    assert_ne!(needs(false), 0, "for eyes they stand in two columns");
}

#[test]
fn for_a_screen_reader_a_warning_says_that_it_is_one() {
    let mut journey = Journey::start(From {
        reader: true,
        ..From::default()
    });
    journey.disk_trouble = Some(Trouble::Full);
    journey.keys("L").sees(
        "Attention : Vos réglages ne sont pas enregistrés : le disque est plein.",
        "in words",
    );
    journey.disk_trouble = None;
    journey.keys("L,<end><enter>");
    assert_eq!(journey.settings.map(|kept| kept.reader), Some(false));
    journey.sees("[1 Reporting]", "and the setting takes effect at once");
}

#[test]
fn an_empty_list_is_not_counted_aloud() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            reader: true,
            ..From::default()
        });
        let (empty, list) =
            [("No bookmarks yet", "List:"), ("Aucun signet", "Liste :")][language as usize];
        journey
            .keys("5")
            .sees(empty, "what is so")
            .sees_no(list, "said once");
    }
}
