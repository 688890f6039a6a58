//! `havre import FILE…`: imports contacts of other programs.

mod known;
mod own;
mod report;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::packs;
use crate::cli::arguments;
use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::printing;
use crate::directory::Region;
use crate::i18n::Messages;
use crate::interchange::{ForeignKind, Format, Reading, csv, vcard};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "import";

/// Largest accepted file in bytes: an address book with photos.
const LARGEST: usize = 256 << 20;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let flag = |name, help| arguments::flag(name, help, messages);
    Command::new(NAME)
        .about(messages.text("import-about"))
        .arg(
            Arg::new("file")
                .value_name(messages.text("cli-value-file"))
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help(messages.text("import-help-file")),
        )
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("auto|vcard|csv|hsds|pack")
                .value_parser(["auto", "vcard", "csv", "hsds", "pack"])
                .hide_possible_values(true)
                .default_value("auto")
                .hide_default_value(true)
                .help(messages.text("import-help-kind")),
        )
        .arg(
            Arg::new("name")
                .long("name")
                .value_name(messages.text("cli-value-name"))
                .help(messages.text("import-help-name")),
        )
        .arg(flag("replace", "import-help-replace"))
        .arg(flag("dry-run", "import-help-dry-run"))
        .arg(arguments::json(messages))
}

/// Detected kind of a file.
enum Detected {
    /// Contacts, which become the worker's own.
    Own(Format),
    /// A file of another program.
    Foreign(ForeignKind),
    /// Unknown format.
    Unknown,
}

/// Runs the subcommand and returns its exit code: 3 if a row was refused, 1 if nothing was
/// imported.
///
/// # Errors
/// If its own output cannot be written, or a file cannot be read.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let done = imported(matches, context);
    // A program gets a report whatever happens.
    let failure = done
        .as_ref()
        .err()
        .and_then(|error| error.downcast_ref::<Failure>());
    if let Some(failure) = failure.filter(|_| matches.get_flag("json")) {
        let report = json!({
            "schema": 1,
            "dry_run": matches.get_flag("dry-run"),
            "taken": 0,
            "exit": failure.exit.code(),
            "refused": failure.message,
        });
        context.line(&printing::json(&report)?)?;
    }
    done
}

fn imported(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let files = matches.get_many::<PathBuf>("file").unwrap_or_default();
    let files = Given::all(files, context)?;
    let kind = packs::import::kind(matches, &files, context.messages)?;
    if let Some(kind) = kind {
        return packs::import::run(kind, matches, files, context);
    }
    let region = context.home()?.region;
    own_contacts(matches, &files, context, region)
}

/// Imports own contacts from the files.
fn own_contacts(
    matches: &ArgMatches,
    files: &[Given],
    context: &mut Context<'_>,
    region: Region,
) -> anyhow::Result<Exit> {
    let mut batch = own::Batch::new(region);
    for file in files {
        let name = file.path.display().to_string();
        let bytes = file
            .whole(LARGEST)
            .map_err(|error| Failure::unreadable(&file.path, &error, context.messages))?;
        match kind(matches, &bytes) {
            Detected::Own(format) => batch.add(&name, read(format, &bytes)),
            Detected::Foreign(kind) => batch.foreign(&name, kind),
            Detected::Unknown => batch.unknown(&name, csv::headings_of(&bytes)),
        }
    }
    let options = own::ImportOptions {
        replace: matches.get_flag("replace"),
        dry: matches.get_flag("dry-run"),
        json: matches.get_flag("json"),
    };
    own::take(context, &batch, options)
}

fn kind(matches: &ArgMatches, bytes: &[u8]) -> Detected {
    let asked = matches.get_one::<String>("kind").map(String::as_str);
    if let Some(kind) = ForeignKind::of(bytes) {
        return Detected::Foreign(kind);
    }
    match asked {
        Some("vcard") => Detected::Own(Format::Vcard),
        Some("csv") => Detected::Own(Format::Csv),
        _ => match (Format::of(bytes), ForeignKind::of_unread(bytes)) {
            (Some(format), _) => Detected::Own(format),
            (None, Some(kind)) => Detected::Foreign(kind),
            (None, None) => Detected::Unknown,
        },
    }
}

fn read(format: Format, bytes: &[u8]) -> Reading {
    match format {
        Format::Vcard => vcard::read(bytes),
        Format::Csv => csv::read(bytes),
    }
}
