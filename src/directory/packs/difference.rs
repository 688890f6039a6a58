//! Differences between two versions of a directory, by contact.
//!
//! A directory may have a million contacts: of the older one, two hashes a contact are kept in
//! memory, and the facts only of changed contacts.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::merge::{Seen, View};
use super::vital::Agreed;
use super::{Folders, Header, Pack, PackError, merge};
use crate::directory::{Contact, Name};
use crate::i18n::Text;

/// Greatest number of listed differences; bookmarks are listed beyond it.
const MOST: usize = 1_000;

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
    let mut comparison = Comparison::with(old, bookmarks)?;
    new.each(&mut |seen| match seen {
        Seen::Contact(contact) => comparison.contact(contact),
        Seen::Gone(id) => comparison.closed(id),
    })?;
    comparison.finish(old)
}

/// Comparison under way; it receives the newer directory's contacts one after the other.
pub struct Comparison<'a> {
    /// Facts of the older directory's contacts that the newer one has not had so far, by hash of
    /// the id.
    old: HashMap<u64, Facts>,
    bookmarks: &'a HashSet<String>,
    /// Hashes of the ids that are closed in the newer directory.
    closed: HashSet<u64>,
    /// Facts of changed contacts in the newer directory, by id.
    changed: HashMap<String, Now>,
    new: Vec<Difference>,
    counts: Counts,
}

/// Compared facts of a contact, as hashes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Facts {
    numbers: u64,
    hours: u64,
}

/// Facts of a changed contact in the newer directory.
#[derive(Default)]
struct Now {
    /// `None` if unchanged.
    numbers: Option<Vec<String>>,
    /// True if changed.
    has_other_hours: bool,
    hours: Option<Text>,
}

impl<'a> Comparison<'a> {
    /// Starts a comparison with an older directory.
    ///
    /// # Errors
    /// If a pack of it cannot be read.
    pub fn with(old: &View<'_>, bookmarks: &'a HashSet<String>) -> Result<Self, PackError> {
        let mut facts = HashMap::new();
        old.each(&mut |seen| {
            if let Seen::Contact(contact) = seen {
                facts.insert(merge::hash(&contact.id), Facts::of(contact));
            }
        })?;
        Ok(Self {
            old: facts,
            bookmarks,
            closed: HashSet::new(),
            changed: HashMap::new(),
            new: Vec::new(),
            counts: Counts::default(),
        })
    }

    /// Compares a contact of the newer directory.
    pub fn contact(&mut self, contact: &Contact) {
        let listed = self.is_listed(&contact.id);
        let Some(was) = self.old.remove(&merge::hash(&contact.id)) else {
            self.counts.new += 1;
            if listed {
                self.new.push(Difference {
                    id: contact.id.clone(),
                    name: contact.name.clone(),
                    change: Change::New,
                });
            }
            return;
        };
        let now = Facts::of(contact);
        self.counts.numbers += usize::from(was.numbers != now.numbers);
        self.counts.hours += usize::from(was.hours != now.hours);
        if was != now && listed {
            let changed = Now {
                numbers: (was.numbers != now.numbers).then(|| contact.numbers()),
                has_other_hours: was.hours != now.hours,
                hours: contact.hours.clone(),
            };
            self.changed.insert(contact.id.clone(), changed);
        }
    }

    /// Records an id that is closed or removed in the newer directory.
    pub fn closed(&mut self, id: &str) {
        self.closed.insert(merge::hash(id));
    }

    /// Ends the comparison with the same older directory.
    ///
    /// # Errors
    /// If a pack of it cannot be read.
    pub fn finish(mut self, old: &View<'_>) -> Result<Differences, PackError> {
        let closed = self.old.keys().filter(|id| self.closed.contains(id));
        self.counts.closed = closed.count();
        self.counts.gone = self.old.len() - self.counts.closed;
        let mut list = Vec::new();
        if !self.old.is_empty() || !self.changed.is_empty() {
            old.each(&mut |seen| {
                if let Seen::Contact(contact) = seen {
                    self.list(contact, &mut list);
                }
            })?;
        }
        list.append(&mut self.new);
        Ok(Differences {
            list,
            counts: self.counts,
        })
    }

    /// Lists the changes of a contact of the older directory.
    fn list(&mut self, contact: &Contact, list: &mut Vec<Difference>) {
        let mut add = |change| {
            list.push(Difference {
                id: contact.id.clone(),
                name: contact.name.clone(),
                change,
            });
        };
        let id = merge::hash(&contact.id);
        if let Some(now) = self.changed.remove(&contact.id) {
            if let Some(now) = now.numbers {
                let was = contact.numbers();
                add(Change::Numbers { was, now });
            }
            if now.has_other_hours {
                let was = contact.hours.clone();
                let now = now.hours;
                add(Change::Hours { was, now });
            }
        } else if self.old.contains_key(&id) {
            let has_room = self.bookmarks.contains(&contact.id) || list.len() < MOST;
            let change = if self.closed.contains(&id) {
                Change::Closed
            } else {
                Change::Gone
            };
            if has_room {
                list.push(Difference {
                    id: contact.id.clone(),
                    name: contact.name.clone(),
                    change,
                });
            }
        }
    }

    fn is_listed(&self, id: &str) -> bool {
        self.new.len() + self.changed.len() < MOST || self.bookmarks.contains(id)
    }
}

impl Facts {
    fn of(contact: &Contact) -> Self {
        let hours = contact.hours.as_ref();
        let hours = hours.map_or_else(String::new, |text| format!("{}\n{}", text.en, text.fr));
        Self {
            numbers: merge::hash(&contact.numbers().join("\n")),
            hours: merge::hash(&hours),
        }
    }
}
