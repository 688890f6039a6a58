//! State of a contact (open, closed, hours unknown), short enough for a column of a list.

use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::hours::{names_day, time_of_day};
use crate::bookmarks::Wrong;
use crate::directory::Contact;
use crate::directory::hours::{Answer, Asking, Moment};
use crate::i18n::{Language, Messages};

/// Greatest width of [`long`] in either language.
pub const LONG: usize = 16;

/// Returns the width of a state in this form; a rare wider one takes a column of the following gap.
pub const fn width(form: Form, language: Language) -> u16 {
    match (form, language) {
        (Form::Short, _) => 6,
        (Form::Long, Language::En) => 14,
        (Form::Long, Language::Fr) => 15,
    }
}

/// Greatest width of [`short`] in either language.
pub const SHORT: usize = 6;

/// Length of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// At most [`LONG`] columns.
    Long,
    /// At most [`SHORT`] columns.
    Short,
}

/// Returns the state of a contact. The region's emergency number is named as such if its hours are
/// unknown.
pub fn of_contact(
    contact: &Contact,
    answer: &Answer,
    asking: Asking<'_>,
    form: Form,
    messages: &Messages,
) -> String {
    let emergency = contact.id == asking.caller.region.emergency().contact;
    match form {
        Form::Long if emergency && *answer == Answer::Unknown => messages.text("state-emergency"),
        Form::Short if emergency && *answer == Answer::Unknown => {
            messages.text("state-short-emergency")
        }
        Form::Long => long(answer, asking, messages),
        Form::Short => short(answer, messages),
    }
}

/// Returns the id of the words for a contact without a number: where else to reach it.
pub fn without_number(contact: &Contact, form: Form) -> &'static str {
    match (form, contact.website.is_empty()) {
        (Form::Long, true) => "list-see-card",
        (Form::Long, false) => "list-website",
        (Form::Short, true) => "list-see-card-short",
        (Form::Short, false) => "list-website-short",
    }
}

/// Returns the id of the words for a contact that the worker found closed, or whose only number she
/// found out of service.
pub const fn reported(wrong: Wrong, form: Form) -> &'static str {
    match (wrong, form) {
        (Wrong::Closed, Form::Long) => "state-reported-closed",
        (Wrong::Closed, Form::Short) => "state-short-closed",
        (_, Form::Long) => "state-reported",
        (_, Form::Short) => "state-short-reported",
    }
}

/// Returns the state with its next change: `24/7`, `until 16:30`, `opens Mon 8:30`. Times are on
/// the worker's clock if it is known, else on that of the service.
pub fn long(answer: &Answer, asking: Asking<'_>, messages: &Messages) -> String {
    match answer {
        Answer::Unknown => messages.text("state-unknown"),
        Answer::Always => messages.text("state-always"),
        Answer::Open {
            holiday: Some(_), ..
        } => messages.text("state-holiday"),
        Answer::Open { until, .. } => {
            let time = time(until, asking, messages);
            match weekday_of_end(until, asking) {
                None => messages.format("state-until", &[("time", time.into())]),
                Some(day) => {
                    messages.format("state-until-day", &[("day", messages.text(&day).into())])
                }
            }
        }
        Answer::Closed { opens, .. } => opens_at(opens, asking, messages),
    }
}

/// Returns the state alone: `24/7`, `open`, `closed`, `hours?`.
pub fn short(answer: &Answer, messages: &Messages) -> String {
    messages.text(match answer {
        Answer::Unknown => "state-short-unknown",
        Answer::Always => "state-short-always",
        Answer::Open {
            holiday: Some(_), ..
        } => "state-short-holiday",
        Answer::Open { .. } => "state-short-open",
        Answer::Closed { .. } => "state-short-closed",
    })
}

fn opens_at(opens: &Moment, asking: Asking<'_>, messages: &Messages) -> String {
    let clock = clock(opens, asking);
    let at = opens.at.timestamp().to_zoned_datetime(clock.clone());
    let now = asking.now.to_zoned_datetime(clock);
    let today = now.date();
    let time = ("time", time(opens, asking, messages).into());
    if !names_day(&at, &now, true) {
        return messages.format("state-opens", &[time]);
    }
    let in_a_week = today.checked_add(7.days());
    if in_a_week.is_ok_and(|week| at.date() < week) {
        let weekday = at.weekday().to_monday_one_offset();
        let day = messages.text(&format!("weekday-short-{weekday}"));
        return messages.format("state-opens-day", &[("day", day.into()), time]);
    }
    messages.text("state-closed")
}

/// Returns the id of the weekday of a closing time if its hour alone would be taken for that of today.
fn weekday_of_end(moment: &Moment, asking: Asking<'_>) -> Option<String> {
    let clock = clock(moment, asking);
    let at = moment.at.timestamp().to_zoned_datetime(clock.clone());
    let now = asking.now.to_zoned_datetime(clock);
    let weekday = at.weekday().to_monday_one_offset();
    names_day(&at, &now, false).then(|| format!("weekday-short-{weekday}"))
}

