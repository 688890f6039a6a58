//! Positions of the records of a directory with packs. They lie in a file, and are read one by one,
//! as the records are.

use std::borrow::Cow;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use super::packs::{Cleaning, LineText, Pack, PackError};
use super::{Category, Contact, Region, stable_hash};
use crate::directory::Replaced;
use crate::i18n::{Language, Messages};
use crate::tables::{self, Bytes, Column, Format, Number, stored, stored_lists};

/// Version 7 of the positions.
const FORMAT: Format = Format {
    kind: 6,
    version: 7,
};

/// Bit beside those of the categories: the record has the address of a secret one.
const SECRET: u64 = 1 << (Category::BITS + 2);

/// Bit beside those of the categories: the record's own address must be removed. Of most records
/// nothing must: to look for it in all of their texts again takes longer than to parse them.
const HIDDEN: u64 = 1 << (Category::BITS + 1);

/// Bit beside those of the categories: a text of the record tells the address of a secret one.
const TELLING: u64 = 1 << Category::BITS;

/// Index of an embedded contact that has no record.
const GONE: u32 = u32::MAX;

/// Number of the pack of an embedded record, above those of all packs.
pub(super) const EMBEDDED: u16 = u16::MAX;

/// Positions of all records in the order of the directory.
#[derive(Debug, Default)]
pub(super) struct PackRecords {
    records: Column<PackRecord>,
    /// Ids of the records of packs, concatenated.
    ids: Column<u8>,
    /// End of the id of each record.
    id_ends: Column<u32>,
    /// Hashes of the ids of the records of packs, with the indices of the records, in order.
    by_id: Column<(u64, u32)>,
    /// Index of the record of each embedded contact; [`GONE`] if it is replaced or removed. To find
    /// it among all records took 3 ms of each start with 100,000.
    of_embedded: Vec<u32>,
    /// Records that others replace, with the indices of these, in order.
    replaced: Vec<(u32, Replaced)>,
    /// Ids that each pack removes.
    pub removed: Vec<Vec<String>>,
}

stored!(PackRecords {
    records,
    ids,
    id_ends,
    by_id,
    of_embedded,
    replaced,
    removed
});

/// Position of a record: of the embedded directory, or of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PackRecord {
    pub region: Region,
    /// Set of the categories, one bit each.
    categories: u64,
    /// Number of the pack, in the order of their application.
    pub pack: u16,
    /// Offset in the pack in bytes, or the index among the embedded records.
    start: u64,
    length: u32,
    /// Checksum of its bytes.
    sum: u64,
}

impl Number for PackRecord {
    const SIZE: usize = <((u64, u64), (u64, u32), (u16, u8))>::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        let region = Region::ALL.iter().position(|one| *one == self.region);
        let region = region.and_then(|region| u8::try_from(region).ok());
        let place = (self.start, self.categories);
        let pack = (self.pack, region.unwrap_or_default());
        (place, (self.sum, self.length), pack).put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let ((start, categories), (sum, length), (pack, region)): (_, _, (_, u8)) =
            Number::get(bytes);
        let region = Region::ALL.get(usize::from(region));
        Self {
            region: region.copied().unwrap_or(Region::Ca),
            categories,
            pack,
            start,
            length,
            sum,
        }
    }
}

stored!(Replaced {
    pack,
    checked,
    numbers
});
stored_lists!((u32, Replaced), Vec<String>);

/// Writes the positions, and returns their length in bytes.
///
/// # Errors
/// Any error of the output.
pub(super) fn write(all: &PackRecords, to: &mut dyn io::Write) -> io::Result<u64> {
    tables::write_where_it_lies(FORMAT, all, to)
}

/// Reads the positions from a range of the bytes of a file; `None` if they are damaged.
pub(super) fn read(bytes: &Arc<dyn Bytes>, range: Range<u64>) -> Option<PackRecords> {
    tables::open_where_it_lies(FORMAT, bytes, range)
}

impl PackRecords {
    /// Adds what belongs to the next record; `replaced` is the one that it replaces. Only records of
    /// packs have an id.
    pub fn push(&mut self, record: &PackRecord, id: Option<&str>, replaced: Option<Replaced>) {
        let index = u32::try_from(self.id_ends.len()).unwrap_or(u32::MAX);
        self.replaced.extend(replaced.map(|one| (index, one)));
        if let Some(embedded) = record.embedded() {
            let count = self.of_embedded.len().max(embedded + 1);
            self.of_embedded.resize(count, GONE);
            self.of_embedded[embedded] = index;
        }
        if let Some(id) = id {
            self.by_id.own().push((stable_hash(id), index));
            self.ids.own().extend_from_slice(id.as_bytes());
        }
        let end = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.id_ends.own().push(end);
    }

    /// Ends the adding: takes the records.
    pub fn finish(mut self, records: Vec<PackRecord>, removed: Vec<Vec<String>>) -> Self {
        self.by_id.own().sort_unstable();
        self.records = records.into();
        self.removed = removed;
        self
    }

    /// Returns the number of records.
    pub const fn len(&self) -> usize {
        self.records.len()
    }

