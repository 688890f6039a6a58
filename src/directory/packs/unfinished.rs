//! Files that killed processes left among the packs while they wrote them.

use std::path::Path;

use super::folders::{LOCK, all_in};
use super::{EXTENSION, Folders};
use crate::files;

impl Folders {
    /// Removes what killed imports left, unless a living process writes packs.
    pub(super) fn remove_unfinished(&self) {
        let folder = self.own_packs();
        if let Ok(_lock) = files::take_if_free(&folder.join(LOCK)) {
            remove_unfinished_in(&folder);
        }
    }
}

/// Returns true for a file that was being written, of a pack or of what stands beside it.
pub(super) fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let whole = name.strip_suffix(files::UNFINISHED);
    whole.is_some_and(|whole| whole.split('.').any(|part| part == EXTENSION))
}

/// Removes the unfinished files of a folder; the caller holds its lock.
pub(super) fn remove_unfinished_in(folder: &Path) {
    let paths = all_in(folder).unwrap_or_default();
    for path in paths.iter().filter(|path| is_unfinished(path)) {
        // One that stays is in nobody's way.
        let _ = files::remove(path);
    }
}
