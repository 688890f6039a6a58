//! `havre bookmarks …`: the worker's list on the command line.

mod copies;
mod list;
mod preview;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::bookmarks::{self, Change, Entry, privacy};
use crate::cli::arguments;
use crate::cli::arguments::given::Given;
use crate::cli::arguments::input::argument_or_input;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json;
use crate::cli::own;
use crate::directory::{Contact, Phone};
use crate::i18n::Messages;

/// Longest accepted note, in characters.
const LONGEST_NOTE: usize = 2000;

/// The subcommand's name.
pub const NAME: &str = "bookmarks";

/// Returns the definition of the subcommand.
pub fn command(messages: &Messages) -> Command {
    let sub = |name: &'static str, about: &str| Command::new(name).about(messages.text(about));
    let flag = |name, help| arguments::flag(name, help, messages);
    let as_data = || {
        [
            arguments::json(messages),
            flag("tsv", "cli-bookmarks-help-tsv").conflicts_with("json"),
        ]
    };
    let id = || {
        Arg::new("id")
            .value_name("ID")
            .required(true)
            .help(messages.text("cli-bookmarks-help-id"))
    };
    let note = Arg::new("text")
        .value_name(messages.text("cli-value-text"))
        .required(true)
        .help(messages.text("cli-bookmarks-help-text"));
    let files = |least: usize| {
        Arg::new("file")
            .value_name(messages.text("cli-value-file"))
            .num_args(least..)
            .required(least > 0)
            .value_parser(value_parser!(PathBuf))
            .help(messages.text("cli-bookmarks-help-file"))
    };
    let export = sub("export", "cli-bookmarks-about-export");
    let number = Arg::new("number")
        .value_name(messages.text("cli-value-number"))
        .value_parser(value_parser!(usize))
        .help(messages.text("cli-bookmarks-help-number"));
    Command::new(NAME)
        .about(messages.text("cli-bookmarks-about"))
        .args(as_data())
        .subcommand(sub("list", "cli-bookmarks-about-list").args(as_data()))
        .subcommand(sub("add", "cli-bookmarks-about-add").arg(id()))
        .subcommand(removal(id(), messages))
        .subcommand(sub("note", "cli-bookmarks-about-note").arg(id()).arg(note))
        .subcommand(
            sub("merge", "cli-bookmarks-about-merge")
                .arg(files(0))
                .arg(flag("yes", "cli-bookmarks-help-yes")),
        )
        .subcommand(destination::arguments(export, messages))
        .subcommand(
            sub("import", "cli-bookmarks-about-import")
                .arg(files(1))
                .arg(flag("yes", "cli-bookmarks-help-yes")),
        )
        .subcommand(sub("restore", "cli-bookmarks-about-restore").arg(number))
        .subcommand(sub("path", "cli-bookmarks-about-path"))
        .subcommand(sub("schema", "cli-bookmarks-about-schema"))
        .subcommand(
            sub("wipe", "cli-bookmarks-about-wipe").arg(flag("yes", "cli-bookmarks-help-yes")),
        )
}

/// Returns the definition of `bookmarks remove`.
fn removal(id: Arg, messages: &Messages) -> Command {
    let contact = Arg::new("contact")
        .long("contact")
        .action(ArgAction::SetTrue)
        .help(messages.text("cli-bookmarks-help-contact"));
    Command::new("remove")
        .about(messages.text("cli-bookmarks-about-remove"))
        .args([id, contact])
}

/// Runs the subcommand and returns its exit code.
///
/// # Errors
/// If the output cannot be written; all other problems are reported to the user.
pub fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    match matches.subcommand() {
        Some(("list", matches)) => list::run(context, matches),
        None => list::run(context, matches),
        Some(("add", matches)) => add(context, id_of(matches)),
        Some(("remove", matches)) if matches.get_flag("contact") => {
            remove_own(context, id_of(matches))
        }
        Some(("remove", matches)) => remove(context, id_of(matches)),
        Some(("note", matches)) => {
            let text = matches.get_one::<String>("text").map_or("", String::as_str);
            let text = argument_or_input(text, context)?;
            note(context, id_of(matches), &text)
        }
        Some(("export", matches)) => copies::export(context, matches),
        Some(("merge" | "import", matches)) => {
            let files = matches.get_many::<PathBuf>("file").unwrap_or_default();
            let files = Given::all(files, context)?;
            copies::merge(context, &files, matches.get_flag("yes"))
        }
        Some(("restore", matches)) => copies::restore(context, matches.get_one("number").copied()),
        Some(("wipe", matches)) => copies::wipe(context, matches.get_flag("yes")),
        Some(("schema", _)) => {
            context.line(&json(&bookmarks::schema())?)?;
            Ok(Exit::Done)
        }
        _ => {
            let path = context.paths()?.bookmarks().display().to_string();
            context.line(&path)?;
            Ok(Exit::Done)
        }
    }
}

