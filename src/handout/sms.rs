//! Page as text messages in the default alphabet of SMS (GSM 03.38), 160 characters each.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Side;

/// Most characters of a message.
pub(super) const MOST: usize = 160;
/// Length of the counter `12/34 ` before each of several messages, and of `123/456 `.
const COUNTERS: [usize; 2] = [6, 8];
/// Most messages with the shorter counter.
const FEW: usize = 99;
/// Characters of the alphabet beyond ASCII. In ASCII, the characters of [`TWICE`] count twice and
/// the grave accent is missing.
const BESIDE: &str = "£¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüàÆæßÉ¡¤";
const TWICE: &str = "^{}\\[~]|€";

pub(super) fn write(cards: &[Vec<Side>]) -> String {
    messages(cards).join("\n\n") + "\n"
}

/// Returns the messages; none without a card.
pub(super) fn messages(cards: &[Vec<Side>]) -> Vec<String> {
    if cards.is_empty() {
        return Vec::new();
    }
    let sides = cards.iter().flatten().map(|side| {
        let pieces = pieces(side).into_iter();
        pieces.map(|piece| plain(&piece)).collect()
    });
    let sides: Vec<Vec<String>> = sides.collect();
    packed_messages(&sides)
}

/// Splits the text into parts that must not be divided: words, and each number with its extension.
fn pieces(side: &Side) -> Vec<String> {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut pieces = words(&side.step);
    if !side.name.is_empty() {
        let end = side.messages.text("label-end");
        pieces.extend(words(&format!("{}{end}", side.name)));
    }
    let last = side.numbers.len().saturating_sub(1);
    let ends = |(index, number)| format!("{number}{}", if index < last { "," } else { "" });
    pieces.extend(side.numbers.iter().enumerate().map(ends));
    pieces.extend(words(&side.mark));
    pieces.extend(side.reach.clone());
    // Beside the numbers only hours are worth a message.
    let hours = side.hours.iter().filter(|_| !side.numbers.is_empty());
    pieces.extend(hours.flat_map(|line| words(line)));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Replaces the characters that are not in the alphabet.
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

/// Packs the pieces of each side into messages: several sides, one a line, where they fit; a side
/// that does not fit behind others begins a message. A piece longer than a message is not a number,
/// and is cut.
fn packed_messages(sides: &[Vec<String>]) -> Vec<String> {
    let lines: Vec<String> = sides.iter().map(|side| side.join(" ")).collect();
    let whole = lines.join("\n");
    if length(&whole) <= MOST {
        return vec![whole];
    }
    let [short, long] = COUNTERS.map(|counter| MOST - counter);
    let mut parts = packed(sides, &lines, short);
    if parts.len() > FEW {
        parts = packed(sides, &lines, long);
    }
    let count = parts.len();
    (1..)
        .zip(parts)
        .map(|(index, part)| format!("{index}/{count} {part}"))
        .collect()
}

/// Packs the pieces of each side, which are the words of its line, into parts of this length.
fn packed(sides: &[Vec<String>], lines: &[String], room: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for (side, line) in sides.iter().zip(lines) {
        let mut between = '\n';
        if !fits(&parts, line, room) {
            parts.push(String::new());
        }
        for piece in side.iter().flat_map(|piece| cut(piece, room)) {
            if !fits(&parts, &piece, room) {
                parts.push(String::new());
            }
            if let Some(part) = parts.last_mut() {
                if !part.is_empty() {
                    part.push(between);
                }
                part.push_str(&piece);
            }
            between = ' ';
        }
    }
    parts
}

/// Returns true if a text fits into the last part.
fn fits(parts: &[String], text: &str, room: usize) -> bool {
    let used = parts.last().map_or(0, |part| length(part));
    used == 0 || used + 1 + length(text) <= room
}

fn cut(piece: &str, room: usize) -> Vec<String> {
    if length(piece) <= room {
        return vec![piece.to_owned()];
    }
    let letters: Vec<char> = piece.chars().collect();
    letters
        .chunks(room / 2)
        .map(|chunk| chunk.iter().collect())
        .collect()
}
