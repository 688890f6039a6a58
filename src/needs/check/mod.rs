//! Rules of the needs and the matrix: every need has phrases, a name and a first step in both
//! languages, all ids exist, and every province and territory has a contact to call.

use std::borrow::Cow;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Gravity, MATRIX, Matrix, NEEDS, Need};
use crate::directory::load::read_text;
use crate::directory::{Category, Directory, Region};
use crate::guide::{self, TopicId};
use crate::i18n::{Language, Messages, Text, typography};

/// Names of the two files.
const FILES: [&str; 2] = ["needs.json", "matrix.json"];

/// Both files, not yet parsed.
#[derive(Clone, Debug)]
pub struct NeedsFiles {
    /// The needs. The embedded needs have no phrases; the build rejects a need without phrases.
    pub needs: Cow<'static, str>,
    /// The matrix.
    pub matrix: Cow<'static, str>,
}

/// Problem with its position.
pub type Problem = guide::check::Problem<Fault>;

/// Fault of a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be parsed; with the parser's message.
    Unreadable(String),
    /// No phrases in a language.
    NoPhrases(Language),
    /// A text has a flaw.
    Text(typography::Flaw),
    /// A look-alike, or a phrase with two meanings, names an unknown need.
    NoNeed(String),
    /// The matrix names an unknown contact or topic.
    DeadLink(String),
    /// No contact of the matrix can be called in a region.
    NobodyToCall(Region),
    /// A service that is always open comes after one that is not, for a need that requires an
    /// answer at any hour.
    OpenLater(Region),
}

impl Fault {
    /// Returns the message for the fault.
    pub fn say(&self, messages: &Messages) -> String {
        let filled = |id, name, value: &str| messages.filled(id, name, value);
        match self {
            Self::Unreadable(reason) => filled("fault-unreadable", "reason", reason),
            Self::NoPhrases(language) => filled("fault-no-phrases", "language", language.code()),
            Self::Text(flaw) => flaw.say(messages),
            Self::NoNeed(id) => filled("fault-dead-link", "link", id),
            Self::DeadLink(link) => filled("fault-dead-link", "link", link),
            Self::OpenLater(region) => filled(
                "fault-open-later",
                "region",
                &messages.text(&region.message_id()),
            ),
            Self::NobodyToCall(region) => filled(
                "fault-nobody-to-call",
                "region",
                &messages.text(&region.message_id()),
            ),
        }
    }
}

#[derive(Deserialize)]
struct CheckedFile {
    needs: Vec<Entry>,
    #[serde(default)]
    ambiguous: Vec<Ambiguous>,
    #[serde(rename = "without_911")]
    _without_911: Text,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    gravity: Gravity,
    name: Text,
    first: Text,
    phrases: Option<Phrases>,
    #[serde(default)]
    services: Vec<Category>,
    #[serde(default)]
    lead: Option<Category>,
    #[serde(default)]
    any_hour: bool,
    #[serde(default)]
    instead_of: Vec<String>,
    #[serde(default)]
    unlike: Vec<Unlike>,
}

#[derive(Deserialize)]
struct Phrases {
    en: Vec<String>,
    fr: Vec<String>,
}

#[derive(Deserialize)]
struct Unlike {
    #[serde(rename = "text")]
    _text: IgnoredAny,
    means: String,
}

#[derive(Deserialize)]
struct Ambiguous {
    text: String,
    means: [String; 2],
}

impl NeedsFiles {
    /// Returns the embedded files.
    pub const fn embedded() -> Self {
        Self {
            needs: Cow::Borrowed(NEEDS),
            matrix: Cow::Borrowed(MATRIX),
        }
    }

    /// Reads the files in a folder.
    ///
    /// # Errors
    /// If one of them cannot be opened.
    pub fn in_folder(folder: &Path) -> Result<Self, std::io::Error> {
        let [needs, matrix] = FILES.map(|file| read_text(&folder.join(file)));
        Ok(Self {
            needs: Cow::Owned(needs?),
            matrix: Cow::Owned(matrix?),
        })
    }
}

