//! Language of the output: `--lang`, else that of the worker's settings, else of the environment.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::cli::context::Environment;
use crate::i18n::Language;
use crate::paths::{Paths, WorkerName};
use crate::settings::Settings;

/// Longest wait for the settings: a folder that does not answer must not hold up the help.
const PATIENCE: Duration = Duration::from_millis(300);

/// Returns the language without the settings. `--lang` must be known before clap parses, because
/// clap's help depends on it.
pub(in crate::cli) fn preset(arguments: &[OsString], environment: Environment<'_>) -> Language {
    asked(arguments)
        .unwrap_or_else(|| Language::from_environment(|name| environment(name)?.into_string().ok()))
}

/// Returns the language of a subcommand.
pub(in crate::cli) fn of_command(arguments: &[OsString], environment: Environment<'_>) -> Language {
    asked(arguments)
        .or_else(|| of_settings(arguments, environment))
        .unwrap_or_else(|| preset(arguments, environment))
}

fn asked(arguments: &[OsString]) -> Option<Language> {
    let codes = values(arguments, "--lang");
    codes.filter_map(Language::from_code).last()
}

/// Returns the language in the worker's settings; `None` without one, or without an answer in time.
fn of_settings(arguments: &[OsString], environment: Environment<'_>) -> Option<Language> {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let folder = values(arguments, "--data-dir").last().map(PathBuf::from);
    let folder = folder.or_else(|| set("HAVRE_DATA_DIR").map(PathBuf::from));
    if folder.is_none() && set("HOME").is_none() {
        return None;
    }
    let worker = values(arguments, "--worker").last().map(ToOwned::to_owned);
    let worker = worker.or_else(|| set("HAVRE_WORKER")?.into_string().ok());
    let worker = worker.map(|name| WorkerName::parse(&name)).transpose();
    let path = Paths::find(folder, worker.ok()?).ok()?.settings();
    let (sender, answer) = mpsc::channel();
    let read = move || {
        // Nobody listens after the wait.
        let _ = sender.send(Settings::load(&path).0.language);
    };
    let named = thread::Builder::new().name("language".to_owned());
    named.spawn(read).ok()?;
    answer.recv_timeout(PATIENCE).ok()?
}

/// Returns the values of an option, before `--`.
fn values<'a>(arguments: &'a [OsString], option: &'a str) -> impl Iterator<Item = &'a str> {
    let words = arguments.iter().skip(1).take_while(|word| *word != "--");
    let words: Vec<&str> = words
        .map(|word| word.to_str().unwrap_or_default())
        .collect();
    let behind = words.clone().into_iter().skip(1).map(Some).chain([None]);
    words
        .into_iter()
        .zip(behind)
        .filter_map(move |(word, next)| match word.strip_prefix(option)? {
            "" => next,
            rest => rest.strip_prefix('='),
        })
}
