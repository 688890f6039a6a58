//! Machine with its own folders, and the output of commands.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use havre::cli::{self, Exit, Invocation};
use tempfile::TempDir;

/// A machine with empty folders.
pub struct Machine {
    home: TempDir,
}

/// Result of a command.
pub struct Said {
    /// Exit code.
    pub exit: Exit,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub errors: String,
}

impl Machine {
    /// Creates a machine on which havre was never used.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        Self { home }
    }

    /// Returns a path on the machine.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Writes a file, and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs `havre` with these arguments. Its data is in `data`, the host's files in `host`.
    pub fn run<S: AsRef<std::ffi::OsStr>>(&self, arguments: &[S]) -> Said {
        self.run_in("en", arguments)
    }

    /// Like [`Self::run`], in another language.
    pub fn run_in<S: AsRef<std::ffi::OsStr>>(&self, language: &str, arguments: &[S]) -> Said {
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let words = arguments.iter().map(|word| word.as_ref().to_owned());
        let words = std::iter::once(OsString::from("havre")).chain(words);
        let environment = |name: &str| match name {
            "HAVRE_DATA_DIR" => Some(self.path("data").into_os_string()),
            "HAVRE_HOST_DIR" => Some(self.path("host").into_os_string()),
            "LANG" => Some(format!("{language}_CA.UTF-8").into()),
            _ => None,
        };
        let ended = cli::run(words, &environment, &mut out, &mut errors);
        let exit = match ended {
            Invocation::Finished(exit) => exit,
            Invocation::Screen(_) => unreachable!("a command opens no screen"),
        };
        Said {
            exit,
            out: String::from_utf8(out).unwrap(),
            errors: String::from_utf8(errors).unwrap(),
        }
    }

    /// Runs the program as [`Self::run_in`] does, with this standard input.
    pub fn run_piped(&self, language: &str, arguments: &[&str], input: &[u8]) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_havre"))
            .args(arguments)
            .env("HAVRE_DATA_DIR", self.path("data"))
            .env("HAVRE_HOST_DIR", self.path("host"))
            .env("LANG", format!("{language}_CA.UTF-8"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that reads nothing closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        let code = output.status.code();
        let exits = [
            Exit::Done,
            Exit::NothingFound,
            Exit::Usage,
            Exit::BadData,
            Exit::CouldNotWrite,
        ];
        let exit = exits
            .into_iter()
            .find(|exit| code == Some(exit.code().into()));
        Said {
            exit: exit.unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// Panics with the output unless the command ended with this code.
    #[track_caller]
    pub fn ends(&self, exit: Exit) -> &Self {
        assert_eq!(self.exit, exit, "{}\n{}", self.out, self.errors);
        self
    }

    /// Panics unless the output contains these words.
    #[track_caller]
    pub fn prints(&self, words: &str) -> &Self {
        assert!(self.out.contains(words), "{words:?} in {}", self.out);
        self
    }

    /// Panics unless the errors contain these words.
    #[track_caller]
    pub fn warns(&self, words: &str) -> &Self {
        assert!(self.errors.contains(words), "{words:?} in {}", self.errors);
        self
    }
}

/// Converts a path to an argument.
pub fn argument(path: &Path) -> &str {
    path.to_str().unwrap()
}
