//! Lists of a team: bookmarks with notes that a coordinator installs for all workers of a host. They
//! are read at the start and never written.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::Value;

use super::fault::ListFault;
use super::read::{self, Reading, SIZE_LIMIT};
use super::report::Trouble;
use crate::bookmarks::model::list::List;
use crate::bookmarks::model::{Change, OwnContact};
use crate::directory::Contact;
use crate::files::{Files, Refusal, Refused, check_source};
use crate::i18n::typography::printable;
use crate::i18n::{Language, Messages};

/// List of a team.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamList {
    /// Name in English and in French.
    name: [String; 2],
    /// Path of the file.
    path: PathBuf,
    /// Readable items of the file.
    list: List,
}

/// Reason for a list of a team being read in part, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamProblem {
    /// The file or the folder cannot be read.
    Unreadable {
        /// Path of the file or the folder.
        path: PathBuf,
        /// Reason.
        trouble: Trouble,
    },
    /// The file is damaged; its readable items are in use.
    Damaged {
        /// Path of the file.
        path: PathBuf,
        /// First fault.
        fault: ListFault,
        /// Number of readable items.
        items: usize,
    },
    /// A newer program wrote the file; only the understood part is in use.
    Newer {
        /// Path of the file.
        path: PathBuf,
    },
}

impl TeamList {
    /// Returns the name in a language: the field `name` of the file, else the name of the file.
    pub fn name(&self, language: Language) -> &str {
        &self.name[language as usize]
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the items of the list.
    pub const fn list(&self) -> &List {
        &self.list
    }

    fn new(path: &Path, list: List) -> Self {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let named = list.rest.get("name");
        let name = Language::ALL.map(|language| {
            let [own, other] = [language, language.other()].map(|one| match named {
                Some(Value::Object(texts)) => texts.get(one.code()).and_then(Value::as_str),
                named => named.and_then(Value::as_str),
            });
            let name = printable(own.or(other).unwrap_or_default());
            let name = name.trim();
            if name.is_empty() { &stem } else { name }.to_owned()
        });
        Self {
            name,
            path: path.to_owned(),
            list,
        }
    }
}

impl TeamProblem {
    fn unreadable(path: &Path, error: &io::Error) -> Self {
        let refused = Refused::of(error);
        Self::Unreadable {
            path: refused.map_or(path, |refused| &refused.path).to_owned(),
            trouble: Trouble::of_reading(error),
        }
    }

    /// Returns the message for the user.
    pub fn told(&self, messages: &Messages) -> String {
        let shown = |path: &Path| path.display().to_string().into();
        match self {
            Self::Unreadable { path, trouble } => {
                let trouble = match trouble {
                    // No other folder can be chosen for them.
                    Trouble::Refused(Refusal::AnotherOwner) => {
                        messages.format("file-of-another", &[("path", shown(path))])
                    }
                    trouble => messages.text(trouble.message_id()),
                };
                let facts = [("path", shown(path)), ("trouble", trouble.into())];
                messages.format("team-unreadable", &facts)
            }
            Self::Damaged { path, fault, items } => {
                let facts = [
                    ("path", shown(path)),
                    ("place", fault.place(messages).into()),
                    ("count", (*items).into()),
                ];
                messages.format("team-damaged", &facts)
            }
            Self::Newer { path } => messages.format("team-newer", &[("path", shown(path))]),
        }
    }
}

/// Returns the worker's own contacts and those of the team's lists, each once: the newest form counts, so that
/// a number that the team corrected replaces the one that she took over.
pub fn own_with_team<'a>(
    list: &List,
    team: impl IntoIterator<Item = &'a TeamList>,
) -> Vec<Contact> {
    let team: Vec<&TeamList> = team.into_iter().collect();
    let newer = |id: &str| {
        let (own, at) = newer(list, team.iter().copied(), id)?;
        Some(own.to_contact(id, at))
    };
    let mut all = list.own_as_contacts();
    let mut known = HashSet::new();
    for contact in &mut all {
        known.insert(contact.id.clone());
        if let Some(newer) = newer(&contact.id) {
            *contact = newer;
        }
    }
    let others = team.iter().flat_map(|team| team.list.own_as_contacts());
    let others = others.filter(|contact| known.insert(contact.id.clone()));
    all.extend(others.filter_map(|contact| newer(&contact.id)));
    all
}

