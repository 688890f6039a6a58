//! Record of verified packs: unchanged files are not hashed or checked again.
//!
//! A file counts as unchanged if its device, inode, size, and times of change are the same: a write
//! or replacement cannot preserve the change time (ctime). The signing key is part of the record;
//! when the host's keys change, the pack is verified again.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Pack, Trust};
use crate::files::{FileStamp, Files, RealFiles, write_atomically};

/// Largest accepted record, in bytes.
const SIZE_LIMIT: usize = 4 * 1024 * 1024;

/// Verified files.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    /// Version of the program that verified them: another may have other rules.
    program: String,
    packs: Vec<Verified>,
}

/// Verified file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Verified {
    path: PathBuf,
    /// Device and inode, size, seconds and nanoseconds of the last change of the bytes, and of the
    /// file.
    stamp: (u64, u64, u64, i64, i64, i64, i64),
    trust: Trust,
}

impl Record {
    /// Reads the record; empty if it is missing, damaged or of another version.
    pub fn read(path: &Path) -> Self {
        let bytes = RealFiles.read(path, SIZE_LIMIT).unwrap_or_default();
        let read: Self = serde_json::from_slice(&bytes).unwrap_or_default();
        if read.program == env!("CARGO_PKG_VERSION") {
            read
        } else {
            Self::default()
        }
    }

    /// Returns the trust of a verified pack; `None` if it was not verified, or changed since.
    pub fn trust(&self, pack: &Pack) -> Option<Trust> {
        let stamp = flat(pack.stamp());
        let known = self.packs.iter();
        let mut known = known.filter(|one| one.path == pack.path && one.stamp == stamp);
        known.next().map(|one| one.trust.clone())
    }

    /// Writes the record of these packs, and of no others.
    ///
    /// # Errors
    /// Any error of the system. The packs are then verified again at the next start.
    pub fn write(path: &Path, packs: &[&Pack]) -> std::io::Result<()> {
        let verified = packs.iter().map(|pack| Verified {
            path: pack.path.clone(),
            stamp: flat(pack.stamp()),
            trust: pack.trust.clone(),
        });
        let record = Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            packs: verified.collect(),
        };
        let text = serde_json::to_vec(&record)?;
        if let Some(folder) = path.parent() {
            RealFiles.create_folder(folder)?;
        }
        let _lock = RealFiles.lock(&path.with_extension("lock"))?;
        write_atomically(&RealFiles, path, &text)
    }
}

fn flat(stamp: FileStamp) -> (u64, u64, u64, i64, i64, i64, i64) {
    let [(mtime, mtime_nsec), (ctime, ctime_nsec)] = stamp.times;
    let (device, inode) = stamp.file;
    (
        device, inode, stamp.size, mtime, mtime_nsec, ctime, ctime_nsec,
    )
}
