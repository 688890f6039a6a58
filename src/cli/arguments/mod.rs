//! Options shared by all commands, and clap's texts in both languages.

pub(super) mod given;
pub(super) mod input;
pub(super) mod language;
pub(super) mod naming;
pub(super) mod refusal;
pub(super) mod screen;
pub(super) mod selection;
pub(super) mod whereabouts;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::app::TabId;
use crate::i18n::{Language, Messages};
use crate::paths::WorkerName;
use crate::settings::ThemeName;
use whereabouts::Whereabouts;

/// Position in the help of the first shared option: after a command's own.
const SHARED: usize = 900;

/// Options before a command that have a value.
const WITH_VALUE: [&str; 6] = [
    "--lang",
    "--region",
    "--data-dir",
    "--worker",
    "--theme",
    "--tab",
];

/// Turns `havre help search` into `havre search --help`.
pub(super) fn help_last(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let mut first = 1;
    while let Some(option) = arguments.get(first).and_then(|word| word.to_str())
        && option.starts_with("--")
    {
        first += 1 + usize::from(WITH_VALUE.contains(&option));
    }
    if arguments.get(first).is_some_and(|word| word == "help") {
        arguments.remove(first);
        arguments.push("--help".into());
    }
    arguments
}

/// Returns the program's own options, accepted by every subcommand too.
pub(super) fn root(messages: &'static Messages) -> Command {
    let root = Command::new("havre")
        .bin_name("havre")
        .version(env!("CARGO_PKG_VERSION"))
        .about(messages.text("cli-about"))
        .after_help(messages.text("cli-after"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .args([
            language(messages),
            region(messages),
            data_dir(messages),
            worker(messages),
            theme(messages),
            plain(messages),
            reader(messages),
            tab(messages),
        ])
        .arg(
            Arg::new("about")
                .display_order(SHARED + 7)
                .long("about")
                .action(ArgAction::SetTrue)
                .help(messages.text("cli-about-option")),
        )
        .arg(
            Arg::new("version")
                .display_order(SHARED + 8)
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(messages.text("cli-version")),
        );
    #[cfg(debug_assertions)]
    let root = root.args(rehearsals());
    root
}

/// Returns options for the tests of panics and of the confinement.
#[cfg(debug_assertions)]
fn rehearsals() -> [Arg; 3] {
    let hidden = |name: &'static str| Arg::new(name).long(name).hide(true);
    [
        hidden("panic").value_parser(["screen", "worker", "never", "files"]),
        hidden("escape").value_parser(value_parser!(PathBuf)),
        // Milliseconds after which progress is shown.
        hidden("patience")
            .global(true)
            .value_parser(value_parser!(u64)),
    ]
}

/// Returns an option without a value. `help` is the id of its message.
pub(in crate::cli) fn flag(name: &'static str, help: &str, messages: &Messages) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(messages.text(help))
}

/// Returns the option for output as JSON.
pub(in crate::cli) fn json(messages: &Messages) -> Arg {
    flag("json", "cli-json", messages)
}

fn language(messages: &'static Messages) -> Arg {
    Arg::new("lang")
        .display_order(SHARED)
        .long("lang")
        .value_name("en|fr")
        .global(true)
        .help(messages.text("cli-lang"))
        .value_parser(move |code: &str| {
            // A card can have both languages; other commands use the usual one.
            let both = (code == "both").then(|| messages.language());
            both.or_else(|| Language::from_code(code))
                .ok_or_else(|| messages.text("cli-lang-codes"))
        })
}

fn region(messages: &'static Messages) -> Arg {
    Arg::new("region")
        .display_order(SHARED + 1)
        .long("region")
        .value_name(messages.text("cli-value-place"))
        .global(true)
        .help(messages.text("cli-region"))
        .value_parser(move |text: &str| Whereabouts::parse(text, messages))
}

fn data_dir(messages: &'static Messages) -> Arg {
    Arg::new("data-dir")
        .display_order(SHARED + 2)
        .long("data-dir")
        .value_name(messages.text("cli-value-folder"))
        .global(true)
        .help(messages.text("cli-data-dir"))
        .value_parser(value_parser!(PathBuf))
}

fn worker(messages: &'static Messages) -> Arg {
    Arg::new("worker")
        .display_order(SHARED + 3)
        .long("worker")
        .value_name(messages.text("cli-value-name"))
        .global(true)
        .help(messages.text("cli-worker"))
        .value_parser(move |name: &str| {
            WorkerName::parse(name).map_err(|_| messages.text("cli-worker-names"))
        })
}

fn theme(messages: &'static Messages) -> Arg {
    Arg::new("theme")
        .display_order(SHARED + 4)
        .long("theme")
        .value_name(messages.text("cli-value-name"))
        .help(messages.text("cli-theme"))
        .value_parser(move |name: &str| {
            ThemeName::from_name(name).ok_or_else(|| messages.text("cli-theme-names"))
        })
}

fn plain(messages: &'static Messages) -> Arg {
    Arg::new("plain")
        .display_order(SHARED + 5)
        .long("plain")
        .action(ArgAction::SetTrue)
        .help(messages.text("cli-plain"))
}

fn tab(messages: &'static Messages) -> Arg {
    Arg::new("tab")
        .display_order(SHARED + 6)
        .long("tab")
        .value_name(messages.text("cli-value-number"))
        .help(messages.text("cli-tab"))
        .value_parser(move |digit: &str| {
            let digit: usize = digit
                .parse()
                .map_err(|_| messages.text("cli-tab-numbers"))?;
            let tab = TabId::ALL.get(digit).copied();
            tab.ok_or_else(|| messages.text("cli-tab-numbers"))
        })
}

fn reader(messages: &'static Messages) -> Arg {
    Arg::new("reader")
        .display_order(SHARED + 6)
        .long("reader")
        .action(ArgAction::SetTrue)
        .help(messages.text("cli-reader"))
}

/// Adds the help flag to a command and its subcommands, and replaces clap's English headings.
pub(super) fn dressed(command: Command, messages: &Messages) -> Command {
    let command = command
        .subcommand_value_name(messages.text("cli-value-command"))
        .mut_subcommands(|inner| dressed(inner, messages));
    let mut template = format!("{{about}}\n\n{} {{usage}}\n", messages.text("cli-usage"));
    let mut section = |shown: bool, heading: &str, tag: &str| {
        if shown {
            template.extend(["\n", &messages.text(heading), "\n", tag, "\n"]);
        }
    };
    section(command.has_subcommands(), "cli-commands", "{subcommands}");
    let positionals = command.get_positionals().next().is_some();
    section(positionals, "cli-arguments", "{positionals}");
    section(true, "cli-options", "{options}");
    let template = template.trim_end().to_owned() + "{after-help}";
    command.help_template(template).disable_help_flag(true).arg(
        Arg::new("help")
            .display_order(SHARED + 9)
            .long("help")
            .short('h')
            .action(ArgAction::HelpShort)
            .help(messages.text("cli-help")),
    )
}
