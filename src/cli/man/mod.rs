//! `havre man`: the manual page, generated from the arguments, the keys and the messages.
//!
//! `clap_mangen` is unsuitable: its headings and notes are English.

mod roff;

use clap::{Arg, ArgMatches, Command};

use super::{Context, Exit};
use crate::app::help;
use crate::app::keymap::Section;
use crate::i18n::Messages;
use crate::plain::help as words;
use crate::plain::words::WORDS;
use roff::{Page, bold, italic, plain};

/// The subcommand's name.
pub(super) const NAME: &str = "man";

/// Returns the definition of the subcommand.
pub(super) fn command(messages: &Messages) -> Command {
    Command::new(NAME).about(messages.text("man-about"))
}

/// Prints the page.
pub(super) fn run(_: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let page = page(&super::command(context.messages), context.messages);
    context.stdout.write_all(page.as_bytes())?;
    Ok(Exit::Done)
}

/// Column of the descriptions of keys.
const KEYS: usize = 20;

/// The worker's files, with the messages that describe them.
const FILES: [(&str, &str); 4] = [
    ("~/.local/share/havre/bookmarks.json", "man-file-bookmarks"),
    ("~/.local/share/havre/settings.json", "man-file-settings"),
    ("~/.local/share/havre/backups/", "man-file-backups"),
    ("~/.local/share/havre/workers/", "man-file-workers"),
];

/// Environment variables, with the messages that describe them.
const ENVIRONMENT: [(&str, &str); 8] = [
    ("HAVRE_DATA_DIR", "man-environment-data-dir"),
    ("HAVRE_WORKER", "man-environment-worker"),
    ("HAVRE_PLAIN", "man-environment-plain"),
    ("LC_ALL, LC_MESSAGES, LANG", "man-environment-language"),
    ("LC_ALL, LC_CTYPE, LANG", "man-environment-letters"),
    ("NO_COLOR", "man-environment-no-color"),
    ("TERM", "man-environment-term"),
    ("COLUMNS", "man-environment-columns"),
];

/// Exit codes.
const STATUS: [(&str, &str); 6] = [
    ("0", "man-status-done"),
    ("1", "man-status-nothing"),
    ("2", "man-status-usage"),
    ("3", "man-status-data"),
    ("4", "man-status-write"),
    ("128+n", "man-status-signal"),
];

fn page(root: &Command, messages: &Messages) -> String {
    let say = |id: &str| messages.text(id);
    let about = root
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut page = Page::new("havre", &say("man-title"));
    page.section(&say("man-name"));
    page.line(&format!("havre \\- {}", plain(&say("man-short"))));
    page.section(&say("man-synopsis"));
    page.line(&synopsis(root));
    page.section(&say("man-description"));
    for text in [about, say("cli-after"), say("man-promises")] {
        page.paragraph(&plain(&text));
    }
    page.section(&say("man-options"));
    for option in shown(root).filter(|option| !option.is_positional()) {
        argument(&mut page, option);
    }
    page.section(&say("man-commands"));
    commands(&mut page, root);
    page.section(&say("man-keys"));
    keys(&mut page, messages);
    page.section(&say("man-lines"));
    lines(&mut page, messages);
    for (heading, entries) in [
        ("man-files", &FILES[..]),
        ("man-environment", &ENVIRONMENT),
        ("man-status", &STATUS),
    ] {
        page.section(&say(heading));
        for (name, sentence) in entries {
            page.entry(&bold(name), &plain(&say(sentence)));
        }
    }
    page.finish()
}

/// Returns the arguments of a command, without hidden ones and `--help`.
fn shown(command: &Command) -> impl Iterator<Item = &Arg> {
    let root = command.get_name() == "havre";
    command
        .get_arguments()
        .filter(move |argument| !argument.is_hide_set() && (root || argument.get_id() != "help"))
}

/// Formats `havre bookmarks note [OPTIONS] ID TEXT`.
fn synopsis(command: &Command) -> String {
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

fn argument(page: &mut Page, argument: &Arg) {
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
fn commands(page: &mut Page, command: &Command) {
    for inner in command.get_subcommands() {
        let path = format!(
            "{} {}",
            command.get_bin_name().unwrap_or("havre"),
            inner.get_name()
        );
        let inner = inner.clone().bin_name(path);
        let about = inner
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        page.entry(&synopsis(&inner), &plain(&about));
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

/// Writes the table of keys.
fn keys(page: &mut Page, messages: &Messages) {
    page.paragraph(&plain(&messages.text("keys-introduction")));
    let rows = help::rows(messages, false);
    for section in Section::ALL {
        page.subsection(&messages.text(section.message_id()));
        page.close_up(true);
        for row in rows.iter().filter(|row| row.section == section) {
            page.entry_at(KEYS, &bold(&row.keys), &plain(&messages.text(row.sentence)));
        }
        page.close_up(false);
    }
    page.paragraph(&plain(&messages.text("keys-cannot-clear")));
}

/// Writes the words of plain mode.
fn lines(page: &mut Page, messages: &Messages) {
    page.paragraph(&plain(&messages.text("plain-help-numbers")));
    for section in Section::ALL {
        page.subsection(&messages.text(section.message_id()));
        page.close_up(true);
        for word in WORDS.iter().filter(|word| word.section == section) {
            let (typed, does) = words::entry(word, messages);
            page.entry_at(KEYS, &bold(&typed), &plain(&does));
        }
        page.close_up(false);
    }
    page.paragraph(&plain(&messages.text("plain-help-cover")));
}
