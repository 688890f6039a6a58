//! Contacts of the embedded directory and of packs, each parsed when it is first read.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use serde_json::value::RawValue;

use super::load::{self, DirectoryFile, LoadError};
use super::pack_records::{self, PackRecord, PackRecords};
use super::packs::{Origin, Pack};
use super::{Contact, Region};
use crate::tables::{self, Format, Sealed, stored, stored_lists};

/// Version 1 of the positions of the records.
const FORMAT: Format = Format {
    kind: 3,
    version: 1,
};

/// Position of a record in the files of the directory.
#[derive(Debug)]
struct Position {
    id: &'static str,
    region: Region,
    /// Index of the file.
    file: u8,
    start: u32,
    end: u32,
}

stored!(Position {
    id,
    region,
    file,
    start,
    end
});
stored_lists!(Position);

/// Returns the positions of all records as bytes, with their ids.
///
/// # Errors
/// If a file is damaged.
pub fn write(files: &[DirectoryFile]) -> Result<Sealed, LoadError> {
    let mut positions: Vec<Position> = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let records: Vec<&RawValue> = serde_json::from_str(&file.text).unwrap_or_default();
        for (record, contact) in records.iter().zip(load::parse(file)?) {
            // A raw value lies in the text of its file.
            let start = record.get().as_ptr().addr() - file.text.as_ptr().addr();
            let offset = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
            positions.push(Position {
                region: contact.region,
                id: contact.id.leak(),
                file: u8::try_from(number).unwrap_or(u8::MAX),
                start: offset(start),
                end: offset(start + record.get().len()),
            });
        }
    }
    Ok(tables::seal(FORMAT, &positions))
}

/// Contacts parsed on demand, and contacts given.
#[derive(Debug)]
pub(super) struct OnDemand {
    records: Vec<Record>,
    /// Contacts that follow the records.
    given: Vec<Contact>,
    /// Completes a parsed contact.
    complete: fn(&mut Contact),
    /// Packs of the records, each with the origin of its contacts.
    packs: Vec<(Pack, Arc<Origin>)>,
    /// All contacts, if they were needed at once.
    all: OnceLock<Vec<Contact>>,
}

#[derive(Debug)]
struct Record {
    source: Source,
    contact: OnceLock<Box<Contact>>,
}

/// Record that is not parsed yet.
#[derive(Debug)]
enum Source {
    Embedded {
        id: &'static str,
        region: Region,
        json: &'static str,
    },
    Pack(PackRecord),
}

impl Record {
    fn id(&self) -> &str {
        match &self.source {
            Source::Embedded { id, .. } => id,
            Source::Pack(record) => &record.id,
        }
    }

    const fn region(&self) -> Region {
        match &self.source {
            Source::Embedded { region, .. } => *region,
            Source::Pack(record) => record.region,
        }
    }
}

impl OnDemand {
    /// Reads the positions of the records of these files; `None` if they are damaged.
    pub fn read(
        (positions, ids): (&[u8], &'static str),
        files: &[DirectoryFile],
        complete: fn(&mut Contact),
    ) -> Option<Self> {
        let positions: Vec<Position> = tables::open(FORMAT, positions, ids)?;
        let records = positions.into_iter().map(|position| {
            let Cow::Borrowed(text) = files.get(usize::from(position.file))?.text else {
                return None;
            };
            Some(Record {
                source: Source::Embedded {
                    id: position.id,
                    region: position.region,
                    json: text.get(position.start as usize..position.end as usize)?,
                },
                contact: OnceLock::new(),
            })
        });
        Some(Self {
            records: records.collect::<Option<_>>()?,
            given: Vec::new(),
            complete,
            packs: Vec::new(),
            all: OnceLock::new(),
        })
    }

    /// Applies packs to the records, by the positions that [`pack_records::write`] found; `None` if
    /// these are damaged.
    pub fn with_packs(self, positions: &[u8], packs: &[Pack]) -> Option<Self> {
        let mut embedded: Vec<Option<Record>> = self.records.into_iter().map(Some).collect();
        let PackRecords { records, removed } = pack_records::read(positions)?;
        if removed.len() != packs.len() {
            return None;
        }
        for (pack, ids) in packs.iter().zip(removed) {
            pack.record_removed(ids.into_iter());
        }
        let records = records.into_iter().map(|record| {
            if let Some(place) = record.embedded() {
                return embedded.get_mut(place)?.take();
            }
            (usize::from(record.pack) < packs.len()).then(|| Record {
                source: Source::Pack(record),
                contact: OnceLock::new(),
            })
        });
        let origin = |pack: &Pack| (pack.clone(), Arc::new(Origin::of(pack, None)));
        Some(Self {
            records: records.collect::<Option<_>>()?,
            packs: packs.iter().map(origin).collect(),
            ..self
        })
    }

    /// Returns true if packs were applied.
    pub const fn has_packs(&self) -> bool {
        !self.packs.is_empty()
    }

    /// Adds contacts after all others.
    pub fn give(&mut self, contacts: Vec<Contact>) {
        self.given.extend(contacts);
        self.all = OnceLock::new();
    }

    /// Returns the contacts that follow the records.
    pub fn given(&self) -> &[Contact] {
        &self.given
    }

    /// Returns the number of contacts.
    pub const fn len(&self) -> usize {
        self.records.len() + self.given.len()
    }

    /// Returns the ids of all contacts in order.
    pub fn ids(&self) -> impl Iterator<Item = Cow<'static, str>> {
        let records = self.records.iter().map(|record| match &record.source {
            Source::Embedded { id, .. } => Cow::Borrowed(*id),
            Source::Pack(record) => Cow::Owned(record.id.clone()),
        });
        records.chain(self.given.iter().map(|contact| contact.id.clone().into()))
    }

