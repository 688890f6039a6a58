//! Searchable text of the guide's topics.

use crate::guide::{Guide, Topic, TopicId};
use crate::i18n::{Language, Messages, Text};

/// Searchable text of a topic.
#[derive(Clone, Debug)]
pub struct TopicText {
    /// Id of the topic.
    pub id: TopicId,
    /// Title shown in hits; includes the title of the page if unclear without it.
    pub title: Text,
    /// Full text.
    pub body: Text,
}

/// Topic of the guide as shown in hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicTitle {
    /// Id of the topic.
    pub id: TopicId,
    /// Title; includes the title of the page if unclear without it.
    pub title: Text,
}

impl From<&TopicText> for TopicTitle {
    fn from(topic: &TopicText) -> Self {
        Self {
            id: topic.id.clone(),
            title: topic.title.clone(),
        }
    }
}

/// Returns the topics in both languages, in the guide's order. Titles of regional topics include
/// the title of their page, since *Nova Scotia* alone is unclear.
pub fn topics(english: &Guide, french: &Guide) -> Vec<TopicText> {
    let mut texts = Vec::new();
    for page in english.pages() {
        let other = french.page(page.id);
        for topic in &page.topics {
            let translated = other.topics.iter().find(|other| other.id == topic.id);
            let translated = translated.unwrap_or(topic);
            texts.push(TopicText {
                id: TopicId {
                    page: page.id,
                    topic: topic.id.clone(),
                },
                title: Text {
                    en: page.title_of(topic, Messages::of(Language::En)),
                    fr: other.title_of(translated, Messages::of(Language::Fr)),
                },
                body: Text {
                    en: body(topic),
                    fr: body(translated),
                },
            });
        }
    }
    texts
}

fn body(topic: &Topic) -> String {
    let mut body = String::new();
    for inline in topic
        .points
        .iter()
        .flat_map(|point| &point.body)
        .chain(&topic.contacts)
    {
        body.push_str(inline.words());
        body.push(' ');
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_title_and_a_text_in_both_languages() {
        let assets = crate::fixtures::assets();
        let [english, french] = Language::ALL.map(|language| assets.guide(language));
        let topics = topics(&english, &french);
        let listed = |page: &crate::guide::Page| page.topics.len();
        assert_eq!(topics.len(), english.pages().map(listed).sum::<usize>());
        for topic in &topics {
            for text in [&topic.title, &topic.body] {
                assert!(!text.en.is_empty() && !text.fr.is_empty(), "{}", topic.id);
            }
        }
        let title = &topics
            .iter()
            .find(|topic| topic.id.to_string() == "compensation#ns")
            .unwrap()
            .title;
        assert!(
            title.fr.starts_with("Nouvelle-Écosse\u{a0}: "),
            "{}",
            title.fr
        );
    }
}
