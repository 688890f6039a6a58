//! All that can be found: the directory's contacts, the worker's own, and the guide's topics.

use std::sync::Arc;

use crate::directory::{Contact, Directory};
use crate::search::{Index, Synonyms, TopicText};

/// Contacts and topics, and the index that finds them.
#[derive(Debug)]
pub struct Catalogue {
    /// Every contact.
    pub directory: Directory,
    /// The guide's topics as they are searched.
    pub topics: Arc<[TopicText]>,
    /// What everyday words mean.
    synonyms: Arc<Synonyms>,
    /// For searching them all.
    pub index: Index,
}

impl Catalogue {
    /// Prepares these contacts and topics.
    pub fn build(
        contacts: Vec<Contact>,
        topics: Arc<[TopicText]>,
        synonyms: Arc<Synonyms>,
    ) -> Self {
        let directory = Directory::new(contacts);
        let index = Index::build(directory.contacts(), &topics, &synonyms);
        Self {
            directory,
            topics,
            synonyms,
            index,
        }
    }

    /// The same with other own contacts of the worker: those that stand behind the first `shared`.
    #[must_use]
    pub fn with_own(&self, shared: usize, own: Vec<Contact>) -> Self {
        let mut contacts = self.directory.contacts()[..shared].to_vec();
        contacts.extend(own);
        Self::build(
            contacts,
            Arc::clone(&self.topics),
            Arc::clone(&self.synonyms),
        )
    }
}
