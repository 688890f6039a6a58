//! Typing into the search field, and finding.

use std::sync::Arc;

use std::ops::Range;

use jiff::Timestamp;

use crate::app::field::Field;
use crate::app::keymap::{self, Command};
use crate::app::listing::{Listing, Reader};
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::query_session::QuerySession;
use crate::app::state::App;
use crate::app::tabs::{DirectoryTab, Focus, TabId};
use crate::directory::Filters;
use crate::search::{Context, Drop, Hits, Query, Service};

impl App {
    /// Into the search field. From another tab it is a new search, and the way back leads there; here
    /// the first letter makes it one.
    pub(super) fn search_from_anywhere(&mut self) {
        if self.tab != TabId::Directory || !self.overlays.is_empty() {
            self.leave_for(TabId::Directory, Focus::Field);
            self.directory.field = Field::default();
            self.directory.filters = Filters::default();
            self.directory.words_only = false;
            self.find_again();
        }
        self.directory.pane.focus = Focus::Field;
        self.directory.field.select();
    }

    /// Out of the search field, to what it found, or to the ways out where it found nothing.
    pub(super) fn go_to_results(&mut self) {
        self.directory.pane.focus = Focus::List;
        self.directory.field.deselect();
        if self.directory.hits.hits.is_empty() && !self.document(u16::MAX).links.is_empty() {
            self.directory.pane.focus = Focus::Reader;
            self.directory.pane.reader.link = Some(0);
        }
    }

    /// Whether letters are written now.
    pub fn is_typing(&self) -> bool {
        match self.overlays.last() {
            Some(Overlay::Editor(_) | Overlay::OwnForm(_)) => true,
            Some(_) => false,
            None => self.pane().focus == Focus::Field,
        }
    }

    /// The field that letters are written into; `None` on a row of the form that is chosen.
    fn typed_field(&mut self) -> Option<&mut Field> {
        match self.overlays.last_mut() {
            Some(Overlay::Editor(editor)) => Some(&mut editor.field),
            Some(Overlay::OwnForm(form)) => form.focused_field(),
            _ => Some(&mut self.directory.field),
        }
    }

    /// A letter that means nothing else here: it is written, or leads to a region.
    pub(super) fn take_letter(&mut self, letter: &str) {
        let field = &self.directory.field;
        let search = self.overlays.is_empty() && (field.text().is_empty() || field.is_selected());
        if self.is_typing() {
            // Who presses / once more is in the field already.
            if !(search && letter == "/") {
                self.type_text(letter);
            }
        } else if self.region_choice().is_some() {
            self.seek_region(letter);
        }
    }

    pub(super) fn type_text(&mut self, text: &str) {
        self.insert(|field| field.insert(text));
    }

    /// Puts a text in the place of all that stands in the field.
    pub(super) fn write_anew(&mut self, text: &str) {
        if self.is_typing() {
            self.insert(|field| {
                field.clear();
                field.insert(text)
            });
        }
    }

    /// Puts text into the field, and says so where its end was left out.
    fn insert(&mut self, insert: impl FnOnce(&mut Field) -> bool) {
        // Another text may tell of a need again.
        self.directory.words_only = false;
        let mut fits = true;
        self.write(|field| fits = insert(field));
        if !fits {
            self.notices.insert(0, Notice::new("notice-cut"));
        }
    }

    pub(super) fn edit(&mut self, command: Command) {
        if self.region_choice().is_some() {
            if !self.seek_less() && self.context() == keymap::Context::Map {
                self.back();
            }
            return;
        }
        let empty_search = self.overlays.is_empty() && self.directory.field.text().is_empty();
        match command {
            // In an empty search field there is nowhere for the caret to go.
            Command::CaretLeft if empty_search => self.neighbour(-1),
            Command::CaretRight if empty_search => self.neighbour(1),
            Command::CaretLeft => self.write(Field::left),
            Command::CaretRight => self.write(Field::right),
            Command::CaretStart => self.write(Field::start),
            Command::CaretEnd => self.write(Field::end),
            Command::DeleteBefore if self.overlays.is_empty() && self.remove_chip() => {}
            Command::DeleteBefore => self.write(Field::delete_before),
            Command::DeleteAfter => self.write(Field::delete_after),
            _ => self.write(Field::clear),
        }
    }

    /// Edits the field; another text in the search field is another search.
    fn write(&mut self, edit: impl FnOnce(&mut Field)) {
        let Some(field) = self.typed_field() else {
            return;
        };
        let before = field.text().to_owned();
        edit(field);
        let changed = field.text() != before;
        if changed && self.overlays.is_empty() {
            self.find_again();
        }
    }

    /// Searches anew and shows the best hit.
    pub(in crate::app) fn find_again(&mut self) {
        self.directory.hits = Hits::default();
        self.directory.pane.listing = Listing::default();
        self.directory.pane.reader = Reader::default();
        self.directory.stale = true;
    }

    /// Searches where something changed that decides what is found, and stays with the contact that is
    /// selected. Only where the Directory is open: whoever never opens it never waits for its index.
    pub(super) fn find_shown(&mut self) {
        if self.tab != TabId::Directory || !std::mem::take(&mut self.directory.stale) {
            return;
        }
        let hits = self.found();
        self.select_again(hits);
        if self.directory.pane.focus == Focus::Reader && self.directory.hits.hits.is_empty() {
            self.directory.pane.focus = Focus::List;
        }
    }

