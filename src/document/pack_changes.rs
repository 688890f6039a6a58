//! Changes by a pack in words.

use crate::directory::packs::conflict::{Against, Conflict};
use crate::directory::packs::difference::{Change, Counts, Difference};
use crate::directory::packs::vital::WithheldLine;
use crate::directory::packs::{Cleaned, field_in_words};
use crate::i18n::{Argument, Messages, Text};

/// Returns the numbers of all changes in words.
pub fn counts_in_words(counts: Counts, messages: &Messages) -> String {
    let Counts {
        new,
        numbers,
        hours,
        closed,
        gone,
    } = counts;
    let counts = [
        ("new", new),
        ("numbers", numbers),
        ("hours", hours),
        ("closed", closed),
        ("gone", gone),
    ];
    let counts = counts.map(|(name, count)| (name, Argument::from(count)));
    messages.format("packs-differences", &counts)
}

/// Returns a change in words, by the message of its kind whose id begins with `prefix`.
pub fn in_words(one: &Difference, prefix: &str, messages: &Messages) -> String {
    let language = messages.language();
    let hours = |text: &Option<Text>| match text {
        Some(text) => text.get(language).to_owned(),
        None => messages.text("packs-hours-none"),
    };
    let numbers = |list: &[String]| numbers_in_words(list, messages);
    let (kind, was, now) = match &one.change {
        Change::New => ("new", String::new(), String::new()),
        Change::Closed => ("closed", String::new(), String::new()),
        Change::Gone => ("gone", String::new(), String::new()),
        Change::Numbers { was, now } => ("numbers", numbers(was), numbers(now)),
        Change::Hours { was, now } => ("hours", hours(was), hours(now)),
    };
    let words = [
        ("name", one.name.get(language).0.to_owned().into()),
        ("id", one.id.clone().into()),
        ("was", was.into()),
        ("now", now.into()),
    ];
    messages.format(&format!("{prefix}{kind}"), &words)
}

/// Returns a line for each number that a pack does not replace, and the reason; empty without any.
pub fn held_in_words(held: &[WithheldLine], messages: &Messages) -> Vec<String> {
    let line = |one: &WithheldLine| {
        let language = messages.language();
        let name = one.name.as_ref();
        let name = name.map_or("", |name| name.get(language).0);
        let words = [
            ("kept", one.name_was.get(language).0.to_owned().into()),
            ("id", one.id.clone().into()),
            ("name", name.to_owned().into()),
            ("was", numbers_in_words(&one.was, messages).into()),
            ("now", numbers_in_words(&one.now, messages).into()),
        ];
        let id = match one.name {
            Some(_) if one.is_renamed() => "packs-held-name",
            Some(_) => "packs-held",
            None => "packs-held-gone",
        };
        messages.format(id, &words)
    };
    let why = (!held.is_empty()).then(|| messages.text("packs-held-why"));
    held.iter().map(line).chain(why).collect()
}

/// Returns a line for each record with contradicting hours: which are used, and what to edit.
pub fn conflicts_in_words(conflicts: &[Conflict], messages: &Messages) -> Vec<String> {
    let line = |one: &Conflict| {
        let language = messages.language();
        let (id, number, other) = match &one.with {
            Against::Number { number, its } => {
                ("packs-conflict-number", number.as_str(), its.get(language))
            }
            Against::AlwaysOpen => ("packs-conflict-always", "", ""),
            Against::NotAlwaysOpen => ("packs-conflict-not-always", "", ""),
            Against::Languages => (
                "packs-conflict-languages",
                "",
                one.hours.get(language.other()),
            ),
        };
        let words = [
            ("name", one.name.get(language).0.to_owned().into()),
            ("id", one.id.clone().into()),
            ("hours", one.hours.get(language).to_owned().into()),
            ("number", number.to_owned().into()),
            ("other", other.to_owned().into()),
        ];
        messages.format(id, &words)
    };
    conflicts.iter().map(line).collect()
}

/// Returns the name and the field of each record from which a secret address was removed, and the reason.
pub fn cleaned_in_words(cleaned: &[Cleaned], messages: &Messages) -> Vec<String> {
    let line = |one: &Cleaned| {
        let name = one.name.get(messages.language()).0;
        let fields = one.fields.iter();
        let fields: Vec<String> = fields
            .map(|field| field_in_words(field, messages))
            .collect();
        let id = if one.is_of_another {
            "hsds-of-secret"
        } else {
            "hsds-confidential"
        };
        let words = [
            ("row", one.row.to_string().into()),
            ("name", name.to_owned().into()),
            ("fields", fields.join(", ").into()),
            ("why", messages.text(id).into()),
        ];
        messages.format("packs-cleaned", &words)
    };
    cleaned.iter().map(line).collect()
}

/// Returns the question about a pack that takes away a large part of the directory, or numbers of these
/// ids on which a life may depend; `command` takes it all the same.
pub fn takes_much(
    name: &str,
    counts: Counts,
    vital: &[String],
    command: &str,
    messages: &Messages,
) -> String {
    let words = [
        ("name", name.to_owned().into()),
        ("count", (counts.closed + counts.gone).into()),
        ("vital", numbers_in_words(vital, messages).into()),
        ("command", command.to_owned().into()),
    ];
    messages.format("packs-takes-much", &words)
}

fn numbers_in_words(list: &[String], messages: &Messages) -> String {
    match list {
        [] => messages.text("packs-numbers-none"),
        list => list.join(", "),
    }
}
