//! `havre export`: contacts for other programs.

use clap::{Arg, ArgMatches, Command};
use jiff::tz::TimeZone;

use crate::cli::arguments::selection;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::Exit;
use crate::cli::situation::Situation;
use crate::directory::packs::{Header, VERSION, write as pack};
use crate::directory::{Caller, Category, Contact};
use crate::handout;
use crate::i18n::{Language, Messages, Text};
use crate::interchange::hsds::write;
use crate::interchange::{csv, sheet, vcard};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "export";

/// Greatest number of printed reasons to confirm a number first.
const MOST_REASONS: usize = 8;

/// The formats.
const FORMATS: &str = "vcard|csv|hsds|hsds-csv|pack|pack-csv";

/// The subcommand, with its texts in that language.
pub(in crate::cli) fn command(messages: &'static Messages) -> Command {
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
        .arg(
            choice("format", FORMATS, "export-help-format")
                .value_name(messages.text("cli-value-format"))
                .required(true),
        )
        .arg(choice("vcard-version", "3.0|4.0", "export-help-version").default_value("3.0"))
        .arg(choice("separator", ",|;", "export-help-separator").default_value(","))
        .arg(category);
    destination::arguments(selection::arguments(command, messages), messages)
}

/// Runs the subcommand and returns its exit code.
///
/// # Errors
/// If its own output cannot be written.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let region = context.whereabouts.map(|asked| asked.region);
    let (store, contacts) = selection::all(context)?;
    let category = matches.get_one::<Category>("category").copied();
    let (chosen, missing) = match selection::named(matches, &store, &contacts) {
        Some(named) => named,
        None => (selection::filtered(&contacts, category, region), Vec::new()),
    };
    selection::report_missing(context, &store, &contacts, &missing)?;
    if chosen.is_empty() {
        return selection::nothing(matches, context);
    }
    let chosen = published(matches, chosen, context)?;
    if chosen.is_empty() {
        return Ok(Exit::NothingFound);
    }
    let situation = context.situation(store.list())?;
    let noted = noted(matches, &chosen, &situation, context)?;
    let chosen: Vec<&Contact> = match &noted {
        Some(noted) => noted.iter().collect(),
        None => chosen,
    };
    let exit = if is(matches, "format", "hsds-csv") {
        let files = write::package(chosen.iter().copied(), context.messages);
        destination::deliver_files(context, matches, &files)?
    } else {
        let bytes = written(matches, &chosen, context)?;
        destination::deliver(context, matches, &bytes)?
    };
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
    let messages = context.messages;
    let separator = if is(matches, "separator", ";") {
        b';'
    } else {
        b','
    };
    let format = matches.get_one::<String>("format").map(String::as_str);
    let each = contacts.iter().copied();
    let mut bytes = Vec::new();
    match format {
        Some("pack") => pack::pack(&header(context), each, &mut bytes)?,
        Some("pack-csv") => return Ok(sheet::write(&header(context), each, separator)),
        Some("hsds") => write::page(contacts, messages, &mut bytes)?,
        Some("csv") => return Ok(csv::write(each, separator, messages)),
        _ => return Ok(cards(matches, contacts, messages)),
    }
    Ok(bytes)
}

/// Returns the contacts of an address book with the reasons to confirm them first in their descriptions, and
/// prints the first of those; `None` for the formats of directories, which have a field for it.
fn noted(
    matches: &ArgMatches,
    contacts: &[&Contact],
    situation: &Situation<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<Option<Vec<Contact>>> {
    if !is(matches, "format", "vcard") && !is(matches, "format", "csv") {
        return Ok(None);
    }
    let each = contacts.iter();
    let all: Vec<String> = each
        .flat_map(|contact| reasons(contact, situation, context.messages))
        .collect();
    for reason in all.iter().take(MOST_REASONS) {
        context.warning(reason)?;
    }
    let more = all.len().saturating_sub(MOST_REASONS);
    if more > 0 {
        let more = [("count", more.into())];
        let more = context.messages.format("import-more-alike", &more);
        context.caution(&more)?;
    }
    let noted = contacts.iter().map(|contact| {
        let mut noted = (*contact).clone();
        let Text { en, fr } = &mut noted.description;
        for (text, language) in [(en, Language::En), (fr, Language::Fr)] {
            let words = reasons(contact, situation, Messages::of(language));
            let words = words.into_iter().chain([std::mem::take(text)]);
            let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
            *text = words.join(" ");
        }
        noted
    });
    Ok(Some(noted.collect()))
}

/// Returns the numbers of a contact that were found out of service, and the reason to confirm it first;
/// own contacts have none.
fn reasons(contact: &Contact, situation: &Situation<'_>, messages: &Messages) -> Vec<String> {
    let dead = &situation.dead;
    let name = contact.name(messages.language());
    let phones = contact.phones.iter().filter(|phone| phone.is_among(dead));
    let reported = phones.map(|phone| {
        let words = [
            ("name", name.to_owned().into()),
            ("number", phone.dialled().into()),
        ];
        messages.format("export-reported", &words)
    });
    let of_page = messages.filled("handout-reported", "name", name);
    let caller = Caller {
        dead,
        ..Caller::UNKNOWN
    };
    let warnings = handout::warnings(&[contact], caller, situation.today(), messages);
    let warnings = warnings
        .into_iter()
        .filter(|warning| *warning != of_page && !contact.is_own());
    reported.chain(warnings).collect()
}

fn cards(matches: &ArgMatches, contacts: &[&Contact], messages: &Messages) -> Vec<u8> {
    let version = if is(matches, "vcard-version", "4.0") {
        vcard::Version::V4
    } else {
        vcard::Version::V3
    };
    let contacts = contacts.iter().copied();
    vcard::write(contacts, version, messages).into_bytes()
}

fn is(matches: &ArgMatches, name: &str, value: &str) -> bool {
    let given = matches.get_one::<String>(name);
    given.is_some_and(|one| one == value)
}

/// Returns the contacts that a format may have: a directory is public, and has no own contacts.
fn published<'a>(
    matches: &ArgMatches,
    contacts: Vec<&'a Contact>,
    context: &mut Context<'_>,
) -> anyhow::Result<Vec<&'a Contact>> {
    if is(matches, "format", "vcard") || is(matches, "format", "csv") {
        return Ok(contacts);
    }
    let (own, published): (Vec<_>, Vec<_>) =
        contacts.into_iter().partition(|contact| contact.is_own());
    if !own.is_empty() {
        let count = [("count", own.len().into())];
        let said = context.messages.format("export-own-left-out", &count);
        context.caution(&said)?;
    }
    Ok(published)
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
