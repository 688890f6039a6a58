//! Options of the screen from arguments and environment.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::ArgMatches;

use super::whereabouts::Whereabouts;
use crate::cli::context::Environment;
use crate::cli::output::exit::{Exit, Failure};
use crate::i18n::Messages;
use crate::paths::WorkerName;
use crate::persistence::ScreenOptions;

/// Reads the options; arguments take precedence over the environment.
pub fn options(
    matches: &ArgMatches,
    environment: Environment<'_>,
    messages: &Messages,
) -> Result<ScreenOptions, Failure> {
    let set = |name: &str| environment(name).filter(|value| value != OsStr::new(""));
    let worker = match (matches.get_one::<WorkerName>("worker"), set("HAVRE_WORKER")) {
        (Some(name), _) => Some(name.clone()),
        (None, Some(name)) => {
            let refused = |_| Failure::new(Exit::Usage, messages.text("cli-worker-names"));
            Some(WorkerName::parse(&name.to_string_lossy()).map_err(refused)?)
        }
        (None, None) => None,
    };
    let whereabouts = matches.get_one::<Whereabouts>("region");
    Ok(ScreenOptions {
        language: matches.get_one("lang").copied(),
        region: whereabouts.map(|asked| asked.region),
        place: whereabouts.and_then(|asked| asked.place),
        data_dir: matches
            .get_one("data-dir")
            .cloned()
            .or_else(|| set("HAVRE_DATA_DIR").map(PathBuf::from)),
        worker,
        theme: matches.get_one("theme").copied(),
        plain: if matches.get_flag("plain") {
            Some(true)
        } else {
            set("HAVRE_PLAIN").map(|value| value != OsStr::new("0"))
        },
        reader: matches.get_flag("reader"),
        tab: matches.get_one("tab").copied(),
        #[cfg(debug_assertions)]
        panic: matches.get_one("panic").cloned(),
        #[cfg(debug_assertions)]
        escape: matches.get_one("escape").cloned(),
    })
}
