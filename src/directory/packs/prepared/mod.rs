//! File with the prepared search of a directory with packs: the positions of its records and its
//! index, made when packs are added, so that no session makes them again.
//!
//! The file belongs to the content of the program and to the packs that it names by their stamps: a
//! stamp differs after every change or replacement of a pack. The sections are followed by a header
//! with their lengths, and its length; each block of the file has a checksum, which is checked when the
//! block is first read (`blocks`).

mod blocks;

use std::io::{self, BufWriter};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use self::blocks::{BlockFile, BlockWriter};
use super::{Folders, Pack};
use crate::files::{self, FileStamp, Files as _, Readers, RealFiles};
use crate::tables::{self, Bytes, Format, stored};

/// Version 3 of the header.
const FORMAT: Format = Format {
    kind: 5,
    version: 3,
};

/// Number of times that the lock is asked for, some seconds each: another session that has it may
/// work on a million contacts.
const PATIENCE: usize = 40;

/// Longest accepted header in bytes.
const LONGEST_HEADER: u32 = 1024 * 1024;

/// Section of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Positions of the records.
    Records,
    /// Index of the search.
    Index,
}

impl Section {
    /// All sections, in the order of the file.
    pub const ALL: [Self; 2] = [Self::Records, Self::Index];
}

/// Content and packs of a file, and the lengths of its sections.
#[derive(Debug, PartialEq, Eq)]
struct PreparedHeader {
    /// Version of the program.
    program: String,
    /// Checksum of the embedded content.
    content: u64,
    /// Stamp of each pack, in the order of their application.
    packs: Vec<[u64; 7]>,
    /// Trust in each pack, and the agreement to its vital numbers: its lines are applied by them.
    rules: Vec<String>,
    /// Length of each section in bytes.
    sections: Vec<u64>,
}

stored!(PreparedHeader {
    program,
    content,
    packs,
    rules,
    sections
});

impl PreparedHeader {
    fn of(content: u64, packs: &[Pack], sections: Vec<u64>) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            content,
            packs: packs.iter().map(|pack| flat(pack.stamp())).collect(),
            rules: packs.iter().map(rules).collect(),
            sections,
        }
    }
}

/// Returns a text that differs for packs of one file whose lines are applied by other rules.
fn rules(pack: &Pack) -> String {
    let has_vital = pack.vital.is_some();
    format!("{has_vital} {:?} {:?}", pack.trust, pack.agreed)
}

fn flat(stamp: FileStamp) -> [u64; 7] {
    let (device, inode) = stamp.file;
    let [(mtime, mtime_nsec), (ctime, ctime_nsec)] = stamp.times;
    let times = [mtime, mtime_nsec, ctime, ctime_nsec].map(i64::cast_unsigned);
    let [mtime, mtime_nsec, ctime, ctime_nsec] = times;
    [
        device, inode, stamp.size, mtime, mtime_nsec, ctime, ctime_nsec,
    ]
}

/// Opened file. It stays open, because the confined program can open no other.
#[derive(Clone, Debug)]
pub struct Prepared {
    path: PathBuf,
    bytes: Arc<dyn Bytes>,
    sections: [Range<u64>; Section::ALL.len()],
}

impl Prepared {
    /// Opens the file at a path; `None` if there is none for this content and these packs, or its
    /// header is damaged.
    pub fn open(path: &Path, content: u64, packs: &[Pack]) -> Option<Self> {
        let file = files::open_regular(path).ok()?;
        let size = file.metadata().ok()?.len();
        let bytes: Arc<dyn Bytes> = Arc::new(BlockFile::of(file));
        let end = blocks::bytes_in(size).checked_sub(4)?;
        let mut length = [0; 4];
        let is_read = bytes.read(end, &mut length);
        let length = u32::from_le_bytes(length);
        if !is_read || length > LONGEST_HEADER {
            return None;
        }
        let header = end.checked_sub(u64::from(length))?..end;
        let header: PreparedHeader = tables::open_where_it_lies(FORMAT, &bytes, header)?;
        if header != PreparedHeader::of(content, packs, header.sections.clone()) {
            return None;
        }
        let lengths: [u64; Section::ALL.len()] = header.sections.try_into().ok()?;
        let mut end = 0_u64;
        let sections = lengths.map(|length| {
            let start = end;
            end = end.saturating_add(length);
            start..end
        });
        let end = end.saturating_add(u64::from(length) + 4);
        (size == blocks::size_of_file(end)).then(|| Self {
            path: path.to_owned(),
            bytes,
            sections,
        })
    }

