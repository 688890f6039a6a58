//! Paths and names of the worker's files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::i18n::typography::printable;

/// Paths of one worker's files.
///
/// All files are in one folder, to be carried on a stick or wiped as a whole. No folder is created
/// here: the first write creates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    data_dir: PathBuf,
    worker: Option<WorkerName>,
}

/// Reason for a missing path of the worker's files.
#[derive(Debug, Error)]
pub enum PathsError {
    /// The account has no home folder, and no folder was given.
    #[error("no home folder for this account: name a folder with --data-dir")]
    NoHome,
    /// The given folder cannot be made absolute.
    #[error("{}: {source}", path.display())]
    Folder {
        /// Folder.
        path: PathBuf,
        /// Error of the system.
        source: std::io::Error,
    },
}

impl PathsError {
    /// Returns the id of the message with the solution.
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::NoHome => "cli-bookmarks-no-home",
            Self::Folder { .. } => "cli-bookmarks-bad-folder",
        }
    }
}

impl Paths {
    /// Returns the paths under `data_dir` (`--data-dir`, `HAVRE_DATA_DIR`), else under the system's
    /// folder for havre's data; for one worker of a shared login, if given.
    ///
    /// # Errors
    /// If the account has no home folder and no folder was given.
    pub fn find(data_dir: Option<PathBuf>, worker: Option<WorkerName>) -> Result<Self, PathsError> {
        let data_dir = match data_dir {
            // An absolute path: the working folder may change.
            Some(path) => {
                std::path::absolute(&path).map_err(|source| PathsError::Folder { path, source })?
            }
            None => ProjectDirs::from("", "", "havre")
                .ok_or(PathsError::NoHome)?
                .data_dir()
                .to_owned(),
        };
        Ok(Self { data_dir, worker })
    }

    /// Returns the folder of all of havre's data.
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Returns the worker of a shared login; `None` for the account's own files.
    pub fn worker(&self) -> Option<&WorkerName> {
        self.worker.as_ref()
    }

    /// Returns the folder of this worker's files.
    pub fn worker_dir(&self) -> PathBuf {
        match &self.worker {
            Some(name) => self.data_dir.join("workers").join(name.as_str()),
            None => self.data_dir.clone(),
        }
    }

    /// Returns the path of the settings.
    pub fn settings(&self) -> PathBuf {
        self.worker_dir().join("settings.json")
    }

    /// Returns the folder of files to hand over.
    pub fn exchange(&self) -> PathBuf {
        self.worker_dir().join("exchange")
    }

    /// Returns the data folders of all accounts on this host, from the lines of `accounts`
    /// (`/etc/passwd`); only this one if it is not in the account's home.
    pub fn data_dirs_of(&self, accounts: &str) -> Vec<PathBuf> {
        let home = BaseDirs::new().map(|folders| folders.home_dir().to_owned());
        self.beside(home.as_deref(), accounts)
    }

    fn beside(&self, home: Option<&Path>, accounts: &str) -> Vec<PathBuf> {
        let mut found = vec![self.data_dir.clone()];
        let inside = home.and_then(|home| self.data_dir.strip_prefix(home).ok());
        let homes = accounts.lines().filter_map(|line| line.split(':').nth(5));
        let homes = homes.map(Path::new).filter(|home| home.is_absolute());
        for folder in homes.filter_map(|home| Some(home.join(inside?))) {
            if !found.contains(&folder) {
                found.push(folder);
            }
        }
        found
    }

    /// Returns the path of the bookmarks.
    pub fn bookmarks(&self) -> PathBuf {
        self.worker_dir().join("bookmarks.json")
    }
}

/// Name of a worker on a shared login, safe as a folder's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WorkerName(String);

/// A fault of a worker's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WorkerNameError {
    /// Empty, or longer than 64 characters.
    #[error("a worker's name has 1 to 64 characters")]
    Length,
    /// Contains characters other than letters, digits, `-`, `_` and `.`, or only dots.
    #[error("a worker's name is made of letters, digits, - _ and .")]
    Characters,
}

impl WorkerNameError {
    /// Returns the id of the message that states the rule.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Length => "cli-bookmarks-worker-length",
            Self::Characters => "cli-bookmarks-worker-characters",
        }
    }
}

impl WorkerName {
    /// Longest name, in characters.
    const MAX_CHARACTERS: usize = 64;
    /// Length limit in bytes, that of file systems.
    const MAX_BYTES: usize = 255;

    /// Checks a name: letters, digits, `-`, `_`, `.`, at most 64; `.` and `..` are refused.
    /// Composed and decomposed accents are equal.
    ///
    /// # Errors
    /// A [`WorkerNameError`].
    pub fn parse(name: &str) -> Result<Self, WorkerNameError> {
        let name: String = name.nfc().collect();
        let length = name.chars().count();
        if length == 0 || length > Self::MAX_CHARACTERS || name.len() > Self::MAX_BYTES {
            return Err(WorkerNameError::Length);
        }
        let allowed =
            |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
        if !name.chars().all(allowed) || name.chars().all(|character| character == '.') {
            return Err(WorkerNameError::Characters);
        }
        Ok(Self(name))
    }

    /// Returns the name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for WorkerName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Returns the path as one word for a shell.
pub fn quoted(path: &str) -> String {
    format!("'{}'", path.replace('\'', "'\\''"))
}

/// Returns a path of any bytes as one word for a shell: `$'…'` of bash and zsh where a name is not Unicode or
/// would not be printed as it is.
pub fn quoted_path(path: &Path) -> String {
    if let Some(text) = path.to_str().filter(|text| printable(text) == *text) {
        return quoted(text);
    }
    let mut word = "$'".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\'' | b'\\' => word.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => word.push(char::from(*byte)),
            _ => {
                let _ = write!(word, "\\{byte:03o}");
            }
        }
    }
    word + "'"
}

