//! Lists of all workers of a host, read and never written.

use std::io;
use std::path::{Path, PathBuf};

use crate::bookmarks::{List, ListFault, Reading, SIZE_LIMIT, Trouble, understand};
use crate::cli::context::Context;
use crate::files::{Files, RealFiles};

/// Accounts of the host.
const ACCOUNTS: &str = "/etc/passwd";
/// Size limit of the file of accounts, in bytes.
const ACCOUNTS_LIMIT: usize = 16 * 1024 * 1024;

/// Returns every worker's list, and the number of files that cannot be read or only in part, each of
/// which is reported.
pub(super) fn lists(context: &mut Context<'_>) -> anyhow::Result<(Vec<List>, usize)> {
    let accounts = RealFiles.read(Path::new(ACCOUNTS), ACCOUNTS_LIMIT);
    let accounts = String::from_utf8_lossy(&accounts.unwrap_or_default()).into_owned();
    let (mut lists, mut unread) = (Vec::new(), 0);
    for folder in context.paths()?.data_dirs_of(&accounts) {
        for read in files_in(&folder) {
            let read = read.and_then(|path| list(&path, context));
            let (list, problem) = match read {
                Ok((list, problem)) => (list, problem),
                Err((path, error)) => {
                    let trouble = context
                        .messages
                        .text(Trouble::of_reading(&error).message_id());
                    (None, Some(("corrections-unread", path, trouble)))
                }
            };
            lists.extend(list);
            if let Some((message, path, trouble)) = problem {
                unread += 1;
                let path = path.display().to_string();
                let words = [
                    ("path", path.as_str()),
                    ("trouble", &trouble),
                    ("place", &trouble),
                ];
                context.warn(message, &words)?;
            }
        }
    }
    Ok((lists, unread))
}

/// File or folder with the error of the system.
type Failed = (PathBuf, io::Error);
/// Message on a file that is read in part only or not at all, the file, and its fault or the reason.
type Problem = (&'static str, PathBuf, String);

/// Returns the files of a data folder: the account's own, and those of the workers that share it.
fn files_in(folder: &Path) -> Vec<Result<PathBuf, Failed>> {
    let mut files = vec![Ok(folder.join(FILE))];
    let workers = folder.join("workers");
    match RealFiles.names(&workers) {
        Ok(names) => files.extend(names.iter().map(|name| Ok(workers.join(name).join(FILE)))),
        Err(error) if is_missing(&error) => {}
        // Already reported for the account's own file.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
        Err(error) => files.push(Err((workers, error))),
    }
    files
}

const FILE: &str = "bookmarks.json";

/// Reads a list, which may have a problem; `None` if there is no file.
fn list(path: &Path, context: &Context<'_>) -> Result<(Option<List>, Option<Problem>), Failed> {
    let bytes = match RealFiles.read(path, SIZE_LIMIT + 1) {
        Ok(bytes) => bytes,
        Err(error) if is_missing(&error) => return Ok((None, None)),
        Err(error) => return Err((path.to_owned(), error)),
    };
    let reading = understand(&bytes, context.now);
    let message = match &reading {
        Reading::Missing | Reading::Good(_) | Reading::Renamed { .. } => None,
        Reading::Newer { .. } => Some("corrections-newer"),
        Reading::Damaged { .. } => Some("corrections-damaged"),
    };
    let place = || ListFault::first(&bytes).place(context.messages);
    let problem = message.map(|message| (message, path.to_owned(), place()));
    Ok((reading.into_list(), problem))
}

fn is_missing(error: &io::Error) -> bool {
    // An account whose home is a file has no list either.
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
