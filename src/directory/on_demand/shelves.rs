//! Shelves of contacts that were read.

use std::sync::OnceLock;

use super::Contact;

/// Contacts that were read, by the index of their record, on shelves of [`SHELF`] each: memory is
/// taken for the shelves in use.
#[derive(Debug)]
pub(super) struct Shelves(Vec<OnceLock<Shelf>>);

/// Number of contacts on a shelf.
const SHELF: usize = 16;

type Shelf = Box<[OnceLock<Box<Contact>>; SHELF]>;

impl Shelves {
    /// Creates shelves for this number of contacts, none of them read.
    pub(super) fn for_contacts(count: usize) -> Self {
        let shelves = std::iter::repeat_with(OnceLock::new);
        Self(shelves.take(count.div_ceil(SHELF)).collect())
    }

    /// Returns the contact at an index, if it was read before.
    pub(super) fn known(&self, index: usize) -> Option<&Contact> {
        let among = self.0[index / SHELF].get()?;
        among[index % SHELF].get().map(|contact| &**contact)
    }

    /// Returns the contact at an index, which `read` reads if it was not read before.
    pub(super) fn contact(&self, index: usize, read: impl FnOnce() -> Contact) -> &Contact {
        let empty = || Box::new(std::array::from_fn(|_| OnceLock::new()));
        let among = self.0[index / SHELF].get_or_init(empty);
        among[index % SHELF].get_or_init(|| Box::new(read()))
    }
}
