//! Hash of a text that never changes.

/// Returns a hash of a text (FNV-1a, 64 bits), the same in every program: ids of imported contacts
/// are made of it. The chance of a collision among a million texts is one in thirty million.
pub fn stable_hash(text: &str) -> u64 {
    stable_hash_on(0xcbf2_9ce4_8422_2325, text)
}

/// Returns the hash of a text and another one behind it, by the hash of the first.
pub fn stable_hash_on(first: u64, text: &str) -> u64 {
    text.bytes().fold(first, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
