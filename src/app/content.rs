//! What havre knows: read once at the start, never changed.

use std::sync::Arc;

use thiserror::Error;

use super::catalogue::Catalogue;
use crate::directory::load::{self, LoadError};
use crate::guide::{Guide, Page, ParseError, Topic, TopicId};
use crate::i18n::Language;
use crate::search::synonyms::SynonymsError;
use crate::search::{self, Synonyms};

/// The directory, the guide, and the way to find things in them.
#[derive(Debug)]
pub struct Content {
    /// Every contact, prepared for searching.
    pub catalogue: Arc<Catalogue>,
    /// The guide in English and in French.
    guides: [Guide; 2],
}

/// Why the content could not be read.
#[derive(Debug, Error)]
pub enum ContentError {
    /// A contact is damaged.
    #[error(transparent)]
    Directory(#[from] LoadError),
    /// The list of everyday words is damaged.
    #[error(transparent)]
    Synonyms(#[from] SynonymsError),
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
        let topics = search::topics(&guides[0], &guides[1]).into();
        let synonyms = Arc::new(Synonyms::embedded()?);
        let catalogue = Arc::new(Catalogue::build(
            directory.into_contacts(),
            topics,
            synonyms,
        ));
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
