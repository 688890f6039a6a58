//! A page as text messages of the alphabet that every telephone sends (GSM 03.38), 160 characters each.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Side;

/// The most characters of a message.
pub(super) const MOST: usize = 160;
/// The characters of `12/34 ` before each of several.
const COUNTER: usize = 6;
/// The alphabet beside ASCII; of that, the signs of [`TWICE`] count twice and a grave accent is none.
const BESIDE: &str = "£¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüàÆæßÉ¡¤";
const TWICE: &str = "^{}\\[~]|€";

pub(super) fn write(cards: &[Vec<Side>]) -> String {
    let pieces = cards
        .iter()
        .flatten()
        .flat_map(pieces)
        .map(|piece| plain(&piece));
    let messages = messages(pieces.collect());
    messages.join("\n\n") + "\n"
}

/// Returns what must not be parted: words, and each number with its extension.
fn pieces(side: &Side) -> Vec<String> {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut pieces = words(&side.step);
    if !side.name.is_empty() {
        pieces.extend(words(&format!("{}:", side.name)));
    }
    let last = side.numbers.len().saturating_sub(1);
    let ends = |(place, number)| format!("{number}{}", if place < last { "," } else { "" });
    pieces.extend(side.numbers.iter().enumerate().map(ends));
    pieces.extend(side.reach.clone());
    // The last is on languages, the one before on what to say: hours alone are worth a message.
    if side.rest.len() > 1 && !side.numbers.is_empty() {
        pieces.extend(side.rest.first().into_iter().flat_map(|line| words(line)));
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Returns text of the alphabet alone.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '’' | '‘' | '`' => plain.push('\''),
            '–' | '—' | '\u{2011}' => plain.push('-'),
            '«' | '»' | '“' | '”' => plain.push('"'),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("OE"),
            '…' => plain.push_str("..."),
            _ if character.is_whitespace() => plain.push(' '),
            _ if is_sent(character) => plain.push(character),
            _ => plain.extend(
                character
                    .nfd()
                    .filter(|part| !is_combining_mark(*part))
                    .map(|part| if is_sent(part) { part } else { '?' }),
            ),
        }
    }
    plain
}

fn is_sent(character: char) -> bool {
    character == ' '
        || character.is_ascii_graphic() && character != '`'
        || BESIDE.contains(character)
        || character == '€'
}

/// Returns the length of a text in a message.
pub(super) fn length(text: &str) -> usize {
    text.chars()
        .map(|one| if TWICE.contains(one) { 2 } else { 1 })
        .sum()
}

/// Puts pieces into messages. One that is longer than a message is no number, and is cut.
fn messages(pieces: Vec<String>) -> Vec<String> {
    let whole = pieces.join(" ");
    if length(&whole) <= MOST {
        return vec![whole];
    }
    let room = MOST - COUNTER;
    let mut parts = vec![String::new()];
    for piece in pieces.into_iter().flat_map(|piece| cut(piece, room)) {
        let used = parts.last().map_or(0, |part| length(part));
        if used > 0 && used + 1 + length(&piece) > room {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            if !part.is_empty() {
                part.push(' ');
            }
            part.push_str(&piece);
        }
    }
    let count = parts.len();
    (1..)
        .zip(parts)
        .map(|(place, part)| format!("{place}/{count} {part}"))
        .collect()
}

fn cut(piece: String, room: usize) -> Vec<String> {
    if length(&piece) <= room {
        return vec![piece];
    }
    let letters: Vec<char> = piece.chars().collect();
    letters
        .chunks(room / 2)
        .map(|chunk| chunk.iter().collect())
        .collect()
}
