//! Targets of links in a document.

use crate::directory::Directory;
use crate::guide::Target;
use crate::search::Drop;

/// Target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Card of a contact.
    Contact {
        /// Id of the contact.
        id: String,
        /// Index of its number that the words of the link are; `None` for other words.
        phone: Option<usize>,
    },
    /// Other target within the guide.
    Guide(Target),
    /// The glossary.
    Glossary,
    /// The settings.
    Settings,
    /// No target: the words can be copied (a number, an address).
    Copy(String),
    /// The hits of the search without this word or filter.
    Drop(Drop),
    /// No target: accepts the contact's present numbers for its bookmark.
    AcceptChanges(String),
    /// No target: an action on the text of the page.
    Do(PageAction),
}

impl Link {
    /// Returns a link to the card of a contact, by other words than a number.
    pub fn contact(id: impl Into<String>) -> Self {
        Self::Contact {
            id: id.into(),
            phone: None,
        }
    }

    /// Returns a link to the card of a contact by these words of the guide, which may be one of its
    /// numbers.
    pub(super) fn in_words(id: &str, words: &str, directory: &Directory) -> Self {
        let contact = directory.get(id);
        let index = contact.and_then(|one| {
            let mut phones = one.phones.iter();
            phones.position(|phone| phone.number == words)
        });
        Self::Contact {
            id: id.to_owned(),
            phone: index,
        }
    }
}

/// Action on the text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageAction {
    /// Write the text to a file.
    Write,
    /// Rename the file.
    Rename,
    /// Remove the written file.
    Remove,
    /// Merge the list into the worker's own.
    Take,
    /// Show the text as codes to scan, from the one with this index on.
    Code(usize),
}
