//! Entries of the worker's own list on a card: the result of a call, note, labels, and changed
//! numbers.

use super::{Card, Link, Piece, Role};
use crate::bookmarks::{Differs, Entry, Mark, Marked, SavedPhone, Snapshot};
use crate::directory::Contact;
use crate::directory::packs::vital::WithheldLine;
use crate::directory::phone;
use crate::i18n::Messages;

/// Data of the worker's list about one contact.
#[derive(Clone, Copy, Debug, Default)]
pub struct BookmarkFacts<'a> {
    /// Bookmark of the contact.
    pub entry: Option<&'a Entry>,
    /// Result of the worker's last call.
    pub marked: Option<&'a Marked>,
    /// True for a contact that the worker entered.
    pub own: bool,
    /// Contact of the directory with the same name and other numbers.
    pub namesake: Option<&'a Contact>,
    /// True if the list of the team that it was taken from no longer has it.
    pub off_team: bool,
    /// Pack whose line for this contact is not applied, and the line.
    pub held: Option<(&'a str, &'a WithheldLine)>,
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
    pub(super) fn kept(&mut self, kept: BookmarkFacts<'_>) {
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
        let date = self.messages.date_of(marked.date());
        // An error found earlier stays beside a call that was not answered.
        let tried = marked.tried.map(Mark::Tried);
        let text = match tried.or_else(|| marked.mark()) {
            Some(Mark::Reached) => {
                let date = date + &number_behind(marked, self.messages);
                let arguments = [("date", date.into())];
                self.messages.format("card-reached", &arguments)
            }
            Some(Mark::Tried(tried)) => {
                let what =
                    self.messages.text(tried.message_id()) + &number_behind(marked, self.messages);
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

    /// Shows what changed since the contact was bookmarked, with the earlier facts, and a link that accepts
    /// the present ones.
    pub(super) fn changes(&mut self, contact: &Contact, kept: BookmarkFacts<'_>) {
        let Some(entry) = kept.entry else { return };
        let mut differences = entry.differences(Some(contact), false);
        differences.extend(kept.off_team.then_some(Differs::OffTeam));
        for difference in &differences {
            self.line(self.messages.text(difference.card_id()), Role::Warning);
            let before = match (difference, &entry.snapshot) {
                (Differs::Hours, Some(snapshot)) => self.hours_before(snapshot),
                (Differs::Numbers, Some(snapshot)) => numbers_before(snapshot, contact),
                _ => String::new(),
            };
            if !before.is_empty() {
                self.text_field("card-before", before);
            }
        }
        let of_facts: Vec<Differs> = differences
            .iter()
            .copied()
            .filter(|one| *one != Differs::OffTeam)
            .collect();
        let accept = match of_facts[..] {
            [] if differences.is_empty() => return,
            [] => "card-accept-off-team",
            [Differs::Numbers] => "card-accept-numbers",
            [Differs::Hours] => "card-accept-hours",
            _ => "card-accept-both",
        };
        let accept = self.messages.text(accept);
        let accept = self
            .composer
            .link(&accept, Link::AcceptChanges(contact.id.clone()));
        self.composer.paragraph(0, vec![accept, Piece::text("")]);
        self.composer.blank();
    }

    fn hours_before(&self, snapshot: &Snapshot) -> String {
        let hours = snapshot.hours.as_ref();
        match hours.map_or("", |hours| hours.get(self.language())) {
            "" => self.messages.text("packs-hours-none"),
            hours => hours.to_owned(),
        }
    }
}

/// Returns the numbers of a snapshot that the contact no longer has.
fn numbers_before(snapshot: &Snapshot, contact: &Contact) -> String {
    let kept = snapshot.phones.iter();
    let gone = kept.filter(|kept| !contact.phones.iter().any(|phone| same(kept, phone)));
    let numbers: Vec<&str> = gone.map(|kept| kept.number.as_str()).collect();
    numbers.join(", ")
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
    let date = messages.date_of(marked.date());
    let what = messages.text(kind.message_id()) + &number_behind(marked, messages);
    let arguments = [("what", what.into()), ("date", date.into())];
    let line = messages.format("card-wrong", &arguments);
    Some(if text.is_empty() {
        line
    } else {
        format!("{line} {text}")
    })
}

/// Returns the called number in parentheses; empty if the mark names none.
fn number_behind(marked: &Marked, messages: &Messages) -> String {
    match marked.number.as_str() {
        "" => String::new(),
        number => format!(" ({})", phone::shown(number, messages)),
    }
}
