//! `havre bookmarks list`.

use clap::ArgMatches;
use jiff::Timestamp;
use serde::Serialize;

use crate::bookmarks::{
    Differs, Entry, List, SavedName, SavedPhone, TeamList, is_off_team, own_with_team, team_lists,
};
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::cli::output::{printing, reading, tsv};
use crate::cli::situation::Situation;
use crate::directory::{Directory, Phone};
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
    /// True if the team took the contact off the list from which it was taken.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    off_team: bool,
    #[serde(skip)]
    differences: Vec<Differs>,
    /// True if the number must be confirmed first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    confirm: bool,
    /// True if the number to dial now was reported as wrong: no other line answers.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reported: bool,
    /// The report in words.
    #[serde(skip)]
    report: Option<String>,
    /// Numbers, as dialled, that the worker found out of service.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dead: Vec<String>,
    /// Number to dial now; empty if there is none.
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
        context.caution(&problem.message(context.messages))?;
    }
    let list = store.list();
    let directory = context.directory()?;
    let own = Directory::new(own_with_team(list, &team));
    let situation = context.situation(list)?;
    let shown = shown_of(list, &team, [&directory, &own], &situation, context);
    let owns: Vec<Directory> = team
        .iter()
        .map(|team| Directory::new(team.list().own_as_contacts()))
        .collect();
    let team: Vec<Team<'_>> = team
        .iter()
        .zip(&owns)
        .filter(|(team, _)| team.list().items() > 0)
        .map(|(team, own)| Team {
            name: team.name(context.messages.language()),
            path: team.path().display().to_string(),
            bookmarks: shown_of(team.list(), &[], [&directory, own], &situation, context),
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
            let (number, mark) = (&item.number, tsv::mark(item.reported, item.confirm));
            let row = tsv::row(&[item.id, name, number, &item.hours, item.note, mark]);
            context.line(&row)?;
        }
    } else {
        print(&shown, &team, context)?;
    }
    Ok(if shown.is_empty() && team.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

/// Prints the bookmarks and the lists of the team for people.
fn print(
    shown: &[BookmarkJson<'_>],
    team: &[Team<'_>],
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    for item in shown {
        let text = item.text(context);
        context.line(&text)?;
    }
    if shown.is_empty() {
        context.warn_of_empty_list()?;
    }
    for list in team {
        let facts = [("name", list.name), ("path", &list.path)];
        context.say("cli-bookmarks-team", &facts)?;
        for item in &list.bookmarks {
            let text = item.text(context);
            context.line(&text)?;
        }
    }
    Ok(())
}

/// Returns the bookmarks of a list; their contacts are in the directory or among the own ones.
fn shown_of<'a>(
    list: &'a List,
    team: &[TeamList],
    known: [&Directory; 2],
    situation: &Situation<'_>,
    context: &Context<'_>,
) -> Vec<BookmarkJson<'a>> {
    let bookmarks = list.bookmarks().into_iter();
    bookmarks
        .map(|entry| {
            let mut item = BookmarkJson::of(entry, known, situation, context);
            item.off_team = is_off_team(entry, team);
            let off_team = item.off_team.then_some(Differs::OffTeam);
            item.differences.extend(off_team);
            item
        })
        .collect()
}

impl<'a> BookmarkJson<'a> {
    /// Takes the directory's present data, else the bookmark's snapshot.
    fn of(
        entry: &'a Entry,
        known: [&Directory; 2],
        situation: &Situation<'_>,
        context: &Context<'_>,
    ) -> Self {
        let current = known.iter().find_map(|known| known.get(&entry.id));
        let kept = entry.snapshot.as_ref();
        let phone = match current {
            Some(contact) => situation.number(contact).cloned(),
            None => kept.and_then(|kept| kept.number(&situation.dead)),
        };
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
            off_team: false,
            differences,
            confirm: current.is_some_and(|contact| situation.must_confirm(contact)),
            reported: current.map_or_else(
                || {
                    phone
                        .as_ref()
                        .is_some_and(|phone| phone.is_among(&situation.dead))
                },
                |contact| situation.is_reported(contact),
            ),
            report: current.and_then(|contact| situation.report_on(contact, context.messages)),
            dead: current.map_or_else(Vec::new, |contact| situation.dead_of(contact)),
            number: phone.as_ref().map_or_else(String::new, Phone::dialled),
            hours: current
                .and_then(|contact| contact.said_hours(phone.as_ref(), context.messages))
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
        let line = context.message("cli-bookmarks-line", &line);
        let mut lines = vec![reading::with_report(line, self.report.clone())];
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
