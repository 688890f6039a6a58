//! What the worker set once: her language, where she works, how the program looks and speaks.

mod preferences;

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::directory::Region;
use crate::files::{Files, RealFiles, copy_aside, write_atomically};
use crate::i18n::Language;
pub use preferences::{Preferences, Setting, ThemeName};

/// The version of the file's format that this program writes.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes.
const SIZE_LIMIT: usize = 1024 * 1024;

/// Her settings. What she has not set is `None`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The format's version.
    pub version: u64,
    /// The language of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Where she works; [`Region::Ca`] for all of Canada.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The key of her town ([`Places::key`](crate::places::Places::key)), kept as it is where this
    /// program does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How the screen looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeName>,
    /// Minutes without a key after which the screen is covered; 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_minutes: Option<u16>,
    /// Numbered lines instead of a screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<bool>,
    /// The screen laid out for a screen reader or a magnifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<bool>,
    /// Fields of newer programs, kept.
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
            plain: None,
            reader: None,
            rest: Map::new(),
        }
    }
}

/// What was wrong with the file. What could be read of it is used.
#[derive(Debug)]
pub enum Problem {
    /// It could not be read.
    Unreadable(io::Error),
    /// Some or all of it is damaged: a copy is kept when the settings are next saved.
    Damaged,
}

impl Settings {
    /// Reads the settings; where there is no file, nothing is set.
    pub fn load(path: &Path) -> (Self, Option<Problem>) {
        Self::load_on(&RealFiles, path)
    }

    /// The same on other files than the machine's.
    pub fn load_on(files: &dyn Files, path: &Path) -> (Self, Option<Problem>) {
        match files.read(path, SIZE_LIMIT) {
            Ok(bytes) => Self::understand(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), None),
            Err(error) => (Self::default(), Some(Problem::Unreadable(error))),
        }
    }

    /// Changes in the file what she changed and what she chose now, and nothing else: what another
    /// session wrote meanwhile stays. A file that cannot be read is not written over.
    ///
    /// # Errors
    /// Whatever the system says; the old file is then still there.
    pub fn keep(
        path: &Path,
        before: &Preferences,
        now: &Preferences,
        chosen: Option<Setting>,
    ) -> io::Result<()> {
        Self::keep_on(&RealFiles, path, before, now, chosen)
    }

    /// The same on other files than the machine's.
    ///
    /// # Errors
    /// Like [`Self::keep`].
    pub fn keep_on(
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

    /// Writes the settings whole, so that a kill or a full disk leaves the old ones. A file that
    /// is damaged is kept beside it first (`settings.json.damaged`).
    ///
    /// # Errors
    /// Whatever the system says; the old file is then still there.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        self.save_on(&RealFiles, path)
    }

    /// The same on other files than the machine's.
    ///
    /// # Errors
    /// Like [`Self::save`].
    pub fn save_on(&self, files: &dyn Files, path: &Path) -> io::Result<()> {
        Self::rewrite(files, path, |settings| settings.clone_from(self))
    }

    fn rewrite(files: &dyn Files, path: &Path, change: impl FnOnce(&mut Self)) -> io::Result<()> {
        let path = files.resolve(path);
        files.create_folder(path.parent().unwrap_or(Path::new(".")))?;
        let _lock = files.lock(&path.with_extension("lock"))?;
        let (mut settings, problem) = Self::load_on(files, &path);
        match problem {
            None => {}
            Some(Problem::Damaged) => keep_damaged(files, &path)?,
            Some(Problem::Unreadable(error)) => return Err(error),
        }
        change(&mut settings);
        let mut bytes = serde_json::to_vec_pretty(&settings)?;
        bytes.push(b'\n');
        write_atomically(files, &path, &bytes)
    }

    /// Each field stands for itself: a bad one does not take the others down.
    fn understand(bytes: &[u8]) -> (Self, Option<Problem>) {
        // Some editors put a byte order mark in front.
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
    let value = serde_json::from_value(fields.remove(name)?).ok();
    if value.is_none() {
        *problem = Some(Problem::Damaged);
    }
    value
}

