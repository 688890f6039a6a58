//! Lists of the team, lists that are given and taken as files, and packs that are taken.

use super::bookmarks::team::team_ids;
use crate::app::action::{DiskEffect, Effect};
use crate::app::done::Done;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, push_item, words_width, wrapped};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::papers::FoundList;
use crate::app::subject::{PageKind, Pointed};
use crate::app::view::Layer;
use crate::app::view::listing::Listing;
use crate::bookmarks::{Brought, Entry, List, Trouble, brought, kept_out, merge};
use crate::directory::packs;
use crate::document::pages::paper::Paper;
use crate::document::pages::team_list;
use crate::document::pages::team_list::Item as TeamItem;
use crate::document::{Composer, Document, PageAction, Role};

/// Lists of the team, and the files found in the folder of exchanged files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListsScreen {
    listing: Listing,
    /// Path of the folder, with the names of the lists and packs in it; `None` before it was read.
    found: Option<(String, Vec<String>)>,
}

/// Item of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ExchangeItem {
    /// List of the team, by its index.
    Team(usize),
    /// Gives the worker's list.
    Give,
    /// Looks for lists and packs in the folder.
    Find,
    /// List or pack in the folder, by the name of its file.
    File(String),
    /// Tells how a file comes into the folder.
    Bring,
}

impl ListsScreen {
    fn items(&self, app: &App) -> Vec<ExchangeItem> {
        let team = (0..app.team.len()).map(ExchangeItem::Team);
        let files = self.found.iter().flat_map(|(_, names)| names);
        let files = files.cloned().map(ExchangeItem::File);
        let bring = self.found.as_ref().map(|_| ExchangeItem::Bring);
        team.chain([ExchangeItem::Give, ExchangeItem::Find])
            .chain(files)
            .chain(bring)
            .collect()
    }

    fn focused(&self, app: &App) -> Option<ExchangeItem> {
        self.items(app).get(self.listing.selected).cloned()
    }
}

impl Screen for ListsScreen {
    fn context(&self) -> Context {
        Context::Picker
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn layer(&self) -> Layer {
        Layer::Lists
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        line(composer, app.messages().text("lists-title"), Role::Title);
    }

    fn can(&self, app: &App, command: Command) -> bool {
        // No item has values to change.
        !matches!(command, Command::PreviousValue | Command::NextValue) && app.can_anywhere(command)
    }

    fn length(&self, app: &App) -> usize {
        self.items(app).len()
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let messages = app.messages();
        let mut rows = Vec::new();
        let heading = |rows: &mut Vec<ListRow>, text: String| {
            if !rows.is_empty() && !app.is_low() {
                rows.push(ListRow::heading(String::new()));
            }
            rows.extend(
                wrapped(&text, words_width(width))
                    .into_iter()
                    .map(ListRow::heading),
            );
        };
        for (index, item) in self.items(app).iter().enumerate() {
            let id = match item {
                ExchangeItem::Team(0) => Some("lists-of-team"),
                ExchangeItem::Give => Some("lists-as-files"),
                _ => None,
            };
            if let Some(id) = id {
                heading(&mut rows, messages.text(id));
            }
            push_item(&mut rows, index, &app.list_item(item), width);
        }
        if let Some((folder, names)) = &self.found {
            let id = if names.is_empty() {
                "lists-no-files"
            } else {
                "lists-folder"
            };
            heading(&mut rows, messages.filled(id, "folder", folder));
        }
        rows
    }

    /// Returns the rows of an item; what stands below the last one is read with it.
    fn item_rows(&self, app: &App, item: usize, width: u16) -> (usize, usize, usize) {
        let rows = self.rows(app, width);
        let own = |row: &ListRow| row.has(item);
        let start = rows.iter().position(own).unwrap_or(0);
        let next = rows[start..].iter().position(|row| row.has(item + 1));
        (
            start,
            next.map_or(rows.len(), |next| start + next),
            rows.len(),
        )
    }

    fn target(&self, app: &App) -> Pointed {
        let item = self.focused(app);
        Pointed::Item(item.map_or_else(String::new, |item| app.list_item(&item)))
    }
}

fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    let Input::Command(Command::Open) = input else {
        return None;
    };
    let item = app.top::<ListsScreen>()?.focused(app);
    match item {
        Some(ExchangeItem::Team(index)) => app.open_paper(PageKind::TeamList(index)),
        Some(ExchangeItem::Give) => app.open_give(),
        Some(ExchangeItem::Find) => return Some(vec![DiskEffect::FindLists.into()]),
        Some(ExchangeItem::File(name)) => return Some(vec![read_of(name).into()]),
        Some(ExchangeItem::Bring) => app.open_paper(PageKind::Bring),
        None => {}
    }
    Some(Vec::new())
}

