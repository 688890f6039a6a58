//! Addresses that must stay unknown: shelters, safe houses, services that say so. [`wording`] recognizes them.
//!
//! A [`StreetRedactor`] takes the street of such a place, and whatever has the form of a street, out of every text of a
//! contact. It removes more than it must rather than less.

mod addresses;
mod disclosure;
mod phrases;
mod streets;
mod text;
pub mod wording;
mod words;

pub use self::addresses::{SecretAddresses, address_key};
pub use self::disclosure::{addresses_in, pairs, texts};
use self::streets::{Reading, Streets};
use super::{Category, Contact, Name, phone};
use crate::i18n::{Language, Messages, Text};

/// Remover of a street from texts.
#[derive(Debug, Default)]
pub struct StreetRedactor(Streets);

impl StreetRedactor {
    /// Creates a redactor over these street lines.
    pub fn over<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        Self(Streets::of(lines))
    }

    /// Returns true if a text tells the street, or has the form of one.
    pub fn tells(&self, text: &str) -> bool {
        self.0.tell(text, Reading::Words)
    }

    /// Returns true if an address of the web or of e-mail tells the street.
    pub fn tells_link(&self, text: &str) -> bool {
        self.0.tell(text, Reading::Link)
    }

    /// Removes the address from a name. Returns true if it was changed, and possibly emptied.
    pub fn hide_in_name(&self, name: &mut String) -> bool {
        self.words(name, Reading::Name)
    }

    /// Removes the address from a few words. Returns true if they were changed, and possibly emptied.
    pub fn hide_in_words(&self, words: &mut String) -> bool {
        self.words(words, Reading::Words)
    }

    /// Removes the sentences with the address from a text. Returns true if it was changed, and possibly emptied.
    pub fn hide_in_text(&self, text: &mut String) -> bool {
        self.sentences(text)
    }

    /// Removes the address from one of the web: its path, or all of it. Returns true if it was changed, and possibly
    /// emptied.
    pub fn hide_in_website(&self, website: &mut String) -> bool {
        let mut address = Some(std::mem::take(website));
        let changed = self.address(&mut address);
        *website = address.unwrap_or_default();
        changed
    }

    /// Removes the address from a number that is not dialled, and may be any words. Returns true if it was
    /// changed, and possibly emptied.
    pub fn hide_in_number(&self, number: &mut String) -> bool {
        phone::uri(number, None).is_none() && self.words(number, Reading::Words)
    }

    /// Removes the address from a contact, and from all of its texts. Returns the names of the fields that
    /// were changed, the address apart.
    pub fn hide(&self, contact: &mut Contact) -> Vec<&'static str> {
        contact.address = None;
        let mut changed = Changed::default();
        self.hide_names(contact, &mut changed);
        self.hide_ways(contact, &mut changed);
        let Text { en, fr } = &mut contact.description;
        changed.when("description", self.sentences(en) | self.sentences(fr));
        let notes = contact.notes.as_mut();
        changed.when("notes", notes.is_some_and(|notes| self.sentences(notes)));
        changed.when("area", self.short(&mut contact.area));
        let count = contact.places.len();
        contact.places.retain(|place| !self.tells(place));
        changed.when("places", contact.places.len() < count);
        changed.when("hours", self.short(&mut contact.hours));
        let count = contact.terms.len();
        contact.terms.retain(|term| !self.tells(term));
        changed.when("terms", contact.terms.len() < count);
        for source in &mut contact.sources {
            let title = source.title.as_mut();
            let title = title.is_some_and(|title| self.words(title, Reading::Name));
            changed.when("sources", self.address(&mut source.url) | title);
        }
        changed.0
    }

    fn hide_names(&self, contact: &mut Contact, changed: &mut Changed) {
        changed.when("name", self.name(&mut contact.name));
        changed.when("organization", self.name(&mut contact.organization));
        let gloss = contact.gloss.as_mut();
        let is_changed = gloss.is_some_and(|gloss| self.words(&mut gloss.fr, Reading::Name));
        changed.when("gloss", is_changed);
        contact.gloss.take_if(|gloss| gloss.fr.is_empty());
        if contact.name.is_empty() {
            contact.name = unnamed();
        }
        if contact.organization.is_empty() {
            contact.organization = contact.name.clone();
        }
    }

    fn hide_ways(&self, contact: &mut Contact, changed: &mut Changed) {
        for phone in &mut contact.phones {
            let is_changed = self.short(&mut phone.label) | self.short(&mut phone.hours);
            changed.when(
                "phones",
                is_changed | self.hide_in_number(&mut phone.number),
            );
            phone.places.retain(|place| !self.tells(place));
        }
        contact.phones.retain(|phone| !phone.number.is_empty());
        let email = contact
            .email
            .take_if(|email| self.0.tell(email, Reading::Link));
        changed.when("email", email.is_some());
        let Name { en, fr } = &mut contact.website;
        changed.when("website", self.address(en) | self.address(fr));
        changed.when("chat", self.address(&mut contact.chat));
    }

    fn name(&self, name: &mut Name) -> bool {
        let mut changed = false;
        for name in [&mut name.en, &mut name.fr] {
            changed |= name
                .as_mut()
                .is_some_and(|name| self.words(name, Reading::Name));
            name.take_if(|name| !name.contains(char::is_alphanumeric));
        }
        changed
    }

    fn short(&self, text: &mut Option<Text>) -> bool {
        let Some(Text { en, fr }) = text else {
            return false;
        };
        let changed = self.words(en, Reading::Words) | self.words(fr, Reading::Words);
        if changed && (en.is_empty() || fr.is_empty()) {
            *text = None;
        }
        changed
    }

    fn words(&self, text: &mut String, kind: Reading) -> bool {
        set(text, self.0.without_words(text, kind))
    }

    fn sentences(&self, text: &mut String) -> bool {
        set(text, self.0.without_sentences(text))
    }

    fn address(&self, address: &mut Option<String>) -> bool {
        let Some(text) = address else { return false };
        let changed = if text.contains("://") {
            set(text, self.0.without_path(text))
        } else {
            self.words(text, Reading::Words)
        };
        address.take_if(|address| address.is_empty());
        changed
    }
}

