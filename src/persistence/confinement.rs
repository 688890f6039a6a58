//! Confinement of a session to the worker's own folder and the time zones.

use std::path::{Path, PathBuf};

use crate::bookmarks::{Trouble, backups_folder, file_of};
use crate::confine::{self, Confinement, Reach};
use crate::directory::packs::Folders;
use crate::files::{Files, RealFiles};
use crate::paths::Paths;
use crate::settings::Settings;

/// Files of the time zones, read again every few minutes, and for the zones of other regions.
const TIME_ZONES: [&str; 4] = [
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo",
];

/// Confines a session, for the lifetime of the process. On a shared login this also protects the
/// other workers' files. Must be called before any thread is started. Packs that change during the
/// session are read from their `folders`.
///
/// The worker's folder is created first: a folder that does not exist cannot be allowed.
pub fn enter(paths: &Paths, folders: &Folders) -> (Within, Confinement) {
    // Without it, packs that are installed later count from the next start.
    let _ = RealFiles.create_folder(&folders.own_packs());
    let packs = folders.of_packs().map(|(folder, _)| folder);
    let read: Vec<PathBuf> = TIME_ZONES
        .map(PathBuf::from)
        .into_iter()
        .chain(packs)
        .collect();
    let write = worker_folders(paths);
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

/// The folders that a session was confined to. The kernel identifies them by inode, not by name:
/// another folder of the same name is out of reach. Empty if the kernel does not restrict files.
#[derive(Debug, Default)]
pub struct Within {
    folders: Vec<(PathBuf, Identity)>,
}

/// Device and inode; `None` if there is no such folder.
type Identity = Option<(u64, u64)>;

impl Within {
    fn of(folders: &[PathBuf]) -> Self {
        let known = |folder: &PathBuf| (folder.clone(), identity(folder));
        Self {
            folders: folders.iter().map(known).collect(),
        }
    }

    /// Returns the cause of a failure: a write that is not permitted may fail because the folder is
    /// out of reach.
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

/// Returns the worker's folder, and the targets of symbolic links in it to her files.
fn worker_folders(paths: &Paths) -> Vec<PathBuf> {
    let own = paths.worker_dir();
    // If the folder cannot be created, no other is allowed in its place: it could have other
    // accounts' files.
    let _ = RealFiles.create_folder(&own);
    let mut folders = vec![own];
    let list = file_of(&RealFiles, &paths.bookmarks()).unwrap_or_else(|_| paths.bookmarks());
    let settings = Settings::file_of(&RealFiles, &paths.settings());
    let settings = settings.unwrap_or_else(|_| paths.settings());
    for (file, target) in [(paths.bookmarks(), &list), (paths.settings(), &settings)] {
        if let Some(folder) = target.parent().filter(|_| *target != file) {
            folders.push(folder.to_owned());
        }
    }
    let backups = backups_folder(&list);
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
    fn only_the_workers_folder_is_created_and_within_reach() {
        let home = tempfile::tempdir().unwrap();
        let alice = paths(home.path(), Some("alice"));
        assert_eq!(worker_folders(&alice), [home.path().join("workers/alice")]);
        let made = fs::metadata(alice.worker_dir()).unwrap();
        assert_eq!(made.permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn the_folder_of_a_linked_list_is_within_reach() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().canonicalize().unwrap();
        let (own, synced) = (home.join("own"), home.join("synced"));
        fs::create_dir_all(&own).unwrap();
        fs::create_dir_all(&synced).unwrap();
        let list = synced.join("list.json");
        symlink(&list, own.join("bookmarks.json")).unwrap();
        let within = || worker_folders(&paths(&own, None));
        fs::write(&list, "").unwrap();
        assert_eq!(within(), [own.clone(), synced.clone()]);
        for other in ["{}", "My thesis", r#"{"version": 1}"#] {
            fs::write(&list, other).unwrap();
            assert_eq!(within(), std::slice::from_ref(&own), "{other}");
        }
        fs::remove_file(&list).unwrap();
        assert_eq!(within(), [own]);
    }

    #[test]
    fn the_folder_of_linked_backups_is_within_reach() {
        let home = tempfile::tempdir().unwrap();
        let home = home.path().canonicalize().unwrap();
        let (own, disk) = (home.join("own"), home.join("disk"));
        fs::create_dir_all(&own).unwrap();
        fs::create_dir_all(&disk).unwrap();
        symlink(&disk, own.join("backups")).unwrap();
        assert_eq!(worker_folders(&paths(&own, None)), [own.clone(), disk]);
    }

    #[test]
    fn only_denied_writes_in_a_replaced_folder_are_out_of_reach() {
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
    fn no_other_folder_replaces_one_that_cannot_be_created() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("away"), "").unwrap();
        let paths = paths(&home.path().join("away/havre"), None);
        assert_eq!(worker_folders(&paths), [home.path().join("away/havre")]);
    }
}
