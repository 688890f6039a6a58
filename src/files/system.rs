//! Facts of the file system for other parts, which name no operating system.

use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::Path;

use rustix::fs::{Access, access, statvfs};

/// Reads from an offset, without moving the file's own: several readers can share it.
///
/// # Errors
/// Any error of the system.
pub fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    file.read_at(buffer, offset)
}

/// Returns true if an open file has no name any more: another took its place, or it was removed.
pub fn is_unnamed(metadata: &Metadata) -> bool {
    metadata.nlink() == 0
}

/// Returns true if accounts other than the owner have any right to the file or folder.
pub fn is_open_to_others(metadata: &Metadata) -> bool {
    metadata.mode() & 0o077 != 0
}

/// Checks that this account can create files in a folder, without creating one.
///
/// # Errors
/// Any error of the system.
pub fn may_create_in(folder: &Path) -> io::Result<()> {
    Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

/// Returns the free space of the disk with this folder, in bytes; `None` if the system does not tell.
pub fn free_space(folder: &Path) -> Option<u64> {
    let disk = statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_file_is_unnamed_and_still_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "0123456789").unwrap();
        let file = File::open(&path).unwrap();
        assert!(!is_unnamed(&file.metadata().unwrap()));
        std::fs::remove_file(&path).unwrap();
        assert!(is_unnamed(&file.metadata().unwrap()));
        let mut buffer = [0; 3];
        assert_eq!(read_at(&file, &mut buffer, 4).unwrap(), 3);
        assert_eq!(&buffer, b"456");
    }

    #[test]
    fn a_mode_for_one_account_is_closed_to_others() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        for (mode, open) in [(0o700, false), (0o750, true), (0o701, true), (0o707, true)] {
            let permissions = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(folder.path(), permissions).unwrap();
            let metadata = folder.path().metadata().unwrap();
            assert_eq!(is_open_to_others(&metadata), open, "{mode:o}");
        }
    }

    #[test]
    fn a_missing_folder_has_no_space_and_takes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing");
        assert!(may_create_in(folder.path()).is_ok());
        assert!(free_space(folder.path()).is_some_and(|bytes| bytes > 0));
        let kind = may_create_in(&missing).unwrap_err().kind();
        assert_eq!(kind, io::ErrorKind::NotFound);
        assert_eq!(free_space(&missing), None);
    }
}
