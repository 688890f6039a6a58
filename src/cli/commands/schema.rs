//! `havre schema`: JSON Schemas of the file formats, generated from the documentation of their
//! types.

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json;
use crate::i18n::Messages;
use crate::{bookmarks, directory};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "schema";

/// Name of a format and its schema.
type Format = (&'static str, fn() -> Value);

/// Formats by name.
const FORMATS: [Format; 3] = [
    ("directory", directory::schema),
    ("pack", directory::packs::schema),
    ("bookmarks", bookmarks::schema),
];

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let names = FORMATS.map(|(name, _)| name);
    Command::new(NAME).about(messages.text("schema-about")).arg(
        Arg::new("format")
            .value_name(messages.text("cli-value-format"))
            .required(true)
            .value_parser(names)
            .hide_possible_values(true)
            .help(messages.text("schema-format")),
    )
}

/// Prints the schema of the named format.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let named = matches.get_one::<String>("format");
    for (_, schema) in FORMATS
        .iter()
        .filter(|(name, _)| named.is_some_and(|named| named == name))
    {
        writeln!(context.stdout, "{}", json(&schema())?)?;
    }
    Ok(Exit::Done)
}
