//! Conversion of contacts to rows.

use csv::{Terminator, WriterBuilder};

use crate::directory::{Contact, Phone, PhoneKind, phone};
use crate::i18n::Messages;
use crate::interchange::table::FORMULA;

/// Headings, known to [`super::read`]. They are the same in both languages, so that workers can
/// exchange files.
const HEADINGS: [&str; 15] = [
    "id",
    "name",
    "organization",
    "categories",
    "region",
    "town",
    "phone",
    "text phone",
    "tty phone",
    "fax",
    "email",
    "website",
    "hours",
    "languages",
    "description",
];

/// Writes contacts as rows in the language of the messages. Numbers stay text.
pub fn write<'a>(
    contacts: impl IntoIterator<Item = &'a Contact>,
    separator: u8,
    messages: &Messages,
) -> Vec<u8> {
    let contacts = contacts.into_iter();
    let rows = contacts.map(|contact| cells(contact, messages).to_vec());
    table(separator, std::iter::once(headings(&HEADINGS)).chain(rows))
}

/// Returns headings as a row.
pub fn headings(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

/// Writes rows as CSV (RFC 4180) with a byte order mark; without it Excel assumes another encoding than
/// UTF-8. No cell is a formula.
pub fn table(separator: u8, rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row.into_iter().map(guarded));
    }
    writer.into_inner().unwrap_or_default()
}

fn cells(contact: &Contact, messages: &Messages) -> [String; HEADINGS.len()] {
    let language = messages.language();
    let phones = |kind: PhoneKind| {
        let phones = contact.phones.iter().filter(|phone| phone.kind == kind);
        let written = |phone: &Phone| {
            let label = phone.label.as_ref().map_or("", |label| label.get(language));
            phone::written(&phone.number, phone.extension.as_deref(), label)
        };
        phones.map(written).collect::<Vec<_>>().join("; ")
    };
    let slugs = contact.categories.iter().map(|category| category.slug());
    let codes = contact.languages.iter().map(|code| code.0.as_str());
    [
        contact.id.clone(),
        contact.name(language).to_owned(),
        contact.organization(language).to_owned(),
        slugs.collect::<Vec<_>>().join("; "),
        contact.region.code().to_owned(),
        contact.places.first().cloned().unwrap_or_default(),
        phones(PhoneKind::Voice),
        phones(PhoneKind::Text),
        phones(PhoneKind::Tty),
        phones(PhoneKind::Fax),
        contact.email.clone().unwrap_or_default(),
        contact.website(language).unwrap_or_default().to_owned(),
        contact
            .hours
            .as_ref()
            .map_or("", |hours| hours.get(language))
            .to_owned(),
        codes.collect::<Vec<_>>().join(" "),
        contact.description.get(language).to_owned(),
    ]
}

/// Returns a cell that no spreadsheet takes for a formula.
pub fn guarded(cell: String) -> String {
    if cell.starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell
    }
}
