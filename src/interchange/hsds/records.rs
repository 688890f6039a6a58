//! Reader of the records of a JSON file, one after the other: only one is in memory.
//!
//! Forms of a file: one record; an array of records; a page of a list (`contents` or `content`); or
//! one record a line.

use std::io::{self, BufRead};

use super::scan::{Scan, breaks, is_blank, without_separators};

/// Greatest size of a record, in bytes.
const LARGEST: usize = 8 << 20;

/// Fields of a page that hold its records.
const LISTS: [&[u8]; 2] = [b"contents", b"content"];

/// Record as written in the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Raw<'r> {
    /// Number in the file, counted from 1.
    pub number: usize,
    /// JSON of the record.
    pub json: &'r [u8],
}

/// Reason for not reading on.
#[derive(Debug)]
pub enum Broken {
    /// Error of the system.
    Io(io::Error),
    /// The file ends in the middle of a value.
    CutOff {
        /// The line, counted from 1.
        line: usize,
    },
    /// Unexpected character.
    Unexpected {
        /// The line, counted from 1.
        line: usize,
    },
    /// A record exceeds the size limit.
    TooLarge {
        /// The line, counted from 1.
        line: usize,
    },
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Form of the file, and the position in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was read.
    Start,
    /// Inside an array of records, alone or in a page.
    Array { in_page: bool },
    /// One record a line.
    Lines,
    /// End of the records.
    End,
}

/// Reader of the records of a file.
pub struct Records<R> {
    source: R,
    state: State,
    line: usize,
    number: usize,
    /// JSON of the last record: the next one takes its memory.
    json: Vec<u8>,
    /// Number of all items according to the page.
    pub total: Option<u64>,
}

impl<R: BufRead> Records<R> {
    /// Creates a reader of this source.
    pub const fn of(source: R) -> Self {
        Self {
            source,
            state: State::Start,
            line: 1,
            number: 0,
            json: Vec::new(),
            total: None,
        }
    }

