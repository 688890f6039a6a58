//! Ranking rules of `search::rank`, each on a small directory made for it.

use std::collections::HashSet;

use havre::directory::hours::{Asking, Zone};
use havre::directory::{Caller, Category, Contact, Directory, Filters, LanguageCode, Region};
use havre::i18n::{Language, Messages};
use havre::search::{
    Clock, Context, Drop, FilterKind, Hits, Index, Item, Knowledge, Query, Reason, Synonyms,
};
use serde_json::json;

const SYNONYMS: &str = r#"{
    "one_way": [{ "say": ["pimp"], "find": ["category:trafficking"] },
                { "say": ["nowhere to sleep"], "find": ["category:shelter"] },
                { "say": ["486"], "find": ["category:police"] },
                { "say": ["cops"], "find": ["category:police"] },
                { "say": ["no police", "police"], "find": ["category:community-vs"],
                  "instead": true }],
    "two_way": [["dv", "domestic violence"]],
    "filters": [{ "say": ["nova scotia", "ns"], "find": ["region:NS"] },
                { "say": ["women"], "find": ["serves:women"] },
                { "say": ["french", "in french"], "find": ["language:fr"] },
                { "say": ["urdu"], "find": ["language:ur"] },
                { "say": ["open now"], "find": ["open-now"] }]
}"#;

/// Returns a contact with the given fields.
fn contact(id: &str, name: &str, more: serde_json::Value) -> Contact {
    let mut record = json!({
        "id": id, "name": { "en": name }, "organization": "Org", "categories": ["directory"],
        "region": "CA", "phones": [], "always_open": false, "languages": [], "serves": ["all"],
        "description": { "en": "", "fr": "" }, "sources": [], "checked": "2026-11-23",
        "confirm": false
    });
    let (Some(fields), serde_json::Value::Object(more)) = (record.as_object_mut(), more) else {
        panic!("a record is an object");
    };
    fields.extend(more);
    serde_json::from_value(record).unwrap()
}

fn index(contacts: &[Contact]) -> Index {
    Index::build(
        contacts,
        &[],
        Knowledge::of_words(&Synonyms::parse(SYNONYMS).unwrap()),
    )
}

fn search(contacts: &[Contact], text: &str, region: Region, preferred: &[&str]) -> Hits {
    let preferred: HashSet<String> = preferred.iter().map(|id| (*id).to_owned()).collect();
    let context = Context {
        language: Language::En,
        region,
        place: None,
        preferred: &preferred,
    };
    index(contacts).search(
        &Query {
            text: text.into(),
            ..Query::default()
        },
        &context,
    )
}

fn ids<'a>(contacts: &'a [Contact], hits: &Hits) -> Vec<&'a str> {
    let id = |item| match item {
        Item::Contact(place) => contacts[place].id.as_str(),
        Item::Topic(_) => panic!("there are no topics here"),
    };
    let index = index(contacts);
    hits.hits.iter().map(|hit| id(index.item(hit))).collect()
}

/// Returns the reason of the first hit.
fn reason(contacts: &[Contact], text: &str) -> Option<Reason> {
    let hits = search(contacts, text, Region::Ca, &[]);
    index(contacts).reason(&hits, 0, Language::En)
}

fn found<'a>(contacts: &'a [Contact], text: &str) -> Vec<&'a str> {
    ids(contacts, &search(contacts, text, Region::Ca, &[]))
}

#[test]
fn the_word_itself_comes_before_its_beginning_and_that_before_a_typo() {
    let contacts = [
        contact("typo", "Havan", json!({})),
        contact("prefix", "Havenford", json!({})),
        contact("exact", "Haven", json!({})),
        contact("inflected", "Havens", json!({})),
    ];
    assert_eq!(
        found(&contacts, "haven "),
        ["exact", "inflected", "prefix"],
        "no typo beside an exact one"
    );
    assert_eq!(found(&contacts[..2], "haven "), ["prefix", "typo"]);
}

