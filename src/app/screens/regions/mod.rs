//! Regions as a small map of Canada made of their names, used with the arrows or by typing a name.
//!
//! ```text
//!   Yukon                     Northwest Territories      Nunavut
//!   British Columbia          Alberta                    Saskatchewan
//!   Manitoba                  Ontario                    Quebec
//!   New Brunswick             Newfoundland and Labrador> Nova Scotia
//!   All of Canada             Prince Edward Island
//!
//! Nova Scotia: 28 contacts
//! ```
//!
//! Without room for the map, the regions are a list; typed towns always are.

mod map;
mod seek;
mod walk;
mod welcome;

use unicode_width::UnicodeWidthStr;

use super::now::kind_of;
use crate::app::action::Effect;
use crate::app::keymap::{Command, Context};
use crate::app::list_rows::{ListRow, word_rows};
use crate::app::notice::Notice;
use crate::app::screen::{Handler, Input, Screen, line};
use crate::app::state::App;
use crate::app::subject::{PageKind, Pointed};
use crate::app::view::choice::Choice;
use crate::app::view::layout::{Area, Layout};
use crate::app::view::listing::Listing;
use crate::app::view::{Body, Foot, Layer, Map};
use crate::directory::Region;
use crate::document::{Composer, Role};
pub use seek::Called;
use seek::Seek;
pub use welcome::Welcome;

/// Map or list of regions for a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regions {
    choice: Choice,
    listing: Listing,
    seek: Seek,
    /// Need whose office in the chosen town opens next, by its index.
    office_for: Option<usize>,
}

impl Regions {
    /// Creates the regions for a choice, one of them selected.
    pub(in crate::app) fn new(choice: Choice, selected: usize) -> Self {
        Self {
            choice,
            listing: Listing::at(selected),
            seek: Seek::default(),
            office_for: None,
        }
    }

    /// Returns the subject of the choice.
    pub(super) const fn choice(&self) -> &Choice {
        &self.choice
    }

    /// Returns the selected place, if the question is about the worker's place.
    pub(super) fn called(&self) -> Option<Called> {
        let called = self.seek.called.get(self.listing.selected).copied();
        called.or_else(|| Called::at(self.listing.selected))
    }

    /// Puts the typed letters above the towns with that name; on a low screen, which has no map with
    /// a row for them, above the regions as well.
    pub(super) fn head_typed(&self, app: &App, composer: &mut Composer) {
        let shown = !self.seek.called.is_empty() || app.is_low();
        if let Some(text) = self.typed_in_words(app).filter(|_| shown) {
            line(composer, text, Role::Text);
        }
    }

    /// Returns the typed letters, with a remark if they match nothing; without letters, advice on
    /// the keys.
    fn advice(&self, app: &App) -> String {
        let typed = self.typed_in_words(app);
        typed.unwrap_or_else(|| app.messages().text("region-advice"))
    }

    fn typed_in_words(&self, app: &App) -> Option<String> {
        let id = match self.seek.typed.as_str() {
            "" => return None,
            _ if self.leads_nowhere(app) => "region-typed-nowhere",
            _ => "region-typed",
        };
        let typed = [("text", self.seek.typed.as_str().into())];
        Some(app.messages().format(id, &typed))
    }

    /// Returns true if the typed letters match neither a region nor a town.
    fn leads_nowhere(&self, app: &App) -> bool {
        let typed = &self.seek.typed;
        let named = || app.item_called(&self.choice, typed).is_some();
        !typed.is_empty() && self.seek.called.is_empty() && !named()
    }

    /// Returns the text of an item: a region with its number of contacts, or a town.
    fn in_words(&self, app: &App, item: usize) -> String {
        let messages = app.messages();
        let region = match self.seek.called.get(item) {
            Some(Called::Town(place)) => return app.town_in_words(*place),
            Some(Called::Region(region)) => Some(*region),
            None => region_of(&self.choice, item),
        };
        let Some(region) = region else {
            return messages.text("filter-any");
        };
        let id = if region == Region::Ca {
            "region-count-canada"
        } else {
            "region-count"
        };
        let arguments = [
            ("name", messages.text(&region.message_id()).into()),
            ("count", app.contacts_in(region).into()),
        ];
        messages.format(id, &arguments)
    }

    /// Returns a shorter text of a region, for narrow windows.
    fn in_short(&self, app: &App, item: usize) -> String {
        let messages = app.messages();
        match region_of(&self.choice, item) {
            Some(region) => format!(
                "{}{} {}",
                messages.text(&region.message_id()),
                messages.text("label-end"),
                app.contacts_in(region)
            ),
            None => messages.text("filter-any"),
        }
    }
}

impl Screen for Regions {
    fn context(&self) -> Context {
        Context::Map
    }

    fn handler(&self) -> Handler {
        handle
    }

    fn body<'a>(&'a self, app: &'a App, area: Area) -> Body<'a> {
        self.map(app, area)
            .map_or(Body::Words(self.listing), Body::Map)
    }

    fn layer(&self) -> Layer {
        Layer::Choice(self.choice.clone())
    }

    fn head(&self, app: &App, _width: u16, composer: &mut Composer) {
        let kind = self.office_for.and_then(kind_of);
        let title = match kind {
            Some(kind) => {
                let kind = kind.name.get(app.language());
                app.messages().filled("region-title-office", "kind", kind)
            }
            None => app.choice_title(&self.choice),
        };
        line(composer, title, Role::Title);
        self.head_typed(app, composer);
    }

