//! Removal of the parts of a text that tell a street.

use std::ops::Range;

use super::streets::{Reading, Streets};
use super::words::{AddressWord, words};

/// Mark of words that were left out.
const GAP: char = '…';
/// Abbreviations that end no sentence.
const SHORT: [&str; 12] = [
    "st", "ste", "mt", "ft", "dr", "no", "mr", "mrs", "ms", "mme", "po", "ch",
];

impl Streets {
    /// Returns true if a text tells a street.
    pub(super) fn tell(&self, text: &str, kind: Reading) -> bool {
        !self.found(text, kind).is_empty()
    }

    /// Returns the text without the sentences that tell a street; `None` if none does. A mark stands for them
    /// between others.
    pub(super) fn without_sentences(&self, text: &str) -> Option<String> {
        let found = self.found(text, Reading::Words);
        if found.is_empty() {
            return None;
        }
        let mut kept = String::new();
        for sentence in sentences(text) {
            let tells = found
                .iter()
                .any(|range| range.start < sentence.end && sentence.start < range.end);
            let words = text[sentence].trim();
            if tells && !kept.ends_with(GAP) || !tells && !words.is_empty() {
                kept.push_str(if kept.is_empty() { "" } else { " " });
                if tells {
                    kept.push(GAP);
                } else {
                    kept.push_str(words);
                }
            }
        }
        let has_words = kept.contains(char::is_alphanumeric);
        Some(if has_words { kept } else { String::new() })
    }

    /// Returns the text without the words that tell a street, their numbers, and the prepositions before them;
    /// `None` if there are none.
    pub(super) fn without_words(&self, text: &str, kind: Reading) -> Option<String> {
        let found = self.found(text, kind);
        if found.is_empty() {
            return None;
        }
        let words = words(text);
        let mut kept = String::new();
        let mut at = 0;
        for range in found {
            let range = around(text, &words, &range);
            if range.start >= at {
                kept.push_str(&text[at..range.start]);
                kept.push(GAP);
            }
            at = at.max(range.end);
        }
        kept.push_str(&text[at..]);
        Some(tidy(&kept))
    }

    /// Returns an address of the web without its path, or empty, if it tells a street; `None` if it does not.
    pub(super) fn without_path(&self, address: &str) -> Option<String> {
        if !self.tell(address, Reading::Link) {
            return None;
        }
        let host = address.find("://").map_or(0, |at| at + 3);
        let end = address[host..]
            .find(['/', '?', '#'])
            .map_or(address.len(), |at| host + at);
        let host = format!("{}/", &address[..end]);
        Some(if self.tell(&host, Reading::Link) {
            String::new()
        } else {
            host
        })
    }
}

/// Returns the ranges of the sentences of a text.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| ".!?;\n•|".contains(*c)) {
        let end = at + mark.len_utf8();
        let before = text[start..at]
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let is_short = mark == '.'
            && (before.chars().count() == 1 || SHORT.contains(&before.to_lowercase().as_str()));
        let ends =
            mark == '\n' || text[end..].starts_with(char::is_whitespace) || end == text.len();
        if ends && !is_short {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences
}

/// Returns the range with the numbers, directions and prepositions around it.
pub(super) fn around(text: &str, words: &[AddressWord], range: &Range<usize>) -> Range<usize> {
    let joins = |range: Range<usize>| {
        text.get(range).is_some_and(|between| {
            between.chars().count() <= 3 && !between.contains(['.', ';', '!', '?'])
        })
    };
    let mut first = words.partition_point(|word| word.range.end <= range.start);
    let mut last = words.partition_point(|word| word.range.start < range.end);
    let (mut start, mut end) = (range.start, range.end);
    // "24 h/24 au 12, rue des Ormes": a number before the preposition is none of the house.
    let mut has_number = words[first..last].iter().any(AddressWord::is_number);
    let mut is_led = false;
    while first > 0 && joins(words[first - 1].range.end..start) {
        let word = &words[first - 1];
        let leads = word.is_stop() || word.leads_street();
        if !(word.is_number() || word.is_unit() || leads) || is_led && !leads {
            break;
        }
        is_led |= has_number && leads;
        has_number |= word.is_number();
        start = word.range.start;
        first -= 1;
    }
    while last < words.len() && joins(end..words[last].range.start) {
        let word = &words[last];
        if !(word.is_number() || word.is_unit() || word.is_street()) {
            break;
        }
        end = word.range.end;
        last += 1;
    }
    start..end
}

/// Returns the text without marks at its ends, beside other marks, and alone in brackets.
fn tidy(text: &str) -> String {
    let separates = |c: char| c.is_whitespace() || ",;:–—-/|".contains(c);
    let mut parts = text.split(GAP).map(|part| part.trim_matches(separates));
    let first = parts.next().unwrap_or_default().to_owned();
    let whole = parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .fold(first, |mut whole, part| {
            let is_alone = whole.is_empty() || part.starts_with(')');
            whole.push_str(if is_alone { "" } else { ", " });
            whole.push_str(part);
            whole
        });
    let whole = whole.replace("()", "");
    let ends = |c: char| separates(c) || "([".contains(c);
    whole
        .trim_matches(ends)
        .trim_start_matches([')', ']'])
        .trim()
        .to_owned()
}
