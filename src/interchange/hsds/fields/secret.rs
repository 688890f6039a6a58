//! Places that must stay unknown: flags of a record, and the removal of addresses from texts.

use super::clean::folded;
use crate::interchange::hsds::node::Node;

/// Returns the text with an ellipsis for the line of a secret address, or for its beginning: the number and
/// at least one further word, in any case.
pub fn without_line(text: &str, line: &str) -> String {
    let words: Vec<String> = plain_words(line).map(|(_, word)| word).collect();
    let needed = words.len().min(2);
    let is_short = words.iter().map(String::len).sum::<usize>() <= 3;
    if is_short {
        return text.to_owned();
    }
    let found: Vec<(std::ops::Range<usize>, String)> = plain_words(text).collect();
    let mut out = String::with_capacity(text.len());
    let (mut copied, mut index) = (0, 0);
    while index < found.len() {
        let pairs = found[index..].iter().zip(&words);
        let same = pairs
            .take_while(|((_, word), wanted)| word == *wanted)
            .count();
        if same >= needed {
            out += &text[copied..found[index].0.start];
            out.push('…');
            copied = found[index + same - 1].0.end;
        }
        index += if same >= needed { same } else { 1 };
    }
    out + &text[copied..]
}

/// Returns the words with their positions, folded.
fn plain_words(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, String)> {
    let is_in = |c: char| c.is_alphanumeric();
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_in)?;
        let end = text[start..].find(|c| !is_in(c));
        rest = end.map_or(text.len(), |length| start + length);
        Some((start..rest, folded(&text[start..rest])))
    })
}

/// Returns true if a field about confidentiality of an object is set.
pub fn is_flagged(object: &Node<'_>) -> bool {
    let mut set = object.fields().iter().filter(|(name, _)| {
        let has = |part: &str| {
            let mut ends = name.as_bytes().windows(part.len());
            ends.any(|word| word.eq_ignore_ascii_case(part.as_bytes()))
        };
        let is = |word: &str| name.eq_ignore_ascii_case(word);
        has("confidential") || is("is_hidden") || is("undisclosed")
    });
    set.any(|(_, value)| match value {
        Node::Flag(flag) => *flag,
        Node::Number(number) => number.as_f64() != Some(0.0),
        Node::Text(text) => {
            !["", "false", "no", "non", "0", "n"].contains(&text.trim().to_lowercase().as_str())
        }
        Node::Null => false,
        Node::List(_) | Node::Record(_) => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_from_a_text_however_it_is_written() {
        let line = "44 Hidden Hollow Road";
        for (text, left) in [
            ("At 44 hidden hollow, upstairs.", "At …, upstairs."),
            ("44 Hidden Hollow Road", "…"),
            ("44, Hidden  Hollow Rd.; 44 beds", "… Rd.; 44 beds"),
            ("Hidden talents", "Hidden talents"),
        ] {
            assert_eq!(without_line(text, line), left, "{text}");
        }
        assert_eq!(without_line("B2N 1A1, b2n1a1", "B2N 1A1"), "…, b2n1a1");
        assert_eq!(without_line("Unit 2", "2"), "Unit 2");
    }
}
