//! The worker's town: the first run, the map, the settings, the head of the screen, the clock.

use std::rc::Rc;

use super::journey::{From, Journey};
use havre::app::Content;
use havre::assets::Assets;
use havre::directory::Region;
use havre::directory::hours::Zone;
use havre::i18n::Language;
use havre::places::Places;

/// Returns both sizes and both languages, at the first run and on the map opened by `r`, with a
/// screen reader and without.
fn everywhere() -> Vec<From> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            for (first_run, reader) in [(true, false), (false, false), (true, true)] {
                all.push(From {
                    language,
                    size,
                    first_run,
                    reader,
                    region: Region::Mb,
                    ..From::default()
                });
            }
        }
    }
    all
}

/// Starts with the question for the worker's place.
fn asked(from: From) -> Journey {
    let mut journey = Journey::start(from);
    if !from.first_run {
        journey.keys("r");
    }
    journey
}

/// Returns the key of the worker's town.
fn town(journey: &Journey) -> Option<String> {
    journey.app.place().map(|id| Places::embedded().key(id))
}

/// Returns the form of a town in a list.
fn listed(from: From, town: &str) -> String {
    if from.reader {
        town.replace(" · ", ", ")
    } else {
        let gap = if from.size.0 < 48 { " " } else { "  " };
        format!(">{gap}{town}")
    }
}

#[test]
fn a_town_is_found_by_typing_it() {
    for from in everywhere() {
        for (typed, shown, key) in [
            (
                "halifax",
                ["Nova Scotia · Halifax", "Nouvelle-Écosse · Halifax"],
                "NS/Halifax",
            ),
            (
                "gatin",
                ["Quebec · Gatineau", "Québec · Gatineau"],
                "QC/Gatineau",
            ),
            (
                "Saskatoon",
                ["Saskatchewan · Saskatoon", "Saskatchewan · Saskatoon"],
                "SK/Saskatoon",
            ),
            (
                "frederiction",
                [
                    "New Brunswick · Fredericton",
                    "Nouveau-Brunswick · Fredericton",
                ],
                "NB/Fredericton",
            ),
            (
                "windsor ns",
                ["Nova Scotia · Windsor", "Nouvelle-Écosse · Windsor"],
                "NS/Windsor",
            ),
        ] {
            let mut journey = asked(from);
            journey.keys(typed);
            journey.sees(
                &listed(from, shown[from.language as usize]),
                "the town, behind its province",
            );
            journey.sees(typed, "and what was typed");
            journey.keys("<enter>");
            assert_eq!(town(&journey).as_deref(), Some(key), "{typed}");
            assert_eq!(journey.app.region().code(), &key[..2], "with its region");
            let saved = journey.settings.unwrap();
            assert_eq!(
                (saved.region, saved.place),
                (journey.app.region(), journey.app.place()),
                "both are on disk"
            );
        }
    }
}

#[test]
fn towns_of_one_name_are_listed_with_their_regions() {
    for from in everywhere() {
        let mut journey = asked(from);
        journey.keys("windsor");
        let rows = ["Ontario · Windsor", "Ontario · Windsor"];
        journey.sees(&listed(from, rows[from.language as usize]), "the largest");
        journey.keys("<down><down>");
        let at = journey.app.focused_item();
        journey.keys("<up><enter>");
        assert_eq!(at, 2, "the arrows walk the list");
        let key = town(&journey).unwrap();
        assert!(key.ends_with("/Windsor") && key != "ON/Windsor", "{key}");
    }
}

#[test]
fn region_set_comes_first_among_towns_of_one_name() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("rwindsor")
        .sees(">  Nova Scotia · Windsor", "she is in Nova Scotia");
}

#[test]
fn a_region_alone_takes_the_place_of_a_town() {
    for from in everywhere() {
        let mut journey = asked(from);
        journey.keys("halifax<enter>r");
        journey.keys("nova<enter>");
        assert_eq!((journey.app.region(), town(&journey)), (Region::Ns, None));
        assert_eq!(journey.settings.unwrap().place, None, "on disk too");
    }
}

