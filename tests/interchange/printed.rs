//! Pages to hand over, printed by a browser without a screen.

use std::cmp::Reverse;
use std::fs;
use std::path::Path;
use std::process::Command;

use havre::assets::Assets;
use havre::directory::reach::main;
use havre::directory::{Caller, Contact, Phone};
use havre::handout::{Discreet, Kind, Options, page};
use havre::i18n::Language;

use crate::tools::find_tool;

/// Languages of a page.
const LANGUAGES: [&[Language]; 3] = [
    &[Language::En],
    &[Language::Fr],
    &[Language::En, Language::Fr],
];

/// Returns the text of each page of the printed file; `None` if a program is missing, which is reported.
fn printed(html: &str, folder: &Path) -> Option<Vec<String>> {
    let browser = find_tool("chromium")?;
    let reader = find_tool("pdftotext")?;
    let (file, pdf) = (folder.join("page.html"), folder.join("page.pdf"));
    fs::write(&file, html).unwrap();
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .arg("--virtual-time-budget=1000")
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = Command::new(reader).arg("-raw").arg(&pdf).arg("-").output();
    let text = String::from_utf8(text.unwrap().stdout).unwrap();
    // The browser was not told to leave out its header and footer: the title, the date and the file.
    assert!(
        !text.contains("page.html") && !text.contains("Numbers"),
        "{text}"
    );
    // Each page ends in a form feed.
    let pages = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}');
    Some(pages.map(str::to_owned).collect())
}

/// Returns the contacts with the longest pages, the longest first.
fn longest(contacts: &[Contact], options: &Options) -> Vec<Contact> {
    let is_dialled =
        |contact: &&Contact| main(contact, Caller::UNKNOWN).is_some_and(Phone::is_dialled);
    let mut all: Vec<Contact> = contacts.iter().filter(is_dialled).cloned().collect();
    let height = |contact: &Contact| {
        let html = page(&[contact], options, Caller::UNKNOWN);
        (html.matches("\"number\"").count(), html.len())
    };
    all.sort_by_cached_key(|contact| Reverse(height(contact)));
    all
}

/// Returns a text without white space: a printed line may break anywhere between words.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn six_contacts_fill_one_page_of_letter_paper_and_no_number_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let contacts = Assets::embedded().contacts().unwrap();
    for languages in LANGUAGES {
        let options = Options {
            kind: Kind::Html,
            languages: languages.to_vec(),
            discreet: None,
        };
        let longest = longest(&contacts, &options);
        for count in [1, 3, 6, 7] {
            let chosen: Vec<&Contact> = longest.iter().take(count).collect();
            let html = page(&chosen, &options, Caller::UNKNOWN);
            let Some(pages) = printed(&html, folder.path()) else {
                return;
            };
            assert_eq!(pages.len(), count.div_ceil(6), "{languages:?}: {pages:#?}");
            let text = squeezed(&pages.concat());
            for contact in chosen {
                for language in languages {
                    let name = squeezed(contact.name(*language));
                    assert!(text.contains(&name), "{name}: {pages:#?}");
                }
                let number = &main(contact, Caller::UNKNOWN).unwrap().number;
                assert!(text.contains(&squeezed(number)), "{number}: {pages:#?}");
            }
        }
    }
}

#[test]
fn a_discreet_page_and_one_of_wallet_size_are_printed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let contacts = Assets::embedded().contacts().unwrap();
    let house = contacts.iter().find(|one| one.id == "ns-bryony-house");
    let house = house.unwrap();
    let number = &main(house, Caller::UNKNOWN).unwrap().number;
    for kind in [Kind::Html, Kind::Wallet] {
        for languages in LANGUAGES {
            for discreet in [None, Some(Discreet::default())] {
                let hides = discreet.is_some();
                let options = Options {
                    kind,
                    languages: languages.to_vec(),
                    discreet,
                };
                let html = page(&[house], &options, Caller::UNKNOWN);
                let Some(pages) = printed(&html, folder.path()) else {
                    return;
                };
                let [text] = &pages[..] else {
                    panic!("{pages:#?}");
                };
                assert!(text.contains(number.as_str()), "{text}");
                assert_eq!(text.contains("Bryony"), !hides, "{text}");
            }
        }
    }
}
