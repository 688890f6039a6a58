//! Content of the program: the texts of directory, guide and synonyms, and their sources.

mod catalogue;

use std::borrow::Cow;
use std::io;
use std::sync::LazyLock;

use crate::directory::hours::zone::PlaceClock;
use crate::directory::load::{self, DirectoryFile, LoadError};
use crate::directory::packs::Pack;
use crate::directory::packs::merge::PackLines;
use crate::directory::packs::prepared::{self, Prepared, PreparedPlace, Section, SectionWriter};
use crate::directory::packs::vital::ProtectedFacts;
use crate::directory::{Category, Contact, Directory, Region, pack_placing};
use crate::generated;
use crate::guide::{self, Guide, PageId, PageTexts};
use crate::i18n::{Language, Messages};
use crate::needs::Needs;
use crate::places::{PlaceId, Places, Target};
use crate::search::{Index, IndexBuilder, Knowledge, Synonyms, SynonymsError, TopicText, topics};
use crate::tables;

pub use self::catalogue::{Catalogue, Found};

/// Unparsed texts of the directory, the guide and the synonyms. Each is parsed by the method of its
/// name, at every call: callers keep the result.
#[derive(Clone, Debug)]
pub struct Assets {
    /// Files of the directory, in the order of loading.
    pub directory: Vec<DirectoryFile>,
    /// Pages of the guide in English and in French, in the order of [`Language::ALL`].
    pub guide: [PageTexts; 2],
    /// Synonyms of the search, as JSON.
    pub synonyms: Cow<'static, str>,
    /// Packs, in the order of their application to the directory.
    pub packs: Vec<Pack>,
    /// True if a search recognizes needs in its text.
    pub with_needs: bool,
    /// True for exactly the embedded texts: their index and the positions of their records were
    /// prepared when the program was built.
    pub prepared: bool,
    /// Prepared search of the directory with the packs; `None` if it is not prepared.
    pub prepared_packs: Option<Prepared>,
}

impl Assets {
    /// Returns the content embedded in the program.
    pub fn embedded() -> Self {
        let pages = |language| PageId::ALL.map(|page: PageId| guide::embedded_text(page, language));
        Self {
            directory: load::embedded_files(),
            guide: Language::ALL.map(pages),
            synonyms: Cow::Borrowed(Synonyms::EMBEDDED),
            packs: Vec::new(),
            with_needs: true,
            prepared: true,
            prepared_packs: None,
        }
    }

    /// Returns the name and the numbers of an embedded record on which a life may depend: emergency
    /// services, 911, 988, and the contacts for a need with a life at risk.
    pub fn vital(id: &str) -> Option<ProtectedFacts> {
        static DIRECTORY: LazyLock<Option<Directory>> =
            LazyLock::new(|| Assets::embedded().directory().ok());
        let contact = DIRECTORY.as_ref()?.get(id)?;
        let leads = || Needs::shared().is_some_and(|needs| needs.leads_for_a_life(id));
        let is_vital = contact.categories.contains(&Category::Emergency)
            || contact
                .phones
                .iter()
                .any(|phone| ["911", "988"].contains(&phone.number.as_str()))
            || leads();
        is_vital.then(|| ProtectedFacts::of(contact))
    }

    /// Applies these packs to the directory of the content.
    #[must_use]
    pub fn with_packs(self, packs: Vec<Pack>) -> Self {
        Self {
            packs,
            prepared_packs: None,
            ..self
        }
    }

    /// Opens the file with the prepared search of the directory with the packs, at the first of
    /// these places that has it. It is made if it is missing, damaged, or for other packs; `during`
    /// is called with that work. For small packs, and if the file cannot be written, everything is
    /// made in each session.
    #[must_use]
    pub fn with_prepared_packs(
        self,
        places: &[PreparedPlace],
        during: &dyn Fn(&mut dyn FnMut()),
    ) -> Self {
        if self.are_small() {
            return self;
        }
        self.with_packs_prepared_at(places, during)
    }

    /// Returns true if the packs are added to the embedded index in each session.
    fn are_small(&self) -> bool {
        let is_file = self.packs.iter().all(Pack::is_file);
        let size: u64 = self.packs.iter().map(|pack| pack.stamp().size).sum();
        !is_file || size < LARGE
    }

    /// Returns true if the packs should have a prepared search and have none.
    pub fn lacks_preparation(&self) -> bool {
        self.prepared_packs.is_none() && !self.are_small()
    }

