//! Findings on the worker's files: paths, permissions and condition.

use std::fs::Metadata;
use std::io::{self, Write as _};
use std::path::Path;

use super::finding::Finding;
use crate::bookmarks::{List, Reading, SIZE_LIMIT, Trouble, file_of, set_aside_files, understand};
use crate::clock;
use crate::files::{Files, RealFiles, Refusal, check_folder, nearest, system};
use crate::i18n::Messages;
use crate::paths::Paths;
use crate::settings::{Problem, Settings};

/// Free space in bytes below which a warning is given: changes may soon fail to be saved.
const LITTLE_ROOM: u64 = 10_000_000;

/// Returns the findings on the worker's files.
pub fn findings(paths: &Paths, messages: &Messages) -> Vec<Finding> {
    let folder = paths.worker_dir();
    let mut findings = vec![place(&folder, messages)];
    findings.extend(room(&folder, messages));
    findings.extend(set_aside(&paths.bookmarks(), messages));
    findings.extend([
        list(&paths.bookmarks(), messages),
        settings(&paths.settings(), messages),
        lock(paths, messages),
    ]);
    findings
}

/// Checks that the folder is private and writable, by writing to it.
fn place(folder: &Path, messages: &Messages) -> Finding {
    let path = folder.display().to_string();
    let finding = Finding::ok("folder", "doctor-folder", &path).fact("path", path.as_str());
    match std::fs::metadata(folder) {
        Ok(found) if found.is_dir() => match try_writing(folder) {
            Err(error) => denied(finding, &error, messages),
            Ok(()) => alone(finding.fact("writable", true), &found, &path, messages),
        },
        Ok(_) => denied(finding, &io::ErrorKind::NotADirectory.into(), messages),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = nearest(folder);
            match system::may_create_in(&above) {
                Ok(()) => Finding {
                    said: messages.format("doctor-folder-later", &[("path", path.into())]),
                    ..finding.fact("writable", true)
                },
                Err(error) => denied(finding, &error, messages),
            }
        }
        Err(error) => denied(finding, &error, messages),
    }
}

fn alone(finding: Finding, found: &Metadata, path: &str, messages: &Messages) -> Finding {
    if !system::is_open_to_others(found) {
        return finding;
    }
    let advice = messages.format("doctor-folder-open", &[("path", path.into())]);
    finding.off(advice)
}

fn denied(finding: Finding, error: &io::Error, messages: &Messages) -> Finding {
    let trouble = Trouble::of(error);
    let said = [
        ("path", finding.said.clone().into()),
        ("trouble", messages.text(trouble.message_id()).into()),
    ];
    let advice = match trouble {
        Trouble::Full => "doctor-folder-full",
        _ => "doctor-folder-denied",
    };
    let said = messages.format("doctor-folder-trouble", &said);
    Finding { said, ..finding }
        .off(messages.text(advice))
        .fact("writable", false)
}

fn try_writing(folder: &Path) -> io::Result<()> {
    check_folder(folder)?;
    // Has one of the names that `havre bookmarks wipe` removes, in case this process is killed.
    let path = folder.join(format!("settings.trial-{}", std::process::id()));
    let mut file = RealFiles.create(&path)?;
    let written = file.write_all(b"trial\n").and_then(|()| file.sync());
    drop(file);
    RealFiles.remove(&path)?;
    written
}

/// Takes a lock in the folder if it exists, as a change does.
fn try_locking(folder: &Path) -> io::Result<()> {
    if !folder.is_dir() || check_folder(folder).is_err() {
        return Ok(());
    }
    let path = folder.join(format!("settings.trial-{}.lock", std::process::id()));
    let locked = RealFiles.lock(&path).map(drop);
    // Created by the kernel's lock, not by the lock file that replaces it on other file systems.
    let _ = RealFiles.remove(&path);
    locked
}

fn room(folder: &Path, messages: &Messages) -> Option<Finding> {
    let free = system::free_space(&nearest(folder))?;
    Some(judge_room(free, messages))
}

fn judge_room(bytes: u64, messages: &Messages) -> Finding {
    let (id, number) = match bytes / 1_000_000 {
        megabytes @ 0..10_000 => ("doctor-room-megabytes", megabytes),
        megabytes => ("doctor-room-gigabytes", megabytes / 1000),
    };
    let said = messages.format(id, &[("number", number.to_string().into())]);
    let finding = Finding::ok("room", "doctor-room", said).fact("bytes", bytes);
    if bytes < LITTLE_ROOM {
        finding.off(messages.text("doctor-folder-full"))
    } else {
        finding
    }
}

