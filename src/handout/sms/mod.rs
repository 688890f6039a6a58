//! Page as text messages in the default alphabet of SMS (GSM 03.38), 160 characters each.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::handout::side::Side;

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

/// Most characters of a name before the rest of a text in a later message.
const SHORT: usize = 40;
/// Most characters of hours, or of a number with its words, that are not divided.
const WHOLE: usize = 60;
/// Mark of a shortened name.
const MORE: &str = "...";

/// One contact in one language.
struct Line {
    /// Short name, which begins each later message about the contact.
    name: String,
    /// Parts that must not be divided. The first has the name and the first number.
    pieces: Vec<String>,
}

pub(super) fn write(cards: &[Vec<Side>]) -> String {
    messages(cards).join("\n\n") + "\n"
}

/// Returns the messages; none without a card.
pub(super) fn messages(cards: &[Vec<Side>]) -> Vec<String> {
    if cards.is_empty() {
        return Vec::new();
    }
    let lines: Vec<Line> = cards.iter().flatten().map(Line::of).collect();
    packed_messages(&lines)
}

impl Line {
    fn of(side: &Side) -> Self {
        let end = side.messages.text("label-end");
        let labelled = |name: &str| format!("{name}{}", plain(&end));
        let [step, name] = [&side.step, &side.name].map(|text| plain(text));
        let (names, short) = if name.is_empty() {
            // The worker's words are the name on a discreet page.
            (Default::default(), labelled(&shortened(&step)))
        } else {
            let short = labelled(&shortened(&name));
            ([labelled(&name), short.clone()], short)
        };
        let last = side.numbers.len().saturating_sub(1);
        let mut pieces = Vec::new();
        for (index, said) in side.numbers.iter().enumerate() {
            let comma = if index < last { "," } else { "" };
            let number = plain(&said.number);
            let (number, words) = match said.words.as_str() {
                "" => (number + comma, String::new()),
                words => (number, format!("{words}{comma}")),
            };
            if index == 0 {
                pieces.extend(head(&step, &names, number));
                pieces.extend(undivided(&words));
            } else if length(&number) + length(&plain(&words)) < WHOLE {
                pieces.push(joined(&[&number, &plain(&words)]));
            } else {
                pieces.push(number);
                pieces.extend(undivided(&words));
            }
        }
        pieces.extend(side.mark.split(' ').map(plain));
        if let Some(reach) = &side.reach {
            pieces.extend(head(&step, &names, plain(reach)));
        }
        // Beside the numbers only hours are worth a message.
        let hours = side.hours.iter().filter(|_| !side.numbers.is_empty());
        pieces.extend(hours.flat_map(|hours| undivided(hours)));
        pieces.retain(|piece| !piece.is_empty());
        let name = short;
        Self { name, pieces }
    }
}

/// Returns the step, the name and a number or website as one piece, with the short name if the whole one does
/// not fit. Only the worker's own words and a long website are divided.
fn head(step: &str, names: &[String; 2], number: String) -> Vec<String> {
    let room = MOST - COUNTERS[1];
    let mut whole = names.iter().map(|name| joined(&[step, name, &number]));
    if let Some(head) = whole.find(|head| length(head) <= room) {
        return vec![head];
    }
    let words = step.split(' ').map(str::to_owned);
    words.chain([names[1].clone(), number]).collect()
}

/// Joins texts with spaces.
fn joined(texts: &[&str]) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    texts.copied().collect::<Vec<_>>().join(" ")
}

/// Returns a short text as one piece, a longer one as its words.
fn undivided(text: &str) -> Vec<String> {
    let whole = plain(text);
    if length(&whole) <= WHOLE {
        return vec![whole];
    }
    text.split(' ').map(plain).collect()
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

/// Returns a name of at most [`SHORT`] characters: the whole one, its abbreviation in parentheses, the words
/// before parentheses, or the first words.
fn shortened(name: &str) -> String {
    if length(name) <= SHORT {
        return name.to_owned();
    }
    let is_short = |text: &&str| (1..=SHORT).contains(&length(text));
    let (before, beside) = name.split_once(" (").unwrap_or_default();
    let abbreviation = beside.strip_suffix(')').unwrap_or_default();
    let is_abbreviation = abbreviation.len() > 2 && abbreviation.chars().all(char::is_uppercase);
    let shorter = is_abbreviation
        .then_some(abbreviation)
        .into_iter()
        .chain([before]);
    if let Some(short) = shorter.into_iter().find(is_short) {
        return short.to_owned();
    }
    let room = SHORT - MORE.len();
    let fits = |end: &usize| length(&name[..*end]) <= room;
    let words = name.match_indices(' ').map(|(end, _)| end);
    let letters = name.char_indices().map(|(end, _)| end);
    let end = words
        .take_while(fits)
        .last()
        .or_else(|| letters.take_while(fits).last());
    format!("{}{MORE}", &name[..end.unwrap_or(0)])
}

/// Packs the pieces of each line into messages: several lines where they fit; a line
/// that does not fit behind others begins a message. A piece longer than a message is not a number,
/// and is cut.
fn packed_messages(lines: &[Line]) -> Vec<String> {
    let whole: Vec<String> = lines.iter().map(|line| line.pieces.join(" ")).collect();
    let whole = whole.join("\n");
    if length(&whole) <= MOST {
        return vec![whole];
    }
    let [short, long] = COUNTERS.map(|counter| MOST - counter);
    let mut parts = packed(lines, short);
    if parts.len() > FEW {
        parts = packed(lines, long);
    }
    let count = parts.len();
    (1..)
        .zip(parts)
        .map(|(index, part)| format!("{index}/{count} {part}"))
        .collect()
}

/// Packs the pieces of each line into parts of this length. A later part of a line begins with its name,
/// unless a website leaves no room for it.
fn packed(lines: &[Line], room: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in lines {
        let mut between = "\n";
        if !fits(&parts, &line.pieces.join(" "), room) {
            parts.push(String::new());
        }
        let beside = room - length(&line.name) - 1;
        for piece in line
            .pieces
            .iter()
            .flat_map(|piece| cut(piece, room, beside))
        {
            if !fits(&parts, &piece, room) {
                let is_named = length(&piece) <= beside;
                parts.push(if is_named {
                    line.name.clone()
                } else {
                    String::new()
                });
            }
            if let Some(part) = parts.last_mut() {
                if !part.is_empty() {
                    part.push_str(between);
                }
                part.push_str(&piece);
            }
            between = " ";
        }
    }
    parts
}

/// Returns true if a text fits into the last part.
fn fits(parts: &[String], text: &str, room: usize) -> bool {
    let used = parts.last().map_or(0, |part| length(part));
    used == 0 || used + 1 + length(text) <= room
}

/// Returns a piece that fits into a message, else its parts, which fit behind a name.
fn cut(piece: &str, room: usize, beside: usize) -> Vec<String> {
    if length(piece) <= room {
        return vec![piece.to_owned()];
    }
    let letters: Vec<char> = piece.chars().collect();
    letters
        .chunks(beside / 2)
        .map(|chunk| chunk.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests;
