//! `havre export`: contacts for other programs.

use clap::{Arg, ArgMatches, Command};
use jiff::tz::TimeZone;

use super::context::Context;
use super::{Exit, output, selection};
use crate::directory::packs::{Header, VERSION, write as pack};
use crate::directory::{Category, Contact, Region};
use crate::i18n::Messages;
use crate::interchange::{csv, vcard};

/// The subcommand's name.
pub(super) const NAME: &str = "export";

/// Returns the definition of the subcommand.
pub(super) fn command(messages: &'static Messages) -> Command {
    let choice = |name: &'static str, values: &'static str, help: &str| {
        Arg::new(name)
            .long(name)
            .value_name(values)
            .value_parser(values.split('|').collect::<Vec<_>>())
            .hide_possible_values(true)
            .hide_default_value(true)
            .help(messages.text(help))
    };
    let category = Arg::new("category")
        .long("category")
        .value_name(messages.text("cli-value-slug"))
        .value_parser(|slug: &str| {
            let slugs = || Category::ALL.map(Category::slug).join(", ");
            Category::from_slug(slug).ok_or_else(slugs)
        })
        .help(messages.text("export-help-category"));
    let command = Command::new(NAME)
        .about(messages.text("export-about"))
        .arg(choice("format", "vcard|csv|pack", "export-help-format").required(true))
        .arg(choice("vcard-version", "3.0|4.0", "export-help-version").default_value("3.0"))
        .arg(choice("separator", ",|;", "export-help-separator").default_value(","))
        .arg(category);
    output::arguments(selection::arguments(command, messages), messages)
}

/// Runs the subcommand and returns its exit code. `region` is the one given in the arguments.
///
/// # Errors
/// If its own output cannot be written.
pub(super) fn run(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    region: Option<Region>,
) -> anyhow::Result<Exit> {
    let (store, contacts) = selection::all(context)?;
    let category = matches.get_one::<Category>("category").copied();
    let (chosen, missing) = match selection::named(matches, &store, &contacts) {
        Some(named) => named,
        None => (selection::filtered(&contacts, category, region), Vec::new()),
    };
    for id in &missing {
        context.warn("selection-unknown", &[("id", id)])?;
    }
    if chosen.is_empty() {
        context.warn("selection-none", &[])?;
        return Ok(Exit::NothingFound);
    }
    let bytes = written(matches, &chosen, context)?;
    let exit = output::deliver(context, matches, &bytes)?;
    Ok(if exit == Exit::Done && !missing.is_empty() {
        Exit::NothingFound
    } else {
        exit
    })
}

fn written(
    matches: &ArgMatches,
    contacts: &[&Contact],
    context: &Context<'_>,
) -> std::io::Result<Vec<u8>> {
    let is = |name: &str, value: &str| {
        matches
            .get_one::<String>(name)
            .is_some_and(|one| one == value)
    };
    let contacts = contacts.iter().copied();
    let messages = context.messages;
    if is("format", "pack") {
        let mut bytes = Vec::new();
        // A pack is public, and its format refuses ids of own contacts.
        let published = contacts.filter(|contact| !contact.is_own());
        pack::pack(&header(context), published, &mut bytes)?;
        return Ok(bytes);
    }
    if is("format", "csv") {
        let separator = if is("separator", ";") { b';' } else { b',' };
        return Ok(csv::write(contacts, separator, messages));
    }
    let version = if is("vcard-version", "4.0") {
        vcard::Version::V4
    } else {
        vcard::Version::V3
    };
    Ok(vcard::write(contacts, version, messages).into_bytes())
}

/// Returns the header of a pack made today; the publisher's name is a placeholder to be replaced.
fn header(context: &Context<'_>) -> Header {
    let unstated = context.messages.text("packs-import-licence");
    Header {
        version: VERSION,
        name: "copy".to_owned(),
        publisher: unstated.clone(),
        licence: unstated,
        date: context
            .now
            .to_zoned_datetime(TimeZone::UTC)
            .date()
            .to_string(),
        corrections_to: None,
        imported: None,
    }
}
