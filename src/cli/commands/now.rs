//! `havre now`: one number for each kind of help, for the worker's location and the present time.

use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::output::emergency::{self, Emergency};
use crate::cli::output::errors::say;
use crate::cli::output::exit::Exit;
use crate::cli::output::printing::json_line;
use crate::cli::output::reading;
use crate::cli::situation::Situation;
use crate::directory::Region;
use crate::document::extension::in_words;
use crate::document::state::{self, Form};
use crate::i18n::Messages;
use crate::i18n::typography::printable;
use crate::needs::Needs;
use crate::pathways::{Call, Here, Pathways};
use crate::places::Place;

/// The subcommand's name.
pub(in crate::cli) const NAME: &str = "now";

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Returns the definition of the subcommand.
pub(in crate::cli) fn command(messages: &'static Messages) -> Command {
    Command::new(NAME)
        .about(messages.text("cli-now-about"))
        .arg(arguments::json(messages))
}

#[derive(Serialize)]
struct Json<'a> {
    schema: u32,
    region: Region,
    /// Emergency number of the region, which no pack changes.
    emergency: Emergency,
    calls: Vec<JsonCall<'a>>,
    /// Reason for an empty list.
    #[serde(skip_serializing_if = "Option::is_none")]
    nothing: Option<String>,
}

#[derive(Serialize)]
struct JsonCall<'a> {
    need: &'a str,
    kind: &'a str,
    id: &'a str,
    name: &'a str,
    phone: Option<&'a str>,
    extension: Option<&'a str>,
    /// `null` if unknown.
    open: Option<bool>,
    state: String,
    confirm: bool,
    /// Pack that replaced the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number_of_pack: Option<&'a str>,
    by_town: bool,
    /// True if the worker reported the number as wrong: no other line answers.
    reported: bool,
}

/// Writes the contacts to call.
pub(in crate::cli) fn run(matches: &ArgMatches, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let directory = context.assets()?.directory()?;
    let list = context.peek()?;
    let situation = context.situation(&list)?;
    let (Some(needs), Some(pathways)) = (Needs::shared(), Pathways::embedded()) else {
        anyhow::bail!("the needs or the questions in the program are damaged");
    };
    let reported = list.reported(&directory, situation.asking());
    let here = situation.here(&directory, needs, &reported, context.messages.language());
    let calls = here.call_now(pathways.now());
    if matches.get_flag("json") {
        write_json(&calls, &here, &situation, context)?;
    } else {
        write_text(&calls, &here, &situation, context)?;
    }
    Ok(if calls.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

fn write_text(
    calls: &[Call<'_>],
    here: &Here<'_>,
    situation: &Situation<'_>,
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let messages = context.messages;
    let language = messages.language();
    if calls.is_empty() {
        let danger = printable(&emergency::in_words(here.region, here.town, messages));
        writeln!(context.stdout, "{danger}")?;
        say(&messages.text("cli-now-nothing"), context.stderr);
    }
    for call in calls {
        if call.is_elsewhere {
            let danger = emergency::in_words(here.region, here.town, messages);
            writeln!(context.stdout, "{}", printable(&danger))?;
            continue;
        }
        let number = call.phone.map(|phone| {
            if call.is_by_town {
                reading::number_of(call.contact, phone, situation, messages)
            } else {
                phone.dialled()
            }
        });
        let facts = [
            ("kind", call.kind.name.get(language).into()),
            (
                "number",
                in_words(&number.unwrap_or_default(), messages).into(),
            ),
            ("state", state_of(call, here, messages).into()),
            ("name", name_of(call, here, messages).into()),
        ];
        let line = if call.is_by_town {
            let id = match here.town {
                Some(_) => "cli-now-line-unsure",
                None => "cli-now-line-town",
            };
            messages.format(id, &facts)
        } else if situation.must_confirm(call.contact) {
            messages.format("cli-now-line-doubtful", &facts)
        } else {
            messages.format("cli-now-line", &facts)
        };
        let report = situation.report_on(call.contact, messages);
        let line = reading::with_report(line, report);
        writeln!(context.stdout, "{}", printable(&line))?;
    }
    Ok(())
}

fn write_json(
    calls: &[Call<'_>],
    here: &Here<'_>,
    situation: &Situation<'_>,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    let messages = context.messages;
    let json = Json {
        schema: SCHEMA,
        region: here.region,
        emergency: Emergency::of(here.region, here.town, messages),
        nothing: calls.is_empty().then(|| messages.text("cli-now-nothing")),
        calls: calls
            .iter()
            .map(|call| json_call(call, here, situation, messages))
            .collect(),
    };
    writeln!(context.stdout, "{}", json_line(&json)?)?;
    Ok(())
}

fn json_call<'a>(
    call: &Call<'a>,
    here: &Here<'_>,
    situation: &Situation<'_>,
    messages: &Messages,
) -> JsonCall<'a> {
    let language = messages.language();
    let phone = call.phone.filter(|_| !call.is_elsewhere);
    JsonCall {
        need: &call.kind.need,
        kind: call.kind.name.get(language),
        id: &call.contact.id,
        name: call.contact.name(language),
        phone: phone.map(|phone| phone.number.as_str()),
        extension: phone.and_then(|phone| phone.extension.as_deref()),
        open: call.answer.is_open(),
        state: state_of(call, here, messages),
        confirm: situation.must_confirm(call.contact),
        number_of_pack: call.contact.number_of_pack(),
        by_town: call.is_by_town || call.is_elsewhere,
        reported: here.reported.contains(&call.contact.id),
    }
}

/// Returns the contact that answers, or the only town where its emergency number works.
fn name_of(call: &Call<'_>, here: &Here<'_>, messages: &Messages) -> String {
    let contact = call.contact;
    let town = here.town.map(|town| here.places.place(town));
    let service = Place::emergency_service(town, here.region);
    let words = here
        .region
        .emergency()
        .beside(&contact.id, service, messages);
    let language = messages.language();
    let name = contact.gloss(language).unwrap_or(contact.name(language));
    words.unwrap_or_else(|| name.to_owned())
}

fn state_of(call: &Call<'_>, here: &Here<'_>, messages: &Messages) -> String {
    state::of_contact(
        call.contact,
        &call.answer,
        here.asking,
        Form::Long,
        messages,
    )
}
