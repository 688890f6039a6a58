//! Links: following them, and going back.

use crate::app::action::{Effect, TerminalEffect};
use crate::app::state::App;
use crate::app::subject::PageKind;
use crate::app::view::listing::Direction;
use crate::directory::Region;
use crate::document::Link;
use crate::guide::{PageId, Target, TopicId};

impl App {
    /// Follows the focused link; without one, the first in view gets the focus.
    pub(in crate::app) fn follow_focused(&mut self) -> Vec<Effect> {
        match self.focused_link() {
            Some(Link::Contact { id, .. }) => {
                self.follow(Target::Contact(id));
                Vec::new()
            }
            Some(Link::Guide(target)) => {
                self.follow(target);
                Vec::new()
            }
            Some(Link::Copy(text)) => vec![TerminalEffect::Copy(text).into()],
            Some(Link::Glossary) => {
                self.open_glossary();
                Vec::new()
            }
            Some(Link::Settings) => {
                self.open_settings();
                Vec::new()
            }
            Some(Link::Drop(drop)) => {
                self.drop_from_search(&drop);
                Vec::new()
            }
            Some(Link::AcceptChanges(id)) => self.accept_changes(&id),
            Some(Link::Do(action)) => self.run_page_action(action),
            None => {
                if self.shown_document().link_from(self.reader().top).is_some() {
                    self.walk(Direction::Next);
                }
                Vec::new()
            }
        }
    }

    fn follow(&mut self, target: Target) {
        match target {
            Target::Contact(id) => {
                self.open_page(PageKind::Card(id));
            }
            Target::Topic(id) => self.open_topic(&id),
            Target::OwnRow(page) => self.open_own_row(page),
            Target::Emergency => {
                let contact = self.region().emergency().contact.to_owned();
                self.follow(Target::Contact(contact));
            }
            Target::Category(category) => self.open_category(category),
        }
    }

    /// Opens the row of a regional page for the worker's region; asks for a region first if none is
    /// set.
    fn open_own_row(&mut self, page: PageId) {
        if self.region() == Region::Ca {
            self.open_region();
            return;
        }
        self.open_topic(&TopicId {
            page,
            topic: self.region().slug(),
        });
    }

    /// Goes back to the place that the last link left, in its former state.
    pub(in crate::app) fn retrace(&mut self) {
        let Some(step) = self.trail.pop() else { return };
        self.tab = step.tab;
        self.tabs = step.tabs;
        self.overlays = step.overlays;
        // The list, the region or the language may have changed meanwhile.
        self.refresh();
    }
}
