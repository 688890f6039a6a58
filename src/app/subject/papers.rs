//! Text that leaves the program: pages to hand over, corrections, and their files.

use crate::bookmarks::List;
use crate::corrections::Source;
use crate::handout::Options;

/// Composed page to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Ids of the contacts.
    pub(in crate::app) ids: Vec<String>,
    /// Options of the page.
    pub(in crate::app) options: Options,
    /// Name of its file.
    pub(in crate::app) name: String,
}

/// Corrections of one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Source of the contacts.
    pub(in crate::app) source: Source,
    /// Name of the file.
    pub(in crate::app) name: String,
}

/// Written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Name in the folder of exchanged files.
    pub name: String,
    /// Path of the file.
    pub path: String,
}

/// List read from a file of the folder of exchanged files.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundList {
    /// Name of the file.
    pub name: String,
    /// Readable items of the file.
    pub list: List,
    /// True if the file is damaged: the list is then only a part.
    pub damaged: bool,
}

impl Eq for FoundList {}
