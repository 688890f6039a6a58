//! Format of a pack and its file: lines, rules, signatures, and the numbers that are kept.

mod cleaned;
mod error;
mod file;
mod lines;
mod parse;
pub mod trust;
pub mod vital;
pub mod write;

use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use cleaned::{Cleaned, Cleaning};
pub use error::{PackError, field_in_words};
pub use file::{LineText, Pack, PackLine};
pub use lines::LONGEST_LINE;

use crate::directory::Contact;

/// Version of the format.
pub const VERSION: u32 = 1;

/// Extension of a pack file's name.
pub const EXTENSION: &str = "jsonl";

/// Returns true if a file's name is that of a pack.
pub fn is_pack(name: &str) -> bool {
    ends_in(name, EXTENSION)
}

/// Returns true if a file's name is that of a table, which may be a pack's.
pub fn is_table(name: &str) -> bool {
    ends_in(name, "csv")
}

fn ends_in(name: &str, extension: &str) -> bool {
    let end = Path::new(name).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case(extension))
}

/// Returns a name for the pack of a file: that of the file, or of the folder.
pub fn name_of(file: &Path) -> String {
    let stem = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().to_lowercase());
    let stem = stem.unwrap_or_default();
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// Name that stands for the embedded directory; no pack may have it.
pub const EMBEDDED: &str = "havre";

/// First line of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the format: 1.
    #[serde(rename = "havre_pack")]
    pub version: u32,
    /// Name of the pack: lower-case letters, digits and single hyphens. A newer pack of the same
    /// name replaces an older one as a whole.
    pub name: String,
    /// Organization responsible for the facts.
    pub publisher: String,
    /// Licence of the facts, in words or as an SPDX identifier.
    pub licence: String,
    /// Day of publication, `YYYY-MM-DD`. Of two packs, the later one overrides.
    pub date: String,
    /// Address for corrections: e-mail or web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrections_to: Option<String>,
    /// Source format of a pack made by `havre import`. Its numbers may be text as written, which is
    /// shown and never dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<String>,
}

/// Line that removes a contact of an earlier pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// Id of the contact.
    pub id: String,
    /// Always `true`: the service is closed, or must not be listed any more.
    pub gone: bool,
}

/// Returns the JSON Schema of a line of a pack.
pub fn schema() -> serde_json::Value {
    /// Line of a pack: the header first, then contacts and ids to remove.
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
