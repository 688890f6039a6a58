//! Columns of rows with a contact and its number, shared by lists, topics and pages; and text
//! fitted to a column: padded, or cut in the middle so that its distinguishing end stays.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::state::{self, Form};
use crate::i18n::Language;

/// Column at which the names of a list of contacts begin in a wide window.
pub const TEXT: u16 = 3;
/// Least width for gaps between columns; below it names also begin one column earlier.
const ROOMY: u16 = 48;
/// Least width for the state with its next change.
const LONG: u16 = 60;
/// Widest row; longer rows are hard to read.
const LONGEST: u16 = 120;
/// Least and greatest width of the column of numbers. A wider number takes columns from the name in
/// its row.
const NUMBER: std::ops::RangeInclusive<usize> = 14..=20;
/// Least width of a name; below it the state is left out.
const NAME_LEAST: u16 = 12;
/// Least width of a name beside a long text that is not a number.
const NAME_WITH_LONG_NUMBER: u16 = 7;
/// Least width of a name and the place behind it; below it the place is left out.
const PLACE_FROM: u16 = 38;
/// Greatest width of a place.
const PLACE_MOST: u16 = 24;

/// Greatest share of a column for the last words of a cut text, in per cent.
const TAIL: usize = 60;
/// Larger shares for texts that would look the same, tried in order.
const LONGER_TAILS: [usize; 2] = [80, 100];
/// Least number of rows with the same beginning for an abbreviation to replace the beginning.
const MANY: usize = 3;
/// Least width of the head of a cut text; below it the last words are cut, too.
const HEAD: usize = 6;
/// Least number of letters of a cut word.
const STUB: usize = 2;

/// Columns of a row, each with its width: name, number, now, where. In a narrow window columns are
/// left out in this order: where, the long form of now, the name, now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Column and width of the name.
    pub name: (u16, u16),
    /// Column and width of the number.
    pub number: (u16, u16),
    /// Column and form of the state; `None` in a very narrow window.
    pub now: Option<(u16, Form)>,
    /// Width of the state.
    pub state: u16,
    /// Column and width of the place or the audience.
    pub place: Option<(u16, u16)>,
    /// True if the columns have gaps of two.
    pub roomy: bool,
}

/// Widths of the widest texts in the columns of the rows on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widest {
    /// Name.
    pub name: u16,
    /// State, in the form of the columns.
    pub now: u16,
    /// Place.
    pub place: u16,
}

impl Widest {
    /// Returns the widths for another row as well.
    #[must_use]
    pub fn with(self, row: Self) -> Self {
        Self {
            name: self.name.max(row.name),
            now: self.now.max(row.now),
            place: self.place.max(row.place),
        }
    }
}

/// Returns the width of the widest of these numbers, within limits.
pub fn number_column<'a>(numbers: impl Iterator<Item = &'a str>) -> u16 {
    let widths = numbers.map(UnicodeWidthStr::width);
    let widest = widths.filter(|width| NUMBER.contains(width)).max();
    u16::try_from(widest.unwrap_or(*NUMBER.start())).unwrap_or(0)
}

impl Columns {
    /// Returns the columns of a list of `width` columns whose numbers take `number` columns.
    pub fn of(width: u16, number: u16, language: Language) -> Self {
        let width = width.min(LONGEST);
        let roomy = width >= ROOMY;
        let (text, gap) = if roomy { (TEXT, 2) } else { (TEXT - 1, 1) };
        let form = if width >= LONG {
            Form::Long
        } else {
            Form::Short
        };
        // Without gaps of two, the sign of a doubt has a column of its own behind the number.
        let doubt = u16::from(!roomy);
        let state_width = state::width(form, language);
        let state = state_width + gap;
        let rest = width.saturating_sub(text + gap + number + doubt);
        let has_now = rest >= state + NAME_LEAST;
        let rest = if has_now { rest - state } else { rest };
        let shared = rest.saturating_sub(gap);
        let place = (shared * 3).div_ceil(10).min(PLACE_MOST);
        let place = (form == Form::Long && shared >= PLACE_FROM).then_some(place);
        let name = place.map_or(rest, |place| shared - place);
        let number = (text + name + gap, number);
        let now = number.0 + number.1 + doubt + gap;
        Self {
            name: (text, name),
            number,
            now: has_now.then_some((now, form)),
            state: state_width,
            place: place.map(|place| (now + state, place)),
            roomy,
        }
    }

