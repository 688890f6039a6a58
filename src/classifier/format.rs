//! Layout of the table of weights, written by the build script and read in place by the program.
//!
//! All numbers are little-endian:
//!
//! - the size of one step of a weight (`f32`);
//! - the weight of each class without any feature (`f32` each), of needs in the
//!   order of their file, then "no need";
//! - the number of memorized texts (`u32`), and for each, sorted by hash: the hash of the text
//!   (`u32`), the first class, the second class (`u8` each, [`NOTHING`] for none);
//! - the end of each bucket of features (`u32` each), counted from the first feature;
//! - the features, bucket by bucket: the low half of the hash (`u16`), a count (`u8`, its highest
//!   bit set for a word of a phrase), and that number of weights: class (`u8`), steps (`i8`).

/// Number of buckets; the highest bits of a feature's hash select one.
pub const BUCKETS: usize = 1 << 13;

/// Size of a feature before its weights, in bytes.
pub const HEAD: usize = 3;

/// Bit in the count of a feature that is a whole word of a phrase.
pub const KNOWN: u8 = 0x80;

/// Size of a memorized text, in bytes.
pub const MEMORIZED_ENTRY: usize = 6;

/// No class, in a memorized text.
pub const NOTHING: u8 = u8::MAX;

/// Least share of "no need" at which no need is recognized.
pub const IN_DOUBT: f32 = 0.5;

/// Returns the bucket of a feature.
pub const fn bucket(hash: u32) -> usize {
    (hash >> 19) as usize
}

/// Returns the tag that distinguishes features of one bucket.
pub const fn tag(hash: u32) -> [u8; 2] {
    [hash.to_le_bytes()[0], hash.to_le_bytes()[1]]
}

/// Returns the hash of a whole text, from its words.
pub fn text_hash<'a>(words: impl Iterator<Item = &'a str>) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in words.flat_map(|word| word.bytes().chain([b' '])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}
