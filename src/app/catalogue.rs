//! All that can be found: the directory's contacts, the worker's own, and the guide's topics.

use std::sync::OnceLock;

use crate::directory::{Contact, Directory, load};
use crate::guide::{Guide, TopicId};
use crate::i18n::{Language, Text};
use crate::search::{self, Index, Synonyms};

/// Contacts and topics, and the index that finds them. Each part is made when it is first asked for:
/// whoever opens havre to read the guide waits for neither.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The worker's own contacts.
    own: Vec<Contact>,
    directory: OnceLock<Directory>,
    findable: OnceLock<Findable>,
}

/// What is made for searching.
#[derive(Debug)]
struct Findable {
    topics: Vec<TopicTitle>,
    index: Index,
}

/// A topic of the guide as hits show it.
#[derive(Clone, Debug)]
pub struct TopicTitle {
    /// Its name.
    pub id: TopicId,
    /// Its title; where the page gives the meaning, with the page's title.
    pub title: Text,
}

impl Catalogue {
    /// What havre knows, and these contacts of the worker's own.
    pub fn with_own(own: Vec<Contact>) -> Self {
        Self {
            own,
            ..Self::default()
        }
    }

    /// The worker's own contacts.
    pub fn own(&self) -> &[Contact] {
        &self.own
    }

    /// Every contact, the worker's own last.
    pub fn directory(&self) -> &Directory {
        self.directory.get_or_init(|| {
            // No record is damaged: the tests refuse one.
            let mut contacts = load::embedded().unwrap_or_default().into_contacts();
            contacts.extend(self.own.iter().cloned());
            Directory::new(contacts)
        })
    }

    /// The guide's topics, by their places in what is found.
    pub fn topics(&self) -> &[TopicTitle] {
        &self.findable().topics
    }

    /// For searching them all.
    pub fn index(&self) -> &Index {
        &self.findable().index
    }

    fn findable(&self) -> &Findable {
        self.findable.get_or_init(|| {
            let [english, french] = Language::ALL.map(Guide::embedded);
            let topics = search::topics(&english, &french);
            // No entry is damaged: the tests refuse one.
            let synonyms = Synonyms::embedded().unwrap_or_default();
            let index = Index::build(self.directory().contacts(), &topics, &synonyms);
            let titles = topics.into_iter().map(|topic| TopicTitle {
                id: topic.id,
                title: topic.title,
            });
            Findable {
                topics: titles.collect(),
                index,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::{Action, App, Content, Key, KeyCode, Start, update};
    use crate::bookmarks::List;
    use crate::settings::Preferences;

    #[test]
    fn nothing_that_is_embedded_is_left_out() {
        let catalogue = Catalogue::default();
        let contacts = load::embedded().unwrap();
        assert_eq!(catalogue.directory().contacts(), contacts.contacts());
        let topics = catalogue.topics().len();
        assert_eq!(catalogue.index().len(), contacts.contacts().len() + topics);
        assert!(!Synonyms::embedded().unwrap().entries().is_empty());
    }

    #[test]
    fn reading_the_guide_makes_nothing_of_it() {
        let content = Rc::new(Content::embedded());
        let mut app = App::new(Start {
            content: Rc::clone(&content),
            preferences: Preferences::default(),
            first_run: false,
            list: List::default(),
            worker: None,
            conflicts: 0,
            ascii: false,
            notices: Vec::new(),
        });
        let press = |app: &mut App, code| {
            update(app, Action::Key(Key::plain(code)));
        };
        for code in [KeyCode::Down, KeyCode::Enter, KeyCode::Tab, KeyCode::Right] {
            press(&mut app, code);
        }
        assert!(content.catalogue.directory.get().is_none());
        assert!(content.catalogue.findable.get().is_none());
        press(&mut app, KeyCode::Character('4'));
        assert!(content.catalogue.findable.get().is_some());
    }

    #[test]
    fn her_own_contacts_stand_last() {
        let own = load::embedded().unwrap().contacts()[..1].to_vec();
        let catalogue = Catalogue::with_own(own.clone());
        assert_eq!(catalogue.directory().contacts().last(), own.first());
    }
}
