//! Pages and files that leave the program: to standard output, or to a file of the worker's choice.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::exit::Exit;
use crate::cli::context::Context;
use crate::files::{Files, RealFiles, reason_of_writing, write_new};
use crate::i18n::Messages;
use crate::interchange::hsds::write::File;
use crate::interchange::zip;
use crate::paths::remove_command;

/// Byte order mark by which Excel recognizes UTF-8.
const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Adds the options for the destination of a page.
pub fn arguments(command: Command, messages: &Messages) -> Command {
    command
        .arg(
            Arg::new("output")
                .long("output")
                .short('o')
                .value_name(messages.text("cli-value-file"))
                .value_parser(value_parser!(PathBuf))
                .help(messages.text("output-help-output")),
        )
        .arg(
            Arg::new("force")
                .long("force")
                .action(ArgAction::SetTrue)
                .requires("output")
                .help(messages.text("output-help-force")),
        )
}

/// Returns true if the destination is a file.
pub fn is_file(matches: &ArgMatches) -> bool {
    matches.contains_id("output")
}

/// Writes a page to the requested destination, and prints the path of a file with the command that
/// removes it.
///
/// # Errors
/// If standard output cannot be written.
pub fn deliver(
    context: &mut Context<'_>,
    matches: &ArgMatches,
    bytes: &[u8],
) -> anyhow::Result<Exit> {
    let Some(path) = matches.get_one::<PathBuf>("output") else {
        // The byte order mark is for files: a terminal shows nothing for it.
        let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
        context.stdout.write_all(bytes)?;
        return Ok(Exit::Done);
    };
    let written = write_new(&RealFiles, path, bytes, matches.get_flag("force"));
    told(context, path, written)
}

/// Writes the files of a package: into a folder where the arguments name one, else as a zip archive.
///
/// # Errors
/// If standard output cannot be written.
pub fn deliver_files(
    context: &mut Context<'_>,
    matches: &ArgMatches,
    files: &[File],
) -> anyhow::Result<Exit> {
    let folder = matches.get_one::<PathBuf>("output");
    let ends_as_folder = |path: &Path| path.as_os_str().as_encoded_bytes().ends_with(b"/");
    let folder = folder.filter(|path| path.is_dir() || ends_as_folder(path));
    let Some(folder) = folder else {
        let mut bytes = Vec::new();
        let entries = files.iter().map(|file| (file.name, file.bytes.as_slice()));
        zip::write(entries, &mut bytes)?;
        return deliver(context, matches, &bytes);
    };
    if let Err(error) = RealFiles.create_folder(folder) {
        return told(context, folder, Err(error));
    }
    for file in files {
        let path = folder.join(file.name);
        let written = write_new(&RealFiles, &path, &file.bytes, matches.get_flag("force"));
        let exit = told(context, &path, written)?;
        if exit != Exit::Done {
            return Ok(exit);
        }
    }
    Ok(Exit::Done)
}

fn told(context: &mut Context<'_>, path: &Path, written: io::Result<()>) -> anyhow::Result<Exit> {
    let shown = path.display().to_string();
    let Err(error) = written else {
        let command = remove_command(path);
        context.warn("output-written", &[("path", &shown), ("command", &command)])?;
        return Ok(Exit::Done);
    };
    if error.kind() == io::ErrorKind::AlreadyExists {
        context.warn("output-exists", &[("path", &shown)])?;
    } else {
        let trouble = reason_of_writing(&error, context.messages);
        context.warn("output-failed", &[("path", &shown), ("trouble", &trouble)])?;
    }
    Ok(Exit::CouldNotWrite)
}
