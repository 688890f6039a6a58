//! Tables of comma-separated values (RFC 4180), as spreadsheets and other programs write them.
//!
//! A quote without its end swallows the rows after it in other readers. Here it ends with its line: the
//! cell is split at the separators, and the row is marked.

use std::borrow::Cow;

use super::charset;

/// Possible separators of cells; of equally frequent ones the last is taken.
const SEPARATORS: [u8; 3] = *b"\t;,";

/// First characters that make a spreadsheet treat a cell as a formula.
pub const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Decoded text of a table, with the positions of its rows.
#[derive(Debug, Default)]
pub struct Table {
    text: String,
    separator: u8,
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
        let (separator, start) = separator(&text);
        let mut table = Self {
            separator,
            guessed: is_guess.then(|| foreign_word(&text)),
            rows: Vec::new(),
            text,
        };
        table.find_rows(start);
        table
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the cells of a row, without the sign that marks a cell as text for a spreadsheet.
    pub fn cells(&self, row: Row) -> impl Iterator<Item = Cow<'_, str>> {
        let bytes = &self.text.as_bytes()[..row.end as usize];
        let mut next = Some(row.start as usize);
        std::iter::from_fn(move || {
            let cell = cell(bytes, next?, self.separator);
            next = (cell.end < bytes.len()).then_some(cell.end + 1);
            Some(self.content(&cell))
        })
    }

    /// Returns the trimmed cells of the first row.
    pub fn head(&self) -> Vec<String> {
        let cells = self.rows.first().map(|row| self.cells(*row));
        let cells = cells.into_iter().flatten();
        cells.map(|cell| cell.trim().to_owned()).collect()
    }

    fn content(&self, cell: &Cell) -> Cow<'_, str> {
        let (from, to) = cell.content;
        let text = self.text.get(from..to).unwrap_or_default();
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

    fn find_rows(&mut self, start: usize) {
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

/// Returns the number of line breaks: LF, CR LF, CR CR LF or CR.
fn breaks(bytes: &[u8]) -> u32 {
    let next = bytes.iter().skip(1).copied().chain([0]);
    let pairs = bytes.iter().zip(next);
    let ends = |byte: u8, next: u8| byte == b'\n' || byte == b'\r' && !b"\r\n".contains(&next);
    let count = pairs.filter(|(byte, next)| ends(**byte, *next));
    u32::try_from(count.count()).unwrap_or(u32::MAX)
}

/// Returns the separator and the start of the table: declared by a first line `sep=;`, else the most
/// frequent one in the first line, outside of quotes.
fn separator(text: &str) -> (u8, usize) {
    let first = text.split(['\r', '\n']).next().unwrap_or_default();
    if let [b's', b'e', b'p', b'=', sign] = first.to_lowercase().as_bytes() {
        return (*sign, first.len());
    }
    let mut quoted = false;
    let mut counts = [0; SEPARATORS.len()];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        let known = SEPARATORS.iter().position(|sign| *sign == byte && !quoted);
        if let Some(known) = known {
            counts[known] += 1;
        }
    }
    let most = SEPARATORS.into_iter().zip(counts);
    let most = most.max_by_key(|(_, count)| *count);
    (most.map_or(b',', |(sign, _)| sign), 0)
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(u32, bool, Vec<String>)> {
        let table = Table::of(text.as_bytes().to_vec());
        let cells = |row: &Row| table.cells(*row).map(Cow::into_owned).collect();
        let rows = table.rows.iter();
        rows.map(|row| (row.line, row.is_unclosed, cells(row)))
            .collect()
    }

    #[test]
    fn a_foreign_word_begins_after_a_sign_of_any_length() {
        for sign in [",", "\u{8f}", "\u{a0}", "\u{3000}"] {
            assert_eq!(foreign_word(&format!("a{sign}b\u{fffd}c d")), "b\u{fffd}c");
        }
    }

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("a,b\n1,2\n", vec![(1, vec!["a", "b"]), (2, vec!["1", "2"])]),
            ("sep=;\r\na;b,c\r\n", vec![(2, vec!["a", "b,c"])]),
            (
                "\"a, x\";b\r\n\r\n\"1\r\n2\";'=3",
                vec![(1, vec!["a, x", "b"]), (3, vec!["1\r\n2", "=3"])],
            ),
            (
                "a,b\r\"x \"\"y\"\"\",\r",
                vec![(1, vec!["a", "b"]), (2, vec!["x \"y\"", ""])],
            ),
            (
                "=\"902\",\"=\"\"1;2\"\"\",=SUM(1),'=\"4\"",
                vec![(1, vec!["902", "1;2", "=SUM(1)", "=\"4\""])],
            ),
            (
                "\"The \"Quill\" House\" ,b",
                vec![(1, vec!["The \"Quill\" House", "b"])],
            ),
        ] {
            let rows: Vec<_> = read(text)
                .into_iter()
                .map(|(line, _, cells)| (line, cells))
                .collect();
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(line, cells)| (line, cells.into_iter().map(str::to_owned).collect()))
                .collect::<Vec<(u32, Vec<String>)>>();
            assert_eq!(rows, expected, "{text:?}");
        }
    }

    #[test]
    fn a_quote_without_end_swallows_no_row() {
        let row = |line, open, cells: [&str; 3]| (line, open, cells.map(str::to_owned).to_vec());
        for second in [
            "Berry",
            "\"Berry\"",
            "\"Berry, \"\"old\"\"\"",
            "\"Ber\nry\"",
        ] {
            let text = format!("id,name,phone\ns1,\"Quill,1\ns2,{second},2\ns3,Rose,3\n");
            let rows = read(&text);
            assert_eq!(rows.len(), 4, "{text}");
            assert_eq!(rows[1], row(2, true, ["s1", "Quill", "1"]), "{text}");
            assert!(!rows[2].1, "{text}");
            assert_eq!(rows[2].2[2], "2", "{text}");
            assert_eq!(rows[3].2, ["s3", "Rose", "3"]);
        }
    }

    #[test]
    fn utf_16_and_bytes_of_windows_are_decoded() {
        let units = "a,b\nQué,1".encode_utf16().flat_map(u16::to_le_bytes);
        let table = Table::of([0xff, 0xfe].into_iter().chain(units).collect());
        assert_eq!(
            (table.head(), table.guessed),
            (vec!["a".to_owned(), "b".to_owned()], None)
        );
        let table = Table::of(b"a,b\nL\x92h\xf4tel Qu\xe9bec,caf\xc3\xa9\n".to_vec());
        assert_eq!(table.text(), "a,b\nL’hôtel Québec,cafÃ©\n");
        assert_eq!(table.guessed.as_deref(), Some("L’hôtel"));
        let table = Table::of(b"a\nQu\xe9bec\ncaf\xc3\xa9\n".to_vec());
        assert_eq!(
            table.text(),
            "a\nQuébec\ncafé\n",
            "each line has its encoding"
        );
    }

    proptest! {
        #[test]
        fn every_byte_is_in_a_row(text in "[ab,;\"\r\n]{0,60}") {
            let table = Table::of(text.clone().into_bytes());
            let letters = |text: &str| text.matches(['a', 'b']).count();
            let mut found = 0;
            for row in &table.rows {
                found += table.cells(*row).map(|cell| letters(&cell)).sum::<usize>();
            }
            prop_assert_eq!(found, letters(&text));
        }
    }
}
