//! Answers lines of JSON on standard input, one JSON line each.

use std::io::Write;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::Searching;
use super::json::{JsonNeed, SCHEMA, json_needs};
use crate::cli::arguments::whereabouts::Whereabouts;
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json_line;
use crate::cli::output::progress::{Progress, Steps, Total};
use crate::i18n::typography::printable;
use crate::search::Query;

/// Hits for each line of a batch.
const BATCH_LIMIT: usize = 10;

impl Searching<'_> {
    pub(super) fn answer_batch(&self, context: &mut Context<'_>) -> std::io::Result<Exit> {
        let progress = context.progress.beside_results();
        let messages = self.asker.messages;
        progress.during(messages, "progress-batch", Total::Unknown, |steps| {
            self.answer_lines(context, progress, steps)
        })
    }

    /// Answers line by line, and reports each line that is no query.
    fn answer_lines(
        &self,
        context: &mut Context<'_>,
        progress: Progress,
        steps: &Steps,
    ) -> std::io::Result<Exit> {
        let (mut answered, mut refused) = (0, 0);
        context.input();
        let mut line = Vec::new();
        for number in 1_u64.. {
            line.clear();
            if context.stdin.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            match self.parse_line(&line) {
                Ok((query, whereabouts)) => {
                    self.answer_line(number, &query, whereabouts, context.stdout)?;
                    answered += 1;
                }
                Err(reason) => {
                    // Answers stand before the report on a later line.
                    context.stdout.flush()?;
                    let facts = [("line", number.into()), ("reason", reason.into())];
                    let report = self.asker.messages.format("cli-search-bad-line", &facts);
                    progress.make_way();
                    writeln!(context.stderr, "{}", printable(&report))?;
                    refused += 1;
                }
            }
            steps.step();
        }
        context.stdout.flush()?;
        Ok(match (answered, refused) {
            (_, 0) => Exit::Done,
            (0, _) => Exit::NothingFound,
            _ => Exit::BadData,
        })
    }

    /// Parses a line: its query, and its location, by default that of the whole batch.
    ///
    /// # Errors
    /// The reason why the line is no query.
    fn parse_line(&self, line: &[u8]) -> Result<(Query, Whereabouts), String> {
        let asked: Asked = serde_json::from_slice(line).map_err(|error| error.to_string())?;
        let whereabouts = match asked.region {
            None => self.whereabouts(),
            Some(region) => Whereabouts::parse(&region, self.asker.messages)
                .map_err(|reason| format!("\"region\": \"{region}\": {reason}"))?,
        };
        let query = Query {
            text: asked.query,
            ..Query::default()
        };
        Ok((query, whereabouts))
    }

    fn answer_line(
        &self,
        line: u64,
        query: &Query,
        whereabouts: Whereabouts,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let start = Instant::now();
        let found = self.find(query, whereabouts).hits;
        let micros = start.elapsed().as_micros();
        let hits = found
            .hits
            .iter()
            .take(BATCH_LIMIT)
            .map(|hit| self.id(self.index().item(hit)));
        let answer = Answered {
            schema: SCHEMA,
            line,
            hits: hits.collect(),
            needs: json_needs(&found),
            micros,
        };
        writeln!(output, "{}", json_line(&answer)?)
    }
}

/// Line of a batch.
#[derive(Deserialize)]
struct Asked {
    query: String,
    /// Region or town, written as for `--region`.
    #[serde(default)]
    region: Option<String>,
}

/// Answer to a line of a batch.
#[derive(Serialize)]
struct Answered {
    schema: u32,
    /// Number of the line that is answered, from 1: a line that is no query has no answer.
    line: u64,
    hits: Vec<String>,
    needs: Vec<JsonNeed>,
    micros: u128,
}
