//! Reader of bytes in the program or in a file.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Bytes, Number};

/// Bytes being read.
pub struct Reader<'a> {
    source: Source<'a>,
    pub(super) names: &'static str,
}

/// Bytes not yet read.
enum Source<'a> {
    Program(&'static [u8]),
    File {
        bytes: &'a Arc<dyn Bytes>,
        start: u64,
        end: u64,
    },
}

impl<'a> Reader<'a> {
    /// Reads bytes in the program.
    pub(super) const fn of(bytes: &'static [u8], names: &'static str) -> Self {
        Self {
            source: Source::Program(bytes),
            names,
        }
    }

    /// Reads a range of the bytes of a file.
    pub(super) const fn of_file(bytes: &'a Arc<dyn Bytes>, start: u64, end: u64) -> Self {
        Self {
            source: Source::File { bytes, start, end },
            names: "",
        }
    }

    /// Returns the number of bytes not yet read.
    pub(super) const fn left(&self) -> u64 {
        match &self.source {
            Source::Program(bytes) => bytes.len() as u64,
            Source::File { start, end, .. } => *end - *start,
        }
    }

    /// Returns the bytes of a file and the offset of the next one; `None` for bytes in the program.
    pub(super) fn place(&self) -> Option<(Arc<dyn Bytes>, u64)> {
        match &self.source {
            Source::Program(_) => None,
            Source::File { bytes, start, .. } => Some((Arc::clone(bytes), *start)),
        }
    }

    /// Removes a number from the front, and returns it.
    #[inline]
    pub(super) fn number<T: Number>(&mut self) -> Option<T> {
        match &mut self.source {
            Source::Program(bytes) => bytes.split_off(..T::SIZE).map(T::get),
            Source::File { .. } => self.take(T::SIZE).map(|bytes| T::get(&bytes)),
        }
    }

    /// Removes this number of bytes from the front, and returns them.
    pub(super) fn take(&mut self, count: usize) -> Option<Cow<'a, [u8]>> {
        match &mut self.source {
            Source::Program(bytes) => bytes.split_off(..count).map(Cow::Borrowed),
            Source::File { bytes, start, end } => {
                let next = start.checked_add(count as u64).filter(|next| next <= end)?;
                let mut taken = vec![0; count];
                let is_whole = bytes.read(*start, &mut taken);
                *start = next;
                is_whole.then_some(Cow::Owned(taken))
            }
        }
    }

    /// Removes this number of bytes of the program from the front, and returns them; `None` for those
    /// of a file.
    pub(super) fn embedded(&mut self, count: usize) -> Option<&'static [u8]> {
        match &mut self.source {
            Source::Program(bytes) => bytes.split_off(..count),
            Source::File { .. } => None,
        }
    }

    /// Removes this number of bytes from the front.
    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        match &mut self.source {
            Source::Program(bytes) => bytes.split_off(..count).map(drop),
            Source::File { start, end, .. } => {
                *start = start.checked_add(count as u64).filter(|next| next <= end)?;
                Some(())
            }
        }
    }
}
