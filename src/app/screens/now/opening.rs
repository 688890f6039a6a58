//! Opening the rows of the first page.

use super::{NowRow, need_of};
use crate::app::notice::Notice;
use crate::app::state::{App, Shown};
use crate::app::subject::PageKind;
use crate::app::tabs::Focus;
use crate::guide::{TopicId, WITHOUT_911};
use crate::needs::{DANGER, Needs};

impl App {
    pub(super) fn open_now_row(&mut self) {
        match self.now_tab().selected().cloned() {
            Some(NowRow::Steps) => self.begin_steps(),
            Some(NowRow::Call(_, id) | NowRow::Bookmark(id)) => {
                self.open_page(PageKind::Card(id));
            }
            Some(NowRow::ByTown(kind)) => {
                if let Some(need) = need_of(kind) {
                    self.open_by_town(need);
                }
            }
            Some(NowRow::Need(need)) => self.open_need(need),
            None => {}
        }
    }

    /// Opens the office of a need whose number depends on the town; an unknown town is asked for first. In
    /// plain mode, a word sets it. For danger, opens the topic with the rule for the number.
    pub(in crate::app::screens) fn open_by_town(&mut self, need: usize) {
        let danger = Needs::shared().and_then(|needs| needs.place(DANGER));
        if danger == Some(need)
            && let Some(rule) = TopicId::parse(WITHOUT_911)
        {
            self.open_topic(&rule);
        } else if self.place().is_none() && self.shown == Shown::OnScreen {
            self.ask_town_for(need);
        } else {
            self.open_office(need);
        }
    }

    /// Opens the card of the office for a need in the worker's town; all offices if it is not known.
    pub(in crate::app::screens) fn open_office(&mut self, need: usize) {
        let office = self.with_here(|here, pathways| {
            let calls = here.call_now(pathways.now()).into_iter();
            let mut certain = calls.filter(|call| !call.is_by_town);
            let call = certain.find(|call| here.needs.place(&call.kind.need) == Some(need));
            call.map(|call| call.contact.id.clone())
        });
        match office.flatten() {
            Some(id) => self.open_page(PageKind::Card(id)),
            None => self.list_offices(need),
        }
    }

    /// Lists the offices of a need whose number depends on the town, and tells how to set the town. Where a
    /// line finds the right office, it comes before them.
    fn list_offices(&mut self, need: usize) {
        let lead = Needs::shared()
            .and_then(|needs| needs.at(need))
            .and_then(|need| need.lead);
        let begins_with_office = self.with_here(|here, _| {
            let first = here.serving(need).into_iter().next();
            lead.is_some_and(|lead| first.is_some_and(|first| first.categories.contains(&lead)))
        });
        match lead.filter(|_| begins_with_office == Some(true)) {
            Some(service) => self.open_category(service),
            None => self.open_need(need),
        }
        self.announce(match self.place() {
            None => Notice::new("now-say-town").in_lines("plain-say-town"),
            Some(_) => Notice::new("now-unsure-town"),
        });
    }

    /// Searches for contacts for a need, by its name.
    fn open_need(&mut self, need: usize) {
        let need = Needs::shared().and_then(|needs| needs.at(need));
        let Some(name) = need.map(|need| need.name.get(self.language()).to_owned()) else {
            return;
        };
        self.search_from_anywhere();
        self.type_text(&name);
        self.directory_mut().pane.focus = Focus::List;
        self.directory_mut().field.deselect();
    }
}
