//! Content of the program: immutable, and parsed on demand.

pub mod catalogue;

use std::sync::Arc;

use crate::assets::Assets;
use crate::guide::{Guide, Page, Topic, TopicId};
use crate::i18n::Language;
use catalogue::Catalogue;

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
        Self {
            guides: Language::ALL.map(|language| assets.guide(language)),
            catalogue: Arc::new(Catalogue::new(Arc::new(assets))),
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
