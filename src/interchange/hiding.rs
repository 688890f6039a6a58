//! Removal of addresses that must stay unknown from imported contacts.

use super::{ContactField, Incoming, LeftOut, Reading};
use crate::directory::StreetRedactor;
use crate::directory::secrecy::addresses_in;
use crate::directory::secrecy::wording::{
    describes_house, is_shelter_name, means_secret_place, says_private, says_secret_at,
};
use crate::i18n::folding;

/// Words for a town.
const TOWN: [&str; 6] = [
    "town",
    "city",
    "ville",
    "municipality",
    "municipalite",
    "localite",
];

impl Reading {
    /// Removes the address of a contact if its place must stay unknown. `notes` are its fields that are left out,
    /// `addresses` the lines of its addresses.
    pub(super) fn hide(
        &mut self,
        contact: &mut Incoming,
        is_private: bool,
        notes: &str,
        addresses: &[String],
    ) {
        let is_secret = is_private || means_secret_place(notes) || contact.is_said_secret();
        if !is_secret && !contact.is_house() {
            return;
        }
        for line in addresses {
            self.secrets.add(&format!("{line}, {}", contact.town));
        }
        for text in contact.texts() {
            self.secrets.add_disclosed(text);
        }
        self.hidden.insert(contact.organization.clone());
        self.hidden.remove("");
        let changed = contact.hide(addresses);
        self.remark_addresses(contact.row, changed);
        if contact.is_town_secret(notes) {
            contact.town.clear();
        }
    }

    /// Adds a remark on the fields from which an address was removed.
    fn remark_addresses(&mut self, row: usize, fields: Vec<ContactField>) {
        if !fields.is_empty() {
            for _ in &fields {
                self.leave_out(LeftOut::Addresses);
            }
            self.remark_address(row, fields);
        }
    }

    /// Removes the addresses of hidden places from the texts of all other contacts, and any address from those of
    /// the same organization.
    pub(super) fn redact_disclosed(&mut self) {
        let mut contacts = std::mem::take(&mut self.contacts);
        for contact in &mut contacts {
            let is_same = self.hidden.contains(&contact.organization);
            let mut texts = contact.texts();
            let is_told = texts.any(|text| {
                self.secrets.discloses(text) || is_same && !addresses_in(text).is_empty()
            });
            drop(texts);
            if is_told {
                let changed = contact.hide(&[]);
                self.remark_addresses(contact.row, changed);
            }
        }
        self.contacts = contacts;
    }
}

impl Incoming {
    /// Returns true if its words say that its place is secret.
    fn is_said_secret(&self) -> bool {
        let texts = [&self.description, &self.hours, &self.town];
        let mut texts = texts.into_iter().chain(&self.facts);
        self.names().any(|words| says_private(words)) || texts.any(|text| says_secret_at(text))
    }

    /// Returns true if the file says that the town of the secret place is secret, too. Else it is known, as those of
    /// the directory's shelters are: a worker looks for a shelter by its town.
    fn is_town_secret(&self, notes: &str) -> bool {
        let texts = [notes, &self.description].into_iter();
        let texts = texts.chain(self.facts.iter().map(String::as_str));
        let mut sentences = texts.flat_map(|text| text.split(['.', ';', '\n', '·']));
        let names_town = |text: &str| {
            let words = folding::words(text);
            words.iter().any(|word| TOWN.contains(&word.as_str()))
        };
        says_secret_at(&self.town)
            || says_private(&self.town)
            || sentences.any(|text| names_town(text) && says_private(text))
    }

    /// Returns true if it is a house whose address must not be known.
    fn is_house(&self) -> bool {
        self.names().any(|words| is_shelter_name(words)) || describes_house(&self.description)
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        let names = [&self.name, &self.organization, &self.title];
        names.into_iter().chain(&self.categories)
    }

    /// Returns the texts in which an address may stand.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.description, &self.hours, &self.title];
        let names = [&self.name, &self.organization].into_iter();
        let labels = self.phones.iter().map(|line| &line.label);
        let all = texts
            .into_iter()
            .chain(names)
            .chain(labels)
            .chain(&self.facts);
        all.map(String::as_str)
    }

    /// Removes addresses, and returns the changed fields. `addresses` are the lines of its addresses.
    fn hide(&mut self, addresses: &[String]) -> Vec<ContactField> {
        let redactor = StreetRedactor::over(addresses.iter().map(String::as_str));
        let mut changed = Vec::new();
        let mut when = |field, is_changed: bool| {
            if is_changed && !changed.contains(&field) {
                changed.push(field);
            }
        };
        when(ContactField::Name, redactor.hide_in_name(&mut self.name));
        when(
            ContactField::Organization,
            redactor.hide_in_name(&mut self.organization),
        );
        if self.name.is_empty() {
            "…".clone_into(&mut self.name);
        }
        when(
            ContactField::Description,
            redactor.hide_in_text(&mut self.description),
        );
        for fact in &mut self.facts {
            when(ContactField::Description, redactor.hide_in_text(fact));
        }
        self.facts.retain(|fact| !fact.is_empty());
        when(ContactField::Title, redactor.hide_in_words(&mut self.title));
        when(ContactField::Place, redactor.hide_in_words(&mut self.town));
        when(ContactField::Hours, redactor.hide_in_words(&mut self.hours));
        when(
            ContactField::Website,
            redactor.hide_in_website(&mut self.website),
        );
        for text in &mut self.categories {
            when(ContactField::Categories, redactor.hide_in_words(text));
        }
        self.categories.retain(|text| !text.is_empty());
        for line in &mut self.phones {
            let is_changed =
                redactor.hide_in_words(&mut line.label) | redactor.hide_in_number(&mut line.number);
            when(ContactField::Phone, is_changed);
        }
        self.phones.retain(|line| !line.number.is_empty());
        let count = self.emails.len();
        self.emails.retain(|email| !redactor.tells_link(email));
        when(ContactField::Email, self.emails.len() < count);
        changed
    }
}
