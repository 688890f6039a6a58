//! Result of an import: contacts, and remarks on everything that was left out.

use std::collections::{BTreeMap, HashSet};

use super::ForeignKind;
use super::remark::{ContactField, LeftOut, Remark, RemarkReason};
use crate::directory::check::is_address;
use crate::directory::{LanguageCode, PhoneKind, SecretAddresses, phone};
use crate::i18n::typography::{is_obeyed, printable};

/// Last parts of the addresses of websites that are known without `www`.
const ENDS: [&str; 6] = [".ca", ".com", ".org", ".net", ".info", ".quebec"];

/// Content of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Number of cards or rows in the file.
    pub rows: usize,
    /// Usable contacts.
    pub contacts: Vec<Incoming>,
    /// Parts that were refused or are doubtful.
    pub remarks: Vec<Remark>,
    /// Number of fields of each kind that were left out on purpose.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// Addresses of places that must stay unknown.
    pub(super) secrets: SecretAddresses,
    /// Organizations of those places.
    pub(super) hidden: HashSet<String>,
    /// Headings of the columns that are not understood and have words.
    pub(super) unread: Vec<String>,
}

/// Contact of another program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Card or row, counted from 1.
    pub row: usize,
    /// Identifier in its own program; may be empty.
    pub uid: String,
    /// Name; never empty.
    pub name: String,
    /// Numbers, the one to call first at the head.
    pub phones: Vec<Line>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Address of the website; may be empty.
    pub website: String,
    /// Organization; may be empty.
    pub organization: String,
    /// Role of the person; may be empty.
    pub title: String,
    /// Town; may be empty.
    pub town: String,
    /// Hours; may be empty.
    pub hours: String,
    /// Description; may be empty.
    pub description: String,
    /// Languages spoken.
    pub languages: Vec<LanguageCode>,
    /// Names of its categories, as written in the file.
    pub categories: Vec<String>,
    /// Code of a province or territory; may be empty.
    pub region: String,
    /// Facts without a field of their own.
    pub facts: Vec<String>,
}

/// Number of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number in the directory's notation, or ambiguous text.
    pub number: String,
    /// Digits of the extension.
    pub extension: Option<String>,
    /// Kind of line.
    pub kind: PhoneKind,
    /// Types of the line in the terms of address books.
    pub types: Vec<LineType>,
    /// Label of the line; may be empty.
    pub label: String,
}

/// Type of a line in address books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LineType {
    Cell,
    Home,
    Work,
    Pager,
}

impl LineType {
    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Cell => "phone-type-cell",
            Self::Home => "phone-type-home",
            Self::Work => "phone-type-work",
            Self::Pager => "phone-type-pager",
        }
    }
}

impl Reading {
    /// Adds a remark on a row.
    pub(super) fn remark(&mut self, row: usize, field: &str, text: &str, reason: RemarkReason) {
        self.remarks.push(Remark {
            row,
            field: field.to_owned(),
            changed: Vec::new(),
            text: one_line(text),
            reason,
        });
    }

    /// Adds the remark on a file that is none of contacts; `headings` are those of a table.
    pub fn not_contacts(&mut self, headings: Option<String>) {
        let reason = headings
            .as_ref()
            .map_or(RemarkReason::WrongFormat, |_| RemarkReason::Headings);
        self.remark(0, "", &headings.unwrap_or_default(), reason);
    }

    /// Adds the remark on a file of another program.
    pub fn foreign(&mut self, kind: ForeignKind) {
        self.remark(0, "", "", RemarkReason::Foreign(kind));
    }

    /// Adds a remark on the fields from which an address was removed.
    pub(super) fn remark_address(&mut self, row: usize, changed: Vec<ContactField>) {
        self.remarks.push(Remark {
            row,
            field: String::new(),
            changed,
            text: String::new(),
            reason: RemarkReason::Address,
        });
    }

    /// Counts a field that is left out.
    pub(super) fn leave_out(&mut self, kind: LeftOut) {
        *self.left_out.entry(kind).or_default() += 1;
    }

    /// Adds a contact, or refuses it without a number and a website.
    pub(super) fn take(&mut self, mut contact: Incoming) {
        contact.settle();
        if contact.phones.is_empty() && contact.website.is_empty() {
            let name = contact.name;
            return self.remark(contact.row, "", &name, RemarkReason::NoNumber);
        }
        self.contacts.push(contact);
    }
}

impl Incoming {
    /// Orders the numbers, the one to call first at the head, and drops repetitions.
    fn settle(&mut self) {
        let mut seen = HashSet::new();
        self.phones.retain(|line| {
            let number = phone::national(&line.number).to_owned();
            seen.insert((number, line.extension.clone(), line.kind))
        });
        let reached = |line: &Line| {
            let dialled = phone::uri(&line.number, line.extension.as_deref()).is_some();
            (
                line.kind == PhoneKind::Fax,
                line.types.contains(&LineType::Pager),
                !dialled,
            )
        };
        self.phones.sort_by_key(reached);
    }
}

/// Greatest length of an imported text, in characters.
const LONGEST: usize = 300;
/// Greatest length of an imported description, in characters.
const LONGEST_DESCRIPTION: usize = 2_000;

/// Reduces a text to one line without control characters; an ellipsis stands where it is cut.
pub(super) fn one_line(text: &str) -> String {
    cut(text, LONGEST)
}

/// Reduces a description to one line, as [`one_line`] does.
pub(super) fn description(text: &str) -> String {
    cut(text, LONGEST_DESCRIPTION)
}

fn cut(text: &str, longest: usize) -> String {
    let hidden = |c: &char| is_obeyed(*c) && !c.is_control();
    let shown: String = text.chars().filter(|c| !hidden(c)).collect();
    let shown = printable(&shown);
    let words: Vec<&str> = shown.split(' ').filter(|word| !word.is_empty()).collect();
    let mut line = words.join(" ");
    if let Some((end, _)) = line.char_indices().nth(longest) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// Returns the address of a website that was written without its scheme.
pub(super) fn with_scheme(text: &str) -> Option<String> {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    let is_host = host.starts_with("www.") || ENDS.iter().any(|end| host.ends_with(end));
    let address = format!("https://{text}");
    (is_host && !text.contains(['@', ':']) && is_address(&address)).then_some(address)
}

/// Helper of tests of the formats.
#[cfg(test)]
pub(super) mod test {
    use super::*;

    /// Returns each number with its kind; a star stands before those that are dialled.
    pub(in crate::interchange) fn numbers(contact: &Incoming) -> Vec<String> {
        let number = |line: &Line| {
            let dialled = phone::uri(&line.number, line.extension.as_deref()).is_some();
            let written = phone::written(&line.number, line.extension.as_deref(), "");
            format!(
                "{}{written} {:?}",
                if dialled { "*" } else { "" },
                line.kind
            )
        };
        contact.phones.iter().map(number).collect()
    }
}
