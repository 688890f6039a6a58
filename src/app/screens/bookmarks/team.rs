//! Contacts of the team's lists below the worker's bookmarks.

use super::BookmarksTab;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::view::{ContactRow, Layer};
use crate::bookmarks::{Change, Entry, List, TeamList, is_off_team, of_team};

impl BookmarksTab {
    /// Returns the id of an item, and the index of its list if it is of the team.
    pub(super) fn item(&self, item: usize) -> Option<(Option<usize>, &str)> {
        let Some(of_team) = item.checked_sub(self.ids.len()) else {
            return Some((None, &self.ids[item]));
        };
        let (list, id) = self.team.get(of_team)?;
        Some((Some(*list), id))
    }

    /// Returns the item with this id among the bookmarks, or in this list of the team.
    pub(super) fn position(&self, (list, id): (Option<usize>, &str)) -> Option<usize> {
        match list {
            None => self.ids.iter().position(|one| one == id),
            Some(list) => {
                let is_it = |(of, one): &(usize, String)| *of == list && one == id;
                let index = self.team.iter().position(is_it)?;
                Some(self.ids.len() + index)
            }
        }
    }

    /// Returns the rows below the bookmarks. Each list has its heading, with an empty row above.
    pub(super) fn team_rows(&self, app: &App) -> Vec<ContactRow> {
        let mut rows = Vec::new();
        let mut last = None;
        for (index, (list, _)) in self.team.iter().enumerate() {
            if last != Some(list) {
                let is_first = self.ids.is_empty() && index == 0;
                if !is_first && !app.is_low() {
                    rows.push(ContactRow::Heading(String::new()));
                }
                rows.push(ContactRow::Heading(app.team_heading(*list)));
                last = Some(list);
            }
            rows.push(ContactRow::Item(self.ids.len() + index));
        }
        rows
    }
}

impl App {
    /// Returns the contacts of the team's lists with the index of the list, in order.
    pub(super) fn of_team_lists(&self) -> Vec<(usize, String)> {
        let lists = self.team.iter().enumerate();
        let items = lists.flat_map(|(index, team)| {
            let ids = team_ids(team.list()).into_iter();
            ids.map(move |id| (index, id.to_owned()))
        });
        items.collect()
    }

    /// Returns the heading above the contacts of a list of the team.
    pub fn team_heading(&self, index: usize) -> String {
        let team = self.team.get(index);
        let name = team.map_or("", |team| team.name(self.language()));
        self.messages().filled("bookmarks-team", "name", name)
    }

    /// Returns the names of the team's lists with the key for them, for the line above the bookmarks;
    /// `None` without any.
    pub(super) fn team_in_brief(&self) -> Option<String> {
        self.named_team("lists-team-in-brief")
    }

    /// Returns the names of the team's lists with the word for them, for plain mode.
    pub fn team_in_lines(&self) -> Option<String> {
        self.named_team("plain-team-in-brief")
    }

    fn named_team(&self, id: &str) -> Option<String> {
        let filled = self.team.iter().filter(|team| team.list().items() > 0);
        let names = filled.map(|team| team.name(self.language()));
        let names: Vec<&str> = names.collect();
        (!names.is_empty()).then(|| self.messages().filled(id, "names", &names.join(", ")))
    }

    /// Returns the note of an item: the worker's, or that of the team's list; empty if there is none.
    pub fn note_at(&self, item: usize) -> &str {
        let note = || {
            let (of_team, id) = self.bookmarks().item(item)?;
            let list = match of_team {
                None => &self.list,
                Some(list) => self.team.get(list)?.list(),
            };
            Some(list.get(id)?.note())
        };
        note().unwrap_or_default()
    }

    /// Returns true if the list of the team that a bookmark was taken from no longer has its contact.
    pub(in crate::app) fn is_off_team(&self, id: &str) -> bool {
        let entry = self.list.get(id);
        entry.is_some_and(|entry| is_off_team(entry, &self.team))
    }

    /// Returns the index of the team's list with the selected contact; `None` for a bookmark.
    fn team_list_of_row(&self) -> Option<usize> {
        let tab = self.bookmarks();
        tab.item(tab.pane.listing.selected)?.0
    }

    /// Returns the changes that bookmark a contact: from a list of the team with its note and labels, and
    /// with the contact itself if it is not in the directory.
    pub(in crate::app) fn with_team_words(&self, id: &str, mut add: Change) -> Vec<Change> {
        let open = self.overlays.iter().rev().find_map(|screen| {
            let Layer::Page(PageKind::TeamList(index)) = screen.layer() else {
                return None;
            };
            Some(index)
        });
        let listed = || {
            self.team_list_of_row()
                .filter(|_| self.is_on::<BookmarksTab>())
        };
        let open = open.or_else(listed).and_then(|index| self.team.get(index));
        let own = of_team(&self.list, &self.team, id);
        let with_own = || {
            self.team
                .iter()
                .find(|team| !own.is_empty() && team.has(id))
        };
        if let Change::Add { snapshot, .. } = &mut add {
            let taken_from = open.filter(|team| team.has(id)).or_else(with_own);
            snapshot.team = taken_from.map(TeamList::file_name);
        }
        let entry = open.and_then(|team| team.list().get(id));
        let note = entry.map(Entry::note).filter(|note| !note.is_empty());
        let note = note.map(|note| Change::Note {
            id: id.to_owned(),
            text: note.to_owned(),
        });
        let labels = entry.map(Entry::labels).filter(|all| !all.is_empty());
        let labels = labels.map(|labels| Change::Labels {
            id: id.to_owned(),
            labels: labels.to_vec(),
        });
        let own = own.into_iter();
        own.chain([add]).chain(note).chain(labels).collect()
    }
}

/// Returns the ids of a list of the team: its bookmarks in order, then own contacts without a bookmark.
pub(in crate::app::screens) fn team_ids(list: &List) -> Vec<&str> {
    let marked = list.bookmarks().into_iter().map(|entry| entry.id.as_str());
    let own = list.own().filter(|own| own.contact.is_some());
    let own = own.map(|own| own.id.as_str());
    marked.chain(own.filter(|id| !list.contains(id))).collect()
}
