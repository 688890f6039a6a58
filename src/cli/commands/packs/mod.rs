//! `havre packs …`: manages the packs applied to the embedded directory.

mod add;
mod differences;
mod hsds;
pub mod import;
mod json;
mod overrides;
mod report;
mod sheet;
mod source;

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command, value_parser};

use self::add::add;
use self::import::Request;
use self::json::{PackJson, ShownList};
use crate::assets::Assets;
use crate::cli::arguments;
use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::errors::say;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::printing;
use crate::directory::packs::merge::{self, Changes, Overridden};
use crate::directory::packs::vital::{Agreed, WithheldLine};
use crate::directory::packs::{EMBEDDED, Folders, Header, Pack, PackError};
use crate::directory::{Contact, Trust};
use crate::document::pack_changes::held_in_words;
use crate::i18n::typography::printable;
use crate::i18n::{Argument, Messages};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "packs";

/// Version of the JSON output.
const SCHEMA: u8 = 1;

/// Option of the worker's agreement to numbers on which a life may depend.
const REPLACE_EMERGENCY: &str = "replace-emergency";

/// Option of the worker's agreement to a pack that takes away a large part of the directory.
const TAKE_AWAY: &str = "take-away";

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let sub = |name: &'static str, about: &str| Command::new(name).about(messages.text(about));
    let json = || arguments::json(messages);
    let flag = |name, help| arguments::flag(name, help, messages);
    let name = || {
        Arg::new("name")
            .value_name(messages.text("cli-value-name"))
            .required(true)
            .help(messages.text("packs-help-name"))
    };
    let file = Arg::new("file")
        .value_name(messages.text("cli-value-file"))
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(messages.text("packs-help-file"));
    let dry_run = flag("dry-run", "import-help-dry-run");
    let emergency = flag(REPLACE_EMERGENCY, "packs-help-replace-emergency");
    let take_away = flag(TAKE_AWAY, "packs-help-take-away");
    Command::new(NAME)
        .about(messages.text("packs-about"))
        .arg(json())
        .subcommand(sub("list", "packs-about-list").arg(json()))
        .subcommand(sub("add", "packs-about-add").args([file, dry_run, emergency, take_away]))
        .subcommand(sub("remove", "packs-about-remove").arg(name()))
        .subcommand(sub("show", "packs-about-show").arg(name()).arg(json()))
}

/// Runs the subcommand.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let folders = context.folders()?;
    let name = |matches: &ArgMatches| matches.get_one::<String>("name").cloned();
    match matches.subcommand() {
        Some(("add", inner)) => {
            let files = Given::all(inner.get_one::<PathBuf>("file"), context)?;
            let agreed = if inner.get_flag(REPLACE_EMERGENCY) {
                Agreed::All
            } else {
                Agreed::Nothing
            };
            let request = Request {
                dry_run: inner.get_flag("dry-run"),
                take_away: inner.get_flag(TAKE_AWAY),
                ..Request::of_packs(files, agreed)
            };
            add(context, &request)
        }
        Some(("remove", inner)) => remove(context, &folders, &name(inner).unwrap_or_default()),
        Some(("show", inner)) => {
            let asked = name(inner).unwrap_or_default();
            show(context, &folders, &asked, inner.get_flag("json"))
        }
        Some((_, inner)) => list(context, &folders, inner.get_flag("json")),
        None => list(context, &folders, matches.get_flag("json")),
    }
}