/// Names of changed fields, each once.
#[derive(Default)]
struct Changed(Vec<&'static str>);

impl Changed {
    fn when(&mut self, field: &'static str, is_changed: bool) {
        if is_changed && !self.0.contains(&field) {
            self.0.push(field);
        }
    }
}

fn set(text: &mut String, new: Option<String>) -> bool {
    let changed = new.is_some();
    if let Some(new) = new {
        *text = new;
    }
    changed
}

/// Returns the name of a service whose own is an address that must stay unknown.
fn unnamed() -> Name {
    let [en, fr] = Language::ALL.map(|language| Some(Messages::of(language).text("hidden-name")));
    Name { en, fr }
}

impl Contact {
    /// Returns true if its street address must stay unknown.
    pub fn is_hidden(&self) -> bool {
        self.categories.contains(&Category::Shelter) || self.confidential == Some(true)
    }

    /// Removes an address that must stay unknown from all texts. Returns the names of the changed fields.
    pub fn keep_secret(&mut self) -> Vec<&'static str> {
        if !self.is_hidden() {
            return Vec::new();
        }
        StreetRedactor::over(self.address.as_deref()).hide(self)
    }

    /// Removes what the worker typed of an address that must stay unknown from all texts of an own contact: it
    /// is recognized by its category and its words. Returns true for such a contact.
    pub fn keep_own_secret(&mut self) -> bool {
        let is_secret = self.is_hidden() || self.is_said_secret();
        if is_secret {
            StreetRedactor::over(self.address.as_deref()).hide(self);
        }
        is_secret
    }

    fn is_said_secret(&self) -> bool {
        let names = Language::ALL.map(|language| self.name(language));
        let texts = [
            Some(&self.description),
            self.hours.as_ref(),
            self.area.as_ref(),
        ];
        let mut texts = texts.into_iter().flatten();
        names.into_iter().any(wording::means_secret_place)
            || texts.any(|text| wording::describes_secret_place(&text.en))
    }
}

#[cfg(test)]
mod tests;
