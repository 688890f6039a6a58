//! What lies over a tab until it is left, and the words above its rows.

use super::editor::Editor;
use super::layout::{Area, Layout};
use super::listing::{Listing, Reader};
use super::own_form::OwnForm;
use super::state::App;
use crate::document::{Composer, Document, Piece, Role};
use crate::guide::TopicId;
use crate::i18n::{Language, Messages};

/// Something that lies over the tab until it is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The first run: language and region.
    Welcome(Listing),
    /// A page to read.
    Page(PageKind, Reader),
    /// The form of the filters.
    Filters(Listing),
    /// The settings.
    Settings(Listing),
    /// A list to choose one thing from.
    Picker(Choice, Listing),
    /// One line to write.
    Editor(Editor),
    /// A contact of the worker's own.
    OwnForm(OwnForm),
}

/// What a page over the tab shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The keys.
    Help,
    /// The field's terms in both languages.
    Glossary,
    /// One of these terms, by its place in the glossary.
    Term(usize),
    /// A number alone, large.
    Number(String),
    /// A number or an address as a code to scan.
    Code(String),
    /// A contact's card.
    Card(String),
    /// A topic in both languages.
    TopicInBoth(TopicId),
    /// A contact's card in both languages.
    CardInBoth(String),
    /// Where a contact's facts come from.
    ContactSources(String),
    /// Where a topic's points come from.
    TopicSources(TopicId),
}

/// What is chosen from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Where the worker works.
    Region,
    /// How the screen looks.
    Theme,
    /// After how many minutes without a key the screen is covered.
    Idle,
    /// The filter on the category.
    Category,
    /// The filter on the region.
    FilterRegion,
    /// The filter on the language spoken.
    Language,
    /// The filter on who is served.
    Audience,
    /// The filter of the bookmarks on a label.
    Label,
    /// What she found when she called that contact.
    Mark(String),
    /// The category of a contact of her own.
    OwnCategory,
    /// The region of a contact of her own.
    OwnRegion,
    /// What to do with that many copies of her list that a sync tool left beside it.
    Conflicts(usize),
}

fn line(composer: &mut Composer, text: String, role: Role) {
    composer.paragraph(0, vec![Piece::new(text, role)]);
}

impl App {
    /// The words above the rows of the topmost overlay, for a width.
    pub fn overlay_head(&self, width: u16) -> Document {
        let mut composer = Composer::new(width);
        let messages = self.messages();
        match self.overlays.last() {
            Some(Overlay::Welcome(_)) => {
                if self.size.height >= super::layout::ROOMY {
                    // A low screen needs its rows for the map.
                    line(&mut composer, messages.text("welcome-title"), Role::Title);
                }
                line(&mut composer, self.language_choice(), Role::Text);
                line(
                    &mut composer,
                    messages.text("welcome-region"),
                    Role::Heading,
                );
            }
            Some(Overlay::Picker(choice, _)) => {
                line(&mut composer, self.choice_title(choice), Role::Title);
            }
            Some(Overlay::Filters(_)) => {
                line(&mut composer, messages.text("filters-title"), Role::Title);
                let found =
                    messages.format("found", &[("count", self.directory.hits.total.into())]);
                line(&mut composer, found, Role::Text);
                if !self.directory.hits.query_filters.is_empty() {
                    let filters = [("filters", self.chip_words().into())];
                    let text = messages.format("filters-also-by-words", &filters);
                    line(&mut composer, text, Role::Text);
                }
            }
            Some(Overlay::Settings(_)) => {
                line(&mut composer, messages.text("settings-title"), Role::Title);
            }
            Some(Overlay::Editor(editor)) => editor.head(self, width, &mut composer),
            Some(Overlay::OwnForm(form)) => form.head(self, &mut composer),
            Some(Overlay::Page(..)) | None => {}
        }
        let a_list = !matches!(
            self.overlays.last(),
            Some(Overlay::Editor(_) | Overlay::OwnForm(_) | Overlay::Page(..)) | None
        );
        if !self.called.is_empty() {
            let typed = [("text", self.typed.as_str().into())];
            line(
                &mut composer,
                messages.format("region-typed", &typed),
                Role::Text,
            );
        }
        if self.preferences.reader && a_list {
            line(&mut composer, self.place_in_list(), Role::Heading);
        }
        composer.blank();
        let mut head = composer.finish();
        // A low screen needs its rows for the choices.
        if !head.rows.is_empty() && self.size.height >= super::layout::ROOMY {
            head.rows.push(crate::document::Row::default());
        }
        head
    }

    /// Both languages, each in its own words, the chosen one marked.
    fn language_choice(&self) -> String {
        let name = |language: Language| {
            let name = Messages::of(language).text("language-own-name");
            if language == self.language() {
                format!(">{name}<")
            } else {
                format!(" {name} ")
            }
        };
        format!("{} {}", name(Language::En), name(Language::Fr))
    }

    /// The rows that the list with the keys has on the screen.
    pub fn list_height(&self, area: Area) -> u16 {
        if self.overlays.is_empty() {
            return area.height;
        }
        let head = self.overlay_head(area.width).rows.len();
        let head = u16::try_from(head).unwrap_or(u16::MAX);
        area.height.saturating_sub(head).max(1).min(area.height)
    }

    /// Where the list stands that has the keys.
    pub(super) fn list_area(&self, layout: &Layout) -> Area {
        if self.overlays.is_empty() {
            layout.list.unwrap_or(layout.body)
        } else {
            self.overlay_area(layout.body)
        }
    }

    /// The part of the body that an overlay takes: a column is kept free at both sides.
    pub fn overlay_area(&self, body: Area) -> Area {
        Area {
            x: body.x + 1,
            width: body.width.saturating_sub(2),
            ..body
        }
    }

    /// Whether what is read is on the screen: a page, or what stands beside a list.
    pub fn shows_reader(&self) -> bool {
        match self.overlays.last() {
            Some(overlay) => matches!(overlay, Overlay::Page(..)),
            None => true,
        }
    }

    /// The words above a list to choose from.
    fn choice_title(&self, choice: &Choice) -> String {
        let messages = self.messages();
        messages.text(match choice {
            Choice::Region => "region-title",
            Choice::Theme => "setting-theme",
            Choice::Idle => "setting-idle",
            Choice::Category | Choice::OwnCategory => "filter-category",
            Choice::FilterRegion | Choice::OwnRegion => "filter-region",
            Choice::Language => "filter-language",
            Choice::Audience => "filter-audience",
            Choice::Label => "filter-label",
            Choice::Conflicts(count) => {
                return messages.format("conflicts-title", &[("count", (*count).into())]);
            }
            Choice::Mark(id) => {
                return messages.format("called-title", &[("name", self.name_of(id).into())]);
            }
        })
    }
}