    /// Returns a record.
    pub fn at(&self, index: usize) -> PackRecord {
        self.records.at(index)
    }

    /// Returns all records.
    pub fn all(&self) -> Cow<'_, [PackRecord]> {
        self.records.all()
    }

    /// Returns the id of a record of a pack.
    pub fn id(&self, index: usize) -> Cow<'_, str> {
        let before = index.checked_sub(1);
        let start = before.map_or(0, |before| self.id_ends.at(before));
        let end = self.id_ends.at(index);
        self.ids.text(start as usize..end as usize)
    }

    /// Returns the index of the record of an embedded contact; `None` if it is replaced or removed.
    pub fn of_embedded(&self, embedded: usize) -> Option<usize> {
        let index = *self.of_embedded.get(embedded)?;
        (index != GONE).then_some(index as usize)
    }

    /// Returns the index of the record of a pack with this id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let hash = stable_hash(id);
        let first = self.by_id.partition_point(|(one, _)| one < hash);
        let same = (first..self.by_id.len()).map(|index| self.by_id.at(index));
        let mut same = same.take_while(|(one, _)| *one == hash);
        let found = same.find(|(_, index)| self.id(*index as usize) == id);
        found.map(|(_, index)| index as usize)
    }

    /// Returns the record that a record replaces; `None` if it replaces none.
    pub fn replaced_by(&self, index: usize) -> Option<&Replaced> {
        let index = u32::try_from(index).ok()?;
        let found = self
            .replaced
            .binary_search_by_key(&index, |(index, _)| *index);
        Some(&self.replaced[found.ok()?].1)
    }
}

impl PackRecord {
    /// Returns the record of a contact of the embedded directory.
    pub fn of_embedded(contact: &Contact, index: usize) -> Self {
        Self {
            region: contact.region,
            categories: Category::bits(&contact.categories),
            pack: EMBEDDED,
            start: index as u64,
            length: 0,
            sum: 0,
        }
    }

    /// Returns the record of a contact that a pack has as this text.
    pub fn of_pack(contact: &Contact, pack: u16, text: LineText<'_>) -> Self {
        let secret = match text.cleaning {
            Cleaning::Nothing => 0,
            Cleaning::OwnAddress => HIDDEN,
            Cleaning::AddressOfAnother => SECRET,
            Cleaning::ToldOfAnother => TELLING,
        };
        Self {
            region: contact.region,
            categories: Category::bits(&contact.categories) | secret,
            pack,
            start: text.start,
            length: u32::try_from(text.bytes.len()).unwrap_or(u32::MAX),
            sum: tables::checksum(text.bytes),
        }
    }

    fn cleaning(&self) -> Cleaning {
        match self.categories & (HIDDEN | SECRET | TELLING) {
            0 => Cleaning::Nothing,
            HIDDEN => Cleaning::OwnAddress,
            SECRET => Cleaning::AddressOfAnother,
            _ => Cleaning::ToldOfAnother,
        }
    }

    /// Returns the index among the embedded records; `None` for the record of a pack.
    pub fn embedded(&self) -> Option<usize> {
        (self.pack == EMBEDDED).then_some(usize::try_from(self.start).ok()?)
    }

    /// Returns true if the contact has one of these categories.
    pub fn offers(&self, categories: &[Category]) -> bool {
        self.categories & Category::bits(categories) != 0
    }

    /// Reads the contact from its pack. If its bytes have changed, the pack keeps that as its
    /// failure, and the contact says that it cannot be read: it has no number then, and is known by its `id`.
    pub fn contact<'i>(&self, id: impl FnOnce() -> Cow<'i, str>, pack: &Pack) -> Contact {
        let end = self.start.saturating_add(u64::from(self.length));
        let text = pack.text(self.start..end);
        let text = text.filter(|text| tables::checksum(text) == self.sum);
        let read = text.and_then(|text| serde_json::from_slice::<Contact>(&text).ok());
        let read = read.map(|mut contact| {
            self.cleaning().clean(&mut contact);
            // A parsed list has room for four: 1.5 KB of each contact that was shown.
            contact.phones.shrink_to_fit();
            contact.sources.shrink_to_fit();
            contact
        });
        read.unwrap_or_else(|| {
            pack.leave_out(PackError::Changed {
                path: pack.path.clone(),
            });
            self.unreadable(&id(), pack)
        })
    }

    fn unreadable(&self, id: &str, pack: &Pack) -> Contact {
        let said = |id| {
            let [en, fr] = Language::ALL.map(|language| Messages::of(language).text(id));
            serde_json::json!({ "en": en, "fr": fr })
        };
        let contact = serde_json::json!({
            "id": id,
            "name": said("record-unreadable"),
            "organization": pack.header.publisher,
            "categories": [],
            "region": self.region,
            "phones": [],
            "always_open": false,
            "languages": [],
            "serves": [],
            "description": said("record-unreadable-description"),
            "sources": [],
            "checked": pack.header.date,
        });
        #[expect(clippy::expect_used, reason = "it has all fields of a contact")]
        serde_json::from_value(contact).expect("a contact")
    }
}
