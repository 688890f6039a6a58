//! The topics that a guide tab lists.

use super::content::Content;
use super::state::App;
use super::tabs::TabId;
use crate::directory::Region;
use crate::guide::{PageId, TopicId};
use crate::i18n::Language;

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
pub fn listed(content: &Content, tab: TabId, region: Region) -> Vec<TopicId> {
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
    /// The topic that is selected in the open tab; `None` where it is no guide tab.
    pub fn selected_topic(&self) -> Option<&TopicId> {
        let tab = &self.guides[self.tab.guide_place()?];
        tab.topics.get(tab.pane.listing.selected)
    }
}
