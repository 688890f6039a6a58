//! Searching: from the search field to the list.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;

use super::DirectoryTab;
use crate::app::query_session::QuerySession;
use crate::app::screen::Screen as _;
use crate::app::state::App;
use crate::app::subject::{PageKind, Subject};
use crate::app::tabs::Focus;
use crate::app::view::field::Field;
use crate::app::view::listing::{Listing, Reader};
use crate::assets::Found;
use crate::directory::{Category, Filters, Region};
use crate::guide::TopicId;
use crate::places::PlaceId;
use crate::search::{Context, Drop, Hits, Query, Service};

impl App {
    /// Opens the Directory, filtered by a category and the worker's region; from a regional page,
    /// by the province of that page.
    pub(in crate::app) fn open_category(&mut self, category: Category) {
        let about = match self.subject() {
            Subject::Topic(id) if id.page.is_regional() => Region::from_code(&id.topic),
            _ => None,
        };
        let region = about.unwrap_or(self.region());
        self.leave_for_directory(Focus::List);
        self.directory_mut().field = Field::default();
        self.directory_mut().filters = Filters {
            category: Some(category),
            region: Some(region).filter(|region| *region != Region::Ca),
            ..Filters::default()
        };
        self.directory_mut().pane.focus = Focus::List;
        self.find_again();
    }

    fn leave_for_directory(&mut self, arrived: Focus) {
        if let Some(index) = self.tabs.position(|_: &DirectoryTab| true) {
            self.leave_for(index, arrived);
        }
    }

    /// Moves into the search field. From another tab this starts a new search, and the way back
    /// leads there; in the Directory the first letter does.
    pub(in crate::app) fn search_from_anywhere(&mut self) {
        if !self.is_on::<DirectoryTab>() || !self.at_tab() {
            self.leave_for_directory(Focus::Field);
            self.directory_mut().field = Field::default();
            self.directory_mut().filters = Filters::default();
            self.directory_mut().words_only = false;
            self.find_again();
        }
        self.directory_mut().pane.focus = Focus::Field;
        self.directory_mut().field.select();
    }

    /// Moves from the search field to its hits, or to the alternatives if there are none.
    pub(in crate::app) fn go_to_results(&mut self) {
        self.directory_mut().pane.focus = Focus::List;
        self.directory_mut().field.deselect();
        if self.directory().hits.hits.is_empty() && !self.document(u16::MAX).links.is_empty() {
            self.directory_mut().pane.focus = Focus::Reader;
            self.directory_mut().pane.reader.link = Some(0);
        }
    }

    /// Repeats the search and selects the best hit.
    pub(in crate::app) fn find_again(&mut self) {
        self.directory_mut().hits = Hits::default();
        self.directory_mut().preferred = None;
        self.directory_mut().pane.listing = Listing::default();
        self.directory_mut().pane.reader = Reader::default();
        self.directory_mut().stale = true;
    }

    /// Repeats an outdated search, and keeps the selected contact. Only if the Directory is open:
    /// otherwise its index is not needed.
    pub(in crate::app) fn find_shown(&mut self) {
        if !self.is_on::<DirectoryTab>() || !std::mem::take(&mut self.directory_mut().stale) {
            return;
        }
        if self.directory().preferred.is_none() {
            self.directory_mut().preferred = Some(self.starred.clone());
        }
        let hits = self.found();
        self.select_again(hits);
        if self.directory().pane.focus == Focus::Reader && self.directory().hits.hits.is_empty() {
            self.directory_mut().pane.focus = Focus::List;
        }
    }

    /// Updates the list of open contacts every minute: after a key, which was meant for the visible
    /// contact, and not while a card is read, which shows its own state.
    pub(in crate::app) fn follow_clock(&mut self) {
        let minute = |time: Timestamp| time.as_second().div_euclid(60);
        let passed = minute(self.directory().asked_at) != minute(self.now);
        let reads = self.directory().pane.focus == Focus::Reader || !self.at_tab();
        let filters = &self.directory().filters;
        if self.directory().hits.ask_for_open_now(filters) && passed && !reads {
            self.directory_mut().stale = true;
        }
    }

    /// Completes the hits with the clock; keeps only open ones if the query asks for those.
    fn complete_hits(&mut self) {
        self.directory_mut().asked_at = self.now;
        let hits = std::mem::take(&mut self.directory_mut().hits);
        let catalogue = &self.directory().catalogue;
        let service = Service {
            index: catalogue.index(),
            directory: catalogue.directory(),
            now: self.now,
            machine_zone: &self.zone,
            region: self.preferences.region,
            town: self.place(),
            dead: &self.dead,
        };
        let go_on = (self.patience.0)();
        let answer = service.complete(hits, &self.query(), &self.search_context(), &*go_on);
        self.directory_mut().unknown_hours = answer.unknown_hours.unwrap_or_default();
        self.directory_mut().hits = answer.hits;
    }

    /// Returns the bookmarks that come first among hits of the same rank.
    pub(in crate::app) fn preferred(&self) -> &HashSet<String> {
        self.directory().preferred.as_ref().unwrap_or(&self.starred)
    }

    fn found(&self) -> Hits {
        // Building the index, at the first search, does not count for the search's time budget.
        self.catalogue.index();
        let go_on = (self.patience.0)();
        let catalogue = &self.catalogue;
        catalogue.search_while(&self.query(), &self.search_context(), &*go_on)
    }

