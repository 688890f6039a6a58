//! Conversion of a document of the screen to paragraphs of running text: no columns, no brackets,
//! no signs in place of words.

use crate::document::{Document, Role, Row, Span};
use crate::i18n::Messages;

/// Space that aligns columns on the screen.
const GAP: char = '\u{a0}';

/// Returns the paragraphs of a document laid out without a limit to its width, each with the
/// punctuation of its own language.
pub fn paragraphs(document: &Document, messages: &Messages) -> Vec<String> {
    let rows = document.rows.iter();
    rows.map(|row| said(row, messages))
        .filter(|text| !text.is_empty())
        .collect()
}

/// Returns the points of a topic for its sources, each by its first sentence, because the topic has
/// been read.
pub fn points_in_brief(document: &Document, messages: &Messages) -> Vec<String> {
    let rows = document.rows.iter();
    rows.map(|row| {
        let text = said(row, messages);
        let is_label = |span: &Span| matches!(span.role, Role::Label(_));
        let point = row.spans.iter().any(is_label);
        if point {
            opening(&text).to_owned()
        } else {
            text
        }
    })
    .filter(|text| !text.is_empty())
    .collect()
}

/// Returns the first sentence of a text, or as many as identify it. The full stop of an
/// abbreviation (`B.C.`, `s. 7`) follows a single letter and does not end a sentence.
fn opening(text: &str) -> &str {
    const TELLING: usize = 30;
    let ends = |end: &usize| {
        let before: Vec<char> = text[..*end].chars().rev().take(2).collect();
        *end >= TELLING && before.iter().all(|letter| letter.is_alphanumeric())
    };
    let mut stops = text.match_indices(". ").map(|(end, _)| end);
    stops.find(ends).map_or(text, |end| &text[..=end])
}

fn said(row: &Row, messages: &Messages) -> String {
    match row.language {
        Some(language) => paragraph(row, Messages::of(language)),
        None => paragraph(row, messages),
    }
}

fn paragraph(row: &Row, messages: &Messages) -> String {
    let mut text = String::new();
    let mut marked = false;
    for span in &row.spans {
        match (span.role, span.link) {
            (Role::LinkStart, _) => {}
            (Role::LinkEnd, Some(link)) => {
                let number = [("number", (link + 1).into())];
                text.push(' ');
                text.push_str(&messages.format("plain-link", &number));
            }
            (Role::Mark, _) => marked = true,
            (Role::Separator, _) => {
                text.truncate(text.trim_end_matches(' ').len());
                text.push(',');
                if span.text.starts_with(GAP) {
                    text.push(' ');
                }
            }
            (Role::Gap, _) => end_label(&mut text, messages),
            _ => text.push_str(&span.text),
        }
    }
    if marked {
        text.truncate(text.trim_end_matches([' ', GAP]).len());
        text.push_str(", ");
        text.push_str(&messages.text("plain-bookmarked"));
    }
    text.trim_matches(' ').to_owned()
}

/// Appends the end of a label, unless it ends with a colon or is empty.
fn end_label(text: &mut String, messages: &Messages) {
    if text.is_empty() {
        return;
    }
    if !text.ends_with(':') {
        text.push_str(&messages.text("label-end"));
    }
    text.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Composer, Link, Piece};
    use crate::guide::PointKind;
    use crate::i18n::Language;

    fn read(pieces: impl FnOnce(&mut Composer) -> Vec<Piece>, language: Language) -> Vec<String> {
        let mut composer = Composer::new(u16::MAX);
        let pieces = pieces(&mut composer);
        composer.paragraph(0, pieces);
        paragraphs(&composer.finish(), Messages::of(language))
    }

    #[test]
    fn links_have_numbers_instead_of_brackets() {
        let call = |composer: &mut Composer| {
            let first = composer.link("9-1-1", Link::Copy("911".to_owned()));
            let second = composer.link("a text line", Link::Glossary);
            vec![Piece::text("Call "), first, Piece::text(" or "), second]
        };
        assert_eq!(
            read(call, Language::En),
            ["Call 9-1-1 (link\u{a0}1) or a text line (link\u{a0}2)"]
        );
    }

    #[test]
    fn a_column_becomes_a_colon_and_signs_become_words() {
        let know = Piece::new("Know", Role::Label(PointKind::Know));
        let [slowly, gently] = ["Go slowly", "gently"].map(Piece::text);
        let point =
            |_: &mut Composer| vec![know, Piece::gap(3), slowly, Piece::separator(), gently];
        assert_eq!(read(point, Language::En), ["Know: Go slowly, gently"]);
        let star = |_: &mut Composer| {
            vec![
                Piece::new("*\u{a0}", Role::Mark),
                Piece::new("Avalon", Role::Title),
            ]
        };
        assert_eq!(read(star, Language::Fr), ["Avalon, dans vos signets"]);
        let own = |_: &mut Composer| {
            let [name, yours] = ["Avalon", "\u{a0}(yours) "].map(Piece::text);
            vec![Piece::new("*\u{a0}", Role::Mark), name, yours]
        };
        assert_eq!(read(own, Language::En), ["Avalon\u{a0}(yours), bookmarked"]);
    }

    #[test]
    fn the_opening_identifies_a_text() {
        let long = "Know: In B.C. under s. 717 they may refuse. They rarely do.";
        assert_eq!(opening(long), "Know: In B.C. under s. 717 they may refuse.");
        let short = "Say: You decide. If you say no, I stay. Or not.";
        assert_eq!(opening(short), "Say: You decide. If you say no, I stay.");
        assert_eq!(opening("Do: Wait"), "Do: Wait");
    }
}
