//! `havre bookmarks …`: the worker's list on the command line.

mod copies;
mod list;
mod preview;

use std::io::{BufRead, Write};

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::Timestamp;

use super::Exit;
use super::input::argument_or_input;
use super::printing::json;
use super::progress::Progress;
use crate::bookmarks::{self, Change, Entry, List, Opened, SaveError, Snapshot, Store, privacy};
use crate::directory::{Contact, Directory};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::paths::Paths;

/// Environment of a command.
pub struct Context<'a> {
    /// Paths of the worker's files.
    pub paths: &'a Paths,
    /// The directory, for names and numbers.
    pub directory: &'a Directory,
    /// Texts in the worker's language.
    pub messages: &'a Messages,
    /// Time of the call.
    pub now: Timestamp,
    /// Stream of results.
    pub out: &'a mut dyn Write,
    /// Stream of warnings, separate from the results.
    pub errors: &'a mut dyn Write,
    /// Stream of answers.
    pub input: &'a mut dyn BufRead,
    /// Progress display.
    pub progress: Progress,
}

/// Longest accepted note, in characters.
const LONGEST_NOTE: usize = 2000;

/// The subcommand's name.
pub const NAME: &str = "bookmarks";

/// Returns the definition of the subcommand.
pub fn command(messages: &Messages) -> Command {
    let sub = |name: &'static str, about: &str| Command::new(name).about(messages.text(about));
    let flag = |name: &'static str, help: &str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(messages.text(help))
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
    let files = Arg::new("file")
        .value_name(messages.text("cli-value-file"))
        .num_args(0..)
        .value_parser(value_parser!(std::path::PathBuf))
        .help(messages.text("cli-bookmarks-help-file"));
    let number = Arg::new("number")
        .value_name(messages.text("cli-value-number"))
        .value_parser(value_parser!(usize))
        .help(messages.text("cli-bookmarks-help-number"));
    Command::new(NAME)
        .about(messages.text("cli-bookmarks-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            sub("list", "cli-bookmarks-about-list")
                .arg(flag("json", "cli-bookmarks-help-json"))
                .arg(flag("tsv", "cli-bookmarks-help-tsv").conflicts_with("json")),
        )
        .subcommand(sub("add", "cli-bookmarks-about-add").arg(id()))
        .subcommand(sub("remove", "cli-bookmarks-about-remove").arg(id()))
        .subcommand(sub("note", "cli-bookmarks-about-note").arg(id()).arg(note))
        .subcommand(
            sub("merge", "cli-bookmarks-about-merge")
                .arg(files)
                .arg(flag("yes", "cli-bookmarks-help-yes")),
        )
        .subcommand(sub("restore", "cli-bookmarks-about-restore").arg(number))
        .subcommand(sub("path", "cli-bookmarks-about-path"))
        .subcommand(sub("schema", "cli-bookmarks-about-schema"))
        .subcommand(
            sub("wipe", "cli-bookmarks-about-wipe").arg(flag("yes", "cli-bookmarks-help-yes")),
        )
}

/// Runs the subcommand and returns its exit code.
///
/// # Errors
///
/// If the output cannot be written; all other problems are reported to the user.
pub fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    match matches.subcommand() {
        Some(("list", matches)) => list::run(context, matches),
        Some(("add", matches)) => add(context, id_of(matches)),
        Some(("remove", matches)) => remove(context, id_of(matches)),
        Some(("note", matches)) => {
            let text = matches.get_one::<String>("text").map_or("", String::as_str);
            let text = argument_or_input(text, context.input)?;
            note(context, id_of(matches), &text)
        }
        Some(("merge", matches)) => {
            let files = matches.get_many("file").unwrap_or_default();
            let files = files.cloned().collect::<Vec<_>>();
            copies::merge(context, &files, matches.get_flag("yes"))
        }
        Some(("restore", matches)) => copies::restore(context, matches.get_one("number").copied()),
        Some(("wipe", matches)) => copies::wipe(context, matches.get_flag("yes")),
        Some(("schema", _)) => {
            context.line(&json(&bookmarks::schema())?)?;
            Ok(Exit::Done)
        }
        _ => {
            let path = context.paths.bookmarks().display().to_string();
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
    let own = store.list().own_as_contacts();
    let contact = context
        .directory
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
    let saved = store.apply(Change::add(contact, context.now), context.now);
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
    let phones = phones_of(store.list().get(id), context.directory.get(id));
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

impl Context<'_> {
    /// Opens the list, and reports the condition of the file.
    pub(super) fn open(&mut self) -> anyhow::Result<Store> {
        let Opened {
            store,
            report,
            conflicts,
        } = Store::open(&self.paths.bookmarks(), self.now);
        if let Some(told) = report.told(self.messages) {
            self.warning(&told)?;
        }
        if !conflicts.is_empty() {
            let count = [("count", conflicts.len().into())];
            let told = self.messages.format("bookmarks-conflicts", &count);
            self.warning(&told)?;
        }
        Ok(store)
    }

    /// Returns the name of a bookmark; reports a missing one.
    fn bookmarked(&mut self, list: &List, id: &str) -> anyhow::Result<Option<String>> {
        let Some(entry) = list.get(id) else {
            self.warn("cli-bookmarks-not-bookmarked", &[("id", id)])?;
            return Ok(None);
        };
        Ok(Some(self.name_of(entry, list)))
    }

    fn name_of(&self, entry: &Entry, list: &List) -> String {
        self.name_of_id(&entry.id, list)
    }

    /// Returns the present name, else the bookmarked one, else the id.
    pub(super) fn name_of_id(&self, id: &str, list: &List) -> String {
        let language = self.messages.language();
        let own = || {
            let own = list.own_contact(id)?.contact.as_ref();
            own.map(|own| own.name.clone())
        };
        let kept = || {
            let snapshot = list.get(id)?.snapshot.as_ref();
            snapshot.map(|kept: &Snapshot| kept.name.get(language).to_owned())
        };
        self.directory
            .get(id)
            .map(|contact| contact.name(language).to_owned())
            .or_else(own)
            .or_else(kept)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_owned())
    }

    /// Reports that a change is done, or the reason for refusing it.
    fn outcome(
        &mut self,
        store: &Store,
        saved: Result<(), SaveError>,
        done: &str,
        name: &str,
    ) -> anyhow::Result<Exit> {
        match saved {
            Ok(()) => {
                self.say(done, &[("name", name)])?;
                Ok(Exit::Done)
            }
            Err(error) => self.not_saved(store, &error),
        }
    }

    /// Reports the reason for a change not being saved.
    pub(super) fn not_saved(&mut self, store: &Store, error: &SaveError) -> anyhow::Result<Exit> {
        match error.trouble() {
            Some(trouble) => {
                let trouble = self.messages.text(trouble.message_id());
                let path = store.path().display().to_string();
                let arguments = [("trouble", trouble.as_str()), ("path", &path)];
                self.warn("cli-bookmarks-save-failed", &arguments)?;
            }
            None => self.warn("bookmarks-newer", &[])?,
        }
        Ok(Exit::CouldNotWrite)
    }

    fn message(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned().into()))
            .collect();
        self.messages.format(id, &arguments)
    }

    pub(super) fn say(&mut self, id: &str, arguments: &[(&str, &str)]) -> anyhow::Result<()> {
        let text = self.message(id, arguments);
        self.line(&printable(&text))
    }

    pub(super) fn warn(&mut self, id: &str, arguments: &[(&str, &str)]) -> anyhow::Result<()> {
        let text = self.message(id, arguments);
        self.warning(&text)
    }

    pub(super) fn line(&mut self, text: &str) -> anyhow::Result<()> {
        writeln!(self.out, "{text}").context("writing the result")
    }

    /// Prints text that may come from elsewhere.
    pub(super) fn text(&mut self, text: &str) -> anyhow::Result<()> {
        self.line(&printable(text))
    }

    /// Prints a warning that may contain text from elsewhere.
    pub(super) fn caution(&mut self, text: &str) -> anyhow::Result<()> {
        self.warning(text)
    }

    fn warning(&mut self, text: &str) -> anyhow::Result<()> {
        writeln!(self.errors, "{}", printable(text)).context("writing a warning")
    }
}
