//! Card of a contact, in the order of use: the number that answers now, the other numbers, warnings
//! about calling, the service, and the provenance of the facts.
//!
//! ```text
//! Report child abuse or neglect (Nova Scotia)                     * bookmarked
//!
//! 1-866-922-2434  OPEN until 8:30            toll-free
//!                 Mon–Fri 16:30–8:30, weekends and holidays
//! 1-877-424-1177  closed, opens 8:30         toll-free
//!
//! To protect a child no consent is needed. A suspicion is enough.
//!
//! What        Speak to a child protection worker, by day or after hours.
//!
//! Source      Checked on 26 November 2026, from 6 sources · havre’s directory
//! ```

mod bookmark_notes;
mod facts;
mod numbers;

pub use bookmark_notes::{BookmarkFacts, wrong_in_words};

use jiff::Timestamp;
use unicode_width::UnicodeWidthStr;

use super::{Composer, Document, Link, Piece, Role, doubt};
use crate::bookmarks::{Differs, Entry, Marked};
use crate::directory::hours::Asking;
use crate::directory::{Caller, Category, Contact, Region};
use crate::i18n::{Language, Messages};

/// Lays out a card, with the entries of the worker's own list about the contact.
pub fn compose(
    contact: &Contact,
    kept: BookmarkFacts<'_>,
    asking: Asking<'_>,
    messages: &Messages,
    width: u16,
) -> Document {
    let mut card = Card {
        composer: Composer::new(width),
        messages,
        asking,
    };
    card.title(contact, kept);
    card.no_911(contact);
    card.phones(contact, kept.marked.is_some_and(Marked::has_other_hours));
    card.website_first(contact);
    card.changes(contact, kept);
    card.namesake(kept.namesake);
    card.doubts(contact, kept.marked);
    card.facts(contact);
    card.ways(contact);
    card.more(contact);
    card.kept(kept);
    card.provenance(contact, kept);
    card.composer.finish()
}

/// Returns true if an adult's consent is needed before a call: to the police and to others who must
/// act on a report, but not to child protection.
pub fn asks_consent(contact: &Contact) -> bool {
    let is_emergency = contact.id == contact.region.emergency().contact;
    contact.is_authority() && !protects_children(contact) && !is_emergency
}

fn protects_children(contact: &Contact) -> bool {
    contact.categories.first() == Some(&Category::ChildProtection)
}

/// Lays out a bookmark whose contact has left the directory. `is_closed` is true if a pack says that
/// the service is closed.
pub fn of_kept(
    entry: &Entry,
    is_closed: bool,
    off_team: bool,
    messages: &Messages,
    width: u16,
) -> Document {
    let mut card = Card {
        composer: Composer::new(width),
        messages,
        // The hours of a contact that has left the directory are unknown.
        asking: Asking {
            now: Timestamp::UNIX_EPOCH,
            here: None,
            caller: Caller::UNKNOWN,
        },
    };
    let snapshot = entry.snapshot.as_ref();
    let name = snapshot.map_or(entry.id.as_str(), |kept| kept.name.get(messages.language()));
    card.composer
        .paragraph(0, vec![Piece::new(name, Role::Title)]);
    card.composer.blank();
    for phone in snapshot.into_iter().flat_map(|kept| &kept.phones) {
        card.phone(&phone.into(), None, None, numbers::USUAL);
    }
    card.composer.blank();
    let off_team = off_team.then_some(Differs::OffTeam);
    for difference in entry
        .differences(None, is_closed)
        .into_iter()
        .chain(off_team)
    {
        card.line(messages.text(difference.card_id()), Role::Warning);
    }
    let hours = snapshot.and_then(|kept| kept.hours.as_ref());
    let hours = hours.map_or("", |hours| hours.get(messages.language()));
    if !hours.is_empty() {
        card.text_field("card-hours", hours.to_owned());
    }
    card.composer.blank();
    card.kept(BookmarkFacts {
        entry: Some(entry),
        ..BookmarkFacts::default()
    });
    card.composer.finish()
}

/// Widest possible window. A wider layout is for output line by line.
const WIDEST_WINDOW: usize = 400;
/// Least width at which the names of fields have a column of their own.
const FIELD_COLUMN: usize = 48;
/// Columns of a field's name.
const FIELD: usize = 12;

