//! `havre doctor`: a diagnosis for help desks, with advice for each problem.
//!
//! The command changes nothing: its one test file, written to check permissions, is removed at
//! once; a damaged list is left for the screen to repair. The output has numbers of items in the
//! files, and none of their content.

mod directory;
mod files;
mod finding;
mod packs;
mod program;
mod terminal;

use std::io::IsTerminal as _;
use std::ops::RangeInclusive;

use clap::{ArgMatches, Command};
use unicode_width::UnicodeWidthStr as _;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::clock;
use crate::i18n::{Messages, typography, wrapped};
use crate::terminal::{Capabilities, size as terminal_size, spelled_in_ascii};
use finding::{Finding, State};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "doctor";

/// Least and greatest width of the output.
const WIDTH: RangeInclusive<usize> = 40..=80;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    Command::new(NAME)
        .about(messages.text("doctor-about"))
        .arg(arguments::json(messages))
}

/// Runs all checks and prints the findings.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let folders = context.folders()?;
    let paths = context.paths()?;
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
    findings.push(directory::finding(clock::today(), messages)?);
    findings.push(packs::finding(&folders, messages)?);
    findings.push(program::clock(clock::now(), messages));
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

/// Returns the width of the output: that of the terminal, within limits.
fn width(is_terminal: bool) -> usize {
    let told = terminal_size().map_or(0, |size| usize::from(size.width));
    match told {
        1.. if is_terminal => told.clamp(*WIDTH.start(), *WIDTH.end()),
        _ => *WIDTH.end(),
    }
}

/// Formats the findings as a table: mark, subject, result, and advice below. If two columns would
/// be too narrow, the result is below the subject.
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

/// Least width for two columns.
const BESIDE: usize = 60;

/// Columns of the mark before each line.
const MARK: usize = 4;
