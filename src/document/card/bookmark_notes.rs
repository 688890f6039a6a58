//! Entries of the worker's own list on a card: the result of a call, note, labels, and changed
//! numbers.

use super::{Card, Link, Piece, Role};
use crate::bookmarks::{Entry, Mark, Marked, SavedPhone};
use crate::directory::Contact;
use crate::i18n::Messages;

/// Data of the worker's list about one contact.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kept<'a> {
    /// Bookmark of the contact.
    pub entry: Option<&'a Entry>,
    /// Result of the worker's last call.
    pub marked: Option<&'a Marked>,
    /// True for a contact that the worker entered.
    pub own: bool,
    /// Contact of the directory with the same name and other numbers.
    pub namesake: Option<&'a Contact>,
}

impl Card<'_> {
    /// Shows the directory's numbers for a contact of the worker's own with the same name and other
    /// numbers.
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

    /// Shows the note, the labels, and the result of the last call.
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

    /// Shows the date and the result of a call.
    fn called(&mut self, marked: &Marked) {
        let date = self.messages.date(&marked.on.to_string());
        let text = match marked.mark() {
            Some(Mark::Reached) => {
                let date = date + &number_behind(marked);
                let arguments = [("date", date.into())];
                self.messages.format("card-reached", &arguments)
            }
            Some(Mark::Tried(tried)) => {
                let what = self.messages.text(tried.message_id()) + &number_behind(marked);
                let arguments = [("what", what.into()), ("date", date.into())];
                self.messages.format("card-tried", &arguments)
            }
            Some(Mark::Wrong { .. }) | None => return,
        };
        self.line(text, Role::Text);
    }

    /// Shows the error that the worker found when calling.
    pub(super) fn found_wrong(&mut self, marked: &Marked) {
        if let Some(line) = wrong_in_words(marked, self.messages) {
            self.line(line, Role::Warning);
        }
    }

    /// Shows the directory's present numbers and the bookmarked ones where they differ, with a link
    /// that accepts the present ones.
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

/// Returns the error that the worker found when calling, with its date and the called number;
/// `None` if the mark is of another kind.
pub fn wrong_in_words(marked: &Marked, messages: &Messages) -> Option<String> {
    let Some(Mark::Wrong { kind, text }) = marked.mark() else {
        return None;
    };
    let date = messages.date(&marked.on.to_string());
    let what = messages.text(kind.message_id()) + &number_behind(marked);
    let arguments = [("what", what.into()), ("date", date.into())];
    let line = messages.format("card-wrong", &arguments);
    Some(if text.is_empty() {
        line
    } else {
        format!("{line} {text}")
    })
}

/// Returns the called number in parentheses; empty if the mark names none.
fn number_behind(marked: &Marked) -> String {
    match marked.number.as_str() {
        "" => String::new(),
        number => format!(" ({number})"),
    }
}
