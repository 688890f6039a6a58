//! Records of an HSDS import that have the id of a contact of the program.

use std::collections::HashMap;

use super::{overridden, print, tell_held};
use crate::cli::context::Context;
use crate::directory::packs::difference::{Change, Difference};
use crate::directory::packs::merge::Overridden;
use crate::directory::packs::vital::WithheldLine;
use crate::directory::packs::{EMBEDDED, Folders, PackLine};
use crate::directory::{Contact, Replaced};
use crate::document::pack_changes::in_words;
use crate::i18n::Messages;
use crate::interchange::hsds::write;

/// Greatest number of replaced records printed; `--json` has all of them.
const MOST_SAID: usize = 50;

/// Reciprocal of the part of the program's contacts that an import may take away: a quarter.
const TOO_MUCH: usize = 4;

/// Records with ids of the program's contacts, judged one by one.
pub(super) struct Overrides<'a> {
    /// Contacts of the program.
    contacts: HashMap<&'a str, &'a Contact>,
    folders: &'a Folders,
    messages: &'static Messages,
    /// Results.
    pub(super) found: Overriding,
}

/// Results of an import for the program's contacts.
#[derive(Default)]
pub(super) struct Overriding {
    /// Number of records that say nothing else, and are left out.
    pub(super) known: usize,
    /// Contacts that are replaced, with their numbers before and now if they differ.
    pub(super) replaced: Vec<(Overridden, Option<Difference>)>,
    /// Contacts that are taken away.
    pub(super) removed: Vec<Overridden>,
    /// Contacts on which a life may depend, which stay.
    pub(super) held: Vec<WithheldLine>,
}

impl<'a> Overrides<'a> {
    pub(super) fn over(
        contacts: &'a [Contact],
        folders: &'a Folders,
        messages: &'static Messages,
    ) -> Self {
        let by_id = contacts
            .iter()
            .map(|contact| (contact.id.as_str(), contact));
        Self {
            contacts: by_id.collect(),
            folders,
            messages,
            found: Overriding::default(),
        }
    }

    /// Returns false for a record that says the same as the program's: it would only lose the sources.
    pub(super) fn is_news(&mut self, contact: &Contact) -> bool {
        let Some(ours) = self.contacts.get(contact.id.as_str()) else {
            return true;
        };
        let [said, known] = [contact, ours].map(|one| write::service(one, self.messages));
        if said == known {
            self.found.known += 1;
            return false;
        }
        let line = PackLine::Contact(Box::new(contact.clone()));
        if let Some(held) = self.folders.held(&line) {
            self.found.held.push(held);
            return true;
        }
        let (was, now) = (ours.numbers(), contact.numbers());
        let numbers = (was != now).then(|| Difference {
            id: ours.id.clone(),
            name: ours.name.clone(),
            change: Change::Numbers { was, now },
        });
        self.found.replaced.push((taken(ours), numbers));
        true
    }

    /// Records an id that the import takes away.
    pub(super) fn gone(&mut self, id: &str) {
        match self.folders.held(&PackLine::Gone(id.to_owned())) {
            Some(held) => self.found.held.push(held),
            None => self
                .found
                .removed
                .extend(self.contacts.get(id).map(|ours| taken(ours))),
        }
    }

    /// Returns true if a large part of the program's contacts is taken away.
    pub(super) fn take_much(&self) -> bool {
        TOO_MUCH * self.found.removed.len() >= self.contacts.len()
    }
}

fn taken(ours: &Contact) -> Overridden {
    Overridden {
        id: ours.id.clone(),
        name: ours.name.clone(),
        was: Replaced {
            pack: EMBEDDED.to_owned(),
            numbers: ours.numbers(),
            checked: ours.checked.clone(),
        },
    }
}

impl Overriding {
    /// Prints the results.
    pub(super) fn tell(&self, context: &mut Context<'_>) -> anyhow::Result<()> {
        let messages = context.messages;
        if self.known > 0 {
            let count = [("count", self.known.into())];
            print(context, &messages.format("packs-import-known", &count))?;
        }
        let replaced = self.replaced.iter().map(|(one, numbers)| match numbers {
            Some(numbers) => in_words(numbers, "packs-other-", messages),
            None => overridden(one, "packs-replaces", messages),
        });
        let removed = self.removed.iter();
        let removed = removed.map(|one| overridden(one, "packs-takes-away", messages));
        tell_first(context, replaced.chain(removed))?;
        tell_held(context, &self.held)
    }

    /// Returns the number of records that are held, without ids that are to be taken away.
    pub(super) fn held_records(&self) -> usize {
        self.held.iter().filter(|held| held.name.is_some()).count()
    }
}

/// Prints the first lines, and the number of the others.
pub(super) fn tell_first(
    context: &mut Context<'_>,
    mut lines: impl Iterator<Item = String>,
) -> anyhow::Result<()> {
    for line in lines.by_ref().take(MOST_SAID) {
        print(context, &line)?;
    }
    let more = lines.count();
    if more > 0 {
        let more = [("count", more.into())];
        let said = context.messages.format("packs-import-more", &more);
        print(context, &said)?;
    }
    Ok(())
}
