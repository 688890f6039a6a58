//! Conversion of rows to contacts.

use std::borrow::Cow;

use super::columns::{Column, line};
use super::layout::ColumnLayout;
use crate::directory::LanguageCode;
use crate::directory::check::is_address;
use crate::directory::phone;
use crate::interchange::incoming::one_line;
use crate::interchange::numbers::has_number;
use crate::interchange::table::Table;
use crate::interchange::{Incoming, LeftOut, Line, Reading, Why};

/// Google's separator of several values in a cell.
const SEVERAL: &str = ":::";

/// Greatest number of rows in which the numbers of a column are looked for.
const SAMPLE: usize = 50;

/// Reads the rows of a file; row 1 has the headings. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let table = Table::of(bytes.to_vec());
    let mut layout = ColumnLayout::of(table.head());
    if !are_contacts(&table, &layout.columns) {
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
        if let Some(more) = more_headings(&cells, &layout) {
            layout = more;
            continue;
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            reading.rows += 1;
            let contact = ContactRow {
                place,
                layout: &layout,
                cells: &cells,
            };
            let contact = contact.contact(&mut reading);
            reading.take(contact);
        }
    }
    reading
}

/// Returns true if the headings are those of an address book.
pub fn is_contacts(bytes: &[u8]) -> bool {
    let table = Table::of(bytes.to_vec());
    are_contacts(&table, &ColumnLayout::of(table.head()).columns)
}

fn are_contacts(table: &Table, columns: &[Column]) -> bool {
    let named = |column: &Column| {
        matches!(
            column,
            Column::Name | Column::NamePart(_) | Column::Organization
        )
    };
    // Tables of services have websites too, and their numbers in other files.
    let has_cells = |place: usize| {
        let rows = table.rows.iter().skip(1).take(SAMPLE);
        let mut cells = rows.filter_map(|row| table.cells(*row).nth(place));
        cells.any(|cell| has_number(&cell))
    };
    let reached = |(place, column): (usize, &Column)| match column {
        Column::Phone(_) => true,
        Column::MaybePhone(_) => has_cells(place),
        _ => false,
    };
    columns.iter().any(named) && columns.iter().enumerate().any(reached)
}

/// Returns the layout of another file that was joined to this one, if the row has its headings.
fn more_headings(cells: &[Cow<'_, str>], layout: &ColumnLayout) -> Option<ColumnLayout> {
    let bare = |cell: &Cow<'_, str>| cell.trim_start_matches('\u{feff}').trim().to_owned();
    let more: Vec<String> = cells.iter().map(bare).collect();
    if more != layout.headings && !cells.first()?.starts_with('\u{feff}') {
        return None;
    }
    let more = ColumnLayout::of(more);
    let is_phone = |column: &Column| matches!(column, Column::Phone(_) | Column::MaybePhone(_));
    more.columns.iter().any(is_phone).then_some(more)
}

/// Row being read.
struct ContactRow<'a> {
    place: usize,
    layout: &'a ColumnLayout,
    cells: &'a [Cow<'a, str>],
}

