mod life;
mod order;

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::check::{Fault, Known, Problem};
use super::*;
use crate::assets::Assets;
use crate::directory::hours::Asking;
use crate::directory::{Caller, Directory};
use crate::i18n::Language;
use crate::i18n::typography::Flaw;
use crate::needs::Needs;
use crate::places::Places;

fn pathways() -> &'static Pathways {
    Pathways::embedded().unwrap()
}

fn directory() -> &'static Directory {
    static DIRECTORY: LazyLock<Directory> =
        LazyLock::new(|| Assets::embedded().directory().unwrap());
    &DIRECTORY
}

fn walk(answers: &[usize]) -> Walk {
    let mut walk = Walk::default();
    for answer in answers {
        assert!(walk.answer(pathways(), *answer), "{answers:?}");
    }
    walk
}

pub(super) fn here(region: Region, town: Option<&str>, now: &str) -> Here<'static> {
    static UTC: TimeZone = TimeZone::UTC;
    let places = Places::embedded();
    Here {
        directory: directory(),
        needs: Needs::shared().unwrap(),
        places,
        region,
        town: town.map(|town| places.find(town, region).unwrap()),
        asking: Asking {
            now: now.parse::<Timestamp>().unwrap(),
            here: Some(&UTC),
            caller: Caller::of(region),
        },
        language: Language::En,
        reported: &[],
    }
}

/// Returns the ids of the contacts of a leaf, at a time.
fn calls(id: &str, consent: Consent, region: Region, town: Option<&str>, now: &str) -> Vec<String> {
    let here = here(region, town, now);
    let leaf = pathways().leaves().iter().find(|leaf| leaf.id == id);
    let calls = here.calls(leaf.unwrap(), consent);
    calls
        .into_iter()
        .map(|contact| contact.id.clone())
        .collect()
}

const NOON: &str = "2026-11-26T16:00:00Z";
pub(super) const NIGHT: &str = "2026-11-26T08:00:00Z";

/// Returns the faults of the embedded file after a text in it is replaced.
fn faults(old: &str, new: &str) -> Vec<Problem> {
    assert!(EMBEDDED.contains(old), "{old}");
    let guide = Assets::embedded().guide(Language::En);
    let known = Known {
        directory: directory(),
        needs: Needs::shared().unwrap(),
        is_topic: &|id: &TopicId| guide.outline(id.page).title_of(&id.topic).is_some(),
    };
    check::text(&EMBEDDED.replacen(old, new, 1), known).1
}

#[test]
fn the_embedded_pathways_keep_every_rule() {
    assert_eq!(faults("ages", "ages"), []);
    assert_eq!(pathways().leaves().len(), 28);
}

#[test]
fn each_rule_can_fail() {
    let found = |old: &str, new: &str| -> Vec<Fault> {
        let problems = faults(old, new).into_iter();
        problems.map(|problem| problem.fault).collect()
    };
    let dead = |link: &str| Fault::DeadLink(link.to_owned());
    assert!(found("\"need\": \"suicide\"", "\"need\": \"x\"").contains(&dead("x")));
    assert!(found("nt-811", "nt-nobody").contains(&dead("nt-nobody")));
    let topic = "reporting#immediate-danger";
    assert!(found(topic, "reporting#no").contains(&dead("reporting#no")));
    let nobody = found(
        "{\"need\": \"suicide\", \"limit\": 1}, {\"emergency\": true}, {\"need\": \"suicide\"}",
        "{\"contact\": \"nt-811\", \"regions\": [\"NT\"]}",
    );
    assert!(
        nobody.contains(&Fault::NobodyToCall(Region::On)),
        "{nobody:?}"
    );
    assert!(!nobody.contains(&Fault::NobodyToCall(Region::Nt)));
    let shape = found("\"questions\"", "\"question\"");
    assert!(matches!(shape[..], [Fault::Unreadable(_)]));
    let blank = found("How old is the person?", "");
    assert_eq!(blank, [Fault::Text(Flaw::Blank)]);
    let gone = found("\"leaf\": \"suicide\"", "\"leaf\": \"medical-now\"");
    assert_eq!(gone, [Fault::Unreachable]);
    let long = found("\"leaf\": \"meeting\"", "\"question\": \"danger\"");
    assert!(long.contains(&Fault::TooLong), "{long:?}");
    let gate = found("\"leaf\": \"child-talk\"", "\"leaf\": \"report\"");
    assert!(gate.contains(&Fault::ChildGate), "{gate:?}");
    let first = found("\"leaf\": \"danger-now\"", "\"leaf\": \"talk\"");
    assert!(first.contains(&Fault::DangerNotFirst), "{first:?}");
    let nunavut = found("{\"emergency\": true}", "{\"contact\": \"ca-911\"}");
    assert!(nunavut.contains(&Fault::Says911), "{nunavut:?}");
    assert_eq!(
        found("Call now. You need", "Call 911. You need"),
        [Fault::Says911]
    );
}

