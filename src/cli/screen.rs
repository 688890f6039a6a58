//! Options of the screen from arguments and environment.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Environment, Exit, Failure, Whereabouts};
use crate::app::TabId;
use crate::directory::Region;
use crate::i18n::{Language, Messages};
use crate::paths::WorkerName;
use crate::places::PlaceId;
use crate::settings::ThemeName;

/// Options of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreenOptions {
    /// `--lang`: the language, instead of the one in the settings.
    pub language: Option<Language>,
    /// `--region`: the worker's region, instead of the one in the settings.
    pub region: Option<Region>,
    /// The town, where `--region` names one.
    pub place: Option<PlaceId>,
    /// `--data-dir` or `HAVRE_DATA_DIR`: the folder for all of the worker's files.
    pub data_dir: Option<PathBuf>,
    /// `--worker` or `HAVRE_WORKER`: the worker, on a login shared by several.
    pub worker: Option<WorkerName>,
    /// `--theme`: replaces the theme in the settings.
    pub theme: Option<ThemeName>,
    /// `--plain` or `HAVRE_PLAIN`: numbered lines instead of a screen; `HAVRE_PLAIN=0` requests a
    /// screen whatever the settings say.
    pub plain: Option<bool>,
    /// `--reader`: the screen laid out for a screen reader or a magnifier.
    pub reader: bool,
    /// `--tab`: the tab to open, instead of the first.
    pub tab: Option<TabId>,
    /// `--panic`, in debug builds: the thread that panics after the first frame; `never` makes the
    /// main thread hang instead, `files` the thread of the worker's files.
    #[cfg(debug_assertions)]
    pub panic: Option<String>,
    /// `--escape`, in debug builds: the folder of others that it tries to reach, among other ways out.
    #[cfg(debug_assertions)]
    pub escape: Option<PathBuf>,
}

/// Reads the options; arguments take precedence over the environment.
pub(super) fn options(
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
