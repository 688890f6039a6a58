//! Positions of the records of a directory with packs, which are read one by one.

use std::collections::HashMap;

use super::packs::{Line, Pack, PackError, Replaced};
use super::{Contact, Region};
use crate::i18n::{Language, Messages};
use crate::tables::{self, Format, stored, stored_lists};

/// Version 2 of the positions.
const FORMAT: Format = Format {
    kind: 6,
    version: 2,
};

/// Number of the pack of an embedded record.
const EMBEDDED: u16 = u16::MAX;

/// Positions of all records in the order of the directory.
#[derive(Debug)]
pub(super) struct PackRecords {
    pub records: Vec<PackRecord>,
    /// Ids that each pack removes.
    pub removed: Vec<Vec<String>>,
}

stored!(PackRecords { records, removed });

/// Position of a record: of the embedded directory, or of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PackRecord {
    /// Id; empty for an embedded record.
    pub id: String,
    pub region: Region,
    /// Number of the pack, in the order of their application.
    pub pack: u16,
    /// Offset in the pack in bytes, or the index among the embedded records.
    start: u64,
    length: u32,
    /// Checksum of its bytes.
    sum: u64,
    /// Record that it replaces, if there is one.
    pub replaced: Vec<Replaced>,
}

stored!(PackRecord {
    id,
    region,
    pack,
    start,
    length,
    sum,
    replaced
});
stored!(Replaced {
    pack,
    checked,
    numbers
});
stored_lists!(PackRecord, Replaced, Vec<String>);

/// Returns the positions of these contacts, which are the embedded ones with the packs applied, as
/// bytes; `None` if a pack cannot be read. `embedded` returns the index of an embedded record by
/// its id.
pub fn write(
    contacts: &[Contact],
    embedded: impl Fn(&str) -> Option<usize>,
    packs: &[Pack],
) -> Option<Vec<u8>> {
    let mut lines: HashMap<String, PackRecord> = HashMap::new();
    let mut removed: Vec<Vec<String>> = Vec::new();
    for (pack, number) in packs.iter().zip(0..EMBEDDED) {
        let mut gone = Vec::new();
        let read = pack.each_line_at(|line, start, text| {
            gone.extend(line.gone());
            if let Line::Contact(contact) = line {
                let record = PackRecord {
                    id: contact.id.clone(),
                    region: contact.region,
                    pack: number,
                    start,
                    length: u32::try_from(text.len()).unwrap_or(u32::MAX),
                    sum: tables::checksum(text),
                    replaced: Vec::new(),
                };
                lines.insert(contact.id, record);
            }
        });
        read.ok()?;
        removed.push(gone);
    }
    let records = contacts.iter().map(|contact| {
        let Some(origin) = &contact.origin else {
            return Some(PackRecord {
                id: String::new(),
                region: contact.region,
                pack: EMBEDDED,
                start: embedded(&contact.id)? as u64,
                length: 0,
                sum: 0,
                replaced: Vec::new(),
            });
        };
        let record = lines.remove(&contact.id)?;
        let is_its_own = packs[usize::from(record.pack)].header.name == origin.pack;
        is_its_own.then(|| PackRecord {
            replaced: origin.replaces.iter().cloned().collect(),
            ..record
        })
    });
    let all = PackRecords {
        records: records.collect::<Option<_>>()?,
        removed,
    };
    Some(tables::seal(FORMAT, &all).bytes)
}

/// Reads the positions; `None` if they are damaged.
pub(super) fn read(bytes: &[u8]) -> Option<PackRecords> {
    tables::open(FORMAT, bytes, "")
}

impl PackRecord {
    /// Returns the index among the embedded records; `None` for the record of a pack.
    pub fn embedded(&self) -> Option<usize> {
        (self.pack == EMBEDDED).then_some(usize::try_from(self.start).ok()?)
    }

    /// Reads the contact from its pack. If its bytes have changed, the pack keeps that as its
    /// failure, and the contact says that it cannot be read: it has no number then.
    pub fn contact(&self, pack: &Pack) -> Contact {
        let end = self.start + u64::from(self.length);
        let text = pack.text(self.start..end);
        let text = text.filter(|text| tables::checksum(text) == self.sum);
        let read = text.and_then(|text| serde_json::from_slice(&text).ok());
        read.unwrap_or_else(|| {
            pack.leave_out(PackError::Changed {
                path: pack.path.clone(),
            });
            self.unreadable(pack)
        })
    }

    fn unreadable(&self, pack: &Pack) -> Contact {
        let said = |id| {
            let [en, fr] = Language::ALL.map(|language| Messages::of(language).text(id));
            serde_json::json!({ "en": en, "fr": fr })
        };
        let contact = serde_json::json!({
            "id": self.id,
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
