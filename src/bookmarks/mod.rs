//! The worker's own file: what she bookmarked, her notes, labels and order, her own contacts, and
//! what she found right or wrong when she called.
//!
//! Time comes in as an argument and the disk through [`crate::files::Files`], so that every
//! promise of the file can be tested. The parts:
//!
//! - [`List`] is the model, and [`Change`] everything that she can do to it;
//! - [`merge`] brings lists together that grew apart;
//! - [`Store`] keeps the list in its file: locked, merged, written whole.

mod backup;
mod change;
mod document;
mod entry;
mod go_back;
mod json;
pub mod merge;
mod order;
mod own;
pub mod privacy;
mod read;
mod report;
mod rescue;
mod saved;
mod schema;
mod shape;
mod store;
mod times;
mod undo;
mod wipe;

pub use backup::folder as backups_folder;
pub use change::Change;
pub use document::{List, VERSION};
pub use entry::{Entry, Labels, Mark, Marked, Note, Own, Place, Snapshot, Wrong};
pub use own::{OwnContact, OwnProblem};
pub use read::peek;
pub use read::{Reading, SIZE_LIMIT, understand};
pub use report::{Report, SaveError, Trouble};
pub use saved::{SavedName, SavedPhone, SavedText};
pub use schema::schema;
pub use store::{Backup, Opened, Store};
pub use wipe::wipe;
