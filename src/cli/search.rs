//! `havre search`: the same hits as the screen, for people and for programs.

use std::collections::HashSet;
use std::io::{BufRead, ErrorKind, Write};
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::Exit;
use super::Whereabouts;
use super::progress::{Progress, Steps, Total};
use crate::assets::Assets;
use crate::directory::{Category, Contact, Filters, Region};
use crate::i18n::{Language, Messages};
use crate::needs::Needs;
use crate::persistence::machine_zone;
use crate::places::{PlaceId, Places};
use crate::search::{
    Answer, Context, Drop, FilterKind, Hit, Hits, Index, Item, MOST_WORDS, Query, Service,
    TopicText, topics,
};

/// The subcommand's name.
pub const NAME: &str = "search";

/// Hits shown where `--limit` says nothing else.
const LIMIT: usize = 20;
/// So many letters of a query are said again where nothing was found.
const LONGEST_SAID: usize = 200;
/// Hits given to each line of a batch.
const BATCH_LIMIT: usize = 10;

/// Who asks, and what is searched beside the guide.
#[derive(Clone, Copy, Debug)]
pub struct Asker<'a> {
    /// The words of her language.
    pub messages: &'static Messages,
    /// Where she searches: where she works, or the region of `--near`.
    pub region: Region,
    /// The town where she searches; `None` for the whole region.
    pub place: Option<PlaceId>,
    /// Where she works: it decides her clock and her holidays.
    pub home: Whereabouts,
    /// The guide and the synonyms.
    pub assets: &'a Assets,
    /// The directory, with her own contacts.
    pub contacts: &'a [Contact],
    /// Ids of the contacts that she bookmarked.
    pub preferred: &'a HashSet<String>,
}

/// Where queries come from and answers go.
pub struct Streams<'a> {
    /// The lines of a batch.
    pub input: &'a mut dyn BufRead,
    /// Hits.
    pub output: &'a mut dyn Write,
    /// What went wrong.
    pub errors: &'a mut dyn Write,
    /// How a long batch is told.
    pub progress: Progress,
}

/// Its arguments. `--region` is the program's own option.
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
            flag("batch", "cli-search-batch")
                .conflicts_with_all(["category", "limit", "near", "open-now", "json"]),
        ])
}

fn category(slug: &str, messages: &Messages) -> Result<Category, String> {
    Category::from_slug(slug).ok_or_else(|| {
        let slugs = Category::ALL.map(Category::slug).join(", ");
        messages.format("cli-search-category-slugs", &[("slugs", slugs.into())])
    })
}

/// Searches, and returns the exit code. A reader that goes away is no error.
///
/// # Errors
/// The guide or the synonyms in the program are damaged, or the output cannot be written.
pub fn run(
    matches: &ArgMatches,
    asker: &Asker<'_>,
    streams: &mut Streams<'_>,
) -> anyhow::Result<Exit> {
    let searching = Searching::prepare(asker);
    let done = if matches.get_flag("batch") {
        searching.answer_batch(streams)
    } else {
        searching.answer(matches, streams.output)
    };
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Done),
        done => Ok(done?),
    }
}

struct Searching<'a> {
    asker: &'a Asker<'a>,
    topics: Vec<TopicText>,
    index: Index,
    machine_zone: TimeZone,
}

impl<'a> Searching<'a> {
    fn prepare(asker: &'a Asker<'a>) -> Self {
        let [english, french] = Language::ALL.map(|language| asker.assets.guide(language));
        let topics = topics(&english, &french);
        let index = asker.assets.index(asker.contacts, &topics);
        Self {
            asker,
            topics,
            index,
            machine_zone: machine_zone(|name| std::env::var(name).ok()),
        }
    }

