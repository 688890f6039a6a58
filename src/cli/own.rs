//! Contacts that are not of the directory: the worker's own, and those of her team's lists.

use std::path::Path;

use crate::bookmarks::{List, TeamList, own_with_team, team_lists};
use crate::clock;
use crate::directory::Contact;
use crate::directory::namesake::Known;
use crate::files::RealFiles;
use crate::i18n::Messages;

/// Returns the worker's own contacts and those of the team's lists in a folder. Faults of the lists are
/// reported by the screen and by `havre bookmarks list`.
pub(super) fn contacts(list: &List, folder: &Path) -> Vec<Contact> {
    own_with_team(list, &team(folder))
}

/// Returns the words about the directory's contact that is like one of the worker's own; `None` if there is
/// none.
pub(super) fn known_there(own: &Contact, known: &Known<'_>, messages: &Messages) -> Option<String> {
    let alike = known.like(own)?;
    let language = messages.language();
    let words = [
        ("name", own.name(language).to_owned().into()),
        ("known", alike.contact.name(language).to_owned().into()),
        ("id", alike.contact.id.clone().into()),
        ("numbers", alike.contact.numbers().join(", ").into()),
    ];
    let id = if alike.differs {
        "import-directory-differs"
    } else {
        "import-directory-has"
    };
    Some(messages.format(id, &words))
}

/// Returns the readable lists of the team in a folder.
pub(super) fn team(folder: &Path) -> Vec<TeamList> {
    team_lists(&RealFiles, folder, clock::now()).0
}
