//! Reasons of hits, as messages.

use crate::directory::{LanguageCode, Region};
use crate::i18n::{Argument, Language, Messages};
use crate::needs::{Gravity, MEDICAL, Need, Recognized, SUICIDE};
use crate::search::hits::Hits;

/// Reason of a hit that its shown name does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The hit serves a need recognized in the text.
    Need {
        /// Name of the need.
        name: String,
        /// True if the text is likely to mean it.
        is_likely: bool,
    },
    /// A synonym of the typed words.
    Synonym {
        /// Words as typed.
        typed: String,
        /// Their meaning.
        meaning: Meant,
    },
    /// A word similar to the typed one.
    Close {
        /// Word as typed.
        typed: String,
        /// Word of the directory, folded.
        found: String,
    },
    /// Match in the name in the other language.
    OtherName {
        /// Language of that name.
        language: Language,
        /// Name in that language.
        name: String,
    },
    /// Digits of a phone number.
    Phone {
        /// The digits.
        digits: String,
    },
    /// Help in the requested language through an interpreter.
    Interpreted {
        /// Requested language.
        language: LanguageCode,
    },
    /// Unstated languages, possibly including the requested one.
    LanguageUnstated {
        /// Requested language.
        language: LanguageCode,
    },
    /// Scattered letters of its name.
    Letters {
        /// Typed text.
        typed: String,
    },
}

/// Meaning of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Id of the message with the name: a category, a region, an audience.
    Message(String),
    /// Plain words.
    Text(String),
}

impl Reason {
    /// Returns the id and arguments of its message.
    pub fn message(
        &self,
        messages: &Messages,
    ) -> (&'static str, Vec<(&'static str, Argument<'_>)>) {
        match self {
            Self::Need { name, is_likely } => (
                if *is_likely {
                    "search-reason-need"
                } else {
                    "search-reason-need-guessed"
                },
                vec![("need", name.as_str().into())],
            ),
            Self::Synonym { typed, meaning } => {
                let meaning: Argument<'_> = match meaning {
                    Meant::Message(id) => messages.text(id).into(),
                    Meant::Text(text) => text.as_str().into(),
                };
                (
                    "search-reason-synonym",
                    vec![("typed", typed.as_str().into()), ("meaning", meaning)],
                )
            }
            Self::Close { typed, found } => (
                "search-reason-close",
                vec![
                    ("typed", typed.as_str().into()),
                    ("found", found.as_str().into()),
                ],
            ),
            Self::OtherName { language, name } => (
                match language {
                    Language::En => "search-reason-english-name",
                    Language::Fr => "search-reason-french-name",
                },
                vec![("name", name.as_str().into())],
            ),
            Self::Phone { digits } => (
                "search-reason-phone",
                vec![("digits", digits.as_str().into())],
            ),
            Self::Interpreted { language } => (
                "search-reason-interpreted",
                vec![("language", messages.text(&language.message_id()).into())],
            ),
            Self::LanguageUnstated { language } => (
                "search-reason-language-unstated",
                vec![("language", messages.text(&language.message_id()).into())],
            ),
            Self::Letters { typed } => (
                "search-reason-letters",
                vec![("typed", typed.as_str().into())],
            ),
        }
    }

    /// Returns its message.
    pub fn text(&self, messages: &Messages) -> String {
        let (id, arguments) = self.message(messages);
        messages.format(id, &arguments)
    }

    /// Returns its message for output line by line, where a sign would be spoken.
    pub fn line(&self, messages: &Messages) -> String {
        let (id, arguments) = self.message(messages);
        let id = match self {
            Self::Synonym { .. } => "search-reason-synonym-line",
            _ => id,
        };
        messages.format(id, &arguments)
    }
}

