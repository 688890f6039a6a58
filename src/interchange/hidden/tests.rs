use super::*;

#[test]
fn an_address_goes_from_a_text_however_it_is_written() {
    for (text, left) in [
        ("Located at 12 Elm Street, Truro", "Located at …"),
        (
            "at 12 Elm St. Truro NS B2N 1A1; call first",
            "at …; call first",
        ),
        ("Au 12, rue des Ormes, Québec. Appelez.", "Au …. Appelez."),
        ("12 boul. Talbot", "…"),
        (
            "Confidential address: the old mill by the lake. Call.",
            "Confidential address: …. Call.",
        ),
        ("B2N1A1", "…"),
        ("(12b Elm Rd)", "(…)"),
        ("Harbour, 44 Hidden Hollow", "Harbour, …"),
    ] {
        let lines = ["44 Hidden Hollow".to_owned()];
        assert_eq!(
            without_addresses(text, &lines, false).as_deref(),
            Some(left),
            "{text}"
        );
    }
    for text in [
        "Mon–Fri 9:00–17:00",
        "24 hours a day, 7 days a week",
        "902-555-0123 for 12 beds",
        "Elm Street House",
        "",
    ] {
        assert_eq!(without_addresses(text, &[], false), None, "{text}");
    }
    assert_eq!(
        without_addresses("behind Old Elm Street, on rue des Ormes", &[], true).unwrap(),
        "behind …, on …"
    );
}

#[test]
fn a_secret_address_is_not_confidential_help() {
    assert!(says_secret_address("Confidential address: ask"));
    assert!(says_secret_address("L’adresse est confidentielle"));
    assert!(says_secret_address("Location undisclosed"));
    assert!(!says_secret_address("Free confidential counselling"));
}
