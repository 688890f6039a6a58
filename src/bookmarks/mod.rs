//! File of the worker: bookmarks with notes, labels and order, own contacts, and marks (results of
//! calls).
//!
//! Time is an argument and the disk is accessed through [`crate::files::Files`], so that every
//! promise of the file can be tested. The parts:
//!
//! - `model`: the [`List`], each [`Change`] to it, and the [`merge`] of diverged lists;
//! - `file`: the [`Store`] keeps the list in its file, locked, merged and written atomically;
//! - [`privacy`]: the warning before a note that seems to contain personal data.

mod file;
mod model;
pub mod privacy;

pub use file::{
    Backup, ListFault, Opened, Reading, Report, SIZE_LIMIT, SaveError, Store, TeamList,
    TeamProblem, Trouble, backups_folder, file_of, is_off_team, newer_of_team, of_team,
    own_with_team, peek, set_aside_files, team_lists, understand, wipe,
};
pub use model::{
    Brought, BroughtChange, Change, Concern, Differs, Entry, Labels, List, Mark, Marked, Note, Own,
    OwnContact, OwnProblem, Place, SavedName, SavedPhone, SavedText, Snapshot, Tried, VERSION,
    Wrong, brought, kept_out, merge, schema,
};
