//! JSON Schema of the format, generated from its types.

use serde_json::Value;

use super::list::Document;

/// Returns the JSON Schema (draft 2020-12) of `bookmarks.json`.
pub fn schema() -> Value {
    schemars::schema_for!(Document).to_value()
}
