//! Rules of French typography, terms and form of address in the guide.

use super::{Checker, Fault, Part, Read};
use crate::guide::{Inline, Point, PointKind};
use crate::i18n::{Language, english};

/// Infinitives at the beginning of an instruction; the guide uses the imperative « Composez ».
const INFINITIVES: [&str; 24] = [
    "Aider",
    "Adresser",
    "Appeler",
    "Communiquer",
    "Composer",
    "Confirmer",
    "Consulter",
    "Demander",
    "Dire",
    "Donner",
    "Expliquer",
    "Garder",
    "Noter",
    "Offrir",
    "Parler",
    "Planifier",
    "Préparer",
    "Proposer",
    "Rappeler",
    "Rester",
    "Signaler",
    "Suivre",
    "Vérifier",
    "Voir",
];

/// Words with another form in this guide, and that form.
const WORDINGS: [(&str, &str); 4] = [
    ("victime de traite", "victime de la traite"),
    ("victimes de traite", "victimes de la traite"),
    ("24/7", "24\u{a0}h/24, 7\u{a0}j/7"),
    ("rapport de police", "signalement à la police"),
];

pub(super) fn check(read: &Read<'_>, checker: &mut Checker) {
    if read.file.language != Language::Fr {
        return;
    }
    for topic in &read.page.topics {
        for (index, point) in topic.points.iter().enumerate() {
            for fault in faults(point) {
                checker.add(read, Part::Point(topic, index), fault);
            }
        }
    }
    for (index, term) in read.page.terms.iter().enumerate() {
        for fault in prose_faults(&term.meaning) {
            checker.add(read, Part::Term(index), fault);
        }
    }
}

fn faults(point: &Point) -> Vec<Fault> {
    let prose = prose(point);
    let mut found = prose_faults(&prose);
    if matches!(point.kind, PointKind::Do | PointKind::Fact) {
        found.extend(infinitive(&prose).map(|word| Fault::Mood(word.to_owned())));
    }
    found
}

fn prose_faults(prose: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    found.extend(english::first_word(prose).map(|word| Fault::EnglishWord(word.to_owned())));
    let folded = prose.to_lowercase();
    let wordings = WORDINGS.iter().filter(|(wrong, _)| folded.contains(wrong));
    found.extend(wordings.map(|(_, right)| Fault::Wording(right)));
    found
}

/// Returns the label and the text of a point without links, whose words are names.
fn prose(point: &Point) -> String {
    let words = point.body.iter().map(|inline| match inline {
        Inline::Text(text) | Inline::Term { label: text, .. } => text.as_str(),
        Inline::Link { .. } => "\u{2026}",
    });
    std::iter::once(point.label.as_str())
        .chain([". "])
        .chain(words)
        .collect()
}

/// Returns the first infinitive at the beginning of a sentence.
fn infinitive(prose: &str) -> Option<&str> {
    let sentences = prose.split(". ").flat_map(|text| text.split("\u{a0}: "));
    let opening = sentences.filter_map(|text| text.split([' ', '\u{a0}', ',']).next());
    opening.into_iter().find(|word| INFINITIVES.contains(word))
}
