//! End of a session: waits for the worker's files, tries failed work again, and names the rest.

use std::collections::BTreeSet;
use std::time::Duration;

use super::keeper::Task;
use super::{At, Persistence, SAVE};
use crate::app::{App, DiskEffect};

/// Time limit at the end of a session for changes that are not on the disk.
const LEAVE: Duration = Duration::from_secs(2);

/// Work on the files that is not done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Undone {
    /// Saving changes of the contact with this id.
    Change(String),
    /// Merging other lists into the worker's.
    Merge,
    /// Writing the file of this name.
    File(String),
    /// Removing the file of this name.
    Removal(String),
    /// Saving the settings.
    Settings,
    /// Taking the pack of this name.
    Pack(String),
}

impl Undone {
    /// Returns the work of an effect.
    pub fn of(effect: &DiskEffect) -> Vec<Self> {
        match effect {
            DiskEffect::Bookmarks { changes, .. } => changes
                .iter()
                .map(|change| Self::Change(change.id().to_owned()))
                .collect(),
            DiskEffect::MergeConflicts | DiskEffect::TakeList { .. } => vec![Self::Merge],
            DiskEffect::FindLists | DiskEffect::ReadList(_) | DiskEffect::ReadPack(_) => Vec::new(),
            DiskEffect::TakePack(found) => vec![Self::Pack(found.header.name.clone())],
            DiskEffect::WriteFile { name, .. } => vec![Self::File(name.clone())],
            DiskEffect::RemoveFile(name) => vec![Self::Removal(name.clone())],
            DiskEffect::SaveSettings { .. } => vec![Self::Settings],
        }
    }
}

impl Persistence {
    /// Waits for the files, and tries failed work again. Returns, in words, the work that is not done
    /// if the program ends now.
    pub fn leave(&mut self, app: &App) -> Vec<String> {
        let undone = self.finish_within(LEAVE, app);
        in_words(app, undone)
    }

    /// Finishes without a question if the terminal is gone or the program is terminated: there is no
    /// time.
    pub fn leave_at_once(&mut self, app: &App) {
        self.finish_within(SAVE, app);
    }

    /// Returns the work that is not done within the time limit.
    fn finish_within(&mut self, limit: Duration, app: &App) -> Vec<Undone> {
        // A failure before was reported on its page.
        self.unwritten.clear();
        if let At::Work(worker) = &self.files {
            let answered = worker.wait(limit);
            // Collected here, so that the last task is waited for; the session may go on.
            let outcomes = self.late_outcomes();
            self.collected.extend(outcomes);
            if !answered {
                return self.left(self.unanswered.iter().flatten());
            }
        }
        // Without an answer, the last known state holds.
        let _ = self.ask(Task::Leave, app, limit);
        self.left(&self.undone)
    }

    /// Returns this work and the files that could not be written, each once.
    fn left<'a>(&'a self, work: impl IntoIterator<Item = &'a Undone>) -> Vec<Undone> {
        let all: BTreeSet<_> = work.into_iter().chain(&self.unwritten).cloned().collect();
        all.into_iter().collect()
    }
}

