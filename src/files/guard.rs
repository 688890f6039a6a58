//! Ownership checks of folders. havre does not write to a folder that another account owns or can
//! write to, as `sshd` refuses such keys (`StrictModes`).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, FileType, Stat, statat};

/// Stands for accounts and groups that the kernel cannot name inside a user namespace.
const OVERFLOW: u32 = 65534;

/// Reason why nothing is written to a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The folder, or the file in it, belongs to another account.
    AnotherOwner,
    /// Others can write to the folder or to one above it.
    OpenToOthers,
    /// Others can write to the folder, though not remove its files (as in `/tmp`): only new files are
    /// written there.
    Sticky,
    /// A symbolic link made by another account leads to the folder.
    ForeignLink,
    /// A symbolic link leads to something other than a file of havre.
    LinkElsewhere,
    /// A symbolic link leads nowhere.
    LinkToNothing,
    /// Neither the kernel's locks nor lock files work in the folder.
    NoLocks,
}

/// Refusal with the folder or file concerned.
#[derive(Debug)]
pub struct Refused {
    /// Reason.
    pub refusal: Refusal,
    /// Folder or file whose ownership or mode must be corrected.
    pub path: PathBuf,
}

impl Refused {
    /// Returns the refusal within an error; `None` for an error of the system.
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {:?}", self.path.display(), self.refusal)
    }
}

impl std::error::Error for Refused {}

pub(super) fn refuse(refusal: Refusal, path: &Path) -> io::Error {
    let path = path.to_owned();
    io::Error::new(io::ErrorKind::PermissionDenied, Refused { refusal, path })
}

/// Checks that a folder and all above it are safe to write to.
///
/// # Errors
/// A [`Refused`], or any error of the system.
pub fn check(folder: &Path) -> io::Result<()> {
    let real = std::fs::canonicalize(folder)?;
    check_folder(&rustix::fs::stat(&real)?, &real)?;
    check_above(&real)
}

/// Checks that only this account or root can change a file or folder that is read, its name, and the
/// folders above it.
///
/// # Errors
/// A [`Refused`], or any error of the system.
pub fn check_source(path: &Path) -> io::Result<()> {
    check_link(path)?;
    let real = std::fs::canonicalize(path)?;
    let found = rustix::fs::stat(&real)?;
    if ![0, own_account()].contains(&found.st_uid) {
        return Err(refuse(Refusal::AnotherOwner, &real));
    }
    if others_write(&found) {
        return Err(refuse(Refusal::OpenToOthers, &real));
    }
    check_above(&real)
}

/// Checks that others cannot replace a file or folder.
fn check_above(real: &Path) -> io::Result<()> {
    for above in real.ancestors().skip(1) {
        let found = rustix::fs::stat(above)?;
        let known = [0, OVERFLOW, own_account()].contains(&found.st_uid);
        if !known || others_write(&found) && !is_sticky(&found) {
            return Err(refuse(Refusal::OpenToOthers, above));
        }
    }
    Ok(())
}

/// Checks that the folder belongs to this account and is not writable for others.
pub(super) fn check_folder(found: &Stat, folder: &Path) -> io::Result<()> {
    if others_write(found) && is_sticky(found) {
        Err(refuse(Refusal::Sticky, folder))
    } else if found.st_uid != own_account() {
        Err(refuse(Refusal::AnotherOwner, folder))
    } else if others_write(found) {
        Err(refuse(Refusal::OpenToOthers, folder))
    } else {
        Ok(())
    }
}

/// Checks that the folder is safe for a new file: like [`check_folder`], or a sticky folder of root or of
/// this account, where others cannot rename or remove the file.
pub(super) fn check_folder_for_new(found: &Stat, folder: &Path) -> io::Result<()> {
    let known = [0, OVERFLOW, own_account()].contains(&found.st_uid);
    if is_sticky(found) && known {
        return Ok(());
    }
    check_folder(found, folder)
}

/// Checks that a file to be replaced, if it exists, belongs to this account.
pub(super) fn check_file(path: &Path) -> io::Result<()> {
    match statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(found) if found.st_uid != own_account() => Err(refuse(Refusal::AnotherOwner, path)),
        _ => Ok(()),
    }
}

