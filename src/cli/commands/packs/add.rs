//! `havre packs add` and `havre import` of packs: reports their changes, then installs them.

use std::collections::HashSet;

use serde::Serialize;

use super::import::Request;
use super::overrides::tell_first;
use super::{
    SCHEMA, TAKE_AWAY, differences, failure, line, overridden, print, tell_held, told, trust,
};
use crate::assets::Assets;
use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::errors::say;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::printing;
use crate::cli::output::progress::Total;
use crate::clock;
use crate::directory::packs::difference::{Differences, Preview};
use crate::directory::packs::vital::WithheldLine;
use crate::directory::packs::{Cleaned, Folders, Header, Pack, merge};
use crate::directory::{Contact, Trust};
use crate::document::pack_changes::{cleaned_in_words, takes_much};
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Changes by a pack, in the output of `--json`.
#[derive(Serialize)]
struct AddedJson<'a> {
    schema: u8,
    dry_run: bool,
    packs: Vec<Added<'a>>,
}

/// Pack of a [`AddedJson`].
#[derive(Serialize)]
struct Added<'a> {
    #[serde(flatten)]
    header: &'a Header,
    signed: bool,
    /// Date of the pack that it replaces.
    instead_of: Option<&'a str>,
    #[serde(flatten)]
    differences: differences::ChangesJson<'a>,
    /// Numbers on which a life may depend, which the pack does not replace.
    held: &'a [WithheldLine],
    /// Records from which secret addresses are removed.
    cleaned: &'a [Cleaned],
}

/// Adds packs, each as a whole; reports their changes, and writes nothing in a dry run.
///
/// # Errors
/// If a pack is refused, or cannot be written. Those before it are added. A pack of which lines are held back is
/// added, and the exit code says that something was refused.
pub(super) fn add(context: &mut Context<'_>, request: &Request) -> anyhow::Result<Exit> {
    let folders = context.folders()?;
    let bookmarks = context.bookmarked_ids()?;
    let contacts = Assets::embedded().contacts()?;
    let mut previews = Vec::new();
    let mut any_held = false;
    if clock::is_wrong(context.now) {
        say(&context.messages.text("pack-date-unknown"), context.stderr);
    }
    for file in &request.files {
        let pack = super::sheet::open(context, file, request.name.as_deref())?;
        let preview = one(context, &folders, pack, request, &contacts, &bookmarks)?;
        if !request.dry_run && !request.take_away && preview.must_ask() {
            return Err(takes_away(file, &preview, context.messages).into());
        }
        any_held |= !preview.pack.held().is_empty();
        if !request.dry_run {
            let installed = folders.install(&preview.pack);
            installed.map_err(|error| failure(&error, context.messages))?;
            // Verifies the packs now and prepares their search, to save the time at the next start.
            let _ = context.prepared(&folders, folders.open().packs);
        }
        if !request.json {
            tell(context, request, &preview, &contacts, &bookmarks)?;
            tell_cleaned(context, file, preview.pack.cleaned())?;
        }
        previews.push(preview);
    }
    if request.json {
        let packs = previews.iter().map(|preview| Added {
            header: &preview.pack.header,
            signed: preview.pack.trust != Trust::Unsigned,
            instead_of: preview.installed.as_ref().map(|one| one.date.as_str()),
            differences: differences::ChangesJson::of(&preview.differences, &bookmarks),
            held: preview.pack.held(),
            cleaned: preview.pack.cleaned(),
        });
        let report = AddedJson {
            schema: SCHEMA,
            dry_run: request.dry_run,
            packs: packs.collect(),
        };
        print(context, &printing::json(&report)?)?;
    }
    Ok(if any_held { Exit::BadData } else { Exit::Done })
}

fn one(
    context: &Context<'_>,
    folders: &Folders,
    pack: Pack,
    request: &Request,
    contacts: &[Contact],
    bookmarks: &HashSet<String>,
) -> anyhow::Result<Preview> {
    let progress = context.progress;
    let preview = progress.during(context.messages, "progress-pack", Total::Unknown, |_| {
        Preview::of_pack(folders, pack, request.agreed.clone(), contacts, bookmarks)
    });
    Ok(preview.map_err(|error| failure(&error, context.messages))?)
}

/// Returns the refusal of a pack that takes away a large part of the directory, or a number on which a
/// life may depend.
fn takes_away(file: &Given, preview: &Preview, messages: &Messages) -> Failure {
    let (name, counts) = (&preview.pack.header.name, preview.differences.counts);
    let command = format!("havre packs add {} --{TAKE_AWAY}", file.quoted());
    let said = takes_much(name, counts, &preview.takes_vital, &command, messages);
    Failure::new(Exit::BadData, printable(&said))
}

/// Prints the pack's name, the pack that it replaces, and its changes.
fn tell(
    context: &mut Context<'_>,
    request: &Request,
    preview: &Preview,
    contacts: &[Contact],
    bookmarks: &HashSet<String>,
) -> anyhow::Result<()> {
    let messages = context.messages;
    let header = &preview.pack.header;
    let Some(position) = preview.position() else {
        let path = [("path", header.name.clone().into())];
        return print(context, &messages.format("packs-superseded", &path));
    };
    let changes = merge::changes(contacts.to_vec(), &preview.packs).swap_remove(position);
    let count = changes.added + changes.replaced.len();
    let mut remarks = vec![trust(&preview.pack, messages)];
    if let Some(installed) = &preview.installed {
        let date = [("date", messages.date(&installed.date).into())];
        remarks.push(messages.format("packs-instead", &date));
    }
    print(context, &line(header, count, &remarks, messages))?;
    let id = if request.dry_run {
        "packs-would-add"
    } else {
        "packs-added"
    };
    print(context, &told(&preview.pack, &changes, id, messages))?;
    let replaced = changes.replaced.iter();
    let replaced = replaced.map(|one| overridden(one, "packs-replaces", messages));
    tell_first(context, replaced)?;
    tell_differences(context, &preview.differences, bookmarks)?;
    tell_held(context, preview.pack.held())
}

/// Reports the records from which secret addresses were removed.
fn tell_cleaned(
    context: &mut Context<'_>,
    file: &Given,
    cleaned: &[Cleaned],
) -> anyhow::Result<()> {
    for line in cleaned_in_words(cleaned, context.messages) {
        let line = printable(&format!("{}: {line}", file.path.display()));
        writeln!(context.stderr, "{line}")?;
    }
    Ok(())
}

/// Prints the changes in total and for each bookmark.
pub fn tell_differences(
    context: &mut Context<'_>,
    found: &Differences,
    bookmarks: &HashSet<String>,
) -> anyhow::Result<()> {
    for line in differences::lines(found, bookmarks, context.messages) {
        print(context, &line)?;
    }
    Ok(())
}
