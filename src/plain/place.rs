//! Where the worker is, so that it is said when it changes, and then only.

use super::list;
use crate::app::App;
use crate::app::keymap::Context;
use crate::app::reading::{Pointed, Subject};
use crate::app::screens::Layer;
use crate::app::tabs::TabId;
use crate::document::Link;
use crate::i18n::Language;
use crate::search::Query;

/// What is done at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An item of a list is chosen by its number.
    List,
    /// Something is read; its links are followed by their numbers.
    Reading,
    /// A line is written.
    Editor,
    /// A form is filled in, line by line.
    Form,
}

/// A place, told apart from all others by what it shows; not by what is selected there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What is done there.
    pub kind: Kind,
    language: Language,
    tab: TabId,
    /// What lies over the tab, without the position in it.
    layers: Vec<Layer>,
    subject: Option<Subject>,
    /// In the Directory, what is searched for; in the Bookmarks, the label that is filtered by.
    query: Option<Query>,
    label: Option<String>,
}

impl Place {
    /// Whether the same language is spoken there.
    pub fn speaks_like(&self, other: &Self) -> bool {
        self.language == other.language
    }

    /// Whether it is the same place in the other language.
    pub fn is_translated(&self, other: &Self) -> bool {
        let language = other.language;
        !self.speaks_like(other)
            && Self {
                language,
                ..self.clone()
            } == *other
    }

    /// Where she is now.
    pub fn of(app: &App) -> Self {
        let kind = kind(app);
        let list = kind == Kind::List && app.at_tab();
        Self {
            kind,
            language: app.language(),
            tab: app.tab(),
            layers: app.layers(),
            subject: (kind == Kind::Reading).then(|| app.subject()),
            query: (list && app.tab() == TabId::Directory).then(|| app.query()),
            label: app
                .bookmarks()
                .label()
                .filter(|_| list)
                .map(ToOwned::to_owned),
        }
    }
}

/// What the numbers mean where she is, and what is meant without one; told apart by what it is, not by
/// its place.
#[derive(Debug, PartialEq, Eq)]
pub struct Numbered {
    items: Vec<String>,
    links: Vec<Link>,
    /// What is read, with its focused link.
    read: Option<Pointed>,
}

impl Numbered {
    /// What they mean now.
    pub fn of(app: &App) -> Self {
        let reading = kind(app) == Kind::Reading;
        Self {
            items: match kind(app) {
                Kind::List => list::ids(app),
                _ => Vec::new(),
            },
            links: match kind(app) {
                Kind::Reading => app.document(u16::MAX).links,
                _ => Vec::new(),
            },
            read: reading.then(|| app.target()),
        }
    }
}

/// What is done where she is now.
pub fn kind(app: &App) -> Kind {
    match app.context() {
        Context::Editor => Kind::Editor,
        Context::OwnForm => Kind::Form,
        Context::Reading => Kind::Reading,
        // Where a search found nothing, the ways out of it are links.
        _ if app.at_tab() && app.list_length() == 0 && app.tab() == TabId::Directory => {
            Kind::Reading
        }
        _ => Kind::List,
    }
}
