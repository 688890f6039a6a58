//! Errors of the program in one line each, with their exit codes.

use std::io::Write;

use super::exit::{Exit, Failure};
use super::printing::Printable;
use crate::i18n::Messages;

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
pub fn unwritten(error: &std::io::Error, messages: &Messages, stderr: &mut dyn Write) -> Exit {
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

/// Prints one line about the program.
pub fn say(text: &str, stderr: &mut dyn Write) {
    // If the message cannot be written, the exit code still reports the error.
    let _ = writeln!(Printable::new(stderr), "havre: {text}");
}
