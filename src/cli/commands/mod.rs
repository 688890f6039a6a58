//! Subcommands, one file or folder each: `command` defines its arguments, `run` executes it.

pub(super) mod about;
pub mod bookmarks;
pub(super) mod card;
pub(super) mod check;
pub(super) mod completions;
pub mod corrections;
pub(super) mod doctor;
pub(super) mod export;
pub(super) mod guide;
pub(super) mod import;
pub(super) mod man;
pub(super) mod now;
pub(super) mod packs;
pub(super) mod schema;
pub mod search;
pub(super) mod show;

use clap::{ArgMatches, Command};

use super::arguments;
use super::context::Context;
use super::output::exit::Exit;
use crate::i18n::Messages;

/// Subcommand.
pub(super) struct Subcommand {
    /// Name on the command line.
    pub name: &'static str,
    /// Defines the arguments.
    pub command: fn(&'static Messages) -> Command,
    /// Executes it.
    pub run: fn(&ArgMatches, &mut Context<'_>) -> anyhow::Result<Exit>,
}

/// All subcommands, in the order of the help.
pub(super) const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        name: search::NAME,
        command: search::command,
        run: search::run,
    },
    Subcommand {
        name: show::NAME,
        command: show::command,
        run: show::run,
    },
    Subcommand {
        name: guide::NAME,
        command: guide::command,
        run: guide::run,
    },
    Subcommand {
        name: now::NAME,
        command: now::command,
        run: now::run,
    },
    Subcommand {
        name: bookmarks::NAME,
        command: bookmarks::command,
        run: bookmarks::run,
    },
    Subcommand {
        name: card::NAME,
        command: card::command,
        run: card::run,
    },
    Subcommand {
        name: export::NAME,
        command: export::command,
        run: export::run,
    },
    Subcommand {
        name: import::NAME,
        command: import::command,
        run: import::run,
    },
    Subcommand {
        name: corrections::NAME,
        command: corrections::command,
        run: corrections::run,
    },
    Subcommand {
        name: packs::NAME,
        command: packs::command,
        run: packs::run,
    },
    Subcommand {
        name: doctor::NAME,
        command: doctor::command,
        run: doctor::run,
    },
    Subcommand {
        name: check::NAME,
        command: check::command,
        run: check::run,
    },
    Subcommand {
        name: schema::NAME,
        command: schema::command,
        run: schema::run,
    },
    Subcommand {
        name: completions::NAME,
        command: completions::command,
        run: completions::run,
    },
    Subcommand {
        name: man::NAME,
        command: manual,
        run: man::run,
    },
];

/// Returns the definition of `man`, which has a page of each subcommand.
fn manual(messages: &'static Messages) -> Command {
    let names = SUBCOMMANDS.iter().map(|subcommand| subcommand.name);
    man::command(messages, names)
}

/// Returns the whole command with its texts in a language.
pub fn whole(messages: &'static Messages) -> Command {
    let subcommands = SUBCOMMANDS
        .iter()
        .map(|subcommand| (subcommand.command)(messages));
    let root = arguments::root(messages).subcommands(subcommands);
    arguments::dressed(root, messages)
}
