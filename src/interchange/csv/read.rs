//! Conversion of rows to contacts.

use std::borrow::Cow;

use super::cells::{
    digits, has_words, in_one_line, is_number_of, is_words, joined, labelled, plain, says_nothing,
    without_decimals,
};
use super::columns::{Column, line};
use super::facts::{fact, has_numbers};
use super::layout::ColumnLayout;
use crate::directory::check::is_address;
use crate::directory::phone;
use crate::interchange::flags::{is_inactive, is_no, is_yes};
use crate::interchange::incoming::{one_line, with_scheme};
use crate::interchange::table::Table;
use crate::interchange::{Incoming, LeftOut, Line, Reading, RemarkReason};

/// Google's separator of several values in a cell.
pub(super) const SEVERAL: &str = ":::";

/// Greatest number of rows in which the numbers of a column are looked for.
pub(super) const SAMPLE: usize = 50;

/// Reads the rows of a file; row 1 has the headings. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let table = table(bytes);
    let mut layout = ColumnLayout::of(table.head());
    if !are_contacts(&table, &layout.columns) {
        if !table.text().trim().is_empty() {
            reading.not_contacts(headings_of(bytes));
        }
        return reading;
    }
    if let Some(word) = &table.guessed {
        reading.remark(0, "", word, RemarkReason::Guessed);
    }
    let above = table.above();
    for (number, line) in (1..).zip(&above) {
        let text = line.trim_matches(|c: char| c.is_whitespace() || ",;|\"".contains(c));
        if !text.is_empty() {
            reading.remark(number, "", text, RemarkReason::AboveHead);
        }
    }
    for (number, row) in (above.len() + 1..).zip(&table.rows).skip(1) {
        let cells: Vec<Cow<'_, str>> = table.cells(*row).collect();
        if row.is_unclosed {
            let text = cells.iter().find(|cell| !cell.trim().is_empty());
            let text = text.map_or("", |cell| cell.trim());
            reading.remark(number, "", text, RemarkReason::Unclosed);
        }
        if let Some(more) = more_headings(&cells, &layout) {
            layout = more;
            continue;
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            reading.rows += 1;
            let contact = ContactRow {
                number,
                layout: &layout,
                cells: &cells,
            };
            if let Some(contact) = contact.contact(&mut reading) {
                reading.take(contact);
            }
        }
    }
    if !reading.unread.is_empty() {
        let unread = reading.unread.join(", ");
        reading.remark(0, "", &unread, RemarkReason::Unread);
    }
    reading.redact_disclosed();
    reading
}

/// Returns the headings of a table that is not one of contacts; `None` for another file.
pub fn headings_of(bytes: &[u8]) -> Option<String> {
    let table = table(bytes);
    let head = table.head();
    let words = head
        .iter()
        .filter(|cell| cell.contains(char::is_alphabetic));
    let words: Vec<&str> = words.map(String::as_str).collect();
    let is_data = table.text().trim_start().starts_with(['{', '[', '<', '%']);
    (words.len() > 1 && table.rows.len() > 1 && !is_data).then(|| words.join(", "))
}

/// Returns true if the headings are those of an address book.
pub fn is_contacts(bytes: &[u8]) -> bool {
    let table = table(bytes);
    are_contacts(&table, &ColumnLayout::of(table.head()).columns)
}

/// Returns the table of a file; titles may stand above its headings.
fn table(bytes: &[u8]) -> Table {
    Table::headed(bytes.to_vec(), |head| {
        let columns = ColumnLayout::of(head.to_vec()).columns;
        columns.iter().any(is_name) && columns.iter().any(is_phone)
    })
}

fn is_name(column: &Column) -> bool {
    matches!(
        column,
        Column::Name | Column::NamePart(_) | Column::Organization
    )
}

fn is_phone(column: &Column) -> bool {
    matches!(column, Column::Phone(_) | Column::MaybePhone(_))
}

fn are_contacts(table: &Table, columns: &[Column]) -> bool {
    // Tables of services have websites too, and their numbers in other files.
    let has_cells = |index: usize, like: &Line| {
        let rows = table.rows.iter().skip(1).take(SAMPLE);
        let mut cells = rows.filter_map(|row| table.cells(*row).nth(index));
        cells.any(|cell| is_number_of(like, &cell))
    };
    let reached = |(index, column): (usize, &Column)| match column {
        Column::Phone(_) => true,
        Column::MaybePhone(like) => has_cells(index, like),
        _ => false,
    };
    columns.iter().any(is_name)
        && columns.iter().enumerate().any(reached)
        && has_numbers(table, columns)
}

