//! Empty rows of the first page.

use super::COMPLETE;
use crate::app::state::App;
use crate::app::view::layout::ROOMY;

/// Rows outside of the list: the head, the field, the status and the footer.
const AROUND: usize = 5;
/// Number of headings of the page.
const HEADINGS: usize = 2;

/// Empty rows between the parts of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spacing {
    pub(super) below_field: usize,
    pub(super) above_calls: usize,
    pub(super) above_needs: usize,
}

impl Spacing {
    /// Distributes the rows that remain beside `items`: first one between two parts, then one below
    /// the field, then a second one between the parts.
    pub(super) fn of(app: &App, items: usize) -> Self {
        if app.size.width < COMPLETE || app.size.height < ROOMY {
            return Self::default();
        }
        let around = AROUND + usize::from(app.preferences.reader);
        let height = usize::from(app.size.height);
        let spare = height.saturating_sub(around + HEADINGS + items);
        let at_least = |rows: usize| usize::from(spare >= rows);
        Self {
            above_calls: at_least(1) + at_least(4),
            above_needs: at_least(2) + at_least(5),
            below_field: at_least(3),
        }
    }
}