/// Returns the effect that reads a file: a pack or its table by the extension, else a list.
fn read_of(name: String) -> DiskEffect {
    if packs::is_pack(&name) || packs::is_table(&name) {
        DiskEffect::ReadPack(name)
    } else {
        DiskEffect::ReadList(name)
    }
}

impl App {
    /// Opens the lists of the team and the ways to give and take a list.
    pub(in crate::app) fn open_lists(&mut self) {
        self.lay_over(ListsScreen::default());
    }

    fn list_item(&self, item: &ExchangeItem) -> String {
        let messages = self.messages();
        match item {
            ExchangeItem::Team(index) => {
                let Some(team) = self.team.get(*index) else {
                    return String::new();
                };
                let facts = [
                    ("name", team.name(self.language()).to_owned().into()),
                    ("count", team_ids(team.list()).len().into()),
                ];
                messages.format("lists-team-item", &facts)
            }
            ExchangeItem::Give => messages.text("lists-give"),
            ExchangeItem::Find => messages.text("lists-take"),
            ExchangeItem::File(name) => name.clone(),
            ExchangeItem::Bring => messages.text("lists-bring"),
        }
    }

    /// Returns the page of a list of the team; `None` if there is none.
    pub(in crate::app) fn team_page(&self, index: usize, width: u16) -> Option<Document> {
        let team = self.team.get(index)?;
        let items: Vec<TeamItem<'_>> = team_ids(team.list())
            .into_iter()
            .map(|id| self.team_item(team.list(), id))
            .collect();
        let path = team.path().display().to_string();
        let name = team.name(self.language());
        Some(team_list::compose(
            name,
            &path,
            &items,
            self.messages(),
            width,
        ))
    }