    /// Returns the focused region, if the map leaves no row for it below; shorter in a narrow
    /// window. Typed letters without a match are shown as well.
    fn foot(&self, app: &App, layout: &Layout) -> Option<Foot> {
        app.shown_map().filter(|map| map.words.is_none())?;
        if self.leads_nowhere(app) {
            let text = self.typed_in_words(app).unwrap_or_default();
            return Some(Foot::clipped(text, Role::Text));
        }
        let room = usize::from(layout.notice.width.saturating_sub(1));
        let item = self.listing.selected;
        let whole = Some(self.in_words(app, item)).filter(|text| text.width() <= room);
        let text = whole.unwrap_or_else(|| self.in_short(app, item));
        Some(Foot::clipped(text, Role::Heading))
    }

    fn length(&self, _app: &App) -> usize {
        if self.seek.called.is_empty() {
            choice_length(&self.choice)
        } else {
            self.seek.called.len()
        }
    }

    fn listing(&self) -> Option<&Listing> {
        Some(&self.listing)
    }

    fn listing_mut(&mut self) -> Option<&mut Listing> {
        Some(&mut self.listing)
    }

    fn rows(&self, app: &App, width: u16) -> Vec<ListRow> {
        let items = 0..self.length(app);
        let words = items.map(|item| self.in_words(app, item));
        word_rows(words.collect(), width)
    }

    fn target(&self, app: &App) -> Pointed {
        Pointed::Choice(app.option(&self.choice, self.listing.selected))
    }
}

/// Handles inputs on the map of regions, on the first screen as well.
pub(super) fn handle(app: &mut App, input: Input<'_>) -> Option<Vec<Effect>> {
    match input {
        Input::Command(Command::Open) => return Some(app.open_region_item()),
        Input::Command(
            command @ (Command::Up
            | Command::Down
            | Command::ToLeft
            | Command::ToRight
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last),
        ) => {
            if let Some(regions) = app.regions_mut() {
                regions.seek.forget_letters();
            }
            return app.walk_map(command).then(Vec::new);
        }
        Input::Command(Command::DeleteBefore) => {
            if !app.delete_letter() && app.context() == Context::Map {
                app.back();
            }
        }
        // No name has this sign.
        Input::Letters("?") if !app.seeks_region() => app.open_page(PageKind::Help),
        Input::Letters(letters) => app.seek_region(letters),
        Input::Text(text) => app.replace_letters(text),
        Input::Command(_) | Input::Inserted | Input::Edited => return None,
    }
    Some(Vec::new())
}

impl App {
    /// Returns the focused regions.
    pub(super) fn regions(&self) -> Option<&Regions> {
        let first = self.top::<Welcome>().map(|welcome| &welcome.0);
        first.or_else(|| self.top())
    }

    fn regions_mut(&mut self) -> Option<&mut Regions> {
        if self.is_first_run() {
            return self.top_mut::<Welcome>().map(|welcome| &mut welcome.0);
        }
        self.top_mut()
    }

    /// Handles Enter: chooses the selected item, unless the typed letters match nothing.
    fn open_region_item(&mut self) -> Vec<Effect> {
        if self.typed_leads_nowhere() {
            let typed = self.regions().map(|regions| regions.seek.typed.clone());
            let typed = vec![("text", typed.unwrap_or_default())];
            self.announce(Notice::with("notice-region-nowhere", typed));
            return Vec::new();
        }
        let Some(regions) = self.take_top::<Regions>() else {
            return Vec::new();
        };
        if regions.choice == Choice::Region {
            return self.choose_region_for(regions.called(), regions.office_for);
        }
        let value = self.option(&regions.choice, regions.listing.selected);
        value.map_or_else(Vec::new, |value| self.choose(value))
    }

    /// Takes over the worker's place, and opens the office for a need there.
    fn choose_region_for(&mut self, called: Option<Called>, need: Option<usize>) -> Vec<Effect> {
        let Some(need) = need else {
            return self.choose_region(called);
        };
        // Enter without a town is no change.
        let is_new = called != Some(Called::Region(self.region()));
        let effects = if is_new {
            self.choose_region(called)
        } else {
            Vec::new()
        };
        self.open_office(need);
        effects
    }

    /// Opens the question about the worker's place.
    pub(in crate::app) fn open_region(&mut self) {
        self.open_choice(Choice::Region);
    }

    /// Opens the same question before the office for a need, which depends on the town.
    pub(in crate::app::screens) fn ask_town_for(&mut self, need: usize) {
        self.open_region();
        if let Some(regions) = self.top_mut::<Regions>() {
            regions.office_for = Some(need);
        }
    }

    /// Returns the number of the directory's contacts that serve a region and no other; own
    /// contacts are not counted.
    pub fn contacts_in(&self, region: Region) -> usize {
        self.content.catalogue.directory().count_in(region)
    }

    /// Returns the map on the screen; `None` if there is none.
    fn shown_map(&self) -> Option<Map> {
        let regions = self.regions()?;
        let area = self.overlay_area(self.layout()?.body);
        let height = self.list_height(area);
        regions.map(self, Area { height, ..area })
    }
}

/// Returns the number of regions to choose from, including "any".
fn choice_length(choice: &Choice) -> usize {
    Region::ALL.len() + usize::from(*choice == Choice::FilterRegion)
}

/// Returns the index of a region in the list of choices, which may begin with "any".
fn item_of(choice: &Choice, region: Region) -> usize {
    let index = Region::ALL.iter().position(|one| *one == region);
    index.unwrap_or(0) + usize::from(*choice == Choice::FilterRegion)
}

/// Returns the region at an index of the list; `None` for "any".
fn region_of(choice: &Choice, item: usize) -> Option<Region> {
    let first = usize::from(*choice == Choice::FilterRegion);
    Region::ALL.get(item.checked_sub(first)?).copied()
}
