//! The lists of every worker of a host, read and never written.

use std::io;
use std::path::{Path, PathBuf};

use super::Context;
use crate::bookmarks::{List, Reading, SIZE_LIMIT, Trouble, understand};
use crate::files::{Files, RealFiles};

/// The accounts of the host.
const ACCOUNTS: &str = "/etc/passwd";
/// Most bytes that are read of it.
const ACCOUNTS_LIMIT: usize = 16 * 1024 * 1024;

/// Returns every worker's list, and the number of files that could not be read, each of which is told.
pub(super) fn lists(context: &mut Context<'_>) -> anyhow::Result<(Vec<List>, usize)> {
    let accounts = RealFiles.read(Path::new(ACCOUNTS), ACCOUNTS_LIMIT);
    let accounts = String::from_utf8_lossy(&accounts.unwrap_or_default()).into_owned();
    let (mut lists, mut unread) = (Vec::new(), 0);
    for folder in context.paths.data_dirs_of(&accounts) {
        for read in files_in(&folder) {
            match read.and_then(|path| list(&path, context)) {
                Ok(Some(list)) => lists.push(list),
                Ok(None) => {}
                Err((path, error)) => {
                    unread += 1;
                    let path = path.display().to_string();
                    let trouble = context.messages.text(Trouble::of(&error).message_id());
                    let words = [("path", path.as_str()), ("trouble", &trouble)];
                    context.warn("corrections-unread", &words)?;
                }
            }
        }
    }
    Ok((lists, unread))
}

/// A file or folder, and what the system says of it.
type Failed = (PathBuf, io::Error);

/// Returns the files of a data folder: the account's own, and those of the workers who share it.
fn files_in(folder: &Path) -> Vec<Result<PathBuf, Failed>> {
    let mut files = vec![Ok(folder.join(FILE))];
    let workers = folder.join("workers");
    match RealFiles.names(&workers) {
        Ok(names) => files.extend(names.iter().map(|name| Ok(workers.join(name).join(FILE)))),
        Err(error) if is_missing(&error) => {}
        // The account's own file says it once.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
        Err(error) => files.push(Err((workers, error))),
    }
    files
}

const FILE: &str = "bookmarks.json";

/// Reads a list; `None` where there is no file.
fn list(path: &Path, context: &Context<'_>) -> Result<Option<List>, Failed> {
    match RealFiles.read(path, SIZE_LIMIT + 1) {
        Ok(bytes) => match understand(&bytes, context.now) {
            Reading::Damaged { list } if list.items() == 0 => {
                Err((path.to_owned(), io::ErrorKind::InvalidData.into()))
            }
            reading => Ok(reading.into_list()),
        },
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err((path.to_owned(), error)),
    }
}

fn is_missing(error: &io::Error) -> bool {
    // An account whose home is a file has none either.
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