    /// Does what [`Self::with_prepared_packs`] does for packs of any size in files.
    #[must_use]
    pub fn with_packs_prepared_at(
        self,
        places: &[PreparedPlace],
        during: &dyn Fn(&mut dyn FnMut()),
    ) -> Self {
        let Some(content) = content().filter(|_| self.prepared) else {
            return self;
        };
        let open = |place: &PreparedPlace| Prepared::open(&place.path, content, &self.packs);
        let mut prepared = places.iter().find_map(open);
        if prepared.is_none() {
            during(&mut || {
                let sections = |to: &mut SectionWriter<'_>| self.prepare_packs(to);
                prepared = prepared::open_or_make(places, content, &self.packs, sections);
            });
        }
        Self {
            prepared_packs: prepared,
            ..self
        }
    }

    /// Makes the prepared search. Each section is written as soon as it is made: of a million contacts
    /// they would take 0.5 GB together.
    fn prepare_packs(&self, to: &mut SectionWriter<'_>) -> io::Result<()> {
        let embedded = self.prepared_directory();
        let embedded = embedded.ok_or(io::ErrorKind::InvalidData)?;
        let (topics, synonyms) = (self.topics(), self.known_synonyms());
        let new = || IndexBuilder::of(self.knowledge(&synonyms));
        let index = pack_placing::write(&embedded, &self.packs, new, IndexBuilder::add, to)?;
        let index = index.finish(&topics);
        to.add(|to| index.write_where_it_lies(to))
    }

    /// Returns a message for each pack that could not be read for the directory.
    pub fn left_out<'a>(&'a self, messages: &'a Messages) -> impl Iterator<Item = String> + 'a {
        self.packs.iter().filter_map(|pack| pack.message(messages))
    }

    /// Returns true if a pack removed the contact with this id, which the directory does not have.
    pub fn is_closed(&self, id: &str) -> bool {
        self.packs.iter().any(|pack| pack.removes(id))
    }

    /// Returns the contacts of all files of the directory, with the packs applied.
    ///
    /// # Errors
    /// If a record is damaged. A test keeps a damaged embedded record from being released.
    pub fn contacts(&self) -> Result<Vec<Contact>, LoadError> {
        self.changed_by(PackLines::of(&self.packs))
    }

    fn changed_by(&self, lines: PackLines<'_>) -> Result<Vec<Contact>, LoadError> {
        let mut contacts = Vec::with_capacity(512);
        for file in &self.directory {
            contacts.extend(load::parse(file)?);
        }
        let mut contacts = lines.apply(contacts);
        contacts.iter_mut().for_each(set_clock);
        Ok(contacts)
    }

    /// Returns the contacts of the directory, followed by the worker's own.
    ///
    /// # Errors
    /// As [`Self::contacts`].
    pub fn contacts_with(
        &self,
        own: impl IntoIterator<Item = Contact>,
    ) -> Result<Vec<Contact>, LoadError> {
        let mut contacts = self.contacts()?;
        contacts.extend(own.into_iter().map(|mut contact| {
            set_clock(&mut contact);
            contact
        }));
        Ok(contacts)
    }

    /// Returns the directory of these contacts. The embedded ones are parsed on demand, unless a
    /// pack replaces or removes one.
    ///
    /// # Errors
    /// As [`Self::contacts`].
    pub fn directory(&self) -> Result<Directory, LoadError> {
        self.directory_with(Vec::new())
    }

    /// Returns the directory of these contacts, followed by the worker's own.
    ///
    /// # Errors
    /// As [`Self::contacts`].
    pub fn directory_with(&self, mut own: Vec<Contact>) -> Result<Directory, LoadError> {
        own.iter_mut().for_each(set_clock);
        if let Some(mut directory) = self.directory_of_prepared_packs() {
            directory.extend(own);
            return Ok(directory);
        }
        let lines = PackLines::of(&self.packs);
        let prepared = self.prepared_directory();
        let unchanged =
            prepared.filter(|directory| !lines.change(|id| directory.index_of(id).is_some()));
        let mut directory = match unchanged {
            Some(mut directory) => {
                let mut added = lines.apply(Vec::new());
                added.iter_mut().for_each(set_clock);
                directory.extend(added);
                directory
            }
            None => Directory::new(self.changed_by(lines)?),
        };
        directory.extend(own);
        Ok(directory)
    }

    /// Returns true if bytes of the prepared search were damaged when they were read.
    pub fn is_damaged(&self) -> bool {
        self.prepared_packs
            .as_ref()
            .is_some_and(Prepared::is_damaged)
    }

    /// Returns the same content without a prepared search of the packs. Its file is removed if it is
    /// damaged: the next start makes it again.
    #[must_use]
    pub fn in_memory(&self) -> Self {
        if let Some(prepared) = &self.prepared_packs {
            prepared.remove_damaged();
        }
        Self {
            prepared_packs: None,
            ..self.clone()
        }
    }

