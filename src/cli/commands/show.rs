//! `havre show ID|NAME`: a contact's card as text, or its record for programs.

use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::bookmarks::{List, is_off_team, team_lists};
use crate::cli::arguments;
use crate::cli::arguments::naming::{found, refuse};
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
use crate::document::card::{self, BookmarkFacts};
use crate::document::state::{self, Form};
use crate::files::RealFiles;
use crate::i18n::Messages;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "show";

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &Messages) -> Command {
    let name = Arg::new("id")
        .value_name(messages.text("show-value"))
        .required(true)
        .num_args(1..)
        .help(messages.text("show-help-id"));
    Command::new(NAME)
        .about(messages.text("show-about"))
        .args([name, arguments::json(messages)])
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
        refuse(&asked, &found, context)?;
        return Ok(Exit::NothingFound);
    };
    if matches.get_flag("json") {
        write_json(contact, &situation, context)?;
    } else {
        write_card(contact, &contacts, &list, situation.asking(), context)?;
    }
    Ok(Exit::Done)
}

fn write_card(
    contact: &Contact,
    contacts: &[Contact],
    list: &List,
    asking: Asking<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let entry = list.get(&contact.id);
    let (team, _) = team_lists(&RealFiles, &context.team_lists()?, context.now);
    let kept = BookmarkFacts {
        entry,
        marked: list.marked(&contact.id),
        own: contact.is_own(),
        namesake: contact
            .is_own()
            .then(|| namesake(contact, contacts))
            .flatten(),
        off_team: entry.is_some_and(|entry| is_off_team(entry, &team)),
        held: held_back(&context.packs, &contact.id),
    };
    let width = reading::width(context.environment);
    let contact = printed(contact);
    let card = card::compose(&contact, kept, asking, context.messages, width);
    Ok(reading::write(&card, context.stdout)?)
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
        confirm: situation.must_confirm(contact),
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
