//! Pack files given to `havre import`: lines, or a table from a spreadsheet.

use std::path::Path;

use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::clock;
use crate::directory::packs::{Header, Pack, PackError, VERSION};
use crate::files::{Files, RealFiles};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::sheet::{self, Wrong};

use super::failure;

/// Largest accepted table, in bytes.
const LARGEST: usize = 256 << 20;

/// Opens a pack. `name` replaces its own.
///
/// # Errors
/// If it is not a pack, or cannot be read.
pub(super) fn open(context: &Context<'_>, file: &Path, name: Option<&str>) -> anyhow::Result<Pack> {
    let failed = |error: PackError| failure(&error, context.messages);
    let opened = Pack::open(file, false);
    let pack = match (opened, name) {
        (Ok(pack), None) => return Ok(pack),
        (Ok(pack), Some(name)) if pack.header.name == name => return Ok(pack),
        (Err(error @ PackError::Foreign { .. }), _) => {
            let bytes = read(file).map_err(failed)?;
            if !sheet::is_sheet(&bytes) && file.extension().is_none_or(|end| end != "csv") {
                return Err(failed(error).into());
            }
            let lines = sheet::read(&bytes, name, header(file, context.messages))
                .map_err(|wrong| refused(file, &wrong, context.messages))?;
            Pack::of_bytes(file, lines)
        }
        (Ok(pack), Some(name)) => {
            let bytes = read(file).map_err(failed)?;
            Pack::of_bytes(file, renamed(pack.header, name, &bytes))
        }
        (Err(error), _) => Err(error),
    };
    Ok(pack.map_err(failed)?)
}

fn read(file: &Path) -> Result<Vec<u8>, PackError> {
    RealFiles
        .read(file, LARGEST)
        .map_err(|source| PackError::Io {
            path: file.to_owned(),
            source,
        })
}

/// Returns the same lines with another name in the first.
fn renamed(header: Header, name: &str, bytes: &[u8]) -> Vec<u8> {
    let header = Header {
        name: name.to_owned(),
        ..header
    };
    let rest = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len());
    let mut lines = serde_json::to_vec(&header).unwrap_or_default();
    lines.extend_from_slice(&bytes[rest..]);
    lines
}

/// Returns the header of a table without one, made today.
fn header(file: &Path, messages: &Messages) -> Header {
    Header {
        version: VERSION,
        name: super::import::name_of(file),
        publisher: messages.text("packs-import-licence"),
        licence: messages.text("packs-import-licence"),
        date: clock::today().to_string(),
        corrections_to: None,
        imported: None,
    }
}

fn refused(file: &Path, wrong: &Wrong, messages: &Messages) -> Failure {
    let path = file.display().to_string();
    let said = match wrong {
        Wrong::Encoding => messages.format("sheet-encoding", &[("path", path.into())]),
        Wrong::Unclosed { line } => {
            let at = format!("{path}:{line}");
            messages.format("sheet-unclosed", &[("at", at.into())])
        }
        Wrong::NoColumns => messages.format("sheet-no-columns", &[("path", path.into())]),
        Wrong::Column(column) => {
            let words = [("path", path.into()), ("column", column.clone().into())];
            messages.format("sheet-column", &words)
        }
        Wrong::Cell { row, column, text } => {
            let words = [
                ("at", format!("{path}:{row}").into()),
                ("column", column.clone().into()),
                ("text", text.clone().into()),
            ];
            messages.format("sheet-cell", &words)
        }
    };
    Failure::new(Exit::BadData, printable(&said))
}