    /// Gives the name, if it would be cut, the room that the places and then the states on the screen
    /// leave.
    #[must_use]
    pub fn fitted(mut self, widest: Widest) -> Self {
        let lack = |columns: &Self| widest.name.saturating_sub(columns.name.1);
        // A place that does not fit takes the columns left of it.
        let of_place = self
            .place
            .map_or(0, |(_, width)| widest.place.saturating_sub(width));
        if let Some((column, width)) = self.place {
            let gap = if self.roomy { 2 } else { 1 };
            let free = match widest.place {
                0 => width + gap,
                place => width.saturating_sub(place),
            };
            let taken = free.min(lack(&self));
            self.name.1 += taken;
            self.number.0 += taken;
            self.now = self.now.map(|(now, form)| (now + taken, form));
            let left = (width + gap).saturating_sub(taken);
            self.place = (left > gap).then(|| (column + taken, left - gap));
        }
        if let Some((column, form)) = self.now {
            let free = self.state.saturating_sub(widest.now + of_place);
            let taken = free.min(lack(&self));
            self.name.1 += taken;
            self.number.0 += taken;
            self.now = Some((column + taken, form));
            // The place stays where it is.
            self.state -= taken;
        }
        self
    }

    /// Returns the columns of a row with this number. A number is never cut: the name gives way,
    /// then the state.
    #[must_use]
    pub fn for_number(self, number: &str, width: u16) -> Self {
        let needed = u16::try_from(number.width()).unwrap_or(u16::MAX);
        let more = needed.saturating_sub(self.number.1);
        let of_name = more.min(self.name.1.saturating_sub(NAME_WITH_LONG_NUMBER));
        let number = (self.number.0 - of_name, self.number.1 + of_name);
        let name = (self.name.0, self.name.1 - of_name);
        if more == of_name {
            return Self {
                name,
                number,
                ..self
            };
        }
        Self {
            name,
            number: (number.0, needed.min(width.saturating_sub(number.0))),
            now: None,
            place: None,
            ..self
        }
    }
}

impl Columns {
    /// Takes the room for a distance or a region's letters from the end of the name, if the row has no
    /// column for places, and returns the column of the text; `None` without room.
    pub fn take_tail(&mut self, tail: &str) -> Option<u16> {
        let taken = u16::try_from(tail.width())
            .unwrap_or(u16::MAX)
            .saturating_add(1);
        let left = self.name.1.saturating_sub(taken);
        let has_room = self.place.is_none() && self.roomy && left >= NAME_LEAST;
        if tail.is_empty() || !has_room {
            return None;
        }
        self.name.1 = left;
        Some(self.name.0 + left + 1)
    }
}

/// Visible parts of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Parts from left to right.
    pub parts: Vec<Part>,
}

/// Visible part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Range in bytes.
    pub bytes: Range<usize>,
    /// True if an ellipsis follows.
    pub cut: bool,
}

/// Pads a text with spaces to a width.
pub fn padded(text: &str, width: usize) -> String {
    let gap = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(gap))
}

/// Cuts a text to a width: a head, `ellipsis`, and as many of the last words as fit into 60 % of
/// the width. Returns a text that fits unchanged.
pub fn middle(text: &str, width: usize, ellipsis: &str) -> String {
    let cut = cut(text, None, width, ellipsis, TAIL);
    shown(text, cut.as_ref(), ellipsis)
}

/// Cuts several texts that stand below each other, each to its own width; `None` for one that fits.
/// An abbreviation replaces the beginning if many texts share it. Texts that would look the same
/// get longer tails.
pub fn cut_apart(texts: &[(&str, usize)], ellipsis: &str) -> Vec<Option<Cut>> {
    let cut_to = |index: usize, share| {
        let (text, width) = texts[index];
        cut(text, abbreviation(index, texts), width, ellipsis, share)
    };
    let mut cuts: Vec<Option<Cut>> = (0..texts.len()).map(|index| cut_to(index, TAIL)).collect();
    for share in LONGER_TAILS {
        let read: Vec<String> = texts
            .iter()
            .zip(&cuts)
            .map(|((text, _), cut)| shown(text, cut.as_ref(), ellipsis))
            .collect();
        for index in 0..texts.len() {
            let alike =
                |other: usize| read[other] == read[index] && texts[other].0 != texts[index].0;
            if cuts[index].is_some() && (0..texts.len()).any(alike) {
                cuts[index] = cut_to(index, share);
            }
        }
    }
    cuts
}

