//! Export of the directory as HSDS 3.0: a page of services as JSON, or a datapackage of tables.

mod hours;
mod location;
mod package;
mod service;
mod values;

use std::io::{self, Write};

use crate::directory::Contact;
use crate::i18n::Messages;

pub use package::{File, package};
pub use service::{service, service_id};
pub use values::uuid;

/// Writes contacts as one page of services, one service a line.
///
/// # Errors
/// Any error of the output.
pub fn page(contacts: &[&Contact], messages: &Messages, output: &mut dyn Write) -> io::Result<()> {
    let count = contacts.len();
    let empty = count == 0;
    write!(
        output,
        "{{\"total_items\":{count},\"total_pages\":1,\"page_number\":1,\"size\":{count},\
         \"first_page\":true,\"last_page\":true,\"empty\":{empty},\"contents\":[",
    )?;
    for (index, contact) in contacts.iter().enumerate() {
        output.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *output, &service(contact, messages))?;
    }
    output.write_all(b"\n]}\n")
}
