//! Removal of the markup that web pages leave in fields of plain text.

use std::borrow::Cow;

/// Elements that end a line.
const BREAKS: [&str; 7] = ["br", "p", "div", "li", "tr", "td", "ul"];
/// Entities with their characters.
const ENTITIES: [(&str, char); 7] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("#39", '\''),
    ("nbsp", '\u{a0}'),
];

/// Returns a text without HTML. A line break of it stays one, because it parts two numbers.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '&']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(['<', '&']) {
        out.push_str(&rest[..start]);
        let found = &rest[start..];
        let replaced = if found.starts_with('<') {
            tag(found)
        } else {
            entity(found)
        };
        let (character, length) = replaced.unwrap_or((found.chars().next(), 1));
        out.extend(character);
        rest = &found[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Returns the character that replaces a tag at the head of a text, if any, and the tag's length.
fn tag(text: &str) -> Option<(Option<char>, usize)> {
    let name = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric())?;
    // The next sign decides: a search for the end beyond it would pass over the rest of the text at each sign.
    let end = 1 + text[1..].find(['<', '>'])?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || text[end..].starts_with('<') {
        return None;
    }
    let breaks = BREAKS
        .iter()
        .any(|one| one.eq_ignore_ascii_case(&name[..length]));
    Some((breaks.then_some('\n'), end + 1))
}

/// Returns the character of an entity at the head of a text, and the entity's length.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    ENTITIES.iter().find_map(|(name, character)| {
        let rest = text[1..].strip_prefix(name)?;
        rest.starts_with(';')
            .then_some((Some(*character), name.len() + 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_text_stays() {
        for (text, expected) in [
            ("<b>Bold</b> &amp; Co", "Bold & Co"),
            (
                "<a href=\"tel:9025550123\">902-555-0123</a>",
                "902-555-0123",
            ),
            (
                "902-555-0123<br/>902-555-0199",
                "902-555-0123\n902-555-0199",
            ),
            ("R&D; under < 18 > 12, <", "R&D; under < 18 > 12, <"),
            ("a <b", "a <b"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
