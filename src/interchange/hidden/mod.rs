//! Removal of addresses from the texts of places that must stay unknown.

use std::ops::Range;

use super::secret::{is_shelter_name, says_private, says_secret};
use crate::directory::{Category, Contact};
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Text};

/// Words for streets after their name, folded.
const STREETS: [&str; 43] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "av",
    "drive",
    "dr",
    "lane",
    "ln",
    "court",
    "ct",
    "crescent",
    "cres",
    "boulevard",
    "blvd",
    "boul",
    "way",
    "place",
    "pl",
    "terrace",
    "highway",
    "hwy",
    "trail",
    "row",
    "close",
    "gate",
    "circle",
    "square",
    "sq",
    "parkway",
    "route",
    "rte",
    "rue",
    "chemin",
    "ch",
    "rang",
    "cote",
    "montee",
    "allee",
    "impasse",
    "croissant",
];
/// Those that mean nothing else, so that a name with a capital before or after them suffices.
const CERTAIN: [&str; 10] = [
    "street",
    "road",
    "avenue",
    "crescent",
    "boulevard",
    "highway",
    "rue",
    "chemin",
    "rang",
    "boul",
];
/// Small words in the names of streets.
const SMALL: [&str; 9] = ["de", "des", "du", "la", "le", "les", "l", "d", "of"];
/// Words for an address, folded.
const ADDRESS: [&str; 9] = [
    "address",
    "adresse",
    "location",
    "located",
    "lieu",
    "emplacement",
    "endroit",
    "situe",
    "situee",
];
/// Greatest number of words of a street's name.
const LONGEST: usize = 5;

/// Word of a text between blanks.
struct Token {
    range: Range<usize>,
    /// Folded, without punctuation.
    word: String,
    is_capital: bool,
    /// Punctuation at its end.
    end: Option<char>,
}

/// Returns true if a name or a note means that the location is secret.
pub(super) fn is_confidential(text: &str) -> bool {
    says_private(text) || is_shelter_name(text)
}

/// Returns true if words say that an address is secret.
pub(super) fn says_secret_address(text: &str) -> bool {
    if !says_secret(text) {
        return false;
    }
    let undisclosed = ["undisclosed", "disclosed", "divulgue", "divulguee"];
    let has = |token: &Token| {
        let word = token.word.as_str();
        ADDRESS.contains(&word) || undisclosed.contains(&word)
    };
    tokens(text).iter().any(has)
}

/// Returns the text with an ellipsis for each of the known lines of an address, for each number with a
/// street, each postal code, and what follows "confidential address:"; with `all`, for streets without a
/// number, too. `None` if there is none.
pub(super) fn without_addresses(text: &str, lines: &[String], all: bool) -> Option<String> {
    let found = tokens(text);
    let lines: Vec<Vec<Token>> = lines.iter().map(|line| tokens(line)).collect();
    let mut out = String::new();
    let (mut copied, mut index) = (0, 0);
    while index < found.len() {
        let rest = &found[index..];
        let length = known_line(rest, &lines)
            .max(street(rest))
            .max(postal_code(rest))
            .max(if all { street_name(rest) } else { 0 })
            .max(stated(&found, index));
        if length == 0 {
            index += 1;
            continue;
        }
        let length = length + tail(&found[index + length - 1..]);
        let last = &found[index + length - 1];
        out.push_str(&text[copied..rest[0].range.start]);
        out.push('…');
        copied = last.range.end - last.end.map_or(0, char::len_utf8);
        index += length;
    }
    (copied > 0).then(|| out + &text[copied..])
}

/// Takes the address of a place that must stay unknown out of the texts of an own contact, before they leave
/// the program: the worker may have typed it.
pub fn conceal(contact: &mut Contact) {
    if !is_hidden(contact) {
        return;
    }
    let take = |text: &mut Text| {
        for words in [&mut text.en, &mut text.fr] {
            if let Some(left) = without_addresses(words, &[], true) {
                *words = left;
            }
        }
    };
    take(&mut contact.description);
    let labels = contact.phones.iter_mut().map(|phone| &mut phone.label);
    let others = [&mut contact.hours, &mut contact.area]
        .into_iter()
        .chain(labels);
    others.flatten().for_each(take);
}

fn is_hidden(contact: &Contact) -> bool {
    let names = Language::ALL.map(|language| contact.name(language));
    let texts = [
        Some(&contact.description),
        contact.hours.as_ref(),
        contact.area.as_ref(),
    ];
    let mut texts = texts.into_iter().flatten();
    contact.categories.contains(&Category::Shelter)
        || names.into_iter().any(is_confidential)
        || texts.any(|text| says_secret_address(&text.en))
}

fn tokens(text: &str) -> Vec<Token> {
    let mut start = 0;
    let pieces = text.split(|c: char| c.is_whitespace() || c == '’' || c == '\'');
    let ranges = pieces.map(|piece| {
        let from = start;
        start = from
            + piece.len()
            + text[from + piece.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        from..from + piece.len()
    });
    let mut tokens: Vec<Token> = Vec::new();
    for range in ranges {
        let piece = &text[range.clone()];
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            continue;
        }
        let mut word = String::new();
        fold_into(bare, &mut word);
        let before = piece.len()
            - piece
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len();
        tokens.push(Token {
            range: range.start + before..range.end,
            word,
            is_capital: bare.starts_with(char::is_uppercase),
            end: piece.chars().next_back().filter(|c| !c.is_alphanumeric()),
        });
    }
    tokens
}

