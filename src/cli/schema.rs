//! `havre schema`: the JSON Schemas of the file formats, made from the documentation of their types.

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use super::printing::json;
use super::{Context, Exit};
use crate::i18n::Messages;
use crate::{bookmarks, directory};

/// The subcommand's name.
pub(super) const NAME: &str = "schema";

/// A format's name and its schema.
type Format = (&'static str, fn() -> Value);

/// The formats, by name.
const FORMATS: [Format; 3] = [
    ("directory", directory::schema),
    ("pack", directory::packs::schema),
    ("bookmarks", bookmarks::schema),
];

/// Its arguments.
pub(super) fn command(messages: &Messages) -> Command {
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

/// Prints the schema of the format that is named.
pub(super) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let named = matches.get_one::<String>("format");
    for (_, schema) in FORMATS
        .iter()
        .filter(|(name, _)| named.is_some_and(|named| named == name))
    {
        writeln!(context.stdout, "{}", json(&schema())?)?;
    }
    Ok(Exit::Done)
}
