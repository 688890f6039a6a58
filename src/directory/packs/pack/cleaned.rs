//! Removal of secret addresses from the records of a pack, and the report of it.

use memchr::memmem;
use serde::Serialize;

use super::PackLine;
use crate::directory::secrecy::texts;
use crate::directory::{Contact, Name, SecretAddresses, StreetRedactor};

/// Record from which an address that must stay unknown was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cleaned {
    /// Line in the file, counted from 1.
    pub row: usize,
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub name: Name,
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
    /// True for an open service at the address of a secret one, or that tells it.
    pub is_of_another: bool,
}

/// Adds the addresses of the secret records among the lines of a pack, also those in their texts; most lines need
/// no parsing.
pub(super) fn add_secret(text: &[u8], secret: &mut SecretAddresses) {
    let has = |word: &[u8]| memmem::find(text, word).is_some();
    if !has(b"\"confidential\"") && !has(b"\"shelter\"") {
        return;
    }
    let contact: Option<Contact> = serde_json::from_slice(text).ok();
    let Some(contact) = contact.filter(Contact::is_hidden) else {
        return;
    };
    for text in texts(&contact) {
        secret.add_disclosed(text);
    }
    if let Some(address) = contact.address {
        secret.add(&address);
    }
}

/// Addresses to remove from a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleaning {
    /// Nothing: it stays as it is.
    Nothing,
    /// Its own address, which must stay unknown.
    OwnAddress,
    /// The address of a secret record.
    AddressOfAnother,
    /// Addresses in its texts, of which one is that of a secret record.
    ToldOfAnother,
}

impl Cleaning {
    /// Removes the addresses from a record. Returns the names of the changed fields.
    pub fn clean(self, contact: &mut Contact) -> Vec<&'static str> {
        match self {
            Self::Nothing => Vec::new(),
            Self::OwnAddress => contact.keep_secret(),
            Self::AddressOfAnother => {
                StreetRedactor::over(contact.address.clone().as_deref()).hide(contact)
            }
            Self::ToldOfAnother => {
                let address = contact.address.take();
                let changed = StreetRedactor::default().hide(contact);
                contact.address = address;
                changed
            }
        }
    }
}

/// Removes an address that must stay unknown from all texts of a record.
pub(super) fn clean(
    line: &mut PackLine,
    row: usize,
    secret: &SecretAddresses,
) -> (Option<Cleaned>, Cleaning) {
    let PackLine::Contact(contact) = line else {
        return (None, Cleaning::Nothing);
    };
    let cleaning = if contact.is_hidden() {
        Cleaning::OwnAddress
    } else if contact.address.as_ref().is_some_and(|one| secret.has(one)) {
        Cleaning::AddressOfAnother
    } else if texts(contact).any(|text| secret.discloses(text)) {
        Cleaning::ToldOfAnother
    } else {
        return (None, Cleaning::Nothing);
    };
    let before = contact.clone();
    let removed = removed(contact, row, cleaning);
    let is_same = cleaning == Cleaning::OwnAddress && *contact == before;
    (removed, if is_same { Cleaning::Nothing } else { cleaning })
}

fn removed(contact: &mut Contact, row: usize, cleaning: Cleaning) -> Option<Cleaned> {
    let address = contact.address.clone();
    let name = contact.name.clone();
    let changed = cleaning.clean(contact);
    let removed = address.filter(|_| contact.address.is_none());
    let fields: Vec<_> = removed
        .map(|_| "address")
        .into_iter()
        .chain(changed)
        .collect();
    // A name that tells the address is not reported.
    let name = if fields.contains(&"name") {
        contact.name.clone()
    } else {
        name
    };
    (!fields.is_empty()).then(|| Cleaned {
        row,
        id: contact.id.clone(),
        name,
        fields,
        is_of_another: cleaning != Cleaning::OwnAddress,
    })
}
