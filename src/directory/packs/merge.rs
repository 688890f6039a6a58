//! Merge of packs with the embedded directory.
//!
//! The rules, in this order:
//!
//! 1. Of several packs of one name, the latest by its date is used; at the same date, the worker's
//!    own before the host's.
//! 2. The embedded directory comes first. Packs follow by date, the oldest first; at the same date,
//!    the host's before the worker's own, then by name.
//! 3. A record replaces an earlier one of the same id, and names it ([`Origin`]). If it has another
//!    number, it is to be confirmed first ([`Contact::replaced_number`]).
//! 4. An id that a pack removes is gone, unless a later pack has a record of it.
//! 5. A pack that cannot be read as a whole changes nothing, and keeps the reason
//!    ([`Pack::failure`]).

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{EMBEDDED, Pack, PackError, PackLine};
use crate::directory::{Contact, Name, Origin, Replaced, stable_hash};

/// Changes of the directory by one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records of new ids.
    pub added: usize,
    /// Records that replace others.
    pub replaced: Vec<Overridden>,
    /// Removed records.
    pub removed: Vec<Overridden>,
}

/// Record that a pack replaces or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub name: Name,
    /// Pack of the record, and the day on which its sources were read.
    pub was: Replaced,
}

/// Sorts packs into the order of their application, and separates those superseded by another of
/// the same name.
pub fn in_order(mut packs: Vec<Pack>) -> (Vec<Pack>, Vec<Pack>) {
    packs.sort_by(|one, other| {
        let key = |pack: &Pack| (pack.header.date.clone(), Reverse(pack.of_host));
        let names = one.header.name.cmp(&other.header.name);
        key(one).cmp(&key(other)).then(names)
    });
    let last: HashMap<String, usize> = packs
        .iter()
        .enumerate()
        .map(|(position, pack)| (pack.header.name.clone(), position))
        .collect();
    let positions = packs.into_iter().enumerate();
    let (used, superseded): (Vec<_>, Vec<_>) =
        positions.partition(|(position, pack)| last.get(&pack.header.name) == Some(position));
    let without = |packs: Vec<(usize, Pack)>| packs.into_iter().map(|(_, pack)| pack).collect();
    (without(used), without(superseded))
}

/// Lines of packs, to be applied to a directory in order.
#[derive(Debug)]
pub struct PackLines<'p>(Vec<(&'p Pack, Vec<PackLine>)>);

impl<'p> PackLines<'p> {
    /// Reads all lines of packs.
    pub fn of(packs: &'p [Pack]) -> Self {
        Self(packs.iter().map(|pack| (pack, read(pack))).collect())
    }

    /// Returns true if a line is for a contact of a directory, which `is_known` tells by its id.
    pub fn change(&self, is_known: impl Fn(&str) -> bool) -> bool {
        let mut lines = self.0.iter().flat_map(|(_, lines)| lines);
        lines.any(|line| match line {
            PackLine::Contact(contact) => is_known(&contact.id),
            PackLine::Gone(id) => is_known(id),
        })
    }

    /// Applies the lines to contacts.
    pub fn apply(self, contacts: Vec<Contact>) -> Vec<Contact> {
        if self.0.is_empty() {
            return contacts;
        }
        let mut merging = Merging::of(contacts);
        for (pack, lines) in self.0 {
            merging.put(pack, lines);
        }
        merging.contacts.into_iter().flatten().collect()
    }
}

/// Returns the contacts with the packs applied.
pub fn merge(contacts: Vec<Contact>, packs: &[Pack]) -> Vec<Contact> {
    PackLines::of(packs).apply(contacts)
}

/// Returns the changes by each pack, in the order of the packs.
pub fn changes(contacts: Vec<Contact>, packs: &[Pack]) -> Vec<Changes> {
    let mut merging = Merging::of(contacts);
    let put = |pack: &Pack| merging.put(pack, read(pack));
    packs.iter().map(put).collect()
}

/// Returns the lines of a pack; none if it cannot be read, and the pack keeps the reason.
fn read(pack: &Pack) -> Vec<PackLine> {
    match pack.lines() {
        Ok(lines) => {
            pack.record_removed(lines.iter().filter_map(PackLine::gone));
            lines
        }
        Err(failure) => {
            pack.leave_out(failure);
            Vec::new()
        }
    }
}