/// Returns true if a sentence or a part of it ends after the word.
fn closes(token: &Token) -> bool {
    let is_short = || token.word.len() == 1 || is_street(&token.word) && token.word.len() <= 5;
    match token.end {
        None | Some(',') => false,
        // "St." and "N." are abbreviations.
        Some('.') => !is_short(),
        Some(_) => true,
    }
}

fn is_street(word: &str) -> bool {
    STREETS.contains(&word)
}

/// Returns the number of words that are a known line, or its beginning: two words, or one with a digit.
fn known_line(rest: &[Token], lines: &[Vec<Token>]) -> usize {
    let lengths = lines.iter().map(|line| {
        let pairs = rest.iter().zip(line);
        let same = pairs
            .take_while(|(one, other)| one.word == other.word)
            .count();
        let has_digit = || line[0].word.bytes().any(|byte| byte.is_ascii_digit());
        let is_code = || line[0].word.len() == "b2n1a1".len() && has_digit();
        if same >= 2 || same == 1 && line.len() == 1 && is_code() {
            same
        } else {
            0
        }
    });
    lengths.max().unwrap_or(0)
}

/// Returns the number of words of a number with a street: `12 Elm Street`, `12, rue des Ormes`.
fn street(rest: &[Token]) -> usize {
    let number = rest[0].word.as_str();
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=6).contains(&digits) && number.len() <= digits + 1
        || number
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            && number.len() <= 8;
    if !is_number {
        return 0;
    }
    let mut words = rest[1..].iter().take(LONGEST);
    if let Some(first) = words.next().filter(|first| is_street(&first.word)) {
        let mut length = 2;
        let mut before = first;
        for word in &rest[2..] {
            let in_name = word.is_capital || SMALL.contains(&word.word.as_str());
            if closes(before) || before.end == Some(',') || !in_name || length > LONGEST {
                break;
            }
            length += 1;
            before = word;
        }
        return length;
    }
    let mut length = 1;
    for word in rest[1..].iter().take(LONGEST) {
        length += 1;
        if is_street(&word.word) {
            return length;
        }
        if closes(word) {
            return 0;
        }
    }
    0
}

/// Returns the number of words of a street without a number: `Elm Street`, `rue des Ormes`.
fn street_name(rest: &[Token]) -> usize {
    let is_certain = |token: &Token| CERTAIN.contains(&token.word.as_str());
    if is_certain(&rest[0]) {
        let small = rest[1..]
            .iter()
            .take_while(|word| SMALL.contains(&word.word.as_str()))
            .count();
        let name = rest.get(1 + small).filter(|name| name.is_capital);
        return name.map_or(0, |_| small + 2);
    }
    let capitals = rest
        .iter()
        .take_while(|word| word.is_capital && !is_certain(word))
        .count();
    let length = capitals.min(LONGEST);
    let street = rest
        .get(length)
        .filter(|word| length > 0 && word.is_capital && is_certain(word));
    street.map_or(0, |_| length + 1)
}

fn postal_code(rest: &[Token]) -> usize {
    let is = |word: &str, pattern: &str| {
        word.len() == pattern.len()
            && word
                .bytes()
                .zip(pattern.bytes())
                .all(|(byte, kind)| match kind {
                    b'A' => byte.is_ascii_alphabetic(),
                    _ => byte.is_ascii_digit(),
                })
    };
    let next = rest.get(1).is_some_and(|next| is(&next.word, "1A1"));
    if is(&rest[0].word, "A1A1A1") {
        1
    } else if next && is(&rest[0].word, "A1A") {
        2
    } else {
        0
    }
}

/// Returns the number of words that state an address: after "confidential address:", to the end of the sentence.
fn stated(found: &[Token], index: usize) -> usize {
    let before = &found[index.saturating_sub(4)..index];
    let is_stated = before.last().is_some_and(|last| last.end == Some(':'))
        && before
            .iter()
            .any(|word| ADDRESS.contains(&word.word.as_str()))
        && before.iter().any(|word| says_secret(&word.word));
    if !is_stated {
        return 0;
    }
    let rest = &found[index..];
    let end = rest
        .iter()
        .position(|word| matches!(word.end, Some('.' | ';')));
    end.map_or(rest.len(), |end| end + 1)
}

/// Returns the number of words after an address that still belong to it: town, province, postal code. The
/// first token is the last of the address.
fn tail(rest: &[Token]) -> usize {
    let mut length = 0;
    let mut before = &rest[0];
    for word in &rest[1..] {
        let is_short = word.word.len() <= 3 && word.word.bytes().any(|byte| byte.is_ascii_digit());
        if closes(before) || !(word.is_capital || is_short) {
            break;
        }
        length += 1;
        before = word;
    }
    length
}

#[cfg(test)]
mod tests;