    /// Returns the next record; `None` at the end.
    ///
    /// # Errors
    /// If the file is broken: none of its records can be relied on.
    pub fn next_record(&mut self) -> Result<Option<Raw<'_>>, Broken> {
        let mut json = std::mem::take(&mut self.json);
        json.clear();
        let is_read = self.read_into(&mut json)?;
        self.json = json;
        self.number += usize::from(is_read);
        let (number, json) = (self.number, self.json.as_slice());
        Ok(is_read.then_some(Raw { number, json }))
    }

    /// Reads the next record; returns false at the end.
    fn read_into(&mut self, json: &mut Vec<u8>) -> Result<bool, Broken> {
        match self.state {
            State::Start => self.first(json),
            State::Array { in_page } => self.element(in_page, json),
            State::Lines => self.of_line(json),
            State::End => Ok(false),
        }
    }

    fn first(&mut self, json: &mut Vec<u8>) -> Result<bool, Broken> {
        self.skip_mark()?;
        match self.peek()? {
            None => {
                self.state = State::End;
                Ok(false)
            }
            Some(b'[') => {
                self.source.consume(1);
                self.state = State::Array { in_page: false };
                self.element(false, json)
            }
            Some(b'{') => self.page_or_record(json),
            Some(_) => Err(self.unexpected()),
        }
    }

    /// Reads an object: a page if it has a list of records, else a record itself.
    fn page_or_record(&mut self, whole: &mut Vec<u8>) -> Result<bool, Broken> {
        self.take_byte(whole)?;
        loop {
            match self.peek()? {
                Some(b'}') => {
                    self.take_byte(whole)?;
                    self.state = State::Lines;
                    return Ok(true);
                }
                Some(b',') => self.take_byte(whole)?,
                Some(b'"') => {
                    let start = whole.len();
                    self.value(whole)?;
                    let key = whole[start + 1..whole.len() - 1].to_vec();
                    if self.peek()? != Some(b':') {
                        return Err(self.unexpected());
                    }
                    self.take_byte(whole)?;
                    let first = self.peek()?;
                    if LISTS.contains(&key.as_slice()) && first == Some(b'[') {
                        self.source.consume(1);
                        self.state = State::Array { in_page: true };
                        whole.clear();
                        return self.element(true, whole);
                    }
                    let start = whole.len();
                    self.value(whole)?;
                    self.note_total(&key, &whole[start..]);
                }
                Some(_) => return Err(self.unexpected()),
                None => return Err(self.cut_off()),
            }
        }
    }

    fn element(&mut self, in_page: bool, json: &mut Vec<u8>) -> Result<bool, Broken> {
        loop {
            match self.peek()? {
                Some(b',') => self.source.consume(1),
                Some(b']') => {
                    self.source.consume(1);
                    if in_page {
                        self.rest_of_page()?;
                    }
                    self.state = State::End;
                    let more = self.peek()?;
                    return more.map_or(Ok(false), |_| Err(self.unexpected()));
                }
                Some(_) => {
                    self.value(json)?;
                    return Ok(true);
                }
                None => return Err(self.cut_off()),
            }
        }
    }

    /// Skips the rest of a page after its list.
    fn rest_of_page(&mut self) -> Result<(), Broken> {
        loop {
            match self.peek()? {
                Some(b',') => {
                    self.source.consume(1);
                    let mut key = Vec::new();
                    self.peek()?;
                    self.value(&mut key)?;
                    if self.peek()? != Some(b':') {
                        return Err(self.unexpected());
                    }
                    self.source.consume(1);
                    self.peek()?;
                    let mut value = Vec::new();
                    self.value(&mut value)?;
                    self.note_total(key.get(1..key.len() - 1).unwrap_or_default(), &value);
                }
                Some(b'}') => {
                    self.source.consume(1);
                    return Ok(());
                }
                Some(_) => return Err(self.unexpected()),
                None => return Err(self.cut_off()),
            }
        }
    }

    fn note_total(&mut self, key: &[u8], value: &[u8]) {
        if [b"total_items".as_slice(), b"totalElements"].contains(&key) {
            let text = String::from_utf8_lossy(value);
            self.total = text.trim_matches(['"', ' ']).parse().ok().or(self.total);
        }
    }

    /// Reads a line after a first record as a record.
    fn of_line(&mut self, line: &mut Vec<u8>) -> Result<bool, Broken> {
        loop {
            line.clear();
            let mut limited = io::Read::take(&mut self.source, LARGEST as u64);
            if limited.read_until(b'\n', line)? == 0 {
                self.state = State::End;
                return Ok(false);
            }
            if line.len() == LARGEST {
                return Err(Broken::TooLarge { line: self.line });
            }
            self.line += 1;
            without_separators(line);
            if !line.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    /// Copies one value unparsed: its end is found by brackets and quotes alone.
    fn value(&mut self, into: &mut Vec<u8>) -> Result<(), Broken> {
        let mut scan = Scan::default();
        let room = into.len() + LARGEST;
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                // A bare number or word may end at the end of the file.
                let ended = scan.is_at_word() && !into.is_empty();
                return ended.then_some(()).ok_or_else(|| self.cut_off());
            }
            let (length, done) = scan.over(buffer);
            into.extend_from_slice(&buffer[..length]);
            self.line += breaks(&buffer[..length]);
            self.source.consume(length);
            match done {
                true if length == 0 && !scan.has_begun() => return Err(self.unexpected()),
                true => return Ok(()),
                false if into.len() > room => return Err(Broken::TooLarge { line: self.line }),
                false => {}
            }
        }
    }

    /// Returns the next byte that is not white space.
    fn peek(&mut self) -> Result<Option<u8>, Broken> {
        loop {
            let buffer = self.source.fill_buf()?;
            let Some(first) = buffer.iter().position(|byte| !is_blank(*byte)) else {
                if buffer.is_empty() {
                    return Ok(None);
                }
                let length = buffer.len();
                self.line += breaks(buffer);
                self.source.consume(length);
                continue;
            };
            let byte = buffer[first];
            self.line += breaks(&buffer[..first]);
            self.source.consume(first);
            return Ok(Some(byte));
        }
    }

    fn take_byte(&mut self, into: &mut Vec<u8>) -> Result<(), Broken> {
        into.extend(self.peek()?);
        self.source.consume(1);
        Ok(())
    }

    /// Skips a byte order mark.
    fn skip_mark(&mut self) -> Result<(), Broken> {
        // A buffer may end in the middle of the mark.
        for byte in b"\xef\xbb\xbf" {
            if self.source.fill_buf()?.first() != Some(byte) {
                break;
            }
            self.source.consume(1);
        }
        Ok(())
    }

    const fn unexpected(&self) -> Broken {
        Broken::Unexpected { line: self.line }
    }

    const fn cut_off(&self) -> Broken {
        Broken::CutOff { line: self.line }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use proptest::prelude::*;

    use super::*;

    /// Returns the records of a text, read in pieces of a few bytes.
    fn read(text: &str, piece: usize) -> Result<(Vec<String>, Option<u64>), String> {
        let mut records = Records::of(BufReader::with_capacity(piece, text.as_bytes()));
        let mut found = Vec::new();
        while let Some(raw) = records
            .next_record()
            .map_err(|error| format!("{error:?}"))?
        {
            assert_eq!(raw.number, found.len() + 1);
            let text = String::from_utf8_lossy(raw.json).trim().to_owned();
            found.push(text);
        }
        Ok((found, records.total))
    }

    #[test]
    fn every_form_of_a_file_gives_its_records() {
        let (one, other) = (r#"{"a":"]},\"","b":[1,{}]}"#, r#"{"c":2}"#);
        for piece in [1, 3, 4096] {
            for (text, expected) in [
                (one.to_owned(), vec![one]),
                (
                    format!("\u{feff} [ {one} ,\n {other}, 7, null ] \n"),
                    vec![one, other, "7", "null"],
                ),
                (
                    format!("{one}\n\n{other}\nnot json\n"),
                    vec![one, other, "not json"],
                ),
                (
                    format!(r#"{{"total_items":"31","contents":[{one},{other}]}}"#),
                    vec![one, other],
                ),
                (
                    format!(r#"{{"content":[{one}] , "total_items" : 31 , "x":[{{}}]}}"#),
                    vec![one],
                ),
                ("[]".to_owned(), vec![]),
                (String::new(), vec![]),
            ] {
                let (found, total) = read(&text, piece).unwrap();
                assert_eq!(found, expected, "{text}");
                assert_eq!(total, text.contains("31").then_some(31));
            }
        }
    }

    #[test]
    fn a_broken_file_is_reported_with_its_line() {
        for (text, broken) in [
            ("[{\"a\":1},\n{\"b\"", "CutOff { line: 2 }"),
            ("{\"a\":\n\"b", "CutOff { line: 2 }"),
            ("[{}", "CutOff { line: 1 }"),
            ("[{}] x", "Unexpected { line: 1 }"),
            ("hello", "Unexpected { line: 1 }"),
            ("{\"contents\":[]", "CutOff { line: 1 }"),
            ("[\n}", "Unexpected { line: 2 }"),
        ] {
            assert_eq!(read(text, 2), Err(broken.to_owned()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_neither_panic_nor_loop(
            bytes in proptest::collection::vec(proptest::sample::select(b"{}[]\",:\\ \na1".to_vec()), 0..60),
            piece in 1_usize..8,
        ) {
            let mut records = Records::of(BufReader::with_capacity(piece, bytes.as_slice()));
            let mut count = 0;
            while let Ok(Some(_)) = records.next_record() {
                count += 1;
                prop_assert!(count <= bytes.len());
            }
        }
    }
}
