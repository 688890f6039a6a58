//! List in memory: its entries, its changes, and the merge of diverged lists.

mod brought;
mod change;
mod differs;
mod entry;
mod forget;
pub(super) mod list;
pub mod merge;
mod order;
mod own;
mod reported;
mod saved;
mod schema;

pub use brought::{Brought, BroughtChange, brought, kept_out};
pub use change::Change;
pub use differs::Differs;
pub use entry::{Entry, Labels, Mark, Marked, Note, Own, Place, Snapshot, Tried, Wrong};
pub use list::{List, VERSION};
pub use own::{OwnContact, OwnProblem};
pub use saved::{SavedName, SavedPhone, SavedText};
pub use schema::schema;