/// Returns the layout of another file that was joined to this one, if the row has its headings.
fn more_headings(cells: &[Cow<'_, str>], layout: &ColumnLayout) -> Option<ColumnLayout> {
    let bare = |cell: &Cow<'_, str>| cell.trim_start_matches('\u{feff}').trim().to_owned();
    let more: Vec<String> = cells.iter().map(bare).collect();
    if more != layout.headings && !cells.first()?.starts_with('\u{feff}') {
        return None;
    }
    let more = ColumnLayout::of(more);
    more.columns.iter().any(is_phone).then_some(more)
}

/// Row being read.
struct ContactRow<'a> {
    /// Number of the row, from 1.
    number: usize,
    layout: &'a ColumnLayout,
    cells: &'a [Cow<'a, str>],
}

/// Texts of a row that say that its place is secret, and lines of its addresses.
#[derive(Default)]
struct Hidden {
    is_private: bool,
    words: String,
    addresses: Vec<String>,
}

impl Hidden {
    fn add(&mut self, value: &str, is_address: bool) {
        self.words.push_str(&one_line(value));
        self.words.push('\n');
        if is_address {
            let lines = value.split(['\n', ',']);
            self.addresses.extend(lines.map(str::to_owned));
        }
    }
}

impl ContactRow<'_> {
    /// Returns the contact of the row; `None` for a service that does not operate.
    fn contact(&self, reading: &mut Reading) -> Option<Incoming> {
        if let Some(status) = self.inactive() {
            reading.remark(self.number, "", status, RemarkReason::Inactive);
            return None;
        }
        let mut contact = Incoming {
            row: self.number,
            ..Incoming::default()
        };
        let mut parts: [String; 5] = Default::default();
        let mut hidden = Hidden::default();
        for (index, value) in self.cells.iter().map(|cell| cell.trim()).enumerate() {
            let Some(column) = self.layout.columns.get(index) else {
                if !value.is_empty() {
                    reading.remark(self.number, "", value, RemarkReason::Ragged);
                }
                continue;
            };
            if value.is_empty() || says_nothing(column, value) {
                continue;
            }
            let text = in_one_line(column, value);
            match column {
                Column::Name if contact.name.is_empty() => contact.name = text,
                Column::NamePart(part) => parts[usize::from(*part)] = text,
                Column::Phone(like) => self.phone(&mut contact, index, like, reading),
                Column::MaybePhone(like) if is_number_of(like, value) => {
                    self.phone(&mut contact, index, like, reading);
                }
                Column::Extension => self.extension(&mut contact, index, text, reading),
                Column::Website | Column::Site => {
                    self.website(&mut contact, index, &text, reading);
                }
                Column::Languages => reading.languages(&mut contact, &self.heading(index), &text),
                Column::Categories => reading.kinds(&mut contact, &self.heading(index), &text),
                Column::Email => reading.emails(&mut contact, &self.heading(index), &text),
                Column::LeftOut(kind) => {
                    hidden.add(value, *kind == LeftOut::Addresses);
                    reading.leave_out(*kind);
                }
                Column::Secret => {
                    hidden.is_private |= !is_no(value);
                    if !is_no(value) && !is_yes(value) {
                        hidden.add(value, true);
                        reading.leave_out(LeftOut::Addresses);
                    }
                }
                Column::Other | Column::Unknown | Column::PhoneLabel | Column::MaybePhone(_) => {
                    self.unread(&mut contact, index, value, reading);
                }
                _ => plain(&mut contact, column, &self.heading(index), text),
            }
        }
        self.name(&mut contact, &parts, reading);
        reading.hide(
            &mut contact,
            hidden.is_private,
            &hidden.words,
            &hidden.addresses,
        );
        Some(contact)
    }

    /// Returns the name of a service that does not operate, as its status says.
    fn inactive(&self) -> Option<&str> {
        let columns = self.layout.columns.iter();
        let index_of = |wanted: &Column| columns.clone().position(|column| column == wanted);
        let status = self.cell(index_of(&Column::Status));
        let names = [Column::Name, Column::Organization].map(|column| self.cell(index_of(&column)));
        let name = names.into_iter().find(|name| !name.is_empty());
        is_inactive(status).then_some(name.unwrap_or(status))
    }

    fn cell(&self, index: Option<usize>) -> &str {
        let cell = index.and_then(|index| self.cells.get(index));
        cell.map_or("", |cell| cell.trim())
    }

    /// Adds the numbers of a cell, with the kind and the extension that stand in other cells.
    fn phone(&self, contact: &mut Incoming, index: usize, like: &Line, reading: &mut Reading) {
        let value = without_decimals(self.cell(Some(index)));
        let field = self.heading(index);
        let about = self.layout.companions[index];
        if !is_no(self.cell(about.private)) {
            return reading.remark(self.number, &field, value, RemarkReason::Private);
        }
        let label = Some(self.cell(about.label)).filter(|label| !label.is_empty());
        let like = label.map_or_else(|| like.clone(), |label| labelled(label, like));
        let extension = self.cell(about.extension);
        let digits = digits(extension);
        let numbers = match digits.as_deref() {
            _ if extension.is_empty() || is_words(extension) => {
                reading.numbers(self.number, &field, value, &like)
            }
            Some(digits) => match phone::phones(value).as_slice() {
                [Ok(one)] if one.extension.as_deref().is_none_or(|own| own == digits) => {
                    let whole = phone::written(&one.number, Some(digits), &one.label);
                    reading.numbers(self.number, &field, &whole, &like)
                }
                _ => vec![reading.doubtful(self.number, &field, &joined(value, extension), &like)],
            },
            None => vec![reading.doubtful(self.number, &field, &joined(value, extension), &like)],
        };
        contact.phones.extend(numbers);
    }

    /// Takes the title of a position; an extension has been taken with its number, or is reported.
    fn extension(&self, contact: &mut Incoming, index: usize, text: String, reading: &mut Reading) {
        if is_words(&text) {
            if contact.title.is_empty() {
                contact.title = text;
            }
            return;
        }
        let mut companions = self.layout.companions.iter();
        let target = companions.position(|about| about.extension == Some(index));
        let is_taken = target.is_some_and(|target| match &self.layout.columns[target] {
            Column::MaybePhone(like) => is_number_of(like, self.cell(Some(target))),
            _ => !self.cell(Some(target)).is_empty(),
        });
        if !is_taken {
            let field = self.heading(index);
            let like = line(&field);
            let number = reading.doubtful(self.number, &field, &joined("", &text), &like);
            contact.phones.push(number);
        }
    }

    fn heading(&self, index: usize) -> String {
        self.layout
            .headings
            .get(index)
            .map_or_else(String::new, |text| one_line(text))
    }

    /// Keeps the numbers of a cell without a use, and names the heading of other words.
    fn unread(&self, contact: &mut Incoming, index: usize, value: &str, reading: &mut Reading) {
        let heading = self.heading(index);
        let strays = reading.stray_numbers(self.number, &heading, value);
        let is_unknown = self.layout.columns[index] == Column::Unknown;
        let is_unread = strays.is_empty() && is_unknown && !heading.is_empty();
        contact.phones.extend(strays);
        if is_unread && !reading.unread.contains(&heading) {
            reading.unread.push(heading);
        }
    }

    fn website(&self, contact: &mut Incoming, index: usize, text: &str, reading: &mut Reading) {
        let first = text.split(SEVERAL).next().unwrap_or_default().trim();
        if is_address(first) {
            if contact.website.is_empty() {
                first.clone_into(&mut contact.website);
            }
        } else if let Some(address) = with_scheme(first) {
            reading.remark(
                self.number,
                &self.heading(index),
                first,
                RemarkReason::Scheme,
            );
            if contact.website.is_empty() {
                contact.website = address;
            }
        } else if self.layout.columns[index] == Column::Site {
            contact.facts.push(fact(&self.heading(index), text));
        } else {
            reading.remark(
                self.number,
                &self.heading(index),
                text,
                RemarkReason::Website,
            );
        }
    }

    /// Composes the name, or uses another field for it.
    fn name(&self, contact: &mut Incoming, parts: &[String; 5], reading: &mut Reading) {
        let joined = one_line(&parts.join(" "));
        let bare = parts[1..4].iter().all(String::is_empty);
        let (given, family) = (&parts[1], &parts[3]);
        if contact.name.is_empty() && !bare {
            contact.name = joined;
        } else if family.is_empty() && !given.is_empty() && !has_words(&contact.name, given) {
            // "Name" beside "First Name" is the family name.
            contact.name = one_line(&format!("{given} {}", contact.name));
        }
        if !contact.name.is_empty() {
            return;
        }
        let number = contact.phones.first().map(|line| line.number.clone());
        if !contact.organization.is_empty() {
            contact.name.clone_from(&contact.organization);
            return;
        }
        let stand_ins = [
            contact.emails.first().cloned().unwrap_or_default(),
            number.unwrap_or_default(),
            contact.website.clone(),
        ];
        let stand_in = stand_ins.into_iter().find(|name| !name.is_empty());
        contact.name = stand_in.unwrap_or_default();
        reading.remark(self.number, "", &contact.name, RemarkReason::Nameless);
    }
}
