//! Packs in the output of `--json`.

use serde::Serialize;

use crate::directory::packs::merge::{Changes, Overridden};
use crate::directory::packs::vital::WithheldLine;
use crate::directory::packs::{Header, Pack};
use crate::directory::{Name, Trust};

/// Pack in the output of `--json`.
#[derive(Serialize)]
pub(super) struct PackJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<u8>,
    name: &'a str,
    publisher: &'a str,
    licence: &'a str,
    date: &'a str,
    corrections_to: Option<&'a str>,
    contacts: usize,
    signed: bool,
    of_host: bool,
    path: Option<String>,
    replaces: Vec<ShownOverride<'a>>,
    removes: Vec<ShownOverride<'a>>,
    /// Numbers on which a life may depend, which the pack does not replace.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    held: &'a [WithheldLine],
}

/// Record that a pack replaces or removes.
#[derive(Serialize)]
pub(super) struct ShownOverride<'a> {
    id: &'a str,
    name: &'a Name,
    pack: &'a str,
    checked: &'a str,
}

impl<'a> From<&'a Overridden> for ShownOverride<'a> {
    fn from(one: &'a Overridden) -> Self {
        Self {
            id: &one.id,
            name: &one.name,
            pack: &one.was.pack,
            checked: &one.was.checked,
        }
    }
}

impl<'a> PackJson<'a> {
    pub(super) fn of(pack: &'a Pack, changes: &'a Changes) -> Self {
        Self {
            signed: pack.trust != Trust::Unsigned,
            of_host: pack.of_host,
            path: Some(pack.path.display().to_string()),
            replaces: changes.replaced.iter().map(ShownOverride::from).collect(),
            removes: changes.removed.iter().map(ShownOverride::from).collect(),
            held: pack.held(),
            ..Self::embedded(&pack.header, changes.added + changes.replaced.len())
        }
    }

    /// Returns the pack as the whole output, with the version of its form.
    pub(super) fn alone(self, schema: u8) -> Self {
        Self {
            schema: Some(schema),
            ..self
        }
    }

    /// Returns the embedded directory as a pack: without a file, a signature and changes.
    pub(super) fn embedded(header: &'a Header, contacts: usize) -> Self {
        Self {
            schema: None,
            name: &header.name,
            publisher: &header.publisher,
            licence: &header.licence,
            date: &header.date,
            corrections_to: header.corrections_to.as_deref(),
            contacts,
            signed: false,
            of_host: false,
            path: None,
            replaces: Vec::new(),
            removes: Vec::new(),
            held: &[],
        }
    }
}

/// Output of `packs list --json`.
#[derive(Serialize)]
pub(super) struct ShownList<'a> {
    pub(super) schema: u8,
    pub(super) packs: Vec<PackJson<'a>>,
    /// Names of files whose packs are unused because a later one has their name.
    pub(super) superseded: Vec<String>,
    /// Reasons for refusing each of the others.
    pub(super) refused: Vec<String>,
}
