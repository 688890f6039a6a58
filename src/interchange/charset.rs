//! Decoding of files of other programs.
//!
//! Address books of the last thirty years use several encodings, often two in one file, and declare
//! them wrongly or not at all. The few of Western and Central Europe are small tables.

/// Supported encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, and ASCII.
    Utf8,
    /// Windows-1252, also used for ISO 8859-1 (WHATWG Encoding).
    Western,
    /// ISO 8859-2.
    Central,
}

impl Charset {
    /// Returns the encoding of a label; `None` for an unknown one.
    pub fn named(label: &str) -> Option<Self> {
        Some(match label.to_ascii_lowercase().trim_matches('"') {
            "utf-8" | "utf8" | "us-ascii" | "ascii" => Self::Utf8,
            "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" | "iso-8859-15" | "ansi" => {
                Self::Western
            }
            "iso-8859-2" | "latin2" => Self::Central,
            _ => return None,
        })
    }
}

/// Decodes the bytes; the flag is true if the encoding was guessed, or a broken byte was replaced.
/// Valid UTF-8 is decoded as UTF-8, whatever `charset` says.
pub fn decode(bytes: &[u8], charset: Option<Charset>) -> (String, bool) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), false);
    }
    match charset {
        Some(Charset::Western) => (table(bytes, western), false),
        Some(Charset::Central) => (table(bytes, central), false),
        Some(Charset::Utf8) if is_cut_off(bytes) => (lossy(bytes), true),
        _ if is_mostly_utf8(bytes) => (lossy(bytes), true),
        _ if looks_central(bytes) => (table(bytes, central), true),
        _ => (table(bytes, western), true),
    }
}

/// Returns true for UTF-8 with an incomplete last character.
fn is_cut_off(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// Returns true if the bytes have at least as many characters of UTF-8 outside of ASCII as broken bytes:
/// letters of another encoding form such a character only by accident.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let foreign = chunk.valid().chars().filter(|one| !one.is_ascii());
        whole += foreign.count();
        broken += chunk.invalid().len();
    }
    whole > 0 && whole >= broken
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Converts UTF-16, detected by its byte order mark or the zero bytes of Latin text, to UTF-8;
/// returns other bytes unchanged, without a mark.
pub fn to_utf8(bytes: &[u8]) -> Vec<u8> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xff, 0xfe, ..] => u16::from_le_bytes,
        [0xfe, 0xff, ..] => u16::from_be_bytes,
        [0, a, 0, b, ..] if *a > 0 && *b > 0 => u16::from_be_bytes,
        [a, 0, b, 0, ..] if *a > 0 && *b > 0 => u16::from_le_bytes,
        [0xef, 0xbb, 0xbf, rest @ ..] => return rest.to_vec(),
        _ => return bytes.to_vec(),
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    text.trim_start_matches('\u{feff}').as_bytes().to_vec()
}

/// Decodes a whole file, detecting UTF-16; the flag is true if an encoding was guessed. Of a file that is not
/// UTF-8 each line is decoded by itself: some programs join files of several encodings.
pub fn text(bytes: Vec<u8>) -> (String, bool) {
    let bytes = match bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] | [0xef, 0xbb, 0xbf, ..] => {
            to_utf8(&bytes)
        }
        _ => bytes,
    };
    match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            let lines = error.as_bytes().split_inclusive(|byte| *byte == b'\n');
            (lines.map(|line| decode(line, None).0).collect(), true)
        }
    }
}

fn table(bytes: &[u8], upper: fn(u8) -> char) -> String {
    let letter = |byte: &u8| {
        if byte.is_ascii() {
            char::from(*byte)
        } else {
            upper(*byte)
        }
    };
    bytes.iter().map(letter).collect()
}

/// Characters of Windows-1252 from 0x80 to 0x9f; a space for unassigned codes.
const WESTERN: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

fn western(byte: u8) -> char {
    match byte {
        0x80..0xa0 => WESTERN.chars().nth(usize::from(byte - 0x80)).unwrap_or(' '),
        _ => char::from(byte),
    }
}

/// Characters of ISO 8859-2 from 0xa0 on.
const CENTRAL: &str = "\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

fn central(byte: u8) -> char {
    match byte {
        0x80..0xa0 => ' ',
        _ => CENTRAL.chars().nth(usize::from(byte - 0xa0)).unwrap_or(' '),
    }
}

/// Returns true if every letter outside of ASCII is a Polish one in ISO 8859-2, and one of them is
/// implausible in Western Europe: a sign inside a word, or `ñ` not followed by a vowel.
fn looks_central(bytes: &[u8]) -> bool {
    let polish = |byte: &u8| "ĄąĆćĘęŁłŃńÓóŚśŹźŻż".contains(central(*byte));
    let mut high = bytes.iter().filter(|byte| !byte.is_ascii());
    let odd = |pair: &[u8]| match pair[0] {
        0xf1 | 0xd1 => !b"aeiouAEIOU".contains(&pair[1]) && pair[1].is_ascii(),
        0xa1..0xc0 => pair[1].is_ascii_alphabetic(),
        _ => false,
    };
    high.all(polish) && bytes.windows(2).any(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_decoded_and_a_guess_is_reported() {
        for (bytes, charset, text, guessed) in [
            (&b"S\xc3\xb6ren"[..], None, "Sören", false),
            (b"S\xf6ren", Some(Charset::Western), "Sören", false),
            (b"S\xf6ren N\xfc\xdflebaum", None, "Sören Nüßlebaum", true),
            (b"Fran\xe7ois \x80 \x9c", None, "François € œ", true),
            (b"Iksi\xf1ski", Some(Charset::Central), "Iksiński", false),
            (b"Iksi\xf1ski", None, "Iksiński", true),
            (b"Pe\xf1a", None, "Peña", true),
            (b"Ma\xc3", Some(Charset::Utf8), "Ma\u{fffd}", true),
            (
                b"Ren\xc3\xa9e Gagn\xe9, Montr\xc3\xa9al",
                None,
                "Renée Gagn\u{fffd}, Montréal",
                true,
            ),
            (
                b"Ren\xc3\xa9e Gagn\xe9",
                Some(Charset::Western),
                "RenÃ©e Gagné",
                false,
            ),
        ] {
            assert_eq!(decode(bytes, charset), (text.to_owned(), guessed), "{text}");
        }
        assert_eq!(Charset::named("ISO-8859-1"), Some(Charset::Western));
        assert_eq!(Charset::named("blabla"), None);
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let units: Vec<u16> = "BEGIN:É".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            little.clone(),
            big.clone(),
            [&[0xff, 0xfe][..], &little].concat(),
            [&[0xfe, 0xff][..], &big].concat(),
            [&[0xef, 0xbb, 0xbf][..], "BEGIN:É".as_bytes()].concat(),
        ] {
            assert_eq!(to_utf8(&bytes), "BEGIN:É".as_bytes());
        }
    }

    #[test]
    fn the_tables_have_a_character_for_each_byte() {
        assert_eq!(WESTERN.chars().count(), 32);
        assert_eq!(CENTRAL.chars().count(), 96);
    }
}
