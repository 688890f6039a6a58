//! Edit distance between a typed word and a known one: insertions, deletions, substitutions and
//! transpositions of neighbours (optimal string alignment).

/// Returns the number of edits allowed for a typed word of that many letters: none below 4, one in
/// 4 to 7, two in a longer one.
pub const fn forgiven(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Returns false if a short typed word begins too differently from the known one. In words of up to
/// five letters the first letter is the most reliable, and is misplaced only by a transposition
/// with the second (*bites* is not *dites*).
pub fn begins_alike(typed: &str, known: &str) -> bool {
    let first_two = |word: &str| {
        let mut letters = word.chars();
        (letters.next(), letters.next())
    };
    let (typed_first, typed_second) = first_two(typed);
    let (known_first, known_second) = first_two(known);
    typed.chars().count() > 5
        || typed_first == known_first
        || (typed_first == known_second && typed_second == known_first)
}

/// Returns true if two words are anagrams.
pub fn same_letters(typed: &str, known: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(typed) == sorted(known)
}

/// The longest typed word for which edits are counted.
pub const LONGEST: usize = 40;

/// Rows of the distance table, one for each letter of the known word. Known words that share a
/// prefix share its rows, so that walking a sorted list of words is walking a trie. Only cells near
/// the diagonal are computed; all others exceed the limit.
#[derive(Debug)]
pub struct Rows {
    typed: Vec<char>,
    limit: u8,
    table: Vec<Row>,
    known: Vec<char>,
}

/// `cells[j]` is the distance between the known word so far and the first `j` typed letters.
#[derive(Clone, Copy, Debug)]
struct Row {
    cells: [u8; LONGEST + 1],
    /// The minimum of the cells.
    least: u8,
    /// The minimum distance between the whole typed word and any prefix of the known word so far.
    nearest: u8,
}

/// Greater than any limit, without a risk of overflow.
const FAR: u8 = 100;

impl Rows {
    /// Creates the table of a typed word; `None` if the word is too long or no edit is allowed.
    pub fn new(typed: &str, limit: u8) -> Option<Self> {
        let typed: Vec<char> = typed.chars().collect();
        if typed.len() > LONGEST || limit == 0 {
            return None;
        }
        let mut cells = [FAR; LONGEST + 1];
        for (column, cell) in cells.iter_mut().enumerate() {
            *cell = u8::try_from(column).unwrap_or(FAR);
        }
        let first = Row {
            cells,
            least: 0,
            nearest: FAR,
        };
        let mut table = Vec::with_capacity(LONGEST);
        table.push(first);
        Some(Self {
            typed,
            limit,
            table,
            known: Vec::with_capacity(LONGEST),
        })
    }

    /// Truncates the table to the prefix shared with the next known word.
    pub fn back_to_shared(&mut self, word: &str) {
        let shared = self
            .known
            .iter()
            .zip(word.chars())
            .take_while(|(a, b)| *a == b);
        let shared = shared.count();
        self.known.truncate(shared);
        self.table.truncate(shared + 1);
    }

    /// Returns the number of letters of the known word that have rows.
    pub fn depth(&self) -> usize {
        self.known.len()
    }

    /// Adds a letter of the known word; returns false if no word with this prefix can be within the
    /// limit.
    pub fn push(&mut self, letter: char) -> bool {
        let depth = self.known.len();
        let above = &self.table[depth];
        let two_above = depth.checked_sub(1).map(|row| &self.table[row].cells);
        let before = self.known.last().copied();
        let mut cells = [FAR; LONGEST + 1];
        let band = usize::from(self.limit);
        let first = (depth + 1).saturating_sub(band).max(1);
        let end = (depth + 1 + band).min(self.typed.len());
        cells[0] = u8::try_from(depth + 1).map_or(FAR, |edits| edits.min(FAR));
        let mut least = cells[0];
        for column in first..=end {
            let typed = self.typed[column - 1];
            let wrong = above.cells[column - 1] + u8::from(typed != letter);
            let mut cell = wrong
                .min(above.cells[column] + 1)
                .min(cells[column - 1] + 1);
            if let Some(two_above) = two_above
                && column > 1
                && Some(typed) == before
                && self.typed[column - 2] == letter
            {
                cell = cell.min(two_above[column - 2] + 1);
            }
            cells[column] = cell.min(FAR);
            least = least.min(cell);
        }
        let (above_least, above_nearest) = (above.least, above.nearest);
        let nearest = above_nearest.min(cells[self.typed.len()]);
        self.known.push(letter);
        self.table.push(Row {
            cells,
            least,
            nearest,
        });
        // A transposition reaches back two rows, so that a row beyond the limit may be skipped by
        // the next one.
        least <= self.limit || above_least < self.limit
    }

    /// Returns the distance to the whole known word; `None` beyond the limit.
    pub fn whole(&self) -> Option<u8> {
        let distance = self.table[self.known.len()].cells[self.typed.len()];
        (distance <= self.limit).then_some(distance)
    }

    /// Returns the distance to the nearest prefix of the known word; `None` beyond the limit.
    pub fn beginning(&self) -> Option<u8> {
        let distance = self.table[self.known.len()].nearest;
        (distance <= self.limit).then_some(distance)
    }
}

/// Returns the distance of two whole words; `None` beyond the limit.
#[cfg(test)]
pub fn distance(typed: &str, known: &str, limit: u8) -> Option<u8> {
    let mut rows = Rows::new(typed, limit)?;
    known
        .chars()
        .all(|letter| rows.push(letter))
        .then(|| rows.whole())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_slip_of_the_hand_is_one_edit() {
        for (typed, known, edits) in [
            ("halifx", "halifax", Some(1)),
            ("halifaxx", "halifax", Some(1)),
            ("halivax", "halifax", Some(1)),
            ("hlep", "help", Some(1)),
            ("joruney", "journey", Some(1)),
            ("resorative", "restorative", Some(1)),
            ("iqualuit", "iqaluit", Some(1)),
            ("kamatsiaktut", "kamatsiaqtut", Some(1)),
            ("halifax", "halifax", Some(0)),
            ("hlaifxa", "halifax", Some(2)),
            ("montreal", "toronto", None),
        ] {
            assert_eq!(distance(typed, known, 2), edits, "{typed} {known}");
        }
    }

    #[test]
    fn short_words_forgive_nothing() {
        assert_eq!([3, 4, 7, 8].map(forgiven), [0, 1, 1, 2]);
    }

    #[test]
    fn a_short_word_must_share_its_first_letter() {
        for (typed, known, meant) in [
            ("bites", "dites", false),
            ("ronge", "longer", false),
            ("nova", "noav", true),
            ("elgal", "legal", true),
            ("jelter", "shelter", true),
        ] {
            assert_eq!(begins_alike(typed, known), meant, "{typed} {known}");
        }
        assert!(same_letters("pmip", "pimp") && !same_letters("flin", "flic"));
    }

    /// The definition, without bounds or shared rows.
    fn plain(a: &[char], b: &[char]) -> u8 {
        match (a, b) {
            ([], rest) | (rest, []) => u8::try_from(rest.len()).unwrap(),
            ([a_rest @ .., a_last], [b_rest @ .., b_last]) => {
                let mut least = (plain(a_rest, b) + 1)
                    .min(plain(a, b_rest) + 1)
                    .min(plain(a_rest, b_rest) + u8::from(a_last != b_last));
                if let ([a_most @ .., a_before], [b_most @ .., b_before]) = (a_rest, b_rest)
                    && a_last == b_before
                    && a_before == b_last
                {
                    least = least.min(plain(a_most, b_most) + 1);
                }
                least
            }
        }
    }

    proptest! {
        #[test]
        fn bounded_distance_is_the_plain_one(a in "[abc]{0,6}", b in "[abc]{0,6}", limit in 1u8..3) {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let expected = plain(&letters(&a), &letters(&b));
            prop_assert_eq!(distance(&a, &b, limit), (expected <= limit).then_some(expected));
        }
    }
}
