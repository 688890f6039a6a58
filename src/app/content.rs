//! What havre knows. Nothing of it changes, and nothing is read before it is asked for.

use std::sync::Arc;

use super::catalogue::Catalogue;
use crate::assets::Assets;
use crate::guide::{Guide, Page, Topic, TopicId};
use crate::i18n::Language;

/// The directory, the guide, and the way to find things in them.
#[derive(Debug)]
pub struct Content {
    /// Every contact, and the way to find them.
    pub catalogue: Arc<Catalogue>,
    /// The guide in English and in French.
    guides: [Guide; 2],
}

impl Content {
    /// The content of these texts.
    pub fn new(assets: Assets) -> Self {
        Self {
            guides: Language::ALL.map(|language| assets.guide(language)),
            catalogue: Arc::new(Catalogue::new(Arc::new(assets))),
        }
    }

    /// The guide in that language.
    pub fn guide(&self, language: Language) -> &Guide {
        &self.guides[language as usize]
    }

    /// A topic in that language, with its page; `None` where there is none.
    pub fn topic(&self, language: Language, id: &TopicId) -> Option<(&Page, &Topic)> {
        let guide = self.guide(language);
        guide.topic(id).map(|topic| (guide.page(id.page), topic))
    }
}
