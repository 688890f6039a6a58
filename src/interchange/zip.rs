//! Zip archives of tables: read into memory within a budget, and written.
//!
//! Nothing is ever unpacked to the disk. A name that leads out of the archive's own folder is
//! refused nevertheless, as a sign of an attack.

use std::io::{self, Write};

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter};

/// First bytes of an archive.
pub const SIGNATURE: &[u8] = b"PK\x03\x04";

/// Greatest number of entries.
const MOST_ENTRIES: usize = 10_000;
/// Level of compression: the usual one of deflate.
const LEVEL: u8 = 6;

/// File of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name with its folder.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Reason for refusing an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Damaged, or not an archive; with the reader's message.
    Damaged(String),
    /// The name of an entry leads out of the folder.
    Outside(String),
    /// Unpacked, it is larger than any directory.
    TooLarge,
    /// An entry is encrypted, or compressed by an unknown method.
    Packed(String),
}

/// Returns the entries with wanted names; `budget` is the greatest size of all in bytes.
///
/// # Errors
/// If the archive is refused; it is refused as a whole.
pub fn read(
    bytes: &[u8],
    is_wanted: impl Fn(&str) -> bool,
    mut budget: usize,
) -> Result<Vec<Entry>, Refused> {
    let damaged = |error: rawzip::Error| Refused::Damaged(error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = archive.entries();
    let mut found = Vec::new();
    let mut count = 0;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        count += 1;
        if count > MOST_ENTRIES {
            return Err(Refused::TooLarge);
        }
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/");
        if leads_outside(&name) {
            return Err(Refused::Outside(name));
        }
        if entry.is_dir() || !is_wanted(&name) {
            continue;
        }
        if entry.flags().is_encrypted() {
            return Err(Refused::Packed(name));
        }
        let local = archive.get_entry(entry.wayfinder()).map_err(damaged)?;
        let bytes = match entry.compression_method() {
            CompressionMethod::STORE if local.data().len() > budget => {
                return Err(Refused::TooLarge);
            }
            CompressionMethod::STORE => local.data().to_vec(),
            CompressionMethod::DEFLATE => inflated(local.data(), budget)?,
            _ => return Err(Refused::Packed(name)),
        };
        if rawzip::crc32(&bytes) != entry.crc32() {
            return Err(Refused::Damaged(name));
        }
        budget -= bytes.len();
        found.push(Entry { name, bytes });
    }
    Ok(found)
}

fn inflated(packed: &[u8], budget: usize) -> Result<Vec<u8>, Refused> {
    decompress_to_vec_with_limit(packed, budget).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Refused::TooLarge,
        _ => Refused::Damaged(error.to_string()),
    })
}

/// Returns true for a name outside of the archive's own folder.
fn leads_outside(name: &str) -> bool {
    let has_drive = name
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'));
    name.starts_with('/') || has_drive || name.split('/').any(|part| part == "..")
}

/// Writes files as an archive.
///
/// # Errors
/// Any error of the output.
pub fn write<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    output: &mut dyn Write,
) -> io::Result<()> {
    let mut archive = ZipArchiveWriter::new(output);
    for (name, bytes) in files {
        let file = archive.new_file(name);
        let file = file.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, _) = file.start().map_err(io::Error::other)?;
        entry.write_all(&compress_to_vec(bytes, LEVEL))?;
        let sums = DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64);
        entry.finish(sums).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Budget of any test's archive.
    const ALL: usize = 1 << 20;

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(files.iter().copied(), &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn written_archive_reads_back_equal() {
        let phones = vec![b'x'; 100_000];
        let files: [(&str, &[u8]); 3] = [
            ("services.csv", b"id,name\n"),
            ("folder/phones.csv", &phones),
            ("notes.txt", b"no table"),
        ];
        let bytes = archive(&files);
        assert!(bytes.starts_with(SIGNATURE));
        assert!(bytes.len() < 2_000, "it is packed: {}", bytes.len());
        let read = read(&bytes, |name| name != "notes.txt", ALL).unwrap();
        let read: Vec<(&str, &[u8])> = read
            .iter()
            .map(|entry| (entry.name.as_str(), entry.bytes.as_slice()))
            .collect();
        assert_eq!(read, files[..2]);
    }

    #[test]
    fn entry_that_grows_too_large_is_refused() {
        let table = vec![0; 60_000];
        let bytes = archive(&[("a.csv", &table), ("b.csv", &table)]);
        let within = |budget| read(&bytes, |_| true, budget).map(|files| files.len());
        assert_eq!(within(120_000), Ok(2));
        assert_eq!(
            within(119_999),
            Err(Refused::TooLarge),
            "the budget is for all"
        );
        assert_eq!(within(59_999), Err(Refused::TooLarge));
    }

    #[test]
    fn a_name_that_leads_outside_is_refused() {
        for name in [
            "../services.csv",
            "a/../../services.csv",
            "/etc/services.csv",
            "C:/services.csv",
        ] {
            assert!(leads_outside(name), "{name}");
        }
        for name in ["services.csv", "a/services.csv", "a..b/services.csv"] {
            assert!(!leads_outside(name), "{name}");
        }
        let mut bytes = archive(&[("aaaservices.csv", b"id,name\n")]);
        for at in 0..bytes.len() - 3 {
            if &bytes[at..at + 3] == b"aaa" {
                bytes[at..at + 3].copy_from_slice(b"..\\");
            }
        }
        let outside = Err(Refused::Outside("../services.csv".to_owned()));
        assert_eq!(read(&bytes, |_| true, ALL), outside);
    }

    #[test]
    fn damaged_archive_is_refused() {
        let mut bytes = archive(&[("a.csv", b"id,name\ns1,Quillberry Line\n")]);
        assert!(matches!(
            read(&bytes[..40], |_| true, ALL),
            Err(Refused::Damaged(_))
        ));
        // Within the compressed bytes of the entry.
        bytes[40] ^= 0x55;
        assert!(matches!(
            read(&bytes, |_| true, ALL),
            Err(Refused::Damaged(_))
        ));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(place in 0_usize..400, byte in any::<u8>(), end in 0_usize..400) {
            let mut bytes = archive(&[("services.csv", b"id,name\n"), ("phones.csv", b"id\n")]);
            let place = place % bytes.len();
            bytes[place] = byte;
            let _ = read(&bytes, |_| true, ALL);
            bytes.truncate(end);
            let _ = read(&bytes, |_| true, ALL);
        }
    }
}