fn list(context: &mut Context<'_>, folders: &Folders, json: bool) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let opened = folders.open();
    // The administrator of a machine prepares its packs so, for all workers.
    let _ = context.prepared(folders, opened.packs.clone());
    let embedded = Assets::embedded().contacts()?;
    let header = Header::of_program(&embedded);
    let count = embedded.len();
    let changes = merge::changes(embedded, &opened.packs);
    let packs = opened.packs.iter().zip(&changes);
    let packs = packs.filter(|(pack, _)| pack.failure().is_none());
    let refused = opened.refused.iter().map(|error| error.say(messages));
    let left_out = opened
        .packs
        .iter()
        .filter_map(|pack| pack.message(messages));
    let refused: Vec<String> = refused.chain(left_out).collect();
    let exit = if refused.is_empty() {
        Exit::Done
    } else {
        Exit::BadData
    };
    if json {
        let first = PackJson::embedded(&header, count);
        let packs = packs.map(|(pack, changes)| PackJson::of(pack, changes));
        let superseded = opened.superseded.iter();
        let shown = ShownList {
            schema: SCHEMA,
            packs: std::iter::once(first).chain(packs).collect(),
            superseded: superseded
                .map(|pack| pack.path.display().to_string())
                .collect(),
            refused,
        };
        print(context, &printing::json(&shown)?)?;
    } else {
        let place = messages.text("packs-embedded");
        print(context, &line(&header, count, &[place], messages))?;
        for (pack, changes) in packs {
            print(context, &in_use(pack, changes, messages))?;
            tell_held(context, pack.held())?;
        }
        for pack in &opened.superseded {
            let path = pack.path.display().to_string();
            let said = messages.format("packs-superseded", &[("path", path.into())]);
            print(context, &said)?;
        }
        for said in &refused {
            say(said, context.stderr);
        }
    }
    Ok(exit)
}

fn remove(context: &mut Context<'_>, folders: &Folders, name: &str) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let named = |id: &str| messages.format(id, &[("name", name.to_owned().into())]);
    let is_name = crate::directory::check::is_slug(name);
    let removed = folders.remove(if is_name { name } else { "" });
    let removed = removed.map_err(|error| failure(&error, messages))?;
    let opened = folders.open();
    let mut packs = opened.packs.iter();
    let left = packs.find(|pack| pack.header.name == name);
    if removed.is_empty() {
        let id = match (name, left) {
            (EMBEDDED, _) => "packs-remove-embedded",
            (_, Some(_)) => "packs-remove-host",
            (_, None) => "packs-unknown",
        };
        return Err(Failure::new(Exit::NothingFound, named(id)).into());
    }
    print(context, &named("packs-removed"))?;
    if removed != [folders.path_of(name)] {
        for path in &removed {
            print(context, &format!("  {}", path.display()))?;
        }
    }
    if let Some(left) = left {
        let date = messages.date(&left.header.date).into();
        let words = [("name", name.to_owned().into()), ("date", date)];
        print(context, &messages.format("packs-left-of-host", &words))?;
    }
    Ok(Exit::Done)
}

fn show(
    context: &mut Context<'_>,
    folders: &Folders,
    name: &str,
    json: bool,
) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let opened = folders.open();
    let changes = merge::changes(Assets::embedded().contacts()?, &opened.packs);
    context.packs.clone_from(&opened.packs);
    let mut found = opened.packs.iter().zip(&changes);
    let found = found.find(|(pack, _)| pack.header.name == name);
    if found.is_none() && name == EMBEDDED {
        return show_embedded(context, json);
    }
    let Some((pack, changes)) = found else {
        for error in &opened.refused {
            say(&printable(&error.say(messages)), context.stderr);
        }
        let name = [("name", name.to_owned().into())];
        return Err(
            Failure::new(Exit::NothingFound, messages.format("packs-unknown", &name)).into(),
        );
    };
    if pack.failure().is_some() {
        // The reason follows.
        return Ok(Exit::BadData);
    }
    if json {
        let shown = PackJson::of(pack, changes).alone(SCHEMA);
        print(context, &printing::json(&shown)?)?;
        return Ok(Exit::Done);
    }
    print(context, &in_use(pack, changes, messages))?;
    print_terms(context, &pack.header)?;
    print(context, &told(pack, changes, "packs-changes", messages))?;
    tell_held(context, pack.held())?;
    for (id, list) in [
        ("packs-replaces", &changes.replaced),
        ("packs-takes-away", &changes.removed),
    ] {
        for one in list {
            print(context, &overridden(one, id, messages))?;
        }
    }
    Ok(Exit::Done)
}

/// Shows the directory of the program.
fn show_embedded(context: &mut Context<'_>, json: bool) -> anyhow::Result<Exit> {
    let contacts = Assets::embedded().contacts()?;
    let header = Header::of_program(&contacts);
    if json {
        let shown = PackJson::embedded(&header, contacts.len()).alone(SCHEMA);
        print(context, &printing::json(&shown)?)?;
        return Ok(Exit::Done);
    }
    let place = context.messages.text("packs-embedded");
    let shown = line(&header, contacts.len(), &[place], context.messages);
    print(context, &shown)?;
    print_terms(context, &header)?;
    Ok(Exit::Done)
}

