//! Selection of the best of many scored documents.

/// Greatest number of hits. The total still counts all matches.
pub const MOST: usize = 1000;

/// Document with its score in one number, ordered by descending score, then by ascending document
/// number. One number sorts faster than two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranked(u64);

impl Ranked {
    /// Joins the two. Scores are not negative, so their bits sort like the scores.
    pub fn new(score: f32, document: u32) -> Self {
        Self(u64::from(!score.to_bits()) << 32 | u64::from(document))
    }

    /// Returns the score.
    pub const fn score(self) -> f32 {
        f32::from_bits(!((self.0 >> 32) as u32))
    }

    /// Returns the document.
    #[expect(clippy::cast_possible_truncation, reason = "it is the lower half")]
    pub const fn document(self) -> u32 {
        self.0 as u32
    }
}

/// Best of many ranked documents; holds at most twice as many as wanted.
pub struct Best {
    /// Number of wanted documents.
    most: usize,
    /// Documents kept so far, in no order.
    pub kept: Vec<Ranked>,
    /// Last of the best so far: anything after it is dropped.
    last: Option<Ranked>,
    /// Number of offered documents.
    pub met: usize,
}

impl Best {
    /// Returns an empty list for `most` documents.
    pub const fn of(most: usize) -> Self {
        Self {
            most,
            kept: Vec::new(),
            last: None,
            met: 0,
        }
    }

    /// Lowers the number of wanted documents.
    #[inline]
    pub fn only(&mut self, most: usize) {
        if most < self.most {
            self.most = most;
            self.tidy();
        }
    }

    /// Returns true if a document with this score can still be among the best; any can until there
    /// are many.
    #[inline]
    pub fn may_take(&self, score: impl FnOnce() -> f32) -> bool {
        self.last.is_none_or(|last| score() >= last.score())
    }

    /// Adds a document, if it is better than the last of the best so far.
    #[inline]
    pub fn add(&mut self, ranked: Ranked) {
        if self.last.is_none_or(|last| ranked < last) {
            self.kept.push(ranked);
            self.tidy();
        }
    }

    /// Drops the rest once the buffer is full.
    fn tidy(&mut self) {
        if self.kept.len() >= 2 * self.most {
            self.keep();
            self.last = self.kept.last().copied();
        }
    }

    /// Keeps the best, with the last of them at the end.
    fn keep(&mut self) {
        if self.kept.len() > self.most {
            self.kept.select_nth_unstable(self.most - 1);
            self.kept.truncate(self.most);
        }
    }

    /// Returns the best in order.
    pub fn finish(mut self) -> Vec<Ranked> {
        self.keep();
        self.kept.sort_unstable();
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranked_documents_sort_by_score_then_by_number() {
        let mut ranked = [(0.0, 3), (0.5, 9), (2.0, 7), (0.5, 1)].map(|(score, document)| {
            let ranked = Ranked::new(score, document);
            assert!((ranked.score() - score).abs() < f32::EPSILON);
            assert_eq!(ranked.document(), document);
            ranked
        });
        ranked.sort_unstable();
        assert_eq!(ranked.map(Ranked::document), [7, 1, 9, 3]);
    }

    proptest! {
        #[test]
        fn best_keeps_the_first_of_the_sorted_documents(
            scores in prop::collection::vec(0u8..40, 0..200),
            most in 1usize..30,
            fewer in 1usize..30,
            from in 0usize..200,
        ) {
            let mut best = Best::of(most);
            let mut all = Vec::new();
            for (ranked, score) in scores.iter().enumerate() {
                if ranked == from {
                    best.only(fewer);
                }
                let ranked = Ranked::new(f32::from(*score), u32::try_from(ranked).unwrap());
                all.push(ranked);
                if best.may_take(|| f32::from(*score)) {
                    best.add(ranked);
                }
            }
            all.sort_unstable();
            all.truncate(if from < scores.len() { most.min(fewer) } else { most });
            prop_assert_eq!(best.finish(), all);
        }
    }
}