#[test]
fn a_typo_comes_before_a_meaning_and_letters_come_last() {
    let contacts = [
        contact("meaning", "Exit", json!({ "categories": ["trafficking"] })),
        contact("near", "Pimo", json!({})),
        contact("letters", "Peace in my place", json!({})),
    ];
    assert_eq!(found(&contacts, "pimp "), ["near", "meaning"]);
    assert_eq!(
        reason(&contacts[2..], "pimp"),
        Some(Reason::Letters {
            typed: "pimp".into()
        })
    );
}

#[test]
fn a_name_comes_before_a_category_an_area_and_a_description() {
    let place = |en: &str| json!({ "en": en, "fr": en });
    let contacts = [
        contact(
            "description",
            "B",
            json!({ "description": place("Has a shelter.") }),
        ),
        contact("area", "C", json!({ "area": place("Shelter Bay") })),
        contact("category", "D", json!({ "categories": ["shelter"] })),
        contact(
            "organization",
            "E",
            json!({ "organization": "Shelter Society" }),
        ),
        contact("name", "Shelter", json!({})),
    ];
    let order = ["name", "organization", "category", "area", "description"];
    assert_eq!(found(&contacts, "shelter"), order);
}

#[test]
fn missing_a_common_word_costs_less_than_missing_a_rare_one() {
    let mut contacts: Vec<Contact> = (0..8)
        .map(|number| contact(&format!("services-{number}"), "Services", json!({})))
        .collect();
    contacts.push(contact("both", "Kirby Services", json!({})));
    contacts.push(contact("rare", "Kirby", json!({})));
    assert_eq!(found(&contacts, "services kirby")[..2], ["both", "rare"]);
}

#[test]
fn the_workers_region_comes_first_unless_the_query_names_another() {
    let contacts = [
        contact("bc", "Crisis Line", json!({ "region": "BC" })),
        contact("ca", "Crisis Line", json!({})),
        contact("ns", "Crisis Line", json!({ "region": "NS" })),
    ];
    let order = |text, region| ids(&contacts, &search(&contacts, text, region, &[]));
    assert_eq!(order("crisis line", Region::Bc), ["bc", "ca", "ns"]);
    assert_eq!(order("crisis line", Region::Ns), ["ns", "ca", "bc"]);
    assert_eq!(order("crisis line", Region::Ca)[0], "ca");
    assert_eq!(order("crisis line ns", Region::Bc)[..2], ["ns", "ca"]);
    assert_eq!(
        order("", Region::Ns),
        ["ns", "ca", "bc"],
        "without words too"
    );
}

#[test]
fn a_sure_find_elsewhere_comes_before_a_doubtful_one_nearby() {
    let contacts = [
        contact("near", "Iris Project", json!({ "region": "AB" })),
        contact("far", "Iris Kirby House", json!({ "region": "NL" })),
    ];
    let hits = search(&contacts, "iris kirby", Region::Ab, &[]);
    assert_eq!(ids(&contacts, &hits)[0], "far");
}

#[test]
fn a_name_told_whole_comes_first() {
    let contacts = [
        contact("longer", "Odyssey House of Odyssey", json!({})),
        contact("whole", "Odyssey House", json!({ "region": "AB" })),
    ];
    let hits = search(&contacts, "odyssey house", Region::Ns, &[]);
    assert_eq!(ids(&contacts, &hits)[0], "whole");
}

#[test]
fn equals_stand_bookmarked_general_single_minded_and_open_first() {
    let contacts = [
        contact(
            "a-plain",
            "Crisis Line",
            json!({ "categories": ["counselling"] }),
        ),
        contact(
            "b-open",
            "Crisis Line",
            json!({ "categories": ["counselling"], "always_open": true }),
        ),
        contact(
            "c-many",
            "Crisis Line",
            json!({ "categories": ["counselling", "shelter", "police"] }),
        ),
        contact(
            "d-local",
            "Crisis Line",
            json!({ "area": { "en": "X", "fr": "X" } }),
        ),
        contact("e-marked", "Crisis Line", json!({})),
    ];
    let hits = search(&contacts, "crisis line", Region::Ca, &["e-marked"]);
    assert_eq!(
        ids(&contacts, &hits),
        ["e-marked", "b-open", "a-plain", "c-many", "d-local"]
    );
}