/// Returns the newest form of a contact among the team's lists, with the time of its change; `None` if
/// the worker's own is as new.
pub fn newer<'a>(
    list: &List,
    team: impl IntoIterator<Item = &'a TeamList>,
    id: &str,
) -> Option<(&'a OwnContact, Timestamp)> {
    let forms = team.into_iter().filter_map(|team| {
        let own = team.list.own_contact(id)?;
        Some((own.contact.as_ref()?, own.at))
    });
    let hers = list.own_contact(id).map(|own| own.at);
    let newest = forms.max_by_key(|(_, at)| *at);
    newest.filter(|(_, at)| hers.is_none_or(|hers| hers < *at))
}

/// Returns the change that makes a contact of the team the worker's own, or renews it; none for a contact
/// of the directory or one that is hers and as new.
pub fn of_team(list: &List, team: &[TeamList], id: &str) -> Vec<Change> {
    let change = newer(list, team, id).map(|(contact, _)| Change::OwnAdd {
        id: id.to_owned(),
        contact: Box::new(contact.clone()),
    });
    change.into_iter().collect()
}

/// Reads the lists in a folder, in the order of their file names. A missing folder has none.
pub fn team_lists(
    files: &dyn Files,
    folder: &Path,
    now: Timestamp,
) -> (Vec<TeamList>, Vec<TeamProblem>) {
    let (mut lists, mut problems) = (Vec::new(), Vec::new());
    let paths = match files.paths(folder) {
        Ok(paths) if !paths.is_empty() => match check_source(folder) {
            Ok(()) => paths,
            Err(error) => {
                problems.push(TeamProblem::unreadable(folder, &error));
                Vec::new()
            }
        },
        Ok(paths) => paths,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            problems.push(TeamProblem::unreadable(folder, &error));
            Vec::new()
        }
    };
    let is_list = |path: &PathBuf| {
        let is_json = path.extension().is_some_and(|end| end == "json");
        let name = path.file_name().unwrap_or_default();
        is_json && !name.as_encoded_bytes().starts_with(b".")
    };
    for path in paths.into_iter().filter(is_list) {
        let checked = check_source(&path);
        let bytes = match checked.and_then(|()| files.read(&path, SIZE_LIMIT + 1)) {
            Ok(bytes) => bytes,
            Err(error) => {
                problems.push(TeamProblem::unreadable(&path, &error));
                continue;
            }
        };
        let reading = read::understand(&bytes, now);
        problems.extend(problem(&path, &reading, &bytes));
        let list = reading.into_list().unwrap_or_default();
        if list.items() > 0 {
            lists.push(TeamList::new(&path, list));
        }
    }
    (lists, problems)
}

fn problem(path: &Path, reading: &Reading, bytes: &[u8]) -> Option<TeamProblem> {
    let path = path.to_owned();
    match reading {
        Reading::Missing | Reading::Good(_) | Reading::Renamed { .. } => None,
        Reading::Newer { .. } => Some(TeamProblem::Newer { path }),
        Reading::Damaged { list } => Some(TeamProblem::Damaged {
            path,
            fault: ListFault::first(bytes),
            items: list.items(),
        }),
    }
}

#[cfg(test)]
mod tests {
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
            let team = [TeamList::new(Path::new("a.json"), list)];
            let all = own_with_team(&mine, &team);
            let numbers: Vec<_> = all.iter().flat_map(Contact::numbers).collect();
            assert_eq!(numbers, [shown], "{year}");
            assert_eq!(of_team(&mine, &team, "own-1").len(), changes, "{year}");
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
        let told = problems[0].told(Messages::of(Language::En));
        for fact in ["a.json", "3", "bookmarks[1].added"] {
            assert!(told.contains(fact), "{told}");
        }
    }
}
