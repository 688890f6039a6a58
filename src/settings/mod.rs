//! Settings of the worker: language, region, town, appearance and mode of the program.

mod preferences;

#[cfg(test)]
mod tests;

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::directory::Region;
use crate::files::{Files, RealFiles, copy_aside, followed, write_atomically};
use crate::i18n::Language;
pub use preferences::{Preferences, Setting, ThemeName, UncoverKey};

/// Version of the file format.
pub const VERSION: u64 = 1;

/// Largest accepted file, in bytes.
const SIZE_LIMIT: usize = 1024 * 1024;

/// Settings; `None` for those that were never set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Version of the format.
    pub version: u64,
    /// Language of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Region of work; [`Region::Ca`] for all of Canada.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Key of the town ([`Places::key`](crate::places::Places::key)), kept even if this program
    /// does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Theme of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeName>,
    /// Minutes without a key after which the screen is covered; 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_minutes: Option<u16>,
    /// Digit of the tab that opens first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_tab: Option<u8>,
    /// Key that uncovers the screen, besides F9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncover: Option<UncoverKey>,
    /// True for numbered lines instead of a screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<bool>,
    /// True for the layout for screen readers and magnifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<bool>,
    /// Fields of newer programs and values that are not understood; preserved on saving.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: None,
            region: None,
            place: None,
            theme: None,
            idle_minutes: None,
            first_tab: None,
            uncover: None,
            plain: None,
            reader: None,
            rest: Map::new(),
        }
    }
}

/// A problem with the file. Readable settings are used nevertheless.
#[derive(Debug)]
pub enum Problem {
    /// The file could not be read.
    Unreadable(io::Error),
    /// The file is damaged in part or whole: a copy is kept when the settings are next saved.
    Damaged,
}

impl Settings {
    /// Reads the settings; without a file, none is set.
    pub fn load(path: &Path) -> (Self, Option<Problem>) {
        Self::load_on(&RealFiles, path)
    }

    /// Loads from the given file system.
    fn load_on(files: &dyn Files, path: &Path) -> (Self, Option<Problem>) {
        match Self::file_of(files, path).and_then(|file| files.read(&file, SIZE_LIMIT)) {
            Ok(bytes) => Self::understand(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), None),
            Err(error) => (Self::default(), Some(Problem::Unreadable(error))),
        }
    }

    /// Writes only the settings that were changed or chosen now, to preserve changes of other
    /// sessions. A file that cannot be read is not overwritten.
    ///
    /// # Errors
    /// Any error of the system; the old file is then unchanged.
    pub fn keep(
        path: &Path,
        before: &Preferences,
        now: &Preferences,
        chosen: Option<Setting>,
    ) -> io::Result<()> {
        Self::keep_on(&RealFiles, path, before, now, chosen)
    }

    /// Like [`Self::keep`], on the given file system.
    ///
    /// # Errors
    /// Like [`Self::keep`].
    fn keep_on(
        files: &dyn Files,
        path: &Path,
        before: &Preferences,
        now: &Preferences,
        chosen: Option<Setting>,
    ) -> io::Result<()> {
        Self::rewrite(files, path, |settings| {
            settings.take_over(before, now, chosen);
        })
    }

    /// Writes all settings atomically: a kill or a full disk leaves the old ones. A damaged file is
    /// first copied beside it (`settings.json.damaged`).
    ///
    /// # Errors
    /// Any error of the system; the old file is then unchanged.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        self.save_on(&RealFiles, path)
    }

    /// Like [`Self::save`], on the given file system.
    ///
    /// # Errors
    /// Like [`Self::save`].
    fn save_on(&self, files: &dyn Files, path: &Path) -> io::Result<()> {
        Self::rewrite(files, path, |settings| settings.clone_from(self))
    }

    fn rewrite(files: &dyn Files, path: &Path, change: impl FnOnce(&mut Self)) -> io::Result<()> {
        let path = Self::file_of(files, path)?;
        files.create_folder(path.parent().unwrap_or(Path::new(".")))?;
        let _lock = files.lock(&path.with_extension("lock"))?;
        let (mut settings, problem) = Self::load_on(files, &path);
        match problem {
            None => {}
            Some(Problem::Damaged) => keep_damaged(files, &path)?,
            Some(Problem::Unreadable(error)) => return Err(error),
        }
        change(&mut settings);
        settings.drop_replaced()?;
        let mut bytes = serde_json::to_vec_pretty(&settings)?;
        bytes.push(b'\n');
        write_atomically(files, &path, &bytes)
    }

    /// Returns the file of the settings at `path`, behind a symbolic link if it leads to settings.
    ///
    /// # Errors
    /// Like [`followed`].
    pub fn file_of(files: &dyn Files, path: &Path) -> io::Result<PathBuf> {
        followed(files, path, SIZE_LIMIT, |bytes| {
            let (settings, problem) = Self::understand(bytes);
            let is_known = |fields: Map<String, Value>| {
                fields.contains_key("version")
                    && (fields.len() > 1 + settings.rest.len() || settings.rest.is_empty())
            };
            problem.is_none() && serde_json::from_slice(bytes).is_ok_and(is_known)
        })
    }

    /// Drops values that were not understood where new values are set.
    fn drop_replaced(&mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.rest);
        let known = serde_json::to_value(&*self)?;
        let kept = rest.into_iter();
        self.rest = kept.filter(|(name, _)| known.get(name).is_none()).collect();
        Ok(())
    }

    /// Parses each field by itself: a bad one does not affect the others.
    fn understand(bytes: &[u8]) -> (Self, Option<Problem>) {
        // Some editors write a byte order mark.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let Ok(Value::Object(mut fields)) = serde_json::from_slice(bytes) else {
            return (Self::default(), Some(Problem::Damaged));
        };
        let mut problem = None;
        let mut settings = Self::default();
        if let Some(version) = fields.remove("version") {
            settings.version = version.as_u64().unwrap_or_else(|| {
                problem = Some(Problem::Damaged);
                VERSION
            });
        }
        settings.language = field(&mut fields, "language", &mut problem);
        settings.region = field(&mut fields, "region", &mut problem);
        settings.place = field(&mut fields, "place", &mut problem);
        settings.theme = field(&mut fields, "theme", &mut problem);
        settings.idle_minutes = field(&mut fields, "idle_minutes", &mut problem);
        settings.first_tab = field(&mut fields, "first_tab", &mut problem);
        settings.uncover = field(&mut fields, "uncover", &mut problem);
        settings.plain = field(&mut fields, "plain", &mut problem);
        settings.reader = field(&mut fields, "reader", &mut problem);
        settings.rest = fields;
        (settings, problem)
    }
}

fn field<T: for<'de> Deserialize<'de>>(
    fields: &mut Map<String, Value>,
    name: &str,
    problem: &mut Option<Problem>,
) -> Option<T> {
    let value = fields.remove(name)?;
    let understood = serde_json::from_value(value.clone()).ok();
    if understood.is_none() {
        *problem = Some(Problem::Damaged);
        // Another program may know the value: it is preserved until the user chooses another.
        fields.insert(name.to_owned(), value);
    }
    understood
}

/// Keeps only the newest damaged file: settings are quickly set again.
fn keep_damaged(files: &dyn Files, path: &Path) -> io::Result<()> {
    let copy = path.with_extension("json.damaged");
    // An older copy is replaced: the message refers to this one.
    match files.remove(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    copy_aside(files, path, &copy)
}