#[test]
fn words_typed_as_one_or_apart_are_the_same() {
    let contacts = [
        contact("apart", "Crime Stoppers", json!({})),
        contact("joined", "VictimLinkBC", json!({})),
    ];
    assert_eq!(found(&contacts, "crimestoppers"), ["apart"]);
    assert_eq!(found(&contacts, "crimestopers"), ["apart"]);
    assert_eq!(found(&contacts, "victim link"), ["joined"]);
    assert_eq!(found(&contacts, "victim link bc"), ["joined"]);
}

#[test]
fn digits_find_a_number_the_fuller_the_better() {
    let phone = |number: &str| json!({ "phones": [{ "number": number, "kind": "voice" }] });
    let contacts = [
        contact("inside", "A", phone("1-902-911-5555")),
        contact("ending", "B", phone("1-902-555-0911")),
        contact("whole", "C", phone("911")),
        contact("vanity", "D", phone("310-7267")),
    ];
    assert_eq!(found(&contacts, "911"), ["whole", "ending", "inside"]);
    assert_eq!(found(&contacts, "(902) 555-0911"), ["ending"]);
    assert_eq!(found(&contacts, "310 rcmp"), ["vanity"]);
    assert_eq!(found(&contacts, "310rcmp"), ["vanity"]);
    assert_eq!(
        reason(&contacts, "0911"),
        Some(Reason::Phone {
            digits: "0911".into()
        })
    );
}

#[test]
fn a_word_of_three_letters_is_near_to_nothing() {
    let contacts = [
        contact("initials", "CPS", json!({})),
        contact(
            "meaning",
            "Constabulary",
            json!({ "categories": ["police"] }),
        ),
    ];
    assert_eq!(found(&contacts, "cops"), ["meaning"]);
}

#[test]
fn a_phrase_can_mean_something_else_than_its_words() {
    let contacts = [
        contact("police", "City Police", json!({})),
        contact(
            "community",
            "Centre",
            json!({ "categories": ["community-vs"] }),
        ),
    ];
    assert_eq!(found(&contacts, "no police"), ["community"]);
    assert_eq!(found(&contacts, "no police city"), ["community", "police"]);
    assert_eq!(
        found(&contacts, "police"),
        ["police", "community"],
        "a word alone means itself too"
    );
}

#[test]
fn a_stated_audience_ranks_above_services_for_all() {
    let contacts = [
        contact("all", "Help Line", json!({})),
        contact("women", "Help Line", json!({ "serves": ["women"] })),
        contact("men", "Help Line", json!({ "serves": ["men"] })),
    ];
    assert_eq!(found(&contacts, "help line women"), ["women", "all"]);
}

#[test]
fn stated_languages_rank_above_unstated_ones_and_others_are_left_out() {
    let contacts = [
        contact(
            "unstated",
            "Legal Aid",
            json!({ "area": { "en": "X", "fr": "X" } }),
        ),
        contact("english", "Legal Aid", json!({ "languages": ["en"] })),
        contact("french", "Legal Aid", json!({ "languages": ["en", "fr"] })),
        contact("named", "French Legal Aid", json!({})),
        contact("other", "Shelter", json!({})),
    ];
    let messages = Messages::of(Language::En);
    let hits = search(&contacts, "legal aid in french", Region::Ca, &[]);
    assert_eq!(ids(&contacts, &hits), ["named", "french", "unstated"]);
    let reason = |place| index(&contacts).reason(&hits, place, Language::En);
    assert_eq!([0, 1].map(reason), [None, None], "both say it themselves");
    assert_eq!(
        reason(2).unwrap().text(messages),
        "languages not stated, ask: French"
    );
    assert_eq!(found(&contacts, "french"), ["named", "french"]);
    assert_eq!(
        found(&contacts, "legal aid urdu"),
        ["named", "unstated"],
        "nobody states it"
    );
}

