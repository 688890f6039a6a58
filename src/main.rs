//! Entry point: arguments in, exit code out.

use std::process::ExitCode;

use havre::cli::{self, Invocation};
use havre::confine;
use havre::i18n::{Language, Messages};
use havre::runtime;
use havre::terminal::events;

fn main() -> ExitCode {
    // A session is confined further once the worker is known.
    confine::from_programs();
    // If this fails, a write beyond the limit of a file's size kills the program, as by default.
    let _ = events::survive_size_limit();
    let mut stderr = std::io::stderr();
    let invocation = cli::run(
        std::env::args_os(),
        &|name| std::env::var_os(name),
        &mut std::io::stdout().lock(),
        &mut stderr,
    );
    match invocation {
        Invocation::Finished(exit) => exit.into(),
        Invocation::Screen(options) => {
            let environment = |name: &str| std::env::var(name).ok();
            let language = options
                .language
                .unwrap_or_else(|| Language::from_environment(environment));
            runtime::run(&options, environment).unwrap_or_else(|error| {
                cli::report(&error, Messages::of(language), &mut stderr).into()
            })
        }
    }
}
