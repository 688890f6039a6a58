//! Tab of the guide: its topics, with the selected one in the reader.

use crate::app::content::Content;
use crate::app::keymap::Context;
use crate::app::list_rows::{ListRow, push_heading, push_item};
use crate::app::screen::{Handler, Screen, Tab, handle_tab};
use crate::app::state::App;
use crate::app::subject::{Pointed, Subject};
use crate::app::tabs::{Focus, Pane};
use crate::app::view::layout::{Area, Parts};
use crate::app::view::listing::Reader;
use crate::app::view::{Body, Layer, TabView};
use crate::directory::Region;
use crate::guide::{PageId, TopicId};
use crate::i18n::Language;

/// State of a tab of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideTab {
    /// List and reader.
    pub(in crate::app) pane: Pane,
    /// Topics in the order of the list: the page's own, then the regional page's, the worker's
    /// region first.
    pub(in crate::app) topics: Vec<TopicId>,
    /// Page of the tab, and the regional page after it.
    pages: (PageId, Option<PageId>),
}

impl GuideTab {
    /// Creates a tab with a page, and a regional page after it, for a worker of a region.
    pub(in crate::app) fn new(
        content: &Content,
        page: PageId,
        regional: Option<PageId>,
        region: Region,
    ) -> Self {
        let pages = (page, regional);
        Self {
            pane: Pane::default(),
            topics: listed(content, pages, region),
            pages,
        }
    }

    /// Returns true if the tab shows a page.
    fn shows(&self, page: PageId) -> bool {
        self.pages.0 == page || self.pages.1 == Some(page)
    }

    /// Returns the topics in the order of the list.
    pub fn topics(&self) -> &[TopicId] {
        &self.topics
    }

    /// Updates the order of the topics for another region. The selected topic stays selected.
    fn relist(&mut self, content: &Content, region: Region) {
        let topics = listed(content, self.pages, region);
        let selected = self.topics.get(self.pane.listing.selected);
        let index = |id: &TopicId| topics.iter().position(|topic| topic == id);
        self.pane.listing.selected = selected.and_then(index).unwrap_or(0);
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
            // The list's heading has the position in it.
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
                push_part(&mut rows, outline.title, width);
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
fn push_part(rows: &mut Vec<ListRow>, title: &str, width: u16) {
    rows.push(ListRow::heading(String::new()));
    push_heading(rows, title, width);
}

/// Returns the topics of a tab in the order of its list: the page's own, then those of its regional
/// page, the worker's region first.
fn listed(
    content: &Content,
    (page, regional): (PageId, Option<PageId>),
    region: Region,
) -> Vec<TopicId> {
    // Both languages have the same topics in the same order.
    let guide = content.guide(Language::En);
    let ids = |page: PageId| guide.outline(page).ids(page);
    let mut topics: Vec<TopicId> = ids(page).collect();
    if let Some(regional) = regional {
        let own = |id: &TopicId| Region::from_code(&id.topic) == Some(region);
        topics.extend(ids(regional).filter(own));
        topics.extend(ids(regional).filter(|id| !own(id)));
    }
    topics
}

impl App {
    /// Returns the open tab if it is one of the guide.
    pub fn guide(&self) -> Option<&GuideTab> {
        self.tabs.get(self.tab)
    }

    /// Returns the topic selected in the open tab; `None` if it is not a tab of the guide.
    pub fn selected_topic(&self) -> Option<&TopicId> {
        self.guide()?.selected()
    }

    /// Updates the order of the topics of all tabs for the worker's region.
    pub(in crate::app) fn relist_topics(&mut self) {
        let region = self.region();
        for guide in self.tabs.each_mut::<GuideTab>() {
            guide.relist(&self.content, region);
        }
    }

    /// Opens a topic on its own tab; the way back leads here. The glossary has no tab.
    pub(in crate::app) fn open_topic(&mut self, id: &TopicId) {
        let tab = self.tabs.position(|guide: &GuideTab| guide.shows(id.page));
        let Some(tab) = tab else { return };
        self.leave_for(tab, Focus::Reader);
        let topics = self.guide().map(|guide| &guide.topics);
        let selected = topics.and_then(|topics| topics.iter().position(|topic| topic == id));
        if let Some(selected) = selected {
            let pane = self.pane_mut();
            pane.listing.selected = selected;
            pane.reader = Reader::default();
            // The list's window follows the topic, although the reader has the focus.
            pane.focus = Focus::List;
            self.settle();
            self.pane_mut().focus = Focus::Reader;
            self.focus_first_call();
        }
    }
}