impl ContactRow<'_> {
    fn contact(&self, reading: &mut Reading) -> Incoming {
        let mut contact = Incoming {
            row: self.place,
            ..Incoming::default()
        };
        let mut parts: [String; 5] = Default::default();
        let mut words = String::new();
        let mut addresses: Vec<String> = Vec::new();
        for (place, value) in self.cells.iter().map(|cell| cell.trim()).enumerate() {
            let Some(column) = self.layout.columns.get(place) else {
                if !value.is_empty() {
                    reading.remark(self.place, "", value, Why::Ragged);
                }
                continue;
            };
            if value.is_empty() {
                continue;
            }
            let text = one_line(value);
            match column {
                Column::Name => contact.name = text,
                Column::NamePart(part) => parts[usize::from(*part)] = text,
                Column::Phone(like) => self.phone(&mut contact, place, like, reading),
                Column::MaybePhone(like) if has_number(value) => {
                    self.phone(&mut contact, place, like, reading);
                }
                Column::Extension => self.extension(&mut contact, place, text, reading),
                Column::Website => self.website(&mut contact, place, &text, reading),
                Column::LeftOut(kind) => {
                    words.push_str(&text);
                    words.push('\n');
                    if *kind == LeftOut::Addresses {
                        addresses.extend(value.split(['\n', ',']).map(str::to_owned));
                    }
                    reading.leave_out(*kind);
                }
                Column::Other | Column::PhoneLabel | Column::MaybePhone(_) => {
                    let strays = reading.stray_numbers(self.place, &self.heading(place), value);
                    contact.phones.extend(strays);
                }
                _ => plain(&mut contact, column, text),
            }
        }
        self.name(&mut contact, &parts, reading);
        let hidden = contact.hide(false, &words, &addresses);
        (0..hidden).for_each(|_| reading.leave_out(LeftOut::Addresses));
        contact
    }

    fn cell(&self, place: Option<usize>) -> &str {
        let cell = place.and_then(|place| self.cells.get(place));
        cell.map_or("", |cell| cell.trim())
    }

    /// Adds the numbers of a cell, with the kind and the extension that stand in other cells.
    fn phone(&self, contact: &mut Incoming, place: usize, like: &Line, reading: &mut Reading) {
        let value = self.cell(Some(place));
        let field = self.heading(place);
        let (label, extension) = self.layout.companions[place];
        let label = Some(self.cell(label)).filter(|label| !label.is_empty());
        let like = label.map_or_else(|| like.clone(), line);
        let extension = self.cell(extension);
        let digits = digits(extension);
        let numbers = match digits.as_deref() {
            _ if extension.is_empty() || is_words(extension) => {
                reading.numbers(self.place, &field, value, &like)
            }
            Some(digits) => match phone::phones(value).as_slice() {
                [Ok(one)] if one.extension.as_deref().is_none_or(|own| own == digits) => {
                    let whole = phone::written(&one.number, Some(digits), &one.label);
                    reading.numbers(self.place, &field, &whole, &like)
                }
                _ => vec![reading.doubtful(self.place, &field, &joined(value, extension), &like)],
            },
            None => vec![reading.doubtful(self.place, &field, &joined(value, extension), &like)],
        };
        contact.phones.extend(numbers);
    }

    /// Takes the title of a position; an extension has been taken with its number, or is reported.
    fn extension(&self, contact: &mut Incoming, place: usize, text: String, reading: &mut Reading) {
        if is_words(&text) {
            if contact.title.is_empty() {
                contact.title = text;
            }
            return;
        }
        let mut companions = self.layout.companions.iter();
        let target = companions.position(|(_, extension)| *extension == Some(place));
        let is_taken = target.is_some_and(|target| match &self.layout.columns[target] {
            Column::MaybePhone(_) => has_number(self.cell(Some(target))),
            _ => !self.cell(Some(target)).is_empty(),
        });
        if !is_taken {
            let field = self.heading(place);
            let like = line(&field);
            let number = reading.doubtful(self.place, &field, &joined("", &text), &like);
            contact.phones.push(number);
        }
    }

    fn heading(&self, place: usize) -> String {
        self.layout
            .headings
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

/// Returns the digits of the only extension in a cell of its own.
fn digits(cell: &str) -> Option<String> {
    let mut digits = phone::extensions(cell)?;
    digits.pop().filter(|_| digits.is_empty())
}

/// Returns true for a cell without digits: "Poste" is a position, too.
fn is_words(cell: &str) -> bool {
    !cell.contains(|c: char| c.is_ascii_digit())
}

/// Returns a number with an extension that cannot be told, as text.
fn joined(number: &str, extension: &str) -> String {
    format!("{number} ext. {extension} ?")
        .trim_start()
        .to_owned()
}

/// Returns true if a name has these words, in any case.
fn has_words(name: &str, words: &str) -> bool {
    let [name, words] = [name, words].map(str::to_lowercase);
    let mut all = words.split_whitespace();
    all.all(|word| name.split_whitespace().any(|other| other == word))
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
