//! Files written by the build script.

use std::path::PathBuf;

/// Writes a file that the program includes.
pub fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = path(name)?;
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Returns the text of a file written by an earlier run; `None` if there is none.
pub fn earlier(name: &str) -> Option<String> {
    std::fs::read_to_string(path(name).ok()?).ok()
}

fn path(name: &str) -> Result<PathBuf, String> {
    let folder = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    Ok(PathBuf::from(folder).join(name))
}
