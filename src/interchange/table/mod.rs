//! Tables of comma-separated values (RFC 4180), as spreadsheets and other programs write them.
//!
//! A quote without its end swallows the rows after it in other readers. Here it ends with its line: the
//! cell is split at the separators, and the row is marked.

use std::borrow::Cow;

use super::charset;

/// Possible separators of cells; of equally frequent ones the last is taken.
const SEPARATORS: [u8; 4] = *b"|\t;,";

/// Greatest number of lines in which the head of a table is looked for.
const MOST_ABOVE: usize = 60;

/// First characters that make a spreadsheet treat a cell as a formula.
pub const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Decoded text of a table, with the positions of its rows.
#[derive(Debug, Default)]
pub struct Table {
    text: String,
    separator: u8,
    /// Index of the first byte of the table; titles may stand before it.
    start: usize,
    /// Word outside of ASCII, if the encoding was guessed.
    pub guessed: Option<String>,
    /// Rows, the head first; empty lines are none.
    pub rows: Vec<Row>,
}

/// Position of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Indices of its bytes, without the line break; [`u32`] suffices for the largest accepted file.
    start: u32,
    end: u32,
    /// Its first line, counted from 1.
    pub line: u32,
    /// True if a quote has no end.
    pub is_unclosed: bool,
}

/// Cell in a row.
struct Cell {
    /// Bytes of its content, without quotes around it.
    content: (usize, usize),
    /// True if doubled quotes stand for single ones.
    is_quoted: bool,
    is_unclosed: bool,
    /// Index of the separator or line break after it, or of the end.
    end: usize,
}

impl Table {
    /// Decodes a table and finds its rows.
    pub fn of(bytes: Vec<u8>) -> Self {
        let (text, is_guess) = charset::text(bytes);
        let mut table = Self {
            guessed: is_guess.then(|| foreign_word(&text)),
            text,
            ..Self::default()
        };
        (table.separator, table.start) = separator(&table.text);
        table.find_rows();
        table
    }

    /// Decodes a table that may have titles above its head, which is the first line for whose cells `is_head`
    /// holds. Without such a line the first one is.
    pub fn headed(bytes: Vec<u8>, is_head: impl Fn(&[String]) -> bool) -> Self {
        let mut table = Self::of(bytes);
        if is_head(&table.head()) {
            return table;
        }
        let declared = declared(first_line(&table.text));
        let lines = table.text.split_inclusive(['\r', '\n']).take(MOST_ABOVE);
        let mut at = 0;
        let found = lines.into_iter().find_map(|line| {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\r', '\n']);
            let separator = declared.unwrap_or_else(|| most_frequent(line));
            is_head(&cells_of(line, separator)).then_some((separator, start))
        });
        if let Some(found) = found {
            (table.separator, table.start) = found;
            table.rows.clear();
            table.find_rows();
        }
        table
    }

    /// Returns the lines above the head that are not empty.
    pub fn above(&self) -> Vec<&str> {
        let lines = self.text[..self.start].lines().map(str::trim);
        let told = lines.filter(|line| !line.is_empty() && declared(line).is_none());
        told.collect()
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the cells of a row, without the sign that marks a cell as text for a spreadsheet.
    pub fn cells(&self, row: Row) -> impl Iterator<Item = Cow<'_, str>> {
        cells(
            &self.text[..row.end as usize],
            row.start as usize,
            self.separator,
        )
    }

    /// Returns the trimmed cells of the first row.
    pub fn head(&self) -> Vec<String> {
        let cells = self.rows.first().map(|row| self.cells(*row));
        let cells = cells.into_iter().flatten();
        cells.map(|cell| cell.trim().to_owned()).collect()
    }

    fn find_rows(&mut self) {
        let start = self.start;
        let bytes = self.text.as_bytes();
        let (mut at, mut line) = (start, 1);
        line += breaks(&bytes[..start]);
        while at < bytes.len() {
            let begin = at;
            let mut is_unclosed = false;
            loop {
                let cell = cell(bytes, at, self.separator);
                is_unclosed |= cell.is_unclosed;
                at = cell.end;
                if bytes.get(at) != Some(&self.separator) {
                    break;
                }
                at += 1;
            }
            if at > begin {
                let index = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
                self.rows.push(Row {
                    start: index(begin),
                    end: index(at),
                    line,
                    is_unclosed,
                });
            }
            // Some programs write CR CR LF.
            let returns = bytes[at..]
                .iter()
                .take_while(|byte| **byte == b'\r')
                .count();
            at += match bytes.get(at + returns) {
                Some(b'\n') => returns + 1,
                _ => returns.min(1),
            };
            line += breaks(&bytes[begin..at]);
        }
    }
}

/// Returns the cells of a text from an index on.
fn cells(text: &str, start: usize, separator: u8) -> impl Iterator<Item = Cow<'_, str>> {
    let bytes = text.as_bytes();
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let cell = cell(bytes, next?, separator);
        next = (cell.end < bytes.len()).then_some(cell.end + 1);
        Some(content(text, &cell))
    })
}

/// Returns the trimmed cells of a line.
fn cells_of(line: &str, separator: u8) -> Vec<String> {
    let cells = cells(line, 0, separator);
    cells.map(|cell| cell.trim().to_owned()).collect()
}