/// Keeps the newest damaged file only: settings are soon set again.
fn keep_damaged(files: &dyn Files, path: &Path) -> io::Result<()> {
    let copy = path.with_extension("json.damaged");
    // An older copy makes way: what is said to be kept is this one.
    match files.remove(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    copy_aside(files, path, &copy)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::places::Places;

    fn home() -> (tempfile::TempDir, std::path::PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("havre").join("settings.json");
        (home, path)
    }

    #[test]
    fn what_she_set_is_there_again() {
        let (_home, path) = home();
        let (mut settings, problem) = Settings::load(&path);
        assert!(problem.is_none() && settings == Settings::default());
        settings.language = Some(Language::Fr);
        settings.region = Some(Region::Ns);
        settings.save(&path).unwrap();
        let (again, problem) = Settings::load(&path);
        assert!(problem.is_none());
        assert_eq!(again, settings);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn every_setting_is_there_again() {
        let (_home, path) = home();
        let preferences = Preferences {
            language: Language::Fr,
            region: Region::Nu,
            place: Places::embedded().find("Iqaluit", Region::Nu),
            theme: ThemeName::HighContrast,
            idle_minutes: 0,
            plain: true,
            reader: true,
        };
        Settings::keep(&path, &Preferences::default(), &preferences, None).unwrap();
        let kept = Settings::load(&path).0;
        assert_eq!(kept.place.as_deref(), Some("NU/Iqaluit"));
        assert_eq!(kept.preferences(), preferences);
    }

    #[test]
    fn a_town_that_is_not_known_or_not_of_the_region_is_kept_and_not_in_force() {
        for place in ["NS/Atlantis", "NB/Moncton", "Halifax Nova", "", "NS/"] {
            let (_home, path) = home();
            let text = format!(r#"{{"version": 1, "region": "NS", "place": "{place}"}}"#);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            let (settings, problem) = Settings::load(&path);
            assert!(problem.is_none(), "{place}: another program may know it");
            let before = settings.preferences();
            assert_eq!((before.region, before.place), (Region::Ns, None), "{place}");
            let mut now = before;
            now.reader = true;
            Settings::keep(&path, &before, &now, Some(Setting::Reader)).unwrap();
            let kept = Settings::load(&path).0;
            assert_eq!(kept.place.as_deref(), Some(place), "nothing asked for less");
        }
    }

    #[test]
    fn another_region_drops_the_town() {
        let (_home, path) = home();
        let text = r#"{"version": 1, "language": "en", "region": "NS", "place": "NS/Halifax"}"#;
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let before = Settings::load(&path).0.preferences();
        assert_eq!(before.place, Places::embedded().find("Halifax", Region::Ns));
        let now = Preferences {
            region: Region::Nb,
            place: None,
            ..before
        };
        Settings::keep(&path, &before, &now, None).unwrap();
        let kept = Settings::load(&path).0;
        assert_eq!((kept.region, kept.place), (Some(Region::Nb), None));
    }

    #[test]
    fn a_town_that_is_no_text_is_damaged() {
        let (_home, path) = home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, r#"{"version": 1, "region": "NS", "place": 7}"#).unwrap();
        let (settings, problem) = Settings::load(&path);
        assert!(matches!(problem, Some(Problem::Damaged)));
        assert_eq!((settings.region, settings.place), (Some(Region::Ns), None));
    }

    #[test]
    fn two_sessions_keep_each_others_settings() {
        let (_home, path) = home();
        let started = Preferences::default();
        let dark = Preferences {
            theme: ThemeName::HighContrast,
            ..started
        };
        let long = Preferences {
            idle_minutes: 30,
            ..started
        };
        Settings::keep(&path, &started, &dark, None).unwrap();
        Settings::keep(&path, &started, &long, None).unwrap();
        let kept = Settings::load(&path).0;
        assert_eq!(kept.theme, Some(ThemeName::HighContrast));
        assert_eq!(kept.idle_minutes, Some(30));
    }

    #[test]
    fn unknown_fields_and_a_newer_version_survive() {
        let (_home, path) = home();
        let text = r#"{"version": 3, "region": "QC", "later": {"deep": [1, {"x": null}]}}"#;
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let (mut settings, problem) = Settings::load(&path);
        assert!(problem.is_none());
        settings.language = Some(Language::En);
        settings.save(&path).unwrap();
        let mut expected: Value = serde_json::from_str(text).unwrap();
        expected["language"] = "en".into();
        let written: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(written, expected);
    }

    #[test]
    fn one_bad_field_does_not_take_the_others_down_and_the_file_is_kept() {
        let (_home, path) = home();
        let text = r#"{"version": 1, "language": "fr", "region": "Atlantis"}"#;
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let (settings, problem) = Settings::load(&path);
        assert!(matches!(problem, Some(Problem::Damaged)));
        assert_eq!(
            (settings.language, settings.region),
            (Some(Language::Fr), None)
        );
        settings.save(&path).unwrap();
        let kept = fs::read_to_string(path.with_extension("json.damaged")).unwrap();
        assert_eq!(kept, text);
        fs::write(&path, "garbage").unwrap();
        assert!(matches!(Settings::load(&path), (_, Some(Problem::Damaged))));
        settings.save(&path).unwrap();
        assert!(Settings::load(&path).1.is_none());
    }

    #[test]
    fn a_byte_order_mark_is_no_damage_and_each_damaged_file_is_kept() {
        let (_home, path) = home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "\u{feff}{\"version\": 1, \"language\": \"fr\"}").unwrap();
        let (settings, problem) = Settings::load(&path);
        assert!(problem.is_none());
        assert_eq!(settings.language, Some(Language::Fr));
        for damage in ["one", "two"] {
            fs::write(&path, damage).unwrap();
            settings.save(&path).unwrap();
            let kept = fs::read_to_string(path.with_extension("json.damaged")).unwrap();
            assert_eq!(kept, damage);
        }
    }

    #[test]
    fn settings_that_cannot_be_read_are_none_and_say_so() {
        let (_home, path) = home();
        fs::create_dir_all(&path).unwrap();
        let (settings, problem) = Settings::load(&path);
        assert_eq!(settings, Settings::default());
        assert!(matches!(problem, Some(Problem::Unreadable(_))));
        assert!(settings.save(&path).is_err());
    }
}
