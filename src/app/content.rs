//! What havre knows: read once at the start, never changed.

use std::rc::Rc;

use thiserror::Error;

use super::catalogue::Catalogue;
use crate::directory::load::{self, LoadError};
use crate::guide::{Guide, Page, ParseError, Topic, TopicId};
use crate::i18n::Language;

/// The directory, the guide, and the way to find things in them.
#[derive(Debug)]
pub struct Content {
    /// Every contact, prepared for searching.
    pub catalogue: Rc<Catalogue>,
    /// The guide in English and in French.
    guides: [Guide; 2],
}

/// Why the content could not be read.
#[derive(Debug, Error)]
pub enum ContentError {
    /// A contact is damaged.
    #[error(transparent)]
    Directory(#[from] LoadError),
    /// A page of the guide is damaged.
    #[error(transparent)]
    Guide(#[from] ParseError),
}

impl Content {
    /// The content inside the program.
    ///
    /// # Errors
    /// Some of it is damaged; a test keeps that from ever being released.
    pub fn embedded() -> Result<Self, ContentError> {
        let directory = load::embedded()?;
        let guides = [
            Guide::embedded(Language::En)?,
            Guide::embedded(Language::Fr)?,
        ];
        let catalogue = Rc::new(Catalogue::build(directory.into_contacts()));
        Ok(Self { catalogue, guides })
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
