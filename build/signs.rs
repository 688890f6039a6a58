//! Signs of needs, written with the program's own code.

use crate::made::{earlier, write};
use crate::needs::Needs;

/// Writes `signs.table` and `signs.words` for the needs that were written before.
pub fn make() -> Result<(), String> {
    let needs = earlier("needs.json").ok_or("needs.json is missing")?;
    let signs = Needs::prepare_signs(&needs).map_err(|error| error.to_string())?;
    write("signs.table", &signs.bytes)?;
    write("signs.words", signs.names.as_bytes())
}
