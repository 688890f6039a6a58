//! Table of `havre check --coverage`: the kinds of help available by telephone in each region.

use crate::directory::coverage::{Cell, Row};
use crate::directory::{Contact, Region};
use crate::i18n::Messages;

/// Gaps that no count shows, known since the directory was compiled.
const KNOWN_HOLES: [&str; 8] = [
    "coverage-hole-police-based",
    "coverage-hole-compensation",
    "coverage-hole-offices",
    "coverage-hole-crown",
    "coverage-hole-sex-work",
    "coverage-hole-cavac",
    "coverage-hole-shelters",
    "coverage-hole-audiences",
];

/// Returns the whole page as Markdown.
pub(super) fn page(rows: &[Row], contacts: &[Contact], messages: &Messages) -> String {
    let mut lines = vec![
        format!("# {}", messages.text("coverage-title")),
        String::new(),
        messages.text("coverage-introduction"),
        String::new(),
    ];
    lines.extend(table(rows, contacts, messages));
    lines.extend([
        String::new(),
        format!("## {}", messages.text("coverage-national")),
    ]);
    lines.push(String::new());
    lines.extend(national(rows, messages));
    lines.extend([
        String::new(),
        format!("## {}", messages.text("coverage-holes")),
    ]);
    lines.push(String::new());
    lines.extend(KNOWN_HOLES.map(|hole| format!("- {}", messages.text(hole))));
    lines.join("\n") + "\n"
}

fn table(rows: &[Row], contacts: &[Contact], messages: &Messages) -> Vec<String> {
    let codes = Region::ALL.map(Region::code);
    let mut lines = vec![
        line(&messages.text("coverage-kind"), &codes),
        line("---", &codes.map(|_| "--:")),
    ];
    for row in rows {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|(_, cell)| word(*cell, messages))
            .collect();
        lines.push(line(&messages.text(&row.kind.message_id()), &cells));
    }
    let unreachable = Region::ALL.map(|region| {
        let here = contacts.iter().filter(|one| one.region == region);
        here.filter(|one| !one.has_phone()).count().to_string()
    });
    lines.push(line(&messages.text("coverage-no-number"), &unreachable));
    lines
}

fn line(head: &str, cells: &[impl AsRef<str>]) -> String {
    let cells = cells
        .iter()
        .fold(String::new(), |line, cell| line + cell.as_ref() + " | ");
    format!("| {head} | {}", cells.trim_end())
}

/// Returns the text of a cell.
fn word(cell: Cell, messages: &Messages) -> String {
    match cell {
        Cell::Own(count) => count.to_string(),
        Cell::National(_) => messages.text("coverage-cell-national"),
        Cell::NoProgram => messages.text("coverage-cell-no-program"),
        Cell::Gap => messages.text("coverage-cell-gap"),
    }
}

/// Returns a line for each kind of help that a region has only from Canada-wide contacts, or not at
/// all.
fn national(rows: &[Row], messages: &Messages) -> Vec<String> {
    let mut lines = Vec::new();
    for row in rows {
        for sentence in [
            "coverage-national-alone",
            "coverage-no-program",
            "coverage-gap",
        ] {
            let cells = row.cells.iter();
            let lacking = cells.filter(|(_, cell)| sentence_of(*cell) == Some(sentence));
            let names: Vec<String> = lacking
                .map(|(region, _)| messages.text(&region.message_id()))
                .collect();
            if !names.is_empty() {
                let kind = messages.text(&row.kind.message_id());
                let words = [("kind", kind.into()), ("regions", names.join(", ").into())];
                lines.push(format!("- {}", messages.format(sentence, &words)));
            }
        }
    }
    lines
}

/// Returns the id of the sentence for a region without contacts of its own.
const fn sentence_of(cell: Cell) -> Option<&'static str> {
    match cell {
        Cell::Own(_) => None,
        Cell::National(_) => Some("coverage-national-alone"),
        Cell::NoProgram => Some("coverage-no-program"),
        Cell::Gap => Some("coverage-gap"),
    }
}
