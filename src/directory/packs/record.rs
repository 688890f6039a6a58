//! Record of verified packs: unchanged files are not hashed or checked again.
//!
//! A file counts as unchanged if its device, inode, size, and times of change are the same: a write
//! or replacement cannot preserve the change time (ctime). The signing key is part of the record;
//! when the host's keys change, the pack is verified again.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folders::paths_in;
use super::{Folders, Pack};
use crate::directory::Trust;
use crate::files::{FileStamp, Files, Readers, RealFiles, replace_with};

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
    pub fn write(path: &Path, packs: &[&Pack], readers: Readers) -> std::io::Result<()> {
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
        let _lock = RealFiles.lock(&path.with_extension("json.lock"))?;
        replace_with(&RealFiles, path, readers, |output| output.write_all(&text))
    }
}

impl Folders {
    /// Returns the records of verified packs: of the host, which only its administrator can write,
    /// and of this account.
    fn records(&self) -> [(PathBuf, bool); 2] {
        self.of_packs()
            .map(|(folder, of_host)| (folder.join("packs.json"), of_host))
    }

    pub(super) fn read_records(&self) -> [Record; 2] {
        self.records().map(|(path, _)| Record::read(&path))
    }

    /// Records these packs as verified. Those missing from the records are verified again at the
    /// next start.
    pub(super) fn record(&self, packs: &[Pack]) {
        for (path, of_host) in self.records() {
            let packs = packs.iter().filter(|pack| pack.of_host || !of_host);
            let packs: Vec<&Pack> = packs.collect();
            if !packs.is_empty() || !of_host {
                let _ = Record::write(&path, &packs, Readers::of_packs(of_host));
            }
        }
    }

    /// Remembers a pack of the account's own that was made here as verified, beside those that are.
    pub(super) fn remember(&self, made: &Path) {
        let records = self.read_records();
        let mut packs = Vec::new();
        for (folder, of_host) in self.of_packs() {
            let paths = paths_in(&folder).unwrap_or_default();
            packs.extend(
                paths
                    .iter()
                    .filter_map(|path| Pack::open(path, of_host).ok()),
            );
        }
        packs.retain_mut(|pack| {
            let known = records.iter().find_map(|record| record.trust(pack));
            let is_known = known.is_some() || pack.path == made;
            pack.trust = known.unwrap_or(Trust::Unsigned);
            is_known
        });
        self.record(&packs);
    }
}

fn flat(stamp: FileStamp) -> (u64, u64, u64, i64, i64, i64, i64) {
    let [(mtime, mtime_nsec), (ctime, ctime_nsec)] = stamp.times;
    let (device, inode) = stamp.file;
    (
        device, inode, stamp.size, mtime, mtime_nsec, ctime, ctime_nsec,
    )
}
