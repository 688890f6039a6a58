//! The directory of services: contacts, and the loading and checking of directories.
//!
//! Knows no terminal and nothing of the program's screens.

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

/// The e-mail address or page that corrections of the directory inside the program go to; `None` if its
/// maintainers have set none. This is the one place to set it.
pub const CORRECTIONS_TO: Option<&str> = None;

/// Returns the JSON Schema of a file of contacts.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Vec<Contact>);
    schema.insert("title".to_owned(), "havre directory".into());
    schema.to_value()
}

/// Every contact, and the way to one by its id.
#[derive(Debug, Default)]
pub struct Directory {
    contacts: Vec<Contact>,
    by_id: HashMap<String, usize>,
}

impl Directory {
    /// A directory of these contacts, in this order. Of two with the same id, the later is the
    /// one found by it.
    pub fn new(contacts: Vec<Contact>) -> Self {
        let by_id = contacts
            .iter()
            .enumerate()
            .map(|(place, contact)| (contact.id.clone(), place))
            .collect();
        Self { contacts, by_id }
    }

    /// All contacts, in the order in which they were read.
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// The contact with that id; `None` where the directory has none.
    pub fn get(&self, id: &str) -> Option<&Contact> {
        self.place(id).map(|place| &self.contacts[place])
    }

    /// The place in [`Self::contacts`] of the contact with that id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}
