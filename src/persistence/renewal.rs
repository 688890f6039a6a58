//! Packs that change during a session: noticed at a key, opened in a thread of their own, and taken
//! over as a whole, or not at all.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::app::Renewed;
use crate::app::notice::Notice;
use crate::app::troubles;
use crate::assets::{Assets, Catalogue};
use crate::clock;
use crate::directory::packs::{Folders, Opened, Pack};
use crate::files::{FileStamp, Files as _, RealFiles};
use crate::i18n::Messages;

/// Time that a key waits for packs that were verified and prepared before: milliseconds are enough.
const AT_ONCE: Duration = Duration::from_millis(60);

/// Starts a thread.
pub type Spawn = Arc<dyn Fn(Box<dyn FnOnce() + Send>) -> io::Result<()> + Send + Sync>;

/// Wakes the main thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Directories for the App that no key has taken over yet.
pub(super) type Fresh = Arc<Mutex<Vec<Renewed>>>;

/// Returns the directories that wait for a key.
pub(super) fn take(fresh: &Fresh) -> Vec<Renewed> {
    std::mem::take(&mut *fresh.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Files and folders with their stamps; `None` for a missing one.
pub type Stamps = Vec<(PathBuf, Option<FileStamp>)>;

fn stamped(path: PathBuf) -> (PathBuf, Option<FileStamp>) {
    let stamp = RealFiles.stamp(&path).ok();
    (path, stamp)
}

/// Returns the stamps of the packs in these folders.
fn stamps_of_packs(folders: &Folders) -> Stamps {
    folders.paths().into_iter().map(stamped).collect()
}

/// Returns the stamps of these folders and of the packs in them.
pub(super) fn stamps(folders: &Folders) -> Stamps {
    let of_folders = folders.of_packs().map(|(folder, _)| stamped(folder));
    of_folders
        .into_iter()
        .chain(stamps_of_packs(folders))
        .collect()
}

/// Watch over the packs of a session.
pub(super) struct Renewal {
    /// Stamps from before the packs were opened.
    seen: Stamps,
    /// Refusals that were reported.
    reported_refusals: Vec<String>,
    /// Packs of the App's directory.
    shown: Vec<Pack>,
    /// Packs in use and refusals after the work of the thread; `None` if it does not work.
    opening: Option<Receiver<(Vec<Pack>, Vec<String>)>>,
    fresh: Fresh,
    /// `None` before the session has its threads.
    threads: Option<(Spawn, Wake)>,
}

impl fmt::Debug for Renewal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Renewal");
        shown.field("seen", &self.seen).finish_non_exhaustive()
    }
}

impl Renewal {
    /// Watches over packs that were opened after these stamps. Their refusals are reported.
    pub fn of(seen: Stamps, opened: &Opened, messages: &Messages) -> Self {
        let reported_refusals = opened.refused.iter().map(|refused| refused.say(messages));
        Self {
            seen,
            reported_refusals: reported_refusals.collect(),
            shown: opened.packs.clone(),
            opening: None,
            fresh: Fresh::default(),
            threads: None,
        }
    }

    /// Enables the renewal from the next change on.
    pub fn start(&mut self, spawn: Spawn, wake: Wake) -> Fresh {
        self.threads = Some((spawn, wake));
        Arc::clone(&self.fresh)
    }

    /// Compares the stamps of two folders and of each pack with those seen last. If they differ, packs
    /// are opened in a thread. `used` becomes the packs in use.
    pub fn look(&mut self, folders: &Folders, used: &mut Vec<Pack>, messages: &'static Messages) {
        self.learn(used, Duration::ZERO);
        let mut seen = self.seen.iter();
        let is_same = seen.all(|(path, stamp)| RealFiles.stamp(path).ok() == *stamp);
        if self.opening.is_some() || is_same {
            return;
        }
        let Some((spawn, wake)) = self.threads.clone() else {
            return;
        };
        self.seen = stamps(folders);
        let (done, opening) = mpsc::channel();
        let folders = folders.clone().at(clock::now());
        let fresh = Arc::clone(&self.fresh);
        let (mut before, mut reported_refusals) =
            (self.shown.clone(), self.reported_refusals.clone());
        let spawned = spawn(Box::new(move || {
            let renewed = renewed(&folders, &mut before, &mut reported_refusals, messages);
            let is_new = renewed.is_some();
            let mut waiting = fresh.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.extend(renewed);
            drop(waiting);
            // The session may have ended.
            let _ = done.send((before, reported_refusals));
            if is_new {
                wake();
            }
        }));
        // Without a thread the packs stay as they are until they change again.
        self.opening = spawned.is_ok().then_some(opening);
        self.learn(used, AT_ONCE);
    }

    /// Takes the result of the thread, if it is there within `limit`.
    fn learn(&mut self, used: &mut Vec<Pack>, limit: Duration) {
        let Some(opening) = &self.opening else {
            return;
        };
        match opening.recv_timeout(limit) {
            Ok((packs, reported_refusals)) => {
                used.clone_from(&packs);
                (self.shown, self.reported_refusals) = (packs, reported_refusals);
            }
            Err(RecvTimeoutError::Timeout) => return,
            // The thread panicked, which ends the program.
            Err(RecvTimeoutError::Disconnected) => {}
        }
        self.opening = None;
    }
}

/// Opens the packs, and returns the directory for the App if it is another; `None` if there is
/// nothing to say. `used` becomes the packs in use, `reported_refusals` all refusals.
fn renewed(
    folders: &Folders,
    used: &mut Vec<Pack>,
    reported_refusals: &mut Vec<String>,
    messages: &'static Messages,
) -> Option<Renewed> {
    let before = stamps_of_packs(folders);
    let opened = folders.open();
    let said = opened.refused.iter().map(|refused| refused.say(messages));
    let said: Vec<String> = said.collect();
    let new = said
        .iter()
        .filter(|said| !reported_refusals.contains(said))
        .cloned();
    let mut notices: Vec<Notice> = new.map(troubles::said).collect();
    let mut catalogue = None;
    let is_kept = is_kept_out(used, &opened);
    if !is_kept && !are_same(used, &opened.packs) {
        let assets = Assets::embedded().with_packs(opened.packs.clone());
        let places = folders.prepared(&assets.packs);
        let assets = assets.with_prepared_packs(&places, &|work| work());
        if assets.lacks_preparation() {
            // Each session would need the memory of a whole index.
            notices.push(Notice::new("notice-packs-later").warning());
        } else {
            let made = Arc::new(Catalogue::new(Arc::new(assets)));
            made.directory();
            notices.push(Notice::new("notice-packs-renewed").warning());
            catalogue = Some(made);
        }
    }
    if before != stamps_of_packs(folders) {
        // A file is still being written: the next key looks again.
        return None;
    }
    if catalogue.is_some() {
        *used = opened.packs;
    }
    *reported_refusals = said;
    (!notices.is_empty()).then_some(Renewed { catalogue, notices })
}

/// Returns true if a pack in use is refused now: it stays, whatever else there is.
fn is_kept_out(used: &[Pack], opened: &Opened) -> bool {
    let all = || opened.packs.iter().chain(&opened.superseded);
    let mut there = used.iter().filter(|pack| pack.path.exists());
    there.any(|pack| !all().any(|one| one.path == pack.path))
}

fn are_same(used: &[Pack], opened: &[Pack]) -> bool {
    let mut pairs = used.iter().zip(opened);
    used.len() == opened.len() && pairs.all(|(one, other)| one.is_as(other))
}
