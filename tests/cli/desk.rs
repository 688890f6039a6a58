//! Worker at the command line.

use std::ffi::OsString;

use havre::cli::{self, Exit, Invocation};
use tempfile::TempDir;

/// Result of an invocation.
pub struct Run {
    pub exit: Exit,
    pub out: String,
    pub errors: String,
}

/// Worker with a data folder and files.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.folder.path().join(name), text).unwrap();
        self.path(name)
    }

    pub fn havre(&self, words: &[&str]) -> Run {
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let data = self.path("data");
        let words = ["havre"]
            .iter()
            .chain(words)
            .copied()
            .chain(["--data-dir", &data]);
        let ended = cli::run(words.map(OsString::from), &|_| None, &mut out, &mut errors);
        let Invocation::Finished(exit) = ended else {
            panic!("no screen was asked for");
        };
        Run {
            exit,
            out: String::from_utf8(out).unwrap(),
            errors: String::from_utf8(errors).unwrap(),
        }
    }
}
