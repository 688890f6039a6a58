//! Options that are in force for one session, above the settings.

use std::path::PathBuf;

use crate::app::TabId;
use crate::directory::Region;
use crate::i18n::Language;
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
