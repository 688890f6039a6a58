//! Content that a change concerns, to notice that another session changed it since.

use super::Change;
use crate::bookmarks::model::entry::Entry;
use crate::bookmarks::model::list::List;
use crate::bookmarks::model::mark::{Mark, Marked};
use crate::bookmarks::model::own::OwnContact;
use crate::bookmarks::model::saved::{SavedPhone, SavedText};

/// Content that a change concerns, without its times; `None` and empty if there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Concern {
    /// A bookmark: its note, its labels and its stored facts.
    Bookmark(Option<(String, Vec<String>, Facts)>),
    /// Note of a bookmark.
    Note(String),
    /// Labels of a bookmark.
    Labels(Vec<String>),
    /// Stored phones and hours of a bookmark.
    Facts(Facts),
    /// An own contact.
    Own(Option<OwnContact>),
    /// Mark of a contact, the called number, and its numbers found out of service.
    Mark(Option<(Mark, String, Vec<String>)>),
    /// The order, in which a move of another session is no loss.
    Order,
}

/// Stored phones and hours.
type Facts = Option<(Vec<SavedPhone>, Option<SavedText>)>;

impl List {
    /// Returns the content that a change concerns.
    pub fn concern(&self, change: &Change) -> Concern {
        let id = change.id();
        let entry = self.get(id);
        match change {
            Change::Add { .. } | Change::Remove { .. } | Change::Restore { .. } => {
                let whole = |entry: &Entry| {
                    let labels = entry.labels().to_vec();
                    (entry.note().to_owned(), labels, facts(Some(entry)))
                };
                Concern::Bookmark(entry.map(whole))
            }
            Change::Note { .. } => Concern::Note(entry.map_or("", |entry| entry.note()).to_owned()),
            Change::Labels { .. } => {
                Concern::Labels(entry.map_or(&[][..], |entry| entry.labels()).to_vec())
            }
            Change::AcceptChanges { .. } => Concern::Facts(facts(entry)),
            Change::OwnAdd { .. } | Change::OwnEdit { .. } | Change::OwnRemove { .. } => {
                let own = self.own_contact(id);
                Concern::Own(own.and_then(|own| own.contact.clone()))
            }
            Change::Mark { .. } | Change::RestoreMark { .. } | Change::Unmark { .. } => {
                let whole = |marked: &Marked| {
                    let dead = marked.dead_numbers().collect();
                    Some((marked.mark()?, marked.number.clone(), dead))
                };
                Concern::Mark(self.marked(id).and_then(whole))
            }
            Change::Move { .. } => Concern::Order,
        }
    }
}

fn facts(entry: Option<&Entry>) -> Facts {
    let snapshot = entry?.snapshot.as_ref()?;
    Some((snapshot.phones.clone(), snapshot.hours.clone()))
}
