//! Preview of a merge, one line for each change.

use std::collections::HashSet;

use crate::bookmarks::{BroughtChange, List, brought, kept_out};
use crate::cli::context::Context;
use crate::cli::own;
use crate::directory::namesake::Known;

/// Prints the differences between the list and the merged list. Returns true if there are any.
pub(super) fn say(context: &mut Context<'_>, before: &List, after: &List) -> anyhow::Result<bool> {
    let all = brought(before, after);
    let directory = context.directory()?;
    let known = Known::of(directory.contacts());
    for change in &all {
        let list = if change.takes_away() { before } else { after };
        let name = context.name_of_id(&change.id, list)?;
        context.text(&change.in_words(&name, context.messages))?;
        let there = directory.get(&change.id);
        let there = there.and_then(|contact| change.of_directory(contact, context.messages));
        let like = || {
            let own = list.own_contact(&change.id)?;
            let own = own.contact.as_ref()?.to_contact(&change.id, own.at);
            own::known_there(&own, &known, context.messages)
        };
        let told = match change.change {
            BroughtChange::Own(_) => like(),
            _ => there,
        };
        if let Some(told) = told {
            context.text(&format!("    {told}"))?;
        }
    }
    Ok(!all.is_empty())
}

/// Prints the items of other lists that the merge leaves out, because the worker removed them later. Returns
/// true if there are any.
pub(super) fn say_kept_out(
    context: &mut Context<'_>,
    others: &[List],
    after: &List,
) -> anyhow::Result<bool> {
    let mut met = HashSet::new();
    for other in others {
        for change in kept_out(other, after) {
            if met.insert(change.id.clone()) {
                let name = context.name_of_id(&change.id, other)?;
                context.text(&change.in_words(&name, context.messages))?;
            }
        }
    }
    Ok(!met.is_empty())
}
