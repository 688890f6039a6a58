//! Writes packs.

use std::io::{self, Write};

use super::Header;
use crate::directory::Contact;

/// Writes the header of a pack and a contact a line. An address that must not leave is left out.
///
/// # Errors
/// Whatever the output says.
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
/// Whatever the output says.
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

/// Writes anything as a line of JSON.
///
/// # Errors
/// Whatever the output says.
pub fn line(value: &impl serde::Serialize, output: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}
