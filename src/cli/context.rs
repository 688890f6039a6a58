//! Environment of a command: texts, files of the worker, directory, streams.

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::Context as _;
use jiff::Timestamp;

use super::arguments::whereabouts::Whereabouts;
use super::output::errors::say;
use super::output::exit::Exit;
use super::output::progress::Progress;
use super::situation::Situation;
use crate::assets::Assets;
use crate::bookmarks::{Entry, List, Opened, SaveError, Snapshot, Store, peek};
use crate::clock;
use crate::directory::Directory;
use crate::directory::packs::{self, Folders, Pack};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::paths::{Paths, WorkerName};

/// Lookup of an environment variable; tests supply their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// Environment of a command.
pub struct Context<'a> {
    /// Texts in the worker's language.
    pub messages: &'static Messages,
    /// Defines the whole command line.
    pub definition: fn(&'static Messages) -> clap::Command,
    /// `--region`.
    pub whereabouts: Option<Whereabouts>,
    /// `--data-dir` or `HAVRE_DATA_DIR`.
    pub data_dir: Option<PathBuf>,
    /// `--worker` or `HAVRE_WORKER`.
    pub worker: Option<WorkerName>,
    /// True if the list is empty because its file could not be read.
    pub kept_aside: bool,
    /// The directory with the packs applied, once it is read.
    pub directory: Option<Rc<Directory>>,
    /// Packs in use, once they are opened.
    pub packs: Vec<Pack>,
    /// The environment.
    pub environment: Environment<'a>,
    /// Time of the call.
    pub now: Timestamp,
    /// Stream of answers, and of data where an argument is `-`.
    pub stdin: &'a mut dyn BufRead,
    /// True if standard input is a terminal.
    pub is_typed: bool,
    /// Stream of results.
    pub stdout: &'a mut dyn Write,
    /// Stream of warnings, separate from the results.
    pub stderr: &'a mut dyn Write,
    /// Progress display.
    pub progress: Progress,
}

