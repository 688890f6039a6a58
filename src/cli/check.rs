//! `havre check`: whether the directory and the guide keep their rules.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Context, Exit, Failure};
use crate::directory::load;
use crate::i18n::Messages;

/// The subcommand's name.
pub(super) const NAME: &str = "check";

/// Its arguments.
pub(super) fn command(messages: &Messages) -> Command {
    Command::new(NAME).about(messages.text("check-about")).arg(
        Arg::new("directory")
            .long("directory")
            .value_name(messages.text("help-value-folder"))
            .help(messages.text("check-directory"))
            .value_parser(value_parser!(PathBuf)),
    )
}

/// Checks what is in the program, or what is in the folder that was named.
pub(super) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let files = match matches.get_one::<PathBuf>("directory") {
        Some(folder) => load::files_in(folder)
            .map_err(|error| Failure::new(Exit::BadData, error.to_string()))?,
        None => load::embedded_files(),
    };
    let mut contacts = Vec::new();
    for file in &files {
        contacts.extend(
            load::parse(file).map_err(|error| Failure::new(Exit::BadData, error.to_string()))?,
        );
    }
    let phones: usize = contacts.iter().map(|contact| contact.phones.len()).sum();
    let summary = context.messages.format(
        "check-directory-summary",
        &[
            ("contacts", contacts.len().into()),
            ("phones", phones.into()),
        ],
    );
    writeln!(context.stdout, "{summary}")?;
    Ok(Exit::Done)
}
