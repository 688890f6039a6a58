//! Screens in a plain terminal, a large one and a very small one, in both languages.

use super::journey::{From, Journey};
use havre::directory::Region;
use havre::i18n::Language;

/// Screens with a snapshot: name, and the keys that lead there.
const SCREENS: [(&str, &str); 20] = [
    ("reporting", ""),
    ("topic", "<down><enter><tab>"),
    ("victim_services", "2<down>"),
    ("compensation", "2<end><up><up>"),
    ("restorative_justice", "3"),
    ("directory", "4<down>"),
    ("search", "/halifax"),
    ("card", "/trafficking hotline<enter>"),
    ("filtered", "4<down>f<down><enter><end><enter><esc>"),
    ("filters", "4<down>f<down>"),
    ("categories", "4<down>f<enter><down>"),
    ("bookmarks", "/kids help<down>b<esc><esc>5"),
    ("sources", "<down><down>s"),
    ("help", "?"),
    ("settings", ",<down><down>"),
    ("region", "r"),
    ("terms", "<down><down><down><down><down><enter>g"),
    ("both", "<down><down><enter>B"),
    ("card_in_both", "/trafficking hotline<enter>B"),
    ("filter_region", "4<down>f<down><enter>qc"),
];

/// Size of the approved screens.
const USUAL: (u16, u16) = (80, 24);
/// Other sizes: each key there is followed by the checks of [`Journey`] alone.
const OTHER_SIZES: [(u16, u16); 3] = [(40, 12), (120, 40), (160, 50)];

#[test]
fn every_screen_looks_as_it_was_approved() {
    for language in Language::ALL {
        for (name, keys) in SCREENS {
            let file = format!("{name}_{}_80x24", language.code());
            insta::assert_snapshot!(file, at(language, USUAL, keys).screen());
        }
        let file = format!("welcome_{}_80x24", language.code());
        insta::assert_snapshot!(file, at_first_start(language, USUAL).screen());
    }
}

#[test]
fn every_screen_fills_windows_of_other_sizes() {
    for language in Language::ALL {
        for size in OTHER_SIZES {
            for (name, keys) in SCREENS {
                let journey = at(language, size, keys);
                assert!(!journey.rows()[0].trim().is_empty(), "{name} {size:?}");
                assert_eq!(journey.rows().len(), usize::from(size.1), "{name}");
            }
            let journey = at_first_start(language, size);
            assert!(journey.screen().contains("911"), "{}", journey.screen());
        }
    }
}

fn at(language: Language, size: (u16, u16), keys: &str) -> Journey {
    let mut journey = Journey::start(From {
        language,
        size,
        ..From::default()
    });
    journey.keys(keys);
    journey
}

fn at_first_start(language: Language, size: (u16, u16)) -> Journey {
    Journey::start(From {
        language,
        size,
        region: Region::Ca,
        first_run: true,
        reader: false,
        ..From::default()
    })
}

/// The same for a screen reader or a magnifier.
const READ_ALOUD: [(&str, &str); 8] = [
    ("reporting", ""),
    ("topic", "<down><enter><tab>"),
    ("search", "/halifax<down>"),
    ("card", "/trafficking hotline<enter>"),
    ("region", "r"),
    ("settings", ",<down><down>"),
    ("help", "?"),
    ("both", "<down><down><enter>B"),
];

#[test]
fn the_screens_for_a_screen_reader_look_as_they_were_approved() {
    for language in Language::ALL {
        for size in [USUAL, (40, 12)] {
            for (name, keys) in READ_ALOUD {
                let mut journey = Journey::start(From {
                    language,
                    size,
                    reader: true,
                    ..From::default()
                });
                journey.keys(keys);
                if size == USUAL {
                    let file = format!("reader_{name}_{}_80x24", language.code());
                    insta::assert_snapshot!(file, journey.screen());
                }
            }
        }
    }
}