/// Directory with packs applied, read one contact at a time.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    contacts: &'a [Contact],
    packs: &'a [Pack],
}

/// Item of a [`View`].
#[derive(Clone, Copy, Debug)]
pub enum Seen<'a> {
    /// Visible contact.
    Contact(&'a Contact),
    /// Id of a contact removed by a pack.
    Gone(&'a str),
}

impl<'a> View<'a> {
    /// Creates a view of these contacts with the packs applied in order.
    pub const fn of(contacts: &'a [Contact], packs: &'a [Pack]) -> Self {
        Self { contacts, packs }
    }

    /// Passes each visible contact, and each removed id, to `take`: the last pack's first, because
    /// they override the others.
    ///
    /// # Errors
    /// If a pack cannot be read.
    pub fn each(&self, take: &mut dyn FnMut(Seen<'_>)) -> Result<(), PackError> {
        let mut met = HashSet::new();
        for pack in self.packs.iter().rev() {
            pack.each_line(|line| match line {
                PackLine::Contact(contact) if met.insert(stable_hash(&contact.id)) => {
                    take(Seen::Contact(&contact));
                }
                PackLine::Gone(id) if met.insert(stable_hash(&id)) => take(Seen::Gone(&id)),
                PackLine::Contact(_) | PackLine::Gone(_) => {}
            })?;
        }
        let contacts = self.contacts.iter();
        for contact in contacts.filter(|contact| !met.contains(&stable_hash(&contact.id))) {
            take(Seen::Contact(contact));
        }
        Ok(())
    }
}

/// Directory under construction.
struct Merging {
    /// `None` for a removed record: the indices of the others stay.
    contacts: Vec<Option<Contact>>,
    by_id: HashMap<String, usize>,
    /// Removed records, by id: a later record of the id replaces them.
    removed: HashMap<String, Replaced>,
}

impl Merging {
    fn of(contacts: Vec<Contact>) -> Self {
        let by_id = contacts.iter().enumerate();
        Self {
            by_id: by_id
                .map(|(position, contact)| (contact.id.clone(), position))
                .collect(),
            contacts: contacts.into_iter().map(Some).collect(),
            removed: HashMap::new(),
        }
    }

    fn put(&mut self, pack: &Pack, lines: Vec<PackLine>) -> Changes {
        let mut changes = Changes::default();
        let origin = Arc::new(pack.origin(None));
        for line in lines {
            match line {
                PackLine::Contact(contact) => self.record(*contact, &origin, &mut changes),
                PackLine::Gone(id) => {
                    let taken = self.take(&id);
                    let removed = taken.iter().map(|one| (one.id.clone(), one.was.clone()));
                    self.removed.extend(removed);
                    changes.removed.extend(taken);
                }
            }
        }
        changes
    }

    fn record(&mut self, mut contact: Contact, origin: &Arc<Origin>, changes: &mut Changes) {
        let overridden = self.take(&contact.id);
        let taken = overridden.as_ref().map(|overridden| &overridden.was);
        contact.origin = Some(match taken.or_else(|| self.removed.get(&contact.id)) {
            None => Arc::clone(origin),
            Some(was) => Arc::new(Origin {
                replaces: Some(was.clone()),
                ..Origin::clone(origin)
            }),
        });
        match overridden {
            None => changes.added += 1,
            Some(overridden) => changes.replaced.push(overridden),
        }
        if let Some(position) = self.by_id.get(&contact.id) {
            self.contacts[*position] = Some(contact);
        } else {
            self.by_id.insert(contact.id.clone(), self.contacts.len());
            self.contacts.push(Some(contact));
        }
    }

    /// Removes a record; `None` if there is none.
    fn take(&mut self, id: &str) -> Option<Overridden> {
        let position = self.by_id.get(id)?;
        let contact = self.contacts[*position].take()?;
        let origin = contact.origin.as_ref();
        let first = origin.and_then(|origin| Some(origin.replaces.as_ref()?.numbers.clone()));
        let was = Replaced {
            pack: origin.map_or_else(|| EMBEDDED.to_owned(), |origin| origin.pack.clone()),
            numbers: first.unwrap_or_else(|| contact.numbers()),
            checked: contact.checked,
        };
        Some(Overridden {
            id: contact.id,
            name: contact.name,
            was,
        })
    }
}
