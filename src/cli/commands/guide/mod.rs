//! `havre guide [TAB[#TOPIC]]`: the guide as text.

mod json;

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::{printing, reading};
use crate::cli::situation::Situation;
use crate::directory::Contact;
use crate::document::pages::glossary;
use crate::document::{Document, Link, topic};
use crate::guide::{Guide, Page, PageId, Topic};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::needs::Needs;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "guide";

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let topic = Arg::new("topic")
        .value_name(messages.text("guide-value"))
        .help(messages.text("guide-help-topic"));
    Command::new(NAME)
        .about(messages.text("guide-about"))
        .args([topic, arguments::json(messages)])
}

/// Runs the subcommand.
///
/// # Errors
/// If its output cannot be written, or the directory is damaged.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let assets = context.assets()?;
    let guide = assets.guide(context.messages.language());
    let is_json = matches.get_flag("json");
    let Some(asked) = matches.get_one::<String>("topic") else {
        return write_outline(&guide, is_json, context);
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
    let reported = list.reported(&directory, situation.asking());
    let needs = Needs::shared().context("the needs in the program are damaged")?;
    let here = situation.here(&directory, needs, &reported, context.messages.language());
    let reader = topic::Reader {
        messages: context.messages,
        here,
        ellipsis: "…",
        term_mark: "",
        linear: false,
        is_typed: false,
    };
    if is_json {
        let topics: Vec<&Topic> = page.topics.iter().filter(wanted).collect();
        let page = json::page(page, &topics, reader, &situation);
        context.line(&printing::json(&page)?)?;
        return Ok(Exit::Done);
    }
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

/// Writes the titles of all pages and topics.
fn write_outline(guide: &Guide, is_json: bool, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    if is_json {
        context.line(&printing::json(&json::outline(guide))?)?;
        return Ok(Exit::Done);
    }
    for page in PageId::ALL {
        write_headings(guide, page, context)?;
    }
    Ok(Exit::Done)
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
    let contacts = contacts(document, reader).into_iter();
    let lines = contacts.map(|contact| reading::named(contact, situation, reader.messages));
    lines.collect()
}

/// Returns the contacts that a document links to, each once, in reading order.
fn contacts<'a>(document: &Document, reader: topic::Reader<'a>) -> Vec<&'a Contact> {
    let mut contacts: Vec<&Contact> = Vec::new();
    for link in &document.links {
        let Link::Contact { id, .. } = link else {
            continue;
        };
        let found = reader.here.directory.get(id);
        contacts.extend(found.filter(|one| contacts.iter().all(|other| other.id != one.id)));
    }
    contacts
}
