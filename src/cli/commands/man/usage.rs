//! Arguments and nested commands of a page.

use clap::{Arg, Command};

use super::roff::{Page, bold, italic, plain};

/// Returns the arguments of a command, without hidden ones and `--help`.
pub fn shown(command: &Command) -> impl Iterator<Item = &Arg> {
    let root = command.get_name() == "havre";
    command
        .get_arguments()
        .filter(move |argument| !argument.is_hide_set() && (root || argument.get_id() != "help"))
}

/// Returns the text of `about`.
pub fn about(command: &Command) -> String {
    let text = command.get_about().map(ToString::to_string);
    text.unwrap_or_default()
}

/// Formats `havre bookmarks note [OPTIONS] ID TEXT`.
pub fn synopsis(command: &Command) -> String {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut words = vec![bold(name)];
    if shown(command).any(|argument| !argument.is_positional()) {
        words.push(plain("[OPTIONS]"));
    }
    words.extend(command.get_positionals().map(|positional| {
        let several = positional
            .get_num_args()
            .is_some_and(|range| range.max_values() > 1);
        let value = values(positional) + if several { "..." } else { "" };
        if positional.is_required_set() {
            value
        } else {
            format!("[{value}]")
        }
    }));
    if command.has_subcommands() {
        let value = command.get_subcommand_value_name().unwrap_or("COMMAND");
        let value = italic(value);
        words.push(if command.is_subcommand_required_set() {
            value
        } else {
            format!("[{value}]")
        });
    }
    words.join(" ")
}

fn values(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| italic(name)).collect();
    names.join(" ")
}

/// Writes an argument with its help.
pub fn argument(page: &mut Page, argument: &Arg) {
    let short = argument.get_short().map(|short| bold(&format!("-{short}")));
    let long = argument.get_long().map(|long| bold(&format!("--{long}")));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let takes = argument.get_action().takes_values();
    let value = if takes {
        values(argument)
    } else {
        String::new()
    };
    let name = [names.join(", "), value];
    let name: Vec<&str> = name
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let help = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    page.entry(&name.join(" "), &plain(&help));
}

/// Writes all commands, nested ones too, with their arguments.
pub fn commands(page: &mut Page, command: &Command) {
    for inner in command.get_subcommands() {
        let inner = named(command, inner);
        page.entry(&synopsis(&inner), &plain(&about(&inner)));
        let mut own = shown(&inner).peekable();
        if own.peek().is_some() {
            page.deeper();
            for option in own {
                argument(page, option);
            }
            page.back();
        }
        commands(page, &inner);
    }
}

/// Returns a subcommand whose synopsis begins with its parent's names.
pub fn named(parent: &Command, inner: &Command) -> Command {
    let path = [parent.get_bin_name().unwrap_or("havre"), inner.get_name()];
    inner.clone().bin_name(path.join(" "))
}
