//! Marks of calls: what was found of each number stays, in merges and for each contact with it.

use havre::bookmarks::{Change, List, Mark, Tried, Wrong, merge};
use havre::directory::hours::Asking;
use havre::directory::{Caller, Contact};

use crate::support::{at, contacts, good};

const FIRST: &str = "1-902-555-0101";
const SECOND: &str = "1-902-555-0102";

fn dead() -> Mark {
    Mark::Wrong {
        kind: Wrong::NumberDead,
        text: String::new(),
    }
}

fn call(list: &mut List, contact: &Contact, mark: Mark, number: &str, second: i64) {
    let today = "2026-11-12".parse().unwrap();
    list.apply(Change::mark(contact, mark, number, today), at(second));
}

#[test]
fn a_call_to_another_number_repairs_none_in_a_copy_either() {
    let contact = &contacts(1)[0];
    let (mut one, mut other) = (List::default(), List::default());
    call(&mut one, contact, dead(), FIRST, 1);
    call(&mut other, contact, Mark::Reached, SECOND, 2);
    let both = merge::join(&one, &other);
    assert_eq!(both.dead(), [FIRST]);
    assert_eq!(
        both.marked(&contact.id).unwrap().mark(),
        Some(Mark::Reached)
    );
    let again = good(&both.to_bytes());
    assert_eq!(again, both, "as read from the file");
    call(&mut other, contact, dead(), SECOND, 3);
    assert_eq!(merge::join(&both, &other).dead(), [FIRST, SECOND]);
}

#[test]
fn the_latest_call_to_a_number_decides_whichever_contact_it_is_of() {
    let contacts = contacts(2);
    let mut list = List::default();
    call(&mut list, &contacts[0], dead(), FIRST, 1);
    call(&mut list, &contacts[1], Mark::Reached, FIRST, 2);
    assert_eq!(list.dead(), [""; 0]);
    call(&mut list, &contacts[0], dead(), FIRST, 3);
    assert_eq!(list.dead(), [FIRST]);
}

#[test]
fn undone_mark_restores_the_results_of_each_number() {
    let contact = &contacts(1)[0];
    let today = "2026-11-12".parse().unwrap();
    let mut list = List::default();
    call(&mut list, contact, dead(), FIRST, 1);
    for mark in [Mark::Reached, dead()] {
        for number in [FIRST, SECOND] {
            let change = Change::mark(contact, mark.clone(), number, today);
            let undo = list.inverse(&change);
            let mut changed = list.clone();
            changed.apply(change, at(5));
            changed.apply(undo, at(6));
            assert_eq!(changed.dead(), [FIRST], "{mark:?} {number}");
            let known = changed.marked(&contact.id).unwrap();
            assert_eq!((known.mark(), known.number.as_str()), (Some(dead()), FIRST));
        }
    }
    let gone = Change::Unmark {
        id: contact.id.clone(),
    };
    let undo = list.inverse(&gone);
    let old = list.clone();
    list.apply(gone, at(7));
    assert_eq!(list.dead(), [""; 0]);
    assert_eq!(merge::join(&list, &old).dead(), [""; 0], "an old copy");
    list.apply(undo, at(8));
    assert_eq!(list.dead(), [FIRST]);
}

#[test]
fn an_undone_or_removed_mark_answers_no_number_of_another_contact() {
    let contacts = contacts(2);
    let today = "2026-11-12".parse().unwrap();
    let mut list = List::default();
    call(&mut list, &contacts[1], dead(), FIRST, 1);
    call(
        &mut list,
        &contacts[0],
        Mark::Tried(Tried::NoAnswer),
        FIRST,
        2,
    );
    let change = Change::mark(&contacts[0], Mark::Reached, FIRST, today);
    let undo = list.inverse(&change);
    list.apply(change, at(3));
    let answered = list.clone();
    assert_eq!(list.dead(), [""; 0]);
    list.apply(undo, at(4));
    assert_eq!(list.dead(), [FIRST]);
    assert_eq!(merge::join(&list, &answered).dead(), [FIRST], "an old copy");
    assert_eq!(good(&list.to_bytes()), list, "as read from the file");
    let mut list = answered;
    let id = contacts[0].id.clone();
    list.apply(Change::Unmark { id }, at(5));
    call(
        &mut list,
        &contacts[0],
        Mark::Tried(Tried::NoAnswer),
        FIRST,
        6,
    );
    assert_eq!(list.dead(), [FIRST]);
}

#[test]
fn an_old_answer_still_repairs_a_number_that_was_dead_before() {
    let contacts = contacts(2);
    let mut list = List::default();
    call(&mut list, &contacts[0], dead(), FIRST, 1);
    call(&mut list, &contacts[1], Mark::Reached, FIRST, 2);
    call(&mut list, &contacts[1], Mark::Reached, SECOND, 3);
    merge::prune(&mut list, at(3 + 2 * 365 * 24 * 3600));
    assert_eq!(list.dead(), [""; 0]);
}

#[test]
fn a_service_that_is_gone_stays_so_after_an_earlier_answer() {
    let contact = &contacts(1)[0];
    let number = contact.phones[0].dialled();
    let mut list = List::default();
    let report = |list: &List| {
        let asking = Asking {
            now: at(9),
            here: None,
            caller: Caller::of(contact.region),
        };
        let found = list.report_on(contact, asking);
        found.and_then(|found| found.wrong)
    };
    call(&mut list, contact, Mark::Reached, &number, 1);
    assert_eq!(report(&list), None);
    let closed = Mark::Wrong {
        kind: Wrong::Closed,
        text: String::new(),
    };
    call(&mut list, contact, closed, &number, 2);
    assert_eq!(report(&list), Some(Wrong::Closed));
}

#[test]
fn a_damaged_result_takes_no_mark_away() {
    let mark = |earlier: &str| {
        format!(
            r#"{{"version":1,"bookmarks":[],"own":[],"marks":[{{"id":"a","marked":"{}","on":"2026-11-12",
            "reached":true,"number":"{SECOND}","earlier":{earlier}}}]}}"#,
            at(1)
        )
    };
    let list = havre::bookmarks::understand(mark("\"x\"").as_bytes(), at(2));
    let list = list.into_list().unwrap();
    assert_eq!(list.marked("a").unwrap().mark(), Some(Mark::Reached));
}