    /// Returns the bytes of the file, and the range of a section in them.
    pub fn section(&self, section: Section) -> (&Arc<dyn Bytes>, Range<u64>) {
        (&self.bytes, self.sections[section as usize].clone())
    }

    /// Returns true if bytes were damaged when they were read.
    pub fn is_damaged(&self) -> bool {
        self.bytes.are_damaged()
    }

    /// Removes the file if it is damaged.
    pub fn remove_damaged(&self) {
        if self.is_damaged() {
            // A file that cannot be removed is noticed again.
            let _ = files::remove(&self.path);
        }
    }
}

/// Place of a prepared search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedPlace {
    /// Path of the file.
    pub path: PathBuf,
    /// Accounts that use it.
    pub readers: Readers,
}

impl Folders {
    /// Returns the places of the prepared search of the directory with these packs, the best first:
    /// beside the host's packs, where all workers share it, if there are no others.
    pub fn prepared(&self, packs: &[Pack]) -> Vec<PreparedPlace> {
        let [host, own] = self.of_packs().map(|(folder, of_host)| PreparedPlace {
            path: folder.join("packs.index"),
            readers: Readers::of_packs(of_host),
        });
        let all_of_host = packs.iter().all(|pack| pack.of_host);
        all_of_host
            .then_some(host)
            .into_iter()
            .chain([own])
            .collect()
    }
}

/// Writer of the sections, in the order of the file.
pub struct SectionWriter<'o> {
    output: BlockWriter<BufWriter<&'o mut dyn files::Output>>,
    /// Length of each section in bytes.
    lengths: Vec<u64>,
}

impl SectionWriter<'_> {
    /// Adds the next section: `write` writes it, and returns its length in bytes.
    ///
    /// # Errors
    /// Those of `write`.
    pub fn add(
        &mut self,
        write: impl FnOnce(&mut dyn io::Write) -> io::Result<u64>,
    ) -> io::Result<()> {
        self.lengths.push(write(&mut self.output)?);
        Ok(())
    }
}

/// Opens the file of this content and these packs at the first place where there is one, else at the
/// first where it can be written: `make` makes its sections. If two sessions want it at once, one
/// waits for the other, and opens what that made. `None` also if a pack cannot be read.
pub fn open_or_make(
    places: &[PreparedPlace],
    content: u64,
    packs: &[Pack],
    make: impl Fn(&mut SectionWriter<'_>) -> io::Result<()>,
) -> Option<Prepared> {
    for place in places {
        let Ok(_lock) = lock(&place.path) else {
            continue;
        };
        let open = || Prepared::open(&place.path, content, packs);
        if let Some(made) = open() {
            return Some(made);
        }
        if write(place, content, packs, &make).is_ok() {
            return open();
        }
        if packs.iter().any(|pack| pack.failure().is_some()) {
            return None;
        }
    }
    None
}

/// Locks the place of a file: waits for another session that makes it.
fn lock(path: &Path) -> io::Result<Box<dyn files::Lock>> {
    if let Some(folder) = path.parent() {
        RealFiles.create_folder(folder)?;
    }
    let lock = path.with_extension("index.lock");
    let mut locked = RealFiles.lock(&lock);
    for _ in 0..PATIENCE {
        match locked {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                locked = RealFiles.lock(&lock);
            }
            locked => return locked,
        }
    }
    locked
}

/// Replaces the file at a place by one with the sections that `make` makes, for this content and
/// these packs. A session that has the old one open keeps it.
///
/// # Errors
/// Those of `make`, and any error of the system; an old file is then unchanged.
fn write(
    place: &PreparedPlace,
    content: u64,
    packs: &[Pack],
    make: impl FnOnce(&mut SectionWriter<'_>) -> io::Result<()>,
) -> io::Result<()> {
    files::replace_with(&RealFiles, &place.path, place.readers, |output| {
        let mut sections = SectionWriter {
            output: BlockWriter::of(BufWriter::with_capacity(256 * 1024, output)),
            lengths: Vec::new(),
        };
        make(&mut sections)?;
        let header = PreparedHeader::of(content, packs, sections.lengths);
        let mut last = Vec::new();
        let length = tables::write_where_it_lies(FORMAT, &header, &mut last)?;
        let length = u32::try_from(length).map_err(io::Error::other)?;
        last.extend(length.to_le_bytes());
        sections.output.finish(&last)
    })
}
