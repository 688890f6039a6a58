//! `havre completions SHELL`: a script that has a shell complete commands, options and their values.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use super::{Context, Exit};
use crate::directory::{Category, Region};
use crate::guide::PageId;
use crate::i18n::{Language, Messages};
use crate::settings::ThemeName;

/// The subcommand's name.
pub(super) const NAME: &str = "completions";

/// The shells that there are scripts for.
const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// Its arguments.
pub(super) fn command(messages: &Messages) -> Command {
    let shell = Arg::new("shell")
        .value_name("bash|zsh|fish")
        .required(true)
        .value_parser(SHELLS)
        .hide_possible_values(true)
        .help(messages.text("completions-help-shell"));
    Command::new(NAME)
        .about(messages.text("completions-about"))
        .arg(shell)
}

/// Prints the script.
///
/// # Errors
/// Its output cannot be written.
pub(super) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let shell = matches.get_one::<String>("shell").map(String::as_str);
    let shell = match shell {
        Some("zsh") => Shell::Zsh,
        Some("fish") => Shell::Fish,
        _ => Shell::Bash,
    };
    let mut command = with_values(super::command(context.messages));
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "havre", &mut script);
    context.stdout.write_all(&script)?;
    Ok(Exit::Done)
}

/// Returns the command with the values of its options as lists: it reads them by functions, which a
/// script cannot call.
fn with_values(command: Command) -> Command {
    command
        .mut_args(|argument| {
            let values: Vec<&'static str> = match argument.get_id().as_str() {
                "category" => Category::ALL.map(Category::slug).to_vec(),
                "region" => Region::ALL.map(Region::code).to_vec(),
                "lang" => Language::ALL.map(Language::code).to_vec(),
                "theme" => ThemeName::ALL.map(ThemeName::name).to_vec(),
                "topic" => PageId::ALL.map(PageId::slug).to_vec(),
                _ => return argument,
            };
            argument.value_parser(PossibleValuesParser::new(values))
        })
        .mut_subcommands(with_values)
}
