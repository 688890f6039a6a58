use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<(u32, bool, Vec<String>)> {
    let table = Table::of(text.as_bytes().to_vec());
    let cells = |row: &Row| table.cells(*row).map(Cow::into_owned).collect();
    let rows = table.rows.iter();
    rows.map(|row| (row.line, row.is_unclosed, cells(row)))
        .collect()
}

#[test]
fn a_foreign_word_begins_after_a_sign_of_any_length() {
    for sign in [",", "\u{8f}", "\u{a0}", "\u{3000}"] {
        assert_eq!(foreign_word(&format!("a{sign}b\u{fffd}c d")), "b\u{fffd}c");
    }
}

#[test]
fn rows_are_read_as_spreadsheets_write_them() {
    for (text, expected) in [
        ("a,b\n1,2\n", vec![(1, vec!["a", "b"]), (2, vec!["1", "2"])]),
        ("sep=;\r\na;b,c\r\n", vec![(2, vec!["a", "b,c"])]),
        (
            "\"a, x\";b\r\n\r\n\"1\r\n2\";'=3",
            vec![(1, vec!["a, x", "b"]), (3, vec!["1\r\n2", "=3"])],
        ),
        (
            "a,b\r\"x \"\"y\"\"\",\r",
            vec![(1, vec!["a", "b"]), (2, vec!["x \"y\"", ""])],
        ),
        (
            "=\"902\",\"=\"\"1;2\"\"\",=SUM(1),'=\"4\"",
            vec![(1, vec!["902", "1;2", "=SUM(1)", "=\"4\""])],
        ),
        (
            "\"The \"Quill\" House\" ,b",
            vec![(1, vec!["The \"Quill\" House", "b"])],
        ),
    ] {
        let rows: Vec<_> = read(text)
            .into_iter()
            .map(|(line, _, cells)| (line, cells))
            .collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(line, cells)| (line, cells.into_iter().map(str::to_owned).collect()))
            .collect::<Vec<(u32, Vec<String>)>>();
        assert_eq!(rows, expected, "{text:?}");
    }
}

#[test]
fn a_quote_without_end_swallows_no_row() {
    let row = |line, open, cells: [&str; 3]| (line, open, cells.map(str::to_owned).to_vec());
    for second in [
        "Berry",
        "\"Berry\"",
        "\"Berry, \"\"old\"\"\"",
        "\"Ber\nry\"",
    ] {
        let text = format!("id,name,phone\ns1,\"Quill,1\ns2,{second},2\ns3,Rose,3\n");
        let rows = read(&text);
        assert_eq!(rows.len(), 4, "{text}");
        assert_eq!(rows[1], row(2, true, ["s1", "Quill", "1"]), "{text}");
        assert!(!rows[2].1, "{text}");
        assert_eq!(rows[2].2[2], "2", "{text}");
        assert_eq!(rows[3].2, ["s3", "Rose", "3"]);
    }
}

#[test]
fn utf_16_and_bytes_of_windows_are_decoded() {
    let units = "a,b\nQué,1".encode_utf16().flat_map(u16::to_le_bytes);
    let table = Table::of([0xff, 0xfe].into_iter().chain(units).collect());
    assert_eq!(
        (table.head(), table.guessed),
        (vec!["a".to_owned(), "b".to_owned()], None)
    );
    let table = Table::of(b"a,b\nL\x92h\xf4tel Qu\xe9bec,caf\xc3\xa9\n".to_vec());
    assert_eq!(table.text(), "a,b\nL’hôtel Québec,cafÃ©\n");
    assert_eq!(table.guessed.as_deref(), Some("L’hôtel"));
    let table = Table::of(b"a\nQu\xe9bec\ncaf\xc3\xa9\n".to_vec());
    assert_eq!(
        table.text(),
        "a\nQuébec\ncafé\n",
        "each line has its encoding"
    );
}

proptest! {
    #[test]
    fn every_byte_is_in_a_row(text in "[ab,;\"\r\n]{0,60}") {
        let table = Table::of(text.clone().into_bytes());
        let letters = |text: &str| text.matches(['a', 'b']).count();
        let mut found = 0;
        for row in &table.rows {
            found += table.cells(*row).map(|cell| letters(&cell)).sum::<usize>();
        }
        prop_assert_eq!(found, letters(&text));
    }
}
