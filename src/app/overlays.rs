//! What stands above the choices of an overlay.

use super::document::{Composer, Document, Piece, Role};
use super::layout::{Area, Layout};
use super::state::{App, Choice, Overlay};
use crate::i18n::{Language, Messages};

impl App {
    /// The words above the rows of the topmost overlay, for a width.
    pub fn overlay_head(&self, width: u16) -> Document {
        let mut composer = Composer::new(width, None);
        let messages = self.messages();
        let mut line =
            |text: String, role: Role| composer.paragraph(0, vec![Piece::new(text, role)]);
        match self.overlays.last() {
            Some(Overlay::Welcome(_)) => {
                line(messages.text("welcome-title"), Role::Title);
                line(self.language_choice(), Role::Text);
                line(messages.text("welcome-region"), Role::Heading);
            }
            Some(Overlay::Picker(choice, _)) => line(messages.text(title(*choice)), Role::Title),
            Some(Overlay::Filters(_)) => {
                line(messages.text("filters-title"), Role::Title);
                let found =
                    messages.format("found", &[("count", self.directory.hits.hits.len().into())]);
                line(found, Role::Text);
            }
            Some(Overlay::Page(..)) | None => {}
        }
        composer.blank();
        let mut head = composer.finish();
        // A low screen needs its rows for the choices.
        if !head.rows.is_empty() && self.size.height >= super::layout::ROOMY {
            head.rows.push(super::document::Row::default());
        }
        head
    }

    /// Both languages, each in its own words, the chosen one marked.
    fn language_choice(&self) -> String {
        let name = |language: Language| {
            let name = Messages::of(language).text("language-own-name");
            if language == self.language {
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
}

/// Id of the message above a list to choose from.
const fn title(choice: Choice) -> &'static str {
    match choice {
        Choice::Region => "region-title",
        Choice::Category => "filter-category",
        Choice::FilterRegion => "filter-region",
        Choice::Language => "filter-language",
        Choice::Audience => "filter-audience",
    }
}
