//! Places of Canada with their index, written with the program's own code.

use crate::made::write;
use crate::places::Places;

/// Writes `places.table` and `places.names`, and what finds the names in texts.
pub fn make() -> Result<(), String> {
    let places = Places::read().map_err(|error| error.to_string())?;
    let sealed = places.write();
    write("places.table", &sealed.bytes)?;
    write("places.names", sealed.names.as_bytes())?;
    let finder = places.write_finder();
    write("places.finder", &finder.bytes)?;
    write("places.finder.names", finder.names.as_bytes())
}