/// Prints the licence of a pack, and where corrections go.
fn print_terms(context: &mut Context<'_>, header: &Header) -> anyhow::Result<()> {
    let messages = context.messages;
    let licence = [("licence", header.licence.clone().into())];
    print(context, &messages.format("packs-licence", &licence))?;
    let corrections = match &header.corrections_to {
        Some(address) => messages.format(
            "packs-corrections-to",
            &[("address", address.clone().into())],
        ),
        None => messages.text("packs-corrections-unknown"),
    };
    print(context, &corrections)
}

fn print(context: &mut Context<'_>, text: &str) -> anyhow::Result<()> {
    // Line by line: `Printable` keeps line breaks.
    for line in text.lines() {
        writeln!(context.stdout, "{}", printable(line)).context("writing the result")?;
    }
    Ok(())
}

/// Formats `name · publisher · date · 12 contacts · unsigned · added here`.
fn line(header: &Header, count: usize, remarks: &[String], messages: &Messages) -> String {
    let count = messages.format("packs-count", &[("count", count.into())]);
    let date = messages.date(&header.date);
    let facts = [header.name.clone(), header.publisher.clone(), date, count];
    let facts: Vec<String> = facts.into_iter().chain(remarks.iter().cloned()).collect();
    facts.join(" · ")
}

/// Formats a pack in use as [`line`] does, with its trust and its place.
pub(in crate::cli) fn in_use(pack: &Pack, changes: &Changes, messages: &Messages) -> String {
    let count = changes.added + changes.replaced.len();
    let remarks = [trust(pack, messages), place_of(pack, messages)];
    line(&pack.header, count, &remarks, messages)
}

fn trust(pack: &Pack, messages: &Messages) -> String {
    messages.text(match pack.trust {
        Trust::Unsigned => "packs-not-signed",
        Trust::Signed(_) => "packs-signed",
    })
}

fn place_of(pack: &Pack, messages: &Messages) -> String {
    messages.text(if pack.of_host {
        "packs-of-host"
    } else {
        "packs-own"
    })
}

fn told(pack: &Pack, changes: &Changes, id: &str, messages: &Messages) -> String {
    let words: [(&str, Argument<'_>); 4] = [
        ("name", pack.header.name.clone().into()),
        ("added", changes.added.into()),
        ("replaced", changes.replaced.len().into()),
        ("removed", changes.removed.len().into()),
    ];
    messages.format(id, &words)
}

/// Prints the numbers of a pack that are not applied.
fn tell_held(context: &mut Context<'_>, held: &[WithheldLine]) -> anyhow::Result<()> {
    for line in held_in_words(held, context.messages) {
        print(context, &line)?;
    }
    Ok(())
}

fn overridden(one: &Overridden, id: &str, messages: &Messages) -> String {
    let words = [
        ("id", one.id.clone().into()),
        (
            "name",
            one.name.get(messages.language()).0.to_owned().into(),
        ),
        ("pack", one.was.pack.clone().into()),
        ("date", messages.date(&one.was.checked).into()),
    ];
    messages.format(id, &words)
}

/// Converts the error to a failure of the program.
pub(in crate::cli) fn failure(error: &PackError, messages: &Messages) -> Failure {
    let exit = match error {
        PackError::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            Exit::NothingFound
        }
        PackError::Unwritten { .. } | PackError::Unremoved { .. } => Exit::CouldNotWrite,
        _ => Exit::BadData,
    };
    Failure::new(exit, printable(&error.say(messages)))
}

impl Header {
    /// Returns the header of the embedded directory, in the form of a pack's.
    fn of_program(contacts: &[Contact]) -> Self {
        let newest = contacts.iter().map(|contact| contact.checked.as_str());
        Self {
            version: crate::directory::packs::VERSION,
            name: EMBEDDED.to_owned(),
            publisher: EMBEDDED.to_owned(),
            licence: env!("CARGO_PKG_LICENSE").to_owned(),
            date: newest.max().unwrap_or_default().to_owned(),
            corrections_to: None,
            imported: None,
        }
    }
}
