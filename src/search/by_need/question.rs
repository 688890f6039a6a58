//! Questions about facts, answered by the guide instead of a contact.

use super::Lead;
use crate::i18n::folding::fold;
use crate::search::hits::{FoundBy, Hits};
use crate::search::query::asking::asks_for_number;
use crate::search::rank::order::Fit;

/// The page of the guide on the duty to report.
const DUTY: &str = "duty-to-report";
/// Topic on the response to a disclosure.
const SAYING: &str = "reporting#disclosure";

/// Subject of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// A duty.
    Duty,
    /// Words to say.
    Saying,
    /// Definitions and permissions.
    Knowing,
}

/// Phrases of questions answered by the guide, folded. Requests for a service are not among them
/// ("can she get a bed").
const ASKING: [(About, &[&str]); 3] = [
    (
        About::Duty,
        &[
            "do i have to",
            "do i need to",
            "do i need to report",
            "do we have to",
            "dois je",
            "doit on",
            "duty to",
            "est ce obligatoire",
            "est ce que je dois",
            "est ce qu on doit",
            "faut il que je",
            "is it mandatory",
            "must i",
            "must we",
            "obligation de",
        ],
    ),
    (
        About::Saying,
        &[
            "quoi dire",
            "quoi lui dire",
            "quoi repondre",
            "que dire",
            "que lui dire",
            "qu est ce que je dis",
            "what can i say",
            "what do i say",
            "what do we say",
            "what should i say",
            "what to say",
        ],
    ),
    (
        About::Knowing,
        &[
            "a t elle le droit",
            "a t il le droit",
            "age of consent",
            "age du consentement",
            "am i allowed to",
            "c est quoi",
            "difference between",
            "difference entre",
            "does he have to",
            "does she have to",
            "do they have to",
            "doit elle",
            "doit il",
            "droits des victimes",
            "est ce qu elle doit",
            "est ce qu il doit",
            "is it legal",
            "que se passe t il",
            "qu est ce que",
            "victims rights",
            "what are her rights",
            "what happens if",
            "what happens when",
            "what is the difference",
        ],
    ),
];

/// Returns the subject of a question; `None` if the text is not one.
fn question(text: &str) -> Option<About> {
    let text = words_apart(text);
    let asks = |asking: &&str| text.contains(&format!(" {asking} "));
    let found = ASKING.iter().find(|(_, phrases)| phrases.iter().any(&asks));
    found.map(|(about, _)| *about)
}

/// Returns the folded words of a text with one space around each.
fn words_apart(text: &str) -> String {
    let folded = fold(text).text;
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let mut apart = " ".to_owned();
    for word in words.filter(|word| !word.is_empty()) {
        apart.push_str(word);
        apart.push(' ');
    }
    apart
}

impl Lead<'_> {
    /// Adds the topic that answers the question: the best match of its words, else the need's topic
    /// on that subject. Adds none if a life is at risk, or if the text asks for a number.
    pub(super) fn add_answer(&mut self, hits: &Hits) {
        if self.is_life_at_risk(hits) {
            return;
        }
        let about = question(&self.query.text);
        let Some(about) = about.filter(|_| !asks_for_number(&self.query.text)) else {
            return;
        };
        let answer = self
            .topic_asked_for(hits)
            .or_else(|| self.topic_about(about, hits))
            .or_else(|| self.topic_told(hits))
            .or_else(|| self.topic_of_need(hits));
        if let Some(document) = answer {
            self.add(document, FoundBy::Words);
        }
    }

    /// Returns the region's topic on the duty to report, if the need has one, or the topic on what
    /// to say.
    fn topic_about(&self, about: About, hits: &Hits) -> Option<u32> {
        let topics = self.topics(hits).into_iter();
        let mut about = topics.filter(|(id, _)| match about {
            About::Duty => id.starts_with(DUTY),
            About::Saying => id == SAYING,
            About::Knowing => false,
        });
        about.next().map(|(_, document)| document)
    }

    /// Returns the topics of the most likely need, and the topic on what to say.
    fn topics(&self, hits: &Hits) -> Vec<(String, u32)> {
        let need = hits.needs.first().map(|need| need.need);
        let ids = need.map(|need| self.needs.topics(need, self.vantage.region));
        let ids = ids.into_iter().flatten().map(|topic| topic.to_string());
        let found = |id: String| {
            let document = *self.index.topics.get(&id)?;
            Some((id, document))
        };
        ids.chain([SAYING.to_owned()]).filter_map(found).collect()
    }

    /// Returns the first hit of the words, if it is a topic that matches all words.
    fn topic_told(&self, hits: &Hits) -> Option<u32> {
        let first = hits.hits.first()?.document;
        let attributes = self.index.documents.attributes(first);
        (attributes.is_topic() && hits.reading.fit != Fit::Loose).then_some(first)
    }

    /// Returns the topic of the need that ranks first for the words, else its first one.
    fn topic_of_need(&self, hits: &Hits) -> Option<u32> {
        let topics = self.topics(hits);
        let is_one = |document: &u32| topics.iter().any(|(_, topic)| topic == document);
        let mut found = hits.hits.iter().map(|hit| hit.document);
        found
            .find(is_one)
            .or_else(|| topics.first().map(|(_, document)| *document))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_about_facts_are_distinguished_from_requests() {
        for text in [
            "16 year old, do I have to report?",
            "Dois-je appeler la DPJ",
            "what do i say when a kid tells me",
            "qu’est-ce que la traite",
        ] {
            assert!(question(text).is_some(), "{text}");
        }
        for text in [
            "can she get a bed",
            "where do i find a shelter",
            "undo i have to",
        ] {
            assert_eq!(question(text), None, "{text}");
        }
    }
}
