//! A tab of the guide: its topics, and the one that is read.

use super::{Body, Handler, Layer, Screen, Tab, TabView, handle_tab};
use crate::app::content::Content;
use crate::app::keymap::Context;
use crate::app::layout::{Area, Parts};
use crate::app::lists::{ListRow, push_item, wrapped};
use crate::app::reading::{Pointed, Subject};
use crate::app::state::App;
use crate::app::tabs::{Focus, Pane, TabId};
use crate::directory::Region;
use crate::guide::{PageId, TopicId};
use crate::i18n::Language;

/// A tab of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideTab {
    /// Its list and its reader.
    pub(in crate::app) pane: Pane,
    /// The topics in the order of the list: the page's own, then the regional page's, the worker's
    /// region first.
    pub(in crate::app) topics: Vec<TopicId>,
}

impl GuideTab {
    /// The topics of a tab, for a worker of that region.
    pub(in crate::app) fn new(content: &Content, tab: TabId, region: Region) -> Self {
        Self {
            pane: Pane::default(),
            topics: listed(content, tab, region),
        }
    }

    /// Returns the topics in the order of the list.
    pub fn topics(&self) -> &[TopicId] {
        &self.topics
    }

    /// Lists the topics for another region. What was being read stays selected.
    fn relist(&mut self, content: &Content, tab: TabId, region: Region) {
        let topics = listed(content, tab, region);
        let selected = self.topics.get(self.pane.listing.selected);
        let place = |id: &TopicId| topics.iter().position(|topic| topic == id);
        self.pane.listing.selected = selected.and_then(place).unwrap_or(0);
        self.topics = topics;
    }

    fn selected(&self) -> Option<&TopicId> {
        self.topics.get(self.pane.listing.selected)
    }
}

impl Screen for GuideTab {
    fn context(&self) -> Context {
        match self.pane.focus {
            Focus::Reader => Context::Reading,
            Focus::Field | Focus::List => Context::Topics,
        }
    }

    fn handler(&self) -> Handler {
        handle_tab
    }

    fn body<'a>(&'a self, _app: &'a App, _area: Area) -> Body<'a> {
        Body::Tab(TabView {
            search: None,
            label: None,
            listing: self.pane.listing,
            list_has_focus: self.pane.focus == Focus::List,
            reader_has_focus: self.reads(),
            words: true,
        })
    }

    fn layer(&self) -> Layer {
        Layer::Tab
    }

    fn parts(&self, app: &App) -> Parts {
        let linear = app.preferences.reader;
        Parts {
            // The list's heading says where she is in it.
            head_rows: u16::from(linear && !self.reads()),
            list: true,
            contacts: false,
            reading: self.reads(),
            wide: false,
            alone: false,
            linear,
        }
    }

    fn as_tab(&self) -> Option<&dyn Tab> {
        Some(self)
    }

    fn as_tab_mut(&mut self) -> Option<&mut dyn Tab> {
        Some(self)
    }

    fn length(&self, _app: &App) -> usize {
        self.topics.len()
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let guide = app.content.guide(app.language());
        for (item, id) in self.topics.iter().enumerate() {
            let outline = guide.outline(id.page);
            if item > 0 && id.page != self.topics[item - 1].page {
                push_heading(&mut rows, outline.title, width);
            }
            let title = outline.title_of(&id.topic).unwrap_or_default();
            push_item(&mut rows, item, title, width);
        }
        rows
    }

    fn subject(&self, _app: &App) -> Option<Subject> {
        self.selected().cloned().map(Subject::Topic)
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::At(app.subject(), app.focused_link())
    }
}

impl Tab for GuideTab {
    fn pane(&self) -> &Pane {
        &self.pane
    }

    fn pane_mut(&mut self) -> &mut Pane {
        &mut self.pane
    }
}

/// Puts the title of a regional page above its provinces.
fn push_heading(rows: &mut Vec<ListRow>, title: &str, width: u16) {
    rows.push(ListRow::heading(String::new()));
    rows.extend(wrapped(title, width).into_iter().map(ListRow::heading));
}

/// The page that a guide tab shows, and the regional page that it holds as well.
const fn pages(tab: TabId) -> (PageId, Option<PageId>) {
    match tab {
        TabId::VictimServices => (PageId::VictimServices, Some(PageId::Compensation)),
        TabId::RestorativeJustice => (PageId::RestorativeJustice, None),
        _ => (PageId::Reporting, Some(PageId::DutyToReport)),
    }
}

/// The topics of a tab in the order of its list: the page's own, then those of its regional page,
/// the worker's region first.
fn listed(content: &Content, tab: TabId, region: Region) -> Vec<TopicId> {
    // Both languages have the same topics in the same order.
    let guide = content.guide(Language::En);
    let ids = |page: PageId| guide.outline(page).ids(page);
    let (page, regional) = pages(tab);
    let mut topics: Vec<TopicId> = ids(page).collect();
    if let Some(regional) = regional {
        let own = |id: &TopicId| Region::from_code(&id.topic) == Some(region);
        topics.extend(ids(regional).filter(own));
        topics.extend(ids(regional).filter(|id| !own(id)));
    }
    topics
}

impl App {
    /// Returns the topic that is selected in the open tab; `None` if it is no tab of the guide.
    pub fn selected_topic(&self) -> Option<&TopicId> {
        self.guide(self.tab)?.selected()
    }

    /// Lists the topics of all tabs for the worker's region.
    pub(in crate::app) fn relist_topics(&mut self) {
        let region = self.region();
        for (guide, tab) in self.tabs.guides.iter_mut().zip(TabId::GUIDES) {
            guide.relist(&self.content, tab, region);
        }
    }
}
