//! List in memory: its entries, its changes, and the merge of diverged lists.

mod brought;
mod change;
mod differs;
mod entry;
mod forget;
mod given;
pub(super) mod list;
mod mark;
pub mod merge;
mod order;
mod own;
mod reported;
mod saved;
mod schema;

pub use brought::{Brought, BroughtChange, brought, kept_out};
pub use change::{Change, Concern};
pub use differs::Differs;
pub use entry::{Entry, Labels, Note, Own, Place, Snapshot};
pub use list::{List, VERSION};
pub use mark::{Mark, Marked, Tried, Wrong};
pub use own::{OwnContact, OwnProblem};
pub use saved::{SavedName, SavedPhone, SavedText};
pub use schema::schema;
