//! Removal of secret addresses from the records of a pack, and the report of it.

use memchr::memmem;
use serde::Serialize;

use super::PackLine;
use crate::directory::{Contact, Name, SecretAddresses, Veil};

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
    /// True for an open service at the address of a secret one.
    pub is_of_another: bool,
}

/// Returns the addresses of the secret records among the lines of a pack; most lines need no parsing.
pub(super) fn add_secret(text: &[u8], secret: &mut SecretAddresses) {
    let has = |word: &[u8]| memmem::find(text, word).is_some();
    if !has(b"\"address\"") || !(has(b"\"confidential\"") || has(b"\"shelter\"")) {
        return;
    }
    let contact: Option<Contact> = serde_json::from_slice(text).ok();
    let address = contact.filter(Contact::is_hidden);
    if let Some(address) = address.and_then(|contact| contact.address) {
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
    let is_of_another =
        !contact.is_hidden() && (contact.address.as_ref()).is_some_and(|one| secret.has(one));
    if !is_of_another && !contact.is_hidden() {
        return (None, Cleaning::Nothing);
    }
    let before = contact.clone();
    let removed = removed(contact, row, is_of_another);
    let cleaning = if is_of_another {
        Cleaning::AddressOfAnother
    } else if *contact == before {
        Cleaning::Nothing
    } else {
        Cleaning::OwnAddress
    };
    (removed, cleaning)
}

fn removed(contact: &mut Contact, row: usize, is_of_another: bool) -> Option<Cleaned> {
    let address = contact.address.clone();
    let name = contact.name.clone();
    let changed = if is_of_another {
        Veil::over(address.as_deref()).hide(contact)
    } else {
        contact.keep_secret()
    };
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
        is_of_another,
    })
}
