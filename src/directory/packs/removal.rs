//! Removal of packs by their name.

use std::path::PathBuf;

use super::folders::{in_file, paths_in, remove_signatures};
use super::vital::agreed_path;
use super::{Folders, Pack, PackError};
use crate::files;

impl Folders {
    /// Removes every file of the account's own with a pack of this name: also older ones, and copies that a
    /// sync tool left. A file whose name in the header cannot be read has that of the file. Returns the
    /// removed files.
    ///
    /// # Errors
    /// If one cannot be removed; the others are.
    pub fn remove(&self, name: &str) -> Result<Vec<PathBuf>, PackError> {
        let folder = self.own_packs();
        let mut paths = paths_in(&folder).map_err(in_file(&folder))?;
        paths.retain(|path| {
            let of_file = || path.file_stem().is_some_and(|stem| stem == name);
            Pack::open(path, false).map_or_else(|_| of_file(), |pack| pack.header.name == name)
        });
        let mut outcome = Ok(());
        for path in &paths {
            let removed = files::remove(path).map_err(|source| PackError::Unremoved {
                path: path.clone(),
                source,
            });
            if removed.is_ok() {
                remove_signatures(path);
                let _ = files::remove(&agreed_path(path));
            }
            outcome = outcome.and(removed);
        }
        if !paths.is_empty() {
            // It is made again for the packs that are left.
            for place in self.prepared(&[]) {
                let _ = files::remove(&place.path);
            }
        }
        outcome.map(|()| paths)
    }
}
