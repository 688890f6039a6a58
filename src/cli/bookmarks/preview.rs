//! Preview of a merge, one line for each change.

use crate::bookmarks::{Brought, BroughtChange, List, Mark, brought};
use crate::cli::context::Context;

/// Prints the differences between the list and the merged list. Returns true if there are any.
pub(super) fn say(context: &mut Context<'_>, before: &List, after: &List) -> anyhow::Result<bool> {
    let all = brought(before, after);
    for change in &all {
        line(context, before, after, change)?;
    }
    Ok(!all.is_empty())
}

fn line(
    context: &mut Context<'_>,
    before: &List,
    after: &List,
    brought: &Brought,
) -> anyhow::Result<()> {
    use BroughtChange as C;
    let goes = matches!(
        brought.change,
        C::BookmarkRemoved | C::OwnRemoved | C::Mark(None)
    );
    let name = context.name_of_id(&brought.id, if goes { before } else { after });
    let mut say = |id: &str, rest: &[(&str, &str)]| {
        let name = [("name", name.as_str())];
        context.say(id, &[&name[..], rest].concat())
    };
    match &brought.change {
        C::Bookmark(numbers) => say(
            "cli-bookmarks-brings-bookmark",
            &[("numbers", &numbers.join(", "))],
        ),
        C::BookmarkRemoved => say("cli-bookmarks-brings-removal", &[]),
        C::Own(numbers) => say(
            "cli-bookmarks-brings-own",
            &[("numbers", &numbers.join(", "))],
        ),
        C::OwnRemoved => say("cli-bookmarks-brings-own-removal", &[]),
        C::OwnEdited => say("cli-bookmarks-brings-own-words", &[]),
        C::Numbers { old, new } => say(
            "cli-bookmarks-brings-numbers",
            &[("old", &old.join(", ")), ("new", &new.join(", "))],
        ),
        C::Note(text) if text.is_empty() => say("cli-bookmarks-brings-no-note", &[]),
        C::Note(text) => say("cli-bookmarks-brings-note", &[("text", text)]),
        C::Labels(labels) => say(
            "cli-bookmarks-brings-labels",
            &[("labels", &labels.join(", "))],
        ),
        C::Mark(None) => say("cli-bookmarks-brings-no-mark", &[]),
        C::Mark(Some(mark)) => {
            let (id, words) = match mark {
                Mark::Reached => ("bookmarks-marked-reached", ""),
                Mark::Tried(tried) => (tried.message_id(), ""),
                Mark::Wrong { kind, text } => (kind.message_id(), text.as_str()),
            };
            let mark = context.messages.text(id);
            let text = [mark.as_str(), words].join(" ");
            let rest = [("name", name.as_str()), ("mark", text.trim())];
            context.say("cli-bookmarks-brings-mark", &rest)
        }
    }
}
