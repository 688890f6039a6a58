//! Contacts of the team's lists that the worker took over, when the team changes them.

use havre::bookmarks::{TeamList, team_lists};
use havre::files::RealFiles;
use havre::i18n::Language;
use jiff::Timestamp;

use crate::journey::{From, Journey};

const AT: Timestamp = Timestamp::UNIX_EPOCH;

/// Returns a list of the team with a contact of its own, edited at this time.
fn desk(number: &str, at: Timestamp) -> Vec<TeamList> {
    let folder = tempfile::tempdir().unwrap();
    let own = serde_json::json!({"version": 1, "own": [{
        "id": "own-team-desk", "at": at, "contact": {
            "name": "Team desk", "category": "directory", "region": "NS",
            "phones": [{"number": number, "kind": "voice"}]}}]});
    std::fs::write(folder.path().join("a.json"), own.to_string()).unwrap();
    team_lists(&RealFiles, folder.path(), at).0
}

#[test]
fn a_number_that_the_team_corrects_reaches_a_contact_that_was_taken_over() {
    for language in Language::ALL {
        let from = From {
            language,
            ..From::default()
        };
        let mut journey = Journey::start(from).with_team(desk("902-555-0100", AT));
        journey.keys("/team desk<enter>b<esc><esc>5");
        journey.sees("902-555-0100", "it is hers");
        let later = journey.now;
        let mut journey = journey.with_team(desk("902-555-0111", later));
        journey.keys("5");
        journey.sees("902-555-0111", "her row has the new number");
        journey.sees(&from.said("card-phones-changed"), "and says so");
        journey.keys("<enter>");
        journey.sees("902-555-0100", "the earlier number stands beside it");
        let accept = format!(">{}<", from.said("card-accept-numbers"));
        journey.keys_until("<tab>", |journey| journey.screen().contains(&accept));
        journey.keys("<enter>");
        let own = journey.list.own_contact("own-team-desk").unwrap();
        let phones = &own.contact.as_ref().unwrap().phones;
        assert_eq!(phones[0].number, "902-555-0111", "and is hers");
        assert_eq!(journey.app.differences("own-team-desk"), []);
    }
}

/// Returns the list of [`desk`] without its contact.
fn emptied() -> Vec<TeamList> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.json"), r#"{"version": 1, "own": []}"#).unwrap();
    team_lists(&RealFiles, folder.path(), AT).0
}

#[test]
fn a_contact_that_the_team_takes_off_its_list_is_told_until_it_is_kept() {
    for language in Language::ALL {
        let from = From {
            language,
            ..From::default()
        };
        let mut journey = Journey::start(from).with_team(desk("902-555-0100", AT));
        journey.keys("/team desk<enter>b<esc><esc>5");
        assert_eq!(journey.app.differences("own-team-desk"), []);
        let mut journey = journey.with_team(Vec::new());
        assert_eq!(
            journey.app.differences("own-team-desk"),
            [],
            "a machine without the list tells nothing"
        );
        journey = journey.with_team(emptied());
        journey.keys("5");
        journey.sees("902-555-0100", "her own stays");
        journey.sees(&from.said("card-off-team"), "and its row says so");
        journey.keys("<enter>");
        journey.sees(&from.said("card-off-team"), "as does its card");
        let keep = format!(">{}<", from.said("card-accept-off-team"));
        journey.keys_until("<tab>", |journey| journey.screen().contains(&keep));
        journey.keys("<enter>");
        assert_eq!(journey.app.differences("own-team-desk"), [], "it is kept");
    }
}
