//! Numbers of contacts that another service answers.

use crate::directory::{Contact, Phone};
use crate::i18n::Messages;

/// Sign behind a number of another service.
pub const SIGN: &str = "^";

/// Returns "via" with the service that answers the number of a contact; `None` if it is its own.
pub fn words(contact: &Contact, phone: Option<&Phone>, messages: &Messages) -> Option<String> {
    let via = contact.via(phone?, messages.language())?;
    Some(messages.filled("list-via", "service", via))
}

/// Returns the name of a contact, with the other service that answers its number.
pub fn title(contact: &Contact, phone: Option<&Phone>, messages: &Messages) -> String {
    let name = contact.title(messages.language());
    match words(contact, phone, messages) {
        Some(via) => format!("{name} – {via}"),
        None => name.to_owned(),
    }
}
