//! The user's place, printed when it changes.

use super::list;
use crate::app::App;
use crate::app::TabId;
use crate::app::keymap::Context;
use crate::app::subject::{Pointed, Subject};
use crate::app::view::Layer;
use crate::document::Link;
use crate::i18n::Language;
use crate::search::Query;

/// Kind of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// List: a number chooses an item.
    List,
    /// Page: a number follows a link.
    Reading,
    /// Text field of one line.
    Editor,
    /// Form with one question a line.
    Form,
}

/// Place identified by its content, not by its selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Kind of the place.
    pub kind: Kind,
    language: Language,
    tab: TabId,
    /// Overlays, without positions in them.
    layers: Vec<Layer>,
    subject: Option<Subject>,
    /// The query in the Directory; the label filter in the Bookmarks.
    query: Option<Query>,
    label: Option<String>,
}

impl Place {
    /// Returns true if both places have the same language.
    pub fn speaks_like(&self, other: &Self) -> bool {
        self.language == other.language
    }

    /// Returns true if the places differ only in language.
    pub fn is_translated(&self, other: &Self) -> bool {
        let language = other.language;
        !self.speaks_like(other)
            && Self {
                language,
                ..self.clone()
            } == *other
    }

    /// Returns the present place.
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

/// Items that numbers refer to, and the default item without a number; compared by identity, not by
/// position.
#[derive(Debug, PartialEq, Eq)]
pub struct Numbered {
    items: Vec<String>,
    links: Vec<Link>,
    /// Open page with its focused link.
    read: Option<Pointed>,
}

impl Numbered {
    /// Returns the present items.
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

/// Returns the kind of the present place.
pub fn kind(app: &App) -> Kind {
    match app.context() {
        Context::Editor => Kind::Editor,
        Context::OwnForm => Kind::Form,
        Context::Reading => Kind::Reading,
        // After a search without hits, the alternatives are links.
        _ if app.at_tab() && app.list_length() == 0 && app.tab() == TabId::Directory => {
            Kind::Reading
        }
        _ => Kind::List,
    }
}
