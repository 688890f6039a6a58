//! `havre card ID|NAME…`: a page to hand over or to read aloud.

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments;
use crate::cli::arguments::selection;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::Exit;
use crate::clock;
use crate::directory::Caller;
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
    let command = Command::new(NAME)
        .about(messages.text("card-about"))
        .args([format, discreet, words]);
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
    let dead = store.list().dead();
    let home = context.home()?;
    let caller = Caller {
        region: home.region,
        town: home.town_name(),
        dead: &dead,
    };
    for warning in handout::warnings(&chosen, caller, clock::today(), context.messages) {
        context.warning(&warning)?;
    }
    for contact in &chosen {
        if let Some(why) = contact.words_of_replaced_number(context.messages) {
            let name = contact.name(context.messages.language());
            context.warn("card-replaced-number", &[("name", name), ("why", &why)])?;
        }
    }
    if chosen.is_empty() {
        return selection::nothing(matches, context);
    }
    let page = handout::page(&chosen, &options(matches, context.messages), caller);
    let exit = destination::deliver(context, matches, page.as_bytes())?;
    Ok(if exit == Exit::Done && !missing.is_empty() {
        Exit::NothingFound
    } else {
        exit
    })
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
