//! Writer of packs.

use std::io::{self, Write};

use super::Header;
use crate::directory::Contact;

/// Writes the header of a pack and one contact a line. Addresses that must stay secret are left
/// out.
///
/// # Errors
/// Any error of the output.
pub fn pack<'a>(
    header: &Header,
    contacts: impl IntoIterator<Item = &'a Contact>,
    output: &mut dyn Write,
) -> io::Result<()> {
    line(header, output)?;
    for one in contacts {
        contact(one, output)?;
    }
    Ok(())
}

/// Writes a contact as a line of a pack.
///
/// # Errors
/// Any error of the output.
pub fn contact(contact: &Contact, output: &mut dyn Write) -> io::Result<()> {
    if contact.address.as_deref() == contact.public_address() {
        return line(contact, output);
    }
    let without = Contact {
        address: None,
        ..contact.clone()
    };
    line(&without, output)
}

/// Writes a contact whose JSON is known as a line of a pack, like [`contact`].
///
/// # Errors
/// Any error of the output.
pub fn written(one: &Contact, json: &str, output: &mut dyn Write) -> io::Result<()> {
    if one.address.as_deref() != one.public_address() {
        return contact(one, output);
    }
    output.write_all(json.as_bytes())?;
    output.write_all(b"\n")
}

/// Writes a value as a line of JSON.
///
/// # Errors
/// Any error of the output.
pub fn line(value: &impl serde::Serialize, output: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}