/// Returns work that is not done, in words: all changes of the list as one.
fn in_words(app: &App, undone: Vec<Undone>) -> Vec<String> {
    let messages = app.messages();
    let mut changed = Vec::new();
    let mut words = Vec::new();
    for work in undone {
        match work {
            Undone::Change(id) => changed.push(app.name_of(&id).to_owned()),
            Undone::Merge => words.push(messages.text("undone-merge")),
            Undone::File(name) => words.push(messages.filled("undone-file", "name", &name)),
            Undone::Removal(name) => words.push(messages.filled("undone-removal", "name", &name)),
            Undone::Settings => words.push(messages.text("undone-settings")),
            Undone::Pack(name) => words.push(messages.filled("undone-pack", "name", &name)),
        }
    }
    changed.sort();
    changed.dedup();
    if !changed.is_empty() {
        words.insert(
            0,
            messages.filled("undone-changes", "names", &changed.join(", ")),
        );
    }
    words
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::rc::Rc;
    use std::sync::mpsc::{self, Sender};
    use std::sync::{Arc, Mutex};
    use std::thread;

    use jiff::Timestamp;

    use super::super::keeper::Keeper;
    use super::super::packs::Packs;
    use super::super::renewal::{self, Renewal};
    use super::*;
    use crate::app::notice::Notice;
    use crate::app::{Content, Outcome, Start};
    use crate::assets::Assets;
    use crate::bookmarks::{Change, Store};
    use crate::directory::packs::Folders;
    use crate::i18n::{Language, Messages};
    use crate::paths::Paths;
    use crate::settings::{Preferences, Setting};

    fn app() -> App {
        App::new(Start::of(Rc::new(Content::new(crate::fixtures::assets()))))
    }

    fn files_in(home: &Path) -> Persistence {
        let paths = Paths::find(Some(home.to_owned()), None).unwrap();
        let store = Store::open(&paths.bookmarks(), Timestamp::now()).store;
        let folders = Folders::of(home, Assets::vital, Timestamp::now(), |_| None);
        let seen = renewal::stamps(&folders);
        let renewal = Renewal::of(seen, &folders.open(), Messages::of(Language::En));
        let packs = Packs::new(&folders, &[], false, renewal);
        Persistence::of(Keeper::new(store, Preferences::default(), paths, packs))
    }

    /// Moves the files to a thread that starts when the test says so.
    fn hang(files: &mut Persistence) -> Sender<()> {
        let (go, hung) = mpsc::channel();
        let hung = Mutex::new(Some(hung));
        let start = move |work: Box<dyn FnOnce() + Send>| {
            let hung = hung.lock().unwrap().take();
            thread::spawn(move || {
                let _ = hung.map(|hung| hung.recv());
                work();
            });
            Ok(())
        };
        files.start(Arc::new(start), Arc::new(|| ())).unwrap();
        go
    }

    fn removal() -> DiskEffect {
        DiskEffect::RemoveFile("card.txt".to_owned())
    }

    fn settings() -> DiskEffect {
        DiskEffect::SaveSettings {
            preferences: Preferences {
                reader: true,
                ..Preferences::default()
            },
            chosen: Setting::Reader,
            notice: None,
        }
    }

    fn bookmark(app: &App) -> DiskEffect {
        let contact = &app.catalogue().directory().contacts()[0];
        DiskEffect::Bookmarks {
            changes: vec![Change::add(contact, Timestamp::now())],
            notice: Notice::new("notice-undone"),
        }
    }

    #[test]
    fn every_kind_of_unanswered_work_is_named_once() {
        let home = tempfile::tempdir().unwrap();
        let (mut files, app) = (files_in(home.path()), app());
        let go = hang(&mut files);
        let page = DiskEffect::WriteFile {
            name: "page.txt".to_owned(),
            text: "988".to_owned(),
        };
        let effects = [
            bookmark(&app),
            bookmark(&app),
            settings(),
            DiskEffect::MergeConflicts,
            page,
            removal(),
        ];
        for effect in effects {
            assert_eq!(files.carry_out(&app, effect), Outcome::Unanswered);
        }
        let undone = files.finish_within(Duration::ZERO, &app);
        let name = app.name_of(&app.catalogue().directory().contacts()[0].id);
        assert_eq!(
            in_words(&app, undone),
            [
                format!("saving your change to {name}").as_str(),
                "merging the copies of your list",
                "writing the file page.txt",
                "removing the file card.txt",
                "saving your settings",
            ]
        );
        drop(go);
        assert_eq!(
            in_words(&app, files.finish_within(Duration::from_secs(60), &app)),
            [""; 0],
            "all of it is done, or its failure reported: there was no file to remove"
        );
        assert!(files.collected.len() >= 6, "each outcome is still shown");
    }

    #[test]
    fn failed_work_is_tried_again_and_named_as_long_as_it_fails() {
        let home = tempfile::tempdir().unwrap();
        let (mut files, app) = (files_in(home.path()), app());
        // Folders in the place of files.
        let [config, card] =
            ["settings.json", "exchange/card.txt"].map(|name| home.path().join(name));
        for folder in [&config, &card] {
            fs::create_dir_all(folder).unwrap();
        }
        assert!(matches!(
            files.carry_out(&app, settings()),
            Outcome::SettingsNotSaved(_)
        ));
        assert!(matches!(
            files.carry_out(&app, removal()),
            Outcome::Removed(Err(_))
        ));
        let rest = ["removing the file card.txt", "saving your settings"];
        assert_eq!(files.leave(&app), rest);
        for folder in [&config, &card] {
            fs::remove_dir(folder).unwrap();
        }
        fs::write(&card, "988").unwrap();
        assert_eq!(files.leave(&app), [""; 0]);
        assert!(!card.exists());
        assert!(fs::read_to_string(config).unwrap().contains("reader"));
    }
}
