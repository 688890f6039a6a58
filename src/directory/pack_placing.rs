//! Placing of the records of packs: the rules of [`super::packs::merge`], with the positions of the
//! records in place of the contacts, so that a large directory is merged in little memory.

use std::io;

use rustc_hash::FxHashMap;

use super::pack_records::{self, EMBEDDED, PackRecord, PackRecords};
use super::packs::prepared::SectionWriter;
use super::packs::{self, Pack, PackLine};
use super::{Contact, Directory, stable_hash};
use crate::directory::Replaced;

/// Writes the positions of the records of the embedded directory with the packs applied, as a
/// section, and passes each contact to the last collection of `new`, in order. Only one contact is
/// in memory at a time.
///
/// Contacts are read once, unless a record replaces or removes another: the collection of the first
/// reading is then dropped. To read a million twice took 58 s in place of 56.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] if a pack cannot be read, which keeps the reason, and any error of
/// the output.
pub fn write<C>(
    embedded: &Directory,
    packs: &[Pack],
    new: impl Fn() -> C,
    add: impl Fn(&mut C, &Contact),
    to: &mut SectionWriter<'_>,
) -> io::Result<C> {
    let mut into = new();
    let placed = place(embedded, packs, |contact| add(&mut into, contact));
    let placed = placed.ok_or(io::ErrorKind::InvalidData)?;
    let all = placed.records;
    if !placed.are_as_passed {
        into = new();
        for index in 0..all.len() {
            let record = all.at(index);
            let pack = || packs.get(usize::from(record.pack));
            let added = match record.embedded() {
                Some(index) => embedded.at(index).map(|contact| add(&mut into, contact)),
                None => pack().map(|pack| add(&mut into, &record.contact(|| all.id(index), pack))),
            };
            added.ok_or(io::ErrorKind::InvalidData)?;
        }
    }
    if packs.iter().any(|pack| pack.failure().is_some()) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    to.add(|to| pack_records::write(&all, to))?;
    Ok(into)
}

/// Records that were placed.
pub(super) struct Placed {
    /// Their positions.
    pub records: PackRecords,
    /// True if every contact that was passed on is still in its place: none was replaced or removed.
    pub are_as_passed: bool,
}

/// Returns the positions of the records of the embedded directory with the packs applied; `None` if
/// a pack cannot be read, which keeps the reason, or if two ids have one hash. Each contact is passed
/// to `each` when it is placed, until one is replaced or removed.
pub(super) fn place(
    embedded: &Directory,
    packs: &[Pack],
    mut each: impl FnMut(&Contact),
) -> Option<Placed> {
    let mut placing = Placing::of(embedded, packs, &mut each)?;
    let mut removed = Vec::new();
    for (pack, number) in packs.iter().zip(0..EMBEDDED) {
        let mut gone = Vec::new();
        let mut is_placed = Some(());
        let read = pack.each_line_at(|line, text| match line {
            PackLine::Contact(contact) => {
                let record = PackRecord::of_pack(&contact, number, text);
                is_placed = is_placed.and_then(|()| placing.put(&contact, record, &mut each));
            }
            PackLine::Gone(id) => {
                is_placed = is_placed.and_then(|()| placing.remove(&id));
                gone.push(id);
            }
        });
        if let Err(failure) = read {
            pack.leave_out(failure);
            return None;
        }
        is_placed?;
        removed.push(gone);
    }
    Some(Placed {
        are_as_passed: placing.are_as_passed,
        records: placing.finish(removed),
    })
}

/// Record that cannot be placed.
struct Unplaced;

/// Records being placed.
struct Placing<'p> {
    embedded: &'p Directory,
    packs: &'p [Pack],
    /// Position of each record; `None` for a removed one: the indices of the others stay.
    records: Vec<Option<PackRecord>>,
    /// Ids of the records, concatenated.
    ids: String,
    /// End of the id of each record.
    id_ends: Vec<usize>,
    /// Index of each record, by the hash of its id.
    by_id: FxHashMap<u64, usize>,
    /// Records that others replaced, by the indices of these.
    replaced: FxHashMap<usize, Replaced>,
    /// Removed records, by the hashes of their ids: a later record of the id replaces them.
    removed: FxHashMap<u64, Replaced>,
    /// True until a record is replaced or removed.
    are_as_passed: bool,
}