    /// Returns the directory with the packs as it was prepared; `None` if it was not, or a pack has
    /// changed.
    fn directory_of_prepared_packs(&self) -> Option<Directory> {
        let prepared = self.prepared_packs.as_ref()?;
        let is_same = |pack: &Pack| pack.has_changed().is_ok_and(|changed| !changed);
        if !self.packs.iter().all(is_same) {
            return None;
        }
        self.prepared_directory()?
            .with_packs(prepared.section(Section::Records), &self.packs)
    }

    /// Returns the embedded directory; `None` if this content has another.
    fn prepared_directory(&self) -> Option<Directory> {
        let positions = (generated::RECORDS, generated::RECORD_IDS);
        let prepared = self.prepared.then_some(&self.directory);
        prepared.and_then(|files| Directory::on_demand(positions, files, set_clock))
    }

    /// Returns the guide in a language; pages are parsed on demand.
    pub const fn guide(&self, language: Language) -> Guide {
        Guide::new(language, self.guide[language as usize])
    }

    /// Returns the index of the topics of the guide and of this directory, which is that of
    /// [`Self::directory_with`]. The index of the embedded contacts is prepared; others are added
    /// to it, unless a pack changes one.
    pub fn index(&self, directory: &Directory) -> Index {
        let prepared = self.prepared.then(|| self.prepared_index(directory));
        let index = prepared.flatten();
        index.unwrap_or_else(|| self.build_index(directory.contacts()))
    }

    /// Returns the prepared index with the contacts beside the prepared ones added; `None` if only a
    /// new index would be right.
    pub(crate) fn prepared_index(&self, directory: &Directory) -> Option<Index> {
        let added = directory.beside_prepared()?;
        let index = if directory.has_prepared_packs() {
            let (bytes, range) = self.prepared_packs.as_ref()?.section(Section::Index);
            Index::read_where_it_lies(bytes, range, self.needs())?
        } else {
            Index::read(generated::INDEX, self.needs())?
        };
        let fits = index.contacts() + added.len() == directory.len();
        fits.then(|| index.extended(added, |at| directory.id(at)))?
    }

    /// Builds the index of [`Self::index`].
    pub fn build_index(&self, contacts: &[Contact]) -> Index {
        let synonyms = self.known_synonyms();
        Index::build(contacts, &self.topics(), self.knowledge(&synonyms))
    }

    fn topics(&self) -> Vec<TopicText> {
        let [english, french] = Language::ALL.map(|language| self.guide(language));
        topics(&english, &french)
    }

    fn known_synonyms(&self) -> Synonyms {
        // The embedded synonyms are not damaged: the tests refuse that.
        self.synonyms().unwrap_or_default()
    }

    fn knowledge<'a>(&self, synonyms: &'a Synonyms) -> Knowledge<'a> {
        Knowledge {
            needs: self.needs(),
            ..Knowledge::of_words(synonyms)
        }
    }

    fn needs(&self) -> Option<&'static Needs> {
        self.with_needs.then(Needs::shared).flatten()
    }

    /// Returns the synonyms.
    ///
    /// # Errors
    /// If the list is damaged. A test keeps a damaged embedded list from being released.
    pub fn synonyms(&self) -> Result<Synonyms, SynonymsError> {
        Synonyms::parse(&self.synonyms)
    }
}

/// Least size of packs in bytes for which the search is prepared in a file: smaller ones are added
/// to the embedded index within some milliseconds.
const LARGE: u64 = 1024 * 1024;

/// Returns a checksum of the embedded content; `None` if its index is missing.
fn content() -> Option<u64> {
    let records = tables::sum_of(generated::RECORDS)?;
    Some(tables::sum_of(generated::INDEX)?.rotate_left(1) ^ records)
}

/// Sets the time zone of a contact: that of its places, or without places that of the places in its
/// area's text.
pub fn set_clock(contact: &mut Contact) {
    let places = Places::embedded();
    let region = contact.region;
    let zone = |place: PlaceId| places.place(place).zone;
    let named = contact.places.iter();
    let named = named.filter_map(|name| places.find(name, region));
    contact.clock = PlaceClock::of(named.map(zone));
    let area = contact.area.as_ref().filter(|_| region != Region::Ca);
    if let (PlaceClock::Unsaid, Some(area)) = (contact.clock, area) {
        let found = places.recognize(&area.en, region, None);
        let targets = found.iter().filter_map(|found| found.targets.first());
        let inside = targets.flat_map(|target| match target {
            Target::Place(place) => vec![*place],
            Target::Area(area) => places.area(*area).places.clone(),
        });
        let inside = inside.filter(|place| places.place(*place).region == region);
        contact.clock = PlaceClock::of(inside.map(zone));
    }
}

#[cfg(test)]
mod tests;