fn id_of(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("id").map_or("", String::as_str)
}

fn add(context: &mut Context<'_>, id: &str) -> anyhow::Result<Exit> {
    let mut store = context.open()?;
    let directory = context.directory()?;
    let team_lists = context.team_lists()?;
    let own = own::contacts(store.list(), &team_lists);
    let contact = directory
        .get(id)
        .or_else(|| own.iter().find(|own| own.id == id));
    let Some(contact) = contact else {
        context.warn("cli-bookmarks-unknown", &[("id", id)])?;
        return Ok(Exit::NothingFound);
    };
    let name = contact.name(context.messages.language()).to_owned();
    if store.list().contains(id) {
        context.say("cli-bookmarks-already", &[("name", &name)])?;
        return Ok(Exit::Done);
    }
    let team = own::team(&team_lists);
    let mut changes = bookmarks::of_team(store.list(), &team, id);
    changes.push(Change::add(contact, context.now));
    let saved = store.apply_all(&changes, context.now);
    context.outcome(&store, saved, "cli-bookmarks-added", &name)
}

fn remove(context: &mut Context<'_>, id: &str) -> anyhow::Result<Exit> {
    let mut store = context.open()?;
    let Some(name) = context.bookmarked(store.list(), id)? else {
        return Ok(Exit::NothingFound);
    };
    let saved = store.apply(Change::Remove { id: id.to_owned() }, context.now);
    context.outcome(&store, saved, "cli-bookmarks-removed", &name)
}

/// Removes a contact of the worker's own, and its bookmark, which would have no contact.
fn remove_own(context: &mut Context<'_>, id: &str) -> anyhow::Result<Exit> {
    let mut store = context.open()?;
    let own = store.list().own_contact(id);
    let Some(contact) = own.and_then(|own| own.contact.as_ref()) else {
        context.warn("cli-bookmarks-not-own", &[("id", id)])?;
        return Ok(Exit::NothingFound);
    };
    let phones = contact.phones.iter().map(Phone::from);
    let numbers: Vec<String> = phones.map(|phone| phone.dialled()).collect();
    let name = format!("{}  {}", contact.name, numbers.join(", "));
    let mut changes = vec![Change::OwnRemove { id: id.to_owned() }];
    if store.list().contains(id) {
        changes.push(Change::Remove { id: id.to_owned() });
    }
    let saved = store.apply_all(&changes, context.now);
    context.outcome(&store, saved, "cli-bookmarks-own-removed", name.trim_end())
}

fn note(context: &mut Context<'_>, id: &str, text: &str) -> anyhow::Result<Exit> {
    if text.chars().count() > LONGEST_NOTE {
        let most = LONGEST_NOTE.to_string();
        context.warn("cli-bookmarks-note-too-long", &[("most", &most)])?;
        return Ok(Exit::Usage);
    }
    let mut store = context.open()?;
    let Some(name) = context.bookmarked(store.list(), id)? else {
        return Ok(Exit::NothingFound);
    };
    let phones = phones_of(store.list().get(id), context.directory()?.get(id));
    let phones: Vec<&str> = phones.iter().map(String::as_str).collect();
    for finding in privacy::looks_like_personal_data(text, &phones) {
        let finding = context.messages.text(finding.message_id());
        context.warn("bookmarks-personal-data", &[("finding", &finding)])?;
    }
    let change = Change::Note {
        id: id.to_owned(),
        text: text.to_owned(),
    };
    let saved = store.apply(change, context.now);
    context.outcome(&store, saved, "cli-bookmarks-noted", &name)
}

/// Returns the present and the bookmarked numbers of a contact.
fn phones_of(entry: Option<&Entry>, contact: Option<&Contact>) -> Vec<String> {
    let kept = entry
        .and_then(|entry| entry.snapshot.as_ref())
        .into_iter()
        .flat_map(|snapshot| snapshot.phones.iter().map(|phone| phone.number.clone()));
    let current = contact
        .into_iter()
        .flat_map(|contact| contact.phones.iter().map(|phone| phone.number.clone()));
    kept.chain(current).collect()
}
