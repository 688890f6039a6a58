//! Tables as bytes: data prepared before it is needed, by the build script.
//!
//! Numbers are little-endian and of a fixed size, lists and texts begin with their length in 32
//! bits. A [`Stored`] value reads itself from the front of its bytes; [`seal`] and [`open`] add and
//! check a header, so that damaged or foreign bytes are noticed. Names that are read where they lie
//! are in a text of their own. A [`Column`] of a file is read where it lies, too.

mod column;
mod compound;
mod groups;
mod names;
mod number;
mod reader;

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

pub use column::{Bytes, Column, Cursor, Stretch};
pub use groups::Groups;
pub use names::Names;
pub use number::Number;
pub use reader::Reader;

/// Bytes being written.
#[derive(Default)]
pub struct Writer<'o> {
    bytes: Vec<u8>,
    names: Names,
    output: Option<Output<'o>>,
}

/// Output that takes the bytes of a [`Writer`] in parts.
struct Output<'o> {
    to: &'o mut dyn io::Write,
    /// Number of bytes written; after a failure, its error.
    written: io::Result<u64>,
}

impl Writer<'_> {
    /// Passes the bytes on, if they are not to be kept.
    fn pass_on(&mut self) {
        let Some(Output { to, written }) = &mut self.output else {
            return;
        };
        if let Ok(before) = written {
            let after = *before + self.bytes.len() as u64;
            *written = to.write_all(&self.bytes).map(|()| after);
        }
        self.bytes.clear();
    }
}

/// Value with a form in bytes.
pub trait Stored: Sized {
    /// Appends the value.
    fn write(&self, to: &mut Writer<'_>);

    /// Reads a value from the front of the bytes, and removes it there; `None` if they are damaged.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// Implements [`Stored`] for a structure, by these fields in order.
macro_rules! stored {
    ($type:ty { $($field:ident),* $(,)? }) => {
        impl $crate::tables::Stored for $type {
            fn write(&self, to: &mut $crate::tables::Writer<'_>) {
                $($crate::tables::Stored::write(&self.$field, to);)*
            }

            fn read(from: &mut $crate::tables::Reader<'_>) -> Option<Self> {
                Some(Self {
                    $($field: $crate::tables::Stored::read(from)?,)*
                })
            }
        }
    };
}
pub(crate) use stored;

/// Writes a list of values that are no plain numbers.
pub fn write_each<T: Stored>(list: &[T], to: &mut Writer<'_>) {
    length(list.len()).write(to);
    for value in list {
        value.write(to);
    }
}

/// Reads a list written by [`write_each`].
pub fn read_each<T: Stored>(from: &mut Reader<'_>) -> Option<Vec<T>> {
    let count = u32::read(from)? as usize;
    // A damaged count reserves no more than the bytes could hold.
    let most = usize::try_from(from.left()).unwrap_or(usize::MAX);
    let mut list = Vec::with_capacity(count.min(most));
    for _ in 0..count {
        list.push(T::read(from)?);
    }
    Some(list)
}

/// Implements [`Stored`] for lists of these types, by [`write_each`].
macro_rules! stored_lists {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::tables::Stored for Vec<$type> {
            fn write(&self, to: &mut $crate::tables::Writer<'_>) {
                $crate::tables::write_each(self, to);
            }

            fn read(from: &mut $crate::tables::Reader<'_>) -> Option<Self> {
                $crate::tables::read_each(from)
            }
        })*
    };
}
pub(crate) use stored_lists;

/// Implements [`Stored`] for the variants of an enum, by their position in a list of all.
macro_rules! stored_by_position {
    ($($type:ty: $all:expr),* $(,)?) => {
        $(impl $crate::tables::Stored for $type {
            fn write(&self, to: &mut $crate::tables::Writer<'_>) {
                let index = $all.iter().position(|one| one == self);
                let index = index.and_then(|index| u8::try_from(index).ok());
                index.unwrap_or(u8::MAX).write(to);
            }

            fn read(from: &mut $crate::tables::Reader<'_>) -> Option<Self> {
                $all.get(usize::from(u8::read(from)?)).copied()
            }
        })*
    };
}
pub(crate) use stored_by_position;

