//! Merging: the result does not depend on the order of the copies.

use havre::bookmarks::{Change, Entry, List, Mark, Tried, Wrong, merge};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{at, contacts, good, note, remove};

/// Few ids, times and words, to make collisions likely.
fn moment() -> impl Strategy<Value = String> {
    (0..6_i64).prop_map(|second| at(second).to_string())
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "a", "b", "nuit d’été"]).prop_map(str::to_owned)
}

fn unknown() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        Just(json!(1.5)),
        Just(json!([2, {"x": 3}]))
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        btree_map("[pq]", inner, 0..3).prop_map(|map| json!(map))
    })
}

/// Generates an object with some of these fields, and perhaps an unknown one.
fn object(fields: Vec<(&'static str, Option<Value>)>, unknown: Option<Value>) -> Value {
    let unknown = [("from-a-newer-program", unknown)];
    fields
        .into_iter()
        .chain(unknown)
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn bookmark() -> impl Strategy<Value = Value> {
    let register = |inner: &'static str, value: BoxedStrategy<Value>| {
        option::of(
            (moment(), value, option::of(unknown())).prop_map(move |(at, value, rest)| {
                object(vec![("at", Some(json!(at))), (inner, Some(value))], rest)
            }),
        )
    };
    let snapshot = (moment(), word(), option::of(unknown())).prop_map(|(at, name, rest)| {
        let phone = json!({"number": "911", "kind": "voice", "later": {"deep": true}});
        let name = Some(json!({"en": name}));
        object(
            vec![
                ("at", Some(json!(at))),
                ("name", name),
                ("phones", Some(json!([phone]))),
            ],
            rest,
        )
    });
    (
        (
            "[abc]",
            moment(),
            option::of(moment()),
            option::of(snapshot),
        ),
        register("text", word().prop_map(Value::from).boxed()),
        register(
            "names",
            vec(word(), 0..3).prop_map(|names| json!(names)).boxed(),
        ),
        register(
            "key",
            prop::sample::select(vec!["80", "8180", "7f80", "?"])
                .prop_map(Value::from)
                .boxed(),
        ),
        option::of(unknown()),
    )
        .prop_map(
            |((id, added, removed, snapshot), note, labels, place, rest)| {
                object(
                    vec![
                        ("id", Some(json!(id))),
                        ("added", Some(json!(added))),
                        ("removed", removed.map(Value::from)),
                        ("snapshot", snapshot),
                        ("note", note),
                        ("labels", labels),
                        ("place", place),
                    ],
                    rest,
                )
            },
        )
}

fn own() -> impl Strategy<Value = Value> {
    let contact = word().prop_map(
        |name| json!({"name": name, "category": "police", "region": "NS", "place": name}),
    );
    (moment(), option::of(moment()), option::of(contact)).prop_map(|(at, removed, contact)| {
        let fields = vec![
            ("id", Some(json!("own-1"))),
            ("at", Some(json!(at))),
            ("removed", removed.map(Value::from)),
            ("contact", contact),
        ];
        object(fields, None)
    })
}

/// Numbers of the contacts `m` and `n`: one is of both.
fn number() -> impl Strategy<Value = String> {
    "[123]".prop_map(|last| format!("1-902-555-010{last}"))
}

fn mark() -> impl Strategy<Value = Value> {
    let wrong = option::of(prop_oneof![Just("closed"), Just("number-dead")]);
    let found = prop_oneof![
        Just(json!({"dead": true})),
        Just(json!({"dead": false})),
        Just(json!({"dead": false, "withdrawn": true})),
    ];
    let called = (moment(), found).prop_map(|(at, mut found)| {
        found["at"] = at.into();
        found
    });
    (
        ("[mn]", moment(), any::<bool>(), wrong, word()),
        option::of(number()),
        btree_map(number(), called, 0..3),
    )
        .prop_map(|((id, marked, reached, wrong, text), number, earlier)| {
            let fields = vec![
                ("id", Some(json!(id))),
                ("marked", Some(json!(marked))),
                ("on", Some(json!("2026-11-12"))),
                ("reached", Some(json!(reached))),
                ("number", number.map(Value::from)),
                ("wrong", wrong.map(Value::from)),
                ("text", Some(json!(text))),
                ("earlier", Some(json!(earlier))),
            ];
            object(fields, None)
        })
}

fn list() -> impl Strategy<Value = List> {
    (
        vec(bookmark(), 0..4),
        vec(own(), 0..2),
        vec(mark(), 0..2),
        option::of(unknown()),
    )
        .prop_map(|(bookmarks, own, marks, rest)| {
            let fields = vec![
                ("version", Some(json!(1))),
                ("bookmarks", Some(json!(bookmarks))),
                ("own", Some(json!(own))),
                ("marks", Some(json!(marks))),
            ];
            good(object(fields, rest).to_string().as_bytes())
        })
}

fn change() -> impl Strategy<Value = Change> {
    let id = || "[abc]";
    let contact = contacts(1).remove(0);
    prop_oneof![
        id().prop_map(move |id| {
            let mut contact = contact.clone();
            contact.id = id;
            Change::add(&contact, at(0))
        }),
        id().prop_map(|id| remove(&id)),
        (id(), word()).prop_map(|(id, text)| note(&id, &text)),
        (id(), vec(word(), 0..3)).prop_map(|(id, labels)| Change::Labels { id, labels }),
        (id(), option::of(id())).prop_map(|(id, before)| Change::Move { id, before }),
        (own_id(), word()).prop_map(|(id, name)| own_add(&id, &name)),
        (own_id(), word()).prop_map(|(id, name)| match own_add(&id, &name) {
            Change::OwnAdd { id, contact } => Change::OwnEdit { id, contact },
            other => other,
        }),
        own_id().prop_map(|id| Change::OwnRemove { id }),
        (mark_id(), any_mark(), number()).prop_map(|(id, mark, number)| called(&id, mark, &number)),
        mark_id().prop_map(|id| Change::Unmark { id }),
    ]
}

fn own_id() -> impl Strategy<Value = String> {
    "own-[12]"
}

fn mark_id() -> impl Strategy<Value = String> {
    "[mn]"
}

fn any_mark() -> impl Strategy<Value = Mark> {
    let wrong = |kind| Mark::Wrong {
        kind,
        text: String::new(),
    };
    prop_oneof![
        Just(Mark::Reached),
        Just(Mark::Tried(Tried::NoAnswer)),
        Just(wrong(Wrong::NumberDead)),
        Just(wrong(Wrong::Closed)),
    ]
}

fn own_add(id: &str, name: &str) -> Change {
    let contact = json!({"name": name, "category": "police", "region": "NS"});
    Change::OwnAdd {
        id: id.to_owned(),
        contact: Box::new(serde_json::from_value(contact).unwrap()),
    }
}

fn called(id: &str, mark: Mark, number: &str) -> Change {
    let mut contact = contacts(1).remove(0);
    id.clone_into(&mut contact.id);
    Change::mark(&contact, mark, number, "2026-11-12".parse().unwrap())
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in list(), b in list(), c in list()) {
        prop_assert_eq!(merge::join(&a, &b), merge::join(&b, &a));
        prop_assert_eq!(
            merge::join(&merge::join(&a, &b), &c),
            merge::join(&a, &merge::join(&b, &c))
        );
        prop_assert_eq!(merge::join(&a, &a), a.clone());
        let both = merge::join(&a, &b);
        prop_assert_eq!(merge::join(&both, &b), both);
    }

    #[test]
    fn an_older_copy_takes_nothing_away(base in list(), changes in vec(change(), 0..8)) {
        let mut ours = base.clone();
        for change in changes {
            ours.apply(change, at(10));
        }
        for older in [&base, &List::default()] {
            prop_assert_eq!(&merge::three_way(&ours, &ours, older), &ours);
            prop_assert_eq!(&merge::three_way(&base, &ours, older), &ours);
            prop_assert_eq!(&merge::three_way(older, older, &ours), &ours);
        }
    }

    #[test]
    fn it_does_not_matter_which_session_writes_first(base in list(), a in list(), b in list()) {
        prop_assert_eq!(merge::three_way(&base, &a, &b), merge::three_way(&base, &b, &a));
    }

    #[test]
    fn serialized_list_reads_back_equal(list in list()) {
        prop_assert_eq!(good(&list.to_bytes()), list);
    }

    /// Both sessions start from one list and make changes at interleaved times.
    #[test]
    fn latest_note_wins_in_both_sessions(
        start in list(),
        ours in vec((change(), 0..50_i64), 0..8),
        theirs in vec((change(), 0..50_i64), 0..8),
        last in word(),
    ) {
        let after = |changes: Vec<(Change, i64)>| {
            let mut list = start.clone();
            for (change, second) in changes {
                list.apply(change, at(10 + second));
            }
            list
        };
        let (mut ours, theirs) = (after(ours), after(theirs));
        ours.apply(note("a", &last), at(100));
        let merged = merge::three_way(&start, &ours, &theirs);
        prop_assert_eq!(merged.get("a").map(Entry::note), Some(last.as_str()));
    }

    #[test]
    fn move_places_an_entry_before_another(
        changes in vec(change(), 0..30), start in list(), id in "[abc]", before in option::of("[abc]"),
    ) {
        let mut list = start;
        for (second, change) in (10..).zip(changes) {
            list.apply(change, at(second));
        }
        let mut expected: Vec<String> = list.bookmarks().iter().map(|e| e.id.clone()).collect();
        let moved = Change::Move { id: id.clone(), before: before.clone() };
        let undo = list.inverse(&moved);
        let old = expected.clone();
        prop_assume!(expected.contains(&id));
        expected.retain(|other| *other != id);
        let index = before
            .and_then(|before| expected.iter().position(|other| *other == before))
            .unwrap_or(expected.len());
        expected.insert(index, id);
        list.apply(moved, at(100));
        prop_assert_eq!(list.bookmarks().iter().map(|e| e.id.clone()).collect::<Vec<_>>(), expected);
        list.apply(undo, at(101));
        prop_assert_eq!(list.bookmarks().iter().map(|e| e.id.clone()).collect::<Vec<_>>(), old);
    }

    #[test]
    fn forgetting_old_removals_changes_no_visible_entry(list in list()) {
        let mut pruned = list.clone();
        let years = jiff::SignedDuration::from_hours(24 * 1000);
        merge::prune(&mut pruned, at(0).checked_add(years).unwrap());
        prop_assert_eq!(pruned.items(), list.items());
        let text = String::from_utf8(pruned.to_bytes()).unwrap();
        prop_assert!(!text.contains("\"removed\""), "{}", text);
    }
}
