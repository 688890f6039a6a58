//! Opening the rows of the first page.

use super::{NowRow, need_of};
use crate::app::notice::Notice;
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::tabs::Focus;
use crate::needs::Needs;

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

    /// Lists the offices of a need whose number depends on the town, and asks for the town. Where a line
    /// finds the right office, it comes before them.
    pub(in crate::app::screens) fn open_by_town(&mut self, need: usize) {
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