    /// Computes the match spans of visible hits: a search leaves that to the rows that show.
    pub(in crate::app) fn mark_shown(&mut self, height: usize) {
        if !self.is_on::<DirectoryTab>() {
            return;
        }
        let language = self.language();
        let DirectoryTab {
            pane,
            hits,
            catalogue,
            ..
        } = self.directory_mut();
        let end = (pane.listing.top + height).min(hits.hits.len());
        let start = pane.listing.top.min(end);
        catalogue.index().mark(hits, start..end, language);
    }

    /// Returns the present query.
    pub fn query(&self) -> Query {
        Query {
            text: self.directory().field.text().to_owned(),
            filters: self.directory().filters.clone(),
            words_only: self.directory().words_only,
        }
    }

    /// Returns the context of the search.
    fn search_context(&self) -> Context<'_> {
        Context {
            language: self.language(),
            region: self.region(),
            place: self.place(),
            preferred: self.preferred(),
        }
    }

    /// Shows the hits of a background search, unless the query has changed since; the selected item
    /// stays selected.
    pub(in crate::app) fn learn_found(&mut self, session: &QuerySession, hits: Hits) {
        if session.is_current_in(self) {
            self.select_again(hits);
        }
    }

    /// Shows hits of the present catalogue; the selected item stays selected, at its new index.
    fn select_again(&mut self, hits: Hits) {
        let catalogue = Arc::clone(&self.catalogue);
        let directory = self.directory_mut();
        let before = directory.hits.hits.get(directory.pane.listing.selected);
        let before = before.cloned();
        directory.hits = hits;
        let searched = std::mem::replace(&mut directory.catalogue, catalogue);
        self.complete_hits();
        let selected = before.and_then(|hit| searched.found(&hit));
        // A contact that was just added is selected; its card is open.
        let added = match self.page() {
            Some(PageKind::Card(id)) if searched.directory().get(id).is_none() => Some(id),
            _ => None,
        };
        let selected = added.map(|id| Found::Contact(id)).or(selected);
        let mut hits = self.directory().hits.hits.iter();
        let index = selected
            .and_then(|selected| hits.position(|hit| self.catalogue.found(hit) == Some(selected)));
        self.directory_mut().pane.listing.selected = index.unwrap_or(0);
    }

    /// Returns the byte range of a filter before the caret, up to the caret.
    pub(in crate::app) fn filter_before_caret(&self) -> Option<Range<usize>> {
        let field = &self.directory().field;
        let before = field.text()[..field.caret()].trim_end().len();
        let mut filters = self.directory().hits.query_filters.iter();
        let filter = filters.find(|filter| filter.words.end == before)?;
        Some(filter.words.start..field.caret())
    }

    /// Removes the filter before the caret from the text, including its word; returns false if
    /// there is none.
    pub(super) fn remove_filter_before_caret(&mut self) -> bool {
        let Some(words) = self.filter_before_caret() else {
            return self.take_need_off();
        };
        self.write(|field| field.remove(words));
        true
    }

    /// Searches for the words alone, if a need was recognized and the caret is at the end of the
    /// text; returns false otherwise.
    pub(in crate::app) fn take_need_off(&mut self) -> bool {
        let may = self.may_take_need_off();
        if may {
            self.directory_mut().words_only = true;
            self.find_again();
        }
        may
    }

    /// Searches for the words alone, and selects the first hit.
    pub(in crate::app) fn search_words_only(&mut self) {
        self.directory_mut().words_only = true;
        self.directory_mut().stale = true;
        self.select(0);
    }

    /// Returns the index of the open topic among the hits, and their number; `None` if it was not
    /// opened from any.
    pub fn result(&self) -> Option<(usize, usize)> {
        let step = self.trail.last()?;
        let Subject::Topic(read) = self.subject() else {
            return None;
        };
        let directory: &DirectoryTab = step.tabs.get(step.tab)?;
        let index = directory.pane.listing.selected;
        let from_results = step.overlays.is_empty();
        match directory.found(index)? {
            Found::Topic(topic) if from_results && topic.id == read => {
                Some((index, directory.hits.hits.len()))
            }
            _ => None,
        }
    }

    /// Returns the town named in the search that led to a topic.
    pub(in crate::app) fn town_typed(&self, id: &TopicId) -> Option<PlaceId> {
        let shown = self.tabs.get::<DirectoryTab>(self.tab);
        let left = || {
            let step = self.trail.last()?;
            step.tabs.get::<DirectoryTab>(step.tab)
        };
        let directory = shown.or_else(left)?;
        match directory.selected()? {
            Found::Topic(topic) if topic.id == *id => directory.hits.named_town(),
            _ => None,
        }
    }

    /// Returns true if a need was recognized and the caret is at the end of the text.
    pub(in crate::app) fn may_take_need_off(&self) -> bool {
        let field = &self.directory().field;
        !self.directory().hits.needs.is_empty() && field.caret() == field.text().len()
    }

    /// Leaves out the part of the query named in a suggestion.
    pub(in crate::app) fn drop_from_search(&mut self, drop: &Drop) {
        match drop {
            Drop::Filter(kind) => {
                if let Some(left) = kind.dropped_from(&self.directory().filters) {
                    self.directory_mut().filters = left;
                }
            }
            Drop::Words(words) => self.directory_mut().field.remove(words.clone()),
        }
        self.find_again();
        self.directory_mut().pane.focus = Focus::List;
    }

    /// Opens the topic selected in the list on its own tab; returns false if none is.
    pub(super) fn open_found_topic(&mut self) -> bool {
        let tab = self.directory();
        let id = match tab.selected() {
            Some(Found::Topic(topic)) if !tab.reads() => topic.id.clone(),
            _ => return false,
        };
        self.open_topic(&id);
        true
    }
}
