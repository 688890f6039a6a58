//! `havre guide [TAB[#TOPIC]]`: the guide as text.

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command};

use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::reading;
use crate::cli::situation::Situation;
use crate::document::pages::glossary;
use crate::document::{Document, Link, topic};
use crate::guide::{Guide, Page, PageId, Target, Topic};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::needs::Needs;
use crate::pathways::Here;
use crate::places::Places;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "guide";

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let topic = Arg::new("topic")
        .value_name(messages.text("guide-value"))
        .help(messages.text("guide-help-topic"));
    Command::new(NAME)
        .about(messages.text("guide-about"))
        .arg(topic)
}

/// Runs the subcommand.
///
/// # Errors
/// If its output cannot be written, or the directory is damaged.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let assets = context.assets()?;
    let guide = assets.guide(context.messages.language());
    let Some(asked) = matches.get_one::<String>("topic") else {
        for page in PageId::ALL {
            write_headings(&guide, page, context)?;
        }
        return Ok(Exit::Done);
    };
    let (page, topic) = asked.split_once('#').unwrap_or((asked, ""));
    let page = PageId::from_slug(&page.to_lowercase()).map(|id| guide.page(id));
    let wanted = |one: &&Topic| topic.is_empty() || one.id.eq_ignore_ascii_case(topic);
    let topics = |page: &Page| page.topics.iter().filter(wanted).count();
    let Some(page) = page.filter(|page| topic.is_empty() || topics(page) > 0) else {
        return write_unknown(asked, context);
    };
    let directory = assets.directory()?;
    let list = context.peek()?;
    let situation = context.situation(&list)?;
    let (home, asking) = (situation.home, situation.asking());
    let reported = list.reported(&directory, asking);
    let here = Here {
        directory: &directory,
        needs: Needs::shared().context("the needs in the program are damaged")?,
        places: Places::embedded(),
        region: home.region,
        town: home.place,
        asking,
        language: context.messages.language(),
        reported: &reported,
    };
    let reader = topic::Reader {
        messages: context.messages,
        here,
        ellipsis: "…",
        term_mark: "",
        linear: false,
        is_typed: false,
    };
    if page.id == PageId::Glossary {
        let width = reading::width(context.environment);
        let terms = glossary::compose(page, reader.messages, width);
        reading::write(&terms, context.stdout)?;
    }
    for (index, one) in page.topics.iter().filter(wanted).enumerate() {
        if index > 0 {
            writeln!(context.stdout)?;
        }
        write_topic(page, one, reader, &situation, context)?;
    }
    Ok(Exit::Done)
}

/// Writes that the guide has no such page or topic.
fn write_unknown(asked: &str, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let name = [("name", asked.into())];
    let unknown = context.messages.format("guide-unknown", &name);
    writeln!(context.stderr, "{}", printable(&unknown))?;
    Ok(Exit::NothingFound)
}

/// Writes the titles of a page and of its topics, each with its name for the command line.
fn write_headings(guide: &Guide, page: PageId, context: &mut Context<'_>) -> std::io::Result<()> {
    let outline = guide.outline(page);
    writeln!(context.stdout, "{}  {}", page.slug(), outline.title)?;
    for (id, title) in &outline.topics {
        writeln!(context.stdout, "    {}#{id}  {title}", page.slug())?;
    }
    Ok(())
}

/// Writes a topic, and below it the numbers of its contacts.
fn write_topic(
    page: &Page,
    topic: &Topic,
    reader: topic::Reader<'_>,
    situation: &Situation<'_>,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let width = reading::width(context.environment);
    let document = topic::compose(page, topic, reader, width);
    reading::write(&document, context.stdout)?;
    for line in numbers(&document, reader, situation) {
        writeln!(context.stdout, "    {line}")?;
    }
    Ok(())
}

/// Returns a line for each contact that a document links to, in reading order.
fn numbers(
    document: &Document,
    reader: topic::Reader<'_>,
    situation: &Situation<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for link in &document.links {
        let Link::Guide(Target::Contact(id)) = link else {
            continue;
        };
        let Some(contact) = reader.here.directory.get(id) else {
            continue;
        };
        let line = reading::named(contact, situation, reader.messages);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
