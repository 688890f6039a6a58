//! Extraction of a page's headings without parsing its content.

use super::page::{PageId, TopicId};

/// Titles of a page and of its topics. Lists show nothing else, and most topics are never opened:
/// extracting the headings takes a hundredth of the time of parsing the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Text of the `#` heading.
    pub title: &'static str,
    /// Id and title of each `##` heading, in order.
    pub topics: Vec<(&'static str, &'static str)>,
}

impl Outline {
    /// Returns the headings of a Markdown text. The guide uses only plain Markdown in headings: a
    /// test compares the result with the parser's.
    pub(super) fn of(text: &'static str) -> Self {
        let mut outline = Self::default();
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("# ") {
                outline.title = title;
            } else if let Some((title, id)) = line.strip_prefix("## ").and_then(heading) {
                outline.topics.push((id, title));
            }
        }
        outline
    }

    /// Returns the title of a topic; `None` if the page has none of this id.
    pub fn title_of(&self, topic: &str) -> Option<&'static str> {
        let found = self.topics.iter().find(|(id, _)| *id == topic);
        found.map(|(_, title)| *title)
    }

    /// Returns the names of the topics; `page` is their page.
    pub fn ids(&self, page: PageId) -> impl Iterator<Item = TopicId> {
        self.topics.iter().map(move |(id, _)| TopicId {
            page,
            topic: (*id).to_owned(),
        })
    }
}

/// Splits `Consent first {#consent-first}`.
fn heading(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (title, id) = line.rsplit_once(" {#")?;
    Some((title, id.strip_suffix('}')?))
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::i18n::Language;

    #[test]
    fn headings_equal_those_of_the_parser() {
        for language in Language::ALL {
            let guide = Assets::embedded().guide(language);
            for page in guide.pages() {
                let topics = page.topics.iter();
                let parsed: Vec<_> = topics
                    .map(|topic| (topic.id.as_str(), topic.title.as_str()))
                    .collect();
                let outline = guide.outline(page.id);
                assert_eq!(outline.title, page.title);
                assert_eq!(outline.topics, parsed);
            }
        }
    }
}