/// Checks the list without repairing it.
fn list(path: &Path, messages: &Messages) -> Finding {
    let finding = |said: String| Finding::ok("bookmarks", "doctor-list", said);
    let count = |id, list: &List| {
        let count = [("count", list.items().into())];
        finding(messages.format(id, &count)).fact("items", list.items())
    };
    let file = file_of(&RealFiles, path);
    let reading = match file.and_then(|file| RealFiles.read(&file, SIZE_LIMIT + 1)) {
        Ok(bytes) => understand(&bytes, clock::now()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Reading::Missing,
        Err(error) => return unreadable(finding(String::new()), &error, messages),
    };
    match reading {
        Reading::Missing => finding(messages.text("doctor-list-none")).fact("items", 0),
        Reading::Good(list) => count("doctor-list-good", &list),
        Reading::Renamed { list } => {
            count("doctor-list-good", &list).noting(messages.text("doctor-list-renamed"))
        }
        Reading::Newer { list, version } => count("doctor-list-good", &list)
            .off(messages.text("doctor-list-newer"))
            .fact("version", version),
        Reading::Damaged { list } => {
            count("doctor-list-damaged", &list).off(messages.text("doctor-list-rescue"))
        }
    }
}

/// Reports set-aside copies: a damaged one may contain items removed from the list.
fn set_aside(path: &Path, messages: &Messages) -> Option<Finding> {
    let copies = set_aside_files(&RealFiles, &file_of(&RealFiles, path).ok()?);
    let folder = copies.first()?.parent()?.display().to_string();
    let count = [("count", copies.len().into())];
    let said = messages.format("doctor-aside-count", &count);
    let names = copies.iter().filter_map(|copy| copy.file_name()?.to_str());
    let names: Vec<&str> = names.collect();
    let advice = [("path", folder.into()), ("names", names.join(", ").into())];
    let finding = Finding::ok("set_aside", "doctor-aside", said).fact("files", names);
    Some(finding.noting(messages.format("doctor-aside-read", &advice)))
}

fn unreadable(finding: Finding, error: &io::Error, messages: &Messages) -> Finding {
    let trouble = messages.text(Trouble::of_reading(error).message_id());
    let said = messages.format("doctor-unreadable", &[("trouble", trouble.into())]);
    let finding = Finding { said, ..finding };
    // A refusal says how to mend it.
    if matches!(
        Trouble::of(error),
        Trouble::Refused(Refusal::LinkElsewhere | Refusal::LinkToNothing)
    ) {
        finding.off(messages.text("doctor-link-stays"))
    } else {
        finding.off(messages.text("doctor-folder-denied"))
    }
}

fn settings(path: &Path, messages: &Messages) -> Finding {
    let finding = |id| Finding::ok("settings", "doctor-settings", messages.text(id));
    match Settings::load(path) {
        (_, Some(Problem::Unreadable(error))) => {
            unreadable(finding("doctor-settings-good"), &error, messages)
        }
        (_, Some(Problem::Damaged)) => {
            finding("doctor-settings-damaged").off(messages.text("doctor-settings-again"))
        }
        (_, None) if path.exists() => finding("doctor-settings-good"),
        (_, None) => finding("doctor-settings-none"),
    }
}

/// Reports a lock held by another session. Sessions hold locks only during a change.
fn lock(paths: &Paths, messages: &Messages) -> Finding {
    let finding = |id| Finding::ok("lock", "doctor-lock", messages.text(id));
    let files = [
        file_of(&RealFiles, &paths.bookmarks()),
        Settings::file_of(&RealFiles, &paths.settings()),
    ];
    // The findings on the files themselves name a wrong link.
    let files = files.into_iter().flatten();
    let locks: Vec<_> = files.map(|file| file.with_extension("lock")).collect();
    // A missing lock file is not held, and is not created.
    let held = locks.iter().filter(|lock| lock.exists()).any(|lock| {
        let outcome = RealFiles.lock(lock);
        outcome.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    });
    if let Err(error) = try_locking(&paths.worker_dir()) {
        let trouble = messages.text(Trouble::of(&error).message_id());
        return Finding::ok("lock", "doctor-lock", trouble)
            .off(messages.text("doctor-lock-none"))
            .fact("works", false);
    }
    if held {
        finding("doctor-lock-held")
            .off(messages.text("doctor-lock-close"))
            .fact("held", true)
    } else {
        finding("doctor-lock-free").fact("held", false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::commands::doctor::finding::State;
    use crate::i18n::Language;

    #[test]
    fn low_disk_space_is_reported_in_the_units_of_the_language() {
        for (bytes, state, english, french) in [
            (0, State::Off, "0 MB free", "0\u{a0}Mo libres"),
            (9_999_999, State::Off, "9 MB free", "9\u{a0}Mo libres"),
            (10_000_000, State::Ok, "10 MB free", "10\u{a0}Mo libres"),
            (
                9_999_999_999,
                State::Ok,
                "9999 MB free",
                "9999\u{a0}Mo libres",
            ),
            (
                u64::MAX,
                State::Ok,
                "18446744073 GB free",
                "18446744073\u{a0}Go libres",
            ),
        ] {
            let look = |language| judge_room(bytes, Messages::of(language));
            assert_eq!(look(Language::En).state, state, "{bytes}");
            assert_eq!(look(Language::En).said, english);
            assert_eq!(look(Language::Fr).said, french);
        }
    }
}
