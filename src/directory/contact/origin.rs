//! Pack of a contact, and the record that it replaces.

use serde::{Deserialize, Serialize};

/// Pack of a contact, as shown on its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Name of the pack.
    pub pack: String,
    /// Organization responsible for the pack.
    pub publisher: String,
    /// Day of publication, `YYYY-MM-DD`.
    pub date: String,
    /// State of the pack's signature.
    pub trust: Trust,
    /// Address for corrections; `None` if the pack has none.
    pub corrections_to: Option<String>,
    /// True for a pack that was made of another program's files.
    pub imported: bool,
    /// Record that the contact replaces.
    pub replaces: Option<Replaced>,
}

/// Record that another pack's record replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Name of its pack; [`EMBEDDED`](crate::directory::packs::EMBEDDED) for the directory inside the program.
    pub pack: String,
    /// Day on which its sources were read, `YYYY-MM-DD`.
    pub checked: String,
    /// Its numbers, as dialled. If it replaces a record itself, or one that was removed, these are
    /// the numbers of the first record of the id.
    pub numbers: Vec<String>,
}

/// State of a pack's signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// Not verified: this host has no trusted keys.
    Unsigned,
    /// Signed by this key.
    Signed(String),
}
