//! Numbers of a page in words.

use std::fmt;

use super::shared;
use crate::directory::{Phone, PhoneKind};
use crate::i18n::typography::printable;
use crate::i18n::{Language, Messages};

/// Number as a page says it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// Number with its extension, never broken.
    pub(super) number: String,
    /// Kind unless it is a voice line, and hours or label, in parentheses; empty without them.
    pub(super) words: String,
}

impl Said {
    pub(super) fn of(phone: &Phone, messages: &Messages) -> Self {
        let extension = phone.extension.as_ref().map(|digits| {
            let words = messages.format("phone-extension", &[("number", digits.as_str().into())]);
            format!("\u{a0}{words}")
        });
        let number = format!("{}{}", phone.number, extension.unwrap_or_default());
        let mut said = Self {
            number: printable(&number),
            words: String::new(),
        };
        if phone.kind != PhoneKind::Voice {
            said.add(&messages.text(phone.kind.message_id()));
        }
        said
    }

    /// Adds words in parentheses.
    pub(super) fn add(&mut self, words: &str) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.extend(["(", &printable(words), ")"]);
    }
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.words.is_empty() { "" } else { " " };
        write!(formatter, "{}{between}{}", self.number, self.words)
    }
}

/// Formats the numbers to call. Of several, each has its hours or its label beside it; so has one of
/// another service.
pub(super) fn lines(lines: &[&Phone], messages: &Messages) -> Vec<Said> {
    let several = lines.len() > 1;
    let texts = lines.iter().map(|phone| {
        let mut said = Said::of(phone, messages);
        let language = messages.language();
        let words = match phone.label.as_ref() {
            Some(label) if shared::is_explained(phone) => Some(label.get(language)),
            _ => when(phone, language).filter(|_| several),
        };
        if let Some(words) = words {
            said.add(words);
        }
        said
    });
    texts.collect()
}

/// Formats a number for text messages, with its hours if they are not those of the number to call: those
/// of the page are.
pub(super) fn text_line(phone: &Phone, main: Option<&Phone>, messages: &Messages) -> Said {
    let mut said = Said::of(phone, messages);
    let of_main = main.and_then(|main| main.hours.as_ref());
    let own = phone.hours.as_ref().filter(|hours| Some(*hours) != of_main);
    if let Some(hours) = own {
        said.add(hours.get(messages.language()));
    }
    said
}

/// Returns the hours of a number, else its label, such as "after hours".
pub(super) fn when(phone: &Phone, language: Language) -> Option<&str> {
    let texts = [&phone.hours, &phone.label].into_iter().flatten();
    let mut texts = texts.map(|text| text.get(language));
    texts.find(|text| !text.is_empty())
}
