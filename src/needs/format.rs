//! The form of the table of weights, which the build script writes and the program reads in place.
//!
//! All numbers are little-endian:
//!
//! - the size of one step of a weight (`f32`);
//! - the weight of each class without any feature (`f32` each), the needs in the order of their
//!   file, then "no need";
//! - the count of texts known by heart (`u32`), and for each, in the order of the numbers: the
//!   number of the text (`u32`), the first need, the second need (`u8` each, [`NOTHING`] for none);
//! - where each bucket of features ends (`u32` each), counted from the first feature;
//! - the features, bucket by bucket: the low half of its number (`u16`), a count (`u8`, its
//!   highest bit set for a word that a phrase has), and as many weights: class (`u8`), steps (`i8`).

/// Number of buckets; the highest bits of a feature's hash select one.
pub const BUCKETS: usize = 1 << 13;

/// Bytes of a feature before its weights.
pub const HEAD: usize = 3;

/// Set in the count of a feature that is a whole word of a phrase.
pub const KNOWN: u8 = 0x80;

/// Bytes of a text known by heart.
pub const BY_HEART: usize = 6;

/// Stands for no need in a text known by heart.
pub const NOTHING: u8 = u8::MAX;

/// If the share of "no need" is at least this, no need is recognized.
pub const IN_DOUBT: f32 = 0.5;

/// The bucket of a feature.
pub const fn bucket(hash: u32) -> usize {
    (hash >> 19) as usize
}

/// Returns the tag that distinguishes features of one bucket.
pub const fn tag(hash: u32) -> [u8; 2] {
    [hash.to_le_bytes()[0], hash.to_le_bytes()[1]]
}

/// The number of a whole text: of its words, one after the other.
pub fn text_hash<'a>(words: impl Iterator<Item = &'a str>) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in words.flat_map(|word| word.bytes().chain([b' '])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}
