//! Numbers on which a life may depend: an unsigned pack does not replace them unless the worker
//! agreed to each one.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Pack, PackLine};
use crate::directory::phone::{national_digits, parted};
use crate::directory::{Contact, Name};
use crate::files::{Files, RealFiles};
use crate::i18n::Language;

/// Largest accepted file of agreed numbers, in bytes.
const SIZE_LIMIT: usize = 64 * 1024;

/// Returns the facts of a record of the program on which a life may depend, by its id; `None` for
/// other records.
pub type Vital = fn(&str) -> Option<ProtectedFacts>;

/// Facts of a record that an unsigned pack does not change unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedFacts {
    /// Name.
    pub name: Name,
    /// Numbers, as dialled.
    pub numbers: Vec<String>,
    /// Numbers in its texts.
    named: Vec<String>,
}

impl ProtectedFacts {
    /// Returns the facts of a contact.
    pub fn of(contact: &Contact) -> Self {
        Self {
            name: contact.name.clone(),
            numbers: contact.numbers(),
            named: contact.numbers_in_texts(),
        }
    }

    /// Returns the numbers in the texts of a contact that neither this record nor that contact has.
    fn others_in_texts(&self, contact: &Contact) -> Vec<String> {
        let own = contact.phones.iter().map(|phone| &phone.number);
        let known = self.numbers.iter().chain(&self.named).chain(own);
        let known: HashSet<String> = known
            .map(|number| national_digits(parted(number).0))
            .collect();
        let mut others = contact.numbers_in_texts();
        others.retain(|number| !known.contains(&national_digits(number)));
        others
    }
}

/// Line of a pack that is not applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WithheldLine {
    /// Id of the record.
    pub id: String,
    /// Name of the record in the pack; `None` if the pack removes it.
    pub name: Option<Name>,
    /// Name of the program's record.
    pub name_was: Name,
    /// Numbers of the program's record, as dialled.
    pub was: Vec<String>,
    /// Numbers of the pack's record, with those that its texts name instead.
    pub now: Vec<String>,
}

impl WithheldLine {
    /// Returns true if the pack has another name, and the same numbers.
    pub fn is_renamed(&self) -> bool {
        self.name.is_some() && self.was == self.now
    }

    /// Returns the texts to which the worker agrees: the numbers and the name.
    fn agreed(&self) -> Vec<String> {
        agreed(self.name.as_ref(), &self.now)
    }
}

fn agreed(name: Option<&Name>, numbers: &[String]) -> Vec<String> {
    let name = name.map(|name| Language::ALL.map(|language| name.get(language).0.to_owned()));
    numbers
        .iter()
        .cloned()
        .chain(name.into_iter().flatten())
        .collect()
}

/// Names and numbers in place of vital ones to which the worker agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Agreed {
    /// None.
    #[default]
    Nothing,
    /// Those of these records, by id.
    Numbers(BTreeMap<String, Vec<String>>),
    /// All of the pack.
    All,
}

impl Agreed {
    /// Reads the agreed numbers of a pack file; none if there is no such file, or it is damaged.
    pub fn read(pack: &Path) -> Self {
        let bytes = RealFiles.read(&agreed_path(pack), SIZE_LIMIT);
        let read = bytes
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.map_or(Self::Nothing, Self::Numbers)
    }

    /// Returns the file of the agreed numbers of these lines.
    pub fn of(held: &[WithheldLine]) -> Vec<u8> {
        let numbers = held.iter().map(|one| (&one.id, one.agreed()));
        let numbers: BTreeMap<_, _> = numbers.collect();
        // Strings cannot fail.
        serde_json::to_vec_pretty(&numbers).unwrap_or_default()
    }

    fn includes(&self, id: &str, name: Option<&Name>, numbers: &[String]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Numbers(known) => known
                .get(id)
                .is_some_and(|known| *known == agreed(name, numbers)),
            Self::All => true,
        }
    }
}

/// Returns the name of the pack whose line for this record is not applied, and the line; `None` if every line
/// is, or the packs were not read.
pub fn held_back<'a>(packs: &'a [Pack], id: &str) -> Option<(&'a str, &'a WithheldLine)> {
    packs.iter().find_map(|pack| {
        let mut held = pack.held().iter();
        let held = held.find(|held| held.id == id)?;
        Some((pack.header.name.as_str(), held))
    })
}

/// Returns the path of the agreed numbers of a pack file: `NAME.jsonl.agreed`.
pub fn agreed_path(pack: &Path) -> PathBuf {
    let mut name = pack.as_os_str().to_owned();
    name.push(".agreed");
    PathBuf::from(name)
}

/// Returns a line of an unsigned pack that is not applied, because it replaces vital numbers without
/// an agreement; `None` for other lines.
pub(in crate::directory::packs) fn held(
    line: &PackLine,
    vital: Vital,
    agreed: &Agreed,
) -> Option<WithheldLine> {
    let (id, name, mut now) = match line {
        PackLine::Contact(contact) => (&contact.id, Some(&contact.name), contact.numbers()),
        PackLine::Gone(id) => (id, None, Vec::new()),
    };
    let was = vital(id)?;
    if let PackLine::Contact(contact) = line {
        // "Do not call this one, call 902-555-0100."
        now.extend(was.others_in_texts(contact));
    }
    let is_same = was.numbers == now && name.is_none_or(|name| *name == was.name);
    if is_same || agreed.includes(id, name, &now) {
        return None;
    }
    Some(WithheldLine {
        id: id.clone(),
        name: name.cloned(),
        name_was: was.name,
        was: was.numbers,
        now,
    })
}
