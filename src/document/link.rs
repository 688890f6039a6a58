//! Targets of links in a document.

use crate::guide::Target;
use crate::search::Drop;

/// Target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Target within the guide.
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