impl Context<'_> {
    /// Returns the paths of the worker's files.
    pub(super) fn paths(&self) -> anyhow::Result<Paths> {
        Ok(Paths::find(self.data_dir.clone(), self.worker.clone())?)
    }

    /// Returns the worker's location: that of the arguments, else of the settings.
    pub(super) fn home(&self) -> anyhow::Result<Whereabouts> {
        let asked = self.whereabouts.map(Ok);
        asked.unwrap_or_else(|| Ok(Whereabouts::set(&self.paths()?)))
    }

    /// Returns standard input, for data and not for answers. Says on a terminal that it waits: it would
    /// seem to hang.
    pub(super) fn input(&mut self) -> &mut dyn BufRead {
        if self.is_typed {
            say(&self.messages.text("cli-waits-for-input"), self.stderr);
        }
        self.stdin
    }

    /// Returns the list, and writes nothing: problems with it are reported by the screen and `havre
    /// bookmarks`.
    pub(super) fn peek(&self) -> anyhow::Result<List> {
        Ok(peek(&self.paths()?.bookmarks(), self.now))
    }

    /// Returns the ids of the bookmarks; empty if the file cannot be read.
    pub(super) fn bookmarked_ids(&self) -> anyhow::Result<HashSet<String>> {
        let list = self.peek()?;
        let ids = list.bookmarks().into_iter().map(|entry| entry.id.clone());
        Ok(ids.collect())
    }

    /// Returns the place and the time of the call for a worker with this list.
    pub(super) fn situation<'l>(&self, list: &'l List) -> anyhow::Result<Situation<'l>> {
        Ok(Situation::new(self.home()?, self.now, list))
    }

    /// Returns the folders of the packs of this account.
    pub(super) fn folders(&self) -> anyhow::Result<Folders> {
        let environment = self.environment;
        let folders = Folders::of(
            self.paths()?.data_dir(),
            Assets::vital,
            clock::now(),
            |name| environment(name)?.into_string().ok(),
        );
        Ok(folders)
    }

    /// Returns the folder with the lists of the team.
    pub(super) fn team_lists(&self) -> anyhow::Result<PathBuf> {
        Ok(self.folders()?.team_lists())
    }

    /// Returns the content of the program with the packs applied, and reports refused packs.
    pub(super) fn assets(&mut self) -> anyhow::Result<Assets> {
        let folders = self.folders()?;
        let packs::Opened { packs, refused, .. } = folders.open();
        for error in &refused {
            say(&error.say(self.messages), self.stderr);
        }
        self.packs.clone_from(&packs);
        Ok(self.prepared(&folders, packs))
    }

    /// Returns the content with these packs; their search is prepared, if it is not.
    pub(super) fn prepared(&self, folders: &Folders, packs: Vec<Pack>) -> Assets {
        let (progress, messages) = (self.progress, self.messages);
        let assets = Assets::embedded().with_packs(packs);
        let places = folders.prepared(&assets.packs);
        assets.with_prepared_packs(&places, &|work| {
            progress.show_while(messages, "progress-index", work);
        })
    }

    /// Returns the directory with the packs applied.
    pub(super) fn directory(&mut self) -> anyhow::Result<Rc<Directory>> {
        if let Some(directory) = &self.directory {
            return Ok(Rc::clone(directory));
        }
        let directory = Rc::new(self.assets()?.directory()?);
        self.directory = Some(Rc::clone(&directory));
        Ok(directory)
    }

    /// Opens the list, and reports the condition of the file.
    pub(super) fn open(&mut self) -> anyhow::Result<Store> {
        let opened = Store::open(&self.paths()?.bookmarks(), self.now);
        self.kept_aside = opened.is_kept_aside();
        let Opened {
            store,
            report,
            conflicts,
        } = opened;
        if let Some(told) = report.message(self.messages) {
            self.warning(&told)?;
        }
        if !conflicts.is_empty() {
            let count = [("count", conflicts.len().into())];
            let told = self.messages.format("bookmarks-conflicts", &count);
            self.warning(&told)?;
        }
        Ok(store)
    }

    /// Reports that the list has nothing to show.
    pub(super) fn warn_of_empty_list(&mut self) -> anyhow::Result<()> {
        let id = if self.kept_aside {
            "cli-bookmarks-kept-aside"
        } else {
            "cli-bookmarks-none"
        };
        self.warn(id, &[])
    }

    /// Returns the name of a bookmark; reports a missing one.
    pub(super) fn bookmarked(&mut self, list: &List, id: &str) -> anyhow::Result<Option<String>> {
        let Some(entry) = list.get(id) else {
            self.warn("cli-bookmarks-not-bookmarked", &[("id", id)])?;
            return Ok(None);
        };
        self.name_of(entry, list).map(Some)
    }

    /// Returns the present name of a bookmark, else the bookmarked one, else its id.
    pub(super) fn name_of(&mut self, entry: &Entry, list: &List) -> anyhow::Result<String> {
        self.name_of_id(&entry.id, list)
    }

    /// Returns the present name, else the bookmarked one, else the id.
    pub(super) fn name_of_id(&mut self, id: &str, list: &List) -> anyhow::Result<String> {
        let directory = self.directory()?;
        let language = self.messages.language();
        let own = || {
            let own = list.own_contact(id)?.contact.as_ref();
            own.map(|own| own.name.clone())
        };
        let kept = || {
            let snapshot = list.get(id)?.snapshot.as_ref();
            snapshot.map(|kept: &Snapshot| kept.name.get(language).to_owned())
        };
        let name = directory
            .get(id)
            .map(|contact| contact.name(language).to_owned())
            .or_else(own)
            .or_else(kept)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_owned());
        Ok(name)
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
        writeln!(self.stdout, "{text}").context("writing the result")
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
        writeln!(self.stderr, "{}", printable(text)).context("writing a warning")
    }
}
