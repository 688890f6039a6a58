//! Control sequences (`ESC [ … final`) that are keys.

use crate::keys::{Key, KeyCode};

/// Bits of the modifier parameter, which is sent plus one.
const SHIFT: u32 = 1;
const ALT: u32 = 2;
const CONTROL: u32 = 4;

/// Returns the key of a control sequence; `None` for replies, mouse and focus reports, and keys
/// with Super.
///
/// `parameters` is everything between `ESC [` and the final byte. A reply to a query of another
/// program, such as `ESC [ ? 1 ; 2 c` or `ESC [ 24 ; 80 R`, is not a key.
pub fn key(parameters: &str, last: char) -> Option<Key> {
    let mut numbers = parameters
        .split(';')
        .map(|number| number.split(':').next().unwrap_or_default())
        .map(|number| match number {
            "" => Some(1),
            _ => number.parse::<u32>().ok(),
        });
    let first = numbers.next()??;
    let second = numbers.next().unwrap_or(Some(1))?;
    match last {
        'u' => character(first, second),
        // Form of xterm's `modifyOtherKeys`.
        '~' if first == 27 => character(numbers.next()??, second),
        '~' => modified(of_number(first)?, second),
        // With parameters it is a report of the cursor's position.
        'R' => parameters
            .is_empty()
            .then_some(Key::plain(KeyCode::Function(3))),
        _ if first == 1 => modified(of_letter(last)?, second),
        _ => None,
    }
}

/// Returns the key of a letter that ends a sequence, or follows `ESC O`.
pub fn of_letter(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'M' => KeyCode::Enter,
        'P' => KeyCode::Function(1),
        'Q' => KeyCode::Function(2),
        'R' => KeyCode::Function(3),
        'S' => KeyCode::Function(4),
        'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

fn of_number(number: u32) -> Option<KeyCode> {
    let function = |first: u32, base: u8| {
        let offset = u8::try_from(number - first).unwrap_or_default();
        KeyCode::Function(base + offset)
    };
    Some(match number {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        _ => return None,
    })
}

fn modified(code: KeyCode, modifier: u32) -> Option<Key> {
    let held = modifier.checked_sub(1)?;
    (held & !(SHIFT | ALT | CONTROL) == 0).then_some(Key {
        code,
        control: held & CONTROL != 0,
        alt: held & ALT != 0,
    })
}

/// Returns the key sent as the number of a character.
fn character(number: u32, modifier: u32) -> Option<Key> {
    let code = match number {
        8 | 127 => KeyCode::Backspace,
        9 if modifier == SHIFT + 1 => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Escape,
        _ => {
            let character = char::from_u32(number)?;
            KeyCode::Character((!character.is_control()).then_some(character)?)
        }
    };
    modified(code, modifier)
}
