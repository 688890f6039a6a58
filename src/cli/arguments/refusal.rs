//! Output of clap: help and version unchanged, errors in the program's own texts.

use std::ffi::OsString;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::output::emergency;
use crate::cli::output::errors::{say, unwritten};
use crate::cli::output::exit::Exit;
use crate::directory::Region;
use crate::i18n::Messages;
use crate::i18n::typography::printable;

/// Refused arguments, or requested help.
pub(in crate::cli) struct Refusal<'a> {
    /// Error of clap.
    pub error: &'a clap::Error,
    /// Arguments, the name of the program first.
    pub arguments: &'a [OsString],
    /// Texts in the worker's language.
    pub messages: &'static Messages,
}

impl Refusal<'_> {
    /// Writes requested help to `stdout`, or errors in the arguments to `stderr`.
    pub(in crate::cli) fn answer(&self, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
        let (error, messages) = (self.error, self.messages);
        if matches!(
            error.kind(),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
        ) {
            let written = writeln!(stdout, "{}", error.render().to_string().trim_end())
                .and_then(|()| stdout.flush());
            return written
                .map_or_else(|error| unwritten(&error, messages, stderr), |()| Exit::Done);
        }
        let mut lines = vec![words(error, messages)];
        lines.extend(suggestion(error, messages));
        if context(error, ContextKind::InvalidArg).starts_with("--region") {
            // Who types a town's name may have no time for another attempt.
            lines.push(emergency::in_words(Region::Ca, None, messages));
        }
        let command = [("command", self.command().into())];
        lines.push(messages.format("usage-hint", &command));
        let lines: Vec<String> = lines.iter().map(|line| printable(line)).collect();
        say(&lines.join("\n"), stderr);
        Exit::Usage
    }

    /// Returns the command of the arguments as far as it is known: `havre bookmarks add`.
    fn command(&self) -> String {
        let mut known = crate::cli::command(self.messages);
        let mut words = vec!["havre".to_owned()];
        for argument in self.arguments.iter().skip(1) {
            let Some(inner) = known.find_subcommand(argument) else {
                continue;
            };
            words.push(inner.get_name().to_owned());
            known = inner.clone();
        }
        words.join(" ")
    }
}

/// Returns a line with the nearest known words; `None` if none is near.
fn suggestion(error: &clap::Error, messages: &Messages) -> Option<String> {
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let mut words = kinds.into_iter().map(|kind| context(error, kind));
    let words = words.find(|words| !words.is_empty())?;
    Some(messages.format("usage-perhaps", &[("words", words.into())]))
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
            let choices = messages.format("usage-choices", &[("choices", choices.into())]);
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
            let id = if argument == other {
                "usage-twice"
            } else {
                "usage-conflict"
            };
            messages.format(
                id,
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
