//! File of blocks with checksums, of which single bytes are read where they lie. A block is checked
//! when it is first read; a few blocks are kept in memory.

use std::fs::File;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::files::system;
use crate::tables::{self, Bytes, Stretch};

/// Size of a block in bytes, with its checksum.
const BLOCK: usize = 4096;
/// Number of bytes of a block without its checksum.
const PAYLOAD: usize = BLOCK - 8;
/// Number of sets of blocks in memory: a block is kept in the set of its number modulo this.
const SETS: usize = 32;
/// Number of blocks of a set.
const WAYS: usize = 4;
/// Number of blocks read at once.
const RUN: usize = 16;

/// File of blocks, opened for reading.
#[derive(Debug)]
pub struct BlockFile {
    file: File,
    /// Blocks in memory, set by set, the last used of a set first.
    slots: Mutex<Vec<Slot>>,
    /// One bit for each block that was read and is not damaged. A file is never changed in its place:
    /// to check each block again whenever it is read took a tenth of a search.
    checked: Box<[AtomicU64]>,
    damaged: AtomicBool,
}

#[derive(Debug)]
struct Slot {
    number: u64,
    /// Empty if no block was read into it.
    bytes: Arc<[u8]>,
}

/// Returns the size of a file with this number of bytes without checksums.
pub const fn size_of_file(bytes: u64) -> u64 {
    bytes.div_ceil(PAYLOAD as u64) * BLOCK as u64
}

/// Returns the number of bytes without checksums in a file of this size.
pub const fn bytes_in(size: u64) -> u64 {
    size / BLOCK as u64 * PAYLOAD as u64
}

impl BlockFile {
    /// Takes a file that [`BlockWriter`] wrote.
    pub fn of(file: File) -> Self {
        let size = file.metadata().map_or(0, |metadata| metadata.len());
        let words = size.div_ceil(BLOCK as u64 * u64::from(u64::BITS));
        Self {
            file,
            slots: Mutex::default(),
            checked: (0..words).map(|_| AtomicU64::default()).collect(),
            damaged: AtomicBool::new(false),
        }
    }

    /// Reads whole blocks; returns false if one cannot be read or is damaged.
    fn load(&self, first: u64, blocks: &mut [u8]) -> bool {
        let is_read = read_all(&self.file, blocks, first * BLOCK as u64).is_ok();
        let (blocks, _) = blocks.as_chunks::<BLOCK>();
        is_read && (blocks.iter().zip(first..)).all(|(block, number)| self.is_intact(number, block))
    }

    /// Returns true if a block was checked before, or its checksum is right.
    fn is_intact(&self, number: u64, block: &[u8; BLOCK]) -> bool {
        let bits = u64::from(u64::BITS);
        let word = usize::try_from(number / bits).ok();
        let checked = word.and_then(|word| self.checked.get(word));
        let bit = 1 << (number % bits);
        if checked.is_some_and(|word| word.load(Ordering::Relaxed) & bit != 0) {
            return true;
        }
        let (payload, sum) = block.split_at(PAYLOAD);
        let is_intact = sum == sum_of(number, payload);
        if let (true, Some(word)) = (is_intact, checked) {
            word.fetch_or(bit, Ordering::Relaxed);
        }
        is_intact
    }

