//! Conversion of rows to contacts.

use std::borrow::Cow;

use super::columns::{Column, column, line};
use crate::directory::LanguageCode;
use crate::directory::check::is_address;
use crate::interchange::incoming::{is_confidential, one_line};
use crate::interchange::table::Table;
use crate::interchange::{Incoming, Line, Reading, Why};

/// Google's separator of several values in a cell.
const SEVERAL: &str = ":::";

/// Reads the rows of a file; row 1 has the headings. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let table = Table::of(bytes.to_vec());
    let headings = table.head();
    let columns: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
    if !are_contacts(&columns) {
        if !table.text().trim().is_empty() {
            reading.remark(0, "", "", Why::WrongFormat);
        }
        return reading;
    }
    if let Some(word) = &table.guessed {
        reading.remark(0, "", word, Why::Guessed);
    }
    for (place, row) in (1..).zip(&table.rows).skip(1) {
        let cells: Vec<Cow<'_, str>> = table.cells(*row).collect();
        if row.is_unclosed {
            let text = cells.iter().find(|cell| !cell.trim().is_empty());
            let text = text.map_or("", |cell| cell.trim());
            reading.remark(place, "", text, Why::Unclosed);
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            reading.rows += 1;
            let contact = ContactRow {
                place,
                headings: &headings,
                cells: &cells,
            };
            let contact = contact.contact(&columns, &mut reading);
            reading.take(contact);
        }
    }
    reading
}

/// Returns true if the headings are those of an address book.
pub fn is_contacts(bytes: &[u8]) -> bool {
    let headings = Table::of(bytes.to_vec()).head();
    let columns: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
    are_contacts(&columns)
}

fn are_contacts(columns: &[Column]) -> bool {
    let named = |column: &Column| {
        matches!(
            column,
            Column::Name | Column::NamePart(_) | Column::Organization
        )
    };
    // Tables of services have websites too, and their numbers in other files.
    let reached = |column: &Column| matches!(column, Column::Phone(_));
    columns.iter().any(named) && columns.iter().any(reached)
}

/// Row being read.
struct ContactRow<'a> {
    place: usize,
    headings: &'a [String],
    cells: &'a [Cow<'a, str>],
}

impl ContactRow<'_> {
    fn contact(&self, columns: &[Column], reading: &mut Reading) -> Incoming {
        let mut contact = Incoming {
            row: self.place,
            ..Incoming::default()
        };
        let mut parts: [String; 5] = Default::default();
        let mut words = String::new();
        let mut label: Option<Line> = None;
        for (place, value) in self.cells.iter().map(|cell| cell.trim()).enumerate() {
            let Some(column) = columns.get(place) else {
                if !value.is_empty() {
                    reading.remark(self.place, "", value, Why::Ragged);
                }
                continue;
            };
            if value.is_empty() {
                label = None;
                continue;
            }
            let text = one_line(value);
            match column {
                Column::Name => contact.name = text,
                Column::NamePart(part) => parts[usize::from(*part)] = text,
                Column::PhoneLabel => label = Some(line(&text)),
                Column::Phone(like) => {
                    let like = label.take().unwrap_or_else(|| like.clone());
                    let field = self.heading(place);
                    let numbers = reading.numbers(self.place, &field, value, &like);
                    contact.phones.extend(numbers);
                }
                Column::Website => self.website(&mut contact, place, &text, reading),
                Column::LeftOut(kind) => {
                    words.push_str(&text);
                    words.push('\n');
                    reading.leave_out(*kind);
                }
                _ => plain(&mut contact, column, text),
            }
        }
        self.name(&mut contact, &parts, reading);
        for more in [&contact.name, &contact.organization, &contact.title] {
            words.push_str(more);
            words.push('\n');
        }
        if is_confidential(&words) {
            contact.town.clear();
        }
        contact
    }

    fn heading(&self, place: usize) -> String {
        self.headings
            .get(place)
            .map_or_else(String::new, |text| one_line(text))
    }

    fn website(&self, contact: &mut Incoming, place: usize, text: &str, reading: &mut Reading) {
        let first = text.split(SEVERAL).next().unwrap_or_default().trim();
        if !is_address(first) {
            reading.remark(self.place, &self.heading(place), text, Why::Website);
        } else if contact.website.is_empty() {
            first.clone_into(&mut contact.website);
        }
    }

    /// Composes the name, or uses another field for it.
    fn name(&self, contact: &mut Incoming, parts: &[String; 5], reading: &mut Reading) {
        let joined = one_line(&parts.join(" "));
        let bare = parts[1..4].iter().all(String::is_empty);
        if contact.name.is_empty() && !bare {
            contact.name = joined;
        }
        if !contact.name.is_empty() {
            return;
        }
        let number = contact.phones.first().map(|line| line.number.clone());
        let stand_ins = [
            contact.organization.clone(),
            contact.emails.first().cloned().unwrap_or_default(),
            number.unwrap_or_default(),
            contact.website.clone(),
        ];
        let stand_in = stand_ins.into_iter().find(|name| !name.is_empty());
        contact.name = stand_in.unwrap_or_default();
        reading.remark(self.place, "", &contact.name, Why::Nameless);
    }
}

/// Copies a cell that needs no parsing. Of several columns the first one counts.
fn plain(contact: &mut Incoming, column: &Column, text: String) {
    let several = |separators: &[char]| -> Vec<String> {
        let text = text.replace(SEVERAL, ";");
        let parts = text.split(separators).map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let field = match column {
        Column::Organization => &mut contact.organization,
        Column::Title => &mut contact.title,
        Column::Town => &mut contact.town,
        Column::Hours => &mut contact.hours,
        Column::Description => &mut contact.description,
        Column::Region => &mut contact.region,
        Column::Id => &mut contact.uid,
        Column::Email => {
            let addresses = several(&[';'])
                .into_iter()
                .filter(|part| part.contains('@'));
            return contact.emails.extend(addresses);
        }
        Column::Categories => return contact.categories.extend(several(&[';', ','])),
        Column::Languages => {
            let codes = several(&[';', ',', ' '])
                .into_iter()
                .filter(|code| code.len() == 2);
            return contact.languages.extend(codes.map(LanguageCode));
        }
        _ => return,
    };
    if field.is_empty() {
        *field = text;
    }
}