#[test]
fn every_leaf_is_five_questions_away_at_most() {
    let report = walk(&[3, 2, 3, 0]);
    assert!(matches!(report.page(pathways()), Page::Gate(_, 5)));
    let meeting = walk(&[3, 2, 5, 1]);
    assert!(
        matches!(meeting.page(pathways()), Page::Question(question, 5) if question.id == "contact")
    );
}

#[test]
fn the_answer_on_consent_selects_the_leaf() {
    let leaf_of = |answer| match walk(&[3, 2, 3, 0, answer]).page(pathways()) {
        Page::Leaf(leaf, consent) => (leaf.id.clone(), consent),
        page => panic!("{page:?}"),
    };
    assert_eq!(leaf_of(0), ("report".to_owned(), Consent::Given));
    assert_eq!(leaf_of(1), ("report".to_owned(), Consent::Refused));
    assert_eq!(leaf_of(2), ("danger-now".to_owned(), Consent::NotAsked));
    let given = calls("report", Consent::Given, Region::Ns, None, NOON);
    assert!(
        given.contains(&"ns-halifax-regional-police".to_owned()),
        "{given:?}"
    );
    let refused = calls("report", Consent::Refused, Region::Ns, None, NOON);
    assert!(!refused.is_empty());
    for id in refused {
        assert!(!directory().get(&id).unwrap().is_authority(), "{id}");
    }
    let report = pathways().leaves().iter().find(|leaf| leaf.id == "report");
    let topics = report
        .unwrap()
        .topics(pathways(), Consent::Refused, Region::Ns);
    assert_eq!(topics[0].to_string(), "reporting#consent-first");
}

#[test]
fn going_back_takes_one_answer_and_leaves_none_behind() {
    let mut there = walk(&[3, 2, 3, 0, 1]);
    assert!(!there.answer(pathways(), 0), "a leaf has no answers");
    there.back_to_question(pathways());
    assert_eq!(there, walk(&[3, 2, 3]));
    assert!(there.back());
    assert_eq!(there, walk(&[3, 2]));
    assert!(!there.answer(pathways(), 7), "there is no eighth answer");
    there.forget();
    assert_eq!(there, Walk::default());
    assert!(!there.back());
}

#[test]
fn a_child_leads_to_an_open_line() {
    let child = |now| {
        calls(
            "child-harm",
            Consent::NotAsked,
            Region::Ns,
            Some("Halifax"),
            now,
        )
    };
    assert!(child(NOON).contains(&"ca-911".to_owned()));
    assert!(child(NIGHT).contains(&"ca-kids-help-phone".to_owned()));
    assert_eq!(child(NIGHT)[0], "ns-child-protection-after-hours");
}

#[test]
fn nunavut_calls_the_rcmp() {
    for leaf in ["danger-now", "medical-now"] {
        let calls = calls(leaf, Consent::NotAsked, Region::Nu, None, NOON);
        assert_eq!(calls[0], "nu-rcmp-iqaluit");
        assert!(!calls.contains(&"ca-911".to_owned()));
    }
}

#[test]
fn services_and_shelters_of_the_town_come_first() {
    let calls = |town| calls("bed-woman", Consent::NotAsked, Region::Ns, town, NOON);
    let halifax = calls(Some("Halifax"));
    let sydney = calls(Some("Sydney"));
    assert_eq!(halifax[0], "ns-bryony-house", "{halifax:?}");
    assert_eq!(sydney[0], "ns-cape-breton-th", "{sydney:?}");
}

#[test]
fn no_leaf_shows_a_local_contact_of_another_region() {
    for region in Region::ALL {
        for leaf in pathways().leaves() {
            let shown = calls(&leaf.id, Consent::Given, region, None, NOON);
            assert!(shown.len() <= MOST_CALLS);
            let ids: HashSet<&String> = shown.iter().collect();
            assert_eq!(ids.len(), shown.len(), "{}", leaf.id);
            for id in &shown {
                let contact = directory().get(id).unwrap();
                assert!([region, Region::Ca].contains(&contact.region), "{id}");
                assert!(contact.has_phone(), "{id}");
            }
        }
    }
}

#[test]
fn a_child_is_younger_than_the_duty_to_report_says() {
    let text = &pathways().questions[1].answers[0].text;
    let said = |region, language| pathways().say(text, region, language);
    assert_eq!(said(Region::Ns, Language::En), "Under 19");
    assert_eq!(said(Region::On, Language::En), "Under 18");
    assert_eq!(said(Region::Bc, Language::Fr), "Moins de 19\u{a0}ans");
}

/// Returns the calls of the first page: need, contact.
fn call_now(region: Region, town: Option<&str>, now: &str) -> Vec<(&'static str, &'static str)> {
    let calls = here(region, town, now).call_now(pathways().now());
    let pair = |call: &Call<'static>| (call.kind.need.as_str(), call.contact.id.as_str());
    calls.iter().map(pair).collect()
}

