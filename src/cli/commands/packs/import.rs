//! `havre import` of a directory: which kind it is, and what the arguments ask for.

use std::io::Read as _;
use std::path::Path;

use clap::ArgMatches;

use super::{add, hsds};
use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::directory::packs::PackError;
use crate::directory::packs::vital::Agreed;
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::interchange::hsds::is_json;
use crate::interchange::hsds::tables::table_of;
use crate::interchange::{sheet, zip};

/// Arguments of an import.
#[derive(Debug)]
pub(in crate::cli) struct Request {
    /// Files, or folders of tables.
    pub files: Vec<Given>,
    /// Name of the pack; `None` for that of the first file.
    pub name: Option<String>,
    /// True to write nothing.
    pub dry_run: bool,
    /// True for a report as JSON.
    pub json: bool,
    /// Agreement to the numbers of unsigned packs on which a life may depend.
    pub agreed: Agreed,
    /// Agreement to a pack that takes away a large part of the directory.
    pub take_away: bool,
}

impl Request {
    /// Creates a request to add packs.
    pub(super) const fn of_packs(files: Vec<Given>, agreed: Agreed) -> Self {
        Self {
            agreed,
            files,
            name: None,
            dry_run: false,
            json: false,
            take_away: false,
        }
    }
}

/// Format of a directory's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Packs.
    Pack,
    /// HSDS files.
    Hsds,
}

/// Returns the kind of directory that the arguments name; `None` for files of contacts.
///
/// # Errors
/// If the files are of several kinds: one import becomes one pack, or contacts of the worker's own.
pub(in crate::cli) fn kind(
    matches: &ArgMatches,
    files: &[Given],
    messages: &Messages,
) -> Result<Option<Kind>, Failure> {
    let asked = matches.get_one::<String>("kind").map(String::as_str);
    match asked {
        Some("pack") => Ok(Some(Kind::Pack)),
        Some("hsds") => Ok(Some(Kind::Hsds)),
        Some("auto") => common_kind(files, messages),
        _ => Ok(None),
    }
}

fn common_kind(files: &[Given], messages: &Messages) -> Result<Option<Kind>, Failure> {
    // What cannot be read is reported with its reason by whoever reads it.
    let is_readable = |file: &&Given| file.is_folder().unwrap_or(false) || file.open().is_ok();
    let readable = files.iter().filter(is_readable);
    let kinds: Vec<_> = readable
        .map(|file| (file.path.as_path(), kind_of(file)))
        .collect();
    let Some((first, kind)) = kinds.first() else {
        return Ok(None);
    };
    let tables = kinds.iter().any(|(_, kind)| *kind == Some(Kind::Hsds));
    // A table of contact persons beside other tables.
    let is_table = |file: &Path| tables && table_of(&file.to_string_lossy()).is_some();
    let of = |file: &Path, kind: Option<Kind>| kind.or(is_table(file).then_some(Kind::Hsds));
    let kind = of(first, *kind);
    let other = kinds.iter().find(|(file, other)| of(file, *other) != kind);
    match other {
        Some((other, _)) => {
            let name = |file: &Path| printable(&file.display().to_string()).into();
            let words = [("first", name(first)), ("other", name(other))];
            let text = messages.format("import-mixed", &words);
            Err(Failure::new(Exit::Usage, text))
        }
        None => Ok(kind),
    }
}

/// Detects a pack by its header, HSDS by its first character or the names of its tables. A table of
/// contact persons alone may also come from an address book.
fn kind_of(file: &Given) -> Option<Kind> {
    if file.is_folder().unwrap_or(false) {
        return Some(Kind::Hsds);
    }
    match file.pack() {
        Err(PackError::Foreign { .. } | PackError::Io { .. }) => {}
        // One that is refused is a pack, too: its reader says why.
        Ok(_) | Err(_) => return Some(Kind::Pack),
    }
    let mut head = Vec::new();
    let mut limited = file.open().ok()?.take(1024);
    limited.read_to_end(&mut head).ok()?;
    if sheet::is_sheet(&head) {
        return Some(Kind::Pack);
    }
    if head.starts_with(zip::SIGNATURE) {
        return Some(Kind::Hsds);
    }
    let is_json = is_json(&head);
    if is_json && memchr::memmem::find(&head, b"\"havre_pack\"").is_some() {
        return Some(Kind::Pack);
    }
    let table = table_of(&file.path.to_string_lossy());
    let is_table = table.is_some_and(|table| table != "contacts");
    (is_json || is_table).then_some(Kind::Hsds)
}

/// Runs `havre import` of a directory.
///
/// # Errors
///
/// If the files cannot be read or the pack cannot be written; then nothing is changed.
pub(in crate::cli) fn run(
    kind: Kind,
    matches: &ArgMatches,
    files: Vec<Given>,
    context: &mut Context<'_>,
) -> anyhow::Result<Exit> {
    let request = Request {
        files,
        name: matches.get_one::<String>("name").cloned(),
        dry_run: matches.get_flag("dry-run"),
        json: matches.get_flag("json"),
        agreed: Agreed::Nothing,
        take_away: false,
    };
    match kind {
        Kind::Pack => add(context, &request),
        Kind::Hsds => {
            let exit = hsds::run(&request, context)?;
            if !request.dry_run {
                // Saves the time at the next start.
                let folders = context.folders()?;
                let _ = context.prepared(&folders, folders.open().packs);
            }
            Ok(exit)
        }
    }
}
