//! Contacts that are not of the directory: the worker's own, and those of her team's lists.

use std::path::Path;

use crate::bookmarks::{List, TeamList, own_with_team, team_lists};
use crate::clock;
use crate::directory::Contact;
use crate::files::RealFiles;

/// Returns the worker's own contacts and those of the team's lists in a folder. Faults of the lists are
/// reported by the screen and by `havre bookmarks list`.
pub(super) fn contacts(list: &List, folder: &Path) -> Vec<Contact> {
    own_with_team(list, &team(folder))
}

/// Returns the readable lists of the team in a folder.
pub(super) fn team(folder: &Path) -> Vec<TeamList> {
    team_lists(&RealFiles, folder, clock::now()).0
}
