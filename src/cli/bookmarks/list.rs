//! `havre bookmarks list`.

use crate::cli::{Exit, printing};
use jiff::Timestamp;
use serde::Serialize;

use super::Context;
use crate::bookmarks::{Entry, SavedName, SavedPhone};
use crate::directory::{Directory, Phone, PhoneKind};
use crate::i18n::typography::printable;

/// A bookmark as `--json` prints it.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    name: SavedName,
    phones: Vec<SavedPhone>,
    note: &'a str,
    labels: &'a [String],
    added: Timestamp,
    /// The directory no longer has the contact: name and phones are those that were kept.
    missing: bool,
    /// The phones are others than when it was bookmarked.
    phones_changed: bool,
}

pub(super) fn run(context: &mut Context<'_>, json: bool) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let list = store.list();
    let own = Directory::new(list.own_as_contacts());
    let shown: Vec<Shown<'_>> = list
        .bookmarks()
        .into_iter()
        .map(|entry| Shown::of(entry, &own, context))
        .collect();
    if json {
        context.line(&printing::json(&shown)?)?;
    } else {
        for item in &shown {
            let text = item.text(context);
            context.line(&text)?;
        }
        if shown.is_empty() {
            context.warn("cli-bookmarks-none", &[])?;
        }
    }
    Ok(if shown.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

impl<'a> Shown<'a> {
    /// As the directory has it today, else as it was kept.
    fn of(entry: &'a Entry, own: &Directory, context: &Context<'_>) -> Self {
        let current = context
            .directory
            .get(&entry.id)
            .or_else(|| own.get(&entry.id));
        let kept = entry.snapshot.as_ref();
        let changed = |phones: &[Phone]| kept.is_some_and(|kept| kept.phones_differ(phones));
        Self {
            id: &entry.id,
            name: current
                .map(|contact| SavedName::from(&contact.name))
                .or_else(|| kept.map(|kept| kept.name.clone()))
                .unwrap_or_default(),
            phones: current
                .map(|contact| contact.phones.iter().map(SavedPhone::from).collect())
                .or_else(|| kept.map(|kept| kept.phones.clone()))
                .unwrap_or_default(),
            note: entry.note(),
            labels: entry.labels(),
            added: entry.added,
            missing: current.is_none(),
            phones_changed: current.is_some_and(|contact| changed(&contact.phones)),
        }
    }

    /// One line, and one more for each thing that there is to say.
    fn text(&self, context: &Context<'_>) -> String {
        let numbers: Vec<&str> = self
            .phones
            .iter()
            .filter(|phone| phone.kind != PhoneKind::Fax)
            .map(|phone| phone.number.as_str())
            .collect();
        let name = self.name.get(context.messages.language());
        let mut lines = vec![format!("{}  {name}  {}", self.id, numbers.join(", "))];
        let mut add = |there_is: bool, id: &str, arguments: &[(&str, &str)]| {
            if there_is {
                lines.push(format!("    {}", context.message(id, arguments)));
            }
        };
        let labels = self.labels.join(", ");
        add(self.missing, "cli-bookmarks-missing", &[]);
        add(self.phones_changed, "cli-bookmarks-phones-changed", &[]);
        add(
            !labels.is_empty(),
            "cli-bookmarks-labels",
            &[("labels", &labels)],
        );
        add(
            !self.note.is_empty(),
            "cli-bookmarks-note",
            &[("text", self.note)],
        );
        let printable: Vec<String> = lines.iter().map(|line| printable(line)).collect();
        printable.join("\n")
    }
}
