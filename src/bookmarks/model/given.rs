//! List as it is given to others.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::entry::{Entry, Own, Snapshot};
use super::list::List;
use super::own::OwnContact;
use crate::directory::StreetRedactor;

impl List {
    /// Returns the list as it is given to a colleague: bookmarks with notes, labels and order, and own
    /// contacts. What was removed, marks of calls, fields of newer programs and addresses of her own secret
    /// places stay behind.
    #[must_use]
    pub fn to_give(&self) -> Self {
        let own: BTreeMap<String, Own> = self.own().map(own_to_give).collect();
        let bookmarks = self.bookmarks().into_iter();
        let mut entries: BTreeMap<String, Entry> =
            bookmarks.map(|one| (one.id.clone(), one.clone())).collect();
        for (id, given) in &own {
            let is_secret = self.own.get(id) != Some(given);
            if let Some(entry) = entries.get_mut(id).filter(|_| is_secret) {
                hide_place(entry, given);
            }
        }
        Self {
            entries,
            own,
            ..Self::default()
        }
    }
}

/// Returns an own contact without the address of a secret place. One that was changed is the older, so that it
/// never replaces the worker's own words.
fn own_to_give(own: &Own) -> (String, Own) {
    let mut given = own.clone();
    let without = own.contact.as_ref().and_then(OwnContact::without_secret);
    if without.is_some() {
        given.contact = without;
        given.at = before(own.at);
    }
    (own.id.clone(), given)
}

/// Takes the address of a secret place out of the bookmark of an own contact.
fn hide_place(entry: &mut Entry, own: &Own) {
    let contact = own.contact.as_ref();
    let contact = contact.map(|contact| contact.to_contact(&own.id, own.at));
    entry.snapshot = match (&entry.snapshot, &contact) {
        (Some(known), Some(contact)) => Some(Snapshot::of(contact, before(known.at))),
        _ => None,
    };
    if let Some(note) = &mut entry.note
        && StreetRedactor::default().hide_in_text(&mut note.text)
    {
        note.at = before(note.at);
    }
}

fn before(at: Timestamp) -> Timestamp {
    at.checked_sub(SignedDuration::from_micros(1)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::super::merge::join;
    use super::*;

    /// Returns a list with an own contact and its bookmark, both with an address.
    fn list(name: &str) -> List {
        let list = serde_json::json!({
            "version": 1,
            "bookmarks": [{"id": "own-1", "added": "2026-11-01T00:00:00Z",
                "note": {"at": "2026-11-01T00:00:00Z", "text": "Ring twice. The door is at 12 Elm Street."},
                "snapshot": {"at": "2026-11-01T00:00:00Z", "name": {"en": name},
                    "phones": [{"number": "902-555-0149", "kind": "voice"}],
                    "hours": {"en": "at 12 Elm Street", "fr": ""}}}],
            "own": [{"id": "own-1", "at": "2026-11-01T00:00:00Z", "contact": {
                "name": name, "category": "counselling", "region": "NS", "place": "Truro",
                "phones": [{"number": "902-555-0149", "kind": "voice"}],
                "description": "Beds. At 12 Elm Street.", "hours": "at 12 Elm Street"}}],
        });
        serde_json::from_value::<super::super::list::Document>(list)
            .unwrap()
            .into()
    }

    #[test]
    fn given_list_has_no_secret_address_and_the_own_list_keeps_it() {
        let mine = list("Quill Safe House");
        let given = mine.to_give();
        let text = String::from_utf8(given.to_bytes()).unwrap();
        assert!(!text.contains("Elm"), "{text}");
        for words in ["902-555-0149", "Beds.", "Ring twice.", "Truro"] {
            assert!(text.contains(words), "{text}");
        }
        assert_eq!(join(&mine, &given), mine);
        assert_eq!(join(&given, &mine), mine);
    }

    #[test]
    fn an_open_address_is_given() {
        let mine = list("Quill Office");
        assert_eq!(mine.to_give(), mine);
    }
}
