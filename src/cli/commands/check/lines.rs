//! Faults as lines of text.

use crate::assets::Assets;
use crate::directory::check::FileProblem;
use crate::directory::{Region, coverage};
use crate::guide::TopicId;
use crate::guide::check::Problem;
use crate::i18n::{Language, Messages};
use crate::places::check::PlaceFault;

pub(super) fn directory_line(found: &FileProblem, messages: &Messages) -> String {
    let fault = found.problem.fault.say(messages);
    line(
        &found.file,
        found.line,
        [&found.record, &found.problem.field],
        &fault,
    )
}

/// Returns true if the embedded guide has the topic.
pub(super) fn is_topic(id: &TopicId) -> bool {
    let outline = Assets::embedded().guide(Language::En);
    outline.outline(id.page).title_of(&id.topic).is_some()
}

/// Formats `file:line: record: field: fault`.
pub(super) fn problem_line<F>(found: &Problem<F>, fault: &str) -> String {
    let record = [&found.record, &found.field];
    line(&found.file, found.line, record, fault)
}

/// Formats a gap: a kind of help without a contact in a region.
pub(super) fn gap_line((kind, region): (coverage::Kind, Region), messages: &Messages) -> String {
    let words = [
        ("kind", messages.text(&kind.message_id()).into()),
        ("regions", messages.text(&region.message_id()).into()),
    ];
    messages.format("coverage-gap", &words)
}

/// Formats `record: fault`: a place or an area has no line of its own in the program.
pub(super) fn place_line(fault: &PlaceFault, messages: &Messages) -> String {
    let (record, text) = match fault {
        PlaceFault::Outside(place) => (place, messages.text("fault-place-outside")),
        PlaceFault::Zone { place, zone } => {
            let zone = [("zone", (*zone).into())];
            (place, messages.format("fault-place-zone", &zone))
        }
        PlaceFault::Twice(place) => (place, messages.text("fault-place-twice")),
        PlaceFault::Area { area, town } if town.is_empty() => {
            (area, messages.text("fault-area-empty"))
        }
        PlaceFault::Area { area, town } => {
            let town = [("name", town.as_str().into())];
            (area, messages.format("fault-area-place", &town))
        }
        PlaceFault::Contact {
            contact,
            name,
            found,
            ..
        } => {
            let found = [("name", name.as_str().into()), ("count", (*found).into())];
            (contact, messages.format("fault-contact-place", &found))
        }
    };
    format!("{record}: {text}")
}

/// Formats a fault as `file:line: record: field: fault`, the form that editors parse; unknown parts
/// are left out.
fn line(file: &str, line: usize, inner: [&String; 2], fault: &str) -> String {
    let mut text = format!("{file}:{line}: ");
    for part in inner.into_iter().filter(|part| !part.is_empty()) {
        text.extend([part, ": "]);
    }
    text + fault
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Region;
    use crate::i18n::Language;

    #[test]
    fn each_fault_of_the_places_has_a_message_in_both_languages() {
        let area = |town: &str| PlaceFault::Area {
            area: "NS/Hills".to_owned(),
            town: town.to_owned(),
        };
        let faults = [
            PlaceFault::Outside("NS/Truro".to_owned()),
            PlaceFault::Zone {
                place: "NS/Truro".to_owned(),
                zone: "America/Toronto",
            },
            PlaceFault::Twice("NS/Truro".to_owned()),
            area(""),
            area("Paris"),
            PlaceFault::Contact {
                contact: "ns-x".to_owned(),
                region: Region::Ns,
                name: "Paris".to_owned(),
                found: 0,
            },
        ];
        let said = |language| {
            let messages = Messages::of(language);
            faults.each_ref().map(|fault| place_line(fault, messages))
        };
        assert_eq!(
            said(Language::En),
            [
                "NS/Truro: outside its province or territory",
                "NS/Truro: cannot keep the time of America/Toronto",
                "NS/Truro: the name of another place too",
                "NS/Hills: no town",
                "NS/Hills: no place “Paris”",
                "ns-x: the name “Paris” is that of 0 places",
            ]
        );
        assert_eq!(
            said(Language::Fr),
            [
                "NS/Truro: hors de sa province ou de son territoire",
                "NS/Truro: ne peut avoir l’heure de America/Toronto",
                "NS/Truro: aussi le nom d’un autre lieu",
                "NS/Hills: aucune ville",
                "NS/Hills: aucun lieu «\u{a0}Paris\u{a0}»",
                "ns-x: le nom «\u{a0}Paris\u{a0}» est celui de 0 lieux",
            ]
        );
    }
}
