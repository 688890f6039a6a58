//! `havre completions SHELL`: a script for a shell that completes commands, options and their
//! values.

mod words;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::directory::{Category, Region};
use crate::guide::PageId;
use crate::i18n::{Language, Messages};
use crate::settings::ThemeName;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "completions";

/// Value of `--lang` for a page in both languages.
const BOTH: &str = "both";

/// Supported shells.
const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let shell = Arg::new("shell")
        .value_name("bash|zsh|fish")
        .required(true)
        .value_parser(SHELLS)
        .hide_possible_values(true)
        .help(messages.text("completions-help-shell"));
    // Called by the scripts with a kind of words and their beginning.
    let list = Arg::new("list").long("list").num_args(1..=2).hide(true);
    Command::new(NAME)
        .about(messages.text("completions-about"))
        .args([shell, list])
}

/// Prints the script, or the words that a script requests.
///
/// # Errors
/// If its output cannot be written.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    if let Some(mut asked) = matches.get_many::<String>("list") {
        let kind = asked.next().map_or("", String::as_str);
        let start = asked.next().map_or("", String::as_str);
        return words::print(kind, start, context);
    }
    let script = match matches.get_one::<String>("shell").map(String::as_str) {
        Some("zsh") => with_functions(&generated(Shell::Zsh, context)),
        Some("fish") => {
            generated(Shell::Fish, context)
                + include_str!("../../../../assets/completions/havre.fish")
                + &of_fish()
        }
        _ => {
            generated(Shell::Bash, context)
                + include_str!("../../../../assets/completions/havre.bash")
        }
    };
    context.stdout.write_all(script.as_bytes())?;
    Ok(Exit::Done)
}

fn generated(shell: Shell, context: &Context<'_>) -> String {
    let mut command = with_values((context.definition)(context.messages));
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "havre", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// Returns the values that the generated script of fish does not complete: those of positional arguments,
/// and of options before a subcommand, where its condition fails for an option without its value.
fn of_fish() -> String {
    let pages = PageId::ALL.map(PageId::slug).to_vec();
    let languages = Language::ALL.map(Language::code).to_vec();
    let themes = ThemeName::ALL.map(ThemeName::name).to_vec();
    let seen = "__fish_seen_subcommand_from";
    let values = [
        (format!("{seen} guide"), "", pages),
        (format!("{seen} completions"), "", SHELLS.to_vec()),
        ("true".to_owned(), "-l lang", languages),
        (format!("{seen} card"), "-l lang", vec![BOTH]),
        ("true".to_owned(), "-l theme", themes),
    ];
    let lines = values.map(|(condition, option, values)| {
        let kind = if option.is_empty() { "-f" } else { "-x" };
        let values = values.join(" ");
        format!("complete -c havre -n \"{condition}\" {option} {kind} -a \"{values}\"\n")
    });
    lines.concat()
}

/// Adds functions to zsh's script that request words from the program.
fn with_functions(script: &str) -> String {
    let codes = Region::ALL.map(Region::code).join(" ");
    let codes = format!(":({codes})'");
    let languages = Language::ALL.map(Language::code).join(" ");
    let of_card = format!("({})", super::card::NAME);
    let mut is_card = false;
    let lines = script.lines().map(|line| {
        let line = line.to_owned();
        is_card = line.trim() == of_card || is_card && line.trim() != ";;";
        match line.trim_start() {
            start if start.starts_with("'--lang=") && is_card => line.replace(
                &format!(":({languages})'"),
                &format!(":({languages} {BOTH})'"),
            ),
            start if start.starts_with("'--region=") => line.replace(&codes, ":_havre_places'"),
            start if start.starts_with("'--near=") => line.replace(":_default'", ":_havre_towns'"),
            start if start.starts_with("':name ") => line.replace(":_default'", ":_havre_packs'"),
            start if start.starts_with("':id ") || start.starts_with("'*::id ") => {
                line.replace(":_default'", ":_havre_ids'")
            }
            _ => line,
        }
    });
    let lines: Vec<String> = lines.collect();
    let (head, rest) = lines.split_at(1.min(lines.len()));
    let functions = include_str!("../../../../assets/completions/havre.zsh");
    format!("{}\n{functions}\n{}\n", head.join("\n"), rest.join("\n"))
}

/// Returns the command with the values of its options as lists: clap reads them by functions, which
/// a script cannot call.
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
