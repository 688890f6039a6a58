//! Differences between two versions of a directory, by contact.

use std::collections::HashSet;

use serde::Serialize;

use super::comparison::Comparison;
use super::conflict::Conflict;
use super::merge::{Seen, View};
use super::vital::Agreed;
use super::{Folders, Header, Pack, PackError, merge};
use crate::directory::{Contact, Name};
use crate::i18n::Text;

/// Change of a contact that matters to callers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Id of the contact.
    pub id: String,
    /// Name before the change; of a new contact, the new name.
    pub name: Name,
    /// Kind of change.
    #[serde(flatten)]
    pub change: Change,
}

/// Kind of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// Not in the older directory.
    New,
    /// Closed according to the publisher, or removed.
    Closed,
    /// Not in the newer directory, without a reason.
    Gone,
    /// Changed numbers, as dialled.
    Numbers {
        /// Before.
        was: Vec<String>,
        /// Now.
        now: Vec<String>,
    },
    /// Changed hours.
    Hours {
        /// Before.
        was: Option<Text>,
        /// Now.
        now: Option<Text>,
    },
}

/// Number of changed contacts, by kind of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Contacts that are new.
    pub new: usize,
    /// Contacts with other numbers.
    pub numbers: usize,
    /// Contacts with other hours.
    pub hours: usize,
    /// Contacts that are closed or removed.
    pub closed: usize,
    /// Contacts missing without a reason.
    pub gone: usize,
}

/// Changes between two directories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Differences {
    /// Changes of all bookmarks, and of other contacts up to the limit.
    pub list: Vec<Difference>,
    /// Numbers of all changes.
    pub counts: Counts,
    /// Contradictions within changed records.
    pub conflicts: Vec<Conflict>,
}

impl Differences {
    /// Returns the changes of these contacts.
    pub fn of<'a>(&'a self, ids: &'a HashSet<String>) -> impl Iterator<Item = &'a Difference> {
        self.list.iter().filter(|one| ids.contains(&one.id))
    }
}

/// Changes that adding a pack would make.
#[derive(Debug)]
pub struct Preview {
    /// The pack, verified like an installed one.
    pub pack: Pack,
    /// Header of the account's own pack of the same name, if there is one.
    pub installed: Option<Header>,
    /// All packs that would be used, in order.
    pub packs: Vec<Pack>,
    /// Changes of the contacts.
    pub differences: Differences,
    /// Ids of contacts on which a life may depend, which a signed pack takes away.
    pub takes_vital: Vec<String>,
    /// True if the pack takes away a large part of the directory.
    takes_much: bool,
}

/// Reciprocal of the part of the program's contacts that a pack may take away unasked: a quarter.
const TOO_MUCH: usize = 4;

impl Preview {
    /// Compares a pack file with the present directory, and writes nothing. `contacts` are the
    /// embedded ones, and `bookmarks` the ids whose changes are always listed.
    ///
    /// # Errors
    /// If the pack is refused, as by [`Folders::install`].
    pub fn of(
        folders: &Folders,
        file: &std::path::Path,
        contacts: &[Contact],
        bookmarks: &HashSet<String>,
    ) -> Result<Self, PackError> {
        let pack = Pack::open(file, false)?;
        Self::of_pack(folders, pack, Agreed::Nothing, contacts, bookmarks)
    }

    /// Compares an opened pack in the same way, with the worker's agreement to its vital numbers.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_pack(
        folders: &Folders,
        pack: Pack,
        agreed: Agreed,
        contacts: &[Contact],
        bookmarks: &HashSet<String>,
    ) -> Result<Self, PackError> {
        let before = folders.open().packs;
        Self::over(&before, folders, pack, agreed, contacts, bookmarks)
    }

    /// Compares an opened pack with these packs in use in the same way: a confined session cannot
    /// open those of the host.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn over(
        before: &[Pack],
        folders: &Folders,
        pack: Pack,
        agreed: Agreed,
        contacts: &[Contact],
        bookmarks: &HashSet<String>,
    ) -> Result<Self, PackError> {
        let pack = folders.verify(pack, agreed)?;
        folders.refuse_older(&pack)?;
        let mut before = before.to_vec();
        let name = &pack.header.name;
        let own = before.iter().filter(|one| !one.of_host);
        let installed = own.map(|one| &one.header).find(|one| one.name == *name);
        let installed = installed.cloned();
        loop {
            let (packs, _) = merge::in_order(with(&before, &pack));
            let old = View::of(contacts, &before);
            let new = View::of(contacts, &packs);
            let differences = match between(&old, &new, bookmarks) {
                // The directory is made without a pack that cannot be read: it is no obstacle to others.
                Err(_) if leave_out_unreadable(&mut before) => continue,
                differences => differences?,
            };
            return Ok(Self {
                installed,
                takes_vital: folders.vital_taken(&pack)?,
                takes_much: TOO_MUCH * (differences.counts.closed + differences.counts.gone)
                    >= contacts.len(),
                differences,
                packs,
                pack,
            });
        }
    }

    /// Returns the index of the pack among those that would be used; `None` if another one of its
    /// name, installed on the host, has a later date.
    pub fn position(&self) -> Option<usize> {
        let header = &self.pack.header;
        let is_it = |one: &Pack| one.header.name == header.name && one.header.date == header.date;
        self.packs.iter().position(is_it)
    }

    /// Returns true if the pack takes away so much that the worker is asked first.
    pub const fn must_ask(&self) -> bool {
        self.takes_much || !self.takes_vital.is_empty()
    }
}

/// Removes the packs that cannot be read; returns false if there are none.
fn leave_out_unreadable(packs: &mut Vec<Pack>) -> bool {
    let count = packs.len();
    packs.retain(|pack| pack.each_line(|_| ()).is_ok());
    packs.len() < count
}

/// Returns the packs with this one in place of the account's own of its name.
fn with(packs: &[Pack], pack: &Pack) -> Vec<Pack> {
    let others = packs.iter();
    let others = others.filter(|one| one.of_host || one.header.name != pack.header.name);
    others.chain([pack]).cloned().collect()
}

/// Returns the changes from `old` to `new`. The changes of `bookmarks` are always listed.
///
/// # Errors
/// If a pack of either cannot be read.
fn between(
    old: &View<'_>,
    new: &View<'_>,
    bookmarks: &HashSet<String>,
) -> Result<Differences, PackError> {
    let mut comparison = Comparison::with(old, bookmarks)?.of_edited();
    new.each(&mut |seen| match seen {
        Seen::Contact(contact) => comparison.contact(contact),
        Seen::Gone(id) => comparison.closed(id),
    })?;
    comparison.finish(old)
}
