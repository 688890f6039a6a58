//! Deletion of removed items from an older copy.

use super::list::List;
use super::own::OwnContact;

impl List {
    /// Removes from this copy the texts that `present` removed: notes, own contacts and marks.
    /// Returns them; empty if there were none.
    pub(in crate::bookmarks) fn forget_removed(&mut self, present: &Self) -> Vec<String> {
        let mut forgotten = Vec::new();
        for entry in self.entries.values_mut() {
            let Some(now) = present.entries.get(&entry.id) else {
                continue;
            };
            let gone = entry
                .note
                .take_if(|note| !note.text.is_empty() && now.note().is_empty());
            forgotten.extend(gone.map(|note| note.text));
            if !now.is_alive() {
                let labels = entry.labels.take();
                forgotten.extend(labels.into_iter().flat_map(|labels| labels.names));
            }
        }
        for own in self.own.values_mut() {
            let removed = present
                .own
                .get(&own.id)
                .is_some_and(|now| now.contact.is_none());
            let gone = own.contact.take_if(|_| removed);
            forgotten.extend(gone.into_iter().flat_map(OwnContact::into_texts));
        }
        for marked in self.marks.values_mut() {
            let removed = present
                .marks
                .get(&marked.id)
                .is_some_and(|now| now.mark().is_none());
            if removed && marked.mark().is_some() {
                forgotten.push(std::mem::take(&mut marked.text));
                marked.set(None);
                marked.earlier.clear();
            }
        }
        forgotten
    }
}