/// Returns the content of a cell of a text.
fn content<'a>(text: &'a str, cell: &Cell) -> Cow<'a, str> {
    let (from, to) = cell.content;
    let text = text.get(from..to).unwrap_or_default();
    let guarded = text.strip_prefix('\'');
    let guarded = guarded.filter(|rest| rest.starts_with(FORMULA));
    if guarded.is_none() {
        let formula = if cell.is_quoted {
            text.strip_prefix("=\"\"")
                .and_then(|text| text.strip_suffix("\"\""))
        } else {
            text.strip_prefix("=\"")
                .and_then(|text| text.strip_suffix('"'))
        };
        // The formula of a text, by which Excel keeps the digits of a number.
        if let Some(text) = formula.filter(|text| !text.contains('"')) {
            return Cow::Borrowed(text);
        }
    }
    let text = guarded.unwrap_or(text);
    if cell.is_quoted && text.contains("\"\"") {
        Cow::Owned(text.replace("\"\"", "\""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Returns the number of line breaks: LF, CR LF, CR CR LF or CR.
fn breaks(bytes: &[u8]) -> u32 {
    let next = bytes.iter().skip(1).copied().chain([0]);
    let pairs = bytes.iter().zip(next);
    let ends = |byte: u8, next: u8| byte == b'\n' || byte == b'\r' && !b"\r\n".contains(&next);
    let count = pairs.filter(|(byte, next)| ends(**byte, *next));
    u32::try_from(count.count()).unwrap_or(u32::MAX)
}

/// Returns the separator and the start of the table: declared by a first line `sep=;`, else the most
/// frequent one in the first line.
fn separator(text: &str) -> (u8, usize) {
    let first = first_line(text);
    declared(first).map_or_else(|| (most_frequent(first), 0), |sign| (sign, first.len()))
}

fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

/// Returns the separator that a line declares.
fn declared(line: &str) -> Option<u8> {
    match line.to_lowercase().as_bytes() {
        [b's', b'e', b'p', b'=', sign] => Some(*sign),
        _ => None,
    }
}

/// Returns the most frequent separator in a line, outside of quotes.
fn most_frequent(line: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [0; SEPARATORS.len()];
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        let known = SEPARATORS.iter().position(|sign| *sign == byte && !quoted);
        if let Some(known) = known {
            counts[known] += 1;
        }
    }
    let most = SEPARATORS.into_iter().zip(counts);
    let most = most.max_by_key(|(_, count)| *count);
    most.map_or(b',', |(sign, _)| sign)
}

/// Finds the cell at an index.
fn cell(bytes: &[u8], start: usize, separator: u8) -> Cell {
    let ends = |byte: &u8| *byte == separator || b"\r\n".contains(byte);
    let is_open = bytes.get(start) == Some(&b'"');
    if let Some((close, end)) = is_open.then(|| closing(bytes, start + 1, ends)).flatten() {
        return Cell {
            content: (start + 1, close),
            is_quoted: true,
            is_unclosed: false,
            end,
        };
    }
    let start = start + usize::from(is_open);
    let length = bytes[start..].iter().position(ends);
    let end = length.map_or(bytes.len(), |length| start + length);
    Cell {
        content: (start, end),
        is_quoted: false,
        is_unclosed: is_open,
        end,
    }
}

/// Returns the index of the quote that ends a cell and the index after the cell; `None` if there is no such
/// quote. One inside of a line is part of the text, even if it is not doubled; after a line break it belongs
/// to another row.
fn closing(bytes: &[u8], start: usize, ends: impl Fn(&u8) -> bool) -> Option<(usize, usize)> {
    let mut at = start;
    let mut odd = false;
    loop {
        let quote = at + bytes[at..].iter().position(|byte| *byte == b'"')?;
        if bytes.get(quote + 1) == Some(&b'"') {
            at = quote + 2;
            continue;
        }
        let blanks = bytes[quote + 1..].iter().take_while(|byte| **byte == b' ');
        let after = quote + 1 + blanks.count();
        let is_end = bytes.get(after).is_none_or(&ends);
        let is_broken = || {
            bytes[start..quote]
                .iter()
                .any(|byte| b"\r\n".contains(byte))
        };
        match is_end {
            true if odd && is_broken() => return None,
            true => return Some((quote, after)),
            false if is_broken() => return None,
            false => odd = true,
        }
        at = quote + 1;
    }
}

/// Returns the first word with a replaced byte, else with a letter outside of ASCII.
pub fn foreign_word(text: &str) -> String {
    let replaced = text.find(char::REPLACEMENT_CHARACTER);
    let index = replaced.or_else(|| text.find(|c: char| !c.is_ascii()));
    let index = index.unwrap_or_default();
    let is_between = |c: char| c.is_whitespace() || c.is_control() || ",;\"".contains(c);
    let before = text[..index].rsplit(is_between).next();
    let start = index - before.unwrap_or_default().len();
    let word = text[start..].split(is_between).next();
    word.unwrap_or_default().chars().take(40).collect()
}

#[cfg(test)]
mod tests;