#[test]
fn the_first_page_names_one_number_a_kind() {
    let halifax = call_now(Region::Ns, Some("Halifax"), NIGHT);
    assert_eq!(halifax[0], ("danger-now", "ca-911"));
    assert_eq!(halifax[1], ("suicide", "ca-988"));
    assert!(halifax.contains(&("child-abuse", "ns-child-protection-after-hours")));
    assert!(
        halifax.contains(&("shelter", "ns-bryony-house")),
        "{halifax:?}"
    );
    assert_eq!(
        call_now(Region::Nu, None, NIGHT)[0],
        ("danger-now", "nu-rcmp-iqaluit")
    );
}

/// Returns the contact of a kind of help on the first page, in the night.
fn who(need: &str, region: Region, town: Option<&str>) -> &'static str {
    let calls = call_now(region, town, NIGHT).into_iter();
    let mut found = calls.filter(|(kind, _)| *kind == need);
    found.next().unwrap().1
}

#[test]
fn the_best_line_is_named_for_each_kind_that_it_serves() {
    let qc = ["partner-violence", "shelter"].map(|need| who(need, Region::Qc, None));
    assert_eq!(qc, ["qc-sos-violence-conjugale"; 2]);
    let bc = ["partner-violence", "sexual-assault", "victim-services"];
    let bc = bc.map(|need| who(need, Region::Bc, None));
    assert_eq!(bc, ["bc-victimlinkbc"; 3]);
    assert_eq!(
        who("shelter", Region::Mb, Some("Thompson")),
        "mb-domestic-abuse-crisis-line"
    );
    assert_eq!(
        who("victim-services", Region::Mb, None),
        "mb-victim-services"
    );
}

#[test]
fn a_report_about_a_child_goes_to_child_protection_first() {
    let town = Some("Montréal");
    let calls = calls("child-harm", Consent::Refused, Region::Qc, town, NIGHT);
    assert_eq!(calls[0], "qc-dpj-montreal");
}

#[test]
fn an_open_contact_represents_the_kind() {
    let child = |now| {
        let calls = here(Region::Ns, None, now).call_now(pathways().now());
        let child = calls
            .into_iter()
            .find(|call| call.kind.need == "child-abuse");
        child.unwrap()
    };
    assert_eq!(child(NIGHT).answer.is_open(), Some(true));
    assert_eq!(child(NIGHT).contact.id, "ns-child-protection-after-hours");
    let nunavut = call_now(Region::Nu, None, NIGHT);
    assert!(
        nunavut.contains(&("child-abuse", "nu-community-social-services")),
        "{nunavut:?}"
    );
    assert!(
        nunavut.contains(&("sexual-assault", "nu-victim-services")),
        "{nunavut:?}"
    );
}

#[test]
fn without_a_town_no_city_stands_for_its_province() {
    let child = |region, town| {
        let calls = here(region, town, NIGHT).call_now(pathways().now());
        let mut calls = calls.into_iter();
        calls.find(|call| call.kind.need == "child-abuse").unwrap()
    };
    assert!(child(Region::Qc, None).is_by_town);
    let finder = child(Region::On, None);
    assert_eq!(finder.contact.id, "on-211", "it finds the right society");
    assert!(finder.is_by_town, "but is none");
    assert!(
        !child(Region::Ns, None).is_by_town,
        "one line serves all of it"
    );
    let toronto = child(Region::On, Some("Toronto"));
    assert_eq!(toronto.contact.id, "on-cas-toronto");
    assert!(!toronto.is_by_town);
    for region in Region::ALL {
        let calls = here(region, None, NIGHT).call_now(pathways().now());
        assert!(!calls[0].is_by_town, "danger in {region:?}");
        let known = calls.iter().filter(|call| !call.is_by_town).count();
        assert!(known >= 6, "{region:?}: {known} numbers");
    }
}

#[test]
fn a_reported_number_leads_no_kind_of_help_that_another_line_answers() {
    let now = pathways().now();
    let emergency = [Region::Ns.emergency().contact, crate::needs::SUICIDE_LINE];
    for (time, region) in [(NOON, Region::Ns), (NIGHT, Region::Qc), (NOON, Region::On)] {
        let here = here(region, None, time);
        let mut replaced = 0;
        for call in here.call_now(now) {
            let reported = [call.contact.id.clone()];
            let then = Here {
                reported: &reported,
                ..here
            };
            let calls = then.call_now(now);
            let kind = calls.iter().find(|one| one.kind.need == call.kind.need);
            let kept = kind.unwrap().contact.id == call.contact.id;
            let is_emergency = emergency.contains(&call.contact.id.as_str());
            assert!(
                kept || !is_emergency,
                "nothing replaces {}",
                call.contact.id
            );
            replaced += usize::from(!kept);
        }
        assert!(replaced >= 5, "{region:?}: {replaced}");
    }
}