    /// Has the list of what is open now follow the clock, in the minute: after the key, which was for
    /// the contact that she saw, and not while she reads one, whose card says itself that it closed.
    pub(super) fn follow_clock(&mut self) {
        let minute = |time: Timestamp| time.as_second().div_euclid(60);
        let passed = minute(self.directory.asked_at) != minute(self.now);
        let reads = self.directory.pane.focus == Focus::Reader || !self.overlays.is_empty();
        let filters = &self.directory.filters;
        if self.directory.hits.ask_for_open_now(filters) && passed && !reads {
            self.directory.stale = true;
        }
    }

    /// Completes the hits with the clock; keeps only open ones if the query asks for those.
    fn complete_hits(&mut self) {
        self.directory.asked_at = self.now;
        let hits = std::mem::take(&mut self.directory.hits);
        let catalogue = &self.directory.catalogue;
        let service = Service {
            index: catalogue.index(),
            contacts: catalogue.directory().contacts(),
            now: self.now,
            machine_zone: &self.zone,
            region: self.preferences.region,
            town_zone: self.town_zone(),
        };
        let go_on = (self.patience.0)();
        let answer = service.complete(hits, &self.query(), &self.search_context(), &*go_on);
        self.directory.unknown_hours = answer.unknown_hours.unwrap_or_default();
        self.directory.hits = answer.hits;
    }

    fn found(&self) -> Hits {
        // Making the index, at the first search, uses up none of the search's time.
        let index = self.catalogue.index();
        let go_on = (self.patience.0)();
        index.search_while(&self.query(), &self.search_context(), &*go_on)
    }

    /// Has the hits in view say what matched: a search leaves that to the rows that show.
    pub(super) fn mark_shown(&mut self, height: usize) {
        if self.tab != TabId::Directory {
            return;
        }
        let language = self.language();
        let DirectoryTab {
            pane,
            hits,
            catalogue,
            ..
        } = &mut self.directory;
        let end = (pane.listing.top + height).min(hits.hits.len());
        let start = pane.listing.top.min(end);
        catalogue.index().mark(hits, start..end, language);
    }

    /// What is searched for now.
    pub fn query(&self) -> Query {
        Query {
            text: self.directory.field.text().to_owned(),
            filters: self.directory.filters.clone(),
            words_only: self.directory.words_only,
        }
    }

    /// For whom it is searched.
    pub fn search_context(&self) -> Context<'_> {
        Context {
            language: self.language(),
            region: self.region(),
            place: self.place(),
            preferred: &self.starred,
        }
    }

    /// Shows the hits of a search that went on in a thread, unless the query has changed since; the
    /// selected item stays selected.
    pub(super) fn learn_found(&mut self, session: &QuerySession, hits: Hits) {
        if session.is_current_in(self) {
            self.select_again(hits);
        }
    }

    /// Shows hits of the catalogue in force; what was selected stays selected, wherever it stands now.
    fn select_again(&mut self, hits: Hits) {
        let directory = &mut self.directory;
        let before = directory.hits.hits.get(directory.pane.listing.selected);
        let before = before.map(|hit| hit.item);
        directory.hits = hits;
        let searched = std::mem::replace(&mut directory.catalogue, Arc::clone(&self.catalogue));
        self.complete_hits();
        let selected = before.and_then(|item| searched.found(item));
        let mut hits = self.directory.hits.hits.iter();
        let place = selected.and_then(|selected| {
            hits.position(|hit| self.catalogue.found(hit.item) == Some(selected))
        });
        self.directory.pane.listing.selected = place.unwrap_or(0);
    }

    /// The bytes of the words before the caret that are a filter, up to the caret.
    pub(in crate::app) fn chip_before_caret(&self) -> Option<Range<usize>> {
        let field = &self.directory.field;
        let before = field.text()[..field.caret()].trim_end().len();
        let mut chips = self.directory.hits.query_filters.iter();
        let chip = chips.find(|chip| chip.words.end == before)?;
        Some(chip.words.start..field.caret())
    }

    /// Takes the chip before the caret out of the text, word and all; `false` where there is none.
    fn remove_chip(&mut self) -> bool {
        let Some(words) = self.chip_before_caret() else {
            return self.take_need_off();
        };
        self.write(|field| field.remove(words));
        true
    }

    /// Searches for the words alone, if the text is taken for a need and the caret stands at its end;
    /// `false` where there is no need to take off.
    pub(in crate::app) fn take_need_off(&mut self) -> bool {
        let may = self.may_take_need_off();
        if may {
            self.directory.words_only = true;
            self.find_again();
        }
        may
    }

    /// Returns true if the text is taken for a need and the caret stands at its end.
    pub(in crate::app) fn may_take_need_off(&self) -> bool {
        let field = &self.directory.field;
        !self.directory.hits.needs.is_empty() && field.caret() == field.text().len()
    }

    /// Leaves out what a suggestion names, so that something is found.
    pub(super) fn drop_from_search(&mut self, drop: &Drop) {
        match drop {
            Drop::Filter(kind) => {
                if let Some(left) = kind.dropped_from(&self.directory.filters) {
                    self.directory.filters = left;
                }
            }
            Drop::Words(words) => self.directory.field.remove(words.clone()),
        }
        self.find_again();
        self.directory.pane.focus = Focus::List;
    }
}
