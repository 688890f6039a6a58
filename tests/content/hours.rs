//! Hours texts of the directory, with the result of parsing each.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use havre::assets::Assets;
use havre::directory::{PhoneKind, Region, hours};
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

/// A number that answers at any hour answers at any hour for every service behind it: a list and a card,
/// or two rows, would contradict each other. Numbers of three digits are another service's in another
/// province.
#[test]
fn a_number_that_always_answers_does_so_in_every_record() {
    let contacts = Assets::embedded().contacts().unwrap();
    let lines = || {
        let contacts = contacts.iter();
        contacts.flat_map(|contact| contact.phones.iter().map(move |phone| (contact, phone)))
    };
    let always = lines().filter(|(contact, phone)| hours::is_always_open(contact, phone));
    let always: HashSet<(&str, Region)> = always
        .map(|(contact, phone)| (phone.number.as_str(), contact.region))
        .collect();
    let without = lines().filter(|(contact, phone)| {
        let is_bare = phone.hours.is_none() && !hours::is_always_open(contact, phone);
        let number = phone.number.as_str();
        let is_national = number.len() > 3 && always.contains(&(number, Region::Ca));
        phone.kind == PhoneKind::Voice
            && is_bare
            && !phone.is_vital()
            && (is_national || always.contains(&(number, contact.region)))
    });
    let without: Vec<_> = without
        .map(|(contact, phone)| (contact.id.as_str(), phone.number.as_str()))
        .collect();
    assert_eq!(without, []);
}