    /// Searches by the machine's clock, for a worker in `region`.
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
            contacts: self.asker.contacts,
            now: Timestamp::now(),
            machine_zone: &self.machine_zone,
            region: home.region,
            town_zone: home.place.map(|place| Places::embedded().place(place).zone),
        };
        service.search(query, &context, &|| true)
    }

    fn id(&self, item: Item) -> String {
        match item {
            Item::Contact(place) => self.asker.contacts[place].id.clone(),
            Item::Topic(place) => self.topics[place].id.to_string(),
        }
    }

    fn answer(&self, matches: &ArgMatches, output: &mut dyn Write) -> std::io::Result<Exit> {
        let words = matches.get_many::<String>("words").into_iter().flatten();
        let query = Query {
            text: words.map(String::as_str).collect::<Vec<_>>().join(" "),
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
        } else {
            let need = hits.say_needs(self.asker.messages);
            let step = hits.say_first_step(self.asker.region, self.asker.messages);
            for said in need.into_iter().chain(step) {
                writeln!(output, "{said}")?;
            }
            self.write(&query, &hits, limit, output)?;
            if let Some(said) = hits.say_unserved(self.asker.messages) {
                writeln!(output, "{said}")?;
            }
            if let Some(said) = hits.say_words_not_found(&query.text, self.asker.messages) {
                writeln!(output, "{said}")?;
            }
            for (id, count) in [
                ("filter-words-cut", if hits.cut { MOST_WORDS } else { 0 }),
                ("filter-unknown-hours", unknown_hours.unwrap_or_default()),
                ("filter-languages-unstated", hits.languages_unstated),
            ] {
                if count > 0 {
                    let count = [("count", count.into())];
                    writeln!(output, "{}", self.asker.messages.format(id, &count))?;
                }
            }
        }
        output.flush()?;
        Ok(if hits.hits.is_empty() {
            Exit::NothingFound
        } else {
            Exit::Done
        })
    }

    fn write(
        &self,
        query: &Query,
        hits: &Hits,
        limit: usize,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let messages = self.asker.messages;
        for (place, hit) in hits.hits.iter().take(limit).enumerate() {
            writeln!(output, "{}", self.line(hit))?;
            if let Some(reason) = self.reason(hits, place) {
                writeln!(output, "    {reason}")?;
            }
        }
        if hits.hits.is_empty() {
            let words = [("words", beginning(&query.text).into())];
            writeln!(output, "{}", messages.format("cli-search-nothing", &words))?;
        }
        for suggestion in &hits.suggestions {
            let count = ("hits", suggestion.hits.into());
            let line = match &suggestion.drop {
                Drop::Words(range) => {
                    let words = ("words", query.text[range.clone()].into());
                    messages.format("cli-search-without-words", &[words, count])
                }
                Drop::Filter(FilterKind::OpenNow) => {
                    messages.format("cli-search-not-open", &[count])
                }
                Drop::Filter(_) => messages.format("cli-search-without-filter", &[count]),
            };
            writeln!(output, "{line}")?;
        }
        let more = hits.total.saturating_sub(limit);
        if more > 0 {
            let more = messages.format("cli-search-more", &[("count", more.into())]);
            writeln!(output, "{more}")?;
        }
        Ok(())
    }

    fn reason(&self, hits: &Hits, place: usize) -> Option<String> {
        let messages = self.asker.messages;
        let reason = self.index.reason(hits, place, messages.language())?;
        Some(reason.text(messages))
    }

    fn line(&self, hit: &Hit) -> String {
        let messages = self.asker.messages;
        let language = messages.language();
        let id = ("id", self.id(hit.item).into());
        match hit.item {
            Item::Contact(place) => {
                let contact = &self.asker.contacts[place];
                let phone = contact.main_phone().map(|phone| phone.number.clone());
                let phone = phone.unwrap_or_else(|| messages.text("cli-search-no-phone"));
                let region = messages.text(&contact.region.message_id());
                let name = ("name", contact.name(language).into());
                let facts = [name, ("phone", phone.into()), ("region", region.into()), id];
                messages.format("cli-search-contact", &facts)
            }
            Item::Topic(place) => {
                let name = ("name", self.topics[place].title.get(language).into());
                messages.format("cli-search-topic", &[name, id])
            }
        }
    }

    fn write_json(
        &self,
        query: &Query,
        hits: &Hits,
        unknown_hours: Option<usize>,
        limit: usize,
        output: &mut dyn Write,
    ) -> std::io::Result<()> {
        let language = self.asker.messages.language();
        let found = hits
            .hits
            .iter()
            .take(limit)
            .enumerate()
            .map(|(place, hit)| {
                let contact = match hit.item {
                    Item::Contact(place) => Some(&self.asker.contacts[place]),
                    Item::Topic(_) => None,
                };
                JsonHit {
                    id: self.id(hit.item),
                    kind: if contact.is_some() {
                        "contact"
                    } else {
                        "topic"
                    },
                    name: match hit.item {
                        Item::Contact(place) => self.asker.contacts[place].name(language),
                        Item::Topic(place) => self.topics[place].title.get(language),
                    },
                    phone: contact.and_then(|contact| Some(contact.main_phone()?.number.as_str())),
                    region: contact.map(|contact| contact.region),
                    reason: self.reason(hits, place),
                }
            });
        let answer = JsonHits {
            hits: found.collect(),
            needs: json_needs(hits),
            total: hits.total,
            unknown_hours,
            unstated_languages: Some(hits.languages_unstated).filter(|count| *count > 0),
            words_not_found: hits
                .words_not_found()
                .into_iter()
                .map(|word| &query.text[word])
                .collect(),
            first_words_only: hits.cut.then_some(MOST_WORDS),
        };
        serde_json::to_writer_pretty(&mut *output, &answer)?;
        writeln!(output)
    }

    fn answer_batch(&self, streams: &mut Streams<'_>) -> std::io::Result<Exit> {
        let progress = streams.progress.beside_results();
        let messages = self.asker.messages;
        let problem = progress.during(messages, "progress-batch", Total::Unknown, |steps| {
            self.answer_lines(streams, steps)
        })?;
        match problem {
            None => Ok(Exit::Done),
            Some(problem) => {
                writeln!(streams.errors, "{problem}")?;
                Ok(Exit::BadData)
            }
        }
    }

    /// Answers line by line; ends at one that is no query, and says what is wrong with it.
    fn answer_lines(
        &self,
        streams: &mut Streams<'_>,
        steps: &Steps,
    ) -> std::io::Result<Option<String>> {
        let mut line = String::new();
        for number in 1.. {
            line.clear();
            if streams.input.read_line(&mut line)? == 0 {
                break;
            }
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str(&line) {
                Ok(asked) => self.answer_line(asked, streams.output)?,
                Err(error) => {
                    streams.output.flush()?;
                    let reason = error.to_string().into();
                    let facts = [("line", number.into()), ("reason", reason)];
                    let messages = self.asker.messages;
                    return Ok(Some(messages.format("cli-search-bad-line", &facts)));
                }
            }
            steps.step();
        }
        streams.output.flush()?;
        Ok(None)
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
            hits: hits.collect(),
            needs: json_needs(&found),
            micros,
        };
        serde_json::to_writer(&mut *output, &answer)?;
        writeln!(output)
    }
}

