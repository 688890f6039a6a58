//! Puts packs over the directory inside the program.
//!
//! The rules, in this order:
//! 1. Of several packs of one name, the latest by its date is used; at the same date, the worker's
//!    own before the host's.
//! 2. The directory inside the program comes first. Packs follow by date, the oldest first; at the
//!    same date, the host's before the worker's own, then by name.
//! 3. A record takes the place of an earlier one of the same id, and says which ([`Origin`]).
//! 4. An id that a pack takes away is gone, unless a later pack has a record of it.
//! 5. A pack that cannot be read as a whole changes nothing.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{EMBEDDED, Line, Origin, Pack, PackError, Replaced};
use crate::directory::{Contact, Name};

/// Changes of the directory by one pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records of new ids.
    pub added: usize,
    /// Records that stand in place of others.
    pub replaced: Vec<Overridden>,
    /// Records that are taken away.
    pub removed: Vec<Overridden>,
}

/// A record that a pack replaces or takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overridden {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Its pack, and the day on which its sources were read.
    pub was: Replaced,
}

/// Sorts packs into the order in which they are put over the directory, and takes out those that
/// another of the same name supersedes.
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

/// Returns the contacts with the packs put over them.
pub fn merge(contacts: Vec<Contact>, packs: &[Pack]) -> Vec<Contact> {
    if packs.is_empty() {
        return contacts;
    }
    let mut merging = Merging::of(contacts);
    for pack in packs {
        if let Ok(lines) = pack.lines() {
            merging.put(pack, lines);
        }
    }
    merging.contacts.into_iter().flatten().collect()
}

/// Returns the changes by each pack, in the order of the packs.
pub fn changes(contacts: Vec<Contact>, packs: &[Pack]) -> Vec<Changes> {
    let mut merging = Merging::of(contacts);
    let put = |pack: &Pack| {
        let lines = pack.lines().unwrap_or_default();
        merging.put(pack, lines)
    };
    packs.iter().map(put).collect()
}

/// A directory with packs over it, read one contact at a time.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    contacts: &'a [Contact],
    packs: &'a [Pack],
}

/// One thing of a [`View`].
#[derive(Clone, Copy, Debug)]
pub enum Seen<'a> {
    /// A contact that is shown.
    Contact(&'a Contact),
    /// The id of a contact that a pack takes away.
    Gone(&'a str),
}

impl<'a> View<'a> {
    /// These contacts with the packs, in their order, put over them.
    pub const fn of(contacts: &'a [Contact], packs: &'a [Pack]) -> Self {
        Self { contacts, packs }
    }

    /// Gives each contact that is shown, and each id that is taken away, to `take`: the last pack's
    /// first, for they override the others.
    ///
    /// # Errors
    /// A pack cannot be read.
    pub fn each(&self, take: &mut dyn FnMut(Seen<'_>)) -> Result<(), PackError> {
        let mut met = HashSet::new();
        for pack in self.packs.iter().rev() {
            pack.each_line(|line| match line {
                Line::Contact(contact) if met.insert(hash(&contact.id)) => {
                    take(Seen::Contact(&contact));
                }
                Line::Gone(id) if met.insert(hash(&id)) => take(Seen::Gone(&id)),
                Line::Contact(_) | Line::Gone(_) => {}
            })?;
        }
        let contacts = self.contacts.iter();
        for contact in contacts.filter(|contact| !met.contains(&hash(&contact.id))) {
            take(Seen::Contact(contact));
        }
        Ok(())
    }
}

/// A number that is the same for the same text (FNV-1a): of a million texts, no two have the same but by
/// a chance of one in thirty million.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The directory as it grows.
struct Merging {
    /// `None` where a record was taken away: the positions of the others stay.
    contacts: Vec<Option<Contact>>,
    by_id: HashMap<String, usize>,
}

impl Merging {
    fn of(contacts: Vec<Contact>) -> Self {
        let by_id = contacts.iter().enumerate();
        Self {
            by_id: by_id
                .map(|(position, contact)| (contact.id.clone(), position))
                .collect(),
            contacts: contacts.into_iter().map(Some).collect(),
        }
    }

    fn put(&mut self, pack: &Pack, lines: Vec<Line>) -> Changes {
        let mut changes = Changes::default();
        let origin = Arc::new(Origin {
            pack: pack.header.name.clone(),
            publisher: pack.header.publisher.clone(),
            date: pack.header.date.clone(),
            trust: pack.trust.clone(),
            corrections_to: pack.header.corrections_to.clone(),
            replaces: None,
        });
        for line in lines {
            match line {
                Line::Contact(contact) => self.record(*contact, &origin, &mut changes),
                Line::Gone(id) => changes.removed.extend(self.take(&id)),
            }
        }
        changes
    }

    fn record(&mut self, mut contact: Contact, origin: &Arc<Origin>, changes: &mut Changes) {
        let overridden = self.take(&contact.id);
        contact.origin = Some(match &overridden {
            None => Arc::clone(origin),
            Some(overridden) => Arc::new(Origin {
                replaces: Some(overridden.was.clone()),
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

    /// Takes a record away; `None` where there is none.
    fn take(&mut self, id: &str) -> Option<Overridden> {
        let position = self.by_id.get(id)?;
        let contact = self.contacts[*position].take()?;
        let pack = contact.origin.as_ref().map(|origin| origin.pack.clone());
        Some(Overridden {
            id: contact.id,
            name: contact.name,
            was: Replaced {
                pack: pack.unwrap_or_else(|| EMBEDDED.to_owned()),
                checked: contact.checked,
            },
        })
    }
}
