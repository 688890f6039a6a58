//! Finding on the directory: its size, and the date of its newest contact.

use jiff::civil::Date;

use super::finding::Finding;
use crate::assets::Assets;
use crate::directory::load::LoadError;
use crate::i18n::Messages;

/// Age in days from which the directory is reported as outdated: numbers change.
const OLD: i32 = 365;

/// Returns the finding on the directory.
pub fn finding(today: Date, messages: &Messages) -> Result<Finding, LoadError> {
    let contacts = Assets::embedded().contacts()?;
    let newest = contacts
        .iter()
        .map(|contact| contact.checked.as_str())
        .max();
    Ok(judge(
        contacts.len(),
        newest.unwrap_or_default(),
        today,
        messages,
    ))
}

fn judge(count: usize, newest: &str, today: Date, messages: &Messages) -> Finding {
    let days = newest
        .parse::<Date>()
        .ok()
        .and_then(|newest| today.since(newest).ok())
        .map(|age| age.get_days());
    let said = messages.format(
        "doctor-directory-age",
        &[
            ("count", count.into()),
            ("date", messages.date(newest).into()),
            ("days", days.unwrap_or(0).max(0).into()),
        ],
    );
    let finding = Finding::ok("directory", "doctor-directory", said)
        .fact("contacts", count)
        .fact("newest", newest)
        .fact("days", days);
    match days {
        Some(days) if days <= OLD => finding,
        _ => finding.off(messages.text("doctor-directory-old")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::commands::doctor::finding::State;
    use crate::i18n::Language;

    #[test]
    fn a_directory_grows_old() {
        let messages = Messages::of(Language::En);
        let on = |today: &str| judge(480, "2026-11-01", today.parse().unwrap(), messages);
        let young = on("2026-11-25");
        assert_eq!(young.state, State::Ok);
        assert_eq!(
            young.said,
            "480 contacts, the newest checked on 1 November 2026 (24 days ago)"
        );
        assert_eq!(on("2027-11-01").state, State::Ok);
        assert_eq!(on("2027-11-02").state, State::Off);
        assert_eq!(on("2026-10-01").state, State::Ok, "a clock that is behind");
        let undated = judge(0, "", "2026-11-25".parse().unwrap(), messages);
        assert_eq!(undated.state, State::Off);
    }
}
