//! Conversion between the text of the form and the worker's file: numbers and languages.

use crate::bookmarks::{SavedPhone, SavedText};
use crate::directory::phone::{self, NotAPhone, TypedPhone};
use crate::directory::{LanguageCode, PhoneKind};
use crate::i18n::Messages;

/// Formats a number for the form, with its extension and label.
pub(super) fn shown(phone: &SavedPhone, messages: &Messages) -> String {
    let label = phone.label.as_ref();
    let label = label.map_or("", |label| label.get(messages.language()));
    let number = phone::written(&phone.number, phone.extension.as_deref(), "");
    phone::written(&phone::shown(&number, messages), None, label)
}

/// Converts a number for the worker's file: a known one keeps its data that the form does not show.
/// Text that is not a number is kept, to be corrected.
pub(super) fn saved(phone: Result<TypedPhone, NotAPhone>, known: &[SavedPhone]) -> SavedPhone {
    let phone = phone.unwrap_or_else(|wrong| TypedPhone {
        number: wrong.text,
        extension: None,
        label: String::new(),
    });
    let same = |known: &&SavedPhone| known.number == phone.number;
    let line = |known: &&SavedPhone| same(known) && known.extension == phone.extension;
    let before = known.iter().find(line).or_else(|| known.iter().find(same));
    let label = before.and_then(|before| before.label.clone());
    let says = |label: &SavedText| label.en == phone.label || label.fr == phone.label;
    let label = label.filter(says).or_else(|| {
        let words = Some(phone.label.clone()).filter(|words| !words.is_empty());
        words.map(|words| SavedText::shared(&words))
    });
    SavedPhone {
        number: phone.number,
        extension: phone.extension,
        kind: before.map_or(PhoneKind::Voice, |before| before.kind),
        label,
        hours: before.and_then(|before| before.hours.clone()),
        rest: before.map(|before| before.rest.clone()).unwrap_or_default(),
    }
}

/// Returns the name of a language, or its code if it has none.
pub(super) fn named(code: &LanguageCode, messages: &Messages) -> String {
    let id = code.message_id();
    if messages.has(&id) {
        messages.text(&id)
    } else {
        code.0.clone()
    }
}

/// Parses the languages in a text, in English, in French, or by their codes, separated by commas;
/// each unknown word is an error.
pub(super) fn languages(text: &str) -> Vec<Result<LanguageCode, String>> {
    let words = text.split([',', ';']).map(str::trim);
    let words = words.filter(|word| !word.is_empty());
    words
        .map(|word| LanguageCode::named(word).ok_or_else(|| word.to_owned()))
        .collect()
}
