//! Command line: from arguments and environment to output and an exit code.
//!
//! All texts of the help come from Fluent, in the language of `--lang` or the environment. A
//! subcommand is a file of `commands`.

mod arguments;
pub mod commands;
pub mod context;
pub mod output;
mod own;
mod situation;

use std::ffi::OsString;
use std::io::{IsTerminal as _, Write};

use clap::ArgMatches;

use crate::clock;
use crate::i18n::Messages;
use crate::persistence::ScreenOptions;
use crate::terminal::Capabilities;
pub use arguments::whereabouts::Whereabouts;
use arguments::{language, refusal, screen};
use commands::SUBCOMMANDS;
pub use commands::whole as command;
use context::{Context, Environment};
pub use output::errors::report;
use output::errors::{say, unwritten};
pub use output::exit::Exit;
use output::printing::Printable;
use output::progress::Progress;
use output::reading;
pub use situation::Situation;

/// Result of parsing the arguments.
#[derive(Debug, PartialEq, Eq)]
pub enum Invocation {
    /// The command is done; the program ends with this code.
    Finished(Exit),
    /// Open the screen.
    Screen(ScreenOptions),
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
        let messages = Messages::of(language::of_command(&arguments, environment));
        return Invocation::Finished(about(messages, environment, stdout, stderr));
    }
    let Some((name, matches)) = matches.subcommand() else {
        return Invocation::Screen(screen);
    };
    let mut context = Context {
        messages,
        definition: command,
        whereabouts: screen.region.map(|region| Whereabouts {
            region,
            place: screen.place,
        }),
        data_dir: screen.data_dir,
        worker: screen.worker,
        kept_aside: false,
        directory: None,
        packs: Vec::new(),
        environment,
        now: clock::now(),
        stdin: &mut std::io::stdin().lock(),
        is_typed: std::io::stdin().is_terminal(),
        stdout,
        stderr,
        progress: progress_of(matches, environment),
    };
    Invocation::Finished(
        execute(name, matches, &mut context)
            .unwrap_or_else(|error| report(&error, context.messages, context.stderr)),
    )
}

/// Runs a subcommand, and reports the packs that were left out.
fn execute(name: &str, matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let known = SUBCOMMANDS.iter().find(|known| known.name == name);
    let result = known.map_or(Ok(Exit::Usage), |known| {
        let exit = (known.run)(matches, context)?;
        context.stdout.flush()?;
        Ok(exit)
    });
    // Packs are read with the directory, after they were opened.
    let packs = context.packs.iter();
    for left_out in packs.filter_map(|pack| pack.message(context.messages)) {
        say(&left_out, context.stderr);
    }
    result
}

/// Prints the page about the program.
fn about(
    messages: &'static Messages,
    environment: Environment<'_>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    match commands::about::print(messages, reading::width(environment), stdout) {
        Ok(()) => Exit::Done,
        Err(error) => unwritten(&error, messages, stderr),
    }
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
