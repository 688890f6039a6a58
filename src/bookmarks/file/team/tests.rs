//! Tests of the lists of a team.

use std::fs;

use super::*;
use crate::files::RealFiles;

fn read_in(folder: &Path) -> (Vec<TeamList>, Vec<TeamProblem>) {
    team_lists(&RealFiles, folder, "2026-11-20T12:00:00Z".parse().unwrap())
}

fn entry(id: &str, note: &str) -> String {
    let at = "2026-11-01T12:00:00Z";
    let note = format!(r#"{{"at": "{at}", "text": "{note}"}}"#);
    format!(r#"{{"id": "{id}", "added": "{at}", "note": {note}}}"#)
}

#[test]
fn lists_have_a_name_and_notes() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read_in(&folder.path().join("none")), (vec![], vec![]));
    let of = |name: &str| {
        format!(
            r#"{{"version": 1, {name} "bookmarks": [{}]}}"#,
            entry("ca-988", "ask for Ann")
        )
    };
    let both = r#""name": {"en": "Night desk", "fr": "Bureau de nuit"},"#;
    fs::write(folder.path().join("1.json"), of(both)).unwrap();
    fs::write(folder.path().join("2.json"), of(r#""name": "Courts","#)).unwrap();
    fs::write(folder.path().join("shelters.json"), of("")).unwrap();
    fs::write(folder.path().join("notes.txt"), "not a list").unwrap();
    let (lists, problems) = read_in(folder.path());
    assert_eq!(problems, []);
    let names = |language| lists.iter().map(move |list| list.name(language).to_owned());
    let english: Vec<_> = names(Language::En).collect();
    assert_eq!(english, ["Night desk", "Courts", "shelters"]);
    assert_eq!(names(Language::Fr).next().unwrap(), "Bureau de nuit");
    assert_eq!(lists[0].list().get("ca-988").unwrap().note(), "ask for Ann");
}

#[test]
fn of_a_contact_in_two_lists_the_newest_number_counts() {
    let folder = tempfile::tempdir().unwrap();
    let list = |year: u16, number: &str| {
        format!(
            r#"{{"version": 1, "own": [{{"id": "own-1", "at": "{year}-01-01T00:00:00Z", "contact":
            {{"name": "Night desk", "category": "police", "region": "NS", "phones":
            [{{"number": "{number}", "kind": "voice"}}]}}}}]}}"#
        )
    };
    fs::write(folder.path().join("a.json"), list(2026, "902-555-0202")).unwrap();
    fs::write(folder.path().join("b.json"), list(2025, "902-555-0101")).unwrap();
    fs::write(folder.path().join("c.json"), list(2024, "902-555-0100")).unwrap();
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let (lists, _) = read_in(folder.path());
        let team: Vec<TeamList> = order.iter().map(|list| lists[*list].clone()).collect();
        let mine = List::default();
        let all = own_with_team(&mine, &team);
        let numbers: Vec<_> = all.iter().flat_map(Contact::numbers).collect();
        assert_eq!(numbers, ["902-555-0202"], "{order:?}");
        let [Change::OwnAdd { contact, .. }] = &of_team(&mine, &team, "own-1")[..] else {
            panic!("the contact becomes hers");
        };
        assert_eq!(contact.phones[0].number, "902-555-0202", "{order:?}");
    }
}

#[test]
fn a_contact_that_was_taken_over_is_renewed_by_a_newer_one_of_the_team_alone() {
    let own = |number: &str, year: u16| {
        let text = format!(
            r#"{{"version": 1, "own": [{{"id": "own-1", "at": "{year}-01-01T00:00:00Z", "contact":
            {{"name": "Night desk", "category": "police", "region": "NS", "phones":
            [{{"number": "{number}", "kind": "voice"}}]}}}}]}}"#
        );
        let now = "2026-11-20T12:00:00Z".parse().unwrap();
        read::understand(text.as_bytes(), now).into_list().unwrap()
    };
    let mine = own("902-555-0101", 2024);
    for (year, shown, changes) in [(2023, "902-555-0101", 0), (2025, "902-555-0202", 1)] {
        let list = own("902-555-0202", year);
        let team = [TeamList::new(Path::new("a.json"), list, true)];
        let all = own_with_team(&mine, &team);
        let numbers: Vec<_> = all.iter().flat_map(Contact::numbers).collect();
        assert_eq!(numbers, [shown], "{year}");
        assert_eq!(of_team(&mine, &team, "own-1").len(), changes, "{year}");
    }
}

#[test]
fn a_lost_contact_is_told_by_a_list_that_was_read_whole_if_no_other_has_it() {
    let entry: Entry = serde_json::from_str(
        r#"{"id": "ns-a", "added": "2026-01-01T00:00:00Z", "snapshot": {"at": "2026-01-01T00:00:00Z",
        "name": {"en": "A", "fr": "A"}, "phones": [], "team": "a.json"}}"#,
    )
    .unwrap();
    let list = |ids: &[&str]| {
        let item = |id: &&str| format!(r#"{{"id": "{id}", "added": "2026-01-01T00:00:00Z"}}"#);
        let items: Vec<String> = ids.iter().map(item).collect();
        let text = format!(r#"{{"version": 1, "bookmarks": [{}]}}"#, items.join(","));
        let now = "2026-11-20T12:00:00Z".parse().unwrap();
        read::understand(text.as_bytes(), now).into_list().unwrap()
    };
    let team =
        |name: &str, ids: &[&str], is_whole| TeamList::new(Path::new(name), list(ids), is_whole);
    for (lists, is_off) in [
        (vec![team("a.json", &["ns-b"], true)], true),
        (vec![team("a.json", &[], true)], true),
        (vec![team("a.json", &["ns-a"], true)], false),
        (vec![team("a.json", &[], false)], false),
        (vec![team("b.json", &[], true)], false),
        (
            vec![team("a.json", &[], true), team("b.json", &["ns-a"], true)],
            false,
        ),
        (Vec::new(), false),
    ] {
        assert_eq!(is_off_team(&entry, &lists), is_off, "{lists:?}");
    }
}

#[test]
fn a_damaged_list_is_named_with_line_and_field_and_loses_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "{{\"version\": 1, \"bookmarks\": [\n{},\n{{\"id\": \"ca-211\", \"added\": 7}},\n{}]}}",
        entry("ca-988", "good"),
        entry("ca-kids-help-phone", "too"),
    );
    fs::write(folder.path().join("a.json"), text).unwrap();
    fs::create_dir(folder.path().join("b.json")).unwrap();
    fs::write(
        folder.path().join("c.json"),
        format!(
            r#"{{"version": 1, "bookmarks": [{}]}}"#,
            entry("ca-988", "c")
        ),
    )
    .unwrap();
    let (lists, problems) = read_in(folder.path());
    assert_eq!(lists.len(), 2);
    let kept = lists[0].list();
    assert_eq!(kept.get("ca-988").unwrap().note(), "good");
    assert_eq!(kept.get("ca-kids-help-phone").unwrap().note(), "too");
    let [
        TeamProblem::Damaged { fault, .. },
        TeamProblem::Unreadable { path, .. },
    ] = &problems[..]
    else {
        panic!("{problems:?}");
    };
    assert_eq!(
        (fault.line, fault.field.as_str()),
        (3, "bookmarks[1].added")
    );
    assert!(path.ends_with("b.json"));
    let told = problems[0].message(Messages::of(Language::En));
    for fact in ["a.json", "3", "bookmarks[1].added"] {
        assert!(told.contains(fact), "{told}");
    }
}
