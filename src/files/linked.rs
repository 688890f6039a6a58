//! Symbolic links in place of havre's own files, for example to a folder that a sync tool carries.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Files;
use super::guard::{self, Refusal};

/// Returns the file that is read and written for `path`, with the links of its folders resolved.
///
/// A symbolic link at `path` itself is followed only if this account or root made it, and its target is
/// a regular file of this account that is empty or has bytes accepted by `is_ours`, of which at most
/// `limit` are read. Every other target stays untouched: it is not havre's.
///
/// # Errors
/// A [`Refused`](super::Refused), or any error of the system.
pub fn followed(
    files: &dyn Files,
    path: &Path,
    limit: usize,
    is_ours: impl Fn(&[u8]) -> bool,
) -> io::Result<PathBuf> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if !is_link {
        return Ok(files.resolve(path));
    }
    guard::check_link(path)?;
    let is_file = fs::metadata(path).map(|found| found.is_file());
    if let Err(error) = &is_file
        && error.kind() == io::ErrorKind::NotFound
    {
        return Err(guard::refuse(Refusal::LinkToNothing, path));
    }
    let target = files.resolve(path);
    guard::check_file(&target)?;
    let is_ours = |bytes: &[u8]| bytes.trim_ascii().is_empty() || is_ours(bytes);
    if is_file? && is_ours(&files.read(&target, limit)?) {
        Ok(target)
    } else {
        Err(guard::refuse(Refusal::LinkElsewhere, path))
    }
}
