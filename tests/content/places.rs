//! Places named in queries: tables of queries, texts without places, and rules of the data.

use havre::assets::Assets;
use havre::directory::Region;
use havre::places::check;
use havre::places::{Certainty, PlaceError, PlaceMatch, Places, Target, Typing, credits};
use proptest::prelude::*;
use serde::Deserialize;

/// Query of a worker in a region, and the place meant: `NS/Truro`, or the name of an area.
#[derive(Debug, Deserialize)]
struct Case {
    query: String,
    region: Region,
    place: Option<String>,
}

fn cases(text: &str) -> Vec<Case> {
    serde_json::from_str(text).unwrap()
}

fn name(target: Target) -> String {
    let places = Places::embedded();
    match target {
        Target::Place(id) => places.key(id),
        Target::Area(id) => places.area(id).name.en.to_owned(),
    }
}

/// Returns the certain places, the best of each match.
fn sure(query: &str, region: Region) -> Vec<String> {
    Places::embedded()
        .recognize(query, region, None)
        .iter()
        .filter(|found| found.certainty == Certainty::Sure)
        .map(|found| name(found.targets[0]))
        .collect()
}

/// Returns the queries with another certain place than the one meant.
fn wrong(cases: &[Case]) -> Vec<String> {
    cases
        .iter()
        .map(|case| (case, sure(&case.query, case.region)))
        .filter(|(case, found)| *found != Vec::from_iter(case.place.clone()))
        .map(|(case, found)| {
            let Case {
                query,
                region,
                place,
            } = case;
            format!("{query:?} in {}: {found:?}, not {place:?}", region.code())
        })
        .collect()
}

#[test]
fn each_query_names_its_place() {
    let cases = cases(include_str!("../data/places_queries.json"));
    assert!(cases.len() >= 120);
    assert_eq!(wrong(&cases), [""; 0]);
}

#[test]
fn the_place_of_a_workers_query_is_recognized() {
    let cases = cases(include_str!("../data/places_dev.json"));
    let wrong = wrong(&cases);
    println!(
        "places_dev: {} of {} right",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.len() * 100 <= cases.len() * 3, "{wrong:#?}");
}

/// Places named in sentences about needs.
const NAMED: &[(&str, &str)] = &[
    ("obligee de danser a Niagara", "Niagara Region"),
    ("exit program for women in saskatoon", "SK/Saskatoon"),
    ("numero GRC Dieppe", "NB/Dieppe"),
    ("pres de Hearst", "ON/Hearst"),
    ("DPCP Rimouski", "QC/Rimouski"),
    ("MADD near halifax", "NS/Halifax"),
    ("météo à Rimouski", "QC/Rimouski"),
    ("horaire des marées à Shippagan", "NB/Shippagan"),
];

#[test]
fn a_sentence_about_a_need_names_no_other_place() {
    #[derive(Deserialize)]
    struct Sentence {
        query: String,
    }
    let text = include_str!("../data/needs_dev.json");
    let sentences: Vec<Sentence> = serde_json::from_str(text).unwrap();
    let mut named = Vec::new();
    for Sentence { query } in &sentences {
        for region in Region::ALL {
            let found = sure(query, region);
            let expected = NAMED.iter().filter(|(part, _)| query.contains(part));
            if !found.iter().eq(expected.map(|(_, place)| place)) {
                named.push(format!("{query:?} in {}: {found:?}", region.code()));
            }
        }
    }
    assert_eq!(named, [""; 0]);
}

/// The name of a contact names a place of its own region, or none.
#[test]
fn the_name_of_a_contact_leads_to_no_other_region() {
    let directory = Assets::embedded().directory().unwrap();
    let mut elsewhere = Vec::new();
    for contact in directory.contacts() {
        for name in [&contact.name.en, &contact.name.fr].into_iter().flatten() {
            let found = Places::embedded().recognize(name, contact.region, None);
            let places = Places::embedded();
            let away = found.iter().filter(|found| {
                let region = match found.targets[0] {
                    Target::Place(id) => places.place(id).region,
                    Target::Area(id) => places.area(id).region,
                };
                found.certainty == Certainty::Sure && region != contact.region
            });
            elsewhere.extend(
                away.map(|found| {
                    format!("{}: {name}: {:?}", contact.id, &name[found.name.clone()])
                }),
            );
        }
    }
    assert_eq!(elsewhere, [""; 0]);
}

#[test]
fn the_places_keep_their_rules() {
    let areas = include_str!("../../assets/places/areas.json");
    assert_eq!(Places::embedded().all().count(), 3919);
    assert_eq!(Places::embedded().areas().count(), 213);
    assert_eq!(check::places(Places::embedded(), areas).unwrap(), []);
}

#[test]
fn each_source_is_credited_wherever_the_program_says_its_version() {
    let readme = include_str!("../../README.md");
    let notice = include_str!("../../NOTICE");
    assert_eq!(credits::lines().count(), 6);
    for line in credits::lines() {
        assert!(readme.contains(line), "README.md: {line}");
        assert!(notice.contains(line), "NOTICE: {line}");
    }
}

