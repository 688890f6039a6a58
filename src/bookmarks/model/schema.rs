//! The format's JSON Schema, made from the types that read it.

use serde_json::Value;

use super::list::Document;

/// The JSON Schema (draft 2020-12) of `bookmarks.json`.
pub fn schema() -> Value {
    schemars::schema_for!(Document).to_value()
}
