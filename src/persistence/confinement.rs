//! What a session can still reach once it is locked in: the worker's own folder, and the time zones.

use std::path::{Path, PathBuf};

use crate::bookmarks::{Trouble, backups_folder};
use crate::confine::{self, Confinement, Reach};
use crate::files::{Files, RealFiles};
use crate::paths::Paths;

/// What tells the time of day: read again every few minutes, and for the zones of other regions.
const TIME_ZONES: [&str; 4] = [
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

/// Locks a session in, for as long as the process lives. On a shared login this keeps the other
/// workers' files out of reach as well. Call it before any thread is started.
///
/// Her folder is made first: what is not there cannot be left within reach.
pub fn enter(paths: &Paths) -> (Within, Confinement) {
    let read = TIME_ZONES.map(PathBuf::from);
    let write = her_folders(paths);
    let within = Within::of(&write);
    let confinement = confine::to(&Reach {
        read: &read,
        write: &write,
    });
    if confinement.holds_files() {
        (within, confinement)
    } else {
        (Within::default(), confinement)
    }
}

/// The folders that a session was locked in with. The kernel knows them by what they are and not by
/// their names: another of the same name is out of reach. None where the kernel does not hold it.
#[derive(Debug, Default)]
pub struct Within {
    folders: Vec<(PathBuf, Identity)>,
}

/// Device and inode; `None` where there is no such folder.
type Identity = Option<(u64, u64)>;

impl Within {
    fn of(folders: &[PathBuf]) -> Self {
        let known = |folder: &PathBuf| (folder.clone(), identity(folder));
        Self {
            folders: folders.iter().map(known).collect(),
        }
    }

    /// What is behind a trouble: writing that is not allowed may be out of reach instead.
    pub fn cause_of(&self, trouble: Trouble) -> Trouble {
        let moved = |(folder, was): &(PathBuf, Identity)| identity(folder) != *was;
        if trouble == Trouble::Denied && self.folders.iter().any(moved) {
            Trouble::Moved
        } else {
            trouble
        }
    }
}

fn identity(folder: &Path) -> Identity {
    RealFiles.stamp(folder).ok().map(|stamp| stamp.file)
}

/// Her folder, and those where her files are kept when there are symbolic links instead.
fn her_folders(paths: &Paths) -> Vec<PathBuf> {
    let own = paths.worker_dir();
    // Where it cannot be made nothing stands in for it: nobody else's files come within reach.
    let _ = RealFiles.create_folder(&own);
    let mut folders = vec![own];
    for file in [paths.bookmarks(), paths.settings()] {
        let target = RealFiles.resolve(&file);
        if let Some(folder) = target.parent().filter(|_| target != file) {
            folders.push(folder.to_owned());
        }
    }
    let backups = backups_folder(&RealFiles.resolve(&paths.bookmarks()));
    let target = RealFiles.resolve(&backups);
    if target != backups {
        folders.push(target);
    }
    folders
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;
    use crate::paths::WorkerName;

    fn paths(folder: &Path, worker: Option<&str>) -> Paths {
        let worker = worker.map(|name| WorkerName::parse(name).unwrap());
        Paths::find(Some(folder.to_owned()), worker).unwrap()
    }

    #[test]
    fn her_folder_is_made_and_nobody_elses_is_within_reach() {
        let home = tempfile::tempdir().unwrap();
        let alice = paths(home.path(), Some("alice"));
        assert_eq!(her_folders(&alice), [home.path().join("workers/alice")]);
        let made = fs::metadata(alice.worker_dir()).unwrap();
        assert_eq!(made.permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_list_kept_elsewhere_brings_its_folder_along() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().canonicalize().unwrap();
        let (own, synced) = (home.join("own"), home.join("synced"));
        fs::create_dir_all(&own).unwrap();
        fs::create_dir_all(&synced).unwrap();
        fs::write(synced.join("list.json"), "{}").unwrap();
        symlink(synced.join("list.json"), own.join("bookmarks.json")).unwrap();
        assert_eq!(her_folders(&paths(&own, None)), [own.clone(), synced]);
    }

    #[test]
    fn backups_kept_elsewhere_are_hers_too() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().canonicalize().unwrap();
        let (own, disk) = (home.join("own"), home.join("disk"));
        fs::create_dir_all(&own).unwrap();
        fs::create_dir_all(&disk).unwrap();
        symlink(&disk, own.join("backups")).unwrap();
        assert_eq!(her_folders(&paths(&own, None)), [own.clone(), disk]);
    }

    #[test]
    fn only_what_is_denied_in_another_folder_is_out_of_reach() {
        let home = tempfile::tempdir().unwrap();
        let own = home.path().join("own");
        fs::create_dir(&own).unwrap();
        let within = Within::of(std::slice::from_ref(&own));
        assert_eq!(within.cause_of(Trouble::Denied), Trouble::Denied);
        fs::rename(&own, home.path().join("away")).unwrap();
        assert_eq!(within.cause_of(Trouble::Denied), Trouble::Moved);
        fs::create_dir(&own).unwrap();
        assert_eq!(within.cause_of(Trouble::Denied), Trouble::Moved);
        assert_eq!(within.cause_of(Trouble::Full), Trouble::Full);
        let free = Within::default();
        assert_eq!(free.cause_of(Trouble::Denied), Trouble::Denied);
    }

    #[test]
    fn where_her_folder_cannot_be_made_nothing_stands_in_for_it() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("away"), "").unwrap();
        let paths = paths(&home.path().join("away/havre"), None);
        assert_eq!(her_folders(&paths), [home.path().join("away/havre")]);
    }
}
