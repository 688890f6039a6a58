//! Parser of labels, links, glossary entries and placeholders inside a point.

use super::{EMERGENCY, SEPARATOR};
use crate::directory::{Category, Region};
use crate::guide::{Inline, PageId, PointKind, Target, Term, TopicId};

/// Returns the kind of point with this label; `None` for an unknown label.
pub(super) fn kind(label: &str, page: PageId) -> Option<PointKind> {
    match label {
        "Know" | "À savoir" => Some(PointKind::Know),
        "Do" | "À faire" => Some(PointKind::Do),
        "Say" | "À dire" => Some(PointKind::Say),
        "Avoid" | "À éviter" => Some(PointKind::Avoid),
        _ => page.is_regional().then_some(PointKind::Fact),
    }
}

/// Parses a link's address; `None` for anything but a contact, a category or a topic.
pub(super) fn target(address: &str) -> Option<Target> {
    let (scheme, rest) = address.split_once(':')?;
    match scheme {
        "contact" => Some(Target::Contact(rest.to_owned())),
        "category" => Category::from_slug(rest).map(Target::Category),
        "guide" => match PageId::from_slug(rest) {
            Some(page) => page.is_regional().then_some(Target::OwnRow(page)),
            None => TopicId::parse(rest).map(Target::Topic),
        },
        _ => None,
    }
}

/// Parses a glossary entry from its bold term and the rest of the line: ` (other term): meaning`.
pub(super) fn term(term: &str, rest: &str) -> Option<Term> {
    // The other term may contain parentheses, so the last "): " before the meaning only counts if
    // the parentheses are balanced.
    let inner = rest.trim_start().strip_prefix('(')?;
    let (close, _) = inner.match_indices("): ").find(|(at, _)| {
        let open = inner[..*at].matches('(').count();
        open == inner[..*at].matches(')').count()
    })?;
    Some(Term {
        term: term.to_owned(),
        other: inner[..close].to_owned(),
        meaning: inner[close + 3..].trim().to_owned(),
    })
}

/// Replaces each [`EMERGENCY`] by a link, labelled with the number of most regions.
pub(super) fn with_emergency(body: Vec<Inline>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for inline in body {
        let Inline::Text(text) = inline else {
            pieces.push(inline);
            continue;
        };
        for (index, words) in text.split(EMERGENCY).enumerate() {
            if index > 0 {
                pieces.push(Inline::Link {
                    label: Region::Ca.emergency().number.to_owned(),
                    target: Target::Emergency,
                });
            }
            if !words.is_empty() {
                pieces.push(Inline::Text(words.to_owned()));
            }
        }
    }
    pieces
}

/// Splits a line of contacts into its first word and its links; `None` if anything but a
/// [`SEPARATOR`] is between the links.
pub(super) fn contacts(body: Vec<Inline>) -> Option<(String, Vec<Inline>)> {
    let mut body = body.into_iter();
    let Some(Inline::Text(label)) = body.next() else {
        return None;
    };
    let links = body.filter_map(|inline| match inline {
        Inline::Text(text) => (text.trim() != SEPARATOR).then_some(None),
        link => Some(Some(link)),
    });
    Some((label.trim_end().to_owned(), links.collect::<Option<_>>()?))
}

/// Removes white space at both ends, and the spaces left by notes.
pub(super) fn trim(body: &mut Vec<Inline>) {
    if let Some(Inline::Text(first)) = body.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = body.last_mut() {
        *last = last.trim_end().to_owned();
    }
    body.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
}