#[test]
fn a_name_of_a_region_and_a_town_is_first_the_regions() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey
            .keys("rquébe")
            .sees(["> Quebec", "> Québec"][language as usize], "still a map");
        let all = [">  Quebec: ", ">  Québec : "];
        journey
            .keys("c")
            .sees(all[language as usize], "all of it, with its number")
            .sees("Québec", "and the city");
        journey.keys("<enter>");
        assert_eq!((journey.app.region(), town(&journey)), (Region::Qc, None));
        journey.keys("rquébec<down><enter>");
        assert_eq!(town(&journey).as_deref(), Some("QC/Québec City"));
    }
}

#[test]
fn abbreviations_choose_their_province_and_no_other() {
    for from in everywhere() {
        for (typed, region) in [
            ("PEI", Region::Pe),
            ("P.E.I.", Region::Pe),
            ("Î.-P.-É.", Region::Pe),
            ("NE", Region::Ns),
            ("N.-É.", Region::Ns),
            ("N.S.", Region::Ns),
            ("C.-B.", Region::Bc),
            ("B.C.", Region::Bc),
            ("TNL", Region::Nl),
            ("NWT", Region::Nt),
            ("T.N.-O.", Region::Nt),
            ("N.-B.", Region::Nb),
            ("Man.", Region::Mb),
            ("Alb.", Region::Ab),
            ("Nun.", Region::Nu),
        ] {
            let mut journey = asked(from);
            journey.keys(typed).keys("<enter>");
            let chosen = (journey.app.region(), town(&journey));
            assert_eq!(chosen, (region, None), "{typed}");
        }
    }
}

#[test]
fn an_area_lists_its_towns_and_an_unknown_abbreviation_has_its_own_dots() {
    for from in everywhere() {
        let mut journey = asked(from);
        let row = ["Quebec · Kuujjuaq", "Québec · Kuujjuaq"];
        journey.keys("Nunavik").sees(
            &listed(from, row[from.language as usize]),
            "its largest town",
        );
        let mut journey = asked(from);
        journey.keys("C.-X.").sees_no("C.-X..", "no second dot");
    }
}

#[test]
fn unknown_name_chooses_nothing_with_a_notice() {
    for from in everywhere() {
        let mut journey = asked(from);
        let before = (journey.app.region(), journey.app.place());
        journey.keys("xyzzy<enter>");
        let said = [
            "No town or province is called “xyzzy”.",
            "Aucune ville ni province ne s’appelle",
        ];
        journey.sees(said[from.language as usize], "why nothing moves");
        assert_eq!((journey.app.region(), journey.app.place()), before);
        assert!(journey.app.takes_letters(), "she is asked still");
        journey.keys(&"<backspace>".repeat(5)).keys("truro<enter>");
        assert_eq!(town(&journey).as_deref(), Some("NS/Truro"));
    }
}

#[test]
fn a_town_in_force_is_not_lost_by_a_slip() {
    let mut journey = Journey::start(From::default());
    journey.keys("rhalifax<enter>");
    journey.keys("rxyzzy<enter><esc>");
    assert_eq!(town(&journey).as_deref(), Some("NS/Halifax"));
    journey
        .keys("rwinds<esc>r")
        .sees("> Nova Scotia", "the map again");
}

#[test]
fn backspace_leads_from_the_town_back_to_the_map() {
    let mut journey = Journey::start(From::default());
    journey
        .keys("rhal")
        .sees(">  Nova Scotia · Halifax", "as soon as it can be told")
        .keys("<backspace>")
        .sees("> Nova Scotia", "the map where she was")
        .sees("Typed: ha", "with what is left");
}

#[test]
fn the_map_says_that_a_town_may_be_typed() {
    for from in everywhere() {
        let mut journey = asked(from);
        let said = match (from.language, from.first_run) {
            (Language::En, true) => "Type a town.",
            (Language::En, false) => "Your town, province or territory",
            (Language::Fr, true) => "Tapez une ville.",
            (Language::Fr, false) => "Votre ville, province ou territoire",
        };
        journey.sees(said, "whatever the size");
    }
}

#[test]
fn the_head_and_the_settings_say_the_town() {
    for language in Language::ALL {
        let start = |size| {
            let mut journey = Journey::start(From {
                language,
                size,
                ..From::default()
            });
            journey.keys("rhalifax<enter>");
            journey
        };
        let full = ["Nova Scotia · Halifax", "Nouvelle-Écosse · Halifax"][language as usize];
        let head = ["Halifax, Nova Scotia", "Halifax, Nouvelle-Écosse"];
        let saved = [
            format!("Saved. Where you work: {full}"),
            format!("Enregistré. Lieu de travail : {full}"),
        ];
        start((80, 24))
            .sees(&saved[language as usize], "once it is on disk")
            .keys("<down>")
            .sees(head[language as usize], "the head")
            .keys(",")
            .sees(full, "and the form");
        start((40, 12)).sees("· NS", "where there is little room, the region");
    }
}

