//! Items of a list in words, and the lines above them.

use super::linear;
use super::pages::PAGE;
use crate::app::App;
use crate::app::TabId;
use crate::assets::Found;
use crate::bookmarks::Mark;
use crate::directory::Contact;
use crate::document::Role;
use crate::i18n::Messages;
use crate::search::{Query, Reason};

/// Line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Heading between items: the title of a regional page.
    Heading(String),
    /// Item with its index, name, and further text.
    Item {
        /// Index from 0.
        index: usize,
        /// Name.
        name: String,
        /// Further text.
        more: String,
    },
}

/// Returns all lines of the present list.
pub fn lines(app: &App) -> Vec<Line> {
    match (app.at_tab(), app.tab()) {
        (true, TabId::Directory) => hits(app),
        (true, TabId::Bookmarks) => bookmarks(app),
        _ => rows(app),
    }
}

/// Returns the name of each item, in order.
pub fn names(app: &App) -> Vec<String> {
    lines(app)
        .into_iter()
        .filter_map(|line| match line {
            Line::Item { name, .. } => Some(name),
            Line::Heading(_) => None,
        })
        .collect()
}

/// Returns the identities of the items in order: an id, or the name if there is none.
pub fn ids(app: &App) -> Vec<String> {
    match (app.at_tab(), app.tab()) {
        (true, TabId::Directory) => {
            let listed = app.directory().listed();
            listed
                .map(|found| match found {
                    Found::Contact(id) => id.to_owned(),
                    Found::Topic(topic) => format!("{:?}", topic.id),
                })
                .collect()
        }
        (true, TabId::Bookmarks) => {
            let own = app.bookmarks().ids().iter().cloned();
            let team = app.bookmarks().team().iter();
            own.chain(team.map(|(list, id)| format!("{list} {id}")))
                .collect()
        }
        _ => names(app),
    }
}

/// Returns the lines of topics, choices and forms: lists of words.
fn rows(app: &App) -> Vec<Line> {
    app.list_rows(u16::MAX)
        .into_iter()
        .filter(|row| !row.text.trim().is_empty())
        .map(|row| {
            let name = row.text;
            match row.item {
                None => Line::Heading(name),
                Some(index) => Line::Item {
                    index,
                    name,
                    more: String::new(),
                },
            }
        })
        .collect()
}

fn hits(app: &App) -> Vec<Line> {
    let messages = app.messages();
    let listed = app.directory().listed().enumerate();
    listed
        .map(|(index, found)| {
            let (name, more) = match found {
                Found::Contact(id) => (app.name_of(id), of_contact(app, id, index)),
                Found::Topic(topic) => (
                    topic.title.get(app.language()),
                    format!(", {}", messages.text("list-guide")),
                ),
            };
            Line::Item {
                index,
                name: name.to_owned(),
                more,
            }
        })
        .collect()
}

/// Returns the reason why an item of the Directory was found, if its name does not show it; `None`
/// for other lists. The flag is true if the reason must be printed for each item, because it tells
/// the user what to ask.
pub fn reason(app: &App, index: usize) -> Option<(String, bool)> {
    if !app.at_tab() || app.tab() != TabId::Directory {
        return None;
    }
    let reason = app.reason_of(index)?;
    // The line above the list has it.
    if matches!(reason, Reason::Need { .. }) && app.need_line().is_some() {
        return None;
    }
    let why = reason.line(app.messages());
    let text = app
        .messages()
        .format("found-because", &[("why", why.into())]);
    let each = matches!(reason, Reason::LanguageUnstated { .. });
    Some((text, each))
}

fn bookmarks(app: &App) -> Vec<Line> {
    let ids = app.bookmarks().ids().iter().enumerate();
    let own = ids.map(|(index, id)| Line::Item {
        index,
        name: app.name_of(id).to_owned(),
        more: of_contact(app, id, index),
    });
    own.chain(of_team(app)).collect()
}

/// Returns the contacts of the team's lists, each list below its heading.
fn of_team(app: &App) -> Vec<Line> {
    let first = app.bookmarks().ids().len();
    let mut lines = Vec::new();
    let mut last = None;
    for (index, (list, id)) in app.bookmarks().team().iter().enumerate() {
        if last != Some(list) {
            lines.push(Line::Heading(app.team_heading(*list)));
            last = Some(list);
        }
        let taken = app.is_bookmarked(id);
        let taken = taken.then(|| app.messages().text("team-taken"));
        let note = app.note_at(first + index).replace('\n', " ");
        let facts = [taken.unwrap_or_default(), note].into_iter();
        let facts = facts.filter(|fact| !fact.is_empty());
        let more = facts.fold(of_contact(app, id, first + index), |more, fact| {
            more + ", " + &fact
        });
        lines.push(Line::Item {
            index: first + index,
            name: app.name_of(id).to_owned(),
            more,
        });
    }
    lines
}

