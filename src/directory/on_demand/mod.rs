//! Contacts of the embedded directory and of packs, each parsed when it is first read.

mod shelves;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde_json::value::RawValue;

use self::shelves::Shelves;
use super::hours::zone::{PlaceClock, Zone};
use super::load::{self, DirectoryFile, LoadError};
use super::pack_records::{self, PackRecord, PackRecords};
use super::packs::Pack;
use super::{Category, Contact, Region};
use crate::directory::Origin;
use crate::tables::{self, Bytes, Format, Reader, Sealed, Stored, Writer, stored, stored_lists};

/// Version 2 of the positions of the records.
const FORMAT: Format = Format {
    kind: 3,
    version: 2,
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
    /// Clock of the contact's places. Found here it needs no index of places when a screen is
    /// shown, which is 0.7 MB of memory of each session's own.
    clock: PlaceClock,
}

stored!(Position {
    id,
    region,
    file,
    start,
    end,
    clock
});
stored_lists!(Position);

impl Position {
    /// Returns the record in these texts of the files.
    fn json<'a>(&self, texts: &[&'a str]) -> Option<&'a str> {
        let text = texts.get(usize::from(self.file))?;
        text.get(self.start as usize..self.end as usize)
    }
}

impl Stored for PlaceClock {
    fn write(&self, to: &mut Writer<'_>) {
        let zone = match self {
            Self::Unsaid => return 0u8.write(to),
            Self::Several => return 1u8.write(to),
            Self::One(zone) => zone,
        };
        2u8.write(to);
        zone.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match u8::read(from)? {
            0 => Self::Unsaid,
            1 => Self::Several,
            2 => Self::One(Zone::read(from)?),
            _ => return None,
        })
    }
}

/// Returns the positions of all records as bytes, with their ids. `complete` sets a contact's clock.
///
/// # Errors
/// If a file is damaged.
pub fn write(files: &[DirectoryFile], complete: fn(&mut Contact)) -> Result<Sealed, LoadError> {
    let mut positions: Vec<Position> = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let records: Vec<&RawValue> = serde_json::from_str(&file.text).unwrap_or_default();
        for (record, mut contact) in records.iter().zip(load::parse(file)?) {
            complete(&mut contact);
            // A raw value lies in the text of its file.
            let start = record.get().as_ptr().addr() - file.text.as_ptr().addr();
            let offset = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
            positions.push(Position {
                region: contact.region,
                id: contact.id.leak(),
                file: u8::try_from(number).unwrap_or(u8::MAX),
                start: offset(start),
                end: offset(start + record.get().len()),
                clock: contact.clock,
            });
        }
    }
    Ok(tables::seal(FORMAT, &positions))
}

/// Contacts parsed on demand, and contacts given.
#[derive(Debug)]
pub(super) struct OnDemand {
    embedded: Vec<Position>,
    /// Texts of the files of the embedded records.
    texts: Vec<&'static str>,
    /// Contacts of embedded records that were read.
    read: Shelves,
    /// Indices of the embedded records, sorted by their ids: 2 KB of each session's own, a hash map
    /// took 25.
    by_id: Vec<u16>,
    /// Contacts that follow the records.
    given: Vec<Contact>,
    /// Completes a parsed contact of a pack.
    complete: fn(&mut Contact),
    /// Packs applied to the embedded records; `None` without packs.
    packs: Option<Packs>,
    /// All contacts, if they were needed at once.
    all: OnceLock<Vec<Contact>>,
}

/// Records of the embedded directory and of packs.
#[derive(Debug)]
struct Packs {
    records: PackRecords,
    /// Packs, each with the origin of its contacts.
    of: Vec<(Pack, Arc<Origin>)>,
    /// Contacts of packs that were read.
    read: Shelves,
}

impl Packs {
    fn parse(&self, index: usize, record: PackRecord) -> Contact {
        // Damaged positions name the first pack, and no bytes in it.
        let (pack, origin) = &self.of[usize::from(record.pack) % self.of.len()];
        let replaced = self.records.replaced_by(index);
        let replacing = replaced.map(|one| Arc::new(pack.origin(Some(one.clone()))));
        Contact {
            origin: Some(replacing.unwrap_or_else(|| Arc::clone(origin))),
            ..record.contact(|| self.records.id(index), pack)
        }
    }
}

