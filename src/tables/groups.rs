//! Lists of numbers by index.

use super::stored;

/// Lists of numbers, concatenated: thousands of short lists are read at once.
#[derive(Debug, Default)]
pub struct Groups {
    numbers: Vec<u32>,
    /// Start of each list in `numbers`, and the end of the last one.
    starts: Vec<u32>,
}

stored!(Groups { numbers, starts });

impl<L: IntoIterator<Item = u32>> FromIterator<L> for Groups {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut groups = Self {
            numbers: Vec::new(),
            starts: vec![0],
        };
        for list in lists {
            groups.numbers.extend(list);
            groups.starts.push(super::length(groups.numbers.len()));
        }
        groups
    }
}

impl Groups {
    /// Returns the list with an index; empty if there is none.
    pub fn list(&self, index: u32) -> &[u32] {
        let bounds = self.starts.get(index as usize..).unwrap_or_default();
        let range = |[start, end]: &[u32; 2]| *start as usize..*end as usize;
        let numbers = bounds.first_chunk().map(range);
        numbers
            .and_then(|range| self.numbers.get(range))
            .unwrap_or_default()
    }

    /// Returns the heap size in bytes.
    pub const fn bytes(&self) -> usize {
        4 * (self.numbers.capacity() + self.starts.capacity())
    }
}
