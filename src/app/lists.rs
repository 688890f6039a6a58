//! The lists: their rows, and how many items there are.

use unicode_width::UnicodeWidthStr;

use super::layout::CARD_BESIDE;
use super::overlay::{Choice, Overlay};
use super::own_form::OwnRow;
use super::state::App;
use super::tabs::{DirectoryTab, TabId};
use super::update::filters;
use crate::directory::Region;
use crate::document::{Composer, Piece, Role, Row};
use crate::guide::TopicId;
use crate::search::MOST_WORDS;
use crate::settings::Setting;

/// The columns before a list's words: the marker and a space.
pub const MARKER_WIDTH: u16 = 2;

/// A row of a list of words; what does not fit goes on in the next row, nothing is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// The item it belongs to; none for a heading between items.
    pub item: Option<usize>,
    /// The item's words begin here.
    pub first: bool,
    /// The words.
    pub text: String,
}

impl App {
    /// How many items the list that has the keys holds.
    pub fn list_length(&self) -> usize {
        match self.overlays.last() {
            Some(Overlay::Welcome(_) | Overlay::Picker(Choice::Region, _))
                if !self.called.is_empty() =>
            {
                self.called.len()
            }
            Some(Overlay::Welcome(_)) => Region::ALL.len(),
            Some(Overlay::Filters(_)) => filters::Row::ALL.len(),
            Some(Overlay::Settings(_)) => Setting::ALL.len(),
            Some(Overlay::Picker(choice, _)) => self.choices(choice).len(),
            Some(Overlay::OwnForm(_)) => OwnRow::ALL.len(),
            Some(Overlay::Page(..) | Overlay::Editor(_)) => 0,
            None => match (self.tab, self.tab.guide_place()) {
                (_, Some(place)) => self.guides[place].topics.len(),
                (TabId::Directory, None) => self.directory.hits.hits.len(),
                _ => self.bookmarks.ids.len(),
            },
        }
    }

    /// The filters that are on, and what the words of the query mean, as rows of that width; empty where
    /// there are none.
    pub fn filter_rows(&self, width: u16) -> Vec<String> {
        let lines = self
            .need_lines()
            .into_iter()
            .chain(self.filter_line(self.between()));
        let rows = lines.flat_map(|line| wrapped(&line, width.saturating_sub(MARKER_WIDTH)));
        rows.collect()
    }

    /// What the query sounds like and what to do first. A low screen needs its rows for the list: it
    /// says the first step where a life is at risk, else the need.
    fn need_lines(&self) -> Vec<String> {
        let low = self.size.height < super::layout::ROOMY;
        let lines = match (low, self.directory.hits.tell_of_life_at_risk()) {
            (false, _) => [self.need_line(), self.first_step()],
            (true, true) => [self.first_step(), None],
            (true, false) => [self.need_line(), None],
        };
        lines.into_iter().flatten().collect()
    }

    /// The needs that the query sounds like, in a sentence; `None` if it tells of none.
    pub fn need_line(&self) -> Option<String> {
        self.directory.hits.say_needs(self.messages())
    }

    /// The first step of the need that the query sounds like most, for the worker's region.
    pub fn first_step(&self) -> Option<String> {
        let hits = &self.directory.hits;
        hits.say_first_step(self.region(), self.messages())
    }

    /// All that narrows the list, with that between the parts: what her words mean, and that they do,
    /// the filters that are on, and what is left out; `None` where nothing does.
    pub fn filter_line(&self, between: &str) -> Option<String> {
        let messages = self.messages();
        let chips = self.chip_words();
        let chips = (!chips.is_empty())
            .then(|| messages.format("filter-by-words", &[("filters", chips.into())]));
        let filters = self.active_filters().into_iter();
        let filters = filters.map(|row| self.filter_in_words(row));
        let narrows: Vec<String> = chips.into_iter().chain(filters).collect();
        let left_out = self.left_out();
        if narrows.is_empty() {
            return (!left_out.is_empty()).then(|| left_out.join(between));
        }
        let words = [narrows, left_out].concat().join(between);
        Some(format!("{} {words}", messages.text("filters-label")))
    }

    /// What the words of the query mean as filters, each once, without the filters that are on anyway.
    pub(super) fn chip_words(&self) -> String {
        let DirectoryTab { hits, filters, .. } = &self.directory;
        hits.chips(filters, self.messages()).join(", ")
    }

    /// What is left out: words after the first, and what might be listed, but nobody knows. Unknown
    /// hours are not open, and a language that is not stated may not be spoken.
    fn left_out(&self) -> Vec<String> {
        let counts = [
            ("filter-unknown-hours", self.directory.unknown_hours),
            (
                "filter-languages-unstated",
                self.directory.hits.languages_unstated,
            ),
        ];
        let words = ("filter-words-cut", MOST_WORDS);
        let words = self.directory.hits.cut.then_some(words);
        let counts = words
            .into_iter()
            .chain(counts)
            .filter(|(_, count)| *count > 0);
        let counts =
            counts.map(|(id, count)| self.messages().format(id, &[("count", count.into())]));
        let unserved = self.directory.hits.say_unserved(self.messages());
        let sentences = unserved.into_iter().chain(self.words_not_found());
        sentences.chain(counts).collect()
    }

