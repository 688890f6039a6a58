//! Following links, and finding the way back.

use crate::app::action::{Effect, TerminalEffect};
use crate::app::field::Field;
use crate::app::listing::Reader;
use crate::app::reading::Subject;
use crate::app::screens::PageKind;
use crate::app::state::App;
use crate::app::tabs::{Focus, Step, TabId};
use crate::directory::{Category, Filters, Region};
use crate::document::Link;
use crate::guide::{PageId, Target, TopicId};

impl App {
    /// Follows the focused link; without one, the first in view gets the focus.
    pub(in crate::app) fn follow_focused(&mut self) -> Vec<Effect> {
        match self.focused_link() {
            Some(Link::Guide(target)) => {
                self.follow(target);
                Vec::new()
            }
            Some(Link::Copy(text)) => vec![TerminalEffect::Copy(text).into()],
            Some(Link::Term(term)) => {
                self.open_page(PageKind::Term(term));
                Vec::new()
            }
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
            Some(Link::AcceptPhones(id)) => self.accept_phones(&id),
            None => {
                if self.shown_document().link_from(self.reader().top).is_some() {
                    self.walk(true);
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

    /// Opens a topic on its own tab; the way back leads here.
    pub(in crate::app) fn open_topic(&mut self, id: &TopicId) {
        let Some(tab) = TabId::of_page(id.page) else {
            return;
        };
        self.leave_for(tab, Focus::Reader);
        if let Some(place) = tab.guide_place() {
            let guide = &mut self.tabs.guides[place];
            if let Some(selected) = guide.topics.iter().position(|topic| topic == id) {
                guide.pane.listing.selected = selected;
                guide.pane.reader = Reader::default();
                // The list's window follows the topic, though the keys go to the reader.
                guide.pane.focus = Focus::List;
                self.settle();
                self.tabs.guides[place].pane.focus = Focus::Reader;
            }
        }
    }

    /// Opens the row of a regional page that is about her own region; where she works in all of Canada,
    /// asks for one first.
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

    /// The Directory, filtered to a category and to where she works; from a regional page, to the
    /// province that it is about.
    fn open_category(&mut self, category: Category) {
        let about = match self.subject() {
            Subject::Topic(id) if id.page.is_regional() => Region::from_code(&id.topic),
            _ => None,
        };
        let region = about.unwrap_or(self.region());
        self.leave_for(TabId::Directory, Focus::List);
        self.tabs.directory.field = Field::default();
        self.tabs.directory.filters = Filters {
            category: Some(category),
            region: Some(region).filter(|region| *region != Region::Ca),
            ..Filters::default()
        };
        self.tabs.directory.pane.focus = Focus::List;
        self.find_again();
    }

    /// Remembers this place and goes to a tab, where she will arrive with that focus.
    pub(in crate::app) fn leave_for(&mut self, tab: TabId, arrived: Focus) {
        self.trail.push(Step {
            tab: self.tab,
            tabs: self.tabs.clone(),
            overlays: std::mem::take(&mut self.overlays),
            arrived,
        });
        self.tab = tab;
    }

    /// Back to the place that the last link led away from, as it was.
    pub(in crate::app) fn retrace(&mut self) {
        let Some(step) = self.trail.pop() else { return };
        self.tab = step.tab;
        self.tabs = step.tabs;
        self.overlays = step.overlays;
        // The list, the region or the language may have changed meanwhile.
        self.refresh();
    }
}
