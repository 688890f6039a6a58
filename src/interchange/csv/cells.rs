//! Contents of single cells.

use super::columns::{Column, is_helpline, line};
use super::facts::fact;
use super::read::SEVERAL;
use crate::directory::{PhoneKind, phone};
use crate::interchange::flags::{is_no, is_yes, says_no_number, says_no_text};
use crate::interchange::hsds::region_named;
use crate::interchange::incoming::{description, one_line};
use crate::interchange::numbers::has_number;
use crate::interchange::{Incoming, Line};

/// Reduces a cell to one line; a description may be longer.
pub(super) fn in_one_line(column: &Column, value: &str) -> String {
    match column {
        Column::Description => description(value),
        _ => one_line(value),
    }
}

/// Returns the digits of the only extension in a cell of its own.
pub(super) fn digits(cell: &str) -> Option<String> {
    let mut digits = phone::extensions(cell)?;
    digits.pop().filter(|_| digits.is_empty())
}

/// Returns a number without the decimals that spreadsheets add.
pub(super) fn without_decimals(cell: &str) -> &str {
    let whole = cell.strip_suffix(".0");
    let is_digits =
        |whole: &&str| !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    whole.filter(is_digits).unwrap_or(cell)
}

/// Returns true for a number under a heading that may be another one's: "Home" or "Crisis line". Only the
/// latter has short numbers; "Bureau" has rooms.
pub(super) fn is_number_of(like: &Line, cell: &str) -> bool {
    let cell = without_decimals(cell.trim());
    let is_whole = |number: &str| phone::national(number).len() == "902-555-0123".len();
    let only = || phone::only(cell);
    has_number(cell)
        || only().is_some_and(|phone| is_whole(&phone.number) || is_helpline(&like.label))
}

/// Returns the line that a label beside a number describes; it may call no fax a line for calls.
pub(super) fn labelled(label: &str, like: &Line) -> Line {
    let named = line(label);
    match named.kind {
        PhoneKind::Voice => Line {
            kind: like.kind,
            ..named
        },
        _ => named,
    }
}

/// Returns true if a cell says that it has nothing. A name is one, whatever it is.
pub(super) fn says_nothing(column: &Column, value: &str) -> bool {
    match column {
        Column::Name | Column::NamePart(_) => false,
        Column::Phone(_) | Column::MaybePhone(_) | Column::Extension => says_no_number(value),
        // "Open: yes" is no hours.
        Column::Hours => is_yes(value) || is_no(value) || says_no_text(value),
        _ => says_no_text(value),
    }
}

/// Returns true for a cell without digits: "Poste" is a position, too.
pub(super) fn is_words(cell: &str) -> bool {
    !cell.contains(|c: char| c.is_ascii_digit())
}

/// Returns a number with an extension that cannot be told, as text.
pub(super) fn joined(number: &str, extension: &str) -> String {
    format!("{number} ext. {extension} ?")
        .trim_start()
        .to_owned()
}

/// Returns true if a name has these words, in any case.
pub(super) fn has_words(name: &str, words: &str) -> bool {
    let [name, words] = [name, words].map(str::to_lowercase);
    let mut all = words.split_whitespace();
    all.all(|word| name.split_whitespace().any(|other| other == word))
}

/// Returns the parts of a cell with several values.
pub(super) fn several(cell: &str, separators: &[char]) -> Vec<String> {
    let text = cell.replace(SEVERAL, ";");
    let parts = text.split(separators).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Copies a cell that needs no parsing. Of several columns the first one counts; `heading` is that of a fact.
pub(super) fn plain(contact: &mut Incoming, column: &Column, heading: &str, text: String) {
    let field = match column {
        Column::Organization => &mut contact.organization,
        Column::Unit => {
            contact.organization = format!("{}, {text}", contact.organization);
            return;
        }
        Column::Title => &mut contact.title,
        Column::Town => &mut contact.town,
        Column::Hours => &mut contact.hours,
        Column::Description | Column::Program => &mut contact.description,
        Column::Id => &mut contact.uid,
        Column::Region => {
            // "Région" is a part of a province in Quebec.
            match region_named(&text) {
                Some(region) => region.code().clone_into(&mut contact.region),
                None => contact.facts.push(fact(heading, &text)),
            }
            return;
        }
        Column::Fact => return contact.facts.push(fact(heading, &text)),
        Column::Groups => return contact.categories.extend(several(&text, &[';', ','])),
        _ => return,
    };
    if field.is_empty() {
        *field = text;
    }
}
