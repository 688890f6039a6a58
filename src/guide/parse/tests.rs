//! Tests of the parser.

use super::*;
use crate::directory::Category;
use crate::guide::PointKind;
use crate::i18n::Language;

#[test]
fn the_embedded_guide_is_complete_in_both_languages() {
    for language in Language::ALL {
        for id in PageId::ALL {
            let text = super::super::embedded_text(id, language);
            let lines = |start| text.lines().filter(|line| line.starts_with(start)).count();
            let page = page(id, text).unwrap();
            assert_eq!(page.topics.len(), lines("## "), "{id:?}: every heading");
            let points = page.topics.iter().map(|topic| topic.points.len());
            let bullets = points.sum::<usize>() + page.terms.len();
            assert_eq!(bullets, lines("- "), "{id:?}: every bullet");
            assert!(bullets > 0, "{id:?}");
        }
    }
}

#[test]
fn a_point_has_its_label_links_sources_and_confirm_mark() {
    let text = "# T\n\n## A topic {#a}\n\n- **Know** Call [911](contact:ca-911) now. [^a][^confirm]\n- **Do** Breathe.\n\nContacts: [Police](category:police) · [Shelter](category:shelter)\n\n[^a]: https://example.org/a_b_c (2015)\n[^confirm]: Confirm.\n\nA page note.\n";
    let page = page(PageId::Reporting, text).unwrap();
    let topic = &page.topics[0];
    let point = &topic.points[0];
    assert_eq!((topic.id.as_str(), topic.title.as_str()), ("a", "A topic"));
    assert_eq!(
        (point.label.as_str(), point.kind),
        ("Know", PointKind::Know)
    );
    assert!(point.confirm);
    assert_eq!(point.sources, [0]);
    assert_eq!(topic.sources, ["https://example.org/a_b_c (2015)"]);
    assert_eq!(
        point.body,
        [
            Inline::Text("Call ".into()),
            Inline::Link {
                label: "911".into(),
                target: Target::Contact("ca-911".into())
            },
            Inline::Text(" now.".into()),
        ]
    );
    assert!(topic.points[1].sources.is_empty() && !topic.points[1].confirm);
    assert_eq!(topic.contacts_label, "Contacts:");
    let contacts = [("Police", Category::Police), ("Shelter", Category::Shelter)];
    let contacts = contacts.map(|(label, category)| Inline::Link {
        label: label.into(),
        target: Target::Category(category),
    });
    assert_eq!(topic.contacts, contacts);
    assert_eq!(page.note.as_deref(), Some("A page note."));
}

#[test]
fn unsupported_markdown_is_an_error_with_its_line() {
    let error = page(PageId::Reporting, "# T\n\n## A {#a}\n\n- **Maybe** x\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "reporting.md, line 5: a bullet opens with 'Maybe'"
    );
    let error = page(
        PageId::Reporting,
        "# T\n\n## A {#a}\n\n- **Know** x [^lost]\n",
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "reporting.md, line 5: a note without a source"
    );
    let error = page(
        PageId::Reporting,
        "# T\n\n## A {#a}\n\n- **Do** [x](https://example.org)\n",
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "reporting.md, line 5: link to 'https://example.org'"
    );
}

#[test]
fn the_emergency_number_and_the_readers_row_are_links_of_their_own() {
    let text =
        "# T\n\n## A {#a}\n\n- **Do** Call {emergency}, see [your row](guide:compensation).\n";
    let page = page(PageId::Reporting, text).unwrap();
    let targets: Vec<_> = page.topics[0].points[0].body.iter().collect();
    assert!(matches!(
        targets[1],
        Inline::Link {
            target: Target::Emergency,
            ..
        }
    ));
    let row = Target::OwnRow(PageId::Compensation);
    assert!(matches!(targets[3], Inline::Link { target, .. } if *target == row));
    assert_eq!(target("guide:reporting"), None, "no page of rows");
}

#[test]
fn a_glossary_entry_may_hold_parentheses() {
    let entry = term(
        "Support person (at testimony)",
        " (personne (de confiance)): Stays near.",
    )
    .unwrap();
    assert_eq!(entry.other, "personne (de confiance)");
    assert_eq!(entry.meaning, "Stays near.");
}