impl Stored for bool {
    fn write(&self, to: &mut Writer<'_>) {
        u8::from(*self).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        u8::read(from).map(|byte| byte != 0)
    }
}

impl Stored for String {
    fn write(&self, to: &mut Writer<'_>) {
        length(self.len()).write(to);
        to.bytes.extend_from_slice(self.as_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let length = u32::read(from)? as usize;
        String::from_utf8(from.take(length)?.into_owned()).ok()
    }
}

stored_lists!(String, Vec<u32>);

impl Stored for Cow<'static, str> {
    fn write(&self, to: &mut Writer<'_>) {
        length(self.len()).write(to);
        to.bytes.extend_from_slice(self.as_bytes());
    }

    /// Borrows a text of the program.
    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let length = u32::read(from)? as usize;
        match from.embedded(length) {
            Some(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            None => String::from_utf8(from.take(length)?.into_owned())
                .ok()
                .map(Cow::Owned),
        }
    }
}

/// Returns a length in 32 bits. No table has 4 GiB: a longer one would be refused when read.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// First bytes of every sealed table.
const MAGIC: [u8; 8] = *b"havre\0t\n";

/// Length of the magic, the kind and the version.
const OPENING: usize = MAGIC.len() + 8;

/// Length of the header of a sealed table.
const HEADER: usize = OPENING + 16;

/// Kind and version of a sealed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Kind.
    pub kind: u32,
    /// Version of the layout, higher after each change.
    pub version: u32,
}

impl Format {
    fn write(self, to: &mut Writer<'_>) {
        to.bytes.extend(MAGIC);
        self.kind.write(to);
        self.version.write(to);
    }

    /// Reads the kind and the version; `None` if they are others.
    fn read(self, from: &mut Reader<'_>) -> Option<()> {
        let is_table = *from.take(MAGIC.len())? == MAGIC;
        let (kind, version) = (u32::read(from)?, u32::read(from)?);
        (is_table && Self { kind, version } == self).then_some(())
    }
}

/// Bytes of a value with its header, and the text of its names.
pub struct Sealed {
    /// Header and value.
    pub bytes: Vec<u8>,
    /// Names, to be kept beside; empty if the value has none.
    pub names: String,
}

/// Writes a value with a header: kind, version, length and checksum.
pub fn seal(format: Format, value: &impl Stored) -> Sealed {
    let mut sealed = Writer::default();
    format.write(&mut sealed);
    // The length and the checksum follow once the value is written: a large one is not copied.
    sealed.bytes.resize(HEADER, 0);
    value.write(&mut sealed);
    let body = &sealed.bytes[HEADER..];
    let [length, sum] = [body.len() as u64, checksum(body)].map(u64::to_le_bytes);
    sealed.bytes[OPENING..OPENING + 8].copy_from_slice(&length);
    sealed.bytes[OPENING + 8..HEADER].copy_from_slice(&sum);
    Sealed {
        bytes: sealed.bytes,
        names: sealed.names.into_text(),
    }
}

/// Writes a value without names for [`open_where_it_lies`], and returns its length in bytes. It is
/// passed on while it is written: that of a million contacts takes 0.4 GB.
///
/// # Errors
/// Any error of the output.
pub fn write_where_it_lies(
    format: Format,
    value: &impl Stored,
    to: &mut dyn io::Write,
) -> io::Result<u64> {
    let mut writer = Writer {
        output: Some(Output { to, written: Ok(0) }),
        ..Writer::default()
    };
    format.write(&mut writer);
    value.write(&mut writer);
    writer.pass_on();
    writer.output.map_or(Ok(0), |output| output.written)
}

/// Reads a sealed value with its names; `None` for another kind or version, and if a byte is
/// changed, missing or added.
pub fn open<T: Stored>(format: Format, sealed: &'static [u8], names: &'static str) -> Option<T> {
    let mut rest = Reader::of(sealed, names);
    format.read(&mut rest)?;
    let (length, sum) = (u64::read(&mut rest)?, u64::read(&mut rest)?);
    let (_, body) = sealed.split_at_checked(HEADER)?;
    if rest.left() != length || checksum(body) != sum {
        return None;
    }
    T::read(&mut rest).filter(|_| rest.left() == 0)
}