/// Checks the needs and the matrix against the directory and the topics that `is_topic` accepts.
/// Returns the number of needs, and the faults.
pub fn files(
    files: &NeedsFiles,
    directory: &Directory,
    is_topic: impl Fn(&TopicId) -> bool,
) -> (usize, Vec<Problem>) {
    let file: CheckedFile = match serde_json::from_str(&files.needs) {
        Ok(file) => file,
        Err(error) => return (0, vec![unreadable(FILES[0], &error)]),
    };
    let mut problems = Vec::new();
    let ids: Vec<&str> = file.needs.iter().map(|need| need.id.as_str()).collect();
    for need in &file.needs {
        let faults = faults_of(need, &ids).into_iter();
        problems.extend(faults.map(|fault| problem(FILES[0], &need.id, fault)));
    }
    for phrase in &file.ambiguous {
        let unknown = phrase.means.iter().filter(|id| !ids.contains(&id.as_str()));
        let faults = unknown.map(|id| Fault::NoNeed(id.clone()));
        problems.extend(faults.map(|fault| problem(FILES[0], &phrase.text, fault)));
    }
    let count = file.needs.len();
    let needs: Vec<Need> = file.needs.into_iter().map(need).collect();
    let matrix = Matrix::read(&files.matrix);
    let checked = matrix.and_then(|matrix| matrix.check(&needs).map(|()| matrix));
    match checked {
        Err(error) => problems.push(unreadable(FILES[1], &error)),
        Ok(matrix) => {
            for need in &needs {
                let mut faults = faults_in(&matrix, &need.id, directory, &is_topic);
                faults.extend(open_later(need, &matrix, directory));
                let faults = faults.into_iter();
                problems.extend(faults.map(|fault| problem(FILES[1], &need.id, fault)));
            }
        }
    }
    (count, problems)
}

fn faults_of(need: &Entry, ids: &[&str]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for language in Language::ALL {
        for text in [&need.name, &need.first] {
            let flaws = typography::flaws(text.get(language), language).into_iter();
            faults.extend(flaws.map(Fault::Text));
        }
    }
    if let Some(Phrases { en, fr }) = &need.phrases {
        for (language, phrases) in [(Language::En, en), (Language::Fr, fr)] {
            faults.extend(phrases.is_empty().then_some(Fault::NoPhrases(language)));
        }
    }
    let unknown = need
        .unlike
        .iter()
        .filter(|unlike| !ids.contains(&unlike.means.as_str()));
    faults.extend(unknown.map(|unlike| Fault::NoNeed(unlike.means.clone())));
    let unknown = need
        .instead_of
        .iter()
        .filter(|id| !ids.contains(&id.as_str()));
    faults.extend(unknown.map(|id| Fault::NoNeed(id.clone())));
    faults
}

fn faults_in(
    matrix: &Matrix<'_>,
    need: &str,
    directory: &Directory,
    is_topic: &impl Fn(&TopicId) -> bool,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for region in Region::ALL {
        let contacts = matrix.contacts(need, region);
        let callable = |id: &&str| {
            directory
                .get(id)
                .is_some_and(|found| !found.phones.is_empty())
        };
        if region != Region::Ca && !contacts.iter().any(callable) {
            faults.push(Fault::NobodyToCall(region));
        }
        let dead = contacts
            .into_iter()
            .filter(|id| directory.get(id).is_none());
        let mut links: Vec<String> = dead.map(str::to_owned).collect();
        let dead = matrix
            .topics(need, region)
            .into_iter()
            .filter(|topic| !is_topic(topic));
        links.extend(dead.map(|topic| topic.to_string()));
        for fault in links.into_iter().map(Fault::DeadLink) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// Reports regions whose first callable contact is not always open, although another contact of the
/// region is, and offers the service of the need.
fn open_later(need: &Need, matrix: &Matrix<'_>, directory: &Directory) -> Vec<Fault> {
    if !need.any_hour {
        return Vec::new();
    }
    let is_wrong = |region: &Region| {
        let contacts = matrix.contacts(&need.id, *region).into_iter();
        let contacts = contacts.filter_map(|id| directory.get(id));
        let mut callable = contacts.filter(|one| !one.phones.is_empty()).peekable();
        let first_is_open = callable.peek().is_some_and(|first| first.always_open);
        !first_is_open && callable.any(|one| one.region == *region && need.is_answered_by(one))
    };
    let regions = Region::ALL.into_iter().filter(|one| *one != Region::Ca);
    regions.filter(is_wrong).map(Fault::OpenLater).collect()
}

fn need(entry: Entry) -> Need {
    Need {
        services: entry.services,
        lead: entry.lead,
        any_hour: entry.any_hour,
        audience: None,
        wary: false,
        guide_first: false,
        instead_of: entry.instead_of,
        id: entry.id,
        gravity: entry.gravity,
        name: entry.name,
        first: entry.first,
    }
}

fn problem(file: &'static str, need: &str, fault: Fault) -> Problem {
    Problem {
        file: file.to_owned(),
        line: 1,
        record: need.to_owned(),
        field: String::new(),
        fault,
    }
}

fn unreadable(file: &'static str, error: &impl ToString) -> Problem {
    problem(file, "", Fault::Unreadable(error.to_string()))
}

#[cfg(test)]
mod tests;
