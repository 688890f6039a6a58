//! `havre bookmarks list`.

use clap::ArgMatches;
use jiff::Timestamp;
use serde::Serialize;

use crate::bookmarks::{Differs, Entry, List, SavedName, SavedPhone, team_lists};
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::{printing, tsv};
use crate::directory::{Contact, Directory, Phone, PhoneKind};
use crate::document::extension::in_words;
use crate::files::RealFiles;
use crate::i18n::typography::printable;

/// Version of the JSON output.
const SCHEMA: u32 = 1;

/// Bookmarks in the output of `--json`.
#[derive(Serialize)]
struct Listed<'a> {
    schema: u32,
    /// True if nothing can be shown because the file could not be read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
    bookmarks: &'a [BookmarkJson<'a>],
    /// Lists of the team.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    team: &'a [Team<'a>],
}

/// List of the team in the output of `--json`.
#[derive(Serialize)]
struct Team<'a> {
    name: &'a str,
    path: String,
    bookmarks: Vec<BookmarkJson<'a>>,
}

/// Bookmark in the output of `--json`.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "facts of the JSON output")]
struct BookmarkJson<'a> {
    id: &'a str,
    name: SavedName,
    phones: Vec<SavedPhone>,
    note: &'a str,
    labels: &'a [String],
    added: Timestamp,
    /// True if the contact has left the directory: name and phones are then the bookmarked ones.
    missing: bool,
    /// True if a pack says that the service is closed, or takes it away.
    closed: bool,
    /// True if the phones differ from the bookmarked ones.
    phones_changed: bool,
    /// True if the hours differ from the bookmarked ones.
    hours_changed: bool,
    #[serde(skip)]
    differences: Vec<Differs>,
    /// True if the number must be confirmed first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    confirm: bool,
    /// Number to call first; empty if there is none.
    #[serde(skip)]
    number: String,
    /// Hours as text; empty if unknown.
    #[serde(skip)]
    hours: String,
}

pub(super) fn run(context: &mut Context<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let store = context.open()?;
    let (team, problems) = team_lists(&RealFiles, &context.team_lists()?, context.now);
    for problem in &problems {
        context.caution(&problem.told(context.messages))?;
    }
    let list = store.list();
    let directory = context.directory()?;
    let own = Directory::new(list.own_as_contacts());
    let shown = shown_of(list, [&directory, &own], context);
    let owns: Vec<Directory> = team
        .iter()
        .map(|team| Directory::new(team.list().own_as_contacts()))
        .collect();
    let team: Vec<Team<'_>> = team
        .iter()
        .zip(&owns)
        .map(|(team, own)| Team {
            name: team.name(context.messages.language()),
            path: team.path().display().to_string(),
            bookmarks: shown_of(team.list(), [&directory, own], context),
        })
        .collect();
    if matches.get_flag("json") {
        let list = Listed {
            schema: SCHEMA,
            incomplete: context.kept_aside,
            bookmarks: &shown,
            team: &team,
        };
        context.line(&printing::json(&list)?)?;
    } else if matches.get_flag("tsv") {
        for item in &shown {
            let name = item.name.get(context.messages.language());
            let (number, confirm) = (&item.number, tsv::confirm(item.confirm));
            let row = tsv::row(&[item.id, name, number, &item.hours, item.note, confirm]);
            context.line(&row)?;
        }
    } else {
        for item in &shown {
            let text = item.text(context);
            context.line(&text)?;
        }
        if shown.is_empty() {
            context.warn_of_empty_list()?;
        }
        for list in &team {
            let facts = [("name", list.name), ("path", &list.path)];
            context.say("cli-bookmarks-team", &facts)?;
            for item in &list.bookmarks {
                let text = item.text(context);
                context.line(&text)?;
            }
        }
    }
    Ok(if shown.is_empty() && team.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

/// Returns the bookmarks of a list; their contacts are in the directory or among the own ones.
fn shown_of<'a>(
    list: &'a List,
    known: [&Directory; 2],
    context: &Context<'_>,
) -> Vec<BookmarkJson<'a>> {
    let bookmarks = list.bookmarks().into_iter();
    bookmarks
        .map(|entry| BookmarkJson::of(entry, known, context))
        .collect()
}

impl<'a> BookmarkJson<'a> {
    /// Takes the directory's present data, else the bookmark's snapshot.
    fn of(entry: &'a Entry, known: [&Directory; 2], context: &Context<'_>) -> Self {
        let current = known.iter().find_map(|known| known.get(&entry.id));
        let kept = entry.snapshot.as_ref();
        let closed = current.is_none() && context.packs.iter().any(|pack| pack.removes(&entry.id));
        let differences = entry.differences(current, closed);
        Self {
            id: &entry.id,
            name: current
                .map(|contact| SavedName::from(&contact.name))
                .or_else(|| kept.map(|kept| kept.name.clone()))
                .unwrap_or_default(),
            phones: current
                .map(|contact| contact.phones.iter().map(SavedPhone::from).collect())
                .or_else(|| kept.map(|kept| kept.phones.clone()))
                .unwrap_or_default(),
            note: entry.note(),
            labels: entry.labels(),
            added: entry.added,
            missing: current.is_none(),
            closed,
            phones_changed: differences.contains(&Differs::Numbers),
            hours_changed: differences.contains(&Differs::Hours),
            differences,
            confirm: current.is_some_and(Contact::must_confirm),
            number: match current {
                Some(contact) => contact.main_phone().map(Phone::dialled),
                None => kept.and_then(|kept| {
                    let mut phones = kept.phones.iter().map(Phone::from);
                    let reached = phones.find(|phone| phone.kind != PhoneKind::Fax);
                    reached.map(|phone| phone.dialled())
                }),
            }
            .unwrap_or_default(),
            hours: current
                .and_then(|contact| Contact::said_hours(contact, context.messages))
                .unwrap_or_default(),
        }
    }

    /// Formats one line, and one more for each remark.
    fn text(&self, context: &Context<'_>) -> String {
        let or = |text: &str, id: &str| match text {
            "" => context.messages.text(id),
            text => text.to_owned(),
        };
        let mut number = or(
            &in_words(&self.number, context.messages),
            "cli-search-no-phone",
        );
        if self.confirm && !self.number.is_empty() {
            number = context.message("list-number-doubtful", &[("number", &number)]);
        }
        let line = [
            ("name", self.name.get(context.messages.language())),
            ("number", &number),
            ("hours", &or(&self.hours, "state-unknown")),
            ("id", self.id),
        ];
        let mut lines = vec![context.message("cli-bookmarks-line", &line)];
        let mut add = |there_is: bool, id: &str, arguments: &[(&str, &str)]| {
            if there_is {
                lines.push(format!("    {}", context.message(id, arguments)));
            }
        };
        let labels = self.labels.join(", ");
        for difference in &self.differences {
            add(true, difference.list_id(), &[]);
        }
        add(
            !labels.is_empty(),
            "cli-bookmarks-labels",
            &[("labels", &labels)],
        );
        add(
            !self.note.is_empty(),
            "cli-bookmarks-note",
            &[("text", self.note)],
        );
        let printable: Vec<String> = lines.iter().map(|line| printable(line)).collect();
        printable.join("\n")
    }
}
