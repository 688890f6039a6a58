//! Removing everything of one worker's.

use std::io;
use std::path::{Path, PathBuf};

use crate::files::{self, Files, RealFiles};
use crate::paths::Paths;

/// Removes this worker's list with its backups and set aside copies, and her settings; other
/// workers' files stay. Copies that a sync tool or a file system's snapshots keep elsewhere are
/// out of reach.
///
/// # Errors
/// Whatever the system says; as much as possible is removed nevertheless. Says which path.
pub fn wipe(paths: &Paths) -> Result<(), (PathBuf, io::Error)> {
    let folder = paths.worker_dir();
    if !folder.exists() {
        return Ok(());
    }
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    // Another session must not be in the middle of a write.
    let lock = paths.bookmarks().with_extension("lock");
    let _held = RealFiles.lock(&lock).map_err(at(&lock))?;
    let mut outcome = remove_target(&paths.bookmarks());
    for name in RealFiles.names(&folder).map_err(at(&folder))? {
        if is_hers(&name) {
            let path = folder.join(&name);
            outcome = outcome.and(files::remove(&path).map_err(at(&path)));
        }
    }
    // Only where nothing else is in it: on a shared login, `workers` is.
    let _ = files::remove_empty_folder(&folder);
    outcome
}

/// The file behind a symbolic link, where the list is kept elsewhere.
fn remove_target(path: &Path) -> Result<(), (PathBuf, io::Error)> {
    let target = RealFiles.resolve(path);
    if target == path || !target.exists() {
        return Ok(());
    }
    files::remove(&target).map_err(|error| (target, error))
}

fn is_hers(name: &str) -> bool {
    name == "backups"
        || ["bookmarks.", "bookmarks ", "settings."]
            .iter()
            .any(|prefix| name.starts_with(prefix))
}
