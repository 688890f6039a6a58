//! Environment of a command: paths, directory, texts, streams.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use jiff::Timestamp;

use super::Exit;
use super::progress::Progress;
use crate::bookmarks::{Entry, List, Opened, SaveError, Snapshot, Store};
use crate::directory::Directory;
use crate::directory::packs::Pack;
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::paths::Paths;

/// Environment of a command.
pub struct Context<'a> {
    /// Paths of the worker's files.
    pub paths: &'a Paths,
    /// Folder with the lists of the team.
    pub team_lists: PathBuf,
    /// The directory, for names and numbers.
    pub directory: &'a Directory,
    /// Packs of the directory.
    pub packs: &'a [Pack],
    /// Texts in the worker's language.
    pub messages: &'a Messages,
    /// Time of the call.
    pub now: Timestamp,
    /// Stream of results.
    pub out: &'a mut dyn Write,
    /// Stream of warnings, separate from the results.
    pub errors: &'a mut dyn Write,
    /// Stream of answers.
    pub input: &'a mut dyn BufRead,
    /// Progress display.
    pub progress: Progress,
}

impl Context<'_> {
    /// Opens the list, and reports the condition of the file.
    pub(super) fn open(&mut self) -> anyhow::Result<Store> {
        let Opened {
            store,
            report,
            conflicts,
        } = Store::open(&self.paths.bookmarks(), self.now);
        if let Some(told) = report.told(self.messages) {
            self.warning(&told)?;
        }
        if !conflicts.is_empty() {
            let count = [("count", conflicts.len().into())];
            let told = self.messages.format("bookmarks-conflicts", &count);
            self.warning(&told)?;
        }
        Ok(store)
    }

    /// Returns the name of a bookmark; reports a missing one.
    pub(super) fn bookmarked(&mut self, list: &List, id: &str) -> anyhow::Result<Option<String>> {
        let Some(entry) = list.get(id) else {
            self.warn("cli-bookmarks-not-bookmarked", &[("id", id)])?;
            return Ok(None);
        };
        Ok(Some(self.name_of(entry, list)))
    }

    pub(super) fn name_of(&self, entry: &Entry, list: &List) -> String {
        self.name_of_id(&entry.id, list)
    }

    /// Returns the present name, else the bookmarked one, else the id.
    pub(super) fn name_of_id(&self, id: &str, list: &List) -> String {
        let language = self.messages.language();
        let own = || {
            let own = list.own_contact(id)?.contact.as_ref();
            own.map(|own| own.name.clone())
        };
        let kept = || {
            let snapshot = list.get(id)?.snapshot.as_ref();
            snapshot.map(|kept: &Snapshot| kept.name.get(language).to_owned())
        };
        self.directory
            .get(id)
            .map(|contact| contact.name(language).to_owned())
            .or_else(own)
            .or_else(kept)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_owned())
    }

    /// Reports that a change is done, or the reason for refusing it.
    pub(super) fn outcome(
        &mut self,
        store: &Store,
        saved: Result<(), SaveError>,
        done: &str,
        name: &str,
    ) -> anyhow::Result<Exit> {
        match saved {
            Ok(()) => {
                self.say(done, &[("name", name)])?;
                Ok(Exit::Done)
            }
            Err(error) => self.not_saved(store, &error),
        }
    }

    /// Reports the reason for a change not being saved.
    pub(super) fn not_saved(&mut self, store: &Store, error: &SaveError) -> anyhow::Result<Exit> {
        match error.trouble() {
            Some(trouble) => {
                let trouble = self.messages.text(trouble.message_id());
                let path = store.path().display().to_string();
                let arguments = [("trouble", trouble.as_str()), ("path", &path)];
                self.warn("cli-bookmarks-save-failed", &arguments)?;
            }
            None => self.warn("bookmarks-newer", &[])?,
        }
        Ok(Exit::CouldNotWrite)
    }

    pub(super) fn message(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned().into()))
            .collect();
        self.messages.format(id, &arguments)
    }

    pub(super) fn say(&mut self, id: &str, arguments: &[(&str, &str)]) -> anyhow::Result<()> {
        let text = self.message(id, arguments);
        self.line(&printable(&text))
    }

    pub(super) fn warn(&mut self, id: &str, arguments: &[(&str, &str)]) -> anyhow::Result<()> {
        let text = self.message(id, arguments);
        self.warning(&text)
    }

    pub(super) fn line(&mut self, text: &str) -> anyhow::Result<()> {
        writeln!(self.out, "{text}").context("writing the result")
    }

    /// Prints text that may come from elsewhere.
    pub(super) fn text(&mut self, text: &str) -> anyhow::Result<()> {
        self.line(&printable(text))
    }

    /// Prints a warning that may contain text from elsewhere.
    pub(super) fn caution(&mut self, text: &str) -> anyhow::Result<()> {
        self.warning(text)
    }

    pub(super) fn warning(&mut self, text: &str) -> anyhow::Result<()> {
        writeln!(self.errors, "{}", printable(text)).context("writing a warning")
    }
}
