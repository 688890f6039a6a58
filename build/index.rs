//! Index of the embedded content, built with the program's own code.

use crate::assets::Assets;
use crate::made::write;

/// Writes `search.index`.
pub fn make() -> Result<(), String> {
    let assets = Assets::embedded();
    let directory = assets.directory().map_err(|error| error.to_string())?;
    write("search.index", &assets.index(&directory).write())
}
