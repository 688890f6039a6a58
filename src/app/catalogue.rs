//! All contacts that can be found: the directory's and the worker's own.

use crate::directory::{Contact, Directory};
use crate::search::Index;

/// Contacts, and the index that finds them.
#[derive(Debug)]
pub struct Catalogue {
    /// Every contact.
    pub directory: Directory,
    /// For searching them.
    pub index: Index,
}

impl Catalogue {
    /// Prepares these contacts.
    pub fn build(contacts: Vec<Contact>) -> Self {
        let directory = Directory::new(contacts);
        let index = Index::build(directory.contacts());
        Self { directory, index }
    }

    /// The same with other own contacts of the worker: those that stand behind the first `shared`.
    #[must_use]
    pub fn with_own(&self, shared: usize, own: Vec<Contact>) -> Self {
        let mut contacts = self.directory.contacts()[..shared].to_vec();
        contacts.extend(own);
        Self::build(contacts)
    }
}
