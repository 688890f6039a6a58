//! Text that leaves the program: pages to hand over, corrections, and the files that they become.

use crate::corrections::Source;
use crate::handout::Options;

/// A page to hand over that was composed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Ids of the contacts.
    pub(super) ids: Vec<String>,
    /// What it is to be.
    pub(super) options: Options,
    /// Name of its file.
    pub(super) name: String,
}

/// The corrections of one pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Whose facts they are about.
    pub(super) source: Source,
    /// Name of their file.
    pub(super) name: String,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its name in the folder of what goes in and out.
    pub name: String,
    /// Where it lies.
    pub path: String,
}