impl Hits {
    /// Returns a sentence that names the recognized needs; `None` if there are none.
    pub fn say_needs(&self, messages: &Messages) -> Option<String> {
        let name = |(_, recognized)| Some(self.need(recognized)?.name.get(messages.language()));
        let mut leading = self.leading_needs();
        let first = leading.next()?;
        let need = name(first)?;
        Some(match leading.next().and_then(name) {
            None if !first.1.is_likely() => {
                messages.format("search-need-guessed", &[("need", need.into())])
            }
            None => messages.format("search-need", &[("need", need.into())]),
            Some(other) => {
                let arguments = [("need", need.into()), ("other", other.into())];
                messages.format("search-needs", &arguments)
            }
        })
    }

    /// Returns the first step of the first need in which a life is at risk, or else of the first
    /// need: for a worker in a region, or for the place named in the text.
    pub fn say_first_step(&self, region: Region, messages: &Messages) -> Option<String> {
        let needs = self.reading.known.needs?;
        let need = self.gravest_need()?;
        let region = self.elsewhere.unwrap_or(region);
        let mut likely = self.needs.iter().filter(|one| one.is_likely());
        let is_suicide = |one: &Recognized| needs.at(one.need).is_some_and(|one| one.id == SUICIDE);
        if need.id == MEDICAL && likely.any(is_suicide) {
            return Some(needs.step_of_begun_suicide(region, messages.language()));
        }
        Some(needs.first_step(need, region, messages.language()))
    }

    /// Returns true if the text may mean a need in which a life is at risk.
    pub fn tell_of_life_at_risk(&self) -> bool {
        let need = self.gravest_need();
        need.is_some_and(|need| need.gravity == Gravity::Life)
    }

    /// Returns the first need in which a life is at risk, of the first and the likely ones; the first
    /// need of all if there is none.
    fn gravest_need(&self) -> Option<&'static Need> {
        let mut leading = self.leading_needs().filter_map(|(_, need)| self.need(need));
        let first = leading.next()?;
        let is_grave = |need: &&Need| need.gravity == Gravity::Life;
        std::iter::once(first)
            .chain(leading)
            .find(is_grave)
            .or(Some(first))
    }

    /// Returns the message that no hit serves the named town from nearby; `None` if one does.
    pub fn say_unserved(&self, messages: &Messages) -> Option<String> {
        let places = self.reading.known.places?;
        let target = self.unserved?;
        let place = places.name(target).get(messages.language());
        let region = messages.text(&places.region(target).message_id());
        let arguments = [("place", place.into()), ("region", region.into())];
        Some(messages.format("search-unserved", &arguments))
    }

    /// Returns a sentence that lists the words not found; `None` if there are none, or if a life is at
    /// risk: the sentence then only stands between the worker and the number.
    pub fn say_words_not_found(&self, text: &str, messages: &Messages) -> Option<String> {
        if self.tell_of_life_at_risk() {
            return None;
        }
        let words = self.words_not_found();
        let quoted: Vec<String> = words
            .into_iter()
            .filter_map(|word| text.get(word))
            .map(|word| messages.format("filter-word-not-found", &[("word", word.into())]))
            .collect();
        let arguments = [
            ("count", quoted.len().into()),
            ("words", quoted.join(", ").into()),
        ];
        (!quoted.is_empty()).then(|| messages.format("filter-words-not-found", &arguments))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_have_messages_in_both_languages() {
        let reason = Reason::Synonym {
            typed: "rape".into(),
            meaning: Meant::Message("category-sexual-assault".into()),
        };
        let said = Language::ALL.map(|language| reason.text(Messages::of(language)));
        assert_eq!(said[0], "“rape” → Sexual assault services");
        assert_eq!(
            said[1],
            "«\u{a0}rape\u{a0}» → Aide en cas d’agression sexuelle"
        );
        let reason = Reason::Close {
            typed: "halifx".into(),
            found: "halifax".into(),
        };
        assert_eq!(
            reason.text(Messages::of(Language::En)),
            "close to “halifx”: halifax"
        );
    }
}
