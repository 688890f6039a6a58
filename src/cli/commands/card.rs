//! `havre card ID|NAME…`: a page to hand over or to read aloud.

use clap::{Arg, ArgMatches, Command};
use jiff::civil::Date;
use serde::Serialize;

use crate::cli::arguments;
use crate::cli::arguments::selection;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing;
use crate::directory::{Caller, Contact};
use crate::handout::{self, Discreet, Kind, Options};
use crate::i18n::{Language, Messages};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "card";

/// Kinds of pages, by name.
const KINDS: [(&str, Kind); 4] = [
    ("text", Kind::Text),
    ("sms", Kind::Sms),
    ("html", Kind::Html),
    ("wallet", Kind::Wallet),
];

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Page as JSON, for programs.
#[derive(Serialize)]
struct CardJson<'a> {
    schema: u32,
    format: &'static str,
    /// Ids of the contacts.
    contacts: Vec<&'a str>,
    /// Arguments without a contact.
    missing: &'a [String],
    /// Doubts about the numbers.
    warnings: &'a [String],
    page: String,
    /// Each text message, of a page in text messages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    messages: Vec<String>,
}

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &'static Messages) -> Command {
    let format = Arg::new("format")
        .long("format")
        .value_name("text|sms|html|wallet")
        .value_parser(KINDS.map(|(name, _)| name))
        .hide_possible_values(true)
        .default_value("text")
        .hide_default_value(true)
        .help(messages.text("card-help-format"));
    let discreet = arguments::flag("discreet", "card-help-discreet", messages);
    let words = Arg::new("words")
        .long("words")
        .value_name(messages.text("cli-value-words"))
        .requires("discreet")
        .help(messages.text("card-help-words"));
    let command = Command::new(NAME).about(messages.text("card-about")).args([
        format,
        discreet,
        words,
        arguments::json(messages),
    ]);
    destination::arguments(selection::arguments(command, messages), messages)
}

/// Runs the subcommand and returns its exit code.
///
/// # Errors
/// If its own output cannot be written.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let (store, contacts) = selection::all(context)?;
    let Some((chosen, missing)) = selection::named(matches, &store, &contacts) else {
        context.warn("selection-unnamed", &[])?;
        return Ok(Exit::Usage);
    };
    selection::report_missing(context, &store, &contacts, &missing)?;
    let situation = context.situation(store.list())?;
    let caller = situation.asking().caller;
    let warnings = warnings(&chosen, caller, situation.today(), context.messages);
    for warning in &warnings {
        context.warning(warning)?;
    }
    let options = options(matches, context.messages);
    let json = matches.get_flag("json").then(|| CardJson {
        schema: SCHEMA,
        format: name_of(options.kind),
        contacts: chosen.iter().map(|contact| contact.id.as_str()).collect(),
        missing: &missing,
        warnings: &warnings,
        page: String::new(),
        messages: Vec::new(),
    });
    if chosen.is_empty() {
        // A file is made for a page alone.
        if let Some(json) = json.filter(|_| !destination::is_file(matches)) {
            context.line(&printing::json(&json)?)?;
        }
        return selection::nothing(matches, context);
    }
    let mut page = handout::page(&chosen, &options, caller);
    if let Some(mut json) = json {
        if options.kind == Kind::Sms {
            json.messages = handout::text_messages(&chosen, &options, caller);
        }
        json.page = page;
        page = printing::json(&json)? + "\n";
    }
    let exit = destination::deliver(context, matches, page.as_bytes())?;
    Ok(if exit == Exit::Done && !missing.is_empty() {
        Exit::NothingFound
    } else {
        exit
    })
}

fn name_of(kind: Kind) -> &'static str {
    let named = KINDS.iter().find(|(_, one)| *one == kind);
    named.map_or("text", |(name, _)| name)
}

/// Returns a sentence for each doubt about a number on the page.
fn warnings(
    chosen: &[&Contact],
    caller: Caller<'_>,
    today: Date,
    messages: &Messages,
) -> Vec<String> {
    let replaced = chosen.iter().filter_map(|contact| {
        let why = contact.words_of_replaced_number(messages)?;
        let name = contact.name(messages.language());
        let words = [("name", name.into()), ("why", why.into())];
        Some(messages.format("card-replaced-number", &words))
    });
    let mut warnings = handout::warnings(chosen, caller, today, messages);
    warnings.extend(replaced);
    warnings
}

fn options(matches: &ArgMatches, messages: &Messages) -> Options {
    let format = matches
        .get_one::<String>("format")
        .map_or("text", String::as_str);
    let kind = KINDS.iter().find(|(name, _)| *name == format);
    let asked = matches.get_raw("lang").into_iter().flatten();
    let both = asked.into_iter().any(|code| code == "both");
    let discreet = matches.get_flag("discreet").then(|| Discreet {
        words: matches.get_one::<String>("words").cloned(),
    });
    Options {
        kind: kind.map_or(Kind::Text, |(_, kind)| *kind),
        languages: if both {
            Language::ALL.to_vec()
        } else {
            vec![messages.language()]
        },
        discreet,
    }
}
