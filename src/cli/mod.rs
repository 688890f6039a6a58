//! Command line: from arguments and environment to output and an exit code.
//!
//! All texts of the help come from Fluent, in the language of `--lang` or the environment. To add a
//! subcommand, write a file with `command` and `run` and name it in `SUBCOMMANDS`.

mod about;
mod arguments;
pub mod bookmarks;
mod card;
mod check;
mod completions;
pub mod context;
pub mod corrections;
mod doctor;
mod exit;
mod export;
mod guide;
mod import;
mod input;
mod language;
mod man;
mod now;
mod output;
mod own;
mod packs;
mod printing;
pub mod progress;
mod reading;
mod refusal;
mod schema;
mod screen;
pub mod search;
mod selection;
mod show;
mod tsv;
mod whereabouts;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::directory::packs::Pack;
use crate::i18n::Messages;
use crate::paths::{Paths, WorkerName};
use crate::terminal::Capabilities;

pub use exit::{Exit, Failure};
use printing::Printable;
use progress::Progress;
pub use screen::ScreenOptions;
pub use whereabouts::Whereabouts;

/// Lookup of an environment variable; tests supply their own.
pub type Environment<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// Result of parsing the arguments.
#[derive(Debug, PartialEq, Eq)]
pub enum Invocation {
    /// The command is done; the program ends with this code.
    Finished(Exit),
    /// Open the screen.
    Screen(ScreenOptions),
}

/// Environment of a subcommand.
pub struct Context<'a> {
    /// Texts in the worker's language.
    pub messages: &'static Messages,
    /// `--region`.
    pub whereabouts: Option<Whereabouts>,
    /// `--data-dir` or `HAVRE_DATA_DIR`.
    pub data_dir: Option<PathBuf>,
    /// `--worker` or `HAVRE_WORKER`.
    pub worker: Option<WorkerName>,
    /// Packs in use, once they are opened.
    pub packs: Vec<Pack>,
    /// The environment.
    pub environment: Environment<'a>,
    /// Stream of results.
    pub stdout: &'a mut dyn Write,
    /// Stream of warnings.
    pub stderr: &'a mut dyn Write,
    /// Progress display.
    pub progress: Progress,
}

/// A subcommand: its name, its arguments and its function.
struct Subcommand {
    name: &'static str,
    command: fn(&'static Messages) -> Command,
    run: fn(&ArgMatches, &mut Context<'_>) -> anyhow::Result<Exit>,
}

/// All subcommands, in the order of the help.
const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        name: search::NAME,
        command: search::command,
        run: run_search,
    },
    Subcommand {
        name: show::NAME,
        command: show::command,
        run: show::run,
    },
    Subcommand {
        name: guide::NAME,
        command: guide::command,
        run: guide::run,
    },
    Subcommand {
        name: now::NAME,
        command: now::command,
        run: now::run,
    },
    Subcommand {
        name: bookmarks::NAME,
        command: bookmarks::command,
        run: |matches, context| with_her_list(matches, context, bookmarks::run),
    },
    Subcommand {
        name: card::NAME,
        command: card::command,
        run: |matches, context| with_her_list(matches, context, card::run),
    },
    Subcommand {
        name: export::NAME,
        command: export::command,
        run: |matches, context| {
            let region = context.whereabouts.map(|here| here.region);
            with_her_list(matches, context, |matches, context| {
                export::run(matches, context, region)
            })
        },
    },
    Subcommand {
        name: import::NAME,
        command: import::command,
        run: import::run,
    },
    Subcommand {
        name: corrections::NAME,
        command: corrections::command,
        run: |matches, context| with_her_list(matches, context, corrections::run),
    },
    Subcommand {
        name: packs::NAME,
        command: packs::command,
        run: packs::run,
    },
    Subcommand {
        name: doctor::NAME,
        command: doctor::command,
        run: doctor::run,
    },
    Subcommand {
        name: check::NAME,
        command: check::command,
        run: check::run,
    },
    Subcommand {
        name: schema::NAME,
        command: schema::command,
        run: schema::run,
    },
    Subcommand {
        name: completions::NAME,
        command: completions::command,
        run: completions::run,
    },
    Subcommand {
        name: man::NAME,
        command: man::command,
        run: man::run,
    },
];

/// Searches as the screen does, including own contacts and bookmarks. Writes nothing: problems with
/// the list are reported by the screen and `havre bookmarks`.
fn run_search(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let assets = packs::assets(context)?;
    let team_lists = packs::folders(context)?.team_lists();
    let paths = Paths::find(context.data_dir.take(), context.worker.take())?;
    let list = crate::bookmarks::peek(&paths.bookmarks(), jiff::Timestamp::now());
    let directory = assets.directory_with(own::contacts(&list, &team_lists))?;
    let preferred = list
        .bookmarks()
        .into_iter()
        .map(|entry| entry.id.clone())
        .collect();
    let home = context.whereabouts;
    let home = home.unwrap_or_else(|| Whereabouts::set(&paths));
    let near = matches.get_one::<String>("near");
    let near = near.map(|text| whereabouts::near(text, home.region, context.messages));
    let searched = near.transpose()?.unwrap_or(home);
    let asker = search::Asker {
        messages: context.messages,
        region: searched.region,
        place: searched.place,
        home,
        assets: &assets,
        directory: &directory,
        preferred: &preferred,
    };
    let mut streams = search::Streams {
        input: &mut std::io::stdin().lock(),
        output: &mut *context.stdout,
        errors: &mut *context.stderr,
        progress: context.progress,
    };
    search::run(matches, &asker, &mut streams)
}

