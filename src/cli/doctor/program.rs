//! The program itself: its language, and whether the kernel keeps it in.

use std::io;
use std::thread;

use super::finding::Finding;
use crate::confine::{self, Confinement, Reach};
use crate::i18n::Messages;
use crate::paths::Paths;
use crate::settings::Settings;

/// The language of the screen: hers, else that of this answer.
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

/// Whether a session is locked in: tried in a thread, which then ends, so that nothing else is.
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
    let version = [("version", confinement.version.unwrap_or(0).into())];
    let id = match (confinement.holds_files(), confinement.holds_network()) {
        (true, true) => "doctor-confinement-whole",
        (true, false) => "doctor-confinement-files",
        (false, _) if confinement.no_new_privs => "doctor-confinement-rights",
        (false, _) => "doctor-confinement-none",
    };
    let finding = Finding::ok(
        "confinement",
        "doctor-confinement",
        messages.format(id, &version),
    )
    .fact("landlock", confinement.version)
    .fact("files", confinement.holds_files() && refused)
    .fact("network", confinement.holds_network())
    .fact("no_new_privs", confinement.no_new_privs);
    if confinement.holds_files() && !refused {
        finding.off(messages.text("doctor-confinement-broken"))
    } else if confinement.holds_network() {
        finding
    } else {
        finding.noting(messages.text("doctor-confinement-kernel"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::State;
    use crate::i18n::Language;

    #[test]
    fn what_the_kernel_does_not_know_is_said_and_what_does_not_hold_is_off() {
        let messages = Messages::of(Language::En);
        let look = |version, refused| {
            let confinement = Confinement {
                version,
                no_new_privs: true,
            };
            judge(confinement, refused, messages)
        };
        assert_eq!(look(Some(7), true).state, State::Ok);
        assert_eq!(look(Some(7), false).state, State::Off);
        assert_eq!(look(Some(3), true).state, State::Note);
        assert_eq!(look(None, false).state, State::Note);
        assert!(look(None, false).said.contains("no Landlock"));
    }

    #[test]
    fn the_trial_leaves_this_thread_free() {
        confinement(Messages::of(Language::En));
        assert!(std::fs::read_dir("/").is_ok());
    }
}
