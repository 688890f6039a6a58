use super::*;

/// Returns the words of the first occurrence of a link; empty if there is no such link.
fn label_of_link(document: &Document, link: usize) -> String {
    let mut label = String::new();
    for row in &document.rows {
        if !label.is_empty() {
            label.push(' ');
        }
        for span in row.spans.iter().filter(|span| span.link == Some(link)) {
            match span.role {
                Role::LinkStart => {}
                Role::LinkEnd => return label.trim_end().to_owned(),
                _ => label.push_str(&span.text),
            }
        }
    }
    label
}

#[test]
fn a_label_has_no_brackets_wherever_its_rows_break() {
    for width in [8, 12, 40] {
        let mut composer = Composer::new(width);
        let first = composer.link("Kids Help Phone", Link::Glossary);
        let second = composer.link("988", Link::Settings);
        composer.paragraph(
            0,
            vec![Piece::text("Call "), first, Piece::text(" or "), second],
        );
        let document = composer.finish();
        assert_eq!(label_of_link(&document, 0), "Kids Help Phone", "{width}");
        assert_eq!(label_of_link(&document, 1), "988", "{width}");
        assert_eq!(label_of_link(&document, 2), "", "{width}");
        let rows: Vec<String> = document.rows.iter().map(Row::text).collect();
        assert_eq!(rows.join(" "), "Call [Kids Help Phone] or [988]", "{width}");
    }
}
