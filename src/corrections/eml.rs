//! Part of a report as an e-mail message (RFC 5322).

use std::fmt::Write as _;

use super::{Part, text};
use crate::i18n::Messages;

/// Most bytes of an encoded word: RFC 2047 allows 75 characters, twelve of them for its frame.
const ENCODED: usize = 45;

/// Writes a message with the report as its text, to be opened in a mail program. The sender is left
/// to the mail program. A part without an e-mail address has no recipient.
pub fn write(part: &Part, messages: &Messages) -> String {
    let mut message = String::new();
    if let Some(address) = part.source.mail() {
        let address = address.replace(|one: char| one.is_control() || one.is_whitespace(), "");
        let _ = write!(message, "To: {address}\r\n");
    }
    let subject = encoded(&part.source.title(messages));
    let _ = write!(message, "Subject: {subject}\r\n");
    // Outlook and others open a message with this header as a draft.
    message.push_str("X-Unsent: 1\r\n");
    message.push_str("MIME-Version: 1.0\r\n");
    message.push_str("Content-Type: text/plain; charset=utf-8\r\n");
    message.push_str("Content-Transfer-Encoding: 8bit\r\n\r\n");
    let body = text::write(std::slice::from_ref(part), messages);
    message + &body.replace('\n', "\r\n")
}

/// Most bytes of unencoded words in a header: a line has 78.
const PLAIN: usize = 60;

/// Encodes a header: unchanged if short and ASCII, else as encoded words.
fn encoded(text: &str) -> String {
    if text.len() <= PLAIN && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.to_owned();
    }
    let mut words = vec![String::new()];
    for character in text.chars().filter(|one| !one.is_control()) {
        let mut bytes = [0; 4];
        let quoted = character.encode_utf8(&mut bytes).bytes().map(quoted);
        let quoted: String = quoted.collect();
        if words
            .last()
            .is_some_and(|word| word.len() + quoted.len() > ENCODED)
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push_str(&quoted);
        }
    }
    let words = words.iter().map(|word| format!("=?utf-8?Q?{word}?="));
    words.collect::<Vec<_>>().join("\r\n ")
}

fn quoted(byte: u8) -> String {
    match byte {
        b' ' => "_".to_owned(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("={byte:02X}"),
    }
}
