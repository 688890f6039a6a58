//! Content of the program: the texts of directory, guide and synonyms, and their sources.

use std::borrow::Cow;

use crate::directory::hours::zone::PlaceClock;
use crate::directory::load::{self, DirectoryFile, LoadError};
use crate::directory::packs::Pack;
use crate::directory::packs::merge::PackLines;
use crate::directory::{Contact, Directory, Region};
use crate::generated;
use crate::guide::{self, Guide, PageId, PageTexts};
use crate::i18n::{Language, Messages};
use crate::needs::Needs;
use crate::places::{PlaceId, Places, Target};
use crate::search::{Index, Knowledge, Synonyms, SynonymsError, topics};

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
        }
    }

    /// Applies these packs to the directory of the content.
    #[must_use]
    pub fn with_packs(self, packs: Vec<Pack>) -> Self {
        Self { packs, ..self }
    }

    /// Returns a message for each pack that could not be read for the directory.
    pub fn left_out<'a>(&'a self, messages: &'a Messages) -> impl Iterator<Item = String> + 'a {
        self.packs.iter().filter_map(|pack| pack.told(messages))
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
        let lines = PackLines::of(&self.packs);
        let prepared = self.prepared_directory();
        let unchanged =
            prepared.filter(|directory| !lines.change(|id| directory.place(id).is_some()));
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
        let index = Index::read(generated::INDEX, self.needs())?;
        let fits = index.contacts() + added.len() == directory.len();
        fits.then(|| index.extended(added, |place| directory.id(place)))?
    }

    /// Builds the index of [`Self::index`].
    pub fn build_index(&self, contacts: &[Contact]) -> Index {
        let [english, french] = Language::ALL.map(|language| self.guide(language));
        // The embedded synonyms are not damaged: the tests refuse that.
        let synonyms = self.synonyms().unwrap_or_default();
        let knowledge = Knowledge {
            needs: self.needs(),
            ..Knowledge::of_words(&synonyms)
        };
        Index::build(contacts, &topics(&english, &french), knowledge)
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

/// Sets the time zone of a contact: that of its places, or without places that of the places in its
/// area's text.
fn set_clock(contact: &mut Contact) {
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
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::directory::hours::Zone;
    use crate::directory::hours::zone::of_contact;
    use crate::i18n::Text;

    /// Returns the zone of a contact of a region with these places, and this area.
    fn zone(region: Region, places: &[&str], area: &str) -> Option<Zone> {
        let contacts = Assets::embedded().contacts().unwrap();
        let mut contact = contacts.into_iter().next().unwrap();
        contact.region = region;
        contact.places = places.iter().map(ToString::to_string).collect();
        contact.area = (!area.is_empty()).then(|| Text {
            en: area.to_owned(),
            fr: area.to_owned(),
        });
        set_clock(&mut contact);
        of_contact(&contact)
    }

    #[test]
    fn a_contact_keeps_the_time_of_its_places() {
        for (region, places, expected) in [
            (Region::On, &["Kenora"][..], Some(Zone::Winnipeg)),
            (Region::On, &["Thunder Bay"], Some(Zone::Toronto)),
            (Region::On, &["Atikokan"], Some(Zone::Atikokan)),
            (Region::On, &["Thunder Bay", "Kenora"], None),
            (
                Region::Nl,
                &["Happy Valley-Goose Bay"],
                Some(Zone::GooseBay),
            ),
            (Region::Nl, &["St. John’s", "Gander"], Some(Zone::StJohns)),
            (Region::Sk, &["Creighton"], Some(Zone::Winnipeg)),
            (Region::Bc, &["Cranbrook"], Some(Zone::Edmonton)),
            (Region::Nu, &["Cambridge Bay", "Iqaluit"], None),
            (Region::Nu, &["Rankin Inlet"], Some(Zone::RankinInlet)),
            (Region::Ns, &["no such place"], Some(Zone::Halifax)),
            (Region::Ca, &[], None),
        ] {
            assert_eq!(zone(region, places, ""), expected, "{places:?}");
        }
    }

    #[test]
    fn without_places_the_words_for_the_area_say_it() {
        for (region, area, expected) in [
            (Region::Nl, "Newfoundland and Labrador", Some(Zone::StJohns)),
            (Region::Nl, "Labrador West", Some(Zone::GooseBay)),
            (
                Region::On,
                "Toronto, Ottawa, Thunder Bay",
                Some(Zone::Toronto),
            ),
            (Region::On, "Thunder Bay and northwestern Ontario", None),
            (
                Region::Nu,
                "Cambridge Bay, Iqaluit, Kugluktuk, Rankin Inlet",
                None,
            ),
            (Region::Ns, "Halifax", Some(Zone::Halifax)),
            (Region::Qc, "Magdalen Islands", Some(Zone::Halifax)),
            (Region::Sk, "Creighton", Some(Zone::Winnipeg)),
            (Region::Nu, "Coral Harbour", Some(Zone::Atikokan)),
            (Region::Ca, "Ottawa", None),
        ] {
            assert_eq!(zone(region, &[], area), expected, "{area}");
        }
    }

    #[test]
    fn every_contact_with_places_has_their_clock() {
        let contacts = Assets::embedded().contacts().unwrap();
        let placed = contacts.iter().filter(|contact| !contact.places.is_empty());
        let unsaid = placed.filter(|contact| contact.clock == PlaceClock::Unsaid);
        assert_eq!(
            unsaid.map(|contact| &contact.id).collect::<Vec<_>>(),
            [""; 0]
        );
    }

    /// Returns a pack of contacts with these ids, and of ids that it removes.
    fn pack(name: &str, contacts: &[Contact], gone: &[String]) -> Pack {
        let header = format!(
            r#"{{"havre_pack": 1, "name": "{name}", "publisher": "P", "licence": "CC0-1.0", "date": "2026-01-02"}}"#
        );
        let contacts = contacts
            .iter()
            .map(|contact| serde_json::to_string(contact).unwrap());
        let gone = gone
            .iter()
            .map(|id| format!(r#"{{"id": "{id}", "gone": true}}"#));
        let lines: Vec<String> = std::iter::once(header)
            .chain(contacts)
            .chain(gone)
            .collect();
        let bytes = lines.join("\n").into_bytes();
        Pack::of_bytes(std::path::Path::new("pack.jsonl"), bytes).unwrap()
    }

    /// Changes of one pack: numbers of contacts to add, to replace and to remove.
    fn changes() -> impl Strategy<Value = [Vec<usize>; 3]> {
        let few = |most| prop::collection::btree_set(0..9usize, 0..most);
        let rarely = prop_oneof![2 => few(1), 1 => few(3)];
        let all = (few(6), rarely.clone(), rarely);
        all.prop_map(|(added, replaced, removed)| {
            [added, replaced, removed].map(|places| places.into_iter().collect())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn packs_and_own_contacts_are_searched_as_in_an_index_of_their_own(
            packs in prop::collection::vec(changes(), 0..4),
            own in 0..3usize,
        ) {
            let assets = Assets::embedded();
            let embedded = assets.contacts().unwrap();
            let named = |prefix: &str, place: usize| Contact {
                id: format!("{prefix}-{place}"),
                ..embedded[7 * place + 3].clone()
            };
            let changed = |place: usize| Contact {
                terms: vec!["zzyzx".to_owned()],
                ..embedded[11 * place].clone()
            };
            let packs = packs.into_iter().zip(["a", "b", "c"]).map(|([added, replaced, removed], name)| {
                let added = added.into_iter().map(|place| named("new", place));
                let contacts: Vec<Contact> = added.chain(replaced.into_iter().map(changed)).collect();
                let gone = removed.into_iter().map(|place| embedded[11 * place + 5].id.clone());
                pack(name, &contacts, &gone.collect::<Vec<_>>())
            });
            let assets = assets.with_packs(packs.collect());
            let own: Vec<Contact> = (0..own).map(|place| named("own", place)).collect();
            let directory = assets.directory_with(own.clone()).unwrap();
            let expected = assets.contacts_with(own).unwrap();
            prop_assert_eq!(directory.contacts(), &expected);
            for (place, contact) in expected.iter().enumerate() {
                prop_assert_eq!(directory.id(place), &contact.id);
                prop_assert_eq!(directory.get(&contact.id), Some(contact));
            }
            prop_assert!(assets.index(&directory).write() == assets.build_index(&expected).write());
        }
    }
}
