//! Text above the footer beside the number of rows below a list.

use unicode_width::UnicodeWidthStr;

use super::Foot;
use super::layout::Layout;
use crate::app::state::App;
use crate::document::Role;

/// Columns between the text and the number of rows below.
const GAP: usize = 2;

impl App {
    /// Returns the longest of these texts, longest first, that fits into the row above the footer
    /// beside the number of rows below the list; `None` if none does. No text is cut.
    pub(in crate::app) fn foot_beside_list(
        &self,
        layout: &Layout,
        texts: &[String],
    ) -> Option<Foot> {
        let below = self.words_below(layout);
        let taken = below.map_or(0, |words| words.width() + GAP);
        let room = usize::from(layout.notice.width).saturating_sub(taken + 1);
        let text = texts.iter().find(|text| text.width() < room)?;
        Some(Foot::clipped(text.clone(), Role::Muted))
    }

    /// Returns the number of rows below the list over the tab, in words; `None` at its end.
    fn words_below(&self, layout: &Layout) -> Option<String> {
        let area = self.overlay_area(layout.body);
        let rows = self.list_rows(area.width).len();
        let top = self.screen().listing().map_or(0, |listing| listing.top);
        let below = rows.saturating_sub(top + usize::from(self.list_height(area)));
        let count = [("count", below.into())];
        (below > 0).then(|| self.messages().format("rows-below", &count))
    }
}
