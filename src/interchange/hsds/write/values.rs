//! Helpers for values and identifiers.

use serde_json::{Map, Value};

/// Returns an object of these fields, without empty ones.
pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let says =
        |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    let fields = fields.into_iter().filter(|(_, value)| says(value));
    let fields: Map<String, Value> = fields
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Value::Object(fields)
}

pub(super) fn text(words: Option<&str>) -> Value {
    words
        .filter(|words| !words.is_empty())
        .map_or(Value::Null, Value::from)
}

/// Returns an identifier in the form of a UUID of version 8 (RFC 9562), equal for equal words; the
/// bits are a hash (FNV-1a, 128 bits).
pub fn uuid(words: &[&str]) -> String {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    let hash = bytes.fold(
        0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128,
        |hash, byte| {
            (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
        },
    );
    let version = hash & !(0xf << 76) | (0x8 << 76);
    let bits = version & !(0x3 << 62) | (0x2 << 62);
    let digits = format!("{bits:032x}");
    let mut out = String::with_capacity(36);
    for (index, digit) in digits.chars().enumerate() {
        if [8, 12, 16, 20].contains(&index) {
            out.push('-');
        }
        out.push(digit);
    }
    out
}

/// Length of an identifier of [`uuid`].
pub(super) const UUID: usize = 36;

/// Returns true for an identifier as [`uuid`] makes them.
pub(super) fn is_uuid(text: &str) -> bool {
    let fits = |(index, byte): (usize, u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        14 => byte == b'8',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == UUID && text.bytes().enumerate().all(fits)
}
