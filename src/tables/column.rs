//! Columns of numbers: in memory, or read where they lie, in a file or in the program.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::{Number, Reader, Stored, Writer, length};

/// Bytes that are read where they lie.
pub trait Bytes: std::fmt::Debug + Send + Sync {
    /// Passes a number of bytes from an offset to `take`, in parts. Returns false if they cannot be
    /// read or are damaged; the parts read by then were passed.
    fn each(&self, start: u64, count: usize, take: &mut dyn FnMut(&[u8])) -> bool;

    /// Reads bytes from an offset. Returns false if they cannot be read or are damaged; they are
    /// then zeros.
    fn read(&self, start: u64, to: &mut [u8]) -> bool {
        let mut end = 0;
        let is_read = self.each(start, to.len(), &mut |part| {
            to[end..end + part.len()].copy_from_slice(part);
            end += part.len();
        });
        if !is_read {
            to.fill(0);
        }
        is_read
    }

    /// Returns the bytes around an offset that are read at once; `None` if they cannot be read or
    /// are damaged.
    fn around(&self, offset: u64) -> Option<Stretch>;

    /// Returns true if bytes could not be read, or were damaged.
    fn are_damaged(&self) -> bool;
}

/// Adjacent bytes.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Offset of the first one.
    pub start: u64,
    /// Number of these bytes; others may follow in `bytes`.
    pub length: usize,
    /// Bytes.
    pub bytes: Arc<[u8]>,
}

impl Stretch {
    /// Returns the number at an offset; `None` if it is not in these bytes as a whole.
    #[inline]
    fn number<T: Number>(&self, offset: u64) -> Option<T> {
        let start = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        let bytes = self.bytes[..self.length].get(start..)?;
        Some(T::get(bytes.get(..T::SIZE)?))
    }
}

/// Length in bytes up to which a column is kept in memory.
const SHORT: usize = 8 * 1024;

/// Greatest size of a number.
const LARGEST: usize = 32;

/// Number of numbers that are written at once.
const PART: usize = 64 * 1024;

/// Numbers of one kind, by index.
#[derive(Clone, Debug)]
pub struct Column<T>(Form<T>);

#[derive(Clone, Debug)]
enum Form<T> {
    Memory(Vec<T>),
    Program(&'static [u8]),
    File {
        bytes: Arc<dyn Bytes>,
        start: u64,
        count: usize,
    },
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self(Form::Memory(Vec::new()))
    }
}

impl<T> From<Vec<T>> for Column<T> {
    fn from(numbers: Vec<T>) -> Self {
        Self(Form::Memory(numbers))
    }
}

impl<T: Number> Column<T> {
    /// Returns the number of numbers.
    pub const fn len(&self) -> usize {
        match &self.0 {
            Form::Memory(numbers) => numbers.len(),
            Form::Program(bytes) => bytes.len() / T::SIZE,
            Form::File { count, .. } => *count,
        }
    }

    /// Returns the number at an index; zeros if its bytes are damaged.
    ///
    /// # Panics
    /// If the index is beyond the last.
    #[inline]
    pub fn at(&self, index: usize) -> T {
        match &self.0 {
            Form::Memory(numbers) => numbers[index],
            Form::Program(bytes) => T::get(&bytes[index * T::SIZE..][..T::SIZE]),
            Form::File {
                bytes,
                start,
                count,
            } => {
                assert!(index < *count, "{index} of {count} numbers");
                let mut own = [0; LARGEST];
                let own = &mut own[..T::SIZE];
                bytes.read(start + (index * T::SIZE) as u64, own);
                T::get(own)
            }
        }
    }

    /// Returns true if the numbers lie in a file.
    pub const fn is_in_file(&self) -> bool {
        matches!(self.0, Form::File { .. })
    }

    /// Returns a reader of single numbers.
    pub const fn cursor(&self) -> Cursor<'_, T> {
        Cursor {
            column: self,
            near: None,
        }
    }

    /// Returns the numbers in a range, without those beyond the last.
    pub fn range(&self, range: Range<usize>) -> Cow<'_, [T]> {
        let end = range.end.min(self.len());
        let range = range.start.min(end)..end;
        match &self.0 {
            Form::Memory(numbers) => Cow::Borrowed(&numbers[range]),
            Form::Program(bytes) => {
                let bytes = &bytes[range.start * T::SIZE..range.end * T::SIZE];
                Cow::Owned(bytes.chunks_exact(T::SIZE).map(T::get).collect())
            }
            Form::File { bytes, start, .. } => {
                let start = start + (range.start * T::SIZE) as u64;
                let mut read = Decoder::for_count(range.len());
                let size = range.len() * T::SIZE;
                let is_read = bytes.each(start, size, &mut |part| read.take(part));
                Cow::Owned(if is_read {
                    read.numbers
                } else {
                    vec![T::get(&[0; LARGEST][..T::SIZE]); range.len()]
                })
            }
        }
    }

    /// Returns the numbers in memory, to be changed.
    pub fn own(&mut self) -> &mut Vec<T> {
        if !matches!(self.0, Form::Memory(_)) {
            *self = Self::from(self.all().into_owned());
        }
        match &mut self.0 {
            Form::Memory(numbers) => numbers,
            Form::Program(_) | Form::File { .. } => unreachable!("it was read"),
        }
    }

    /// Returns all numbers.
    pub fn all(&self) -> Cow<'_, [T]> {
        self.range(0..self.len())
    }

    /// Returns the index of the first number for which a condition does not hold; it holds for all
    /// before that.
    pub fn partition_point(&self, holds: impl Fn(T) -> bool) -> usize {
        self.partition_point_in(0..self.len(), holds)
    }

    /// Returns what [`Self::partition_point`] does for the numbers in a range.
    pub fn partition_point_in(&self, mut range: Range<usize>, holds: impl Fn(T) -> bool) -> usize {
        let mut numbers = self.cursor();
        while range.start < range.end {
            let middle = range.start.midpoint(range.end);
            if holds(numbers.at(middle)) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }

    /// Returns the size in memory in bytes.
    pub const fn bytes(&self) -> usize {
        match &self.0 {
            Form::Memory(numbers) => numbers.capacity() * size_of::<T>(),
            Form::Program(_) | Form::File { .. } => 0,
        }
    }
}

