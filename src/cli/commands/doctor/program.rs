//! Findings on the program: its language, its clock, and its confinement by the kernel.

use std::io;
use std::thread;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::finding::Finding;
use crate::clock;
use crate::confine::{self, Confinement, Reach};
use crate::i18n::Messages;
use crate::paths::Paths;
use crate::settings::Settings;

/// Returns the language of the screen: the setting, else that of this command.
pub fn language(paths: &Paths, messages: &Messages) -> Finding {
    let set = Settings::load(&paths.settings()).0.language;
    let language = set.unwrap_or(messages.language());
    let name = messages.text(&format!("language-{}", language.code()));
    let id = match set {
        Some(_) => "doctor-language-set",
        None => "doctor-language-preset",
    };
    Finding::ok(
        "language",
        "doctor-language",
        messages.format(id, &[("name", name.into())]),
    )
    .fact("language", language.code())
    .fact("set", set.is_some())
}

/// Checks that the clock is plausible.
pub fn clock(told: Timestamp, messages: &Messages) -> Finding {
    let date = TimeZone::UTC.to_datetime(told).date();
    let said = messages.date(&date.to_string());
    let finding = Finding::ok("clock", "doctor-clock", said).fact("date", date.to_string());
    if clock::is_wrong(told) {
        finding.off(messages.text("clock-wrong"))
    } else {
        finding
    }
}

/// Checks the confinement of a session in a thread that then ends, so that this process is not
/// confined.
pub fn confinement(messages: &Messages) -> Finding {
    let tried = thread::spawn(|| {
        let nothing: [&str; 0] = [];
        let confinement = confine::to(&Reach {
            read: &nothing,
            write: &nothing,
        });
        let refused = std::fs::read_dir("/")
            .is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied);
        (confinement, refused)
    });
    let (confinement, refused) = tried.join().unwrap_or_default();
    judge(confinement, refused, messages)
}

fn judge(confinement: Confinement, refused: bool, messages: &Messages) -> Finding {
    let lacks = confinement.lacks();
    let said = if lacks.is_empty() {
        let version = [("version", confinement.version().unwrap_or(0).into())];
        messages.format("doctor-confinement-whole", &version)
    } else {
        let named = lacks.iter().map(|lack| messages.text(lack.message_id()));
        named.collect::<Vec<_>>().join("; ")
    };
    let finding = Finding::ok("confinement", "doctor-confinement", said)
        .fact("landlock", confinement.version())
        .fact("files", confinement.holds_files() && refused)
        .fact("network", confinement.holds_network())
        .fact("calls", confinement.calls)
        .fact("memory", confinement.memory)
        .fact("no_new_privs", confinement.no_new_privs);
    if confinement.holds_files() && !refused {
        finding.off(messages.text("doctor-confinement-broken"))
    } else if lacks.is_empty() {
        finding
    } else {
        finding.off(messages.text("doctor-confinement-lacks"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::commands::doctor::finding::State;
    use crate::confine::Landlock;
    use crate::i18n::Language;

    #[test]
    fn missing_parts_of_the_confinement_are_reported() {
        let messages = Messages::of(Language::En);
        let whole = Confinement {
            files: Landlock::Version(7),
            no_new_privs: true,
            calls: true,
            memory: true,
        };
        let look = |confinement, refused| judge(confinement, refused, messages);
        assert_eq!(look(whole, true).state, State::Ok);
        assert_eq!(look(whole, false).state, State::Off);
        let none = Confinement {
            files: Landlock::Missing,
            ..whole
        };
        let off = Confinement {
            files: Landlock::Off,
            ..none
        };
        let open = Confinement {
            calls: false,
            memory: false,
            ..whole
        };
        for (confinement, refused, words) in [
            (none, false, vec!["no Landlock"]),
            (off, false, vec!["Landlock is switched off"]),
            (open, true, vec!["seccomp", "memory"]),
        ] {
            let found = look(confinement, refused);
            assert_eq!(found.state, State::Off, "{words:?}");
            for word in words {
                assert!(found.said.contains(word), "{}", found.said);
            }
        }
    }

    #[test]
    fn a_clock_behind_the_directory_is_off() {
        let messages = Messages::of(Language::En);
        let look = |told| clock(told, messages);
        assert_eq!(look(clock::earliest()).state, State::Ok);
        let behind = look("2019-03-01T12:00:00Z".parse().unwrap());
        assert_eq!(behind.state, State::Off);
        assert!(behind.said.contains("2019"), "{}", behind.said);
        assert!(behind.advice.is_some_and(|said| said.contains("clock")));
    }

    #[test]
    fn the_trial_leaves_this_thread_free() {
        confinement(Messages::of(Language::En));
        assert!(std::fs::read_dir("/").is_ok());
    }
}
