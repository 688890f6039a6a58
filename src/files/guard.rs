//! Whose folder is it? What another account owns or can change is not written to, as `sshd` does not
//! trust such keys (`StrictModes`).

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, FileType, Stat, statat};

/// Accounts and groups that the kernel cannot name inside a user namespace.
const OVERFLOW: u32 = 65534;

/// Why nothing is written to a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The folder, or the file in it, belongs to another account.
    AnotherOwner,
    /// Others can write to the folder or to one above it.
    OpenToOthers,
    /// A symbolic link that another account made leads to it.
    ForeignLink,
    /// Neither the kernel nor a lock file keeps two sessions apart there.
    NoLocks,
}

/// A refusal, and the folder or file that it is about.
#[derive(Debug)]
pub struct Refused {
    /// Why.
    pub refusal: Refusal,
    /// The folder or file to put right.
    pub path: PathBuf,
}

impl Refused {
    /// The refusal behind an error; `None` where the system refused.
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
/// A [`Refused`], or whatever the system says.
pub fn check(folder: &Path) -> io::Result<()> {
    let real = std::fs::canonicalize(folder)?;
    check_folder(&rustix::fs::stat(&real)?, &real)?;
    for above in real.ancestors().skip(1) {
        let found = rustix::fs::stat(above)?;
        let sticky = found.st_mode & 0o1000 != 0;
        let known = [0, OVERFLOW, own_account()].contains(&found.st_uid);
        if !known || others_write(&found) && !sticky {
            return Err(refuse(Refusal::OpenToOthers, above));
        }
    }
    Ok(())
}

/// Checks that the folder belongs to this account and nobody else can write to it.
pub(super) fn check_folder(found: &Stat, folder: &Path) -> io::Result<()> {
    if found.st_uid != own_account() {
        Err(refuse(Refusal::AnotherOwner, folder))
    } else if others_write(found) {
        Err(refuse(Refusal::OpenToOthers, folder))
    } else {
        Ok(())
    }
}

/// Checks that a file that is about to be replaced belongs to this account, where there is one.
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

/// Whether others than the owner may write. A group of the owner's own number is taken for the
/// owner's alone: many systems give each account such a group and make folders writable to it.
fn others_write(found: &Stat) -> bool {
    let private_group = found.st_gid == found.st_uid;
    found.st_mode & 0o002 != 0 || found.st_mode & 0o020 != 0 && !private_group
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

    /// A folder in a folder, both of this account; the group is another than the account's own.
    fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let above = home.path().canonicalize().unwrap().join("above");
        let folder = above.join("havre");
        fs::create_dir_all(&folder).unwrap();
        (home, above, folder)
    }

    #[test]
    fn what_others_can_write_to_is_refused_and_nothing_is_written() {
        let (_home, above, folder) = folders();
        let lock = folder.join("bookmarks.lock");
        for (path, bits) in [(&folder, 0o757), (&above, 0o757), (&folder, 0o1777)] {
            mode(path, bits);
            assert_eq!(
                refusal(RealFiles.lock(&lock).map(drop)),
                Some(Refusal::OpenToOthers)
            );
            assert!(!lock.exists());
            mode(path, 0o755);
        }
        mode(&above, 0o1777);
        assert!(RealFiles.lock(&lock).is_ok(), "as /tmp is");
    }

    #[test]
    fn what_another_account_owns_is_refused() {
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
        assert!(RealFiles.check_link(&folder.join("link")).is_ok());
        rustix::fs::chownat(
            CWD,
            folder.join("link"),
            Some(rustix::fs::Uid::from_raw(12345)),
            None,
            AtFlags::SYMLINK_NOFOLLOW,
        )
        .unwrap();
        let planted = RealFiles.check_link(&folder.join("link"));
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
    fn the_group_of_the_account_alone_is_no_other() {
        let (_home, _, folder) = folders();
        mode(&folder, 0o775);
        let mut found = rustix::fs::stat(&folder).unwrap();
        found.st_gid = found.st_uid;
        assert!(!others_write(&found));
        found.st_gid += 1;
        assert!(others_write(&found));
    }
}
