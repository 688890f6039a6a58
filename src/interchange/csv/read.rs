//! Conversion of rows to contacts.

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Column, column, line};
use crate::directory::LanguageCode;
use crate::directory::check::is_address;
use crate::interchange::charset::{decode, to_utf8};
use crate::interchange::incoming::{is_confidential, one_line};
use crate::interchange::{Incoming, Line, Reading, Why};

/// Possible separators of cells.
const BETWEEN: [u8; 3] = *b",;\t";
/// Google's separator of several values in a cell.
const SEVERAL: &str = ":::";
/// First characters that make a spreadsheet treat a cell as a formula.
pub(in crate::interchange) const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Reads the rows of a file; row 1 has the headings. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let text = to_utf8(bytes);
    let (text, guessed) = decode(&text, None);
    let mut rows = records(text.as_bytes());
    let headings = rows.next().unwrap_or_default();
    let columns: Vec<Column> = headings
        .iter()
        .map(|heading| column(&cell(heading)))
        .collect();
    if !are_contacts(&columns) {
        if !text.trim().is_empty() {
            reading.remark(0, "", "", Why::WrongFormat);
        }
        return reading;
    }
    if guessed {
        reading.remark(0, "", "é, è, ö", Why::Guessed);
    }
    for (row, record) in (2..).zip(rows) {
        if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
            reading.rows += 1;
            let contact = Row {
                place: row,
                headings: &headings,
                record: &record,
            };
            let contact = contact.contact(&columns, &mut reading);
            reading.take(contact);
        }
    }
    reading
}

/// Returns true if the headings are those of an address book.
pub fn is_contacts(bytes: &[u8]) -> bool {
    let text = to_utf8(bytes);
    let (text, _) = decode(&text, None);
    let headings = records(text.as_bytes()).next().unwrap_or_default();
    let columns: Vec<Column> = headings
        .iter()
        .map(|heading| column(&cell(heading)))
        .collect();
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

/// Returns the rows of a file, with any of the known separators.
fn records(text: &[u8]) -> impl Iterator<Item = ByteRecord> {
    let head = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: &u8| head.split(|byte| byte == sign).count();
    let between = BETWEEN.into_iter().max_by_key(count).unwrap_or(b',');
    let reader = ReaderBuilder::new()
        .delimiter(between)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    // No record is an error: the input is in memory, and rows may have any length.
    reader.into_byte_records().filter_map(Result::ok)
}

/// Returns a cell as text, without the sign that marks it as text for a spreadsheet.
fn cell(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let guarded = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(FORMULA));
    guarded.unwrap_or(&text).trim().to_owned()
}

/// Row being read.
struct Row<'a> {
    place: usize,
    headings: &'a ByteRecord,
    record: &'a ByteRecord,
}

impl Row<'_> {
    fn contact(&self, columns: &[Column], reading: &mut Reading) -> Incoming {
        let mut contact = Incoming {
            row: self.place,
            ..Incoming::default()
        };
        let mut parts: [String; 5] = Default::default();
        let mut words = String::new();
        let mut label: Option<Line> = None;
        for (place, value) in self.record.iter().map(cell).enumerate() {
            let Some(column) = columns.get(place) else {
                if !value.is_empty() {
                    reading.remark(self.place, "", &value, Why::Ragged);
                }
                continue;
            };
            if value.is_empty() {
                label = None;
                continue;
            }
            let text = one_line(&value);
            match column {
                Column::Name => contact.name = text,
                Column::NamePart(part) => parts[usize::from(*part)] = text,
                Column::PhoneLabel => label = Some(line(&text)),
                Column::Phone(like) => {
                    let like = label.take().unwrap_or_else(|| like.clone());
                    let field = self.heading(place);
                    let numbers = reading.numbers(self.place, &field, &value, &like);
                    contact.phones.extend(numbers);
                }
                Column::Website => self.website(&mut contact, place, &text, reading),
                Column::LeftOut(kind) => {
                    words.push_str(&text);
                    reading.leave_out(*kind);
                }
                _ => plain(&mut contact, column, text),
            }
        }
        self.name(&mut contact, &parts, reading);
        for more in [&contact.name, &contact.organization, &contact.title] {
            words.push_str(more);
        }
        if is_confidential(&words) {
            contact.town.clear();
        }
        contact
    }

    fn heading(&self, place: usize) -> String {
        one_line(&self.headings.get(place).map(cell).unwrap_or_default())
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