/// Checks that a symbolic link at `path` was made by this account or by root; anything else passes.
pub(super) fn check_link(path: &Path) -> io::Result<()> {
    match statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(found)
            if FileType::from_raw_mode(found.st_mode) == FileType::Symlink
                && ![0, own_account()].contains(&found.st_uid) =>
        {
            Err(refuse(Refusal::ForeignLink, path))
        }
        _ => Ok(()),
    }
}

/// Returns true if accounts other than the owner may write. A group with the owner's number counts
/// as the owner's private group: many systems create one for each account and make folders writable
/// to it.
fn others_write(found: &Stat) -> bool {
    let private_group = found.st_gid == found.st_uid;
    found.st_mode & 0o002 != 0 || found.st_mode & 0o020 != 0 && !private_group
}

/// Returns true if only the owner of a file in the folder, or of the folder, can rename or remove it.
const fn is_sticky(found: &Stat) -> bool {
    found.st_mode & 0o1000 != 0
}

fn own_account() -> u32 {
    rustix::process::geteuid().as_raw()
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, chown, symlink};

    use super::*;
    use crate::files::{Files, RealFiles};

    fn refusal(outcome: io::Result<()>) -> Option<Refusal> {
        Refused::of(&outcome.unwrap_err()).map(|refused| refused.refusal)
    }

    fn mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Creates a folder in a folder, both owned by this account, with another group than the
    /// account's own.
    fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let above = home.path().canonicalize().unwrap().join("above");
        let folder = above.join("havre");
        fs::create_dir_all(&folder).unwrap();
        (home, above, folder)
    }

    #[test]
    fn folders_writable_for_others_are_refused_and_nothing_is_written() {
        let (_home, above, folder) = folders();
        let lock = folder.join("bookmarks.lock");
        for (path, bits, expected) in [
            (&folder, 0o757, Refusal::OpenToOthers),
            (&above, 0o757, Refusal::OpenToOthers),
            (&folder, 0o1777, Refusal::Sticky),
        ] {
            mode(path, bits);
            assert_eq!(refusal(RealFiles.lock(&lock).map(drop)), Some(expected));
            assert!(!lock.exists());
            mode(path, 0o755);
        }
        mode(&above, 0o1777);
        assert!(RealFiles.lock(&lock).is_ok(), "as /tmp is");
    }

    #[test]
    fn folders_of_another_account_are_refused() {
        if own_account() != 0 {
            eprintln!("SKIPPED: only root can give a folder to another account");
            return;
        }
        let (_home, above, folder) = folders();
        let file = folder.join("bookmarks.json");
        fs::write(&file, "{}").unwrap();
        fs::write(folder.join("new"), "{}").unwrap();
        chown(&file, Some(12345), None).unwrap();
        let replaced = RealFiles.rename(&folder.join("new"), &file);
        assert_eq!(refusal(replaced), Some(Refusal::AnotherOwner));
        symlink(&file, folder.join("link")).unwrap();
        assert!(check_link(&folder.join("link")).is_ok());
        rustix::fs::chownat(
            CWD,
            folder.join("link"),
            Some(rustix::fs::Uid::from_raw(12345)),
            None,
            AtFlags::SYMLINK_NOFOLLOW,
        )
        .unwrap();
        let planted = check_link(&folder.join("link"));
        assert_eq!(refusal(planted), Some(Refusal::ForeignLink));
        let lock = folder.join("bookmarks.lock");
        chown(&above, Some(12345), None).unwrap();
        assert_eq!(
            refusal(RealFiles.lock(&lock).map(drop)),
            Some(Refusal::OpenToOthers)
        );
        chown(&above, Some(0), None).unwrap();
        chown(&folder, Some(12345), None).unwrap();
        assert_eq!(
            refusal(RealFiles.lock(&lock).map(drop)),
            Some(Refusal::AnotherOwner)
        );
        assert_eq!(
            refusal(RealFiles.create(&lock).map(drop)),
            Some(Refusal::AnotherOwner)
        );
    }

    #[test]
    fn the_private_group_of_the_account_may_write() {
        let (_home, _, folder) = folders();
        mode(&folder, 0o775);
        let mut found = rustix::fs::stat(&folder).unwrap();
        found.st_gid = found.st_uid;
        assert!(!others_write(&found));
        found.st_gid += 1;
        assert!(others_write(&found));
    }
}