#[test]
fn interpreters_rank_between_stated_and_unstated_languages() {
    let contacts = [
        contact("unstated", "Legal Aid", json!({})),
        contact(
            "interpreters",
            "Legal Aid",
            json!({ "languages": ["en"], "interpretation": true }),
        ),
        contact("urdu", "Legal Aid", json!({ "languages": ["ur"] })),
        contact("english", "Legal Aid", json!({ "languages": ["en"] })),
    ];
    let hits = search(&contacts, "legal aid urdu", Region::Ca, &[]);
    let order = ["urdu", "interpreters", "unstated"];
    assert_eq!(ids(&contacts, &hits), order);
    let index = index(&contacts);
    let said = |hits: &Hits, place| {
        let reason = index.reason(hits, place, Language::En);
        reason.map(|reason| reason.text(Messages::of(Language::En)))
    };
    let through = Some("through an interpreter: Urdu".to_owned());
    assert_eq!(said(&hits, 0), None);
    assert_eq!(said(&hits, 1), through);
    assert_eq!(found(&contacts, "urdu"), ["urdu", "interpreters"]);
    let filtered = Query {
        filters: Filters {
            language: Some(LanguageCode("ur".into())),
            ..Filters::default()
        },
        ..Query::default()
    };
    let context = Context {
        language: Language::En,
        region: Region::Ca,
        place: None,
        preferred: &HashSet::new(),
    };
    let hits = index.search(&filtered, &context);
    assert_eq!(hits.total, 2);
    assert_eq!(hits.languages_unstated, 1);
    let place = ids(&contacts, &hits)
        .iter()
        .position(|id| *id == "interpreters");
    assert_eq!(said(&hits, place.unwrap()), through);
    assert_eq!(said(&hits, 1 - place.unwrap()), None);
}

#[test]
fn a_stated_language_outweighs_a_better_match_of_the_words() {
    let named = ["East", "West", "South", "North"]
        .map(|part| contact(part, &format!("Legal Aid {part}"), json!({})));
    let urdu = contact(
        "urdu",
        "Community Centre",
        json!({ "languages": ["ur"], "description": { "en": "Legal aid.", "fr": "" } }),
    );
    let interpreters = contact(
        "interpreters",
        "Legal Aid Office of the Capital",
        json!({ "interpretation": true }),
    );
    let contacts = [named.to_vec(), vec![urdu, interpreters]].concat();
    let found = found(&contacts, "legal aid urdu");
    assert_eq!(found.len(), contacts.len());
    assert_eq!(found[..2], ["urdu", "interpreters"]);
}

#[test]
fn hits_match_more_than_half_of_the_query_words() {
    let contacts = [
        contact("house", "Odyssey House", json!({})),
        contact("bread", "Broad Street Centre", json!({})),
    ];
    assert_eq!(found(&contacts, "odyssey house"), ["house"]);
    assert_eq!(found(&contacts, "odyssey house banana "), ["house"]);
    assert_eq!(found(&contacts, "odyssey banana "), [""; 0], "half");
    assert_eq!(found(&contacts, "odyssey ban"), ["house"], "just begun");
    assert_eq!(found(&contacts, "odyssey bana"), [""; 0]);
    assert_eq!(found(&contacts, "odyssye hosue"), ["house"], "all near");
    assert_eq!(found(&contacts, "braod"), ["bread"]);
    assert_eq!(found(&contacts, "banana braod recipe "), [""; 0]);
    assert_eq!(
        found(&contacts, "broad stret banana "),
        [""; 0],
        "one and a half of three words"
    );
    assert_eq!(
        found(&contacts, "odyssey ban house, nova scotia"),
        ["house"],
        "a filter is not counted"
    );
}

