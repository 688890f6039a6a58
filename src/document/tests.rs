use super::*;

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
        assert_eq!(document.label_of_link(0), "Kids Help Phone", "{width}");
        assert_eq!(document.label_of_link(1), "988", "{width}");
        assert_eq!(document.label_of_link(2), "", "{width}");
        let rows: Vec<String> = document.rows.iter().map(Row::text).collect();
        assert_eq!(rows.join(" "), "Call [Kids Help Phone] or [988]", "{width}");
    }
}
