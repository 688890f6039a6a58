//! Recognition of columns by their headings.
//!
//! Address books write headings in the user's language, and number repeated ones; therefore
//! headings are recognized by single words.

use super::headings::{FIRST, LABELS, MAYBE, NUMBER_WORDS, NUMBERS, UNPUBLISHED, WHOLE, WORDS};
use crate::directory::secrecy::wording::says_private;
use crate::directory::{PhoneKind, phone};
use crate::i18n::folding;
use crate::interchange::{LeftOut, Line, LineType};

/// Content of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Whole name.
    Name,
    /// Part of the name, by its position there.
    NamePart(u8),
    /// Organization.
    Organization,
    /// Part of the organization in the column before.
    Unit,
    /// Program or site of an organization.
    Program,
    /// Status of the service: open or closed.
    Status,
    /// Statement that the number before it is not public.
    PrivatePhone,
    /// Statement that the place must stay unknown, or its address.
    Secret,
    /// Role of the person.
    Title,
    /// Numbers of a kind.
    Phone(Line),
    /// Numbers, if the cell has any: the heading names a place or a purpose.
    MaybePhone(Line),
    /// Label of a number, in its column's neighbour.
    PhoneLabel,
    /// Extension of a number in another column, or the title of a position (*Poste*).
    Extension,
    /// E-mail addresses.
    Email,
    /// Website.
    Website,
    /// Town.
    Town,
    /// Opening hours.
    Hours,
    /// Description.
    Description,
    /// Language codes.
    Languages,
    /// Categories.
    Categories,
    /// Code of a province or territory.
    Region,
    /// Identifier in its own program.
    Id,
    /// Names of the groups of an address book, of which some are categories.
    Groups,
    /// Website, or the name of a site.
    Site,
    /// Fact about the service without a field of its own, kept in the description with its heading.
    Fact,
    /// Kind of field that is never imported.
    LeftOut(LeftOut),
    /// Not used, as a repetition of another column.
    Other,
    /// Not understood, and named in a remark.
    Unknown,
}

/// Returns the heading of the number of which a column has the extensions, empty if it is not named; `None`
/// for other columns.
pub(super) fn extended(words: &str) -> Option<&str> {
    let words = words.strip_suffix(" telephonique").unwrap_or(words);
    let (of, last) = words.rsplit_once(' ').unwrap_or(("", words));
    let of = of.strip_suffix("no de").unwrap_or(of).trim_end();
    phone::heads_extensions(last).then_some(of)
}

/// Returns the words of a heading: folded, without punctuation.
pub(super) fn words_of(heading: &str) -> String {
    folding::words(heading).join(" ")
}

/// Returns the content of a column with this heading.
pub(super) fn column(heading: &str) -> Column {
    let words = words_of(heading);
    // Its capitals part its words: `PhoneFax`.
    let written = heading.trim();
    let heading = written.to_lowercase();
    let has = |word: &&str| heading.contains(*word);
    let is_whole = |whole: &&str| *whole == heading || words_of(whole) == words;
    if let Some((_, column)) = WHOLE.iter().find(|(whole, _)| whole.iter().any(is_whole)) {
        return column.clone();
    }
    if extended(&words).is_some() {
        return Column::Extension;
    }
    let first = words.split(' ').next().unwrap_or_default();
    let is_number = FIRST.contains(&first)
        || first.starts_with("telephon")
        || words.split(' ').any(is_number_word);
    let is_phonetic = ["phonetic", "yomi"].iter().any(has);
    if is_number && !is_phonetic {
        // A private phone has a number, of another one this says whether it is one.
        return if says_hidden(&words) && (words.contains(" is ") || words.contains(" est ")) {
            Column::PrivatePhone
        } else if LABELS.iter().any(|end| words.ends_with(end)) {
            Column::PhoneLabel
        } else {
            // "No fax" is the number of a fax, at the head of a column.
            let name = words.strip_prefix("no ").unwrap_or(written);
            Column::Phone(line(name))
        };
    }
    // "Home" may hold a street, "Work" an employer: the cells decide.
    if MAYBE.contains(&purpose(&words)) {
        return Column::MaybePhone(line(&words));
    }
    let known = WORDS.iter().find(|(words, _)| words.iter().any(has));
    match known.map(|(_, column)| column) {
        None | Some(Column::LeftOut(LeftOut::Addresses)) if says_hidden(&words) => Column::Secret,
        None => Column::Unknown,
        Some(known) => known.clone(),
    }
}

/// Returns true for the label of a line with a purpose of its own.
pub(super) fn is_helpline(label: &str) -> bool {
    let purposes = [
        "line",
        "ligne",
        "crisis",
        "urgence",
        "emergency",
        "toll",
        "frais",
    ];
    purposes.iter().any(|word| label.contains(word))
}

/// Returns the words of a heading without those for a number.
fn purpose(words: &str) -> &str {
    let starts = ["numero d ", "numero de ", "numero "];
    let rest = starts.iter().find_map(|start| words.strip_prefix(start));
    let rest = rest.or_else(|| words.strip_suffix(" number"));
    rest.filter(|rest| *rest != "contact").unwrap_or(words)
}

/// Returns true if the words of a heading say that something is not public.
fn says_hidden(words: &str) -> bool {
    says_private(words) || UNPUBLISHED.iter().any(|word| words.contains(word))
}

/// Returns true if a word of a heading says that the column has numbers; `homephone` and `workfax` are one word.
fn is_number_word(word: &str) -> bool {
    NUMBER_WORDS.contains(&word)
        || NUMBERS.iter().any(|start| word.starts_with(start))
        || word.trim_end_matches('s').ends_with("phone")
        || phone::kind(word) == Some(PhoneKind::Fax) && word.len() > 1
}

/// Returns the kind of line named in a heading or a label.
pub(super) fn line(words: &str) -> Line {
    let folded = folding::words(words);
    let has = |these: &[&str]| {
        let mut starts = these.iter();
        starts.any(|start| folded.iter().any(|word| word.starts_with(start)))
    };
    let types = [
        (&["mobil", "cell", "handy", "portable"][..], LineType::Cell),
        (
            &["home", "privat", "domicile", "personnel", "maison"],
            LineType::Home,
        ),
        (
            &[
                "business",
                "work",
                "dienst",
                "company",
                "geschaft",
                "travail",
                "bureau",
                "professionnel",
            ],
            LineType::Work,
        ),
    ];
    let types = types.into_iter().filter(|(names, _)| has(names));
    let pager = phone::is_pager(words).then_some(LineType::Pager);
    let is_said = has(&[
        "assistant",
        "callback",
        "rappel",
        "car",
        "voiture",
        "radio",
        "isdn",
        "rnis",
        "other",
        "telex",
        "autre",
        "toll",
        "frais",
        "line",
        "ligne",
        "crisis",
        "urgence",
        "emergency",
        "hours",
    ]);
    Line {
        number: String::new(),
        extension: None,
        kind: phone::kind(words).unwrap_or(PhoneKind::Voice),
        types: types.map(|(_, one)| one).chain(pager).collect(),
        label: if is_said {
            words.to_lowercase()
        } else {
            String::new()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_texts_is_none_for_calls() {
        for label in [
            "text",
            "texts only",
            "texting number",
            "textos",
            "sms",
            "texto",
        ] {
            assert_eq!(line(label).kind, PhoneKind::Text, "{label}");
        }
        assert_eq!(line("textphone").kind, PhoneKind::Tty);
        assert_eq!(line("context").kind, PhoneKind::Voice);
    }
}