    fn team_item<'a>(&'a self, list: &'a List, id: &'a str) -> TeamItem<'a> {
        let contact = self.contact(id);
        let kept = || list.get(id)?.snapshot.as_ref()?.number(&self.dead);
        let number = match contact {
            Some(contact) => self.line_now(contact).map(|(phone, _)| phone.dialled()),
            None => kept().map(|phone| phone.dialled()),
        };
        let name = contact.map(|contact| contact.name(self.language()));
        TeamItem {
            id,
            name: name
                .or_else(|| list.name_of(id, self.language()))
                .unwrap_or(id),
            number: self.shown_number(&number.unwrap_or_default()),
            note: list.get(id).map_or("", Entry::note),
            gone: contact.is_none(),
            taken: self.starred.contains(id),
        }
    }

    fn open_give(&mut self) {
        if self.list.to_give().items() == 0 {
            self.announce(if self.list_is_kept_aside() {
                Notice::new("bookmarks-kept-aside").warning()
            } else {
                Notice::new("lists-nothing-to-give")
            });
            return;
        }
        let name = format!("{}.json", self.messages().text("lists-file"));
        self.open_paper(PageKind::Give(name));
    }

    /// Returns the page of the worker's list before it is written.
    pub(super) fn give_paper(&self, name: &str) -> Paper {
        let messages = self.messages();
        let given = self.list.to_give();
        Paper {
            title: messages.text("lists-give"),
            about: vec![messages.text("lists-give-about")],
            actions: self.writing_actions(name),
            text: self.lines_of(&brought(&List::default(), &given), &List::default(), &given),
            ..Paper::default()
        }
    }

    /// Returns the name and the text of the file of the worker's list.
    pub(super) fn give_file(&self, name: &str) -> (String, String) {
        let bytes = self.list.to_give().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (name.to_owned(), text)
    }

    /// Returns changes of a list in words, one line each.
    fn lines_of(&self, all: &[Brought], before: &List, after: &List) -> String {
        let line = |change: &Brought| {
            let list = if change.takes_away() { before } else { after };
            let kept = || list.name_of(&change.id, self.language());
            let contact = self.contact(&change.id);
            let name = contact.map(|contact| contact.name(self.language()));
            let name = name.or_else(kept).unwrap_or(&change.id);
            let line = change.in_words(name, self.messages());
            let there = contact.and_then(|contact| change.of_directory(contact, self.messages()));
            match there {
                Some(there) => format!("{line}. {there}"),
                None => line,
            }
        };
        let lines: Vec<String> = all.iter().map(line).collect();
        lines.join("\n")
    }

    /// Returns the page of a list in a file: all that it would change, before it is taken.
    pub(super) fn take_paper(&self, found: &FoundList) -> Paper {
        let messages = self.messages();
        let after = merge::join(&self.list, &found.list);
        let news = brought(&self.list, &after);
        let kept_out = kept_out(&found.list, &after);
        let is_nothing = found.list.items() == 0;
        let mut about = Vec::new();
        if let Some(fault) = &found.fault {
            let id = if is_nothing {
                "lists-take-nothing"
            } else {
                "lists-take-damaged"
            };
            about.push(messages.filled(id, "place", &fault.place(messages)));
        }
        if !kept_out.is_empty() {
            about.push(messages.text("lists-take-not-again"));
        }
        let mut actions = Vec::new();
        if !news.is_empty() {
            actions.push((messages.text("lists-take-it"), PageAction::Take));
            about.push(messages.text("lists-take-about"));
        } else if !kept_out.is_empty() {
            about.push(messages.text("cli-bookmarks-merge-not-again"));
        } else if found.fault.is_none() || !is_nothing {
            about.push(messages.text("cli-bookmarks-merge-nothing"));
        }
        let out = self.lines_of(&kept_out, &found.list, &after);
        let news = self.lines_of(&news, &self.list, &after);
        let parts = [news, out].into_iter().filter(|lines| !lines.is_empty());
        Paper {
            title: messages.filled("lists-take-title", "name", &found.name),
            about,
            actions,
            text: parts.collect::<Vec<_>>().join("\n"),
            ..Paper::default()
        }
    }

    /// Merges the list of the page into the worker's.
    pub(super) fn merge_found(&mut self, found: FoundList) -> Vec<Effect> {
        // The bookmarks behind the page and the lists show what was taken.
        self.overlays.pop();
        if self.top::<ListsScreen>().is_some() {
            self.overlays.pop();
        }
        let after = merge::join(&self.list, &found.list);
        let back = after.way_back_to(&self.list);
        let done = Done::ListTaken(found.name);
        let list = Box::new(found.list);
        let notice = done.notice();
        self.history.changed(back, &after, done);
        vec![DiskEffect::TakeList { list, notice }.into()]
    }

    /// Shows the lists found in the folder, if the screen is still open.
    pub(in crate::app) fn learn_lists(
        &mut self,
        folder: String,
        names: Result<Vec<String>, Trouble>,
    ) {
        let first = self.team.len() + 2;
        match names {
            Ok(names) => {
                if let Some(screen) = self.top_mut::<ListsScreen>() {
                    // A file, else how one comes there.
                    screen.listing.selected = first;
                    screen.found = Some((folder, names));
                }
            }
            Err(trouble) => self.say_not_read(trouble),
        }
    }

    /// Shows a list that was read, if the screen is still open.
    pub(in crate::app) fn learn_list(&mut self, read: Result<Option<Box<FoundList>>, Trouble>) {
        match read {
            Ok(Some(found)) if self.top::<ListsScreen>().is_some() => {
                self.open_paper(PageKind::Take(found));
            }
            Ok(Some(_)) => {}
            Ok(None) => self.announce(Notice::new("lists-newer").warning()),
            Err(trouble) => self.say_not_read(trouble),
        }
    }

    fn say_not_read(&mut self, trouble: Trouble) {
        let reason = self.messages().text(trouble.message_id());
        let notice = Notice::with("lists-not-read", vec![("reason", reason)]);
        self.announce(notice.warning());
    }
}
