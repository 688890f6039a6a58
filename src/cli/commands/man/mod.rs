//! `havre man`: the manual pages, generated from the arguments, the keys and the messages.
//!
//! `clap_mangen` is unsuitable: its headings and notes are English.

mod program;
mod roff;
mod subcommand;
mod usage;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::i18n::Messages;
use roff::{Page, bold, plain};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "man";

/// Exit codes.
const STATUS: [(&str, &str); 6] = [
    ("0", "man-status-done"),
    ("1", "man-status-nothing"),
    ("2", "man-status-usage"),
    ("3", "man-status-data"),
    ("4", "man-status-write"),
    ("128+n", "man-status-signal"),
];

/// Returns the definition of the subcommand; `names` are those of the subcommands that have a page.
pub(in crate::cli) fn command(
    messages: &Messages,
    names: impl Iterator<Item = &'static str>,
) -> Command {
    let page = Arg::new("page")
        .value_name(messages.text("cli-value-command"))
        .value_parser(PossibleValuesParser::new(names))
        .hide_possible_values(true)
        .help(messages.text("man-help-page"));
    let list = Arg::new("list")
        .long("list")
        .action(ArgAction::SetTrue)
        .conflicts_with("page")
        .help(messages.text("man-help-list"));
    Command::new(NAME)
        .about(messages.text("man-about"))
        .args([page, list])
}

/// Prints a page, or the names of all pages.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let root = (context.definition)(messages);
    if matches.get_flag("list") {
        for name in names(&root) {
            writeln!(context.stdout, "{name}")?;
        }
        return Ok(Exit::Done);
    }
    let asked = matches.get_one::<String>("page");
    let page = match asked.and_then(|name| root.find_subcommand(name)) {
        Some(command) => subcommand::page(&usage::named(&root, command), messages),
        None => program::page(&root, messages),
    };
    context.stdout.write_all(page.as_bytes())?;
    Ok(Exit::Done)
}

/// Returns the names of all pages: the program's, then one for each subcommand.
fn names(root: &Command) -> impl Iterator<Item = String> {
    let subcommands = root
        .get_subcommands()
        .map(|subcommand| format!("havre-{}", subcommand.get_name()));
    std::iter::once("havre".to_owned()).chain(subcommands)
}

/// Writes a section of names with their descriptions.
fn entries(page: &mut Page, heading: &str, entries: &[(&str, &str)], messages: &Messages) {
    page.section(&messages.text(heading));
    for (name, sentence) in entries {
        page.entry(&bold(name), &plain(&messages.text(sentence)));
    }
}

/// Writes the references to other pages.
fn see_also(page: &mut Page, names: impl Iterator<Item = String>, messages: &Messages) {
    page.section(&messages.text("man-see-also"));
    let names: Vec<String> = names.map(|name| bold(&name) + "(1)").collect();
    page.line(&names.join(", "));
}
