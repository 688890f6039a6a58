//! Resolver of paths to the files that define their items: through child modules, `use` and `pub use`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::paths::Named;
use super::{module_of, paths};

/// Most aliases followed for one path.
const ALIASES: usize = 8;

/// Modules of the crate, and the names that their `use` declarations give.
pub struct Modules<'a> {
    files: BTreeMap<Vec<String>, &'a Path>,
    /// Path of each alias of a module; with `crate` in front or relative to the module.
    aliases: BTreeMap<(Vec<String>, String), Vec<String>>,
    /// Paths in each file, without those of its tests.
    named: BTreeMap<&'a Path, Vec<Named>>,
}

impl<'a> Modules<'a> {
    pub fn of(sources: &'a BTreeMap<PathBuf, String>) -> Self {
        let mut modules = Self {
            files: BTreeMap::new(),
            aliases: BTreeMap::new(),
            named: BTreeMap::new(),
        };
        for (file, text) in sources {
            let module = module_of(file);
            let mut found = Vec::new();
            paths::names(text.parse().unwrap(), &module, &mut found);
            found.retain(|named| !named.in_tests);
            for named in &found {
                if let Some(alias) = &named.alias {
                    let key = (named.module.clone(), alias.clone());
                    modules.aliases.insert(key, named.path.clone());
                }
            }
            modules.files.insert(module, file);
            modules.named.insert(file, found);
        }
        modules
    }

    /// Returns the files that define items which a file names.
    pub fn imported_by(&self, file: &Path) -> impl Iterator<Item = &'a Path> {
        self.named[file].iter().filter_map(|named| {
            let is_use = named.alias.is_some();
            // A single word is a name of the module itself, or of the language.
            let is_import = is_use || named.path.len() > 1;
            is_import.then(|| self.file_of(&named.path, &named.module, ALIASES))?
        })
    }

    /// Returns the file that defines the item of a path in a module; `None` for other crates.
    fn file_of(&self, path: &[String], module: &[String], aliases: usize) -> Option<&'a Path> {
        let (mut current, rest) = match path {
            [root, rest @ ..] if root == "crate" => (Vec::new(), rest),
            _ => (module.to_vec(), path),
        };
        let is_relative = rest.len() == path.len();
        for (at, word) in rest.iter().enumerate() {
            let child = [&current[..], std::slice::from_ref(word)].concat();
            if self.files.contains_key(&child) {
                current = child;
                continue;
            }
            let alias = self.aliases.get(&(current.clone(), word.clone()));
            return match alias {
                Some(alias) if aliases > 0 => {
                    let path = [alias, &rest[at + 1..]].concat();
                    self.file_of(&path, &current, aliases - 1)
                }
                _ if is_relative && at == 0 => None,
                _ => self.file_with(&current),
            };
        }
        self.file_with(&current)
    }

    /// Returns the file of a module, or of the one around an inline module.
    fn file_with(&self, module: &[String]) -> Option<&'a Path> {
        let mut ends = (0..=module.len()).rev();
        ends.find_map(|end| self.files.get(&module[..end]).copied())
    }
}
