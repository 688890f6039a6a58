//! Packs: directories as files, which stand over the directory inside the program.
//!
//! A pack is a file of JSON lines: a [`Header`], then one contact a line, or an id that the pack
//! takes away. `docs/packs.md` describes the format.
//!
//! - [`Pack`] is an opened file; its contacts are read on demand;
//! - [`merge`] applies packs to the directory by explicit rules;
//! - [`Folders`] finds, installs and removes pack files;
//! - [`trust`] decides which packs are accepted.

pub mod difference;
mod error;
mod folders;
pub mod merge;
mod pack;
mod record;
pub mod trust;
pub mod write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use error::PackError;
pub use folders::{Folders, Opened};
pub use pack::{Line, Pack};
pub use trust::Trust;

use super::Contact;

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;

/// The ending of a pack file's name.
pub const EXTENSION: &str = "jsonl";

/// The name that stands for the directory inside the program; no pack may have it.
pub const EMBEDDED: &str = "havre";

/// The first line of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the format: 1.
    #[serde(rename = "havre_pack")]
    pub version: u32,
    /// Name of the pack: small letters, digits and single hyphens. A newer pack of the same name
    /// replaces an older one as a whole.
    pub name: String,
    /// Organization that is responsible for the facts.
    pub publisher: String,
    /// The licence of its facts, in words or as an SPDX identifier.
    pub licence: String,
    /// The day on which it was published, `YYYY-MM-DD`. Of two packs, the later one overrides.
    pub date: String,
    /// Address for corrections: e-mail or web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrections_to: Option<String>,
    /// The format that `havre import` made the pack from. Its numbers may be text as it was written,
    /// which is shown and never dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<String>,
}

/// A line that takes a contact of an earlier pack away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// The contact's id.
    pub id: String,
    /// Always `true`: the service is closed, or must not be listed any more.
    pub gone: bool,
}

/// The pack that a contact comes from, as its card says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Name of the pack.
    pub pack: String,
    /// Organization that is responsible for the pack.
    pub publisher: String,
    /// The day on which it was published, `YYYY-MM-DD`.
    pub date: String,
    /// State of the pack's signature.
    pub trust: Trust,
    /// Where corrections go; `None` if the pack does not say.
    pub corrections_to: Option<String>,
    /// The record in whose place the contact stands.
    pub replaces: Option<Replaced>,
}

/// A record that another pack's record stands in place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Name of its pack; [`EMBEDDED`] for the directory inside the program.
    pub pack: String,
    /// The day on which its sources were read, `YYYY-MM-DD`.
    pub checked: String,
}

/// Returns the JSON Schema of a line of a pack.
pub fn schema() -> serde_json::Value {
    /// A line of a pack: the header first, then contacts and ids to take away.
    #[derive(JsonSchema)]
    #[schemars(untagged, title = "havre pack line")]
    #[expect(dead_code, reason = "describes the format; nothing of it is built")]
    enum PackLine {
        Header(Header),
        Contact(Box<Contact>),
        Gone(Gone),
    }
    schemars::schema_for!(PackLine).to_value()
}
