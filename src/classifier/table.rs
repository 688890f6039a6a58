//! Table of weights, read in place.

use std::borrow::Cow;
use std::ops::Range;

use super::features::Words;
use super::format::{self, BUCKETS, HEAD, KNOWN, MEMORIZED_ENTRY};

/// Greatest number of classes.
pub const MOST_CLASSES: usize = 64;

/// Score of each class.
pub type Scores = [f32; MOST_CLASSES];

/// Trained weights; the layout is documented in `format`.
#[derive(Debug)]
pub struct Table {
    bytes: Cow<'static, [u8]>,
    /// Number of classes; the last one stands for none of the others.
    pub classes: usize,
    step: f32,
    bias: Scores,
    memorized: Range<usize>,
    ends: Range<usize>,
}

/// Entry of a feature.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// True if the feature is a whole word of a phrase.
    is_known_word: bool,
    entries: &'a [u8],
}

/// Feature of a text that the table has.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'a> {
    /// Its entry.
    pub found: Found<'a>,
    /// Weight, divided by the length of the vector of the whole text.
    pub value: f32,
    /// Index of its word; of a pair, of the first.
    pub word: usize,
}

impl Table {
    /// Reads a table with this number of classes; `None` if it is damaged.
    pub fn read(bytes: Cow<'static, [u8]>, classes: usize) -> Option<Self> {
        let step = number(&bytes, 0).map(f32::from_le_bytes)?;
        let mut bias = [0.0; MOST_CLASSES];
        for class in 0..classes {
            *bias.get_mut(class)? = f32::from_le_bytes(number(&bytes, 4 + 4 * class)?);
        }
        let start = 4 + 4 * classes;
        let count = size(&bytes, start)?;
        let memorized = start + 4..start + 4 + count.checked_mul(MEMORIZED_ENTRY)?;
        let ends = memorized.end..memorized.end + 4 * BUCKETS;
        let last = size(&bytes, ends.end - 4)?;
        (bytes.len() == ends.end + last).then_some(Self {
            bytes,
            classes,
            step,
            bias,
            memorized,
            ends,
        })
    }

    /// Returns the index of the last class, which stands for none of the others.
    pub const fn none(&self) -> usize {
        self.classes - 1
    }

    /// Returns the features of a text that the table has, each with its value in the text.
    pub fn weigh(&self, words: &Words) -> Vec<Weighed<'_>> {
        let (features, length) = words.features();
        let mut weighed = Vec::with_capacity(features.len());
        weighed.extend(features.iter().filter_map(|feature| {
            Some(Weighed {
                found: self.find(feature.hash)?,
                value: feature.weight / length,
                word: feature.word,
            })
        }));
        weighed
    }

    /// Returns the share of each class in a text (softmax).
    pub fn shares(&self, weighed: &[Weighed<'_>]) -> Scores {
        let mut sums = [0.0; MOST_CLASSES];
        for feature in weighed {
            self.add(*feature, &mut sums);
        }
        self.shares_of(sums)
    }

    /// Adds the weights of a feature to the sums of the classes.
    pub fn add(&self, feature: Weighed<'_>, sums: &mut Scores) {
        for (class, weight) in self.weights(feature.found) {
            sums[class] += feature.value * weight;
        }
    }

    /// Returns the class with the greatest share for these sums of weights.
    pub fn likeliest(&self, sums: &Scores) -> usize {
        let score = |class: &usize| sums[*class] + self.bias[*class];
        let classes = 0..self.classes;
        classes
            .max_by(|a, b| score(a).total_cmp(&score(b)))
            .unwrap_or_default()
    }

    /// Returns the share of each class for these sums of weights.
    pub fn shares_of(&self, sums: Scores) -> Scores {
        let mut scores = sums;
        std::iter::zip(&mut scores, self.bias).for_each(|(score, bias)| *score += bias);
        let classes = &mut scores[..self.classes];
        let highest = classes.iter().copied().fold(f32::MIN, f32::max);
        for score in &mut *classes {
            *score = (*score - highest).exp();
        }
        let sum: f32 = classes.iter().sum();
        for share in classes {
            *share /= sum;
        }
        scores
    }

    /// Returns true if any phrase has that word.
    pub fn knows(&self, words: &Words, word: usize) -> bool {
        let found = self.find(words.hash(word));
        found.is_some_and(|found| found.is_known_word)
    }

    /// Returns the entry of the feature with this hash.
    fn find(&self, hash: u32) -> Option<Found<'_>> {
        let bucket = format::bucket(hash);
        let end = |bucket: usize| size(&self.bytes, self.ends.start + 4 * bucket);
        let from = bucket.checked_sub(1).map_or(Some(0), end)?;
        let features = self.bytes.get(self.ends.end..)?;
        let mut rest = features.get(from..end(bucket)?)?;
        while let Some((head, after)) = rest.split_at_checked(HEAD) {
            let (entries, next) = after.split_at_checked(2 * usize::from(head[2] & !KNOWN))?;
            if head[..2] == format::tag(hash) {
                let is_known_word = head[2] & KNOWN != 0;
                return Some(Found {
                    is_known_word,
                    entries,
                });
            }
            rest = next;
        }
        None
    }

    /// Returns the weights of a feature: class and weight.
    pub fn weights(&self, found: Found<'_>) -> impl Iterator<Item = (usize, f32)> {
        let step = self.step;
        let entries = found.entries.chunks_exact(2);
        entries.map(move |entry| {
            let steps = i8::from_le_bytes([entry[1]]);
            (
                usize::from(entry[0]) % MOST_CLASSES,
                f32::from(steps) * step,
            )
        })
    }

    /// Returns the classes of a memorized text, the more likely first: an ambiguous text, or one for
    /// which the weights are wrong.
    pub fn memorized(&self, hash: u32) -> Option<impl Iterator<Item = usize>> {
        let entries = self.bytes.get(self.memorized.clone())?;
        let count = entries.len() / MEMORIZED_ENTRY;
        let entry =
            |index: usize| entries.get(index * MEMORIZED_ENTRY..(index + 1) * MEMORIZED_ENTRY);
        let hash_at = |index: usize| entry(index).and_then(|entry| number(entry, 0));
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if u32::from_le_bytes(hash_at(middle)?) < hash {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let entry = entry(low)?;
        let is_it = u32::from_le_bytes(number(entry, 0)?) == hash;
        let classes = entry[4..].iter();
        let classes = classes.filter(|class| **class != format::NOTHING);
        is_it.then(|| classes.map(|class| usize::from(*class)))
    }
}

fn number(bytes: &[u8], index: usize) -> Option<[u8; 4]> {
    bytes.get(index..index.checked_add(4)?)?.try_into().ok()
}

fn size(bytes: &[u8], index: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(number(bytes, index)?)).ok()
}
