//! Tables as bytes: data prepared before it is needed, by the build script.
//!
//! Numbers are little-endian and of a fixed size, lists and texts begin with their length in 32
//! bits. A [`Stored`] value reads itself from the front of its bytes; [`seal`] and [`open`] add and
//! check a header, so that damaged or foreign bytes are noticed.

mod number;

pub use number::Number;

/// Value with a form in bytes.
pub trait Stored: Sized {
    /// Appends the value.
    fn write(&self, to: &mut Vec<u8>);

    /// Reads a value from the front of the bytes, and removes it there; `None` if they are damaged.
    fn read(from: &mut &[u8]) -> Option<Self>;
}

/// Implements [`Stored`] for a structure, by these fields in order; fields after a semicolon are
/// not stored, and have their default.
macro_rules! stored {
    ($type:ty { $($field:ident),* $(,)? $(; $left_out:ident)* }) => {
        impl $crate::tables::Stored for $type {
            fn write(&self, to: &mut Vec<u8>) {
                $($crate::tables::Stored::write(&self.$field, to);)*
            }

            fn read(from: &mut &[u8]) -> Option<Self> {
                Some(Self {
                    $($field: $crate::tables::Stored::read(from)?,)*
                    $($left_out: Default::default(),)*
                })
            }
        }
    };
}
pub(crate) use stored;

/// Writes a list of values that are no plain numbers.
pub fn write_each<T: Stored>(list: &[T], to: &mut Vec<u8>) {
    length(list.len()).write(to);
    for value in list {
        value.write(to);
    }
}

/// Reads a list written by [`write_each`].
pub fn read_each<T: Stored>(from: &mut &[u8]) -> Option<Vec<T>> {
    let count = u32::read(from)? as usize;
    // A damaged count reserves no more than the bytes could hold.
    let mut list = Vec::with_capacity(count.min(from.len()));
    for _ in 0..count {
        list.push(T::read(from)?);
    }
    Some(list)
}

/// Implements [`Stored`] for lists of these types, by [`write_each`].
macro_rules! stored_lists {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::tables::Stored for Vec<$type> {
            fn write(&self, to: &mut Vec<u8>) {
                $crate::tables::write_each(self, to);
            }

            fn read(from: &mut &[u8]) -> Option<Self> {
                $crate::tables::read_each(from)
            }
        })*
    };
}
pub(crate) use stored_lists;

impl Stored for String {
    fn write(&self, to: &mut Vec<u8>) {
        length(self.len()).write(to);
        to.extend_from_slice(self.as_bytes());
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        text(from).map(ToOwned::to_owned)
    }
}

stored_lists!(String, Vec<u32>);

/// Reads a text where it lies.
pub fn text<'a>(from: &mut &'a [u8]) -> Option<&'a str> {
    let length = u32::read(from)? as usize;
    let bytes = from.split_off(..length)?;
    std::str::from_utf8(bytes).ok()
}

/// Returns a length in 32 bits. No table has 4 GiB: a longer one would be refused when read.
fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// First bytes of every sealed table.
const MAGIC: [u8; 8] = *b"havre\0t\n";

/// Kind and version of a sealed table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Kind.
    pub kind: u32,
    /// Version of the layout, higher after each change.
    pub version: u32,
}

/// Writes a value with a header: kind, version, length and checksum.
pub fn seal(format: Format, value: &impl Stored) -> Vec<u8> {
    let mut body = Vec::new();
    value.write(&mut body);
    let mut sealed = MAGIC.to_vec();
    format.kind.write(&mut sealed);
    format.version.write(&mut sealed);
    (body.len() as u64).write(&mut sealed);
    checksum(&body).write(&mut sealed);
    sealed.append(&mut body);
    sealed
}

/// Reads a sealed value; `None` for another kind or version, and if a byte is changed, missing or
/// added.
pub fn open<T: Stored>(format: Format, sealed: &[u8]) -> Option<T> {
    let mut rest = sealed.strip_prefix(&MAGIC)?;
    let found = Format {
        kind: u32::read(&mut rest)?,
        version: u32::read(&mut rest)?,
    };
    let length = u64::read(&mut rest)?;
    let sum = u64::read(&mut rest)?;
    if found != format || rest.len() as u64 != length || checksum(rest) != sum {
        return None;
    }
    T::read(&mut rest).filter(|_| rest.is_empty())
}

/// Returns a checksum in which every byte counts: it detects accidents, not forgery.
fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    words.iter().chain([&last]).fold(FACTOR, |sum, word| {
        (sum.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR)
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
        weight: f32,
        not_stored: u32,
    }

    stored!(Table { numbers, flags, texts, weight; not_stored });

    const FORMAT: Format = Format {
        kind: 1,
        version: 2,
    };

    fn table() -> Table {
        Table {
            numbers: vec![1, u32::MAX, 3],
            flags: vec![9, 8],
            texts: vec!["Élan".to_owned(), String::new()],
            weight: 0.25,
            not_stored: 0,
        }
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        assert_eq!(open(FORMAT, &seal(FORMAT, &table())), Some(table()));
    }

    #[test]
    fn another_kind_or_version_is_refused() {
        let sealed = seal(FORMAT, &table());
        for (kind, version) in [(2, 2), (1, 1), (1, 3)] {
            assert_eq!(open::<Table>(Format { kind, version }, &sealed), None);
        }
    }

    #[test]
    fn a_length_beyond_the_bytes_is_refused() {
        let mut bytes = Vec::new();
        u32::MAX.write(&mut bytes);
        assert_eq!(Vec::<u32>::read(&mut &*bytes), None);
        assert_eq!(Vec::<String>::read(&mut &*bytes), None);
        assert_eq!(String::read(&mut &*bytes), None);
    }

    proptest! {
        #[test]
        fn a_changed_byte_is_noticed(place in any::<prop::sample::Index>(), change in 1u8..) {
            let mut sealed = seal(FORMAT, &table());
            let place = place.index(sealed.len());
            sealed[place] ^= change;
            prop_assert_eq!(open::<Table>(FORMAT, &sealed), None);
        }

        #[test]
        fn a_missing_or_an_added_byte_is_noticed(length in any::<prop::sample::Index>()) {
            let mut sealed = seal(FORMAT, &table());
            let length = length.index(sealed.len());
            prop_assert_eq!(open::<Table>(FORMAT, &sealed[..length]), None);
            sealed.push(0);
            prop_assert_eq!(open::<Table>(FORMAT, &sealed), None);
        }
    }
}
