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

#[test]
fn every_screen_looks_as_it_was_approved() {
    for language in Language::ALL {
        for size in [(80, 24), (120, 40), (40, 12)] {
            for (name, keys) in SCREENS {
                let mut journey = Journey::start(From {
                    language,
                    size,
                    ..From::default()
                });
                journey.keys(keys);
                let file = format!("{name}_{}_{}x{}", language.code(), size.0, size.1);
                insta::assert_snapshot!(file, journey.screen());
            }
            let from = From {
                language,
                size,
                region: Region::Ca,
                first_run: true,
                reader: false,
                ..From::default()
            };
            let file = format!("welcome_{}_{}x{}", language.code(), size.0, size.1);
            insta::assert_snapshot!(file, Journey::start(from).screen());
        }
    }
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
        for size in [(80, 24), (40, 12)] {
            for (name, keys) in READ_ALOUD {
                let mut journey = Journey::start(From {
                    language,
                    size,
                    reader: true,
                    ..From::default()
                });
                journey.keys(keys);
                let file = format!("reader_{name}_{}_{}x{}", language.code(), size.0, size.1);
                insta::assert_snapshot!(file, journey.screen());
            }
        }
    }
}
