//! Output of clap: help and version unchanged, errors in the program's own texts.

use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Exit;
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Writes requested help to `stdout`, or errors in the arguments to `stderr`.
pub(super) fn answer(
    error: &clap::Error,
    messages: &Messages,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let written = writeln!(stdout, "{}", error.render().to_string().trim_end())
            .and_then(|()| stdout.flush());
        return written.map_or_else(
            |error| super::unwritten(&error, messages, stderr),
            |()| Exit::Done,
        );
    }
    let text = words(error, messages);
    let text = printable(&text);
    super::say(&format!("{text}\n{}", messages.text("usage-hint")), stderr);
    Exit::Usage
}

/// Returns the error in the worker's language. Clap's own text is English only.
fn words(error: &clap::Error, messages: &Messages) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let reason = std::error::Error::source(error).map(ToString::to_string);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            messages.format("usage-unknown-argument", &[("argument", argument.into())])
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            messages.format("usage-unknown-command", &[("command", name.into())])
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            messages.format("usage-missing", &[("argument", argument.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues
            if value.is_empty() =>
        {
            messages.format("usage-value-missing", &[("argument", argument.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooManyValues => {
            let choices = context(error, ContextKind::ValidValue);
            messages.format(
                "usage-value",
                &[
                    ("argument", argument.into()),
                    ("value", value.into()),
                    ("reason", reason.unwrap_or(choices).into()),
                ],
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            messages.format(
                "usage-conflict",
                &[("argument", argument.into()), ("other", other.into())],
            )
        }
        _ => messages.text("usage-other"),
    }
}

/// Returns clap's context of that kind as text; empty if there is none.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
