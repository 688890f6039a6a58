//! File with the prepared search of a directory with packs: the positions of its records and its
//! index, made when packs are added, so that no session makes them again.
//!
//! The file belongs to the content of the program and to the packs that it names by their stamps: a
//! stamp differs after every change or replacement of a pack. A header precedes the sections; all
//! have checksums.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Pack;
use crate::files::{self, FileStamp, Files as _, RealFiles, system};
use crate::tables::{self, Format, stored};

/// Version 1 of the header.
const FORMAT: Format = Format {
    kind: 5,
    version: 1,
};

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
struct Header {
    /// Version of the program.
    program: String,
    /// Checksum of the embedded content.
    content: u64,
    /// Stamp of each pack, in the order of their application.
    packs: Vec<[u64; 7]>,
    /// Length in bytes and checksum of each section.
    sections: Vec<(u64, u64)>,
}

stored!(Header {
    program,
    content,
    packs,
    sections
});

impl Header {
    fn of(content: u64, packs: &[Pack], sections: Vec<(u64, u64)>) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            content,
            packs: packs.iter().map(|pack| flat(pack.stamp())).collect(),
            sections,
        }
    }
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

/// Position of a section in the file.
#[derive(Clone, Copy, Debug)]
struct Extent {
    start: u64,
    length: u64,
    /// Checksum of its bytes.
    sum: u64,
}

/// Opened file. It stays open, because the confined program can open no other.
#[derive(Clone, Debug)]
pub struct Prepared {
    file: Arc<File>,
    sections: [Extent; Section::ALL.len()],
}

impl Prepared {
    /// Opens the file at a path; `None` if there is none for this content and these packs, or its
    /// header is damaged.
    pub fn open(path: &Path, content: u64, packs: &[Pack]) -> Option<Self> {
        // Checked before opening: opening a FIFO would block.
        if !std::fs::metadata(path).ok()?.is_file() {
            return None;
        }
        let file = File::open(path).ok()?;
        let length = u32::from_le_bytes(read(&file, 0, 4)?.try_into().ok()?);
        if length > LONGEST_HEADER {
            return None;
        }
        let header = read(&file, 4, u64::from(length))?;
        let header: Header = tables::open(FORMAT, &header, "")?;
        if header != Header::of(content, packs, header.sections.clone()) {
            return None;
        }
        let sections: [(u64, u64); Section::ALL.len()] = header.sections.try_into().ok()?;
        let mut end = 4 + u64::from(length);
        let sections = sections.map(|(length, sum)| {
            let start = end;
            end = end.saturating_add(length);
            Extent { start, length, sum }
        });
        let is_whole = file.metadata().ok()?.len() == end;
        is_whole.then(|| Self {
            file: Arc::new(file),
            sections,
        })
    }

    /// Returns the bytes of a section; `None` if they cannot be read.
    pub fn section(&self, section: Section) -> Option<Vec<u8>> {
        let Extent { start, length, .. } = self.sections[section as usize];
        read(&self.file, start, length)
    }

    /// Returns true if no section is damaged.
    pub fn is_intact(&self) -> bool {
        let mut sections = Section::ALL.into_iter();
        sections.all(|section| {
            let sum = self.sections[section as usize].sum;
            let bytes = self.section(section);
            bytes.is_some_and(|bytes| tables::checksum(&bytes) == sum)
        })
    }
}

fn read(file: &File, start: u64, length: u64) -> Option<Vec<u8>> {
    // A damaged length reserves no more than the file has.
    if length > file.metadata().ok()?.len() {
        return None;
    }
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    let mut filled = 0;
    while filled < bytes.len() {
        match system::read_at(file, &mut bytes[filled..], start + filled as u64) {
            Ok(0) => return None,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
    Some(bytes)
}

/// Replaces the file at a path by one with these sections, for this content and these packs. A
/// session that has the old one open keeps it. If two sessions write at once, one waits for the
/// other.
///
/// # Errors
/// Any error of the system; an old file is then unchanged.
pub fn write(
    path: &Path,
    content: u64,
    packs: &[Pack],
    sections: [&[u8]; Section::ALL.len()],
) -> io::Result<()> {
    let extent = |section: &&[u8]| (section.len() as u64, tables::checksum(section));
    let header = Header::of(content, packs, sections.iter().map(extent).collect());
    let header = tables::seal(FORMAT, &header).bytes;
    let length = u32::try_from(header.len()).map_err(io::Error::other)?;
    if let Some(folder) = path.parent() {
        RealFiles.create_folder(folder)?;
    }
    let _lock = RealFiles.lock(&path.with_extension("index.lock"))?;
    files::replace_with(&RealFiles, path, |output| {
        output.write_all(&length.to_le_bytes())?;
        output.write_all(&header)?;
        sections
            .iter()
            .try_for_each(|section| output.write_all(section))
    })
}
