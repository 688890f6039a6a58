//! Documents as lines of text, for commands that print pages of the screen.

use std::io::{self, Write};

use crate::cli::context::Environment;
use crate::cli::situation::Situation;
use crate::directory::{Contact, Phone, phone};
use crate::document::extension::in_words;
use crate::document::{Document, Role, Row};
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Columns of a line if the environment names none.
const USUAL: u16 = 80;

/// Least and greatest width of a line.
const WIDTHS: std::ops::RangeInclusive<u16> = 20..=100;

/// Returns the width of lines: `COLUMNS`, within readable limits.
pub(in crate::cli) fn width(environment: Environment<'_>) -> u16 {
    let columns = environment("COLUMNS").and_then(|columns| columns.into_string().ok());
    let columns = columns.and_then(|columns| columns.parse().ok());
    let columns: u16 = columns.unwrap_or(USUAL);
    columns.clamp(*WIDTHS.start(), *WIDTHS.end())
}

/// Writes a document, without the signs around its links.
///
/// # Errors
/// The lines cannot be written.
pub(in crate::cli) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for row in &document.rows {
        writeln!(out, "{}", line(row))?;
    }
    Ok(())
}

/// Returns a document as one line, without the signs around its links.
pub(in crate::cli) fn in_one_line(document: &Document) -> String {
    let rows = document.rows.iter().map(line);
    rows.collect::<Vec<_>>().join(" ")
}

/// Returns a contact in one line: name, number to dial now, region, id, and the report that makes the
/// number a wrong one.
pub(in crate::cli) fn named(
    contact: &Contact,
    situation: &Situation<'_>,
    messages: &Messages,
) -> String {
    let number = situation.number(contact);
    let number = number.map(|phone| number_of(contact, phone, situation, messages));
    let number = number.unwrap_or_else(|| messages.text("cli-search-no-phone"));
    let language = messages.language();
    let beside = contact.beside_title(language);
    let beside = beside.map(|words| format!(", {words}"));
    let name = contact.title(language).to_owned() + &beside.unwrap_or_default();
    let facts = [
        ("name", name.into()),
        ("phone", number.into()),
        ("region", messages.text(&contact.region.message_id()).into()),
        ("id", contact.id.as_str().into()),
    ];
    let line = messages.format("cli-search-contact", &facts);
    printable(&with_report(line, situation.report_on(contact, messages)))
}

/// Returns a number of a contact as dialled, with a mark if it must be confirmed first.
pub(in crate::cli) fn number_of(
    contact: &Contact,
    phone: &Phone,
    situation: &Situation<'_>,
    messages: &Messages,
) -> String {
    let number = in_words(&phone.dialled(), messages);
    let number = phone::with_kind(number, phone.kind, messages);
    if contact.is_number_doubtful(phone, situation.today()) {
        messages.format("list-number-doubtful", &[("number", number.into())])
    } else {
        number
    }
}

/// Returns the line of a contact with the report on its number, if there is one.
pub(in crate::cli) fn with_report(line: String, report: Option<String>) -> String {
    match report {
        Some(report) => format!("{line} ! {report}"),
        None => line,
    }
}

fn line(row: &Row) -> String {
    let mut line = String::new();
    for span in &row.spans {
        match span.role {
            Role::LinkStart | Role::LinkEnd => {}
            // The screen aligns columns with no-break spaces; programs expect plain ones.
            Role::Gap | Role::Separator | Role::Mark => {
                line.push_str(&span.text.replace('\u{a0}', " "));
            }
            _ => line.push_str(&span.text),
        }
    }
    printable(&line).trim_end_matches(' ').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Composer, Link, Piece};

    #[test]
    fn links_lose_their_signs_and_columns_have_plain_spaces() {
        let mut composer = Composer::new(40);
        let link = composer.link("911", Link::Copy("911".to_owned()));
        composer.paragraph(0, vec![Piece::text("Call"), Piece::gap(3), link]);
        composer.paragraph(0, vec![Piece::text("a\u{1b}[2J\u{202e}b")]);
        let mut out = Vec::new();
        write(&composer.finish(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "Call   911\na [2J b\n");
    }

    #[test]
    fn lines_are_as_wide_as_the_environment_says_within_limits() {
        for (columns, expected) in [("60", 60), ("3", 20), ("900", 100), ("wide", 80)] {
            let environment = |name: &str| (name == "COLUMNS").then(|| columns.into());
            assert_eq!(width(&environment), expected, "{columns}");
        }
        assert_eq!(width(&|_| None), 80);
    }
}
