//! Contacts selected by arguments: by id, or by attributes.

use std::collections::HashSet;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::naming;
use crate::bookmarks::Store;
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::own;
use crate::directory::{Category, Contact, Region};
use crate::i18n::Messages;

/// Adds the options that select contacts.
pub(in crate::cli) fn arguments(command: Command, messages: &Messages) -> Command {
    command
        .arg(
            Arg::new("id")
                .value_name(messages.text("show-value"))
                .num_args(0..)
                .help(messages.text("selection-help-id")),
        )
        .arg(
            Arg::new("bookmarks")
                .long("bookmarks")
                .action(ArgAction::SetTrue)
                .help(messages.text("selection-help-bookmarks")),
        )
}

/// Returns all contacts, own ones and those of the team after those of the directory, and the list. They may
/// leave the program.
pub(in crate::cli) fn all(context: &mut Context<'_>) -> anyhow::Result<(Store, Vec<Contact>)> {
    let store = context.open()?;
    let mut contacts = context.directory()?.contacts().to_vec();
    contacts.extend(own::contacts(store.list(), &context.team_lists()?));
    Ok((store, contacts))
}

/// Returns the contacts named in the arguments, by id or by words of a name, in their order, and the unknown and
/// the ambiguous arguments. `None` if the arguments name no contact.
pub(in crate::cli) fn named<'a>(
    matches: &ArgMatches,
    store: &Store,
    contacts: &'a [Contact],
) -> Option<(Vec<&'a Contact>, Vec<String>)> {
    let ids = matches
        .get_many::<String>("id")
        .unwrap_or_default()
        .cloned();
    let mut ids: Vec<String> = ids.collect();
    let bookmarks = matches.get_flag("bookmarks");
    if ids.is_empty() && !bookmarks {
        return None;
    }
    if bookmarks {
        let marked = store.list().bookmarks();
        ids.extend(marked.into_iter().map(|entry| entry.id.clone()));
    }
    let (mut found, mut missing): (Vec<&Contact>, Vec<String>) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    for id in ids.into_iter().filter(|id| seen.insert(id.clone())) {
        // The id of a bookmark is no name.
        let named = match naming::found(&id, contacts)[..] {
            [contact] if contact.id == id || !store.list().contains(&id) => Some(contact),
            _ => None,
        };
        match named {
            Some(contact) if found.iter().any(|one| one.id == contact.id) => {}
            Some(contact) => found.push(contact),
            None => missing.push(id),
        }
    }
    Some((found, missing))
}

/// Reports arguments without a contact, by the name of a bookmark that the directory no longer has, and those that
/// may be several contacts.
pub(in crate::cli) fn report_missing(
    context: &mut Context<'_>,
    store: &Store,
    contacts: &[Contact],
    missing: &[String],
) -> anyhow::Result<()> {
    for id in missing {
        if store.list().contains(id) {
            let name = context.name_of_id(id, store.list())?;
            context.warn("selection-gone", &[("name", &name), ("id", id)])?;
            continue;
        }
        match &naming::found(id, contacts)[..] {
            [] => context.warn("selection-unknown", &[("id", id)])?,
            several => naming::refuse(id, several, context)?,
        }
    }
    Ok(())
}

/// Reports that no contact is left, unless the reason was already reported; returns the exit code.
pub(in crate::cli) fn nothing(
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> anyhow::Result<Exit> {
    if matches.get_many::<String>("id").is_some() {
        // Each unknown id was reported.
    } else if matches.get_flag("bookmarks") {
        context.warn_of_empty_list()?;
    } else {
        context.warn("selection-none", &[])?;
    }
    Ok(Exit::NothingFound)
}

/// Returns the contacts of the requested category and region.
pub(in crate::cli) fn filtered(
    contacts: &[Contact],
    category: Option<Category>,
    region: Option<Region>,
) -> Vec<&Contact> {
    let wanted = |contact: &&Contact| {
        category.is_none_or(|category| contact.categories.contains(&category))
            && region.is_none_or(|region| contact.region == region)
    };
    contacts.iter().filter(wanted).collect()
}