/// Decoder of numbers from adjacent parts of bytes. A number may lie in two of them.
struct Decoder<T> {
    numbers: Vec<T>,
    /// First bytes of the next number.
    begun: [u8; LARGEST],
    /// Number of these bytes.
    count: usize,
}

impl<T: Number> Decoder<T> {
    fn for_count(count: usize) -> Self {
        Self {
            numbers: Vec::with_capacity(count),
            begun: [0; LARGEST],
            count: 0,
        }
    }

    fn take(&mut self, mut part: &[u8]) {
        if self.count > 0 {
            let missing = (T::SIZE - self.count).min(part.len());
            self.begin(part.split_off(..missing).unwrap_or_default());
            if self.count < T::SIZE {
                return;
            }
            self.numbers.push(T::get(&self.begun[..T::SIZE]));
            self.count = 0;
        }
        let whole = part.chunks_exact(T::SIZE);
        let rest = whole.remainder();
        self.numbers.extend(whole.map(T::get));
        self.begin(rest);
    }

    /// Adds to the first bytes of the next number.
    fn begin(&mut self, part: &[u8]) {
        self.begun[self.count..self.count + part.len()].copy_from_slice(part);
        self.count += part.len();
    }
}

/// Reader of single numbers of a column. It keeps the bytes around the last one: the next one is
/// often among them.
#[derive(Debug)]
pub struct Cursor<'c, T> {
    column: &'c Column<T>,
    near: Option<Stretch>,
}

impl<T: Number> Cursor<'_, T> {
    /// Returns the number at an index, as [`Column::at`] does.
    ///
    /// # Panics
    /// If the index is beyond the last.
    #[inline]
    pub fn at(&mut self, index: usize) -> T {
        let Form::File {
            bytes,
            start,
            count,
        } = &self.column.0
        else {
            return self.column.at(index);
        };
        assert!(index < *count, "{index} of {count} numbers");
        let offset = start + (index * T::SIZE) as u64;
        if let Some(number) = self.near.as_ref().and_then(|near| near.number(offset)) {
            return number;
        }
        self.near = bytes.around(offset);
        let found = self.near.as_ref().and_then(|near| near.number(offset));
        // A number in two blocks is in neither as a whole.
        found.unwrap_or_else(|| self.column.at(index))
    }
}

impl Column<u8> {
    /// Returns the text in a range of bytes; empty if it is damaged.
    pub fn text(&self, range: Range<usize>) -> Cow<'_, str> {
        if let Form::Program(bytes) = self.0 {
            let text = bytes.get(range).unwrap_or_default();
            return Cow::Borrowed(std::str::from_utf8(text).unwrap_or_default());
        }
        match self.range(range) {
            Cow::Borrowed(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or_default()),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).unwrap_or_default()),
        }
    }
}

impl<T: Number> Stored for Column<T> {
    fn write(&self, to: &mut Writer<'_>) {
        length(self.len()).write(to);
        for first in (0..self.len()).step_by(PART) {
            for number in self.range(first..first + PART).iter() {
                number.put(&mut to.bytes);
            }
            to.pass_on();
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let count = u32::read(from)? as usize;
        let size = count.checked_mul(T::SIZE)?;
        if size <= SHORT {
            let numbers = from.take(size)?;
            let numbers = numbers.chunks_exact(T::SIZE).map(T::get);
            return Some(Self(Form::Memory(numbers.collect())));
        }
        let Some((bytes, start)) = from.place() else {
            return from.embedded(size).map(|bytes| Self(Form::Program(bytes)));
        };
        from.skip(size)?;
        Some(Self(Form::File {
            bytes,
            start,
            count,
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tables::{self, Format};

    const FORMAT: Format = Format {
        kind: 99,
        version: 1,
    };

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_column_of_the_program_is_read_as_it_was_written(
            numbers in prop::collection::vec(any::<(u32, u8)>(), 0..4000),
            ends in any::<[prop::sample::Index; 2]>(),
        ) {
            let sealed = tables::seal(FORMAT, &Column::from(numbers.clone())).bytes.leak();
            let mut column: Column<(u32, u8)> = tables::open(FORMAT, sealed, "").unwrap();
            let [start, end] = ends.map(|end| end.index(numbers.len() + 1));
            let range = start.min(end)..start.max(end);
            prop_assert_eq!(column.range(range.clone()), &numbers[range.clone()]);
            let at: Vec<_> = range.clone().map(|index| column.at(index)).collect();
            prop_assert_eq!(&at, &numbers[range]);
            prop_assert_eq!(column.bytes() == 0, numbers.len() * 5 > SHORT || numbers.is_empty());
            prop_assert_eq!(column.own(), &numbers);
        }
    }
}
