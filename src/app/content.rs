//! Content of the program: immutable, and parsed on demand.

use std::sync::Arc;

use crate::assets::{Assets, Catalogue};
use crate::guide::{Guide, Page, Topic, TopicId};
use crate::i18n::Language;

/// Directory and guide, with the index for searching them.
#[derive(Debug)]
pub struct Content {
    /// Contacts and topics with their index.
    pub catalogue: Arc<Catalogue>,
    /// Guide in English and in French.
    guides: [Guide; 2],
}

impl Content {
    /// Creates the content of these texts.
    pub fn new(assets: Assets) -> Self {
        Self::of(Arc::new(Catalogue::new(Arc::new(assets))))
    }

    /// Creates the content of a catalogue without own contacts.
    pub fn of(catalogue: Arc<Catalogue>) -> Self {
        Self {
            guides: Language::ALL.map(|language| catalogue.guide(language)),
            catalogue,
        }
    }

    /// Returns the guide in a language.
    pub fn guide(&self, language: Language) -> &Guide {
        &self.guides[language as usize]
    }

    /// Returns a topic in a language, with its page; `None` if there is none.
    pub fn topic(&self, language: Language, id: &TopicId) -> Option<(&Page, &Topic)> {
        let guide = self.guide(language);
        guide.topic(id).map(|topic| (guide.page(id.page), topic))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::{Action, App, Key, KeyCode, Start, update};
    use crate::fixtures;

    #[test]
    fn reading_the_guide_makes_no_index() {
        let content = Rc::new(Content::new(fixtures::assets()));
        let mut app = App::new(Start::of(Rc::clone(&content)));
        let press = |app: &mut App, code| {
            update(app, Action::Key(Key::plain(code)));
        };
        for code in [KeyCode::Down, KeyCode::Enter, KeyCode::Tab, KeyCode::Right] {
            press(&mut app, code);
        }
        assert!(!content.catalogue.has_index());
        press(&mut app, KeyCode::Character('4'));
        assert!(content.catalogue.has_index());
    }
}
