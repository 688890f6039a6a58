//! Digits of phone numbers as text, packed.

/// Greatest number of digits of a packed number; E.164 allows 15.
pub const LONGEST: usize = 16;

/// Packs the digits of a text into 4 bits each, the last digit lowest; `None` if there are none or
/// too many. A digit is stored plus one, to distinguish a leading 0 from no digit.
pub fn pack(text: &str) -> Option<u64> {
    let mut packed = 0u64;
    let mut length = 0;
    for digit in text.chars().filter_map(|character| character.to_digit(10)) {
        packed = packed << 4 | u64::from(digit + 1);
        length += 1;
    }
    (1..=LONGEST).contains(&length).then_some(packed)
}