/// Card under construction.
pub(super) struct Card<'a> {
    pub(super) composer: Composer,
    pub(super) messages: &'a Messages,
    /// Time, region and clock for the state of each number.
    pub(super) asking: Asking<'a>,
}

impl Card<'_> {
    fn language(&self) -> Language {
        self.messages.language()
    }

    pub(super) fn line(&mut self, text: impl Into<String>, role: Role) {
        self.composer.paragraph(0, vec![Piece::new(text, role)]);
    }

    fn title(&mut self, contact: &Contact, kept: BookmarkFacts<'_>) {
        let (_, language) = contact.name.get(self.language());
        let mut pieces = vec![Piece::new(contact.title(self.language()), Role::Title)];
        let gloss = contact.beside_title(self.language());
        if let Some(gloss) = gloss {
            pieces.push(Piece::text(format!(" – {gloss}")));
        }
        // A gloss already tells that the name is in the other language; without the remark the
        // first number stays visible in a low window.
        let foreign = language != self.language() && gloss.is_none();
        let remark = if kept.own {
            Some("card-yours".to_owned())
        } else {
            foreign.then(|| format!("card-name-in-{}", language.code()))
        };
        if let Some(remark) = remark {
            pieces.push(Piece::new(
                format!(" ({})", self.messages.text(&remark)),
                Role::Muted,
            ));
        }
        if kept.entry.is_some() {
            let used = pieces.iter().map(Piece::width).sum();
            pieces.extend(self.bookmarked(used));
        }
        self.composer.paragraph(0, pieces);
        self.composer.blank();
    }

    /// Returns the bookmark's mark for the end of a title of width `used`: words at the right edge
    /// where they fit, else a sign.
    fn bookmarked(&self, used: usize) -> Vec<Piece> {
        let width = self.composer.width();
        let words = format!("*\u{a0}{}", self.messages.text("card-bookmarked"));
        if used + 2 + words.width() > width || width > WIDEST_WINDOW {
            return vec![Piece::text(" "), Piece::new("*", Role::Mark)];
        }
        let gap = "\u{a0}".repeat(width - used - words.width());
        vec![Piece::new(format!("{gap}{words}"), Role::Mark)]
    }

    /// Gives the numbers to call in danger if the card names 911 and the region has no 911.
    fn no_911(&mut self, contact: &Contact) {
        let emergency = self.asking.caller.region.emergency();
        if !emergency.is_911() && self.names_911(contact) {
            let call = emergency.call_words(self.messages);
            let words = self
                .messages
                .format("card-no-911", &[("call", call.into())]);
            self.line(words, Role::Danger);
            self.composer.blank();
        }
    }

    /// Shows warnings about calling: an error that the worker found, doubts about the entry,
    /// required consent.
    fn doubts(&mut self, contact: &Contact, marked: Option<&Marked>) {
        if let Some(line) = doubt::line(contact, self.asking.today(), self.messages) {
            self.line(line, Role::Warning);
        }
        if let Some(marked) = marked {
            self.found_wrong(marked);
        }
        if asks_consent(contact) {
            self.line(self.messages.text("consent-line"), Role::Warning);
        } else if protects_children(contact) {
            self.line(self.messages.text("consent-child"), Role::Warning);
        }
        self.composer.blank();
    }

    /// Returns true if the card of a contact that serves the worker's region names 911. A contact
    /// of another region may name 911 rightly.
    fn names_911(&self, contact: &Contact) -> bool {
        let serves = [Region::Ca, self.asking.caller.region].contains(&contact.region);
        serves && contact.names_911(self.messages.language())
    }

    pub(super) fn text_field(&mut self, id: &str, text: String) {
        self.field(id, vec![Piece::text(text)]);
    }

    /// Lays out a field: its name and its content.
    fn field(&mut self, id: &str, pieces: Vec<Piece>) {
        let name = self.messages.text(id);
        let end = self.messages.text("label-end");
        let in_column = self.composer.width() >= FIELD_COLUMN;
        let (name, gap, hanging) = if in_column {
            let gap = FIELD.saturating_sub(name.width()).max(2);
            (name.replace(' ', "\u{a0}"), Piece::gap(gap), FIELD)
        } else {
            (format!("{name}{end}"), Piece::text(" "), 1)
        };
        let mut all = vec![Piece::new(name, Role::Field), gap];
        all.extend(pieces);
        self.composer.paragraph(hanging, all);
    }
}

#[cfg(test)]
mod tests;
