//! `havre search`: the hits of the screen, for people and for programs.

mod batch;
mod json;
mod text;
mod tsv;

use std::collections::HashSet;
use std::io::ErrorKind;

use clap::{Arg, ArgMatches, Command};
use jiff::tz::TimeZone;

use crate::assets::Catalogue;
use crate::cli::arguments;
use crate::cli::arguments::input::argument_or_input;
use crate::cli::arguments::whereabouts::{self, Whereabouts};
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::own;
use crate::cli::situation::Situation;
use crate::clock;
use crate::directory::{Category, Contact, Directory, Filters, Region};
use crate::document::pages::nothing;
use crate::i18n::Messages;
use crate::persistence::machine_zone;
use crate::places::PlaceId;
use crate::search::{self, Answer, Hits, Index, Item, Query, Service};

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
    /// The worker's place, time and list.
    pub situation: &'a Situation<'a>,
    /// Contacts, including the own ones, and topics.
    pub catalogue: &'a Catalogue,
    /// Ids of the bookmarked contacts.
    pub preferred: &'a HashSet<String>,
}

/// Returns the definition of the subcommand. `--region` is the program's own option.
pub fn command(messages: &'static Messages) -> Command {
    let flag = |name, help| arguments::flag(name, help, messages);
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
                .value_parser(move |count: &str| limit(count, messages)),
            Arg::new("near")
                .long("near")
                .value_name(messages.text("cli-value-place"))
                .help(messages.text("cli-search-near")),
            flag("open-now", "cli-search-open-now"),
            arguments::json(messages),
            flag("tsv", "cli-search-tsv").conflicts_with("json"),
            flag("batch", "cli-search-batch")
                .conflicts_with_all(["category", "limit", "near", "open-now", "json", "tsv"]),
        ])
}

fn limit(count: &str, messages: &Messages) -> Result<u32, String> {
    let count = count.parse().ok().filter(|count| *count > 0);
    count.ok_or_else(|| messages.text("cli-search-limit-numbers"))
}

fn category(slug: &str, messages: &Messages) -> Result<Category, String> {
    Category::from_slug(slug).ok_or_else(|| {
        let slugs = Category::ALL.map(Category::slug).join(", ");
        messages.format("cli-search-category-slugs", &[("slugs", slugs.into())])
    })
}

/// Searches as the screen does, including own contacts and bookmarks, and returns the exit code. Writes
/// nothing: problems with the list are reported by the screen and `havre bookmarks`.
///
/// # Errors
/// If a file of the worker or a pack cannot be read, or the output cannot be written.
pub fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let assets = context.assets()?;
    let list = context.peek()?;
    let situation = context.situation(&list)?;
    let own = own::contacts(&list, &context.team_lists()?);
    let catalogue = Catalogue::load(assets, own)?;
    let preferred = list
        .bookmarks()
        .into_iter()
        .map(|entry| entry.id.clone())
        .collect();
    let home = situation.home;
    let near = matches.get_one::<String>("near");
    let near = near.map(|text| whereabouts::near(text, home.region, context.messages));
    let searched = near.transpose()?.unwrap_or(home);
    let asker = Asker {
        messages: context.messages,
        region: searched.region,
        place: searched.place,
        situation: &situation,
        catalogue: &catalogue,
        preferred: &preferred,
    };
    answer(matches, &asker, context)
}

/// Searches in this content. A closed pipe is not an error.
///
/// # Errors
/// If the output cannot be written.
pub fn answer(
    matches: &ArgMatches,
    asker: &Asker<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<Exit> {
    let searching = Searching::prepare(asker);
    let done = if matches.get_flag("batch") {
        searching.answer_batch(context)
    } else {
        searching.answer(matches, context)
    };
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Done),
        done => Ok(done?),
    }
}

struct Searching<'a> {
    asker: &'a Asker<'a>,
    machine_zone: TimeZone,
}

impl<'a> Searching<'a> {
    fn prepare(asker: &'a Asker<'a>) -> Self {
        Self {
            asker,
            machine_zone: machine_zone(|name| std::env::var(name).ok()),
        }
    }

    fn directory(&self) -> &Directory {
        self.asker.catalogue.directory()
    }

    fn index(&self) -> &Index {
        self.asker.catalogue.index()
    }

    /// Returns the location of the search, if a query states no other.
    const fn whereabouts(&self) -> Whereabouts {
        Whereabouts {
            region: self.asker.region,
            place: self.asker.place,
        }
    }

    /// Searches on the machine's clock, for a worker at this location.
    fn find(&self, query: &Query, whereabouts: Whereabouts) -> Answer {
        let context = search::Context {
            language: self.asker.messages.language(),
            region: whereabouts.region,
            place: whereabouts.place,
            preferred: self.asker.preferred,
        };
        let home = self.asker.situation.home;
        let hits = self.asker.catalogue.search_while(query, &context, &|| true);
        let service = Service {
            index: self.index(),
            directory: self.directory(),
            now: clock::present(clock::now()),
            machine_zone: &self.machine_zone,
            region: home.region,
            town: home.place,
            dead: &self.asker.situation.dead,
        };
        service.complete(hits, query, &context, &|| true)
    }

    fn id(&self, item: Item) -> String {
        match item {
            Item::Contact(index) => self.directory()[index].id.clone(),
            Item::Topic(index) => self
                .index()
                .topic(index)
                .map(|topic| topic.id.to_string())
                .unwrap_or_default(),
        }
    }

    /// Returns the title of a topic.
    fn title(&self, index: usize) -> &str {
        self.index()
            .topic(index)
            .map_or("", |topic| topic.title.get(self.asker.messages.language()))
    }

    fn answer(&self, matches: &ArgMatches, context: &mut Context<'_>) -> std::io::Result<Exit> {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        let words = words.map(String::as_str).collect::<Vec<_>>().join(" ");
        let query = Query {
            text: argument_or_input(&words, context)?,
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
        let output = &mut *context.stdout;
        let Answer {
            hits,
            unknown_hours,
        } = self.find(&query, self.whereabouts());
        if matches.get_flag("json") {
            self.write_json(&query, &hits, unknown_hours, limit, output)?;
        } else if matches.get_flag("tsv") {
            self.write_tsv(&hits, limit, output)?;
        } else {
            // Other outputs have no room for the kind of a number.
            let situation = self.asker.situation.with_channel(hits.channel());
            let asker = Asker {
                situation: &situation,
                ..*self.asker
            };
            let shown = Searching {
                asker: &asker,
                machine_zone: self.machine_zone.clone(),
            };
            shown.write_text(&query, &hits, unknown_hours, limit, output)?;
        }
        output.flush()?;
        Ok(if hits.hits.is_empty() {
            Exit::NothingFound
        } else {
            Exit::Done
        })
    }

    /// Returns the contacts where a life is at risk.
    fn vital(&self) -> Vec<&Contact> {
        nothing::vital(self.asker.region, |id| self.directory().get(id))
    }

    fn reason(&self, hits: &Hits, rank: usize) -> Option<String> {
        let messages = self.asker.messages;
        let reason = self.index().reason(hits, rank, messages.language())?;
        Some(reason.text(messages))
    }
}
