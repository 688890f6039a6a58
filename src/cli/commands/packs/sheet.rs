//! Pack files given to `havre import`: lines, or a table from a spreadsheet.

use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::clock;
use crate::directory::packs::{Pack, PackError, name_of};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::sheet::{self, NotAPack};

use super::failure;

/// Largest accepted table, in bytes.
const LARGEST: usize = 256 << 20;

/// Opens a pack. `name` replaces its own.
///
/// # Errors
/// If it is not a pack, or cannot be read.
pub(super) fn open(
    context: &Context<'_>,
    file: &Given,
    name: Option<&str>,
) -> anyhow::Result<Pack> {
    let messages = context.messages;
    let today = clock::today().to_string();
    let opened = sheet::open(&file.path, file.pack(), name, &today, messages, || {
        Ok(file.whole(LARGEST)?.into_owned())
    });
    let pack = opened.map_err(|refused| match &refused {
        NotAPack::Pack(error @ PackError::Foreign { .. }) if let Some(kind) = file.foreign() => {
            let refusal = file.refusal(kind, messages);
            let said = format!("{refusal} {}", printable(&error.say(messages)));
            Failure::new(Exit::BadData, said)
        }
        NotAPack::Pack(error) => failure(error, messages),
        NotAPack::Table(..) => Failure::new(Exit::BadData, refused.say(messages)),
    })?;
    if file.is_input() && name.is_none() && pack.header.name == name_of(&file.path) {
        return Err(nameless(messages).into());
    }
    Ok(pack)
}

/// Returns the refusal to name a pack after standard input, which has no name.
pub(super) fn nameless(messages: &Messages) -> Failure {
    Failure::new(Exit::Usage, messages.text("packs-import-nameless"))
}
