//! Deletion of removed items from an older copy.

use super::list::List;

impl List {
    /// Removes from this copy the texts that `present` removed: notes, own contacts and marks.
    /// Returns true if there were any.
    pub(in crate::bookmarks) fn forget_removed(&mut self, present: &Self) -> bool {
        let mut forgot = false;
        for entry in self.entries.values_mut() {
            let Some(now) = present.entries.get(&entry.id) else {
                continue;
            };
            let gone = entry
                .note
                .take_if(|note| !note.text.is_empty() && now.note().is_empty());
            forgot |= gone.is_some();
            if !now.is_alive() {
                forgot |= entry.labels.take().is_some();
            }
        }
        for own in self.own.values_mut() {
            let removed = present
                .own
                .get(&own.id)
                .is_some_and(|now| now.contact.is_none());
            forgot |= own.contact.take_if(|_| removed).is_some();
        }
        for marked in self.marks.values_mut() {
            let removed = present
                .marks
                .get(&marked.id)
                .is_some_and(|now| now.mark().is_none());
            if removed && marked.mark().is_some() {
                marked.set(None);
                forgot = true;
            }
        }
        forgot
    }
}
