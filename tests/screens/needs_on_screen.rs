//! Typed descriptions of a situation: the first hits, the head of the list, and how to reject a
//! recognized need.

use super::journey::{From, Journey};
use havre::app::{Action, Key, KeyCode};
use havre::assets::Found;
use havre::directory::Region;
use havre::i18n::Language;

fn worker(language: Language, region: Region, size: (u16, u16)) -> Journey {
    Journey::start(From {
        language,
        region,
        size,
        needs: true,
        ..From::default()
    })
}

/// Returns the ids of the contacts and the names of the topics found, in order.
fn found(journey: &Journey) -> Vec<String> {
    let directory = &journey.app.directory();
    let listed = directory.listed().map(|found| match found {
        Found::Contact(id) => id.to_owned(),
        Found::Topic(topic) => topic.id.to_string(),
    });
    listed.collect()
}

#[test]
fn where_a_life_is_at_risk_the_number_and_the_first_step_stand_on_top() {
    for (language, text, first, step) in [
        (Language::En, "she wants to die", "ca-988", "9-8-8"),
        (Language::Fr, "je veux mourir", "ca-988", "9-8-8"),
        (
            Language::En,
            "he is at the door with a knife",
            "ca-911",
            "Call 911 now",
        ),
        (
            Language::Fr,
            "il a un couteau il va me tuer",
            "ca-911",
            "Appelez le 911",
        ),
    ] {
        for size in [(80, 24), (40, 12), (100, 30), (160, 50)] {
            let mut journey = worker(language, Region::Ns, size);
            journey.keys(&format!("/{text}"));
            assert_eq!(found(&journey)[0], first, "{text} at {size:?}");
            let screen = journey
                .screen()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(
                screen.contains(step),
                "the first step of {text} at {size:?}: {screen}"
            );
        }
    }
}

#[test]
fn backspace_takes_the_need_off_and_another_letter_lets_it_come_back() {
    for (language, text, said) in [
        (
            Language::En,
            "she wants to die",
            "Sounds like: Thinking of suicide.",
        ),
        (
            Language::Fr,
            "je veux mourir",
            "On dirait : Pensées de suicide.",
        ),
    ] {
        let mut journey = worker(language, Region::Ns, (100, 30));
        journey
            .keys(&format!("/{text}"))
            .sees(said, "the need is named");
        journey.sees_no(
            "introuvable",
            "what tells of a need is not looked for by its letters",
        );
        journey.keys("<backspace>").sees_no(said, "it is taken off");
        assert_eq!(journey.app.query().text, text, "and no letter with it");
        assert!(journey.app.query().words_only);
        journey
            .keys(" ")
            .sees(said, "another text may tell of it again");
        journey
            .keys("<esc>/x")
            .sees_no(said, "another search is another text");
    }
}

#[test]
fn a_town_is_a_filter_and_rows_say_how_far_it_is() {
    for (language, text, near) in [
        (Language::En, "nurse after rape halifax", "near Halifax"),
        (
            Language::Fr,
            "infirmière après un viol à halifax",
            "près de Halifax",
        ),
    ] {
        let mut journey = worker(language, Region::On, (100, 30));
        journey
            .keys(&format!("/{text}"))
            .sees(near, "the town is named");
        let first = &found(&journey)[0];
        assert!(
            first.starts_with("ns-"),
            "its region stands in for hers: {first}"
        );
        journey.act(Action::Resize {
            width: 99,
            height: 30,
        });
        journey.sees("km", "how far the first ones are");
    }
}

#[test]
fn town_without_a_service_is_named_and_its_region_helps() {
    for (language, said) in [
        (
            Language::En,
            "No contact names Kenora; these serve all of Ontario.",
        ),
        (Language::Fr, "Aucune ressource ne nomme Kenora"),
    ] {
        let mut journey = worker(language, Region::Ns, (120, 30));
        journey
            .keys("/legal aid kenora")
            .sees(said, "that nobody is near");
        assert!(!found(&journey).is_empty());
    }
}

#[test]
fn a_reason_is_said_once_for_all_that_serve_a_need() {
    let mut journey = worker(Language::En, Region::Ns, (80, 24));
    journey.keys("/bed tonight");
    let hits = journey.app.directory().hits.hits.len().min(6);
    let reasons: Vec<String> = (0..hits)
        .filter_map(|rank| journey.app.reason_of(rank))
        .map(|reason| reason.text(journey.app.messages()))
        .filter(|reason| reason.starts_with("sounds like"))
        .collect();
    assert_eq!(reasons, ["sounds like: A bed tonight"]);
}

#[test]
fn no_key_after_a_need_is_taken_off_ends_in_a_panic() {
    let mut journey = worker(Language::Fr, Region::Qc, (40, 12));
    journey.keys("/mon chum m'a étranglée<backspace><backspace><left><backspace><home><delete>");
    journey.act(Action::Key(Key::plain(KeyCode::Backspace)));
    assert!(!journey.app.query().text.is_empty());
}

#[test]
fn a_line_for_texts_replaces_the_voice_line_of_a_silent_caller() {
    for (language, text, number, aloud) in [
        (
            Language::En,
            "she is deaf and he hits her",
            "1-800-563-0808 (text)",
            "he hits her",
        ),
        (
            Language::En,
            "she cant talk on the phone he can hear and hits her",
            "1-800-563-0808 (text)",
            "he hits her",
        ),
        (
            Language::Fr,
            "y l'entend, par texto, il la frappe",
            "1-800-563-0808 (texto)",
            "il la frappe",
        ),
    ] {
        for size in [(80, 24), (40, 12), (100, 30), (160, 50)] {
            let mut journey = worker(language, Region::Bc, size);
            journey
                .keys(&format!("/{text}"))
                .sees(number, "the number for texts is in a row, and named so");
            journey
                .keys(&format!("<esc>/{aloud}"))
                .sees("1-800-563-0808", "the line is there")
                .sees_no(number, "and it is the voice line");
        }
    }
}
