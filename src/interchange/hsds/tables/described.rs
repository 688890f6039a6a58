//! Tables of a package as its `datapackage.json` names them.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::table_of;

/// Name of the file.
pub const NAME: &str = "datapackage.json";

/// Tables by the names of their files.
#[derive(Debug, Default)]
pub struct Described(FxHashMap<String, &'static str>);

impl Described {
    /// Reads the description, which lies in a folder: `""`, or a name with a slash. Nothing is known by one that
    /// cannot be read.
    pub fn of(json: &[u8], folder: &str) -> Self {
        let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
        let package: Value = serde_json::from_slice(json).unwrap_or_default();
        let resources = package["resources"].as_array().into_iter().flatten();
        let tables = resources.filter_map(|resource| {
            let name = resource["name"].as_str()?;
            let table = table_of(&format!("{name}.csv"))?;
            let paths = match &resource["path"] {
                Value::Array(paths) => paths.as_slice(),
                path => std::slice::from_ref(path),
            };
            let paths = paths.iter().filter_map(Value::as_str);
            let paths = paths.map(|path| format!("{folder}{}", path.trim_start_matches("./")));
            Some(paths.map(|path| (path, table)).collect::<Vec<_>>())
        });
        Self(tables.flatten().collect())
    }

    /// Returns the table of a file: the described one, else by its name.
    pub fn table(&self, file: &str) -> Option<&'static str> {
        self.0.get(file).copied().or_else(|| table_of(file))
    }
}
