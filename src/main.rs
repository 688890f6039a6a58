//! Arguments in, exit code out.

use std::io::Write;
use std::process::ExitCode;

use havre::cli::{self, Exit, Invocation};
use havre::i18n::{Language, Messages};

fn main() -> ExitCode {
    let mut stderr = std::io::stderr();
    let invocation = cli::run(
        std::env::args_os(),
        &|name| std::env::var_os(name),
        &mut std::io::stdout().lock(),
        &mut stderr,
    );
    let exit = match invocation {
        Invocation::Finished(exit) => exit,
        Invocation::Screen(options) => {
            let language = options
                .language
                .unwrap_or_else(|| Language::from_environment(|name| std::env::var(name).ok()));
            let hint = Messages::of(language).text("usage-hint");
            match writeln!(stderr, "{hint}") {
                Ok(()) => Exit::Usage,
                Err(_) => Exit::CouldNotWrite,
            }
        }
    };
    exit.into()
}
