//! Directory of services: contacts, and the loading and checking of directories.
//!
//! Independent of the terminal and the screens.

pub mod check;
pub mod contact;
pub mod coverage;
pub mod doubt;
pub mod filter;
pub mod hours;
pub mod interpretation;
pub mod load;
pub mod name;
pub mod namesake;
pub mod packs;
pub mod phone;
pub mod reach;
pub mod region;
pub mod vocabulary;

use std::collections::HashMap;

pub use contact::{Contact, Gloss, LanguageCode, Phone, PhoneKind, Source};
pub use doubt::{Doubt, Reason};
pub use filter::Filters;
pub use interpretation::{Interpretation, LanguageCount};
pub use name::Name;
pub use region::{Emergency, Region};
pub use vocabulary::{Audience, Category};

/// E-mail address or page for corrections of the embedded directory; `None` if its maintainers have
/// set none. Set only here.
pub const CORRECTIONS_TO: Option<&str> = None;

/// Returns the JSON Schema of a file of contacts.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Vec<Contact>);
    schema.insert("title".to_owned(), "havre directory".into());
    schema.to_value()
}

/// Contacts, with an index by id.
#[derive(Debug, Default)]
pub struct Directory {
    contacts: Vec<Contact>,
    by_id: HashMap<String, usize>,
}

impl Directory {
    /// Creates a directory of these contacts, in this order. Of two with the same id, the later is
    /// the one found by it.
    pub fn new(contacts: Vec<Contact>) -> Self {
        let by_id = contacts
            .iter()
            .enumerate()
            .map(|(place, contact)| (contact.id.clone(), place))
            .collect();
        Self { contacts, by_id }
    }

    /// Returns all contacts in order.
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// Returns the contact with this id; `None` if there is none.
    pub fn get(&self, id: &str) -> Option<&Contact> {
        self.place(id).map(|place| &self.contacts[place])
    }

    /// Returns the index in [`Self::contacts`] of the contact with this id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}
