//! Numbers of a contact: the one to call first, and the text to dial.

use std::collections::HashSet;

use super::{Contact, Phone, PhoneKind};
use crate::directory::phone;
use crate::i18n::Language;

impl Contact {
    /// Returns true if its description in a language tells to call 911, or 911 is one of its numbers.
    pub fn names_911(&self, language: Language) -> bool {
        let mut phones = self.phones.iter();
        self.description.get(language).contains("911") || phones.any(|one| one.number == "911")
    }

    /// Returns its name, or the description beside it if the name is in the other language, without
    /// this number at its beginning; empty if it is only that.
    pub fn name_beside_number(&self, number: &str, language: Language) -> &str {
        let name = self.gloss(language).unwrap_or(self.name(language));
        match name.strip_prefix(number) {
            Some("") => "",
            rest => rest
                .and_then(|rest| rest.strip_prefix(" – "))
                .unwrap_or(name),
        }
    }

    /// Returns the number that leads by the record alone: the first voice line, else the first that
    /// reaches a person (never a fax line). A toll-free line for everybody replaces a first one that is
    /// for some towns. Text that cannot be dialled comes last.
    ///
    /// The number to give a person is [`reach::main`](crate::directory::reach::main), which leaves out
    /// numbers that the worker found out of service.
    pub(in crate::directory) fn first_listed_phone(&self) -> Option<&Phone> {
        let voice = |phone: &&Phone| phone.kind == PhoneKind::Voice;
        let reached = |phone: &&Phone| phone.kind != PhoneKind::Fax;
        let for_all = |phone: &&Phone| phone.places.is_empty() && phone.is_toll_free();
        let dialled = || self.phones.iter().filter(|phone| phone.is_dialled());
        let first = dialled().find(voice);
        first
            .filter(|phone| !phone.places.is_empty())
            .and_then(|_| dialled().filter(voice).find(for_all))
            .or(first)
            .or_else(|| dialled().find(reached))
            .or_else(|| self.phones.iter().find(reached))
    }

    /// Returns true if it has a number that reaches a person, by voice or text.
    pub fn has_phone(&self) -> bool {
        self.first_listed_phone().is_some()
    }

    /// Returns true if the first listed number is 911, which does not answer everywhere.
    pub fn dials_911(&self) -> bool {
        self.first_listed_phone()
            .is_some_and(|phone| phone.number == "911")
    }

    /// Returns the numbers as dialled, each once.
    pub fn numbers(&self) -> Vec<String> {
        // A record from outside may have thousands.
        let mut seen = HashSet::new();
        let mut numbers: Vec<String> = self.phones.iter().map(Phone::dialled).collect();
        numbers.retain(|number| seen.insert(number.clone()));
        numbers
    }

    /// Returns the numbers in its description, hours and other texts of the card.
    pub(in crate::directory) fn numbers_in_texts(&self) -> Vec<String> {
        let of_phones = self.phones.iter();
        let of_phones = of_phones.flat_map(|phone| phone.label.iter().chain(&phone.hours));
        let texts = [&self.description].into_iter();
        let texts = texts.chain(&self.hours).chain(&self.area).chain(of_phones);
        let texts = texts.flat_map(|text| [&text.en, &text.fr]);
        let single = self.chat.iter().chain(&self.address);
        let found = texts.chain(single).flat_map(|text| phone::named_in(text));
        let mut seen = HashSet::new();
        found.filter(|number| seen.insert(number.clone())).collect()
    }
}

impl Phone {
    /// Returns true if the number can be dialled. An own contact may have ambiguous text in its place:
    /// shown, and never dialled.
    pub fn is_dialled(&self) -> bool {
        phone::uri(&self.number, self.extension.as_deref()).is_some()
    }

    /// Returns the number with its extension, in a short form for people and telephones in either
    /// language: `418-555-0123 x301`.
    pub fn dialled(&self) -> String {
        match &self.extension {
            Some(extension) => format!("{} x{extension}", self.number),
            None => self.number.clone(),
        }
    }

    /// Returns true for 911 and 988, which lead to help for a life at risk everywhere, and are never in
    /// doubt.
    pub fn is_vital(&self) -> bool {
        ["911", "988"].contains(&self.number.as_str())
    }

    /// Returns true if the number is among these, as dialled.
    pub fn is_among(&self, numbers: &[String]) -> bool {
        !numbers.is_empty() && numbers.contains(&self.dialled())
    }

    /// Returns true for a toll-free number (1-800, 1-833, 1-844, 1-855, 1-866, 1-877, 1-888).
    fn is_toll_free(&self) -> bool {
        let code = self
            .number
            .strip_prefix("1-8")
            .and_then(|rest| rest.get(..3));
        code.is_some_and(|code| {
            matches!(code, "00-" | "33-" | "44-" | "55-" | "66-" | "77-" | "88-")
        })
    }
}