    /// Passes the bytes of a block to `take`, from memory if it is there; `None` if it cannot be read
    /// or is damaged.
    fn with_block<R>(&self, number: u64, take: impl FnOnce(&Arc<[u8]>) -> R) -> Option<R> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.is_empty() {
            slots.resize_with(SETS * WAYS, || Slot {
                number: u64::MAX,
                bytes: Arc::default(),
            });
        }
        let first = usize::try_from(number % SETS as u64).unwrap_or_default() * WAYS;
        let set = &mut slots[first..first + WAYS];
        if let Some(way) = set.iter().position(|slot| slot.number == number) {
            set[..=way].rotate_right(1);
            return Some(take(&set[0].bytes));
        }
        set.rotate_right(1);
        let slot = &mut set[0];
        slot.number = u64::MAX;
        // Memory that a reader still has is left to it.
        if Arc::get_mut(&mut slot.bytes).is_none_or(|bytes| bytes.is_empty()) {
            slot.bytes = vec![0; BLOCK].into();
        }
        if !self.load(number, Arc::get_mut(&mut slot.bytes)?) {
            return None;
        }
        slot.number = number;
        Some(take(&slot.bytes))
    }

    /// Passes bytes of several blocks to `take`, past the memory.
    fn each_run(
        &self,
        mut number: u64,
        mut start: usize,
        mut left: usize,
        take: &mut dyn FnMut(&[u8]),
    ) -> bool {
        let needed = (start + left).div_ceil(PAYLOAD);
        let mut blocks = vec![0; needed.min(RUN) * BLOCK];
        while left > 0 {
            let needed = (start + left).div_ceil(PAYLOAD).min(RUN);
            let blocks = &mut blocks[..needed * BLOCK];
            if !self.load(number, blocks) {
                return false;
            }
            for block in blocks.chunks_exact(BLOCK) {
                let count = left.min(PAYLOAD - start);
                take(&block[start..start + count]);
                (left, start) = (left - count, 0);
            }
            number += needed as u64;
        }
        true
    }
}

impl Bytes for BlockFile {
    fn each(&self, start: u64, count: usize, take: &mut dyn FnMut(&[u8])) -> bool {
        let number = start / PAYLOAD as u64;
        let offset = usize::try_from(start % PAYLOAD as u64).unwrap_or_default();
        let is_read = if offset + count <= PAYLOAD {
            self.with_block(number, |block| take(&block[offset..offset + count]))
                .is_some()
        } else {
            self.each_run(number, offset, count, take)
        };
        if !is_read {
            self.damaged.store(true, Ordering::Relaxed);
        }
        is_read
    }

    fn around(&self, offset: u64) -> Option<Stretch> {
        let number = offset / PAYLOAD as u64;
        let bytes = self.with_block(number, Arc::clone)?;
        Some(Stretch {
            start: number * PAYLOAD as u64,
            length: PAYLOAD,
            bytes,
        })
    }

    fn are_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }
}

/// Returns the checksum of a block: another for the same bytes elsewhere.
fn sum_of(number: u64, payload: &[u8]) -> [u8; 8] {
    (tables::checksum(payload) ^ number.rotate_right(16)).to_le_bytes()
}