fn clock(moment: &Moment, asking: Asking<'_>) -> TimeZone {
    let here = asking.here.cloned();
    here.unwrap_or_else(|| moment.at.time_zone().clone())
}

fn time(moment: &Moment, asking: Asking<'_>, messages: &Messages) -> String {
    let clock = clock(moment, asking);
    time_of_day(&moment.at.timestamp().to_zoned_datetime(clock), messages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::{Caller, Region};
    use crate::i18n::typography;

    fn answers() -> Vec<Answer> {
        let zone = TimeZone::get("America/Halifax").unwrap();
        let moment = |time: &str| Moment {
            at: time
                .parse::<jiff::Timestamp>()
                .unwrap()
                .to_zoned_datetime(zone.clone()),
            zone: None,
        };
        let holiday = None;
        let open = |time| Answer::Open {
            until: moment(time),
            holiday,
        };
        let closed = |time| Answer::Closed {
            opens: moment(time),
            holiday,
        };
        vec![
            Answer::Unknown,
            Answer::Always,
            open("2026-11-26T20:30:00Z"),
            open("2026-11-27T04:00:00Z"),
            open("2026-11-27T03:30:00Z"),
            open("2026-11-27T12:30:00Z"),
            open("2026-11-30T12:30:00Z"),
            closed("2026-11-26T22:30:00Z"),
            closed("2026-11-30T12:30:00Z"),
            closed("2026-12-20T12:30:00Z"),
        ]
    }

    fn said(
        language: Language,
        tell: impl Fn(&Answer, Asking<'_>, &Messages) -> String,
    ) -> Vec<String> {
        let here = TimeZone::get("America/Halifax").unwrap();
        let asking = Asking {
            now: "2026-11-26T15:00:00Z".parse().unwrap(),
            here: Some(&here),
            caller: Caller::of(Region::Ns),
        };
        let messages = Messages::of(language);
        let answers = answers();
        let said = answers.iter();
        said.map(|answer| tell(answer, asking, messages)).collect()
    }

    #[test]
    fn the_long_form_says_when_it_changes() {
        assert_eq!(
            said(Language::En, long),
            [
                "hours unknown",
                "24/7",
                "until 16:30",
                "until midnight",
                "until 23:30",
                "open until Fri",
                "open until Mon",
                "opens 18:30",
                "opens Mon 8:30",
                "closed"
            ]
        );
        assert_eq!(
            said(Language::Fr, long),
            [
                "horaire inconnu",
                "24\u{a0}h/24",
                "jusqu’à 16\u{a0}h\u{a0}30",
                "jusqu’à minuit",
                "jusqu’à 23\u{a0}h\u{a0}30",
                "jusqu’à ven.",
                "jusqu’à lun.",
                "ouvre à 18\u{a0}h\u{a0}30",
                "dès lun. 8\u{a0}h\u{a0}30",
                "fermé"
            ]
        );
    }

    #[test]
    fn the_number_for_danger_is_an_emergency_number() {
        let directory = crate::assets::Assets::embedded().directory().unwrap();
        let rcmp = directory.get("nu-rcmp-iqaluit").unwrap();
        let state = |region, form| {
            let asking = Asking {
                now: "2026-11-26T15:00:00Z".parse().unwrap(),
                here: None,
                caller: Caller::of(region),
            };
            of_contact(
                rcmp,
                &Answer::Unknown,
                asking,
                form,
                Messages::of(Language::En),
            )
        };
        assert_eq!(state(Region::Nu, Form::Long), "emergency");
        assert_eq!(state(Region::Nu, Form::Short), "now");
        assert_eq!(state(Region::Ns, Form::Long), "hours unknown");
    }

    #[test]
    fn every_form_fits_its_column() {
        for language in Language::ALL {
            for state in said(language, long) {
                assert!(state.chars().count() <= LONG, "{state}");
                assert_eq!(typography::flaws(&state, language), []);
            }
            for state in said(language, |answer, _, messages| short(answer, messages)) {
                assert!(state.chars().count() <= SHORT, "{state}");
            }
        }
    }

    #[test]
    fn the_short_form_says_the_state() {
        let short = |language| said(language, |answer, _, messages| short(answer, messages));
        assert_eq!(
            short(Language::En)[..8],
            [
                "hours?", "24/7", "open", "open", "open", "open", "open", "closed"
            ]
        );
        assert_eq!(
            short(Language::Fr)[..8],
            [
                "ouv.?",
                "24\u{a0}h",
                "ouvert",
                "ouvert",
                "ouvert",
                "ouvert",
                "ouvert",
                "fermé"
            ]
        );
    }
}
