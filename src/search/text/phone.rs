//! Digits of phone numbers as text: packing them, and the letters on a telephone's keys.

/// The most digits of a packed number; E.164 allows 15.
pub const LONGEST: usize = 16;

/// Packs the digits of a text into 4 bits each, the last digit lowest; `None` if there are none or
/// too many. A digit is stored plus one, which tells a leading 0 from no digit.
pub fn pack(text: &str) -> Option<u64> {
    let mut packed = 0u64;
    let mut length = 0;
    for digit in text.chars().filter_map(|character| character.to_digit(10)) {
        packed = packed << 4 | u64::from(digit + 1);
        length += 1;
    }
    (1..=LONGEST).contains(&length).then_some(packed)
}

/// Returns the digit of a letter on a telephone keypad (ITU-T E.161), or the digit itself.
pub const fn key(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => character,
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vanity_letters_are_digits() {
        let digits: String = "rcmp".chars().filter_map(key).collect();
        assert_eq!(digits, "7267");
    }
}