fn read_all(file: &File, mut to: &mut [u8], mut start: u64) -> io::Result<()> {
    while !to.is_empty() {
        match system::read_at(file, to, start) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                to = &mut to[count..];
                start += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Writer of a file of blocks.
pub struct BlockWriter<W> {
    output: W,
    /// Bytes of the next block.
    block: Vec<u8>,
    number: u64,
}

impl<W: Write> BlockWriter<W> {
    /// Writes from the beginning of a file.
    pub fn of(output: W) -> Self {
        Self {
            output,
            block: Vec::with_capacity(BLOCK),
            number: 0,
        }
    }

    fn end_block(&mut self) -> io::Result<()> {
        let sum = sum_of(self.number, &self.block);
        self.block.extend(sum);
        self.output.write_all(&self.block)?;
        self.block.clear();
        self.number += 1;
        Ok(())
    }

    /// Writes the last bytes of the file, at the end of its last block.
    ///
    /// # Errors
    /// Any error of the system.
    pub fn finish(mut self, last: &[u8]) -> io::Result<()> {
        let left = self.block.len() + last.len();
        let zeros = left.next_multiple_of(PAYLOAD) - left;
        self.write_all(&vec![0; zeros])?;
        self.write_all(last)?;
        self.output.flush()
    }
}

impl<W: Write> Write for BlockWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = bytes.len().min(PAYLOAD - self.block.len());
        self.block.extend_from_slice(&bytes[..count]);
        if self.block.len() == PAYLOAD {
            self.end_block()?;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tables::{Column, Format};

    const FORMAT: Format = Format {
        kind: 99,
        version: 1,
    };

    fn written(bytes: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut writer = BlockWriter::of(&mut file);
        writer.write_all(bytes).unwrap();
        writer.finish(&[]).unwrap();
        file
    }

    fn opened(file: &[u8]) -> BlockFile {
        let mut written = tempfile::tempfile().unwrap();
        written.write_all(file).unwrap();
        BlockFile::of(written)
    }

    fn bytes() -> Vec<u8> {
        (0..200_000u32).flat_map(u32::to_le_bytes).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_bytes_are_read_as_they_were_written(
            reads in prop::collection::vec((0usize..800_000, 0usize..90_000), 1..20),
        ) {
            let all = bytes();
            let file = written(&all);
            prop_assert_eq!(file.len() as u64, size_of_file(all.len() as u64));
            let file = opened(&file);
            for (start, count) in reads {
                let end = (start + count).min(all.len());
                let mut read = vec![1; end - start];
                prop_assert!(file.read(start as u64, &mut read));
                prop_assert!(read == all[start..end]);
            }
            prop_assert!(!file.are_damaged());
        }

        #[test]
        fn a_changed_byte_is_noticed_when_its_block_is_read(
            place in any::<prop::sample::Index>(),
            change in 1u8..,
            count in 1usize..30_000,
        ) {
            let all = bytes();
            let mut file = written(&all);
            let place = place.index(file.len());
            file[place] ^= change;
            let file = opened(&file);
            let start = (place / BLOCK * PAYLOAD).min(all.len() - count);
            let mut read = vec![1; count];
            prop_assert!(!file.read(start as u64, &mut read));
            prop_assert!(file.are_damaged() && read.iter().all(|byte| *byte == 0));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_cursor_reads_the_numbers_of_its_column(
            places in prop::collection::vec(any::<prop::sample::Index>(), 1..80),
            changed in any::<prop::sample::Index>(),
        ) {
            // Numbers of three bytes lie in two blocks at the ends of blocks.
            let numbers: Vec<[u8; 3]> = (0..200_000u32)
                .map(|number| [0, 1, 2].map(|byte| number.to_le_bytes()[byte]))
                .collect();
            let column = |file: &[u8], length| {
                let bytes: Arc<dyn Bytes> = Arc::new(opened(file));
                let found = tables::open_where_it_lies(FORMAT, &bytes, 0..length);
                (bytes, found)
            };
            let mut all = Vec::new();
            let column_of_all = Column::from(numbers.clone());
            let length = tables::write_where_it_lies(FORMAT, &column_of_all, &mut all).unwrap();
            let file = written(&all);
            let (bytes, found): (_, Option<Column<[u8; 3]>>) = column(&file, length);
            let found = found.unwrap();
            let mut cursor = found.cursor();
            for place in &places {
                let place = place.index(numbers.len());
                prop_assert_eq!(cursor.at(place), numbers[place]);
            }
            prop_assert!(!bytes.are_damaged());
            let changed = changed.index(file.len() - 2 * BLOCK) + BLOCK;
            let mut file = file.clone();
            file[changed] ^= 1;
            let (bytes, found): (_, Option<Column<[u8; 3]>>) = column(&file, length);
            let found = found.unwrap();
            let mut cursor = found.cursor();
            let read = (0..numbers.len()).filter(|place| cursor.at(*place) != numbers[*place]);
            prop_assert!(read.count() > 0 && bytes.are_damaged());
        }
    }

    #[test]
    fn blocks_of_another_place_and_missing_ones_are_noticed() {
        let all = bytes();
        let file = written(&all);
        let mut swapped = file.clone();
        swapped.copy_within(BLOCK..2 * BLOCK, 0);
        assert!(!opened(&swapped).read(0, &mut [0; 4]));
        let cut = opened(&file[..file.len() - BLOCK]);
        assert!(cut.read(0, &mut [0; 4]));
        assert!(!cut.read(all.len() as u64 - 4, &mut [0; 4]));
    }
}
