//! Language of a service.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Contact;
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};

/// Languages of First Nations, Inuit and Métis among those with a name in the messages.
const INDIGENOUS: [&str; 17] = [
    "atj", "bla", "chp", "cr", "crg", "den", "dgr", "gwi", "iks", "ikt", "iu", "mic", "moe", "moh",
    "nsk", "oj", "pqm",
];

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
/// Other codes of three letters (ISO 639-2) of languages with one of two.
const LONG_CODES: [(&str, &str); 17] = [
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ara", "ar"),
    ("cre", "cr"),
    ("spa", "es"),
    ("iku", "iu"),
    ("oji", "oj"),
    ("pan", "pa"),
    ("tgl", "tl"),
    ("fil", "tl"),
    ("urd", "ur"),
    ("zho", "zh"),
    ("chi", "zh"),
    ("pus", "ps"),
    ("som", "so"),
    ("vie", "vi"),
];

/// A language spoken by a service: two small letters (ISO 639-1), or three (ISO 639-3) for one without these.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct LanguageCode(pub String);

impl LanguageCode {
    /// Returns the id of the message of the language's name.
    pub fn message_id(&self) -> String {
        format!("language-{}", self.0)
    }

    /// Returns true for a language of First Nations, Inuit or Métis: who speaks it is no newcomer.
    pub fn is_indigenous(&self) -> bool {
        INDIGENOUS.contains(&self.0.as_str())
    }

    /// Returns the language of a name in English or French, of another usual name, or of a code of two or
    /// three letters; `None` for one without a name in the messages.
    pub fn named(text: &str) -> Option<Self> {
        names().get(&letters_of(text)).cloned()
    }
}

/// Returns the languages with a name in the messages, by the letters of their codes and names.
fn names() -> &'static FxHashMap<String, LanguageCode> {
    static NAMES: OnceLock<FxHashMap<String, LanguageCode>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let letters = || 'a'..='z';
        let two =
            letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let codes = two
            .chain(THREE_LETTERS.map(str::to_owned))
            .map(LanguageCode);
        let known = codes.filter(|code| Messages::of(Language::En).has(&code.message_id()));
        let mut names = FxHashMap::default();
        for code in known {
            let mut add = |name: &str| {
                names
                    .entry(letters_of(name))
                    .or_insert_with(|| code.clone());
            };
            add(&code.0);
            for messages in Language::ALL.map(Messages::of) {
                let name = messages.text(&code.message_id());
                add(&name);
                // "American Sign Language (ASL)" has two names.
                name.split(" (").for_each(&mut add);
            }
        }
        for (name, code) in OTHER_NAMES.into_iter().chain(LONG_CODES) {
            let code = || LanguageCode(code.to_owned());
            names.entry(letters_of(name)).or_insert_with(code);
        }
        names
    })
}

/// Returns the letters of a name without case, accents, spaces and apostrophes.
fn letters_of(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded.retain(char::is_alphanumeric);
    folded
}

impl Contact {
    /// Returns true if it states its languages, and this one is not among them.
    pub fn answers_in_others(&self, language: Language) -> bool {
        let is_this = |one: &LanguageCode| one.0 == language.code();
        !self.languages.is_empty() && !self.languages.iter().any(is_this)
    }

    /// Returns 0 if a contact states that it answers in a language, or the language is English, which is
    /// usual where nothing is stated; 1 if interpreters do; 2 if it states neither.
    pub fn language_rank(&self, language: Language) -> u8 {
        let mut stated = self.languages.iter();
        if language == Language::En || stated.any(|one| one.0 == language.code()) {
            0
        } else {
            1 + u8::from(self.interpretation.is_none())
        }
    }
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
                LanguageCode::named(typed).map(|found| found.0),
                Some(code.into()),
                "{typed}"
            );
        }
        assert_eq!(LanguageCode::named("klingon"), None);
    }

    #[test]
    fn every_code_of_three_letters_has_a_name() {
        for code in THREE_LETTERS
            .into_iter()
            .chain(OTHER_NAMES.map(|(_, code)| code))
            .chain(LONG_CODES.map(|(_, code)| code))
        {
            let id = LanguageCode(code.into()).message_id();
            assert!(Messages::of(Language::En).has(&id), "{code}");
        }
    }
}
