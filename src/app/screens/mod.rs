//! Screens, one file or folder each: state, keys, content, footer and position of the cursor; and
//! the list of tabs.

pub mod bookmarks;
mod carrying;
mod corrections;
pub mod directory;
pub mod editor;
mod exchange;
pub mod filters;
mod finding;
pub mod guide;
mod handout;
pub mod now;
pub mod own_form;
mod packs;
pub mod page;
mod paper;
pub mod picker;
pub mod regions;
mod rows;
pub mod settings;
mod steps;

use super::content::Content;
use super::screen::Tab;
use super::state::App;
use super::tabs::Tabs;
use crate::directory::Region;
use crate::guide::PageId;
use bookmarks::BookmarksTab;
use directory::DirectoryTab;
use guide::GuideTab;
use now::NowTab;

/// Tab. Its name is that of the variant in kebab case, here and in the ids of its messages; its key
/// is its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are the names on the tabs")]
pub enum TabId {
    Now,
    Reporting,
    VictimServices,
    RestorativeJustice,
    Directory,
    Bookmarks,
}

impl TabId {
    /// All tabs from left to right.
    pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Returns the initial screen of the tab.
    fn screen(self, content: &Content, region: Region) -> Box<dyn Tab> {
        let guide = |page, regional| Box::new(GuideTab::new(content, page, regional, region));
        match self {
            Self::Now => Box::new(NowTab::new()),
            Self::Reporting => guide(PageId::Reporting, Some(PageId::DutyToReport)),
            Self::VictimServices => guide(PageId::VictimServices, Some(PageId::Compensation)),
            Self::RestorativeJustice => guide(PageId::RestorativeJustice, None),
            Self::Directory => Box::new(DirectoryTab::new(content)),
            Self::Bookmarks => Box::new(BookmarksTab::default()),
        }
    }

    /// Returns the digit that opens it.
    pub const fn digit(self) -> u8 {
        self as u8
    }

    /// Returns the tab of a digit; the first one if there is none.
    pub fn of_digit(digit: u8) -> Self {
        let tab = Self::ALL.get(usize::from(digit)).copied();
        tab.unwrap_or(Self::Now)
    }

    /// Returns the name of the variant in kebab case.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Returns the id of the message of its name.
    pub fn message_id(self) -> String {
        format!("tab-{}", self.slug())
    }

    /// Returns the id of the message of its short name.
    pub fn short_message_id(self) -> String {
        format!("tab-{}-short", self.slug())
    }
}

/// Returns the initial tabs.
pub(super) fn tabs(content: &Content, region: Region) -> Tabs {
    let tabs = TabId::ALL.iter().map(|tab| tab.screen(content, region));
    Tabs::new(tabs.collect())
}

impl App {
    /// Returns the App with a tab open, below any overlay.
    #[must_use]
    pub fn opened_on(mut self, tab: TabId) -> Self {
        self.tab = usize::from(tab.digit());
        self
    }

    /// Returns the open tab.
    pub fn tab(&self) -> TabId {
        TabId::ALL[self.tab]
    }
}
