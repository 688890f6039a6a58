//! Answers lines of JSON on standard input, one JSON line each.

use std::io::Write;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::Searching;
use super::json::{JsonNeed, SCHEMA, json_needs};
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json_line;
use crate::cli::output::progress::{Progress, Steps, Total};
use crate::directory::Region;
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
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            if context.stdin.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice(&line) {
                Ok(asked) => {
                    self.answer_line(asked, context.stdout)?;
                    answered += 1;
                }
                Err(error) => {
                    // Answers stand before the report on a later line.
                    context.stdout.flush()?;
                    let reason = error.to_string().into();
                    let facts = [("line", number.into()), ("reason", reason)];
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

    fn answer_line(&self, asked: Asked, output: &mut dyn Write) -> std::io::Result<()> {
        let query = Query {
            text: asked.query,
            ..Query::default()
        };
        let start = Instant::now();
        let region = asked.region.unwrap_or(Region::Ca);
        let found = self.find(&query, region).hits;
        let micros = start.elapsed().as_micros();
        let hits = found
            .hits
            .iter()
            .take(BATCH_LIMIT)
            .map(|hit| self.id(hit.item));
        let answer = Answered {
            schema: SCHEMA,
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
    #[serde(default)]
    region: Option<Region>,
}

/// Answer to a line of a batch.
#[derive(Serialize)]
struct Answered {
    schema: u32,
    hits: Vec<String>,
    needs: Vec<JsonNeed>,
    micros: u128,
}
