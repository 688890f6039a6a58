//! What a pack changes, for the worker's own bookmarks and in all.

use std::collections::HashSet;

use crate::directory::packs::difference::{Change, Difference};
use crate::i18n::{Argument, Messages, Text};

/// Returns a line for each change of a bookmark, and one for all changes.
pub(super) fn lines(
    found: &[Difference],
    bookmarks: &HashSet<String>,
    messages: &Messages,
) -> Vec<String> {
    let count = |is: fn(&Change) -> bool| found.iter().filter(|one| is(&one.change)).count();
    let counts = [
        (
            "numbers",
            count(|one| matches!(one, Change::Numbers { .. })),
        ),
        ("hours", count(|one| matches!(one, Change::Hours { .. }))),
        ("gone", count(|one| matches!(one, Change::Gone))),
    ];
    let counts = counts.map(|(name, count)| (name, Argument::from(count)));
    let all = messages.format("packs-differences", &counts);
    let own = found.iter().filter(|one| bookmarks.contains(&one.id));
    let own = own.map(|one| line(one, messages));
    std::iter::once(all).chain(own).collect()
}

fn line(one: &Difference, messages: &Messages) -> String {
    let language = messages.language();
    let hours = |text: &Option<Text>| match text {
        Some(text) => text.get(language).to_owned(),
        None => messages.text("packs-hours-none"),
    };
    let numbers = |list: &[String]| match list {
        [] => messages.text("packs-numbers-none"),
        list => list.join(", "),
    };
    let (id, was, now) = match &one.change {
        Change::Gone => ("packs-bookmark-gone", String::new(), String::new()),
        Change::Numbers { was, now } => ("packs-bookmark-numbers", numbers(was), numbers(now)),
        Change::Hours { was, now } => ("packs-bookmark-hours", hours(was), hours(now)),
    };
    let words = [
        ("name", one.name.get(language).0.to_owned().into()),
        ("id", one.id.clone().into()),
        ("was", was.into()),
        ("now", now.into()),
    ];
    messages.format(id, &words)
}
