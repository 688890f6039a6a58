//! Whether the needs and the matrix keep their rules: every need has phrases, a name and a first
//! step in both languages, all ids lead somewhere, and in every province and territory there is
//! somebody to call.

use std::borrow::Cow;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Gravity, MATRIX, Matrix, NEEDS, Need};
use crate::directory::{Directory, Region};
use crate::guide::TopicId;
use crate::i18n::{Language, Messages, Text, typography};

/// The names of the two files.
const FILES: [&str; 2] = ["needs.json", "matrix.json"];

/// The two files, not yet parsed.
#[derive(Clone, Debug)]
pub struct NeedsFiles {
    /// The needs; those inside the program have no phrases left, the build refuses one without.
    pub needs: Cow<'static, str>,
    /// The matrix.
    pub matrix: Cow<'static, str>,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: &'static str,
    /// The need's id; empty for the file itself.
    pub need: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file cannot be read: what the parser says of it.
    Unreadable(String),
    /// No phrases in this language.
    NoPhrases(Language),
    /// A text cannot be shown as it is.
    Text(typography::Flaw),
    /// A look-alike or a phrase with two meanings means a need that there is not.
    NoNeed(String),
    /// The matrix names a contact or a topic that there is not.
    DeadLink(String),
    /// Nobody in the matrix can be called there.
    NobodyToCall(Region),
}

impl Fault {
    /// The fault in words.
    pub fn say(&self, messages: &Messages) -> String {
        let filled = |id: &str, name: &str, value: &str| {
            messages.format(id, &[(name, value.to_owned().into())])
        };
        match self {
            Self::Unreadable(reason) => filled("fault-unreadable", "reason", reason),
            Self::NoPhrases(language) => filled("fault-no-phrases", "language", language.code()),
            Self::Text(flaw) => flaw.say(messages),
            Self::NoNeed(id) => filled("fault-dead-link", "link", id),
            Self::DeadLink(link) => filled("fault-dead-link", "link", link),
            Self::NobodyToCall(region) => filled(
                "fault-nobody-to-call",
                "region",
                &messages.text(&region.message_id()),
            ),
        }
    }
}

#[derive(Deserialize)]
struct File {
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
    /// The files inside the program.
    pub const fn embedded() -> Self {
        Self {
            needs: Cow::Borrowed(NEEDS),
            matrix: Cow::Borrowed(MATRIX),
        }
    }

    /// The files in a folder.
    ///
    /// # Errors
    /// One of them cannot be opened.
    pub fn in_folder(folder: &Path) -> Result<Self, std::io::Error> {
        let [needs, matrix] = FILES.map(|file| std::fs::read_to_string(folder.join(file)));
        Ok(Self {
            needs: Cow::Owned(needs?),
            matrix: Cow::Owned(matrix?),
        })
    }
}

/// Checks the needs and the matrix against that directory and the topics that `is_topic` knows.
/// Returns how many needs there are, and what is wrong.
pub fn files(
    files: &NeedsFiles,
    directory: &Directory,
    is_topic: impl Fn(&TopicId) -> bool,
) -> (usize, Vec<Problem>) {
    let file: File = match serde_json::from_str(&files.needs) {
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
    match Matrix::read(&files.matrix, &needs) {
        Err(error) => problems.push(unreadable(FILES[1], &error)),
        Ok(matrix) => {
            for (place, need) in needs.iter().enumerate() {
                let faults = faults_in(&matrix, place, directory, &is_topic).into_iter();
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
    matrix: &Matrix,
    need: usize,
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
        links.extend(dead.map(ToString::to_string));
        for fault in links.into_iter().map(Fault::DeadLink) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

fn need(entry: Entry) -> Need {
    Need {
        services: Vec::new(),
        audience: None,
        wary: false,
        instead_of: entry.instead_of,
        id: entry.id,
        gravity: entry.gravity,
        name: entry.name,
        first: entry.first,
    }
}

fn problem(file: &'static str, need: &str, fault: Fault) -> Problem {
    Problem {
        file,
        need: need.to_owned(),
        fault,
    }
}

fn unreadable(file: &'static str, error: &impl ToString) -> Problem {
    problem(file, "", Fault::Unreadable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEEDS_FILE: &str = r#"{
        "without_911": { "en": "the RCMP", "fr": "la GRC" },
        "needs": [{
            "id": "bed", "gravity": 2,
            "name": { "en": "A bed", "fr": "Un lit" },
            "first": { "en": "Call.", "fr": "Appelez." },
            "phrases": { "en": ["bed"], "fr": ["lit"] },
            "unlike": []
        }],
        "ambiguous": []
    }"#;

    const MATRIX_FILE: &str = r#"{ "regions": { "CA": { "needs": {
        "bed": { "contacts": ["ca-211"], "topics": ["reporting#first-hour"] }
    } } } }"#;

    /// What is wrong once a text in either file is replaced.
    fn faults(old: &str, new: &str) -> Vec<Fault> {
        assert!(
            NEEDS_FILE.contains(old) || MATRIX_FILE.contains(old),
            "{old}"
        );
        let content = NeedsFiles {
            needs: NEEDS_FILE.replace(old, new).into(),
            matrix: MATRIX_FILE.replace(old, new).into(),
        };
        let directory = crate::assets::Assets::embedded().directory().unwrap();
        let is_topic = |id: &TopicId| id.topic == "first-hour";
        let (_, problems) = files(&content, &directory, is_topic);
        problems.into_iter().map(|problem| problem.fault).collect()
    }

    #[test]
    fn each_rule_can_fail() {
        assert_eq!(faults("bed", "bed"), []);
        let no_phrases = faults(r#"["lit"]"#, "[]");
        assert_eq!(no_phrases, [Fault::NoPhrases(Language::Fr)]);
        let unlike = r#""unlike": [{ "text": "x", "means": "tent" }]"#;
        let no_need = faults(r#""unlike": []"#, unlike);
        assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
        let instead = r#""instead_of": ["tent"], "unlike": []"#;
        let no_need = faults(r#""unlike": []"#, instead);
        assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
        let ambiguous = r#""ambiguous": [{ "text": "x", "means": ["bed", "tent"] }]"#;
        let no_need = faults(r#""ambiguous": []"#, ambiguous);
        assert_eq!(no_need, [Fault::NoNeed("tent".to_owned())]);
        let dead = Fault::DeadLink("reporting#last-hour".to_owned());
        assert_eq!(faults("first-hour", "last-hour"), [dead]);
        let nobody = faults(r#""ca-211""#, "");
        assert_eq!(nobody.len(), 13);
        assert!(nobody.contains(&Fault::NobodyToCall(Region::Nu)));
        let dead = faults("ca-211", "ca-nobody");
        assert!(dead.contains(&Fault::DeadLink("ca-nobody".to_owned())));
        assert!(matches!(faults("Un lit", "")[..], [Fault::Text(_)]));
        for (old, new) in [
            ("without_911", "with"),
            ("gravity\": 2", "gravity\": 4"),
            ("CA", "XX"),
        ] {
            assert!(
                matches!(faults(old, new)[..], [Fault::Unreadable(_)]),
                "{old}"
            );
        }
    }

    #[test]
    fn a_fault_is_told_in_both_languages() {
        for language in Language::ALL {
            let messages = Messages::of(language);
            let said = Fault::NoPhrases(Language::Fr).say(messages);
            assert!(said.contains("fr"), "{said}");
            let said = Fault::NobodyToCall(Region::Nu).say(messages);
            assert!(said.contains("Nunavut"), "{said}");
        }
    }
}
