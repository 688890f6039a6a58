//! `havre corrections`: results of the workers' calls, for the publisher of each directory.

mod workers;

use clap::{Arg, ArgMatches, Command};

use crate::bookmarks::List;
use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json;
use crate::corrections::{self, Part, Source};
use crate::directory::Directory;
use crate::i18n::Messages;

/// The subcommand's name.
pub const NAME: &str = "corrections";

/// Formats by name.
const FORMATS: [&str; 5] = ["text", "json", "csv", "hsds", "eml"];

/// Returns the definition of the subcommand.
pub fn command(messages: &Messages) -> Command {
    let flag = |name, help| arguments::flag(name, help, messages);
    let format = Arg::new("format")
        .long("format")
        .value_name("text|json|csv|hsds|eml")
        .value_parser(FORMATS)
        .hide_possible_values(true)
        .default_value("text")
        .hide_default_value(true)
        .help(messages.text("corrections-help-format"));
    let pack = Arg::new("pack")
        .long("pack")
        .value_name(messages.text("cli-value-name"))
        .help(messages.text("corrections-help-pack"));
    let command = Command::new(NAME)
        .about(messages.text("corrections-about"))
        .arg(format)
        .arg(flag("json", "corrections-help-json").conflicts_with("format"))
        .arg(pack)
        .arg(flag("all-workers", "corrections-help-all-workers"));
    destination::arguments(command, messages)
}

/// Runs the subcommand and returns its exit code.
///
/// # Errors
/// If its own output cannot be written.
pub fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let all = matches.get_flag("all-workers");
    let (lists, unread) = if all {
        workers::lists(context)?
    } else {
        (vec![context.open()?.list().clone()], 0)
    };
    let parts = wanted(&lists, &*context.directory()?, matches);
    let exit = if parts.is_empty() {
        context.warn("corrections-none", &[])?;
        Exit::NothingFound
    } else {
        Exit::Done
    };
    // A program reads an empty report, too.
    if exit == Exit::Done || format(matches) == "json" {
        let Some(bytes) = written(&parts, matches, context)? else {
            return Ok(Exit::Usage);
        };
        let delivered = destination::deliver(context, matches, &bytes)?;
        if delivered != Exit::Done {
            return Ok(delivered);
        }
    }
    Ok(if unread > 0 { Exit::BadData } else { exit })
}

/// Returns the requested parts. Contacts of a worker's own are left out: they do not concern a
/// coordinator.
fn wanted(lists: &[List], directory: &Directory, matches: &ArgMatches) -> Vec<Part> {
    // The numbers of an own contact are for the worker alone.
    let parts = corrections::report(lists, |id| directory.get(id));
    let all = matches.get_flag("all-workers");
    let pack = matches.get_one::<String>("pack");
    let is_wanted = |part: &Part| {
        (!all || part.source != Source::Own)
            && pack.is_none_or(|pack| part.source.pack() == Some(pack))
    };
    parts.into_iter().filter(is_wanted).collect()
}

/// Returns the name of the requested format.
fn format(matches: &ArgMatches) -> &str {
    if matches.get_flag("json") {
        return "json";
    }
    let format = matches.get_one::<String>("format");
    format.map_or("text", String::as_str)
}

/// Returns the bytes of the requested format; `None`, with a message, if it holds one part and
/// there are several.
fn written(
    parts: &[Part],
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Vec<u8>>> {
    let messages = context.messages;
    let value = |value| Ok(Some((json(&value)? + "\n").into_bytes()));
    match format(matches) {
        "json" => value(corrections::json(parts)),
        "hsds" => value(corrections::hsds(parts)),
        "csv" => Ok(Some(corrections::csv(parts, messages))),
        "eml" => message(parts, context),
        _ => Ok(Some(corrections::text(parts, messages).into_bytes())),
    }
}

/// Returns the message about the only pack with corrections.
fn message(parts: &[Part], context: &mut Context<'_>) -> anyhow::Result<Option<Vec<u8>>> {
    let sent: Vec<&Part> = parts
        .iter()
        .filter(|part| part.source.pack().is_some())
        .collect();
    let &[part] = &sent[..] else {
        let packs: Vec<&str> = sent.iter().filter_map(|part| part.source.pack()).collect();
        let id = if packs.is_empty() {
            "corrections-no-pack"
        } else {
            "corrections-which-pack"
        };
        context.warn(id, &[("packs", &packs.join(", "))])?;
        return Ok(None);
    };
    if part.source.mail().is_none() {
        context.caution(&part.source.recipient(context.messages))?;
    }
    Ok(Some(corrections::eml(part, context.messages).into_bytes()))
}
