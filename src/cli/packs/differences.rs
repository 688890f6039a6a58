//! Changes by a pack, for the worker's bookmarks and in total.

use std::collections::HashSet;

use serde::Serialize;

use crate::directory::packs::difference::{Change, Counts, Difference, Differences};
use crate::i18n::{Argument, Messages, Text};

/// Changes in the output of `--json`.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    counts: Counts,
    /// Changes of the worker's bookmarks.
    bookmarks: Vec<&'a Difference>,
    /// All changes, up to the limit of the list.
    changes: &'a [Difference],
}

impl<'a> Shown<'a> {
    pub(super) fn of(found: &'a Differences, bookmarks: &'a HashSet<String>) -> Self {
        Self {
            counts: found.counts,
            bookmarks: found.of(bookmarks).collect(),
            changes: &found.list,
        }
    }
}

/// Returns a line for all changes, one for each change of a bookmark, and one for each changed
/// number.
pub(super) fn lines(
    found: &Differences,
    bookmarks: &HashSet<String>,
    messages: &Messages,
) -> Vec<String> {
    let Counts {
        new,
        numbers,
        hours,
        closed,
        gone,
    } = found.counts;
    let counts = [
        ("new", new),
        ("numbers", numbers),
        ("hours", hours),
        ("closed", closed),
        ("gone", gone),
    ];
    let counts = counts.map(|(name, count)| (name, Argument::from(count)));
    let all = messages.format("packs-differences", &counts);
    let own = found.of(bookmarks).map(|one| line(one, messages));
    let others = found.list.iter().filter(|one| !bookmarks.contains(&one.id));
    let others = others.filter_map(|one| match &one.change {
        Change::Numbers { was, now } => Some(renumbered(one, was, now, messages)),
        _ => None,
    });
    std::iter::once(all).chain(own).chain(others).collect()
}

/// Returns the changed numbers of a contact that is not bookmarked.
fn renumbered(one: &Difference, was: &[String], now: &[String], messages: &Messages) -> String {
    let words = [
        (
            "name",
            one.name.get(messages.language()).0.to_owned().into(),
        ),
        ("id", one.id.clone().into()),
        ("was", numbers(was, messages).into()),
        ("now", numbers(now, messages).into()),
    ];
    messages.format("packs-numbers-changed", &words)
}

fn numbers(list: &[String], messages: &Messages) -> String {
    match list {
        [] => messages.text("packs-numbers-none"),
        list => list.join(", "),
    }
}

fn line(one: &Difference, messages: &Messages) -> String {
    let language = messages.language();
    let hours = |text: &Option<Text>| match text {
        Some(text) => text.get(language).to_owned(),
        None => messages.text("packs-hours-none"),
    };
    let numbers = |list: &[String]| numbers(list, messages);
    let (id, was, now) = match &one.change {
        Change::New => ("packs-bookmark-new", String::new(), String::new()),
        Change::Closed => ("packs-bookmark-closed", String::new(), String::new()),
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
