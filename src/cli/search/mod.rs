//! `havre search`: the hits of the screen, for people and for programs.

mod batch;
mod json;
mod text;
mod tsv;

use std::collections::HashSet;
use std::io::{BufRead, ErrorKind, Write};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Exit;
use super::Whereabouts;
use super::input::argument_or_input;
use super::progress::Progress;
use crate::assets::Assets;
use crate::clock;
use crate::directory::{Category, Directory, Filters, Region};
use crate::i18n::Messages;
use crate::persistence::machine_zone;
use crate::places::{PlaceId, Places};
use crate::search::{Answer, Context, Hits, Index, Item, Query, Service};

/// The subcommand's name.
pub const NAME: &str = "search";

/// Number of hits without `--limit`.
const LIMIT: usize = 20;

/// The worker's context, and the searched content.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// Messages of the worker's language.
    pub messages: &'static Messages,
    /// Region of the search: the worker's, or that of `--near`.
    pub region: Region,
    /// Town of the search; `None` for the whole region.
    pub place: Option<PlaceId>,
    /// The worker's location, which decides the clock and the holidays.
    pub home: Whereabouts,
    /// The guide and the synonyms.
    pub assets: &'a Assets,
    /// Directory including the own contacts.
    pub directory: &'a Directory,
    /// Ids of the bookmarked contacts.
    pub preferred: &'a HashSet<String>,
}

/// Streams of queries and answers.
pub struct Streams<'a> {
    /// Lines of a batch.
    pub input: &'a mut dyn BufRead,
    /// Hits.
    pub output: &'a mut dyn Write,
    /// Stream of errors.
    pub errors: &'a mut dyn Write,
    /// Progress display of a long batch.
    pub progress: Progress,
}

/// Returns the definition of the subcommand. `--region` is the program's own option.
pub fn command(messages: &'static Messages) -> Command {
    let flag = |name: &'static str, help| {
        let flag = Arg::new(name).long(name).action(ArgAction::SetTrue);
        flag.help(messages.text(help))
    };
    Command::new(NAME)
        .about(messages.text("cli-search-about"))
        .args([
            Arg::new("words")
                .value_name(messages.text("cli-value-words"))
                .help(messages.text("cli-search-words"))
                .num_args(1..)
                .required_unless_present("batch")
                .conflicts_with("batch"),
            Arg::new("category")
                .long("category")
                .value_name(messages.text("cli-value-slug"))
                .help(messages.text("cli-search-category"))
                .value_parser(move |slug: &str| category(slug, messages)),
            Arg::new("limit")
                .long("limit")
                .value_name(messages.text("cli-value-number"))
                .help(messages.text("cli-search-limit"))
                .value_parser(value_parser!(u32).range(1..)),
            Arg::new("near")
                .long("near")
                .value_name(messages.text("cli-value-place"))
                .help(messages.text("cli-search-near")),
            flag("open-now", "cli-search-open-now"),
            flag("json", "cli-search-json"),
            flag("tsv", "cli-search-tsv").conflicts_with("json"),
            flag("batch", "cli-search-batch")
                .conflicts_with_all(["category", "limit", "near", "open-now", "json", "tsv"]),
        ])
}

fn category(slug: &str, messages: &Messages) -> Result<Category, String> {
    Category::from_slug(slug).ok_or_else(|| {
        let slugs = Category::ALL.map(Category::slug).join(", ");
        messages.format("cli-search-category-slugs", &[("slugs", slugs.into())])
    })
}

/// Searches, and returns the exit code. A closed pipe is not an error.
///
/// # Errors
/// If the embedded guide or synonyms are damaged, or the output cannot be written.
pub fn run(
    matches: &ArgMatches,
    asker: &Asker<'_>,
    streams: &mut Streams<'_>,
) -> anyhow::Result<Exit> {
    let searching = Searching::prepare(asker);
    let done = if matches.get_flag("batch") {
        searching.answer_batch(streams)
    } else {
        searching.answer(matches, streams.input, streams.output)
    };
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Done),
        done => Ok(done?),
    }
}

struct Searching<'a> {
    asker: &'a Asker<'a>,
    index: Index,
    machine_zone: TimeZone,
}

impl<'a> Searching<'a> {
    fn prepare(asker: &'a Asker<'a>) -> Self {
        Self {
            asker,
            index: asker.assets.index(asker.directory),
            machine_zone: machine_zone(|name| std::env::var(name).ok()),
        }
    }

    /// Searches on the machine's clock, for a worker in `region`.
    fn find(&self, query: &Query, region: Region) -> Answer {
        let is_here = |place: &PlaceId| Places::embedded().place(*place).region == region;
        let context = Context {
            language: self.asker.messages.language(),
            region,
            place: self.asker.place.filter(is_here),
            preferred: self.asker.preferred,
        };
        let home = self.asker.home;
        let service = Service {
            index: &self.index,
            directory: self.asker.directory,
            now: clock::present(Timestamp::now()),
            machine_zone: &self.machine_zone,
            region: home.region,
            town_zone: home.place.map(|place| Places::embedded().place(place).zone),
        };
        service.search(query, &context, &|| true)
    }

    fn id(&self, item: Item) -> String {
        match item {
            Item::Contact(place) => self.asker.directory[place].id.clone(),
            Item::Topic(place) => self
                .index
                .topic(place)
                .map(|topic| topic.id.to_string())
                .unwrap_or_default(),
        }
    }

    /// Returns the title of a topic.
    fn title(&self, place: usize) -> &str {
        self.index
            .topic(place)
            .map_or("", |topic| topic.title.get(self.asker.messages.language()))
    }

    fn answer(
        &self,
        matches: &ArgMatches,
        input: &mut dyn BufRead,
        output: &mut dyn Write,
    ) -> std::io::Result<Exit> {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        let words = words.map(String::as_str).collect::<Vec<_>>().join(" ");
        let query = Query {
            text: argument_or_input(&words, input)?,
            filters: Filters {
                category: matches.get_one::<Category>("category").copied(),
                open_now: matches.get_flag("open-now"),
                ..Filters::default()
            },
            ..Query::default()
        };
        let limit = matches
            .get_one::<u32>("limit")
            .map_or(LIMIT, |limit| *limit as usize);
        let Answer {
            hits,
            unknown_hours,
        } = self.find(&query, self.asker.region);
        if matches.get_flag("json") {
            self.write_json(&query, &hits, unknown_hours, limit, output)?;
        } else if matches.get_flag("tsv") {
            self.write_tsv(&hits, limit, output)?;
        } else {
            self.write_text(&query, &hits, unknown_hours, limit, output)?;
        }
        output.flush()?;
        Ok(if hits.hits.is_empty() {
            Exit::NothingFound
        } else {
            Exit::Done
        })
    }

    fn reason(&self, hits: &Hits, place: usize) -> Option<String> {
        let messages = self.asker.messages;
        let reason = self.index.reason(hits, place, messages.language())?;
        Some(reason.text(messages))
    }
}
