//! Numbers of a fixed size, and lists of them.

use super::{Reader, Stored, Writer, length};

/// Value of a fixed size, for which all bytes are valid.
pub trait Number: Copy {
    /// Number of bytes.
    const SIZE: usize;

    /// Appends the value.
    fn put(self, to: &mut Vec<u8>);

    /// Returns the value of [`Self::SIZE`] bytes.
    fn get(bytes: &[u8]) -> Self;
}

macro_rules! numbers {
    ($($type:ty),*) => {
        $(impl Number for $type {
            const SIZE: usize = size_of::<Self>();

            fn put(self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn get(bytes: &[u8]) -> Self {
                let mut own = [0; size_of::<Self>()];
                own.copy_from_slice(bytes);
                Self::from_le_bytes(own)
            }
        }

        impl Stored for $type {
            fn write(&self, to: &mut Writer<'_>) {
                self.put(&mut to.bytes);
            }

            #[inline]
            fn read(from: &mut Reader<'_>) -> Option<Self> {
                from.number()
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, f32);

impl Stored for usize {
    fn write(&self, to: &mut Writer<'_>) {
        length(*self).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        u32::read(from).map(|number| number as Self)
    }
}

impl<T: Number, const COUNT: usize> Number for [T; COUNT] {
    const SIZE: usize = COUNT * T::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        for part in self {
            part.put(to);
        }
    }

    fn get(bytes: &[u8]) -> Self {
        std::array::from_fn(|part| T::get(&bytes[part * T::SIZE..][..T::SIZE]))
    }
}

impl<T: Number, U: Number> Number for (T, U) {
    const SIZE: usize = T::SIZE + U::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        self.0.put(to);
        self.1.put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let (first, second) = bytes.split_at(T::SIZE);
        (T::get(first), U::get(second))
    }
}

impl<T: Number, U: Number, V: Number> Number for (T, U, V) {
    const SIZE: usize = T::SIZE + U::SIZE + V::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        (self.0, (self.1, self.2)).put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let (first, (second, third)) = Number::get(bytes);
        (first, second, third)
    }
}

impl<T: Number> Stored for Vec<T> {
    fn write(&self, to: &mut Writer<'_>) {
        length(self.len()).write(to);
        for number in self {
            number.put(&mut to.bytes);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let count = u32::read(from)? as usize;
        let bytes = from.take(count.checked_mul(T::SIZE)?)?;
        Some(bytes.chunks_exact(T::SIZE).map(T::get).collect())
    }
}
