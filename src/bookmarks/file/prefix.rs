//! Reserved prefix of the ids of own contacts, enforced for files of any origin: an own contact
//! with the id of a hotline would replace the hotline.

use std::collections::HashSet;

use crate::assets::Assets;
use crate::bookmarks::model::{Entry, List, Own, OwnContact, merge};

/// Gives every own contact without the prefix a new id with it. Its bookmark and its mark get the
/// new id, unless they belong to another contact: one of the directory with the old id, or one with
/// other numbers. Returns the number of renamed contacts.
pub(super) fn enforce(list: &mut List) -> usize {
    let ids = list.own.keys();
    let bare: Vec<String> = ids.filter(|id| !has_prefix(id)).cloned().collect();
    if bare.is_empty() {
        return 0;
    }
    let directory = directory_ids();
    for id in &bare {
        if let Some(own) = list.own.remove(id) {
            rename(list, own, directory.contains(id));
        }
    }
    bare.len()
}

fn has_prefix(id: &str) -> bool {
    id.starts_with(OwnContact::ID_PREFIX)
}

fn directory_ids() -> HashSet<String> {
    let contacts = Assets::embedded().contacts().unwrap_or_default();
    contacts.into_iter().map(|contact| contact.id).collect()
}

fn rename(list: &mut List, own: Own, in_directory: bool) {
    let old = own.id.clone();
    let id = format!("{}{old}", OwnContact::ID_PREFIX);
    let follows = !in_directory
        && list
            .entries
            .get(&old)
            .is_none_or(|entry| is_of(entry, &own));
    if follows {
        if let Some(entry) = list.entries.remove(&old) {
            let id = id.clone();
            merge::insert(&mut list.entries, id.clone(), Entry { id, ..entry });
        }
        if let Some(mut marked) = list.marks.remove(&old) {
            marked.id.clone_from(&id);
            merge::insert(&mut list.marks, id.clone(), marked);
        }
    }
    merge::insert(&mut list.own, id.clone(), Own { id, ..own });
}

/// Returns true if a bookmark can belong to this own contact: the two share a number, or the
/// bookmark has none.
fn is_of(entry: &Entry, own: &Own) -> bool {
    let kept = entry.snapshot.as_ref().map_or(&[][..], |kept| &kept.phones);
    let written = own.contact.as_ref().map_or(&[][..], |own| &own.phones);
    let same = |number: &String| written.iter().any(|phone| phone.number == *number);
    kept.is_empty() || written.is_empty() || kept.iter().any(|phone| same(&phone.number))
}
