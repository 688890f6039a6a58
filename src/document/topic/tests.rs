use super::*;
use crate::assets::Assets;
use crate::directory::hours::Asking;
use crate::directory::{Caller, Directory, Region};
use crate::document::Row;
use crate::guide::TopicId;
use crate::i18n::Language;
use crate::needs::Needs;
use crate::places::Places;

fn reader(language: Language, region: Region, directory: &Directory) -> Reader<'_> {
    let asking = Asking {
        now: "2026-11-26T18:00:00Z".parse().unwrap(),
        here: None,
        caller: Caller::of(region),
    };
    let here = Here {
        directory,
        needs: Needs::shared().unwrap(),
        places: Places::embedded(),
        region,
        town: None,
        asking,
        language,
        reported: &[],
    };
    Reader {
        messages: Messages::of(language),
        here,
        ellipsis: "…",
        term_mark: TERM,
        linear: false,
        is_typed: false,
    }
}

/// Returns the words of each paragraph.
fn paragraphs(document: &Document) -> Vec<String> {
    let last = document.rows.last().map_or(0, |row| row.block);
    let paragraph = |block| {
        let rows = document.rows.iter().filter(|row| row.block == block);
        rows.map(Row::text).collect::<Vec<_>>().join(" ")
    };
    let paragraphs = (0..=last).map(paragraph);
    paragraphs.map(|text| text.trim().to_owned()).collect()
}

#[test]
fn a_regional_page_begins_with_a_number_to_call() {
    let directory = Assets::embedded().directory().unwrap();
    for language in Language::ALL {
        let guide = Assets::embedded().guide(language);
        for page in PageId::ALL.map(|id| guide.page(id)) {
            for topic in page.topics.iter().filter(|_| page.id.is_regional()) {
                for width in [38, 76, u16::MAX] {
                    let reader = reader(language, Region::Ca, &directory);
                    let document = compose(page, topic, reader, width);
                    let first = &paragraphs(&document)[1];
                    let has_number = !phone_numbers(first).is_empty() || first.contains("11");
                    assert!(has_number, "{:?} {width}: {first}", topic.id);
                    assert!(!document.links.is_empty());
                }
            }
        }
    }
}

#[test]
fn calls_and_steps_stand_before_facts() {
    let directory = Assets::embedded().directory().unwrap();
    let guide = Assets::embedded().guide(Language::En);
    let id = TopicId::parse("reporting#medical-emergency").unwrap();
    let (page, topic) = (guide.page(id.page), guide.topic(&id).unwrap());
    let reader = reader(Language::En, Region::Ns, &directory);
    let document = compose(page, topic, reader, u16::MAX);
    let words = paragraphs(&document);
    let starts = |number: usize, start: &str| {
        assert!(words[number].starts_with(start), "{number}: {words:?}");
    };
    starts(1, "911");
    starts(2, "9-8-8");
    starts(3, "Kids Help Phone");
    starts(4, "Do");
    starts(7, "Say");
    starts(8, "Avoid");
    starts(9, "Know");
    assert!(document.is_bare(0) && document.is_bare(2));
    let emergency = Link::contact("ca-911");
    assert_eq!(document.links[0], emergency);
}

/// Topic about police-based and community-based services: the only one with a row of the police.
const ABOUT_POLICE: &str = "police-or-community-based";

#[test]
fn no_topic_offers_an_authority_or_a_service_of_elsewhere() {
    let directory = Assets::embedded().directory().unwrap();
    let guide = Assets::embedded().guide(Language::En);
    let mut offered = 0;
    for region in Region::ALL {
        let reader = reader(Language::En, region, &directory);
        for page in guide.pages().filter(|page| !page.id.is_regional()) {
            for topic in &page.topics {
                let document = compose(page, topic, reader, 76);
                let calls = (0..document.links.len()).filter(|link| document.is_bare(*link));
                let calls: Vec<&Link> = calls.map(|link| &document.links[link]).collect();
                assert!(calls.len() <= 3);
                for link in calls {
                    let Link::Contact { id, .. } = link else {
                        continue;
                    };
                    let contact = directory.get(id).unwrap();
                    offered += 1;
                    let may_be_police = topic.id == ABOUT_POLICE;
                    assert!(!contact.is_authority() || may_be_police, "{id}");
                    let is_nearest = has_nearest(&document, reader);
                    assert!(!contact.is_local() || is_nearest, "{id}");
                    assert!([region, Region::Ca].contains(&contact.region), "{id}");
                }
            }
        }
    }
    assert!(offered > 100, "{offered}");
}

/// Returns true if the topic begins with a kind of help: its rows are the nearest contacts.
fn has_nearest(document: &Document, reader: Reader<'_>) -> bool {
    let first = &paragraphs(document)[1];
    let mut kinds = Category::ALL.iter().map(|kind| kind.message_id());
    kinds.any(|kind| *first == reader.messages.text(&kind))
}

