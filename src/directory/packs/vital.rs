//! Numbers on which a life may depend: an unsigned pack does not replace them unless the worker
//! agreed to each one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Line;
use crate::directory::Name;
use crate::files::{Files, RealFiles};

/// Largest accepted file of agreed numbers, in bytes.
const SIZE_LIMIT: usize = 64 * 1024;

/// Returns the numbers of a record of the program on which a life may depend, by its id; `None` for
/// other records.
pub type Vital = fn(&str) -> Option<Vec<String>>;

/// Line of a pack that is not applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Id of the record.
    pub id: String,
    /// Name of the record in the pack; `None` if the pack removes it.
    pub name: Option<Name>,
    /// Numbers of the program's record, as dialled.
    pub was: Vec<String>,
    /// Numbers of the pack's record.
    pub now: Vec<String>,
}

/// Numbers in place of vital ones to which the worker agreed.
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
    pub fn of(held: &[Held]) -> Vec<u8> {
        let numbers = held.iter().map(|one| (&one.id, &one.now));
        let numbers: BTreeMap<_, _> = numbers.collect();
        // Strings cannot fail.
        serde_json::to_vec_pretty(&numbers).unwrap_or_default()
    }

    fn includes(&self, id: &str, numbers: &[String]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Numbers(agreed) => agreed.get(id).is_some_and(|agreed| agreed == numbers),
            Self::All => true,
        }
    }
}

/// Returns the path of the agreed numbers of a pack file: `NAME.jsonl.agreed`.
pub fn agreed_path(pack: &Path) -> PathBuf {
    let mut name = pack.as_os_str().to_owned();
    name.push(".agreed");
    PathBuf::from(name)
}

/// Returns a line of an unsigned pack that is not applied, because it replaces vital numbers without
/// an agreement; `None` for other lines.
pub(super) fn held(line: &Line, vital: Vital, agreed: &Agreed) -> Option<Held> {
    let (id, name, now) = match line {
        Line::Contact(contact) => (&contact.id, Some(&contact.name), contact.numbers()),
        Line::Gone(id) => (id, None, Vec::new()),
    };
    let was = vital(id).filter(|was| *was != now && !agreed.includes(id, &now))?;
    Some(Held {
        id: id.clone(),
        name: name.cloned(),
        was,
        now,
    })
}
