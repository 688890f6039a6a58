use proptest::prelude::*;

use super::*;

/// Returns the columns of a list with numbers of the usual width.
fn columns(width: u16, language: Language) -> Columns {
    Columns::of(width, 14, language)
}

#[test]
fn at_80_columns_each_has_its_width() {
    let english = columns(80, Language::En);
    assert_eq!((english.name, english.number), ((3, 30), (35, 14)));
    assert_eq!(english.now, Some((51, Form::Long)));
    assert_eq!(english.place, Some((67, 13)));
    let french = columns(80, Language::Fr);
    assert_eq!((french.name.1, french.place), (29, Some((67, 13))));
    let narrow = columns(40, Language::En);
    assert_eq!((narrow.name, narrow.number), ((2, 15), (18, 14)));
    assert_eq!(narrow.now, Some((34, Form::Short)));
}

#[test]
fn the_place_gives_way_first_then_the_long_state_then_the_state() {
    let kinds = |width| {
        let columns = columns(width, Language::En);
        (columns.place.is_some(), columns.now.map(|(_, form)| form))
    };
    assert_eq!(kinds(80), (true, Some(Form::Long)));
    assert_eq!(kinds(60), (false, Some(Form::Long)));
    assert_eq!(kinds(55), (false, Some(Form::Short)));
    assert_eq!(kinds(40), (false, Some(Form::Short)));
    assert_eq!(kinds(30), (false, None));
}

#[test]
fn a_long_name_takes_the_room_that_places_and_states_leave() {
    let columns = columns(80, Language::En);
    let fitted = |name, now, place| columns.fitted(Widest { name, now, place });
    assert_eq!(fitted(30, 4, 0), columns, "no name is cut");
    let without_place = fitted(40, 14, 0);
    assert_eq!(without_place.name, (3, 40));
    assert_eq!(without_place.number.0, 45);
    assert_eq!(without_place.now, Some((61, Form::Long)));
    assert_eq!(without_place.place, Some((77, 3)));
    let without_all = fitted(80, 4, 0);
    assert_eq!((without_all.name.1, without_all.place), (55, None));
    let with_a_town = fitted(80, 14, 7);
    assert_eq!((with_a_town.name.1, with_a_town.place), (36, Some((73, 7))));
    let far = fitted(80, 4, 15);
    assert_eq!(
        (far.name.1, far.place),
        (38, Some((67, 13))),
        "it ends at the state"
    );
}

#[test]
fn columns_never_overlap() {
    let numbers = ["911", "1-800-555-0123", "1-800-555-0123 x1234"];
    for (width, number) in (30..200).flat_map(|width| numbers.map(|number| (width, number))) {
        let columns = columns(width, Language::Fr).for_number(number, width);
        let room = usize::from(columns.number.1);
        assert!(
            room >= number.width() || width < 33,
            "{width}: {number} is whole"
        );
        let ends = [columns.name, columns.number].map(|(start, width)| start + width);
        assert!(ends[0] < columns.number.0, "{width}");
        assert!(ends[1] <= width, "{width}");
        let now = columns.now.map(|(start, _)| start);
        assert!(now.is_none_or(|start| start > ends[1]), "{width}");
        let place = columns.place.map(|(start, width)| start + width);
        assert!(place.is_none_or(|end| end <= width), "{width}");
    }
}

#[test]
fn a_column_of_numbers_is_as_wide_as_the_widest() {
    let column = |numbers: &[&str]| number_column(numbers.iter().copied());
    assert_eq!(column(&["911", "988"]), 14);
    assert_eq!(column(&["911", "902-555-0123 x4"]), 15);
    assert_eq!(column(&["911", "a text that is no number"]), 14);
}

#[test]
fn the_distinguishing_part_stays() {
    let cuts = [
        ("Bryony House", 24, "Bryony House"),
        (
            "Direction de la protection de la jeunesse – Laval",
            24,
            "Direction de la…– Laval",
        ),
        ("911 – police, fire, ambulance", 20, "911 – poli…ambulance"),
        ("DPJ – Saguenay–Lac-Saint-Jean", 16, "DPJ – Sague…Jean"),
        (
            "Confederacy of Mainland Mi’kmaq",
            30,
            "Confederacy…Mainland Mi’kmaq",
        ),
        ("Antidisestablishmentarianism", 10, "Antidises…"),
    ];
    for (text, width, cut) in cuts {
        assert_eq!(middle(text, width, "…"), cut, "{text}");
    }
}

#[test]
fn common_beginning_of_three_rows_is_abbreviated() {
    let name = |place: &str| format!("Direction de la protection de la jeunesse (DPJ) – {place}");
    let names = ["Laval", "Estrie", "Montérégie"].map(name);
    let texts: Vec<_> = names.iter().map(|name| (name.as_str(), 29)).collect();
    let read = |texts: &[(&str, usize)]| -> Vec<String> {
        let cuts = cut_apart(texts, "…");
        let shown = std::iter::zip(texts, cuts);
        shown
            .map(|((text, _), cut)| super::shown(text, cut.as_ref(), "…"))
            .collect()
    };
    assert_eq!(
        read(&texts),
        ["DPJ – Laval", "DPJ – Estrie", "DPJ – Montérégie"]
    );
    assert_ne!(read(&texts[..2])[0], "DPJ – Laval", "two are no list");
    let narrow: Vec<_> = texts.iter().map(|(name, _)| (*name, 15)).collect();
    assert_eq!(read(&narrow)[2], "DPJ – Montérég…");
}

#[test]
fn texts_that_differ_read_differently() {
    let texts = [
        "Crown Victim Services, North Peace Region Office",
        "Crown Victim Services, South Peace Region Office",
    ];
    assert_eq!(
        middle(texts[0], 28, "…"),
        middle(texts[1], 28, "…"),
        "alone, both are cut alike"
    );
    let cuts = cut_apart(&texts.map(|text| (text, 28)), "…");
    let [north, south] = [0, 1].map(|index| shown(texts[index], cuts[index].as_ref(), "…"));
    assert_ne!(north, south);
    assert!(
        north.width() <= 28 && south.width() <= 28,
        "{north} {south}"
    );
}

proptest! {
    #[test]
    fn a_cut_text_fits(text in "[a-zéà –-]{0,60}", width in 0_usize..40) {
        let cut = middle(&text, width, "…");
        prop_assert!(cut.width() <= width.max(1), "{cut}");
    }
}
