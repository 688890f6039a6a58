//! `havre corrections`: results of calls, for the maintainers of the directory.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::Exit;
use super::bookmarks::Context;
use super::printing::json;
use crate::bookmarks::{Marked, SavedName, Tried, Wrong};
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// A mark as `--json` prints it.
#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    name: &'a SavedName,
    reached: bool,
    tried: Option<Tried>,
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    wrong: Option<Wrong>,
    text: &'a str,
    on: jiff::civil::Date,
}

/// The subcommand's name.
pub const NAME: &str = "corrections";

/// The subcommand, with its texts in that language.
pub fn command(messages: &Messages) -> Command {
    let json = Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(messages.text("cli-bookmarks-help-json"));
    Command::new(NAME)
        .about(messages.text("cli-bookmarks-about-corrections"))
        .arg(json)
}

/// Carries out the subcommand, and says with which code the program ends.
///
/// # Errors
/// Where its own output cannot be written.
pub fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let mut marks: Vec<&Marked> = store.list().marks().collect();
    // Errors come first: these need an action.
    marks.sort_by_key(|marked| (marked.wrong.is_none(), &marked.id));
    if matches.get_flag("json") {
        let shown: Vec<Shown<'_>> = marks.iter().map(|marked| Shown::of(marked)).collect();
        context.line(&json(&shown)?)?;
    } else {
        for marked in &marks {
            let text = text(marked, context.messages);
            context.line(&text)?;
        }
    }
    if marks.is_empty() {
        context.warn("cli-bookmarks-no-corrections", &[])?;
        return Ok(Exit::NothingFound);
    }
    Ok(Exit::Done)
}

fn text(marked: &Marked, messages: &Messages) -> String {
    let tried = marked.tried.map(Tried::message_id);
    let mark = marked.wrong.map(Wrong::message_id).or(tried);
    let mark = mark.unwrap_or("bookmarks-marked-reached");
    let arguments = [
        (
            "name",
            marked.name.get(messages.language()).to_owned().into(),
        ),
        ("id", marked.id.clone().into()),
        (
            "mark",
            of_number(messages.text(mark), &marked.number).into(),
        ),
        ("date", messages.date(&marked.on.to_string()).into()),
    ];
    let line = printable(&messages.format("cli-bookmarks-correction", &arguments));
    if marked.text.is_empty() {
        line
    } else {
        format!("{line}\n    {}", printable(&marked.text))
    }
}

/// Returns what she found, behind the number that she called.
fn of_number(mark: String, number: &str) -> String {
    match number {
        "" => mark,
        _ => format!("{number} {mark}"),
    }
}

impl<'a> Shown<'a> {
    fn of(marked: &'a Marked) -> Self {
        Self {
            id: &marked.id,
            name: &marked.name,
            reached: marked.reached,
            tried: marked.tried,
            number: &marked.number,
            wrong: marked.wrong,
            text: &marked.text,
            on: marked.on,
        }
    }
}