    /// The words that are nowhere in the directory, where others found something: a town that it does
    /// not know must not look like one where nothing is open to her.
    fn words_not_found(&self) -> Option<String> {
        let DirectoryTab { field, hits, .. } = &self.directory;
        hits.say_words_not_found(field.text(), self.messages())
    }

    /// Where she is in the list that has the keys, in words.
    pub fn place_in_list(&self) -> String {
        let listing = match self.overlays.last() {
            Some(
                Overlay::Welcome(listing)
                | Overlay::Filters(listing)
                | Overlay::Settings(listing)
                | Overlay::Picker(_, listing),
            ) => listing,
            _ => &self.pane().listing,
        };
        let count = self.list_length();
        if count == 0 {
            // What stands below says that it is empty.
            return String::new();
        }
        let place = (listing.selected + 1).min(count);
        self.messages().format(
            "reader-list",
            &[("place", place.into()), ("count", count.into())],
        )
    }

    /// The rows of the list of words that is shown, for a list of that width: topics, choices, the
    /// form of the filters. Empty for contacts, which have a row each.
    pub fn list_rows(&self, width: u16) -> Vec<ListRow> {
        match self.overlays.last() {
            Some(Overlay::Welcome(_)) => self.choice_rows(&Choice::Region, width),
            Some(Overlay::Picker(choice, _)) => self.choice_rows(choice, width),
            Some(Overlay::Filters(_)) => {
                let value = |row| self.filter_value(row).words(self.messages());
                let rows = filters::Row::ALL.map(|row| (row.message_id(), value(row)));
                self.form_rows(&rows, width)
            }
            Some(Overlay::Settings(_)) => {
                let rows = Setting::ALL.map(|row| (row.message_id(), self.setting_value(row)));
                self.form_rows(&rows, width)
            }
            Some(Overlay::Page(..) | Overlay::Editor(_) | Overlay::OwnForm(_)) => Vec::new(),
            None => self.topic_rows(width),
        }
    }

    fn topic_rows(&self, width: u16) -> Vec<ListRow> {
        let Some(place) = self.tab.guide_place() else {
            return Vec::new();
        };
        let topics = &self.guides[place].topics;
        let mut rows = Vec::new();
        for (item, id) in topics.iter().enumerate() {
            if item > 0 && id.page != topics[item - 1].page {
                self.push_heading(&mut rows, id, width);
            }
            let outline = self.content.guide(self.language()).outline(id.page);
            let title = outline.title_of(&id.topic).unwrap_or_default();
            push_item(&mut rows, item, title, width);
        }
        rows
    }

    /// The title of a regional page, above its provinces.
    fn push_heading(&self, rows: &mut Vec<ListRow>, id: &TopicId, width: u16) {
        let heading = |text| ListRow {
            item: None,
            first: false,
            text,
        };
        rows.push(heading(String::new()));
        let title = self.content.guide(self.language()).outline(id.page).title;
        rows.extend(wrapped(title, width).into_iter().map(heading));
    }

    fn choice_rows(&self, choice: &Choice, width: u16) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let words = if choice.is_of_regions() {
            let items = 0..self.list_length();
            items.map(|item| self.region_in_words(item)).collect()
        } else {
            self.choices(choice)
        };
        for (item, words) in words.into_iter().enumerate() {
            push_item(&mut rows, item, &words, width);
        }
        rows
    }

    /// The rows of a form; where there is room, the values have a column of their own.
    fn form_rows(&self, form: &[(&str, String)], width: u16) -> Vec<ListRow> {
        let messages = self.messages();
        let names: Vec<String> = form.iter().map(|(name, _)| messages.text(name)).collect();
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let mut rows = Vec::new();
        for (item, ((_, value), name)) in form.iter().zip(&names).enumerate() {
            let text = if width < CARD_BESIDE - MARKER_WIDTH {
                format!("{name}{} {value}", messages.text("label-end"))
            } else {
                let gap = "\u{a0}".repeat(widest + 2 - name.width());
                format!("{name}{gap}{value}")
            };
            push_item(&mut rows, item, &text, width);
        }
        rows
    }

    /// The rows of an item, from and to, and how many rows the whole list has, for a list of that
    /// width.
    pub(super) fn item_rows(&self, item: usize, width: u16) -> (usize, usize, usize) {
        if self.overlays.is_empty() && self.tab.guide_place().is_none() {
            return (item, item + 1, self.list_length());
        }
        let rows = self.list_rows(width);
        let own = |row: &ListRow| row.item == Some(item);
        let start = rows.iter().position(own).unwrap_or(0);
        let end = rows.iter().rposition(own).map_or(start, |last| last + 1);
        (start, end, rows.len())
    }
}

fn push_item(rows: &mut Vec<ListRow>, item: usize, text: &str, width: u16) {
    for (place, text) in wrapped(text, width.saturating_sub(MARKER_WIDTH))
        .into_iter()
        .enumerate()
    {
        rows.push(ListRow {
            item: Some(item),
            first: place == 0,
            text,
        });
    }
}

fn wrapped(text: &str, width: u16) -> Vec<String> {
    if text.width() <= usize::from(width) {
        return vec![text.to_owned()];
    }
    let mut composer = Composer::new(width);
    composer.paragraph(0, vec![Piece::new(text, Role::Text)]);
    composer.finish().rows.iter().map(Row::text).collect()
}