#[test]
fn a_topic_without_contacts_has_the_nearest_of_its_kinds() {
    let directory = Assets::embedded().directory().unwrap();
    let guide = Assets::embedded().guide(Language::En);
    let words = |id: &str, region, town: &str, width| {
        let mut reader = reader(Language::En, region, &directory);
        reader.here.town = reader.here.places.find(town, region);
        let id = TopicId::parse(id).unwrap();
        let (page, topic) = (guide.page(id.page), guide.topic(&id).unwrap());
        paragraphs(&compose(page, topic, reader, width))
    };
    let kinds = "victim-services#police-or-community-based";
    let near = words(kinds, Region::Bc, "Kelowna", u16::MAX);
    assert_eq!(near[1], "Police-based victim services");
    assert!(near[2].starts_with("Kelowna RCMP") && near[2].contains("250-470-6242"));
    assert_eq!(near[3], "Community-based victim services");
    assert!(!phone_numbers(&near[4]).is_empty(), "{}", near[4]);
    let in_north = words(kinds, Region::Bc, "Prince George", 76);
    assert!(in_north[2].starts_with("Prince George"), "{in_north:?}");

    // None of the programs near Surrey has a number; that of Comox is on the island.
    let programs = words(
        "restorative-justice#questions-to-ask",
        Region::Bc,
        "Surrey",
        76,
    );
    assert_eq!(programs[1], "Restorative justice programs");
    assert!(programs[2].contains("no phone") && programs[2].contains("website"));
    assert!(programs[3].contains("no phone"), "{programs:?}");

    let hospital = words(
        "victim-services#after-sexual-assault",
        Region::Ns,
        "Halifax",
        38,
    );
    assert!(hospital[2].contains("902-425-0122"), "{hospital:?}");
}

#[test]
fn a_term_has_a_mark_and_is_no_link() {
    let directory = Assets::embedded().directory().unwrap();
    let guide = Assets::embedded().guide(Language::En);
    let id = TopicId::parse("reporting#after-a-report").unwrap();
    let (page, topic) = (guide.page(id.page), guide.topic(&id).unwrap());
    let named: usize = topic.points.iter().map(|point| point.terms().count()).sum();
    assert!(named > 0);
    let marks = |width, term_mark| {
        let reader = Reader {
            term_mark,
            ..reader(Language::En, Region::Ns, &directory)
        };
        let document = compose(page, topic, reader, width);
        let spans = document.rows.iter().flat_map(|row| &row.spans);
        spans
            .filter(|span| span.text == TERM && span.role == Role::Muted)
            .count()
    };
    assert_eq!(marks(76, TERM), named);
    assert_eq!(marks(76, ""), 0);
    assert_eq!(marks(u16::MAX, TERM), 0, "lines are heard");
}

#[test]
fn no_mark_of_a_term_stands_inside_a_name() {
    let directory = Assets::embedded().directory().unwrap();
    let mut names = 0;
    for language in Language::ALL {
        let guide = Assets::embedded().guide(language);
        for page in PageId::ALL.map(|id| guide.page(id)) {
            for topic in &page.topics {
                let reader = Reader {
                    term_mark: TERM,
                    ..reader(language, Region::On, &directory)
                };
                let text = paragraphs(&compose(page, topic, reader, 80)).join(" ");
                assert!(!text.contains("·+"), "{text}");
                names += text.matches("VQRP+").count() + text.matches("PIRV+").count();
            }
        }
    }
    assert!(names > 0, "names with a sign behind a term");
}

#[test]
fn every_number_of_the_guide_can_be_copied_or_followed() {
    let directory = &Assets::embedded().directory().unwrap();
    let mut copied = 0;
    for language in Language::ALL {
        let guide = Assets::embedded().guide(language);
        for page in PageId::ALL.map(|id| guide.page(id)) {
            for topic in &page.topics {
                let reader = reader(language, Region::Nu, directory);
                let document = compose(page, topic, reader, 80);
                for span in document.rows.iter().flat_map(|row| &row.spans) {
                    // The row of a call is itself a link.
                    let called = span.role == Role::Action;
                    let plain =
                        span.link.is_none() && !called && !phone_numbers(&span.text).is_empty();
                    assert!(!plain, "{:?}: {}", topic.id, span.text);
                }
                let is_number = |link: &&Link| matches!(link, Link::Copy(_));
                copied += document.links.iter().filter(is_number).count();
            }
        }
    }
    assert!(copied >= 20, "ten numbers in each language: {copied}");
}

#[test]
fn for_a_screen_reader_a_call_is_a_sentence_with_the_whole_name() {
    let directory = Assets::embedded().directory().unwrap();
    for language in Language::ALL {
        let guide = Assets::embedded().guide(language);
        let page = guide.page(PageId::Reporting);
        let topic = &page.topics[0];
        let reader = reader(language, Region::Ns, &directory);
        let columns = compose(page, topic, reader, 38);
        let reader = Reader {
            linear: true,
            ..reader
        };
        let sentences = compose(page, topic, reader, 38);
        let emergency = directory.get(Region::Ns.emergency().contact).unwrap();
        let name = emergency.name(language);
        assert!(
            !paragraphs(&columns)[1].contains(name),
            "the columns are narrow"
        );
        assert!(
            paragraphs(&sentences)[1].starts_with(name),
            "{:?}",
            paragraphs(&sentences)
        );
    }
}
