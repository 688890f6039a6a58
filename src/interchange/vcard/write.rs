//! Conversion of contacts to cards.

use crate::directory::{Contact, Phone, PhoneKind};
use crate::i18n::{Language, Messages};

/// Version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 3.0 (RFC 2426), supported by every telephone.
    V3,
    /// 4.0 (RFC 6350).
    V4,
}

/// Property with a number that must not be dialled without a look at it: telephones ignore it.
pub(super) const UNCLEAR: &str = "X-HAVRE-PHONE";
/// Property with the code of a province or territory.
pub(super) const REGION: &str = "X-HAVRE-REGION";
/// Property with hours.
pub(super) const HOURS: &str = "X-HAVRE-HOURS";
/// Property with a description: notes are not read, because they may be about a person.
pub(super) const DESCRIPTION: &str = "X-HAVRE-DESCRIPTION";
/// Property with a language, which version 3.0 lacks.
pub(super) const LANGUAGE: &str = "X-HAVRE-LANG";

/// Greatest length of a line in bytes, without its end (RFC 6350, 3.2).
const LINE: usize = 75;

/// Writes contacts as cards in the language of the messages. The address of a confidential place is
/// never written.
pub fn write<'a>(
    contacts: impl IntoIterator<Item = &'a Contact>,
    version: Version,
    messages: &Messages,
) -> String {
    let mut writer = CardWriter {
        text: String::new(),
        version,
        messages,
    };
    for contact in contacts {
        writer.card(contact);
    }
    writer.text
}

struct CardWriter<'a> {
    text: String,
    version: Version,
    messages: &'a Messages,
}

impl CardWriter<'_> {
    fn card(&mut self, contact: &Contact) {
        let language = self.messages.language();
        self.line("BEGIN:VCARD");
        self.line(match self.version {
            Version::V3 => "VERSION:3.0",
            Version::V4 => "VERSION:4.0",
        });
        self.property("UID", &contact.id);
        let name = contact.name(language);
        self.property("FN", name);
        self.line(&format!("N:{};;;;", escaped(name)));
        self.property("ORG", contact.organization(language));
        for phone in &contact.phones {
            self.phone(phone, language);
        }
        self.some("EMAIL", contact.email.as_deref());
        self.some("URL", contact.website(language));
        self.address(contact);
        let languages = match self.version {
            Version::V4 => "LANG",
            Version::V3 => LANGUAGE,
        };
        for code in &contact.languages {
            self.property(languages, &code.0);
        }
        self.property(REGION, contact.region.code());
        let hours = contact.hours.as_ref().map(|hours| hours.get(language));
        self.some(HOURS, hours);
        self.property(DESCRIPTION, contact.description.get(language));
        let slugs = contact.categories.iter().map(|category| category.slug());
        self.line(&format!(
            "CATEGORIES:{}",
            slugs.collect::<Vec<_>>().join(",")
        ));
        self.property("NOTE", &self.note(contact, language));
        self.line("END:VCARD");
    }

    /// Writes a number with its extension. Numbers that must not be dialled without a look at them
    /// go to the note, and to a property that only havre reads.
    fn phone(&mut self, phone: &Phone, language: Language) {
        let kind = match (phone.kind, self.version) {
            (PhoneKind::Fax, _) => "fax",
            (PhoneKind::Text, Version::V4) => "text",
            (PhoneKind::Text, Version::V3) => "msg",
            (PhoneKind::Tty, Version::V4) => "textphone",
            (PhoneKind::Tty, Version::V3) => "x-tty",
            (PhoneKind::Voice, _) => "voice",
        };
        let label = phone.label.as_ref().map(|label| label.get(language));
        let label = label.map_or_else(String::new, |label| {
            format!(";X-LABEL=\"{}\"", quoted(label))
        });
        if !phone.is_dialled() {
            let text = escaped(&phone.dialled());
            return self.line(&format!("{UNCLEAR};TYPE={kind}{label}:{text}"));
        }
        let long = phone.number.trim_start_matches("1-");
        let is_long = long.len() == 12;
        let extension = phone.extension.as_deref();
        let value = match (self.version, is_long) {
            (Version::V4, true) => {
                let extension =
                    extension.map_or_else(String::new, |digits| format!(";ext={digits}"));
                format!(";VALUE=uri:tel:+1-{long}{extension}")
            }
            (_, is_long) => {
                let lead = if is_long { "+1-" } else { "" };
                let extension =
                    extension.map_or_else(String::new, |digits| format!(" ext. {digits}"));
                format!(":{lead}{long}{extension}")
            }
        };
        self.line(&format!("TEL;TYPE={kind}{label}{value}"));
    }

    /// Composes the note from ambiguous numbers, hours and description, for which a card has no
    /// field.
    fn note(&self, contact: &Contact, language: Language) -> String {
        let unclear = contact.phones.iter().filter(|phone| !phone.is_dialled());
        let unclear = unclear.map(|phone| {
            let words = self.messages.text("phone-unclear");
            format!("{} ({words})", phone.number)
        });
        let hours = contact
            .hours
            .as_ref()
            .map(|hours| hours.get(language).to_owned());
        let description = contact.description.get(language).to_owned();
        let parts = unclear.chain(hours).chain([description]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join("\n")
    }

    /// Writes the address and the town. The street is one of seven parts; it contains the whole address.
    fn address(&mut self, contact: &Contact) {
        let town = contact.places.first().map_or("", String::as_str);
        let street = contact.public_address().unwrap_or_default();
        if !(street.is_empty() && town.is_empty()) {
            self.line(&format!("ADR:;;{};{};;;", escaped(street), escaped(town)));
        }
    }

    fn some(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.property(name, value);
        }
    }

    fn property(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// Writes a line, folded between characters.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(character);
            length += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Escapes a text as a value (RFC 6350, 3.4).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => escaped.extend(['\\', character]),
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Formats a text as a quoted parameter; quotes are encoded (RFC 6868).
fn quoted(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let text: String = text.chars().map(plain).collect();
    text.replace('^', "^^").replace('"', "^'")
}
