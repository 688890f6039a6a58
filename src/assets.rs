//! The content that havre shows and searches: its texts, and where they come from.

use std::borrow::Cow;

use crate::directory::load::{self, DirectoryFile, LoadError};
use crate::directory::{Contact, Directory};
use crate::guide::{self, Guide, PageId, PageTexts};
use crate::i18n::Language;
use crate::search::{Synonyms, SynonymsError};

/// The texts of the directory, the guide and the synonyms, unparsed. Each is parsed by the method of
/// its name, at every call: callers keep the result.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The directory's files, in the order of loading.
    pub directory: Vec<DirectoryFile>,
    /// The guide's pages in English and in French, in the order of [`Language::ALL`].
    pub guide: [PageTexts; 2],
    /// The synonyms of the search, as JSON.
    pub synonyms: Cow<'static, str>,
}

impl Assets {
    /// The content inside the program.
    pub fn embedded() -> Self {
        let pages = |language| PageId::ALL.map(|page: PageId| guide::embedded_text(page, language));
        Self {
            directory: load::embedded_files(),
            guide: Language::ALL.map(pages),
            synonyms: Cow::Borrowed(Synonyms::EMBEDDED),
        }
    }

    /// The contacts of every file of the directory.
    ///
    /// # Errors
    /// A record is damaged; of the embedded ones, a test keeps that from being released.
    pub fn contacts(&self) -> Result<Vec<Contact>, LoadError> {
        let mut contacts = Vec::with_capacity(512);
        for file in &self.directory {
            contacts.extend(load::parse(file)?);
        }
        Ok(contacts)
    }

    /// The directory of these contacts.
    ///
    /// # Errors
    /// As [`Self::contacts`].
    pub fn directory(&self) -> Result<Directory, LoadError> {
        self.contacts().map(Directory::new)
    }

    /// The guide in that language, whose pages are parsed when they are asked for.
    pub const fn guide(&self, language: Language) -> Guide {
        Guide::new(language, self.guide[language as usize])
    }

    /// The synonyms.
    ///
    /// # Errors
    /// The list is damaged; of the embedded one, a test keeps that from being released.
    pub fn synonyms(&self) -> Result<Synonyms, SynonymsError> {
        Synonyms::parse(&self.synonyms)
    }
}