impl OnDemand {
    /// Reads the positions of the records of these files; `None` if they are damaged.
    pub fn read(
        (positions, ids): (&'static [u8], &'static str),
        files: &[DirectoryFile],
        complete: fn(&mut Contact),
    ) -> Option<Self> {
        let embedded: Vec<Position> = tables::open(FORMAT, positions, ids)?;
        let texts = files.iter().map(|file| match file.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        });
        let texts: Vec<&str> = texts.collect::<Option<_>>()?;
        if embedded.iter().any(|one| one.json(&texts).is_none()) {
            return None;
        }
        let mut by_id: Vec<u16> = (0..u16::try_from(embedded.len()).ok()?).collect();
        by_id.sort_unstable_by_key(|index| embedded[usize::from(*index)].id);
        Some(Self {
            read: Shelves::for_contacts(embedded.len()),
            embedded,
            texts,
            by_id,
            given: Vec::new(),
            complete,
            packs: None,
            all: OnceLock::new(),
        })
    }

    /// Applies packs to the records, by the positions that [`pack_placing::write`] found; `None` if
    /// these are damaged.
    pub fn with_packs(
        self,
        bytes: &Arc<dyn Bytes>,
        positions: Range<u64>,
        packs: &[Pack],
    ) -> Option<Self> {
        let records = pack_records::read(bytes, positions)?;
        if records.removed.len() != packs.len() || packs.is_empty() {
            return None;
        }
        for (pack, ids) in packs.iter().zip(&records.removed) {
            pack.record_removed(ids.iter().cloned());
        }
        let origin = |pack: &Pack| (pack.clone(), Arc::new(pack.origin(None)));
        let packs = Packs {
            read: Shelves::for_contacts(records.len()),
            records,
            of: packs.iter().map(origin).collect(),
        };
        Some(Self {
            packs: Some(packs),
            ..self
        })
    }

    /// Returns true if packs were applied.
    pub const fn has_packs(&self) -> bool {
        self.packs.is_some()
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

    fn records(&self) -> usize {
        let packs = self.packs.as_ref();
        packs.map_or(self.embedded.len(), |packs| packs.records.len())
    }

    /// Returns the number of contacts.
    pub fn len(&self) -> usize {
        self.records() + self.given.len()
    }

    /// Returns the index of the record with this id; `None` if there is none.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let ids = &self.by_id;
        let id_at = |index: &u16| self.embedded[usize::from(*index)].id;
        let found = ids.binary_search_by_key(&id, id_at);
        let embedded = found.ok().map(|found| usize::from(ids[found]));
        let Some(packs) = &self.packs else {
            return embedded;
        };
        let kept = embedded.and_then(|index| packs.records.of_embedded(index));
        kept.or_else(|| packs.records.index_of(id))
    }

    /// Returns the id of the contact at an index.
    pub fn id(&self, index: usize) -> Cow<'_, str> {
        if let Some(given) = index.checked_sub(self.records()) {
            return (&self.given[given].id).into();
        }
        let Some(packs) = &self.packs else {
            return self.embedded[index].id.into();
        };
        match packs.records.at(index).embedded() {
            Some(embedded) => self.embedded[embedded].id.into(),
            None => packs.records.id(index),
        }
    }

    /// Returns the contact at an index.
    pub fn at(&self, index: usize) -> &Contact {
        if let Some(given) = index.checked_sub(self.records()) {
            return &self.given[given];
        }
        let Some(packs) = &self.packs else {
            return self.embedded(index);
        };
        if let Some(known) = packs.read.known(index) {
            return known;
        }
        let record = packs.records.at(index);
        if let Some(embedded) = record.embedded() {
            return self.embedded(embedded);
        }
        packs.read.contact(index, || {
            let mut contact = packs.parse(index, record);
            (self.complete)(&mut contact);
            contact
        })
    }

    /// Returns the contact of an embedded record.
    fn embedded(&self, index: usize) -> &Contact {
        self.read.contact(index, || {
            let record = &self.embedded[index];
            let json = record.json(&self.texts).unwrap_or_default();
            #[expect(clippy::expect_used, reason = "the build script parsed every record")]
            let mut contact: Contact = serde_json::from_str(json).expect("a contact");
            contact.clock = record.clock;
            // A parsed list has room for four: 35 KB beside the first screen.
            contact.phones.shrink_to_fit();
            contact.sources.shrink_to_fit();
            contact
        })
    }

    /// Returns the contacts of these regions in order; with categories, only those with one of
    /// them.
    pub fn of_regions(&self, regions: &[Region], categories: Option<&[Category]>) -> Vec<&Contact> {
        let indexes: Vec<usize> = match &self.packs {
            None => self.embedded_of(regions),
            Some(packs) => {
                let records = packs.records.all();
                let records = records.iter().zip(0..);
                let wanted = records.filter(|(record, _)| {
                    let offers = categories.is_none_or(|wanted| record.offers(wanted));
                    offers && regions.contains(&record.region)
                });
                wanted.map(|(_, index)| index).collect()
            }
        };
        let offers = |contact: &&Contact| {
            let offers = |one| contact.categories.contains(one);
            categories.is_none_or(|wanted| wanted.iter().any(offers))
        };
        let given = self.given.iter();
        let given = given.filter(|contact| regions.contains(&contact.region));
        let records = indexes.into_iter().map(|index| self.at(index));
        records.chain(given).filter(offers).collect()
    }

    fn embedded_of(&self, regions: &[Region]) -> Vec<usize> {
        let records = self.embedded.iter().zip(0..);
        let wanted = records.filter(|(record, _)| regions.contains(&record.region));
        wanted.map(|(_, index)| index).collect()
    }

    /// Returns the number of contacts of a region.
    pub fn count_in(&self, region: Region) -> usize {
        let records = match &self.packs {
            None => self.embedded_of(&[region]).len(),
            Some(packs) => {
                let records = packs.records.all();
                records.iter().filter(|one| one.region == region).count()
            }
        };
        let given = self.given.iter();
        records + given.filter(|contact| contact.region == region).count()
    }

    /// Returns all contacts in order.
    pub fn all(&self) -> &[Contact] {
        let indexes = 0..self.len();
        self.all
            .get_or_init(|| indexes.map(|index| self.at(index).clone()).collect())
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
        for (index, contact) in parsed.contacts().iter().enumerate() {
            assert_eq!(directory.at(index), Some(contact));
            assert_eq!(directory.index_of(&contact.id), Some(index));
        }
        assert_eq!(directory.at(parsed.len()), None);
        assert_eq!(directory.contacts(), parsed.contacts());
        for region in Region::ALL {
            let regions = [region, Region::Ca];
            assert_eq!(
                directory.of_regions(&regions, None),
                parsed.of_regions(&regions, None)
            );
        }
    }
}
