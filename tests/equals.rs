//! English and French as equals, and usable without looking: the settings and what they lead to.

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
use havre::settings::{Preferences, ThemeName};
use journey::{From, Journey};

/// Both sizes, in both languages.
fn everywhere() -> Vec<From> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for size in [(80, 24), (40, 12)] {
            all.push(From {
                language,
                size,
                ..From::default()
            });
        }
    }
    all
}

#[test]
fn settings_are_changed_in_place_and_saved_at_once() {
    let mut journey = Journey::start(From::default());
    journey
        .keys(",")
        .sees("Settings", "the screen is open")
        .sees("Language                   ", "with a row each");
    journey
        .keys("<down><down><right>")
        .sees("Saved. Look: colours", "the next value is on disk");
    journey
        .keys("<enter>")
        .sees("> colours", "Enter lists them all, at the one in force");
    journey.keys("<down><enter>").sees(
        "Saved. Look: high contrast",
        "and the one chosen is on disk",
    );
    journey
        .keys("<down><enter>")
        .sees("> 3 minutes without a key", "the cover's minutes");
    journey
        .keys("<home><enter>")
        .sees("Saved. Cover the screen after: never", "0 is never");
    journey
        .keys("<left>")
        .sees("30 minutes", "before the first comes the last");
    journey.keys("<down><right>").sees(
        "Saved. Numbered lines, no screen: yes, from the next start",
        "plain",
    );
    let expected = Preferences {
        region: Region::Ns,
        theme: ThemeName::HighContrast,
        idle_minutes: 30,
        plain: true,
        ..Preferences::default()
    };
    assert_eq!(journey.app.preferences, expected, "in force");
    assert_eq!(journey.settings, Some(expected), "and on disk");
    journey
        .keys("<esc>")
        .sees("[1 Reporting]", "back where she was");
}

#[test]
fn the_language_and_the_region_are_settings_too() {
    let mut journey = Journey::start(From::default());
    journey
        .keys(",<enter>")
        .sees("Réglages", "the other language, at once")
        .sees("Enregistré. Langue : Français", "and saved");
    journey.keys("<down><right>").sees(
        "Enregistré. Province ou territoire : Île-du-Prince-Édouard",
        "the region behind Nova Scotia",
    );
    assert_eq!(journey.settings.unwrap().region, Region::Pe);
    journey
        .keys("<esc>2<end><enter>")
        .sees("Île-du-Prince-Édouard", "and the head says so");
}

#[test]
fn settings_that_cannot_be_saved_are_in_force_and_say_so() {
    let mut journey = Journey::start(From::default());
    journey.disk_trouble = Some("the disk is full".to_owned());
    journey
        .keys(",<down><down><right>")
        .sees("Your settings are not saved: the disk is full.", "why")
        .sees_no("Saved.", "and nothing else is claimed");
    assert_eq!(journey.app.preferences.theme, ThemeName::Default);
    assert_eq!(journey.settings, None);
    journey.disk_trouble = None;
    journey
        .keys("<down><right>")
        .sees("Saved. Cover", "the next change is saved");
    assert_eq!(
        journey.settings.unwrap().theme,
        ThemeName::Default,
        "with the one before"
    );
}

#[test]
fn the_settings_are_reached_from_help() {
    for from in everywhere() {
        let mut journey = Journey::start(from);
        journey.keys("?<tab><tab><enter>");
        let title = ["Settings", "Réglages"][from.language as usize];
        journey.sees(title, "the settings are open");
        journey.keys("<esc>");
        assert_eq!(journey.app.overlays.len(), 1, "and Esc is back in help");
    }
}
