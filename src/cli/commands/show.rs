//! `havre show ID|NAME`: a contact's card as text, or its record for programs.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use crate::bookmarks::List;
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::{printing, reading};
use crate::cli::own;
use crate::cli::situation::Situation;
use crate::directory::Contact;
use crate::directory::hours::{Answer, Asking};
use crate::directory::namesake::namesake;
use crate::directory::packs::vital::held_back;
use crate::directory::reach::first_answer;
use crate::document::card::{self, Kept};
use crate::document::state::{self, Form};
use crate::i18n::folding::fold;
use crate::i18n::typography::printable;
use crate::i18n::{Language, Messages};

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "show";

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Most contacts listed for an ambiguous name.
const MOST_NAMED: usize = 10;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let name = Arg::new("id")
        .value_name(messages.text("show-value"))
        .required(true)
        .num_args(1..)
        .help(messages.text("show-help-id"));
    let json = Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(messages.text("cli-bookmarks-help-json"));
    Command::new(NAME)
        .about(messages.text("show-about"))
        .args([name, json])
}

/// Contact in the output of `--json`.
#[derive(Serialize)]
struct ContactJson<'a> {
    schema: u32,
    contact: &'a Contact,
    /// `null` if unknown.
    open: Option<bool>,
    state: String,
    confirm: bool,
    /// Numbers, as dialled, that the worker found out of service.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dead: Vec<String>,
    /// Pack that replaced the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pack: Option<&'a str>,
}

/// Runs the subcommand.
///
/// # Errors
/// If its output cannot be written, or the directory is damaged.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let assets = context.assets()?;
    let team_lists = context.folders()?.team_lists();
    let list = context.peek()?;
    let situation = context.situation(&list)?;
    let contacts = assets.contacts_with(own::contacts(&list, &team_lists))?;
    let words = matches.get_many::<String>("id").unwrap_or_default();
    let asked = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    let mut found = found(&asked, &contacts);
    found.sort_by_key(|contact| contact.region != situation.home.region);
    let [contact] = found[..] else {
        return refused(&asked, &found, context);
    };
    if matches.get_flag("json") {
        write_json(contact, &situation, context)?;
    } else {
        write_card(contact, &contacts, &list, situation.asking(), context)?;
    }
    Ok(Exit::Done)
}

/// Returns the contacts for a text: that of this id, else those of this name, else those whose
/// names have all of its words.
fn found<'a>(asked: &str, contacts: &'a [Contact]) -> Vec<&'a Contact> {
    if let Some(contact) = contacts.iter().find(|contact| contact.id == asked) {
        return vec![contact];
    }
    let asked = fold(asked.trim()).text;
    let has = |contact: &Contact, means: &dyn Fn(&str) -> bool| {
        let names = Language::ALL.map(|language| fold(contact.name(language)).text);
        names.iter().any(|name| means(name))
    };
    let named = |means: &dyn Fn(&str) -> bool| -> Vec<&'a Contact> {
        let contacts = contacts.iter();
        contacts.filter(|contact| has(contact, means)).collect()
    };
    let exact = named(&|name| name == asked);
    if !exact.is_empty() {
        return exact;
    }
    let words: Vec<&str> = asked.split_whitespace().collect();
    named(&|name| !words.is_empty() && words.iter().all(|word| name.contains(word)))
}

/// Reports that a text names no contact or several, with their names.
fn refused(asked: &str, found: &[&Contact], context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let id = if found.is_empty() {
        "show-none"
    } else {
        "show-several"
    };
    let facts = [("name", asked.into()), ("count", found.len().into())];
    writeln!(
        context.stderr,
        "{}",
        printable(&messages.format(id, &facts))
    )?;
    for contact in found.iter().take(MOST_NAMED) {
        let name = contact.name(messages.language());
        writeln!(context.stderr, "    {}  {}", contact.id, printable(name))?;
    }
    Ok(Exit::NothingFound)
}

fn write_card(
    contact: &Contact,
    contacts: &[Contact],
    list: &List,
    asking: Asking<'_>,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let kept = Kept {
        entry: list.get(&contact.id),
        marked: list.marked(&contact.id),
        own: contact.is_own(),
        namesake: contact
            .is_own()
            .then(|| namesake(contact, contacts))
            .flatten(),
        held: held_back(&context.packs, &contact.id),
    };
    let width = reading::width(context.environment);
    let contact = printed(contact);
    let card = card::compose(&contact, kept, asking, context.messages, width);
    reading::write(&card, context.stdout)
}

fn write_json(
    contact: &Contact,
    situation: &Situation<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let asking = situation.asking();
    let answer: Answer = first_answer(contact, asking);
    let state = state::of_contact(contact, &answer, asking, Form::Long, context.messages);
    let shown = ContactJson {
        schema: SCHEMA,
        contact: &printed(contact),
        open: answer.is_open(),
        state,
        confirm: contact.must_confirm(),
        dead: situation.dead_of(contact),
        number_of_pack: contact.number_of_pack(),
    };
    writeln!(context.stdout, "{}", printing::json(&shown)?)?;
    Ok(())
}

/// Returns the contact without an address that must stay private.
fn printed(contact: &Contact) -> Contact {
    Contact {
        address: contact.public_address().map(str::to_owned),
        ..contact.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn an_address_to_keep_secret_is_not_printed() {
        let contacts = Assets::embedded().contacts().unwrap();
        let asked = [
            found("ns-bryony-house", &contacts),
            found("ca-988", &contacts),
        ];
        for (contact, shown) in asked.iter().flatten().zip([None, Some("12 Mill Lane")]) {
            let with_address = Contact {
                address: Some("12 Mill Lane".to_owned()),
                confidential: None,
                ..(*contact).clone()
            };
            assert_eq!(printed(&with_address).address.as_deref(), shown);
        }
    }
}