impl<'p> Placing<'p> {
    fn of(
        embedded: &'p Directory,
        packs: &'p [Pack],
        each: &mut impl FnMut(&Contact),
    ) -> Option<Self> {
        let mut placing = Self {
            embedded,
            packs,
            records: Vec::new(),
            ids: String::new(),
            id_ends: Vec::new(),
            by_id: FxHashMap::default(),
            replaced: FxHashMap::default(),
            removed: FxHashMap::default(),
            are_as_passed: true,
        };
        for index in 0..embedded.len() {
            let contact = embedded.at(index)?;
            placing.put(contact, PackRecord::of_embedded(contact, index), each)?;
        }
        Some(placing)
    }

    fn id(&self, index: usize) -> &str {
        let before = index.checked_sub(1);
        let start = before.map_or(0, |before| self.id_ends[before]);
        &self.ids[start..self.id_ends[index]]
    }

    /// Puts a record in the place of an earlier one of its id, or at the end.
    fn put(
        &mut self,
        contact: &Contact,
        record: PackRecord,
        each: &mut impl FnMut(&Contact),
    ) -> Option<()> {
        let id = contact.id.as_str();
        let hash = stable_hash(id);
        let taken = self.take(hash, id).ok()?;
        let was = taken.or_else(|| self.removed.get(&hash).cloned());
        let index = *self.by_id.entry(hash).or_insert(self.records.len());
        if index == self.records.len() {
            self.ids.push_str(id);
            self.id_ends.push(self.ids.len());
            self.records.push(None);
        } else {
            self.are_as_passed = false;
        }
        if self.are_as_passed {
            each(contact);
        }
        self.records[index] = Some(record);
        self.replaced.extend(was.map(|was| (index, was)));
        Some(())
    }

    fn remove(&mut self, id: &str) -> Option<()> {
        let hash = stable_hash(id);
        let taken = self.take(hash, id).ok()?;
        self.are_as_passed &= taken.is_none();
        self.removed.extend(taken.map(|was| (hash, was)));
        Some(())
    }

    /// Removes the record of an id, and returns what another replaces then; `None` if there is none.
    ///
    /// # Errors
    /// If another id has the hash.
    fn take(&mut self, hash: u64, id: &str) -> Result<Option<Replaced>, Unplaced> {
        let Some(index) = self.by_id.get(&hash).copied() else {
            return Ok(None);
        };
        if self.id(index) != id {
            return Err(Unplaced);
        }
        let Some(record) = self.records[index].take() else {
            return Ok(None);
        };
        let first = self.replaced.remove(&index).map(|one| one.numbers);
        let was = |contact: &Contact, pack: &str| Replaced {
            pack: pack.to_owned(),
            numbers: first.unwrap_or_else(|| contact.numbers()),
            checked: contact.checked.clone(),
        };
        let replaced = if let Some(index) = record.embedded() {
            was(self.embedded.at(index).ok_or(Unplaced)?, packs::EMBEDDED)
        } else {
            let pack = self.packs.get(usize::from(record.pack)).ok_or(Unplaced)?;
            was(&record.contact(|| id.into(), pack), &pack.header.name)
        };
        Ok(Some(replaced))
    }

    fn finish(mut self, removed: Vec<Vec<String>>) -> PackRecords {
        // The parts of a million records take 0.1 GB: each is dropped as soon as it is not needed.
        self.by_id = FxHashMap::default();
        let mut replaced = std::mem::take(&mut self.replaced);
        let mut all = PackRecords::default();
        for (index, record) in self.records.iter().enumerate() {
            if let Some(record) = record {
                let id = record.embedded().is_none().then(|| self.id(index));
                all.push(record, id, replaced.remove(&index));
            }
        }
        self.ids = String::new();
        // The memory of the records is used again.
        let records = self.records.into_iter().flatten().collect();
        all.finish(records, removed)
    }
}
