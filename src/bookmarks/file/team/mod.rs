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
use crate::bookmarks::model::{Change, Entry, OwnContact};
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
    /// True if nothing of the file was lost in reading.
    is_whole: bool,
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

    /// Returns the name of the file, by which a bookmark remembers the list.
    pub fn file_name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// Returns true if the list has a contact, as a bookmark or of its own.
    pub fn has(&self, id: &str) -> bool {
        let own = self.list.own_contact(id);
        self.list.contains(id) || own.is_some_and(|own| own.contact.is_some())
    }

    fn new(path: &Path, list: List, is_whole: bool) -> Self {
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
            is_whole,
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
    pub fn message(&self, messages: &Messages) -> String {
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

/// Returns true if the list of the team that a bookmark was taken from no longer has its contact, and no other
/// list has it. A list that is not here, or was read in part, tells nothing.
pub fn is_off_team(entry: &Entry, team: &[TeamList]) -> bool {
    let taken_from = entry
        .snapshot
        .as_ref()
        .and_then(|kept| kept.team.as_deref());
    let of_name = |name: &str| team.iter().find(|list| list.file_name() == name);
    let list = taken_from.and_then(of_name);
    list.is_some_and(|list| list.is_whole) && !team.iter().any(|list| list.has(&entry.id))
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
        let problem = problem(&path, &reading, &bytes);
        let is_whole = problem.is_none();
        problems.extend(problem);
        let list = reading.into_list().unwrap_or_default();
        // A list that lost its last contact tells so to those who took it over.
        if list.items() > 0 || is_whole {
            lists.push(TeamList::new(&path, list, is_whole));
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
mod tests;