#[test]
fn a_short_number_that_is_a_word_is_no_part_of_a_phone_number() {
    let phone = |number: &str| json!({ "phones": [{ "number": number, "kind": "voice" }] });
    let contacts = [
        contact("inside", "Police Line", phone("1-902-486-5555")),
        contact("whole", "Crisis Line", phone("211")),
        contact("police", "Police", json!({ "categories": ["police"] })),
    ];
    let hits = search(&contacts, "486 police", Region::Ca, &[]);
    let order = ids(&contacts, &hits);
    assert_eq!(order, ["police", "inside"]);
    let reason = index(&contacts).reason(&hits, 1, Language::En);
    assert_eq!(reason, None, "found by its name alone");
    assert_eq!(found(&contacts, "211 line")[0], "whole");
    let alone = found(&contacts, "486");
    assert!(alone.contains(&"inside"), "alone it is digits: {alone:?}");
}

#[test]
fn a_language_alone_counts_contacts_with_unstated_languages() {
    let contacts = [
        contact("unstated", "Legal Aid", json!({ "region": "BC" })),
        contact("shelter", "Shelter", json!({ "categories": ["shelter"] })),
        contact("english", "Legal Aid", json!({ "languages": ["en"] })),
        contact("french", "Legal Aid", json!({ "languages": ["fr"] })),
        contact("named", "French House", json!({})),
    ];
    let french = Some(LanguageCode("fr".into()));
    let count = |text: &str, filters: Filters| {
        let none = HashSet::new();
        let context = Context {
            language: Language::En,
            region: Region::Ca,
            place: None,
            preferred: &none,
        };
        let text = text.into();
        let hits = index(&contacts).search(
            &Query {
                text,
                filters,
                ..Query::default()
            },
            &context,
        );
        (hits.total, hits.languages_unstated)
    };
    let by = |language: &Option<LanguageCode>, region| Filters {
        language: language.clone(),
        region,
        ..Filters::default()
    };
    let bc = Some(Region::Bc);
    assert_eq!(count("french", by(&None, None)), (2, 2), "by a word");
    assert_eq!(
        count("french", by(&None, bc)),
        (2, 2),
        "Canada-wide serves BC too"
    );
    assert_eq!(count("", by(&french, None)), (1, 3), "by the filter");
    assert_eq!(count("legal aid", by(&french, None)), (1, 1), "by both");
    assert_eq!(
        count("legal aid french", by(&None, None)),
        (2, 0),
        "they are listed"
    );
    assert_eq!(
        count("legal aid", by(&None, None)),
        (3, 0),
        "none is asked for"
    );
}

#[test]
fn a_hit_says_why_where_its_name_does_not() {
    let contacts = [
        contact(
            "french",
            "Kids Help Phone",
            json!({ "name": { "en": "Kids Help Phone", "fr": "Jeunesse, J'écoute" } }),
        ),
        contact(
            "trafficking",
            "Exit",
            json!({ "categories": ["trafficking"] }),
        ),
        contact("halifax", "Halifax Line", json!({})),
    ];
    let messages = Messages::of(Language::En);
    let reason = |text: &str| reason(&contacts, text).map(|reason| reason.text(messages));
    assert_eq!(
        reason("jeunesse j'ecoute").unwrap(),
        "French name: Jeunesse, J'écoute"
    );
    assert_eq!(
        reason("pimp").unwrap(),
        "“pimp” → Anti-trafficking services"
    );
    assert_eq!(reason("kids help"), None);
    assert_eq!(
        reason("halifx").unwrap(),
        "close to “halifx”: halifax",
        "whoever sees no marks must know"
    );
    let mut hits = search(&contacts, "halifx", Region::Ca, &[]);
    index(&contacts).mark(&mut hits, 0..1, Language::En);
    assert_eq!(
        hits.hits[0].spans,
        std::slice::from_ref(&(0..7)),
        "the word that is meant is marked"
    );
    let mut hits = search(&contacts, "line hal", Region::Ca, &[]);
    index(&contacts).mark(&mut hits, 0..1, Language::En);
    assert_eq!(
        hits.hits[0].spans,
        [0..3, 8..12],
        "and of a beginning, what was typed"
    );
}

