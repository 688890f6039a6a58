//! Recognition of columns by their headings.
//!
//! Address books write headings in the user's language, and number repeated ones; therefore
//! headings are recognized by single words.

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
    /// Kind of field that is never imported.
    LeftOut(LeftOut),
    /// Not used.
    Other,
}

/// Words of headings with their columns, in the order of matching.
const WORDS: &[(&[&str], Column)] = &[
    (
        &[
            "phonetic",
            "yomi",
            "- type",
            "mail type",
            "surnom",
            "display name of",
            "country code",
            "id number",
        ],
        Column::Other,
    ),
    (&["e-mail", "email", "courriel"], Column::Email),
    (
        &["photo", "picture", "image"],
        Column::LeftOut(LeftOut::Photos),
    ),
    (
        &[
            "birthday",
            "anniversary",
            "gender",
            "spouse",
            "children",
            "relation",
            "geburtstag",
            "jahrestag",
            "naissance",
            "anniversaire",
            "conjoint",
            "enfants",
            "partner",
            "kinder",
            "hobby",
            "referred by",
        ],
        Column::LeftOut(LeftOut::Personal),
    ),
    (
        &["notes", "notizen", "remarques", "comment"],
        Column::LeftOut(LeftOut::Notes),
    ),
    (&["city", "town", "ville", " ort"], Column::Town),
    (
        &[
            "address", "street", "postal", "po box", "adresse", "rue", "strasse", "straße",
            "location", "country",
        ],
        Column::LeftOut(LeftOut::Addresses),
    ),
    (&["web", "url"], Column::Website),
    (
        &[
            "job title",
            "organization 1 - title",
            "organization title",
            "position",
            "poste occupé",
        ],
        Column::Title,
    ),
    (&["department", "abteilung"], Column::Other),
    (
        &[
            "company",
            "organization",
            "organisation",
            "firma",
            "organisme",
            "entreprise",
            "société",
        ],
        Column::Organization,
    ),
    (
        &["categor", "catégor", "group membership", "labels"],
        Column::Categories,
    ),
    (&["hours", "heures"], Column::Hours),
    (&["description"], Column::Description),
    (&["language", "langue"], Column::Languages),
];

/// Whole headings.
const WHOLE: &[(&[&str], Column)] = &[
    (
        &[
            "name",
            "display name",
            "full name",
            "anzeigename",
            "nom",
            "nom complet",
            "nom affiché",
            "nom à afficher",
            "name of contact",
        ],
        Column::Name,
    ),
    (
        &["title", "name prefix", "prefix", "anrede", "titre"],
        Column::NamePart(0),
    ),
    (
        &["first name", "given name", "vorname", "prénom"],
        Column::NamePart(1),
    ),
    (
        &[
            "middle name",
            "additional name",
            "weitere vornamen",
            "deuxième prénom",
        ],
        Column::NamePart(2),
    ),
    (
        &["last name", "family name", "nachname", "nom de famille"],
        Column::NamePart(3),
    ),
    (&["suffix", "name suffix", "suffixe"], Column::NamePart(4)),
    (&["region", "province", "région"], Column::Region),
    (&["id", "uid"], Column::Id),
];

/// Beginnings of words in headings of columns with numbers, folded.
const NUMBERS: [&str; 15] = [
    "phone",
    "cellphone",
    "cellulaire",
    "mobilephone",
    "mobiltel",
    "mobilnummer",
    "telecop",
    "pager",
    "pagette",
    "teleavert",
    "radiomessag",
    "callback",
    "isdn",
    "rnis",
    "facsimile",
];

/// Whole words of such headings: "Cellule", "Mobility" and "Handyman" are none.
const NUMBER_WORDS: [&str; 10] = [
    "cell", "cells", "cellular", "mobil", "mobile", "mobiles", "handy", "tty", "fax", "telex",
];

/// First words of such headings.
const FIRST: [&str; 5] = ["tel", "telec", "phones", "ats", "sms"];

/// Whole headings of columns that have numbers in some address books, and other things elsewhere.
const MAYBE: [&str; 33] = [
    "home",
    "work",
    "main",
    "other",
    "iphone",
    "numero",
    "number",
    "rappel",
    "portable",
    "domicile",
    "maison",
    "travail",
    "bureau",
    "principal",
    "autre",
    "voix",
    "voice",
    "toll free",
    "sans frais",
    "hotline",
    "helpline",
    "crisis line",
    "crisis",
    "ligne de crise",
    "ligne d ecoute",
    "urgence",
    "emergency",
    "emergency line",
    "24 hour line",
    "night line",
    "after hours",
    "contact number",
    "direct line",
];

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
    let heading = heading.trim().to_lowercase();
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
        let is_label = [" type", " label", " etiquette", "type de telephone"]
            .iter()
            .any(|end| words.ends_with(end));
        return if is_label {
            Column::PhoneLabel
        } else {
            // "No fax" is the number of a fax, at the head of a column.
            let name = words.strip_prefix("no ").unwrap_or(&heading);
            Column::Phone(line(name))
        };
    }
    // "Home" may hold a street, "Work" an employer: the cells decide.
    if MAYBE.contains(&words.as_str()) {
        return Column::MaybePhone(line(&words));
    }
    let known = WORDS.iter().find(|(words, _)| words.iter().any(has));
    known.map_or(Column::Other, |(_, column)| column.clone())
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
