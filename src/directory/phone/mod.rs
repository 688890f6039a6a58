//! Parser of phone numbers written by people and files: `902-555-0123 ext 4 (night desk)`, `+1
//! (800) 555 0199`, `tel:+1-418-555-0199;ext=102`, `1-800-SUICIDE`.
//!
//! Every number from outside is parsed by [`phones`]: numbers typed by the worker, in merged files,
//! in imports. An ambiguous text is refused as a whole, because a guess may send a call to a
//! stranger.

mod digits;
mod extension;
mod kind;
mod label;
mod menu;
mod scan;

use crate::i18n::{Language, Messages};
pub use digits::key;
pub use extension::{LONGEST as LONGEST_EXTENSION, heads_extensions};
pub use kind::{is_called, is_pager, kind};
pub use scan::{named_in, phones};

use super::PhoneKind;
use super::check::is_phone;

/// Parsed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedPhone {
    /// Number in the format of the directory: `902-555-0123`.
    pub number: String,
    /// Digits of the extension.
    pub extension: Option<String>,
    /// Label of the line: the words before or after the number, and letters in it; may be empty.
    pub label: String,
}

/// Text that is not a phone number, or an ambiguous one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPhone {
    /// Text as written.
    pub text: String,
    /// First character that no number has; `None` for no digits, too few or too many.
    pub character: Option<char>,
}

/// Parses a text that has one number and nothing else.
pub fn only(text: &str) -> Option<TypedPhone> {
    let mut found = phones(text);
    let phone = found.pop()?.ok()?;
    (found.is_empty() && phone.label.is_empty()).then_some(phone)
}

/// Number by which the digits of an extension are found in a text of its own.
const ANY: &str = "902-555-0100";

/// Parses a text that has the extensions of a number and nothing else, in the notations of both languages: `212`,
/// `poste 212`, `43, 45`; `None` for another text.
pub fn extensions(text: &str) -> Option<Vec<String>> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // A spreadsheet makes decimals of them.
    let whole = text.strip_suffix(".0").filter(|whole| is_digits(whole));
    let text = whole.unwrap_or(text);
    if !text.is_empty() && is_digits(text) && text.len() <= LONGEST_EXTENSION {
        return Some(vec![text.to_owned()]);
    }
    let joined = if text.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{ANY} x{}", text.replace(['/', ',', ';'], ", "))
    } else if text.starts_with([',', ';']) {
        format!("{ANY}{text}")
    } else {
        format!("{ANY} {text}")
    };
    let read = |found: Result<TypedPhone, NotAPhone>| {
        let phone = found.ok()?;
        (phone.number == ANY && phone.label.is_empty()).then_some(phone.extension)?
    };
    let digits: Option<Vec<String>> = phones(&joined).into_iter().map(read).collect();
    digits.filter(|digits| !digits.is_empty())
}

/// Splits a number from its extension ([`crate::directory::Phone::dialled`]).
pub fn parted(text: &str) -> (&str, Option<&str>) {
    let extended = text.split_once(" x").filter(|(_, extension)| {
        !extension.is_empty() && extension.bytes().all(|byte| byte.is_ascii_digit())
    });
    match extended {
        Some((number, extension)) => (number, Some(extension)),
        None => (text, None),
    }
}

/// Returns a number, as dialled, for a text: English has its extension as it is dialled (`x4`), which is
/// no French word.
pub fn shown(dialled: &str, messages: &Messages) -> String {
    match (messages.language(), parted(dialled)) {
        (Language::Fr, (number, Some(extension))) => {
            let words = messages.format("phone-extension", &[("number", extension.into())]);
            format!("{number} {words}")
        }
        _ => dialled.to_owned(),
    }
}

/// Returns a number for a text with its kind, unless it is for voice: a line for texts answers no
/// calls.
pub fn with_kind(shown: String, kind: PhoneKind, messages: &Messages) -> String {
    match kind {
        PhoneKind::Voice => shown,
        other => format!("{shown} ({})", messages.text(other.message_id())),
    }
}

/// Formats a number so that [`phones`] parses it to the same.
pub fn written(number: &str, extension: Option<&str>, label: &str) -> String {
    let mut text = number.to_owned();
    if let Some(extension) = extension {
        text = format!("{text} x{extension}");
    }
    if !label.is_empty() {
        text = format!("{text} ({label})");
    }
    text
}

/// Returns the URI for dialling (RFC 3966); `None` if `number` must not be dialled without a look
/// at it.
pub fn uri(number: &str, extension: Option<&str>) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_phone(number)
        || !extension.is_none_or(|text| is_digits(text) && text.len() <= LONGEST_EXTENSION)
    {
        return None;
    }
    let dialled = number.replace('-', "");
    Some(match extension {
        Some(extension) => format!("tel:{dialled};ext={extension}"),
        None => format!("tel:{dialled}"),
    })
}

/// Returns a number of the directory without the leading 1 of a long-distance call: equal for equal numbers.
pub fn national(number: &str) -> &str {
    number.strip_prefix("1-").unwrap_or(number)
}

/// Returns the digits of a number without the leading 1 of a long-distance call: equal for equal
/// numbers, however they are written.
pub fn national_digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

#[cfg(test)]
mod tests;
