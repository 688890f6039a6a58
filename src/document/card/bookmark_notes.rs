//! What the worker's own list says on a card: her mark, her note, her labels, numbers that changed.

use super::{Card, Link, Piece, Role};
use crate::bookmarks::{Entry, Mark, Marked, SavedPhone};
use crate::directory::Contact;

/// What the worker's list keeps about a contact.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kept<'a> {
    /// Its bookmark.
    pub entry: Option<&'a Entry>,
    /// What she found when she called.
    pub marked: Option<&'a Marked>,
    /// It is a contact of her own.
    pub own: bool,
    /// The directory's contact of the same name, where her numbers differ from its numbers.
    pub namesake: Option<&'a Contact>,
}

impl Card<'_> {
    /// The directory's numbers for the name of her own contact, where hers differ.
    pub(super) fn namesake(&mut self, namesake: Option<&Contact>) {
        let Some(contact) = namesake else { return };
        let numbers: Vec<&str> = contact
            .phones
            .iter()
            .map(|phone| phone.number.as_str())
            .collect();
        let numbers = [("numbers", numbers.join(", ").into())];
        let text = self.messages.format("card-own-number-differs", &numbers);
        self.line(text, Role::Warning);
    }

    /// Her note, her labels, and that she reached it.
    pub(super) fn kept(&mut self, kept: Kept<'_>) {
        if let Some(note) = kept.entry.map(Entry::note).filter(|note| !note.is_empty()) {
            self.text_field("card-note", note.to_owned());
        }
        if let Some(labels) = kept
            .entry
            .map(Entry::labels)
            .filter(|labels| !labels.is_empty())
        {
            self.text_field("card-labels", labels.join(", "));
        }
        if let Some(marked) = kept.marked {
            self.called(marked);
        }
        self.composer.blank();
    }

    /// Says that a call reached somebody, or how it ended.
    fn called(&mut self, marked: &Marked) {
        let date = self.messages.date(&marked.on.to_string());
        let text = match marked.mark() {
            Some(Mark::Reached) => {
                let arguments = [("date", date.into())];
                self.messages.format("card-reached", &arguments)
            }
            Some(Mark::Tried(tried)) => {
                let what = self.messages.text(tried.message_id());
                let arguments = [("what", what.into()), ("date", date.into())];
                self.messages.format("card-tried", &arguments)
            }
            Some(Mark::Wrong { .. }) | None => return,
        };
        self.line(text + &number_behind(marked), Role::Text);
    }

    /// Says what she found wrong when she called.
    pub(super) fn found_wrong(&mut self, marked: &Marked) {
        let Some(Mark::Wrong { kind, text }) = marked.mark() else {
            return;
        };
        let date = self.messages.date(&marked.on.to_string());
        let what = self.messages.text(kind.message_id());
        let arguments = [("what", what.into()), ("date", date.into())];
        let mut line = self.messages.format("card-wrong", &arguments) + &number_behind(marked);
        if !text.is_empty() {
            line = format!("{line} {text}");
        }
        self.line(line, Role::Warning);
    }

    /// The numbers that the directory has now and those that were kept, where they differ; a link
    /// accepts the new ones.
    pub(super) fn changed_phones(&mut self, contact: &Contact, entry: Option<&Entry>) {
        let Some(snapshot) = entry.and_then(|entry| entry.snapshot.as_ref()) else {
            return;
        };
        if !snapshot.phones_differ(&contact.phones) {
            return;
        }
        let gone: Vec<&str> = snapshot
            .phones
            .iter()
            .filter(|kept| !contact.phones.iter().any(|phone| same(kept, phone)))
            .map(|kept| kept.number.as_str())
            .collect();
        self.line(self.messages.text("card-phones-changed"), Role::Warning);
        if !gone.is_empty() {
            self.text_field("card-phones-before", gone.join(", "));
        }
        let accept = self.messages.text("card-phones-accept");
        let accept = self
            .composer
            .link(&accept, Link::AcceptPhones(contact.id.clone()));
        self.composer.paragraph(0, vec![accept, Piece::text("")]);
        self.composer.blank();
    }
}

fn same(kept: &SavedPhone, phone: &crate::directory::Phone) -> bool {
    kept.number == phone.number && kept.extension == phone.extension && kept.kind == phone.kind
}

/// Returns the number that was called, in parentheses; empty if the mark names none.
fn number_behind(marked: &Marked) -> String {
    match marked.number.as_str() {
        "" => String::new(),
        number => format!(" ({number})"),
    }
}