/// Returns the command that removes a file.
pub fn remove_command(path: &Path) -> String {
    format!("rm -- {}", quoted_path(path))
}

/// Returns the command that copies a file onto `keys`, the pattern of the folders of USB keys.
pub fn copy_out_command(path: &Path, keys: &str) -> String {
    format!("cp -- {} {keys}", quoted_path(path))
}

/// Returns the command that copies the lists and packs on `keys` into a folder.
pub fn copy_in_command(folder: &Path, keys: &str) -> String {
    format!("cp -- {keys}*.json* {}", quoted_path(folder))
}

/// Returns the command that fetches a file from the computer on which it lies, whose name the reader has to
/// fill in.
pub fn fetch_command(path: &Path, host: &str) -> String {
    format!("scp {host}:{} .", quoted_path(path))
}

/// Returns the address of a file for a browser (RFC 8089), with other characters than letters, digits
/// and `-._~/` as their bytes.
pub fn address_of(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(byte) {
            address.push(char::from(*byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_worker_has_separate_files() {
        let find = |worker: Option<&str>| {
            let worker = worker.map(|name| WorkerName::parse(name).unwrap());
            Paths::find(Some("/data".into()), worker).unwrap()
        };
        assert_eq!(find(None).bookmarks(), Path::new("/data/bookmarks.json"));
        assert_eq!(
            find(Some("Zoé")).bookmarks(),
            Path::new("/data/workers/Zoé/bookmarks.json")
        );
        assert_eq!(
            find(Some("marie.2")).settings(),
            Path::new("/data/workers/marie.2/settings.json")
        );
    }

    #[test]
    fn the_folders_of_all_accounts_stand_where_this_one_stands_in_its_home() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\nnobody:x:9:9::/:/bin/false\n\
            alice:x:1000:1000::/home/alice:/bin/sh\nbad line\nrel:x:1:1::home:/bin/sh\n";
        let beside = |folder: &str, home: Option<&str>| {
            let paths = Paths::find(Some(folder.into()), None).unwrap();
            paths.beside(home.map(Path::new), accounts)
        };
        let own = "/home/alice/.local/share/havre";
        assert_eq!(
            beside(own, Some("/home/alice")),
            [own, "/root/.local/share/havre", "/.local/share/havre"].map(PathBuf::from)
        );
        let elsewhere = ["/srv/havre"].map(PathBuf::from);
        assert_eq!(beside("/srv/havre", Some("/home/alice")), elsewhere);
        assert_eq!(beside("/srv/havre", None), elsewhere);
    }

    #[test]
    fn a_name_of_any_bytes_is_one_word_for_a_shell() {
        use std::os::unix::ffi::OsStrExt;
        for (name, word) in [
            (&b"a b"[..], "'a b'"),
            (b"l'\xc3\xa9t\xc3\xa9", "'l'\\''\u{e9}t\u{e9}'"),
            (b"l'\xe9t\xe9\\", "$'l\\'\\351t\\351\\\\'"),
            (b"a\n\x1b[2Jb", "$'a\\012\\033[2Jb'"),
        ] {
            let path = Path::new(std::ffi::OsStr::from_bytes(name));
            assert_eq!(quoted_path(path), word);
        }
    }

    #[test]
    fn the_address_of_a_file_has_no_other_signs() {
        for (path, address) in [
            (
                "/home/zoe/.local/a-b_c.html",
                "file:///home/zoe/.local/a-b_c.html",
            ),
            (
                "/home/zoé/50 %?#.html",
                "file:///home/zo%C3%A9/50%20%25%3F%23.html",
            ),
        ] {
            assert_eq!(address_of(Path::new(path)), address);
        }
    }

    #[test]
    fn a_relative_folder_is_made_absolute_once() {
        let paths = Paths::find(Some("here".into()), None).unwrap();
        assert!(paths.data_dir().is_absolute());
    }

    #[test]
    fn names_that_escape_the_folder_are_refused() {
        for name in [
            ".", "..", "...", "a/b", "../x", "a\\b", "a b", "a\0b", "~", "a\n", ":",
        ] {
            assert_eq!(
                WorkerName::parse(name),
                Err(WorkerNameError::Characters),
                "{name:?}"
            );
        }
        assert_eq!(WorkerName::parse(""), Err(WorkerNameError::Length));
        assert_eq!(
            WorkerName::parse(&"a".repeat(65)),
            Err(WorkerNameError::Length)
        );
        assert!(WorkerName::parse(&"a".repeat(64)).is_ok());
        assert!(WorkerName::parse("-rf").is_ok());
    }

    #[test]
    fn composed_and_decomposed_accents_are_equal() {
        assert_eq!(
            WorkerName::parse("Zoe\u{301}"),
            WorkerName::parse("Zo\u{e9}")
        );
    }

    proptest! {
        #[test]
        fn no_accepted_name_escapes_the_folder(name in r"[a-zé_.-]{1,6}[a-z./\\]?") {
            let worker = WorkerName::parse(&name);
            prop_assume!(worker.is_ok());
            let paths = Paths::find(Some("/data".into()), Some(worker.unwrap())).unwrap();
            let folder = paths.worker_dir();
            prop_assert_eq!(folder.parent(), Some(Path::new("/data/workers")));
            prop_assert_eq!(folder.components().count(), 4);
        }
    }
}