#[test]
fn another_region_in_the_settings_drops_the_town() {
    let mut journey = Journey::start(From::default());
    journey.keys("rhalifax<enter>,<down><right>");
    assert_eq!((journey.app.region(), town(&journey)), (Region::Pe, None));
    assert_eq!(journey.settings.unwrap().place, None);
}

#[test]
fn the_filters_region_takes_no_town() {
    let mut journey = Journey::start(From::default());
    journey.keys("4<down>f<down><enter>halifax");
    assert!(
        journey.app.listed_towns().is_empty(),
        "a filter is a region's"
    );
}

#[test]
fn clock_is_that_of_the_town_set() {
    // 15:30 in Kenora; 16:30 in Toronto, the zone of the machine.
    for (town, words) in [("kenora", "OPEN until 16:00"), ("ottawa", "closed, opens")] {
        let mut journey = Journey::start(From {
            region: Region::On,
            size: (140, 40),
            ..From::default()
        });
        journey.app.set_zone(Zone::Toronto.rules());
        journey.now = "2026-07-15T20:30:00Z".parse().unwrap();
        journey
            .keys(&format!("r{town}<enter>/ircc client support"))
            .sees(words, town);
    }
}

#[test]
fn a_row_names_the_town_of_a_house_with_the_way_there() {
    let row = |typed: &str| {
        let mut journey = Journey::start(From {
            region: Region::On,
            size: (80, 24),
            ..From::default()
        });
        journey.keys(typed);
        let rows = journey.rows();
        let mut rows = rows.into_iter().filter(|row| row.contains("Guelph-"));
        rows.next().unwrap_or_default()
    };
    let far = row("shelter mount forest");
    assert!(
        far.contains("Guelph  6") || far.contains("Guelph 6"),
        "{far}"
    );
    let near = row("shelter fergus");
    assert!(near.contains("Guelph 20 km"), "{near}");
}

#[test]
fn where_911_may_not_answer_the_head_and_the_first_page_say_so() {
    for (language, words) in [
        (
            Language::En,
            ["the local police number", "911, or local police"],
        ),
        (
            Language::Fr,
            ["sans réponse, la police locale", "911, ou police locale"],
        ),
    ] {
        let mut journey = Journey::start(From {
            language,
            region: Region::Qc,
            ..From::default()
        });
        journey.keys("1rkuujjuaq<enter>0");
        for words in words {
            journey.sees(words, "Kuujjuaq");
        }
        journey.keys("1rrimouski<enter>0");
        for words in words {
            assert!(!journey.screen().contains(words), "{}", journey.screen());
        }
    }
}

#[test]
fn bookmarks_have_the_distances_of_the_directory() {
    for language in Language::ALL {
        let mut journey = Journey::start(From {
            language,
            ..From::default()
        });
        journey.keys("1rsydney<enter>4/avalon<enter>b<esc><down>");
        let row = |journey: &Journey| {
            let rows = journey.rows().into_iter();
            let row = rows.skip(2).find(|row| row.contains("Halifax 313"));
            let row = row.unwrap_or_else(|| panic!("{}", journey.screen()));
            row[row.find("Halifax 313").unwrap()..].trim().to_owned()
        };
        let listed = row(&journey);
        assert!(listed.ends_with("km"), "{listed}");
        journey.keys("5");
        assert_eq!(row(&journey), listed, "one rule");
    }
}

#[test]
fn a_far_town_stands_whole_with_its_distance_where_the_state_leaves_room() {
    let from = From {
        region: Region::On,
        ..From::default()
    };
    let content = Rc::new(Content::new(Assets::embedded()));
    let mut journey = Journey::start_with(from, content);
    journey.keys("rkenora<enter>/shelter");
    let rows = journey.rows();
    let row = rows.iter().find(|row| row.contains("807-346-4357"));
    let row = row.expect("the nearest house");
    assert!(row.contains("Thunder Bay 412 km"), "{}", journey.screen());
}
