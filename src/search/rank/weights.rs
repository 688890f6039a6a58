//! Weights of a query's words and of the postings in their lists.

use super::{Field, MatchKind, rarity};
use crate::search::index::Index;
use crate::search::index::lists::postings::Posting;
use crate::search::index::terms::to_u32;
use crate::search::query::word_match::{List, WordMatch};

/// Number of postings above which a prefix of one or two letters is looked up in names only.
const BROAD: u32 = 20_000;

/// Word with its weight and the cost of its scan.
pub struct WeighedWord<'n> {
    pub word_match: &'n WordMatch,
    pub bit: u16,
    pub rarity: f32,
    pub cost: u32,
    pub names_only: bool,
}

impl<'n> WeighedWord<'n> {
    pub fn of(index: &Index, word_match: &'n WordMatch, bit: u16) -> Self {
        let length = |list: &List| match list {
            List::Stored(list) => index.lists.count(*list..*list + 1),
            List::InAll(lists) => {
                let shortest = index.lists.shortest(lists);
                shortest.map_or(0, |list| index.lists.count(list..list + 1))
            }
            List::Inline(postings) => to_u32(postings.len()),
            List::Beginning(terms) => index.lists.count(terms.clone()),
        };
        let mut cost = 0;
        let mut best = (0.0, 0);
        let mut names_only = false;
        for source in &word_match.sources {
            let length = length(&source.list);
            cost += length;
            names_only |= matches!(source.list, List::Beginning(_))
                && word_match.word.text.len() <= 2
                && length > BROAD;
            let worth = source.kind.worth();
            if source.kind != MatchKind::WeakFilter && worth >= best.0 {
                let together = if worth > best.0 {
                    length
                } else {
                    best.1.max(length)
                };
                best = (worth, together);
            }
        }
        Self {
            word_match,
            bit,
            rarity: rarity(index.documents.count(), best.1),
            cost,
            names_only,
        }
    }
}

/// Weights of the postings of one list.
pub struct Weights {
    by_field: [f32; Field::COUNT],
    closeness: f32,
}

impl Weights {
    pub fn of(kind: MatchKind) -> Self {
        Self {
            by_field: kind.weights(),
            closeness: 1.0,
        }
    }

    pub const fn scaled(&self, closeness: f32) -> Self {
        Self { closeness, ..*self }
    }

    /// Returns the weight of a posting and the number of its field.
    #[inline]
    pub fn of_one(&self, posting: Posting) -> (f32, usize) {
        let field = posting.field();
        (self.by_field[field] * self.closeness, field)
    }
}
