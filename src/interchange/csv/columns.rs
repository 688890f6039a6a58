//! Recognition of columns by their headings.
//!
//! Address books write headings in the user's language, and number repeated ones; therefore
//! headings are recognized by single words.

use crate::directory::PhoneKind;
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
    /// Label of the number in the next column.
    PhoneLabel,
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

/// Words in headings of columns with numbers.
const NUMBERS: [&str; 12] = [
    "phone",
    "téléphone",
    "mobil",
    "cell",
    "fax",
    "télécop",
    "pager",
    "téléavert",
    "callback",
    "isdn",
    "tty",
    "handy",
];

/// Returns the content of a column with this heading.
pub(super) fn column(heading: &str) -> Column {
    let heading = heading.trim().to_lowercase();
    let has = |word: &&str| heading.contains(*word);
    if let Some((_, column)) = WHOLE
        .iter()
        .find(|(words, _)| words.contains(&heading.as_str()))
    {
        return column.clone();
    }
    let is_number = heading.starts_with("tel") || NUMBERS.iter().any(has);
    let is_phonetic = ["phonetic", "yomi"].iter().any(has);
    if is_number && !is_phonetic {
        let is_label = ["- type", "- label", "- étiquette"]
            .iter()
            .any(|end| heading.ends_with(end));
        return if is_label {
            Column::PhoneLabel
        } else {
            Column::Phone(line(&heading))
        };
    }
    let known = WORDS.iter().find(|(words, _)| words.iter().any(has));
    known.map_or(Column::Other, |(_, column)| column.clone())
}

/// Returns the kind of line named in a heading or a label.
pub(super) fn line(words: &str) -> Line {
    let words = words.to_lowercase();
    let has = |these: &[&str]| these.iter().any(|word| words.contains(word));
    let all = || words.split(|c: char| !c.is_alphanumeric());
    // "WhatsApp" is no ATS.
    let is_word = |these: &[&str]| all().any(|word| these.contains(&word));
    let begins = |these: &[&str]| all().any(|word| these.iter().any(|one| word.starts_with(one)));
    let types = [
        (&["mobil", "cell", "handy"][..], LineType::Cell),
        (&["home", "privat", "domicile"], LineType::Home),
        (
            &[
                "business",
                "work",
                "dienst",
                "company",
                "geschäft",
                "travail",
                "bureau",
            ],
            LineType::Work,
        ),
        (&["pager", "téléavert"], LineType::Pager),
    ];
    let types = types.into_iter().filter(|(names, _)| has(names));
    let odd = has(&[
        "assistant",
        "callback",
        "car",
        "radio",
        "isdn",
        "other",
        "telex",
        "autre",
    ]);
    Line {
        number: String::new(),
        extension: None,
        kind: match () {
            () if has(&["fax", "télécop", "telex"]) => PhoneKind::Fax,
            () if is_word(&["tty", "tdd", "ats", "textphone"]) => PhoneKind::Tty,
            // "Texts only", "Textos".
            () if begins(&["text", "sms"]) => PhoneKind::Text,
            () => PhoneKind::Voice,
        },
        types: types.map(|(_, one)| one).collect(),
        label: if odd { words } else { String::new() },
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
