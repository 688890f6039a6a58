//! Tasks of a worker who has not read the help, with the embedded directory and guide: the keys
//! they take, and the words on the screen afterwards.

use std::rc::Rc;

use super::journey::{From, Journey};
use havre::app::content::Content;
use havre::assets::Assets;
use havre::directory::Region;
use havre::i18n::Language;

thread_local! {
    static EVERYTHING: Rc<Content> = Rc::new(Content::new(Assets::embedded()));
}

/// Starts on the first page with the whole directory and guide.
fn begin(language: Language, region: Region, size: (u16, u16)) -> Journey {
    let from = From {
        language,
        region,
        size,
        ..From::default()
    };
    let mut journey = Journey::start_with(from, EVERYTHING.with(Rc::clone));
    journey.keys("0");
    journey
}

#[test]
fn the_deadline_for_compensation_and_the_number_stand_on_one_screen() {
    for (region, number, deadline) in [
        (Region::Bc, "1-866-660-3888", ["2 years", "2 ans"]),
        (Region::On, "1-888-579-2888", ["45 days", "45 jours"]),
        (Region::Qc, "1-800-561-4822", ["3 years", "3 ans"]),
        (Region::Nb, "211", ["1 year", "1 an"]),
    ] {
        for (language, deadline) in Language::ALL.into_iter().zip(deadline) {
            let word = match language {
                Language::En => "compensation",
                Language::Fr => "indemnisation",
            };
            for size in [(80, 24), (40, 12)] {
                let mut journey = begin(language, region, size);
                journey.keys(word).keys("<enter>");
                journey
                    .sees(number, "whom to call")
                    .sees(deadline, "and until when");
            }
        }
    }
}

#[test]
fn the_row_below_a_narrow_list_has_the_name_the_distance_and_the_doubt() {
    for (language, doubt) in [
        (Language::En, "confirm first"),
        (Language::Fr, "à confirmer"),
    ] {
        let mut journey = begin(language, Region::Ns, (40, 12));
        let mut seen = Vec::new();
        for query in ["/shelter truro<down>", "/compensation<down>"] {
            journey.keys(query);
            for _ in 0..8 {
                seen.push(journey.rows().swap_remove(10));
                journey.keys("<down>");
            }
        }
        let of = |name: &str| {
            let row = seen.iter().find(|row| row.contains(name));
            row.unwrap_or_else(|| panic!("{name}: {seen:#?}"))
        };
        assert!(of("Third Place").ends_with("Truro"), "{seen:#?}");
        assert!(of("Adsum").contains("km"), "{seen:#?}");
        let doubtful = seen.iter().filter(|row| row.ends_with(doubt));
        assert!(doubtful.count() > 1, "{seen:#?}");
    }
}