/// Reads a value that [`write_where_it_lies`] wrote from a range of the bytes of a file, which has
/// checksums of its own; `None` for another kind or version, and if bytes are damaged or missing.
/// Its columns read their numbers later.
pub fn open_where_it_lies<T: Stored>(
    format: Format,
    bytes: &Arc<dyn Bytes>,
    range: std::ops::Range<u64>,
) -> Option<T> {
    let mut rest = Reader::of_file(bytes, range.start, range.end.max(range.start));
    format.read(&mut rest)?;
    T::read(&mut rest).filter(|_| rest.left() == 0)
}

/// Returns the checksum in the header of a sealed value; `None` if it has no header.
pub fn sum_of(sealed: &[u8]) -> Option<u64> {
    let (header, _) = sealed.strip_prefix(&MAGIC)?.split_at_checked(24)?;
    header.last_chunk().copied().map(u64::from_le_bytes)
}

/// Returns a checksum in which every byte counts: it detects accidents, not forgery.
pub fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let add = |sum: u64, word: [u8; 8]| {
        (sum.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR)
    };
    // Four sums at a time: the processor computes them at once.
    let (lines, rest) = bytes.as_chunks::<32>();
    let sums = lines.iter().fold([FACTOR; 4], |sums, line| {
        let (words, _) = line.as_chunks::<8>();
        std::array::from_fn(|lane| add(sums[lane], words[lane]))
    });
    let sum = sums
        .into_iter()
        .fold(bytes.len() as u64, |sum, lane| add(sum, lane.to_le_bytes()));
    rest.chunks(8).fold(sum, |sum, word| {
        let mut last = [0; 8];
        last[..word.len()].copy_from_slice(word);
        add(sum, last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Default, PartialEq)]
    struct Table {
        numbers: Vec<u32>,
        flags: Vec<u8>,
        texts: Vec<String>,
        name: &'static str,
        weight: f32,
    }

    stored!(Table {
        numbers,
        flags,
        texts,
        name,
        weight
    });

    const FORMAT: Format = Format {
        kind: 1,
        version: 2,
    };

    const NAMES: &str = "Ville-Marie";

    fn table() -> Table {
        Table {
            numbers: vec![1, u32::MAX, 3],
            flags: vec![9, 8],
            texts: vec!["Élan".to_owned(), String::new()],
            name: NAMES,
            weight: 0.25,
        }
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let Sealed { bytes, names } = seal(FORMAT, &table());
        let bytes: &[u8] = bytes.leak();
        assert_eq!(names, NAMES);
        assert_eq!(open(FORMAT, bytes, NAMES), Some(table()));
        assert_eq!(open::<Table>(FORMAT, bytes, "Ville"), None);
    }

    #[test]
    fn another_kind_or_version_is_refused() {
        let sealed: &[u8] = seal(FORMAT, &table()).bytes.leak();
        for (kind, version) in [(2, 2), (1, 1), (1, 3)] {
            assert_eq!(open::<Table>(Format { kind, version }, sealed, NAMES), None);
        }
    }

    #[test]
    fn a_length_beyond_the_bytes_is_refused() {
        let reader = || Reader::of(&[u8::MAX; 4], "");
        assert_eq!(Vec::<u32>::read(&mut reader()), None);
        assert_eq!(Vec::<String>::read(&mut reader()), None);
        assert_eq!(String::read(&mut reader()), None);
    }

    proptest! {
        #[test]
        fn a_changed_byte_is_noticed(place in any::<prop::sample::Index>(), change in 1u8..) {
            let mut sealed = seal(FORMAT, &table()).bytes;
            let place = place.index(sealed.len());
            sealed[place] ^= change;
            prop_assert_eq!(open::<Table>(FORMAT, sealed.leak(), NAMES), None);
        }

        #[test]
        fn a_missing_or_an_added_byte_is_noticed(length in any::<prop::sample::Index>()) {
            let mut sealed = seal(FORMAT, &table()).bytes;
            let length = length.index(sealed.len());
            let part = sealed[..length].to_vec().leak();
            prop_assert_eq!(open::<Table>(FORMAT, part, NAMES), None);
            sealed.push(0);
            prop_assert_eq!(open::<Table>(FORMAT, sealed.leak(), NAMES), None);
        }
    }
}
