//! Positions in a list, and in a text longer than the screen.

/// Direction of a step among items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the item before.
    Previous,
    /// To the item after.
    Next,
}

impl Direction {
    /// Returns the index after a step among `count` items; after the last comes the first.
    pub const fn step(self, index: usize, count: usize) -> usize {
        match (self, index) {
            (Self::Previous, 0) => count.saturating_sub(1),
            (Self::Previous, _) => index - 1,
            (Self::Next, _) if index + 1 < count => index + 1,
            (Self::Next, _) => 0,
        }
    }

    /// Returns the value after a step from another; from an unknown one, the step begins at the first.
    /// `None` without values.
    pub fn step_from<'v, T: PartialEq>(self, value: &T, values: &'v [T]) -> Option<&'v T> {
        let index = values.iter().position(|one| one == value).unwrap_or(0);
        values.get(self.step(index, values.len()))
    }
}

/// Selected item of a list, and first row of its window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Focused item.
    pub selected: usize,
    /// First visible row.
    pub top: usize,
}

impl Listing {
    /// Creates a list with its window at the start.
    pub const fn at(selected: usize) -> Self {
        Self { selected, top: 0 }
    }

    /// Moves the selection by a number of items, within the list.
    pub fn step(&mut self, by: isize, items: usize) {
        let last = items.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Moves the selection by one item; after the last comes the first.
    pub fn walk(&mut self, direction: Direction, items: usize) {
        let selected = self.selected.min(items.saturating_sub(1));
        self.selected = direction.step(selected, items);
    }

    /// Scrolls these rows of the selected item into a window of this height. At an edge the window
    /// moves by half its height: scrolling row by row would repaint every row at each step, which
    /// is visible on a slow link.
    pub fn show(&mut self, start: usize, end: usize, height: usize, rows: usize) {
        let height = height.max(1);
        if start < self.top {
            self.top = start.saturating_sub(height / 2);
        } else if end > self.top + height {
            self.top = start
                .saturating_sub(height / 2)
                .max(end.saturating_sub(height));
        }
        // Of a tall item, the start is visible.
        self.top = self.top.min(start).min(rows.saturating_sub(height));
        if start < self.top {
            self.top = start;
        }
    }
}

/// Position in a text: the row at the top, and the focused link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// First visible row.
    pub top: usize,
    /// Focused link.
    pub link: Option<usize>,
    /// Paragraph that was found last; `None` after another movement.
    pub found: Option<Found>,
}

/// Paragraph to which the worker was led, marked in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its number in the document.
    pub block: usize,
    /// Position in it, in thousandths of its rows.
    pub into: usize,
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
