//! Comparison of the contacts of two directories.
//!
//! A directory may have a million contacts: of the older one, a few hashes a contact are kept in
//! memory, and the facts only of changed contacts.

use std::collections::{HashMap, HashSet};

use super::difference::{Change, Counts, Difference, Differences};
use super::merge::{Seen, View};
use super::{PackError, merge};
use crate::directory::Contact;
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