/// Returns the visible text.
pub fn shown(text: &str, cut: Option<&Cut>, ellipsis: &str) -> String {
    let Some(cut) = cut else {
        return text.to_owned();
    };
    let mut words = String::new();
    for part in &cut.parts {
        words.push_str(&text[part.bytes.clone()]);
        if part.cut {
            words.push_str(ellipsis);
        }
    }
    words
}

/// Returns the bytes of the abbreviation in parentheses if many texts begin like this one up to it:
/// the abbreviation can then replace the beginning.
fn abbreviation(index: usize, texts: &[(&str, usize)]) -> Option<Range<usize>> {
    let (text, _) = texts[index];
    let start = text.find('(')? + 1;
    let end = start + text[start..].find(')')?;
    let capitals = text[start..end].chars().all(char::is_uppercase);
    if !capitals || start == end || end + 1 == text.len() {
        return None;
    }
    let alike = texts
        .iter()
        .filter(|(other, _)| other.starts_with(&text[..=end]));
    (alike.count() >= MANY).then_some(start..end)
}

/// Returns the visible parts of a text cut to a width; `None` if it fits. An abbreviation replaces
/// all text before its parenthesis.
fn cut(
    text: &str,
    short: Option<Range<usize>>,
    width: usize,
    ellipsis: &str,
    share: usize,
) -> Option<Cut> {
    if text.width() <= width {
        return None;
    }
    let short = short.unwrap_or(0..0);
    let rest = if short.is_empty() { 0 } else { short.end + 1 };
    let joined = format!("{}{}", &text[short.clone()], &text[rest..]);
    // Maps back to bytes of the whole text.
    let real = |bytes: Range<usize>, cut: bool| {
        let length = short.len();
        let inside = bytes.start.min(length) + short.start..bytes.end.min(length) + short.start;
        let behind = bytes.start.max(length) + rest..bytes.end.max(length) + rest;
        let behind = behind.start - length..behind.end - length;
        let parts = [inside, behind]
            .into_iter()
            .filter(|bytes| !bytes.is_empty());
        let mut parts: Vec<Part> = parts.map(|bytes| Part { bytes, cut: false }).collect();
        if let Some(last) = parts.last_mut() {
            last.cut = cut;
        }
        parts
    };
    if joined.width() <= width {
        return Some(Cut {
            parts: real(0..joined.len(), false),
        });
    }
    let room = width.saturating_sub(ellipsis.width());
    let tail = start_of_tail(&joined, room, share);
    let head = first_letters(&joined, room - joined[tail..].width().min(room));
    let head = without_stub(head.trim_end(), &joined[head.len()..]);
    let mut parts = real(0..head.len(), true);
    parts.extend(real(tail..joined.len(), false));
    Some(Cut { parts })
}

/// Returns the start of the tail: as many whole words as fit into the share of the room, else the
/// last word if it leaves room for a head, else the last part of a hyphenated word.
fn start_of_tail(text: &str, room: usize, share: usize) -> usize {
    let with_head = room.saturating_sub(HEAD);
    let first = |separators: &[char], most: usize| {
        let mut starts = text
            .match_indices(separators)
            .map(|(at, separator)| at + separator.len());
        starts.find(|start| text[*start..].width() <= most)
    };
    first(&[' '], room * share / 100)
        .or_else(|| first(&[' '], with_head))
        .or_else(|| first(&['-', '/'], with_head))
        .unwrap_or(text.len())
}

/// Removes the first letters of a word from the end of a head if they are few: "Confederacy o…" reads
/// like a word of its own. `rest` follows the head.
fn without_stub<'t>(head: &'t str, rest: &str) -> &'t str {
    let is_whole = !rest.starts_with(char::is_alphanumeric);
    let Some(at) = head.rfind(' ').filter(|at| !is_whole && *at >= HEAD) else {
        return head;
    };
    if head[at..].trim_start().chars().count() < STUB {
        head[..at].trim_end_matches([' ', '–', '-', '(', ','])
    } else {
        head
    }
}

/// Returns the longest prefix that fits into a width.
fn first_letters(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = text.grapheme_indices(true).find(|(_, grapheme)| {
        used += grapheme.width();
        used > width
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests;