#[test]
fn name_of_a_town_is_found_within_its_phrase() {
    for (query, name, span, typing) in [
        (
            "police près de rimouski",
            "rimouski",
            "près de rimouski",
            Typing::Exact,
        ),
        (
            "shelter in the soo now",
            "the soo",
            "in the soo",
            Typing::Exact,
        ),
        (
            "Windsor, Ontario shelter",
            "Windsor",
            "Windsor, Ontario",
            Typing::Exact,
        ),
        (
            "aide à Drumondville",
            "Drumondville",
            "à Drumondville",
            Typing::OneTypo,
        ),
        ("dpj de longu", "longu", "de longu", Typing::HalfTyped),
    ] {
        let found = Places::embedded().recognize(query, Region::Qc, None);
        let [found] = &found[..] else {
            panic!("{query}: {found:?}");
        };
        let typed = (&query[found.name.clone()], &query[found.span.clone()]);
        assert_eq!((typed, found.typing), ((name, span), typing), "{query}");
    }
}

#[test]
fn a_name_of_several_places_has_the_workers_first_then_the_largest() {
    let places = Places::embedded();
    let order = |region, home: Option<&str>| -> Vec<String> {
        let home = home.and_then(|home| places.parse(home, region).ok());
        let found = places.recognize("windsor", region, home);
        found[0]
            .targets
            .iter()
            .map(|target| name(*target))
            .collect()
    };
    assert_eq!(order(Region::Bc, None)[..2], ["ON/Windsor", "QC/Windsor"]);
    assert_eq!(order(Region::Ns, None)[..2], ["NS/Windsor", "ON/Windsor"]);
    let waterloo = places.find("Waterloo", Region::On).unwrap();
    let found = places.recognize("k-w", Region::On, Some(waterloo));
    assert_eq!(
        found[0].targets.len(),
        2,
        "Kitchener and Waterloo: {found:?}"
    );
}

#[test]
fn the_worker_settles_a_place_by_name_or_by_name_and_region() {
    let places = Places::embedded();
    let key = |text: &str, home| places.parse(text, home).map(|id| places.key(id));
    for (text, expected) in [
        ("halifax", "NS/Halifax"),
        ("NS/Halifax", "NS/Halifax"),
        ("ns/halifax", "NS/Halifax"),
        ("Halifax, NS", "NS/Halifax"),
        ("Ottawa ON", "ON/Ottawa"),
        ("Windsor Ontario", "ON/Windsor"),
        ("saint john’s", "NL/St. John's"),
        ("QC/Québec City", "QC/Québec City"),
        ("Québec", "QC/Québec City"),
        ("Sault Ste Marie, Ont.", "ON/Sault Ste. Marie"),
    ] {
        assert_eq!(key(text, Region::Ca).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(key("windsor", Region::Ns).as_deref(), Ok("NS/Windsor"));
    let ambiguous = key("windsor", Region::Bc).unwrap_err().to_string();
    let expected = "windsor is more than one place: ON/Windsor, QC/Windsor, NS/Windsor, NL/Windsor";
    assert_eq!(ambiguous, expected);
    let near = vec!["NS/Halifax".to_owned()];
    let name = "halifacks".to_owned();
    assert_eq!(
        key("halifacks", Region::Ns),
        Err(PlaceError::Unknown { name, near: vec![] })
    );
    let name = "halifex".to_owned();
    assert_eq!(
        key("halifex", Region::Ns),
        Err(PlaceError::Unknown { name, near })
    );
}

#[test]
fn every_key_is_read_back() {
    let places = Places::embedded();
    for (id, _) in places.all() {
        assert_eq!(
            places.parse(&places.key(id), Region::Ca),
            Ok(id),
            "{}",
            places.key(id)
        );
    }
}

#[test]
fn distances_are_those_of_the_map() {
    let places = Places::embedded();
    let id = |key| places.parse(key, Region::Ca).unwrap();
    for (one, other, km) in [
        ("NS/Halifax", "NS/Truro", 84.0),
        ("ON/Toronto", "QC/Montréal", 504.0),
        ("BC/Vancouver", "NL/St. John's", 5_020.0),
    ] {
        let found = places.distance_km(id(one), id(other));
        assert!((found - km).abs() < km * 0.03, "{one} to {other}: {found}");
    }
    let towns = [id("ON/Toronto"), id("NS/Truro"), id("NL/St. John's")];
    let nearest = places.nearest(id("NS/Halifax"), &towns);
    assert_eq!(nearest.map(|(town, _)| town), Some(towns[1]));
}

fn keeps_its_word(text: &str, region: Region) {
    let found = Places::embedded().recognize(text, region, None);
    let mut end = 0;
    for PlaceMatch {
        name,
        span,
        targets,
        ..
    } in &found
    {
        assert!(!targets.is_empty());
        assert!(span.start <= name.start && name.end <= span.end, "{text:?}");
        assert!(end <= name.start && span.end <= text.len(), "{text:?}");
        assert!(
            text.get(name.clone()).is_some_and(|name| !name.is_empty()),
            "{text:?}"
        );
        assert!(text.get(span.clone()).is_some(), "{text:?}");
        end = span.end;
    }
}

proptest! {
    #[test]
    fn any_text_is_looked_through(text in "\\PC*") {
        keeps_its_word(&text, Region::Ns);
    }

    #[test]
    fn any_words_around_places_are_looked_through(
        words in prop::collection::vec("(à|près de|St.|saint|Québec|qc|ON|north end|Halifax|hali|Val-d’Or|hope|TO|œ|é\u{301}|,|ﬁ)", 0..8),
        join in "[ ,-]",
    ) {
        let text = words.join(&join);
        for region in [Region::Qc, Region::Ns, Region::Ca] {
            keeps_its_word(&text, region);
        }
    }
}