#[test]
fn natural_sentences_find_by_the_words_that_matter() {
    let contacts = [
        contact(
            "bed",
            "Jean Scott House",
            json!({ "categories": ["shelter"] }),
        ),
        contact(
            "law",
            "Legal Clinic",
            json!({ "categories": ["legal-help"] }),
        ),
    ];
    assert_eq!(
        found(&contacts, "I have nowhere safe to sleep now"),
        ["bed"]
    );
    assert_eq!(found(&contacts, "where is the legal clinic"), ["law"]);
}

/// Returns four legal contacts: one open by day, one at night, one with unknown hours, one
/// elsewhere.
fn by_day_and_night() -> [Contact; 4] {
    let day = json!({ "en": "Mon–Fri 9:00–17:00", "fr": "lun.–ven. 9 h–17 h" });
    [
        contact(
            "day",
            "Law Clinic",
            json!({ "region": "NS", "hours": day, "categories": ["legal-help"] }),
        ),
        contact(
            "night",
            "Law Line",
            json!({ "region": "NS", "always_open": true }),
        ),
        contact("nobody-knows", "Law Library", json!({ "region": "NS" })),
        contact(
            "english",
            "Law Line",
            json!({ "region": "BC", "always_open": true, "languages": ["en"] }),
        ),
    ]
}

/// Searches from Halifax, on a Tuesday at 23:00; also returns the number of contacts with unknown
/// hours.
fn open_at_eleven(contacts: &[Contact], text: &str, filters: Filters) -> (Hits, usize) {
    let halifax = Zone::Halifax.rules();
    let asking = Asking {
        now: "2026-11-25T03:00:00Z".parse().unwrap(),
        here: Some(&halifax),
        caller: Caller::of(Region::Ns),
    };
    let none = HashSet::new();
    let context = Context {
        language: Language::En,
        region: Region::Ns,
        place: None,
        preferred: &none,
    };
    let query = Query {
        text: text.into(),
        filters,
        ..Query::default()
    };
    let index = index(contacts);
    let mut hits = index.search(&query, &context);
    let directory = &Directory::new(contacts.to_vec());
    let clock = Clock {
        index: &index,
        directory,
        asking,
    };
    let unknown = index.keep_open(&mut hits, &query, &context, clock, &|| true);
    (hits, unknown)
}

#[test]
fn counts_beside_open_now_include_only_open_contacts() {
    let contacts = by_day_and_night();
    let found = |text: &str, filters: Filters| open_at_eleven(&contacts, text, filters);
    let open_now = Filters {
        open_now: true,
        ..Filters::default()
    };
    let (hits, unknown) = found("law", open_now.clone());
    assert_eq!(
        (ids(&contacts, &hits), unknown),
        (vec!["night", "english"], 1)
    );
    let ways = |(hits, _): (Hits, usize)| {
        let ways = hits.suggestions.into_iter();
        ways.map(|way| (way.drop, way.hits)).collect::<Vec<_>>()
    };
    let legal = Filters {
        category: Some(Category::LegalHelp),
        ..open_now.clone()
    };
    let [category, now] = [FilterKind::Category, FilterKind::OpenNow].map(Drop::Filter);
    assert_eq!(
        ways(found("law", legal)),
        [(now, 1), (category, 2)],
        "two of the four are open; without the clock there is one"
    );
    let words = ways(found("clinic open now", Filters::default()));
    let [clinic, now] = [0..6, 7..15].map(Drop::Words);
    assert_eq!(
        words,
        [(now, 1), (clinic, 2)],
        "what asks for now goes together"
    );
    let french = Filters {
        language: Some(LanguageCode("fr".into())),
        ..open_now
    };
    let (hits, _) = found("law", french);
    assert_eq!(hits.languages_unstated, 1, "the night line alone");
}