/// A text, or its beginning where it is long.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A line of a batch.
#[derive(Deserialize)]
struct Asked {
    query: String,
    #[serde(default)]
    region: Option<Region>,
}

/// The answer to a line of a batch.
#[derive(Serialize)]
struct Answered {
    hits: Vec<String>,
    needs: Vec<JsonNeed>,
    micros: u128,
}

/// The answer that `--json` gives.
#[derive(Serialize)]
struct JsonHits<'a> {
    hits: Vec<JsonHit<'a>>,
    /// The needs that the words tell of, best first.
    needs: Vec<JsonNeed>,
    total: usize,
    /// Where only what is open now is asked for: so many more of which nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown_hours: Option<usize>,
    /// Where a language is asked for: so many more that do not state theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    unstated_languages: Option<usize>,
    /// Words that are nowhere, where others found these hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words_not_found: Vec<&'a str>,
    /// Where more words were given than are looked up: how many are.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_words_only: Option<usize>,
}

#[derive(Serialize)]
struct JsonHit<'a> {
    id: String,
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// A need that the words tell of.
#[derive(Serialize)]
struct JsonNeed {
    id: &'static str,
    /// From 0 to 1.
    confidence: f32,
}

fn json_needs(hits: &Hits) -> Vec<JsonNeed> {
    let needs = hits.needs.iter().filter_map(|recognized| {
        Some(JsonNeed {
            id: &Needs::shared()?.at(recognized.need)?.id,
            confidence: recognized.confidence,
        })
    });
    needs.collect()
}
