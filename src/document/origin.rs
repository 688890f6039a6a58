//! Provenance of a contact from a pack, in words.

use crate::directory::packs::EMBEDDED;
use crate::directory::{Origin, Trust};
use crate::i18n::Messages;

/// Returns the lines about a contact's pack: its name, its age, and the record that it replaces.
pub(super) fn lines(origin: &Origin, messages: &Messages) -> Vec<String> {
    let id = match origin.trust {
        Trust::Signed(_) => "card-pack",
        Trust::Unsigned => "card-pack-unsigned",
    };
    let words = [
        ("pack", origin.pack.clone().into()),
        ("publisher", origin.publisher.clone().into()),
        ("date", messages.date(&origin.date).into()),
    ];
    let from = messages.format(id, &words);
    let replaced = origin.replaces.as_ref().map(|replaced| {
        let words = [
            ("pack", replaced.pack.clone().into()),
            ("date", messages.date(&replaced.checked).into()),
        ];
        let id = match replaced.pack.as_str() {
            EMBEDDED => "card-replaces-embedded",
            _ => "card-replaces",
        };
        messages.format(id, &words)
    });
    std::iter::once(from).chain(replaced).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Replaced;
    use crate::i18n::Language;

    fn said(origin: &Origin, language: Language) -> Vec<String> {
        lines(origin, Messages::of(language))
    }

    #[test]
    fn origin_names_the_pack_its_age_and_the_replaced_record() {
        let mut origin = Origin {
            pack: "north-shore".to_owned(),
            publisher: "North Shore Society".to_owned(),
            date: "2026-11-15".to_owned(),
            trust: Trust::Unsigned,
            corrections_to: None,
            imported: false,
            replaces: None,
        };
        let from = "From the pack north-shore of North Shore Society, 15 November 2026";
        assert_eq!(said(&origin, Language::En), [format!("{from}, unsigned")]);
        origin.trust = Trust::Signed("key".to_owned());
        let replaced = |pack: &str| Replaced {
            pack: pack.to_owned(),
            checked: "2026-10-01".to_owned(),
            numbers: Vec::new(),
        };
        origin.replaces = Some(replaced(EMBEDDED));
        let program = "In place of the record in the program, checked on 1 October 2026";
        assert_eq!(said(&origin, Language::En), [from, program]);
        origin.replaces = Some(replaced("older"));
        let older = "À la place de la fiche de older, vérifiée le 1er octobre 2026";
        assert_eq!(said(&origin, Language::Fr)[1].replace('\u{a0}', " "), older);
    }
}
