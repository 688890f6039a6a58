//! Cells whose words are kept where they fit: languages, kinds of help, and facts without a field; and whether the
//! columns of numbers have any.

use super::cells::several;
use super::columns::Column;
use super::read::SAMPLE;
use crate::directory::LanguageCode;
use crate::i18n::folding;
use crate::interchange::flags::says_no_number;
use crate::interchange::hsds::{category_named, language_named};
use crate::interchange::table::{Row, Table};
use crate::interchange::{Incoming, Reading, RemarkReason};

/// Words between languages in a cell.
const BETWEEN: [&str; 3] = [" et ", " and ", " & "];
/// Words for both official languages.
const BILINGUAL: [&str; 2] = ["bilingue", "bilingual"];

/// Beginnings of French headings without accents.
const FRENCH: [&str; 9] = [
    "langue",
    "mrc",
    "tarif",
    "territoire",
    "secteur",
    "gratuit",
    "quartier",
    "arrond",
    "admissib",
];

/// Fewest cells that show that a column has no numbers.
const FEWEST: usize = 4;

/// Returns a fact with its heading, in the typography of the heading's language.
pub(super) fn fact(heading: &str, text: &str) -> String {
    let folded = folding::words(heading).join(" ");
    let is_french = !heading.is_ascii() || FRENCH.iter().any(|start| folded.starts_with(start));
    let space = if is_french { "\u{a0}" } else { "" };
    format!("{heading}{space}: {text}")
}

/// Returns the languages of a cell, and the words that name none.
fn languages(cell: &str) -> (Vec<LanguageCode>, Vec<String>) {
    let mut text = cell.to_owned();
    for word in BETWEEN {
        text = text.replace(word, ";");
    }
    let (mut known, mut others) = (Vec::new(), Vec::new());
    for part in several(&text, &[';', ',', '/', '|', '+', '·']) {
        let codes = || part.split(' ').map(language_named).collect();
        let found: Option<Vec<LanguageCode>> = match language_named(&part) {
            Some(code) => Some(vec![code]),
            None if BILINGUAL.contains(&folding::words(&part).join(" ").as_str()) => Some(
                ["en", "fr"]
                    .map(|code| LanguageCode(code.to_owned()))
                    .into(),
            ),
            None => codes(),
        };
        match found {
            Some(codes) => known.extend(codes),
            None => others.push(part),
        }
    }
    (known, others)
}

/// Known headings that make a table an address book, whatever its cells have.
const CERTAIN: usize = 8;

/// Returns false if most cells in the columns of numbers have none: then the words of another text, or of another
/// table, were taken for headings. Many known headings are no such words.
pub(super) fn has_numbers(table: &Table, columns: &[Column]) -> bool {
    let is_known = |column: &&Column| !matches!(column, Column::Other | Column::Unknown);
    if columns.iter().filter(is_known).count() >= CERTAIN {
        return true;
    }
    let indexes: Vec<usize> = (0..columns.len())
        .filter(|index| matches!(columns[*index], Column::Phone(_)))
        .collect();
    // A file that was joined to this one begins with a byte order mark.
    let is_of_this = |row: &&Row| {
        let first = table.cells(**row).next();
        first.is_some_and(|cell| !cell.starts_with('\u{feff}'))
    };
    let rows = table
        .rows
        .iter()
        .skip(1)
        .take(SAMPLE)
        .take_while(is_of_this);
    let cells = rows.flat_map(|row| table.cells(*row).enumerate().collect::<Vec<_>>());
    let cells = cells.filter(|(index, cell)| {
        indexes.contains(index) && !cell.trim().is_empty() && !says_no_number(cell)
    });
    let (mut all, mut with) = (0, 0);
    for (_, cell) in cells {
        all += 1;
        with += usize::from(cell.bytes().filter(u8::is_ascii_digit).count() >= 3);
    }
    all < FEWEST || with * 2 >= all
}

impl Reading {
    /// Keeps words of a cell in the description. A remark names them once for all rows.
    fn keep(&mut self, contact: &mut Incoming, field: &str, text: &str, words: String) {
        contact.facts.push(words);
        let is_known = self.remarks.iter().any(|remark| {
            remark.reason == RemarkReason::Kept && remark.field == field && remark.text == text
        });
        if !is_known {
            self.remark(contact.row, field, text, RemarkReason::Kept);
        }
    }

    /// Adds the languages of a cell; words that name none go to the description.
    pub(super) fn languages(&mut self, contact: &mut Incoming, heading: &str, cell: &str) {
        let (known, others) = languages(cell);
        for code in known {
            if !contact.languages.contains(&code) {
                contact.languages.push(code);
            }
        }
        if !others.is_empty() {
            let others = others.join(", ");
            let words = fact(heading, &others);
            self.keep(contact, heading, &others, words);
        }
    }

    /// Adds the kinds of help of a cell; unknown ones go to the description.
    pub(super) fn kinds(&mut self, contact: &mut Incoming, heading: &str, cell: &str) {
        let mut parts = several(cell, &[';', ',', '*', '|']);
        let is_known = |part: &String| category_named(part).is_some();
        // A name of one kind may have a comma.
        if category_named(cell).is_some() && !parts.iter().all(is_known) {
            parts = vec![cell.to_owned()];
        }
        for part in parts {
            if category_named(&part).is_none() {
                self.keep(contact, heading, &part, part.clone());
            }
            contact.categories.push(part);
        }
    }

    /// Adds the e-mail addresses of a cell; a remark names what is none.
    pub(super) fn emails(&mut self, contact: &mut Incoming, heading: &str, cell: &str) {
        for part in several(cell, &[';', ',', ' ']) {
            if part.contains('@') {
                contact.emails.push(part);
            } else {
                self.remark(contact.row, heading, &part, RemarkReason::Email);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::incoming::with_scheme;

    #[test]
    fn languages_are_read_by_names_and_codes_however_they_are_joined() {
        for (cell, codes, others) in [
            ("français, anglais, espagnol", "fr en es", ""),
            ("FR/EN", "fr en", ""),
            ("français et anglais", "fr en", ""),
            ("French and English", "fr en", ""),
            ("en fr", "en fr", ""),
            ("Bilingue", "en fr", ""),
            ("français, LSQ", "fr fcs", ""),
            ("français, klingon", "fr", "klingon"),
            ("English; Mandarin", "en cmn", ""),
            ("FR", "fr", ""),
        ] {
            let (known, unknown) = languages(cell);
            let known: Vec<&str> = known.iter().map(|code| code.0.as_str()).collect();
            assert_eq!(
                (known.join(" "), unknown.join(" ")),
                (codes.into(), others.into()),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_website_may_lack_its_scheme() {
        for text in ["www.quill.ca", "quill.org/aide", "www.quill.example"] {
            assert_eq!(with_scheme(text), Some(format!("https://{text}")));
        }
        for text in [
            "n/a",
            "Facebook",
            "quill@example.ca",
            "Siège social",
            "rue.Principale",
            "www.",
            "a b.ca",
        ] {
            assert_eq!(with_scheme(text), None, "{text}");
        }
    }
}
