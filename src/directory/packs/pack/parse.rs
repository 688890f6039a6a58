//! Lines of a pack: the header, contacts, and ids to remove, parsed by the rules of packs.

use std::path::Path;

use serde_json::Value;

use super::{EMBEDDED, Gone, Header, PackError, PackLine, VERSION};
use crate::directory::check::{self, Fault, Problem};
use crate::directory::{Contact, load};

/// Set of rules for a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// None: the line was checked before.
    Kept,
    /// All, except that a number may be text as written.
    ButNumbers,
    /// All.
    All,
}

/// Parses the header from the first line.
pub(super) fn header(path: &Path, text: &[u8]) -> Result<Header, PackError> {
    let foreign = || PackError::Foreign {
        path: path.to_owned(),
    };
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let value: Value = serde_json::from_slice(text).map_err(|_| foreign())?;
    let version = value.get("havre_pack").ok_or_else(foreign)?;
    if let Some(version) = version.as_u64().filter(|one| *one > u64::from(VERSION)) {
        return Err(PackError::Newer {
            path: path.to_owned(),
            version,
        });
    }
    let header: Header = serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        let reason = Fault::Unreadable(error.into_inner().to_string());
        fault(path, 1, "", &field, reason)
    })?;
    let wrong = |field: &str, what| Err(fault(path, 1, "", field, what));
    if header.version != VERSION {
        return wrong("havre_pack", Fault::Unreadable(header.version.to_string()));
    }
    if !check::is_slug(&header.name) || header.name.len() > 64 || header.name == EMBEDDED {
        return wrong("name", Fault::Slug);
    }
    if !check::is_day(&header.date) {
        return wrong("date", Fault::Date);
    }
    for (field, text) in [
        ("publisher", Some(&header.publisher)),
        ("licence", Some(&header.licence)),
        ("corrections_to", header.corrections_to.as_ref()),
        ("imported", header.imported.as_ref()),
    ] {
        let flaw = text.and_then(|text| check::unprintable(text));
        if let Some(flaw) = flaw {
            return wrong(field, Fault::Text(flaw));
        }
    }
    let is_to = |text: &String| check::is_email(text) || check::is_address(text);
    if !header.corrections_to.as_ref().is_none_or(is_to) {
        return wrong("corrections_to", Fault::CorrectionsTo);
    }
    Ok(header)
}

/// Parses a line after the header.
pub(super) fn line(
    path: &Path,
    number: usize,
    text: &[u8],
    rules: Rules,
) -> Result<PackLine, PackError> {
    let read: Contact = match serde_json::from_slice(text) {
        Ok(read) => read,
        Err(_) => return gone_or_fault(path, number, text),
    };
    // Ids of own contacts are reserved for the worker.
    if read.is_own() {
        return Err(fault(path, number, &read.id, "id", Fault::Slug));
    }
    let mut problems = match rules {
        Rules::Kept => Vec::new().into_iter(),
        Rules::ButNumbers | Rules::All => check::contact(&read).into_iter(),
    };
    let of_number = |fault: &Fault| matches!(fault, Fault::Phone | Fault::LongExtension);
    let grave = |fault: &Fault| !of_number(fault) || rules == Rules::All;
    let is_refused = |one: &Problem| is_grave(&one.fault, &one.field) && grave(&one.fault);
    if let Some(problem) = problems.find(is_refused) {
        return Err(fault(path, number, &read.id, &problem.field, problem.fault));
    }
    Ok(PackLine::Contact(Box::new(read)))
}

/// Parses a line that is not a contact: an id to remove, or an error.
fn gone_or_fault(path: &Path, number: usize, text: &[u8]) -> Result<PackLine, PackError> {
    let unreadable = |error: &serde_json::Error| {
        let reason = Fault::Unreadable(error.to_string());
        fault(path, number, "", "", reason)
    };
    let value: Value = serde_json::from_slice(text).map_err(|error| unreadable(&error))?;
    if value.get("gone").is_some() {
        return match serde_json::from_value::<Gone>(value) {
            Ok(gone) if gone.gone => Ok(PackLine::Gone(gone.id)),
            Ok(gone) => Err(fault(path, number, &gone.id, "gone", Fault::Missing)),
            Err(error) => Err(unreadable(&error)),
        };
    }
    let record = value.get("id").and_then(Value::as_str).map(str::to_owned);
    match load::parse_record("", number, value) {
        Err(load::LoadError::Record { field, message, .. }) => {
            let record = record.unwrap_or_default();
            let field = if field == "." { "" } else { &field };
            Err(fault(
                path,
                number,
                &record,
                field,
                Fault::Unreadable(message),
            ))
        }
        Ok(contact) => Ok(PackLine::Contact(Box::new(contact))),
        Err(error) => Err(fault(
            path,
            number,
            "",
            "",
            Fault::Unreadable(error.to_string()),
        )),
    }
}

/// Returns true for faults that can do harm: a wrong number, a secret address, control characters.
/// Style, and texts in one language only, are accepted.
fn is_grave(fault: &Fault, field: &str) -> bool {
    let of_number = matches!(fault, Fault::Phone | Fault::LongExtension);
    fault.is_harmful() || of_number || (*fault == Fault::Missing && field == "name")
}

pub(super) fn fault(
    path: &Path,
    line: usize,
    record: &str,
    field: &str,
    fault: Fault,
) -> PackError {
    PackError::Line {
        path: path.to_owned(),
        line,
        record: record.to_owned(),
        field: field.to_owned(),
        fault: Box::new(fault),
    }
}