/// Runs a subcommand that uses the worker's own list.
fn with_her_list(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    run: impl FnOnce(&ArgMatches, &mut context::Context<'_>) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let directory = packs::assets(context)?.directory()?;
    let team_lists = packs::folders(context)?.team_lists();
    let paths = Paths::find(context.data_dir.take(), context.worker.take())?;
    let mut context = context::Context {
        paths: &paths,
        team_lists,
        directory: &directory,
        packs: &context.packs,
        messages: context.messages,
        now: jiff::Timestamp::now(),
        out: &mut *context.stdout,
        errors: &mut *context.stderr,
        input: &mut std::io::stdin().lock(),
        progress: context.progress,
    };
    run(matches, &mut context)
}

/// Runs an invocation, up to the point where a screen is needed.
///
/// `arguments` start with the program's name, as the system gives them.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    environment: Environment<'_>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Invocation {
    let stdout = &mut Printable::new(stdout);
    let stderr = &mut Printable::new(stderr);
    let arguments = arguments::help_last(arguments.into_iter().collect());
    let (messages, matches) = parse(&arguments, environment);
    let matches = match matches {
        Ok(matches) => matches,
        Err(error) => {
            let refusal = refusal::Refusal {
                error: &error,
                arguments: &arguments,
                messages,
            };
            return Invocation::Finished(refusal.answer(stdout, stderr));
        }
    };
    let screen = match screen::options(&matches, environment, messages) {
        Ok(screen) => screen,
        Err(failure) => return Invocation::Finished(report(&failure.into(), messages, stderr)),
    };
    if matches.get_flag("about") {
        let printed = about::print(messages, stdout);
        let exit =
            printed.map_or_else(|error| unwritten(&error, messages, stderr), |()| Exit::Done);
        return Invocation::Finished(exit);
    }
    let Some((name, matches)) = matches.subcommand() else {
        return Invocation::Screen(screen);
    };
    let mut context = Context {
        messages,
        whereabouts: screen.region.map(|region| Whereabouts {
            region,
            place: screen.place,
        }),
        data_dir: screen.data_dir,
        worker: screen.worker,
        packs: Vec::new(),
        environment,
        stdout,
        stderr,
        progress: progress_of(matches, environment),
    };
    let result = SUBCOMMANDS
        .iter()
        .find(|subcommand| subcommand.name == name)
        .map_or(Ok(Exit::Usage), |subcommand| {
            let exit = (subcommand.run)(matches, &mut context)?;
            context.stdout.flush()?;
            Ok(exit)
        });
    // Packs are read with the directory, after they were opened.
    for left_out in context.packs.iter().filter_map(|pack| pack.told(messages)) {
        say(&left_out, context.stderr);
    }
    Invocation::Finished(
        result.unwrap_or_else(|error| report(&error, context.messages, context.stderr)),
    )
}

/// Parses the arguments, and chooses the language. Most runs open the screen; the subcommands are only
/// built if the arguments need them.
fn parse(
    arguments: &[OsString],
    environment: Environment<'_>,
) -> (&'static Messages, Result<ArgMatches, clap::Error>) {
    let preset = Messages::of(language::preset(arguments, environment));
    if let Ok(matches) = arguments::root(preset).try_get_matches_from(arguments) {
        return (preset, Ok(matches));
    }
    let messages = Messages::of(language::of_command(arguments, environment));
    (messages, command(messages).try_get_matches_from(arguments))
}

/// Returns the whole command with its texts in a language.
pub fn command(messages: &'static Messages) -> Command {
    let subcommands = SUBCOMMANDS
        .iter()
        .map(|subcommand| (subcommand.command)(messages));
    let root = arguments::root(messages).subcommands(subcommands);
    arguments::dressed(root, messages)
}

/// Returns the progress display for this process's terminal.
fn progress_of(matches: &ArgMatches, environment: Environment<'_>) -> Progress {
    let variable = |name: &str| environment(name)?.into_string().ok();
    let capabilities = Capabilities::of(true, variable);
    let progress = Progress::at_terminal(capabilities.plain, capabilities.utf8);
    #[cfg(debug_assertions)]
    if let Some(after) = matches.get_one("patience") {
        return progress.after(std::time::Duration::from_millis(*after));
    }
    #[cfg(not(debug_assertions))]
    let _ = matches;
    progress
}

/// Reports an error in the worker's language, and returns its exit code.
pub fn report(error: &anyhow::Error, messages: &Messages, stderr: &mut dyn Write) -> Exit {
    let io = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<std::io::Error>());
    if let Some(failure) = error.downcast_ref::<Failure>() {
        say(&failure.message, stderr);
        failure.exit
    } else if let Some(io) = io {
        unwritten(io, messages, stderr)
    } else {
        let reason = format!("{error:#}").into();
        say(
            &messages.format("cli-failed", &[("reason", reason)]),
            stderr,
        );
        Exit::BadData
    }
}

/// Reports that output could not be written. A closed pipe (`havre check | head`) is not an error.
fn unwritten(error: &std::io::Error, messages: &Messages, stderr: &mut dyn Write) -> Exit {
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        return Exit::Done;
    }
    let reason = error.to_string().into();
    say(
        &messages.format("cli-failed", &[("reason", reason)]),
        stderr,
    );
    Exit::CouldNotWrite
}

fn say(text: &str, stderr: &mut dyn Write) {
    // If the message cannot be written, the exit code still reports the error.
    let _ = writeln!(Printable::new(stderr), "havre: {text}");
}
