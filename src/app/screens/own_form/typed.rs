//! Conversion between the text of the form and the worker's file: numbers and languages.

use crate::bookmarks::{SavedPhone, SavedText};
use crate::directory::phone::{self, NotAPhone, TypedPhone};
use crate::directory::{LanguageCode, PhoneKind};
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};

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
        .map(|word| language(word).ok_or_else(|| word.to_owned()))
        .collect()
}

/// Codes of three letters with a name in the messages, for languages without one of two letters.
const THREE_LETTERS: [&str; 22] = [
    "ase", "atj", "bla", "chp", "cmn", "crg", "den", "dgr", "fcs", "gwi", "iks", "ikt", "kab",
    "ksw", "mic", "moe", "moh", "nsk", "pqm", "prs", "sto", "yue",
];
/// Other names of languages, with their codes.
const OTHER_NAMES: [(&str, &str); 32] = [
    ("asl", "ase"),
    ("attikamek", "atj"),
    ("afghan persian", "prs"),
    ("anishinaabemowin", "oj"),
    ("bangla", "bn"),
    ("blackfeet", "bla"),
    ("chipewyan", "chp"),
    ("eeyou", "cr"),
    ("farsi", "fa"),
    ("filipino", "tl"),
    ("innu aimun", "moe"),
    ("inuktut", "iu"),
    ("kreyol", "ht"),
    ("kurmanji", "ku"),
    ("lsq", "fcs"),
    ("malecite", "pqm"),
    ("maliseet", "pqm"),
    ("micmac", "mic"),
    ("mi'gmaq", "mic"),
    ("mi'kmaq", "mic"),
    ("mi'kmaw", "mic"),
    ("montagnais", "moe"),
    ("nakoda", "sto"),
    ("ojibway", "oj"),
    ("pachtou", "ps"),
    ("panjabi", "pa"),
    ("pashtu", "ps"),
    ("kanien'keha", "moh"),
    ("siksika", "bla"),
    ("sorani", "ku"),
    ("stoney", "sto"),
    ("tchippewayan", "chp"),
];

/// Returns the language of a name in either language, of an abbreviation, or of a code.
fn language(word: &str) -> Option<LanguageCode> {
    let wanted = letters_of(word);
    let is_named = |code: &LanguageCode| {
        let id = code.message_id();
        let mut names = Language::ALL.map(Messages::of).into_iter();
        names.any(|messages| {
            let name = || messages.text(&id);
            messages.has(&id)
                && (code.0 == wanted
                    || letters_of(&name()) == wanted
                    || name().split(" (").any(|part| letters_of(part) == wanted))
        })
    };
    let letters = || 'a'..='z';
    let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
    let codes = codes.chain(THREE_LETTERS.map(str::to_owned));
    let other = || {
        let mut others = OTHER_NAMES.into_iter();
        others.find(|(name, _)| letters_of(name) == wanted)
    };
    let other = || other().map(|(_, code)| LanguageCode(code.to_owned()));
    codes.map(LanguageCode).find(is_named).or_else(other)
}

/// Returns the letters of a name without case, accents, spaces and apostrophes.
fn letters_of(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded.retain(char::is_alphanumeric);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_both_names_and_by_common_others() {
        for (typed, code) in [
            ("innu", "moe"),
            ("atikamekw", "atj"),
            ("mi'kmaq", "mic"),
            ("mi’kmaq", "mic"),
            ("Mohawk", "moh"),
            ("dari", "prs"),
            ("pachto", "ps"),
            ("Pashto", "ps"),
            ("persan", "fa"),
            ("farsi", "fa"),
            ("somali", "so"),
            ("ukrainien", "uk"),
            ("Ukrainian", "uk"),
            ("swahili", "sw"),
            ("créole haïtien", "ht"),
            ("LSQ", "fcs"),
            ("ASL", "ase"),
            ("langue des signes québécoise", "fcs"),
            ("American Sign Language", "ase"),
            ("cantonese", "yue"),
            ("Stoney", "sto"),
            ("fr", "fr"),
        ] {
            assert_eq!(
                language(typed).map(|found| found.0),
                Some(code.into()),
                "{typed}"
            );
        }
        assert_eq!(language("klingon"), None);
    }

    #[test]
    fn every_code_of_three_letters_has_a_name() {
        for code in THREE_LETTERS
            .into_iter()
            .chain(OTHER_NAMES.map(|(_, code)| code))
        {
            let id = LanguageCode(code.into()).message_id();
            assert!(Messages::of(Language::En).has(&id), "{code}");
        }
    }
}