    /// Returns the id of the contact at an index.
    pub fn id(&self, place: usize) -> &str {
        match self.records.get(place) {
            Some(record) => record.id(),
            None => &self.given[place - self.records.len()].id,
        }
    }

    /// Returns the contact at an index.
    pub fn at(&self, place: usize) -> &Contact {
        let Some(record) = self.records.get(place) else {
            return &self.given[place - self.records.len()];
        };
        record.contact.get_or_init(|| {
            let mut contact = self.parse(&record.source);
            (self.complete)(&mut contact);
            Box::new(contact)
        })
    }

    fn parse(&self, source: &Source) -> Contact {
        match source {
            #[expect(clippy::expect_used, reason = "the build script parsed every record")]
            Source::Embedded { json, .. } => serde_json::from_str(json).expect("a contact"),
            Source::Pack(record) => {
                let (pack, origin) = &self.packs[usize::from(record.pack)];
                let replaced = record.replaced.first();
                let replacing = replaced.map(|one| Arc::new(Origin::of(pack, Some(one.clone()))));
                Contact {
                    origin: Some(replacing.unwrap_or_else(|| Arc::clone(origin))),
                    ..record.contact(pack)
                }
            }
        }
    }

    /// Returns the contacts of these regions in order.
    pub fn of_regions(&self, regions: &[Region]) -> Vec<&Contact> {
        let records = self.records.iter().enumerate();
        let wanted = records.filter(|(_, record)| regions.contains(&record.region()));
        let given = self.given.iter();
        let given = given.filter(|contact| regions.contains(&contact.region));
        wanted
            .map(|(place, _)| self.at(place))
            .chain(given)
            .collect()
    }

    /// Returns all contacts in order.
    pub fn all(&self) -> &[Contact] {
        let places = 0..self.len();
        self.all
            .get_or_init(|| places.map(|place| self.at(place).clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::directory::Directory;

    #[test]
    fn contacts_parsed_on_demand_are_those_of_the_files() {
        let assets = Assets::embedded();
        let own = Contact {
            id: "own-a".to_owned(),
            ..assets.contacts().unwrap().swap_remove(0)
        };
        let directory = assets.directory_with(vec![own.clone()]).unwrap();
        assert_eq!(directory.beside_prepared(), Some(&[own.clone()][..]));
        let parsed = Directory::new(assets.contacts_with([own]).unwrap());
        assert_eq!(directory.len(), parsed.len());
        for (place, contact) in parsed.contacts().iter().enumerate() {
            assert_eq!(directory.at(place), Some(contact));
            assert_eq!(directory.place(&contact.id), Some(place));
        }
        assert_eq!(directory.at(parsed.len()), None);
        assert_eq!(directory.contacts(), parsed.contacts());
        for region in Region::ALL {
            let regions = [region, Region::Ca];
            assert_eq!(directory.of_regions(&regions), parsed.of_regions(&regions));
        }
    }
}
