//! Hours texts of the directory, with the result of parsing each.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use havre::assets::Assets;
use havre::directory::hours;
use havre::i18n::Text;

/// Returns the texts of contacts and numbers, each once.
fn texts() -> BTreeSet<(String, String)> {
    let directory = Assets::embedded().directory().unwrap();
    let contacts = directory.contacts().iter();
    contacts
        .flat_map(|contact| {
            let phones = contact
                .phones
                .iter()
                .filter_map(|phone| phone.hours.clone());
            contact.hours.clone().into_iter().chain(phones)
        })
        .map(|Text { en, fr }| (en, fr))
        .collect()
}

#[test]
fn every_text_of_the_directory_is_read_as_it_was_looked_at() {
    let mut table = String::new();
    for (en, fr) in texts() {
        let read = |text: &str| hours::parse(text).map(|hours| hours.to_string());
        let (english, french) = (read(&en), read(&fr));
        assert_eq!(english, french, "{en} | {fr}");
        let read = english.unwrap_or_else(|| "not read".to_owned());
        writeln!(table, "{en} | {fr}\n    {read}").unwrap();
    }
    insta::assert_snapshot!(table);
}
