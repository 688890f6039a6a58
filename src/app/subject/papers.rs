//! Text that leaves the program: pages to hand over, corrections, and their files.

use std::path::PathBuf;

use crate::bookmarks::{List, ListFault};
use crate::corrections::Source;
use crate::directory::packs::Cleaned;
use crate::directory::packs::Header;
use crate::directory::packs::difference::Differences;
use crate::directory::packs::vital::WithheldLine;
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

/// Folder of exchanged files, and where USB keys are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Path of the folder.
    pub folder: PathBuf,
    /// Pattern of a shell for the folders of USB keys.
    pub keys: &'static str,
    /// True if the worker sits at another computer.
    pub is_remote: bool,
}

/// Written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
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
    /// First fault of a damaged file: the list is then only a part.
    pub fault: Option<ListFault>,
}

impl Eq for FoundList {}

/// Pack read from a file of the folder of exchanged files, with the changes that it would make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPack {
    /// Name of the file.
    pub name: String,
    /// First line of the file.
    pub header: Header,
    /// True if the signature was verified.
    pub signed: bool,
    /// Date of the pack that it replaces.
    pub instead_of: Option<String>,
    /// Changes of the directory.
    pub differences: Differences,
    /// Numbers on which a life may depend, which the pack does not replace.
    pub held: Vec<WithheldLine>,
    /// Records from which secret addresses are removed.
    pub cleaned: Vec<Cleaned>,
    /// Reason for not taking it; `None` if it can be taken.
    pub bar: Option<PackObstacle>,
}

/// Reason for not taking a pack that is in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackObstacle {
    /// A later pack of its name is used.
    Superseded,
    /// Several workers share the packs: the path of the file, for the command line.
    Shared(String),
    /// It takes away a large part of the directory, or numbers on which a life may depend: ids of these,
    /// and the path of the file, for the command line.
    TakesMuch(Vec<String>, String),
}

/// File that is not taken, and the reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Name of the file.
    pub name: String,
    /// Reason.
    pub why: String,
}
