//! Files of the guide, with the lines of their parts.

use std::borrow::Cow;
use std::path::Path;

use super::Part;
use crate::directory::load::read_text;
use crate::guide::parse::CONTACTS;
use crate::guide::{PageId, embedded_text};
use crate::i18n::Language;

/// File of the guide, not yet parsed.
#[derive(Clone, Debug)]
pub struct GuideFile {
    /// Name shown in problems (`fr/reporting.md`, or a path).
    pub name: String,
    /// Page of the file.
    pub page: PageId,
    /// Expected language.
    pub language: Language,
    /// Text of the file, or the reason for not opening it.
    pub text: Result<Cow<'static, str>, String>,
}

/// Returns the embedded files of the guide.
pub fn embedded_files() -> Vec<GuideFile> {
    each(|page, language| GuideFile {
        name: format!("{}/{}.md", language.code(), page.slug()),
        page,
        language,
        text: Ok(Cow::Borrowed(embedded_text(page, language))),
    })
}

/// Returns the files of the guide in a folder that has `en/` and `fr/`. A file that cannot be
/// opened becomes a problem of the check.
pub fn files_in(folder: &Path) -> Vec<GuideFile> {
    each(|page, language| {
        let file = format!("{}.md", page.slug());
        let path = folder.join(language.code()).join(file);
        GuideFile {
            name: path.display().to_string(),
            page,
            language,
            text: read_text(&path)
                .map(Cow::Owned)
                .map_err(|error| error.to_string()),
        }
    })
}

fn each(file: impl Fn(PageId, Language) -> GuideFile) -> Vec<GuideFile> {
    Language::ALL
        .into_iter()
        .flat_map(|language| PageId::ALL.map(|page| (page, language)))
        .map(|(page, language)| file(page, language))
        .collect()
}

impl GuideFile {
    /// Returns the first line of a part of the page, counted from 1; 1 if it is not found.
    pub(super) fn line_of(&self, part: Part<'_>) -> usize {
        let lines = || self.text.as_deref().unwrap_or_default().lines().zip(1..);
        let under = |id: &str| {
            let heading = format!("{{#{id}}}");
            lines().skip_while(move |(line, _)| !line.contains(&heading))
        };
        let bullet = |(line, _): &(&str, usize)| line.starts_with("- ");
        let found = match part {
            Part::Page => None,
            Part::Topic(topic) => under(&topic.id).next(),
            Part::Point(topic, index) => under(&topic.id).filter(bullet).nth(index),
            Part::Contacts(topic) => under(&topic.id)
                .find(|(line, _)| CONTACTS.iter().any(|word| line.starts_with(word))),
            Part::Term(index) => lines().filter(bullet).nth(index),
        };
        found.map_or(1, |(_, line)| line)
    }
}
