use std::sync::Arc;

use jiff::Timestamp;

use super::*;
use crate::bookmarks::{Change, Mark};
use crate::directory::Trust;
use crate::fixtures;
use crate::i18n::Language;

fn contact(index: usize, pack: Option<(&str, Option<&str>)>) -> Contact {
    let mut contact = fixtures::assets().contacts().unwrap().swap_remove(index);
    contact.origin = pack.map(|(name, to)| {
        Arc::new(Origin {
            pack: name.to_owned(),
            publisher: "North Shore Society".to_owned(),
            date: "2026-11-15".to_owned(),
            trust: Trust::Unsigned,
            corrections_to: to.map(str::to_owned),
            imported: false,
            replaces: None,
        })
    });
    contact
}

fn wrong(kind: Wrong, text: &str) -> Mark {
    Mark::Wrong {
        kind,
        text: text.to_owned(),
    }
}

/// Returns a worker's list with these marks.
fn list(marks: &[(&Contact, Mark)]) -> List {
    let mut list = List::default();
    let day = "2026-11-12".parse().unwrap();
    for (contact, mark) in marks {
        list.apply(
            Change::mark(contact, mark.clone(), "", day),
            Timestamp::UNIX_EPOCH,
        );
    }
    list
}

fn found<'a>(lists: &'a [List], contacts: &'a [Contact]) -> Vec<Part> {
    report(lists, |id| contacts.iter().find(|one| one.id == id))
}

#[test]
fn corrections_go_to_the_maintainer_of_each_pack() {
    let contacts = [
        contact(0, None),
        contact(1, Some(("north", Some("facts@example.org")))),
        contact(2, Some(("south", None))),
    ];
    let mut own = contact(3, None);
    own.id = format!("{}1", Contact::OWN_ID_PREFIX);
    let lists = [list(&[
        (&contacts[0], Mark::Reached),
        (&contacts[1], wrong(Wrong::HoursChanged, "opens at nine")),
        (&contacts[2], wrong(Wrong::Closed, "")),
        (&own, wrong(Wrong::Other, "")),
    ])];
    let parts = found(&lists, &contacts);
    let packs: Vec<_> = parts.iter().map(|part| part.source.pack()).collect();
    assert_eq!(packs, [Some("havre"), Some("north"), Some("south"), None]);
    let mails: Vec<_> = parts.iter().map(|part| part.source.mail()).collect();
    assert_eq!(
        mails,
        [CORRECTIONS_TO, Some("facts@example.org"), None, None]
    );
    for language in Language::ALL {
        let messages = Messages::of(language);
        let text = text(&parts, messages);
        assert!(text.contains("facts@example.org"), "{text}");
        assert!(text.contains("opens at nine"), "{text}");
        let ask = messages.filled(
            "corrections-to-publisher",
            "publisher",
            "North Shore Society",
        );
        assert!(
            text.contains(&ask),
            "without an address it says whom to ask: {text}"
        );
    }
    let wrong = wrong_only(parts);
    assert_eq!(wrong.len(), 3, "what is right needs no correction");
}

#[test]
fn equal_findings_of_workers_are_counted_and_their_words_kept_once() {
    let contacts = [contact(0, None)];
    let dead = |words: &str| list(&[(&contacts[0], wrong(Wrong::NumberDead, words))]);
    let lists = [dead("rings out"), dead("rings out"), dead("a fax")];
    let parts = found(&lists, &contacts);
    let [found] = &parts[0].found[..] else {
        panic!("one finding: {parts:?}");
    };
    assert_eq!(found.workers, 3);
    assert_eq!(found.words, ["rings out", "a fax"]);
}

#[test]
fn text_of_a_correction_adds_no_header_to_the_message() {
    let pack = ("north", Some("facts@example.org\r\nBcc: eve@example.org"));
    let contacts = [contact(0, Some(pack))];
    let lists = [list(&[(
        &contacts[0],
        wrong(Wrong::NumberDead, "ça sonne"),
    )])];
    let parts = found(&lists, &contacts);
    for language in Language::ALL {
        let message = eml(&parts[0], Messages::of(language));
        let (headers, body) = message.split_once("\r\n\r\n").unwrap();
        assert!(headers.is_ascii(), "{headers}");
        let names: Vec<_> = headers
            .split("\r\n")
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| line.split(':').next())
            .collect();
        let expected = [
            "To",
            "Subject",
            "X-Unsent",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
        ];
        assert_eq!(names, expected);
        assert!(
            headers.split("\r\n").all(|line| line.len() <= 78),
            "{headers}"
        );
        assert!(body.contains("ça sonne\r\n"), "{body}");
        assert!(!body.replace("\r\n", "").contains(['\r', '\n']), "{body:?}");
    }
}

#[test]
fn rows_are_no_formulas_and_records_of_changes_follow_hsds() {
    let contacts = [contact(0, None), contact(1, None)];
    let lists = [list(&[
        (&contacts[0], wrong(Wrong::Closed, "=1+1")),
        (&contacts[1], Mark::Reached),
    ])];
    let parts = found(&lists, &contacts);
    let rows = String::from_utf8(csv(&parts, Messages::of(Language::En))).unwrap();
    assert!(rows.contains(",'=1+1,"), "{rows}");
    let records = hsds(&parts);
    let [record] = &records.as_array().unwrap()[..] else {
        panic!("what is right is no change: {records}");
    };
    // Required fields of the table `metadata` of HSDS 3.0, and those of its tabular form.
    for field in [
        "id",
        "last_action_date",
        "last_action_type",
        "field_name",
        "previous_value",
        "replacement_value",
        "updated_by",
        "resource_id",
        "resource_type",
    ] {
        assert!(record[field].is_string(), "{field}: {record}");
    }
    for field in ["id", "resource_id"] {
        let id = record[field].as_str().unwrap();
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
        assert!(id[14..15] == *"8" && "89ab".contains(&id[19..20]), "{id}");
    }
    assert_eq!(record["replacement_value"], "inactive: =1+1");
}

#[test]
fn records_of_changes_name_the_exported_service_and_have_ids_of_their_own() {
    let contact = contact(0, None);
    let dead = |number: &str| Mark::Wrong {
        kind: Wrong::NumberDead,
        text: number.to_owned(),
    };
    let lists = [
        list(&[(&contact, dead("rings out"))]),
        list(&[(&contact, wrong(Wrong::Closed, ""))]),
    ];
    let parts = found(&lists, std::slice::from_ref(&contact));
    let records = hsds(&parts);
    let records = records.as_array().unwrap();
    assert_eq!(records.len(), 2, "{records:?}");
    let service = crate::interchange::hsds::write::service(&contact, Messages::of(Language::En));
    for record in records {
        assert_eq!(record["resource_id"], service["id"]);
    }
    assert_ne!(records[0]["id"], records[1]["id"]);
}
