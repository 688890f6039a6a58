//! File of the list: reading, locking, atomic writes, backups, recovery of damaged files, and
//! wiping.

mod backup;
mod conflict;
mod fault;
mod json;
mod prefix;
mod read;
mod report;
mod rescue;
mod shape;
mod store;
mod team;
mod times;
mod wipe;

pub use backup::{folder as backups_folder, set_aside_files};
pub use fault::ListFault;
pub use read::{Reading, SIZE_LIMIT, file_of, peek, understand};
pub use report::{Report, SaveError, Trouble};
pub use store::{Backup, Opened, Store};
pub use team::{
    TeamList, TeamProblem, is_off_team, newer as newer_of_team, of_team, own_with_team, team_lists,
};
pub use wipe::wipe;
