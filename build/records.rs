//! Positions of the records of the embedded directory.

use crate::assets::set_clock;
use crate::directory::load::embedded_files;
use crate::directory::on_demand;
use crate::made::write;

/// Writes `records.table` and `records.ids`.
pub fn make() -> Result<(), String> {
    let sealed =
        on_demand::write(&embedded_files(), set_clock).map_err(|error| error.to_string())?;
    write("records.table", &sealed.bytes)?;
    write("records.ids", sealed.names.as_bytes())
}
