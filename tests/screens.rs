//! The screens as a worker sees them: in a plain terminal, in a large one and in a very small one, in both
//! languages.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test that cannot go on fails; each test file uses a part of the journey"
)]

#[path = "support/journey.rs"]
mod journey;

use havre::directory::Region;
use havre::i18n::Language;
use journey::{From, Journey};

/// The screens worth a picture: a name, and the keys that lead there.
const SCREENS: [(&str, &str); 17] = [
    ("reporting", ""),
    ("topic", "<down><enter><tab>"),
    ("victim_services", "2<down>"),
    ("compensation", "2<end><up><up>"),
    ("restorative_justice", "3"),
    ("directory", "4<down>"),
    ("search", "/halifax"),
    ("card", "/trafficking hotline<enter><enter>"),
    ("filtered", "4<down>f<down><enter><end><enter><esc>"),
    ("filters", "4<down>f<down>"),
    ("categories", "4<down>f<enter><down>"),
    ("bookmarks", "/kids help<enter>b<esc><esc>5"),
    ("sources", "<down><down>s"),
    ("help", "?"),
    ("settings", ",<down><down>"),
    ("region", "r"),
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
            };
            let file = format!("welcome_{}_{}x{}", language.code(), size.0, size.1);
            insta::assert_snapshot!(file, Journey::start(from).screen());
        }
    }
}
