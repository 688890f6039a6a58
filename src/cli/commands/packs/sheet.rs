//! Pack files given to `havre import`: lines, or a table from a spreadsheet.

use std::path::Path;

use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::clock;
use crate::directory::packs::Pack;
use crate::files::read_whole;
use crate::interchange::sheet::{self, NotAPack};

use super::failure;

/// Largest accepted table, in bytes.
const LARGEST: usize = 256 << 20;

/// Opens a pack. `name` replaces its own.
///
/// # Errors
/// If it is not a pack, or cannot be read.
pub(super) fn open(context: &Context<'_>, file: &Path, name: Option<&str>) -> anyhow::Result<Pack> {
    let messages = context.messages;
    let today = clock::today().to_string();
    let opened = sheet::open(file, name, &today, messages, |file| {
        read_whole(file, LARGEST)
    });
    Ok(opened.map_err(|refused| match &refused {
        NotAPack::Pack(error) => failure(error, messages),
        NotAPack::Table(..) => Failure::new(Exit::BadData, refused.say(messages)),
    })?)
}
