//! What a session can still reach once it is locked in: the worker's own folder, and the time zones.

use std::path::PathBuf;

use crate::confine::{self, Reach};
use crate::files::{Files, RealFiles, nearest};
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
pub fn enter(paths: &Paths) {
    let read = TIME_ZONES.map(PathBuf::from);
    // What the kernel does not know is for `havre doctor` to say.
    confine::to(&Reach {
        read: &read,
        write: &her_folders(paths),
    });
}

/// Her folder, and those where her files are kept when there are symbolic links instead.
fn her_folders(paths: &Paths) -> Vec<PathBuf> {
    let own = paths.worker_dir();
    // A disk that is full or away may come back: then it is made later, from what there is.
    let made = RealFiles.create_folder(&own).is_ok();
    let mut folders = vec![if made { own } else { nearest(&own) }];
    for file in [paths.bookmarks(), paths.settings()] {
        let target = RealFiles.resolve(&file);
        if let Some(folder) = target.parent().filter(|_| target != file) {
            folders.push(folder.to_owned());
        }
    }
    folders
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

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
    fn where_her_folder_cannot_be_made_yet_the_nearest_one_serves() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("away"), "").unwrap();
        let paths = paths(&home.path().join("away/havre"), None);
        assert_eq!(her_folders(&paths), [home.path()]);
    }
}
