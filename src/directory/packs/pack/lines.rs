//! Bytes of an opened pack, and its lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use crate::files::system;

/// Longest accepted line in bytes: many times the longest contact.
pub const LONGEST_LINE: u64 = 4 * 1024 * 1024;

/// Source of the bytes of a pack.
#[derive(Clone, Debug)]
pub(super) enum ByteSource {
    /// Its file.
    File(Arc<File>),
    /// Memory: the bytes were converted from another file.
    Memory(Arc<[u8]>),
}

/// Reader of lines of limited length.
pub(super) struct LineReader<'a> {
    source: BufReader<Bytes<'a>>,
    /// Number of the last line, counted from 1.
    pub number: usize,
    /// Offset of the end of the last line.
    pub end: u64,
}

impl<'a> LineReader<'a> {
    pub fn of(source: &'a ByteSource) -> Self {
        let source = BufReader::with_capacity(64 * 1024, Bytes::of(source));
        Self {
            source,
            number: 0,
            end: 0,
        }
    }

    /// Returns the next line; `None` at the end of the file.
    pub fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let mut limited = (&mut self.source).take(LONGEST_LINE);
        if limited.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if line.len() as u64 == LONGEST_LINE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.number += 1;
        self.end += line.len() as u64;
        Ok(Some(line))
    }
}

/// Bytes read from an offset of one's own: they may be read twice at once.
pub(super) struct Bytes<'a> {
    source: &'a ByteSource,
    offset: u64,
}

impl<'a> Bytes<'a> {
    /// Returns the bytes from the beginning.
    pub const fn of(source: &'a ByteSource) -> Self {
        Self::from(source, 0)
    }

    /// Returns the bytes from an offset.
    pub const fn from(source: &'a ByteSource, offset: u64) -> Self {
        Self { source, offset }
    }
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match self.source {
            ByteSource::File(file) => system::read_at(file, buffer, self.offset)?,
            ByteSource::Memory(bytes) => {
                let offset = usize::try_from(self.offset).unwrap_or(usize::MAX);
                bytes.get(offset..).unwrap_or_default().read(buffer)?
            }
        };
        self.offset += count as u64;
        Ok(count)
    }
}
