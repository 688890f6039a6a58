//! Preview of a merge, one line for each change.

use crate::bookmarks::{List, brought};
use crate::cli::context::Context;

/// Prints the differences between the list and the merged list. Returns true if there are any.
pub(super) fn say(context: &mut Context<'_>, before: &List, after: &List) -> anyhow::Result<bool> {
    let all = brought(before, after);
    for change in &all {
        let list = if change.takes_away() { before } else { after };
        let name = context.name_of_id(&change.id, list)?;
        context.text(&change.in_words(&name, context.messages))?;
    }
    Ok(!all.is_empty())
}