/// Returns the signs and letters of a contact on the screen, in words; `index` is its index in the
/// list.
fn of_contact(app: &App, id: &str, index: usize) -> String {
    let messages = app.messages();
    let mut more = String::new();
    let mut say = |text: &str| {
        more.push_str(", ");
        more.push_str(text);
    };
    if let Some(gloss) = app.gloss_of(id) {
        say(gloss);
    }
    for fact in app.row_in_words(id) {
        say(&fact);
    }
    let town = app.entry(index).map(|entry| entry.place);
    let is_local = app.contact(id).is_some_and(Contact::is_local);
    if let Some(town) = town.filter(|_| is_local && !app.is_own(id)) {
        say(&town.whole());
    }
    if app.is_own(id) {
        say(&messages.text("list-yours"));
    } else if let Some(contact) = app.contact(id)
        && contact.region != app.region()
    {
        say(&messages.text(&contact.region.message_id()));
    }
    // In the list of bookmarks, every contact is one.
    if app.is_bookmarked(id) && app.tab() != TabId::Bookmarks {
        say(&messages.text("plain-bookmarked"));
    }
    if app.tab() == TabId::Bookmarks {
        for difference in app.differences(id) {
            say(&format!("(~) {}", messages.text(difference.list_id())));
        }
    }
    match app.mark_of(id) {
        Some(Mark::Reached) => say(&messages.text("plain-reached")),
        Some(Mark::Tried(tried)) => say(&messages.text(tried.message_id())),
        Some(Mark::Wrong { .. }) => say(&messages.text("plain-wrong")),
        None => {}
    }
    more
}

/// Returns the lines above a list: the place, and its filters.
pub fn head(app: &App) -> Vec<String> {
    let messages = app.messages();
    if app.is_first_run() {
        return ["welcome-title", "plain-welcome-language", "welcome-region"]
            .map(|id| messages.text(id))
            .to_vec();
    }
    match app.tab() {
        _ if !app.at_tab() => overlay(app),
        TabId::Directory => std::iter::once(of_tab(app))
            .chain(app.need_line())
            .chain(app.first_step())
            .collect(),
        _ => vec![of_tab(app)],
    }
}

fn overlay(app: &App) -> Vec<String> {
    let head = app.overlay_head(u16::MAX);
    linear::paragraphs(&head, app.messages())
}

/// Returns the lines above a text field; the flag is true if they are a warning.
pub fn editor_head(app: &App) -> (Vec<String>, bool) {
    let head = app.overlay_head(u16::MAX);
    let warns = head
        .rows
        .iter()
        .flat_map(|row| &row.spans)
        .any(|span| span.role == Role::Warning);
    (linear::paragraphs(&head, app.messages()), warns)
}

fn of_tab(app: &App) -> String {
    let messages = app.messages();
    let mut sentences = vec![messages.text(&app.tab().message_id())];
    match app.tab() {
        TabId::Directory => sentences.extend(of_directory(app, messages)),
        TabId::Bookmarks => {
            if let Some(label) = app.bookmarks().label() {
                let label = [("label", label.into())];
                sentences.push(messages.format("label-shown", &label));
            } else {
                sentences.extend(app.bookmarks_changed());
                // Their rows may be on a later page.
                let is_long = app.bookmarks().ids().len() >= PAGE;
                sentences.extend(app.team_in_lines().filter(|_| is_long));
            }
        }
        _ => {}
    }
    // Printed at every tab, but too long to repeat after every search.
    if app.tab() != TabId::Directory || app.query() == Query::default() {
        sentences.push(app.danger());
    }
    sentences.join(". ") + "."
}

/// Returns the query, its filters, and the number of hits.
fn of_directory(app: &App, messages: &Messages) -> Vec<String> {
    let mut sentences = Vec::new();
    let text = app.directory().field.text().trim();
    if !text.is_empty() {
        sentences.push(format!("{} {text}", messages.text("search-label")));
    }
    sentences.extend(app.filter_line(", "));
    let count = [("count", app.directory().hits.total.into())];
    sentences.push(messages.format("found", &count));
    sentences
}
