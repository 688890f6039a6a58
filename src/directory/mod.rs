//! Directory of services: contacts, and the loading and checking of directories.
//!
//! Independent of the terminal and the screens.

mod caller;
pub mod check;
pub mod contact;
pub mod coverage;
pub mod doubt;
pub mod filter;
pub mod hours;
pub mod interpretation;
pub mod load;
pub mod name;
pub mod namesake;
pub mod on_demand;
pub mod pack_placing;
mod pack_records;
pub mod packs;
pub mod phone;
pub mod reach;
pub mod region;
mod region_names;
pub mod secrecy;
mod stable_hash;
pub mod vocabulary;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::{Index, Range};
use std::sync::Arc;

pub use caller::{Caller, Channel};
pub use contact::{
    Contact, Gloss, LanguageCode, Origin, Phone, PhoneKind, Replaced, Source, Trust,
};
pub use doubt::{Doubt, Reason};
pub use filter::Filters;
pub use interpretation::{Interpretation, LanguageCount};
pub use name::Name;
pub use region::{Emergency, EmergencyService, Region};
pub use secrecy::{SecretAddresses, StreetRedactor};
pub use stable_hash::{stable_hash, stable_hash_on};
pub use vocabulary::{Audience, Category};

use crate::tables::Bytes;
use load::DirectoryFile;
use on_demand::OnDemand;
use packs::Pack;

/// E-mail address or page for corrections of the embedded directory; `None` if its maintainers have
/// set none. Set only here.
pub const CORRECTIONS_TO: Option<&str> = None;

/// Returns the JSON Schema of a file of contacts.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Vec<Contact>);
    schema.insert("title".to_owned(), "havre directory".into());
    schema.to_value()
}

/// Contacts, with an index by id.
#[derive(Debug, Default)]
pub struct Directory {
    records: Records,
    /// Contacts given to the directory, by their ids.
    by_id: HashMap<String, usize>,
}

#[derive(Debug)]
enum Records {
    Parsed(Vec<Contact>),
    OnDemand(Box<OnDemand>),
}

impl Default for Records {
    fn default() -> Self {
        Self::Parsed(Vec::new())
    }
}

impl Directory {
    /// Creates a directory of these contacts, in this order. Of two with the same id, the later is
    /// the one found by it.
    pub fn new(contacts: Vec<Contact>) -> Self {
        let ids = contacts.iter().map(|contact| contact.id.clone());
        Self {
            by_id: ids.zip(0..).collect(),
            records: Records::Parsed(contacts),
        }
    }

    /// Creates the directory of the records of these files at the prepared positions; `None` if the
    /// positions are damaged. A record is parsed and completed when it is first read.
    pub fn on_demand(
        positions: (&'static [u8], &'static str),
        files: &[DirectoryFile],
        complete: fn(&mut Contact),
    ) -> Option<Self> {
        let records = OnDemand::read(positions, files, complete)?;
        Some(Self {
            by_id: HashMap::new(),
            records: Records::OnDemand(Box::new(records)),
        })
    }

    /// Applies packs to the directory of [`Self::on_demand`], by positions that
    /// [`pack_placing::write`] found, in a range of the bytes of a file; `None` if these are
    /// damaged.
    pub fn with_packs(
        self,
        (bytes, positions): (&Arc<dyn Bytes>, Range<u64>),
        packs: &[Pack],
    ) -> Option<Self> {
        let Records::OnDemand(records) = self.records else {
            return None;
        };
        let records = records.with_packs(bytes, positions, packs)?;
        Some(Self {
            by_id: HashMap::new(),
            records: Records::OnDemand(Box::new(records)),
        })
    }

    /// Returns true if packs were applied by prepared positions.
    pub const fn has_prepared_packs(&self) -> bool {
        match &self.records {
            Records::Parsed(_) => false,
            Records::OnDemand(records) => records.has_packs(),
        }
    }

    /// Adds contacts after all others. Of two with the same id, the later is the one found by it.
    pub fn extend(&mut self, contacts: Vec<Contact>) {
        let ids = contacts.iter().map(|contact| contact.id.clone());
        self.by_id.extend(ids.zip(self.len()..));
        match &mut self.records {
            Records::Parsed(own) => own.extend(contacts),
            Records::OnDemand(records) => records.give(contacts),
        }
    }

    /// Returns the contacts that follow those with prepared positions; `None` if none were prepared.
    pub fn beside_prepared(&self) -> Option<&[Contact]> {
        match &self.records {
            Records::Parsed(_) => None,
            Records::OnDemand(records) => Some(records.given()),
        }
    }

    /// Returns all contacts in order.
    pub fn contacts(&self) -> &[Contact] {
        match &self.records {
            Records::Parsed(contacts) => contacts,
            Records::OnDemand(records) => records.all(),
        }
    }

    /// Returns the contacts of these regions in order; with categories, only those with one of
    /// them.
    pub fn of_regions(&self, regions: &[Region], categories: Option<&[Category]>) -> Vec<&Contact> {
        let is_wanted = |contact: &&Contact| {
            let offers = |one| contact.categories.contains(one);
            let offers = categories.is_none_or(|wanted| wanted.iter().any(offers));
            offers && regions.contains(&contact.region)
        };
        match &self.records {
            Records::Parsed(contacts) => contacts.iter().filter(is_wanted).collect(),
            Records::OnDemand(records) => records.of_regions(regions, categories),
        }
    }

    /// Returns the number of contacts of a region.
    pub fn count_in(&self, region: Region) -> usize {
        match &self.records {
            Records::Parsed(contacts) => {
                let mut regions = contacts.iter().map(|contact| contact.region);
                regions.by_ref().filter(|one| *one == region).count()
            }
            Records::OnDemand(records) => records.count_in(region),
        }
    }

    /// Returns the number of contacts.
    pub fn len(&self) -> usize {
        match &self.records {
            Records::Parsed(contacts) => contacts.len(),
            Records::OnDemand(records) => records.len(),
        }
    }

    /// Returns true if there are no contacts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the contact at an index in [`Self::contacts`]; `None` beyond the last.
    pub fn at(&self, index: usize) -> Option<&Contact> {
        (index < self.len()).then(|| &self[index])
    }

    /// Returns the id of the contact at an index, without parsing the contact.
    ///
    /// # Panics
    /// If the index is beyond the last.
    pub fn id(&self, index: usize) -> Cow<'_, str> {
        match &self.records {
            Records::Parsed(contacts) => (&contacts[index].id).into(),
            Records::OnDemand(records) => records.id(index),
        }
    }

    /// Returns the contact with this id; `None` if there is none.
    pub fn get(&self, id: &str) -> Option<&Contact> {
        self.index_of(id).map(|index| &self[index])
    }

    /// Returns the index in [`Self::contacts`] of the contact with this id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let given = self.by_id.get(id).copied();
        given.or_else(|| match &self.records {
            Records::Parsed(_) => None,
            Records::OnDemand(records) => records.index_of(id),
        })
    }
}

impl Index<usize> for Directory {
    type Output = Contact;

    fn index(&self, index: usize) -> &Contact {
        match &self.records {
            Records::Parsed(contacts) => &contacts[index],
            Records::OnDemand(records) => records.at(index),
        }
    }
}
