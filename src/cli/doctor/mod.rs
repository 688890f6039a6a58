//! `havre doctor`: what a help desk asks first, and what to do about each thing that is off.
//!
//! It changes nothing: the one file that it writes, to see whether that can be done, it removes at
//! once; a list that is damaged is left for the screen to repair. It says nothing of what is in the
//! files but how much.

mod directory;
mod files;
mod finding;
mod program;
mod terminal;

use std::io::IsTerminal as _;
use std::ops::RangeInclusive;

use clap::{Arg, ArgAction, ArgMatches, Command};
use unicode_width::UnicodeWidthStr as _;

use super::{Context, Exit};
use crate::i18n::{Messages, typography};
use crate::paths::Paths;
use crate::terminal::{Capabilities, size as terminal_size, spelled_in_ascii};
use finding::{Finding, State};

/// The subcommand's name.
pub(super) const NAME: &str = "doctor";

/// How wide the answer may be, at most and at least.
const WIDTH: RangeInclusive<usize> = 40..=80;

/// Its arguments.
pub(super) fn command(messages: &Messages) -> Command {
    let json = Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(messages.text("doctor-json"));
    Command::new(NAME)
        .about(messages.text("doctor-about"))
        .arg(json)
}

/// Looks at everything, and says it.
pub(super) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let paths = Paths::find(context.data_dir.take(), context.worker.take())?;
    let variable = |name: &str| {
        let value = (context.environment)(name)?.to_string_lossy().into_owned();
        Some(typography::printable(&value)).filter(|value| !value.is_empty())
    };
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let capabilities = Capabilities::of(is_terminal, variable);
    let messages = context.messages;
    let mut findings = terminal::findings(is_terminal, capabilities, &variable, messages);
    findings.push(program::language(&paths, messages));
    findings.extend(files::findings(&paths, messages));
    findings.push(directory::finding(
        jiff::ZonedDateTime::now().date(),
        messages,
    )?);
    findings.push(program::clock(jiff::Timestamp::now(), messages));
    findings.push(program::confinement(messages));
    let text = if matches.get_flag("json") {
        finding::json(&findings)?
    } else if capabilities.utf8 {
        text(&findings, width(is_terminal), messages)
    } else {
        spelled_in_ascii(&text(&findings, width(is_terminal), messages))
    };
    writeln!(context.stdout, "{text}")?;
    let off = findings.iter().any(|finding| finding.state == State::Off);
    Ok(if off { Exit::NothingFound } else { Exit::Done })
}

/// How wide the answer is: as the terminal is, within reason.
fn width(is_terminal: bool) -> usize {
    let told = terminal_size().map_or(0, |size| usize::from(size.width));
    match told {
        1.. if is_terminal => told.clamp(*WIDTH.start(), *WIDTH.end()),
        _ => *WIDTH.end(),
    }
}

/// The findings as a table: a mark, what was looked at, what was found; under it, what to do. Where two
/// columns would be narrow, what was found stands below.
fn text(findings: &[Finding], width: usize, messages: &Messages) -> String {
    let labels: Vec<String> = findings
        .iter()
        .map(|finding| messages.text(finding.label))
        .collect();
    let widest = labels.iter().map(|label| label.width()).max();
    let column = MARK + widest.unwrap_or(0) + 2;
    let beside = width >= BESIDE;
    let indent = if beside { column } else { MARK };
    let mut lines = vec![
        format!("havre {}", env!("CARGO_PKG_VERSION")),
        String::new(),
    ];
    for (finding, label) in findings.iter().zip(&labels) {
        let mark = messages.text(finding.state.mark());
        let head = format!("{mark}{}{label}", " ".repeat(MARK - mark.width()));
        let texts = std::iter::once(&finding.said).chain(&finding.advice);
        let mut said = texts.flat_map(|text| wrapped(text, width - indent));
        if beside {
            let pad = " ".repeat(column - head.width());
            lines.push(head + &pad + &said.next().unwrap_or_default());
        } else {
            lines.push(head);
        }
        lines.extend(said.map(|line| " ".repeat(indent) + &line));
    }
    let off = findings
        .iter()
        .filter(|finding| finding.state == State::Off);
    let off = [("count", off.count().into())];
    lines.push(String::new());
    lines.extend(wrapped(&messages.format("doctor-sum", &off), width));
    lines.join("\n")
}

/// From this width on there are two columns.
const BESIDE: usize = 60;

/// Columns of the mark before each line.
const MARK: usize = 4;

/// The text in lines of at most that width, broken at spaces; a longer word, such as a path, stays whole.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_break_at_spaces_and_paths_stay_whole() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrapped("/a/very/long/path is", 5),
            ["/a/very/long/path", "is"]
        );
        assert_eq!(wrapped("un\u{a0}mot deux", 7), ["un\u{a0}mot", "deux"]);
    }
}
