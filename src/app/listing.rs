//! Where the worker is in a list, and in something longer than the screen.

/// The selected item of a list, and the row at the top of its window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The item that has the focus.
    pub selected: usize,
    /// The row shown first.
    pub top: usize,
}

impl Listing {
    /// A list whose window begins at its start.
    pub const fn at(selected: usize) -> Self {
        Self { selected, top: 0 }
    }

    /// Moves the selection by that many items, never past the ends.
    pub fn step(&mut self, by: isize, items: usize) {
        let last = items.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Moves the selection by one item; behind the last comes the first.
    pub fn walk(&mut self, down: bool, items: usize) {
        let items = items.max(1);
        let by = if down { 1 } else { items - 1 };
        self.selected = (self.selected.min(items - 1) + by) % items;
    }

    /// Brings these rows of the selected item into a window of that height. At an edge the window
    /// jumps by half its height: scrolling row by row repaints every row at each step,
    /// which a slow link shows.
    pub fn show(&mut self, start: usize, end: usize, height: usize, rows: usize) {
        let height = height.max(1);
        if start < self.top {
            self.top = start.saturating_sub(height / 2);
        } else if end > self.top + height {
            self.top = start
                .saturating_sub(height / 2)
                .max(end.saturating_sub(height));
        }
        // A tall item shows its start.
        self.top = self.top.min(start).min(rows.saturating_sub(height));
        if start < self.top {
            self.top = start;
        }
    }
}

/// Where the worker is in a text: the row at the top, and the link that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// The row shown first.
    pub top: usize,
    /// The link that has the focus.
    pub link: Option<usize>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn at_the_edge_the_window_jumps_by_half() {
        let mut listing = Listing {
            selected: 10,
            top: 0,
        };
        listing.show(10, 11, 10, 100);
        assert_eq!(listing.top, 5);
        listing.show(11, 12, 10, 100);
        assert_eq!(listing.top, 5, "and then it rests");
    }

    proptest! {
        #[test]
        fn the_selected_row_is_always_in_the_window(rows in 1_usize..200, height in 0_usize..40, top in 0_usize..300, start in 0_usize..200) {
            let start = start % rows;
            let mut listing = Listing { selected: start, top };
            listing.show(start, start + 1, height, rows);
            prop_assert!(listing.top <= start && start < listing.top + height.max(1));
        }
    }
}
