//! Sources of facts: under each point of a topic, and for a contact.

use jiff::civil::Date;

use crate::directory::Contact;
use crate::document::{Composer, Document, Link, Piece, Role, doubt, topic};
use crate::guide::{Page, Topic};
use crate::i18n::{Language, Messages};

/// Indent of the sources under their point, in columns.
const INDENT: usize = 2;

/// Lays out a topic's points, each with its source pages.
pub fn of_topic(page: &Page, topic: &Topic, reader: topic::Reader<'_>, width: u16) -> Document {
    let reader = reader.of(topic);
    let messages = reader.messages;
    let mut composer = Composer::new(width);
    composer.paragraph(
        0,
        vec![Piece::new(
            messages.format(
                "sources-title",
                &[("name", page.title_of(topic, messages).into())],
            ),
            Role::Title,
        )],
    );
    composer.blank();
    let hanging = topic::hanging(topic, width);
    for point in topic::points(page, topic) {
        topic::point(&mut composer, point, reader, hanging);
        for source in &point.sources {
            source_row(&mut composer, &topic.sources[*source]);
        }
        if point.sources.is_empty() {
            let text = Piece::new(messages.text("sources-practice"), Role::Muted);
            composer.paragraph(2, vec![Piece::gap(INDENT), text]);
        }
        composer.blank();
    }
    if let Some(note) = &page.note {
        composer.paragraph(0, vec![Piece::new(note, Role::Muted)]);
    }
    composer.finish()
}

/// Lays out a contact's sources: the page, the facts that it supports, its date. `today` gives the
/// age.
pub fn of_contact(contact: &Contact, today: Date, messages: &Messages, width: u16) -> Document {
    let mut composer = Composer::new(width);
    let name = contact.name(messages.language());
    composer.paragraph(
        0,
        vec![Piece::new(
            messages.format("sources-title", &[("name", name.into())]),
            Role::Title,
        )],
    );
    composer.blank();
    let checked = doubt::checked(contact, messages);
    composer.paragraph(0, vec![Piece::text(checked)]);
    if let Some(line) = doubt::line(contact, today, messages) {
        composer.paragraph(0, vec![Piece::new(line, Role::Warning)]);
    }
    composer.blank();
    for source in &contact.sources {
        let title = [source.title.as_deref(), source.url.as_deref()];
        for (index, text) in title.into_iter().flatten().enumerate() {
            let pieces = if source.url.as_deref() == Some(text) {
                vec![composer.link(text, Link::Copy(text.to_owned()))]
            } else {
                vec![Piece::text(text)]
            };
            composer.paragraph(if index == 0 { 0 } else { 2 }, pieces);
        }
        let facts = source.supports.iter();
        let facts: Vec<String> = facts
            .filter_map(|fact| fact_words(fact, messages))
            .collect();
        let facts = Some(facts.join(", ")).filter(|facts| !facts.is_empty());
        let date = source.date.as_ref().map(|date| messages.date(date));
        let words: Vec<String> = facts.into_iter().chain(date).collect();
        if !words.is_empty() {
            let mut pieces = vec![Piece::gap(INDENT)];
            pieces.extend(Piece::separated(words, Role::Muted));
            composer.paragraph(2, pieces);
        }
        composer.blank();
    }
    composer.finish()
}

/// Lays out a source of the guide, which may have several addresses and the age of a page.
fn source_row(composer: &mut Composer, source: &str) {
    let source = Piece::new(source, Role::Muted);
    composer.paragraph(2, vec![Piece::gap(INDENT), source]);
}

/// Returns the facts that a source supports in the language of the screen: the usual ones have
/// messages; the others are in the directory's English, and are left out in French.
fn fact_words(fact: &str, messages: &Messages) -> Option<String> {
    let slug: String = fact
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let id = format!("supports-{slug}");
    if messages.has(&id) {
        Some(messages.text(&id))
    } else {
        (messages.language() == Language::En).then(|| fact.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn no_english_fact_stands_in_a_french_page() {
        let words = |fact, language| fact_words(fact, Messages::of(language));
        let own = "lines open on a full moon";
        assert_eq!(words(own, Language::En).as_deref(), Some(own));
        assert_eq!(words(own, Language::Fr), None);
        assert_eq!(words("phone", Language::Fr).as_deref(), Some("téléphone"));
    }

    #[test]
    fn hardly_any_fact_of_the_directory_is_left_out_in_french() {
        let directory = Assets::embedded().directory().unwrap();
        let sources = directory
            .contacts()
            .iter()
            .flat_map(|contact| &contact.sources);
        let facts: Vec<&String> = sources.flat_map(|source| &source.supports).collect();
        let french = Messages::of(Language::Fr);
        let untold = |fact: &&&String| fact_words(fact, french).is_none();
        let left_out: Vec<_> = facts.iter().filter(untold).collect();
        assert!(100 * left_out.len() <= facts.len(), "{left_out:?}");
    }
}
