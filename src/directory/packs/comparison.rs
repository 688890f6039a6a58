//! Comparison of the contacts of two directories.
//!
//! A directory may have a million contacts: of the older one, a few hashes a contact are kept in
//! memory, and the facts only of changed contacts.

use std::collections::{HashMap, HashSet};

use super::PackError;
use super::conflict::{self, Conflict, HoursFacts};
use super::difference::{Change, Counts, Difference, Differences};
use super::merge::{Seen, View};
use crate::directory::{Contact, stable_hash};
use crate::i18n::Text;

/// Greatest number of listed differences; bookmarks are listed beyond it.
const MOST: usize = 1_000;

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
    /// Contradictions within changed contacts; `None` if they are not looked for.
    conflicts: Option<Vec<Conflict>>,
}

/// Compared facts of a contact, as hashes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Facts {
    numbers: u64,
    hours: HoursFacts,
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
                facts.insert(stable_hash(&contact.id), Facts::of(contact));
            }
        })?;
        Ok(Self {
            old: facts,
            bookmarks,
            closed: HashSet::new(),
            changed: HashMap::new(),
            new: Vec::new(),
            counts: Counts::default(),
            conflicts: None,
        })
    }

    /// Looks for contradictions within the newer directory's contacts, too: an editor may have overlooked
    /// them.
    #[must_use]
    pub fn of_edited(self) -> Self {
        Self {
            conflicts: Some(Vec::new()),
            ..self
        }
    }

    /// Compares a contact of the newer directory.
    pub fn contact(&mut self, contact: &Contact) {
        let listed = self.is_listed(&contact.id);
        let was = self.old.remove(&stable_hash(&contact.id));
        if let Some(conflicts) = self.conflicts.as_mut().filter(|all| all.len() < MOST) {
            conflict::find(contact, was.map(|was| was.hours), conflicts);
        }
        let Some(was) = was else {
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
        let has_other_hours = was.hours.own != now.hours.own;
        self.counts.hours += usize::from(has_other_hours);
        if (was.numbers != now.numbers || has_other_hours) && listed {
            let changed = Now {
                numbers: (was.numbers != now.numbers).then(|| contact.numbers()),
                has_other_hours,
                hours: contact.hours.clone(),
            };
            self.changed.insert(contact.id.clone(), changed);
        }
    }

    /// Records an id that is closed or removed in the newer directory.
    pub fn closed(&mut self, id: &str) {
        self.closed.insert(stable_hash(id));
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
            conflicts: self.conflicts.unwrap_or_default(),
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
        let id = stable_hash(&contact.id);
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
        Self {
            numbers: stable_hash(&contact.numbers().join("\n")),
            hours: HoursFacts::of(contact),
        }
    }
}
