//! Training of the weights: counts first, then a few passes over the examples.

use std::collections::HashMap;

use super::corpus::{Example, Random};
use super::features::Words;
use super::format::IN_DOUBT;

/// Least number of examples of a feature that is kept.
const FEWEST: u32 = 2;

/// Number added to each count.
const SMOOTHING: f32 = 0.1;

/// Weight of the counts of a need itself, relative to those of all others.
const OWN_COUNTS: f32 = 0.3;

/// Number of passes over all examples.
const ROUNDS: usize = 5;

/// Learning rate; it decreases with the sum of a weight's changes (Adagrad).
const STEP: f32 = 0.3;

/// Initial value of that sum.
const CALM: f32 = 0.01;

/// Greatest error of a share that is not corrected.
const NEAR_ENOUGH: f32 = 0.002;

/// Trained weights.
pub struct Model {
    /// Hashes of the features, each with a row of weights.
    pub features: Vec<u32>,
    /// For each feature, a weight for each class, one row after the other.
    pub weights: Vec<f32>,
    /// Weight of each class without any feature.
    pub bias: Vec<f32>,
    /// For each feature, the number of examples that have it.
    pub counts: Vec<u32>,
}

/// Example as the rows of its features with their values.
struct Sample<'a> {
    rows: Vec<(usize, f32)>,
    shares: &'a [(usize, f32)],
}

/// Trains on the examples. The last class is "no need".
pub fn train(examples: &[Example], classes: usize) -> Model {
    let texts: Vec<Vec<(u32, f32)>> = examples.iter().map(|one| values(&one.text)).collect();
    let (features, counts): (Vec<u32>, Vec<u32>) = kept(&texts).into_iter().unzip();
    let rows: HashMap<u32, usize> = features.iter().copied().zip(0..).collect();
    let samples: Vec<Sample<'_>> = std::iter::zip(&texts, examples)
        .map(|(text, example)| Sample {
            rows: text
                .iter()
                .filter_map(|(hash, value)| Some((*rows.get(hash)?, *value)))
                .collect(),
            shares: &example.shares,
        })
        .collect();
    let weights = counted(&samples, features.len(), classes);
    let bias = vec![0.0; classes];
    let mut model = Model {
        features,
        weights,
        bias,
        counts,
    };
    model.mend(&samples);
    model.prune();
    model
}

fn values(text: &str) -> Vec<(u32, f32)> {
    let (features, length) = Words::of(text).features();
    features
        .iter()
        .map(|feature| (feature.hash, feature.weight / length))
        .collect()
}

/// Returns the features of enough examples, in order, with the number of their examples.
fn kept(texts: &[Vec<(u32, f32)>]) -> Vec<(u32, u32)> {
    let mut counts: HashMap<u32, (u32, usize)> = HashMap::new();
    for (text, features) in texts.iter().enumerate() {
        for (hash, _) in features {
            let (count, last) = counts.entry(*hash).or_insert((0, usize::MAX));
            *count += u32::from(*last != text);
            *last = text;
        }
    }
    let often = counts
        .into_iter()
        .filter(|(_, (count, _))| *count >= FEWEST);
    let mut kept: Vec<(u32, u32)> = often.map(|(hash, (count, _))| (hash, count)).collect();
    kept.sort_unstable();
    kept
}

/// Returns the weights of a complement naive Bayes model of the needs; "no need" has none yet.
fn counted(samples: &[Sample<'_>], features: usize, classes: usize) -> Vec<f32> {
    let needs = classes - 1;
    let mut counts = vec![0.0_f32; features * classes];
    let mut of_class = vec![0.0_f32; classes];
    for sample in samples {
        for (class, share) in sample.shares.iter().filter(|(class, _)| *class < needs) {
            for (row, value) in &sample.rows {
                counts[row * classes + class] += share * value;
                of_class[*class] += share * value;
            }
        }
    }
    let all: f32 = of_class.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "some ten thousand features")]
    let added = SMOOTHING * features as f32;
    for row in counts.chunks_mut(classes) {
        let of_row: f32 = row[..needs].iter().sum();
        if of_row == 0.0 {
            continue;
        }
        for (weight, total) in std::iter::zip(&mut row[..needs], &of_class) {
            let others = (of_row - *weight + SMOOTHING) / (all - total + added);
            let own = (*weight + SMOOTHING) / (total + added);
            *weight = OWN_COUNTS * own.ln() - others.ln();
        }
        #[expect(clippy::cast_precision_loss, reason = "fewer than 64 needs")]
        let mean = row[..needs].iter().sum::<f32>() / needs as f32;
        for weight in &mut row[..needs] {
            *weight -= mean;
        }
    }
    counts
}

impl Model {
    /// Trains a softmax regression, one example at a time.
    fn mend(&mut self, samples: &[Sample<'_>]) {
        let classes = self.bias.len();
        let mut moved = vec![CALM; self.weights.len()];
        let mut bias_moved = vec![1.0; classes];
        let mut order: Vec<usize> = (0..samples.len()).collect();
        let mut random = Random(88_172_645_463_325_252);
        for _ in 0..ROUNDS {
            for place in (1..order.len()).rev() {
                order.swap(place, random.below(place + 1));
            }
            for sample in order.iter().map(|place| &samples[*place]) {
                let wrong = self.wrong(sample);
                let wrong = wrong.as_slice();
                for (class, error) in wrong {
                    let bias = &mut bias_moved[*class];
                    *bias += error * error;
                    self.bias[*class] -= STEP * 0.3 * error / bias.sqrt();
                }
                for (row, value) in &sample.rows {
                    let start = row * classes;
                    let weights = &mut self.weights[start..start + classes];
                    let moved = &mut moved[start..start + classes];
                    let mut place = 0;
                    while place < wrong.len() {
                        let (class, error) = wrong[place];
                        let slope = error * value;
                        moved[class] += slope * slope;
                        weights[class] -= STEP * slope / moved[class].sqrt();
                        place += 1;
                    }
                }
            }
        }
    }

    /// Returns the classes with a wrong share, and the error.
    fn wrong(&self, sample: &Sample<'_>) -> Vec<(usize, f32)> {
        let mut shares = self.shares(&sample.rows);
        for (class, share) in sample.shares {
            shares[*class] -= share;
        }
        let errors = shares.into_iter().enumerate();
        errors
            .filter(|(_, error)| error.abs() > NEAR_ENOUGH)
            .collect()
    }

    /// Returns the share of each class in a text with these features.
    fn shares(&self, rows: &[(usize, f32)]) -> Vec<f32> {
        let classes = self.bias.len();
        let mut shares = self.bias.clone();
        for (row, value) in rows {
            let weights = &self.weights[row * classes..(row + 1) * classes];
            let shares = shares.as_mut_slice();
            // Simplest form of the loop: build scripts are not optimized, and most of their time is
            // spent here.
            let mut class = 0;
            while class < classes {
                shares[class] += value * weights[class];
                class += 1;
            }
        }
        let highest = shares.iter().copied().fold(f32::MIN, f32::max);
        for share in &mut shares {
            *share = (*share - highest).exp();
        }
        let sum: f32 = shares.iter().sum();
        for share in &mut shares {
            *share /= sum;
        }
        shares
    }

    /// Returns the recognized class of a text: "no need" in doubt.
    pub fn class_of(&self, text: &str) -> usize {
        let known = values(text).into_iter();
        let rows: Vec<(usize, f32)> = known
            .filter_map(|(hash, value)| Some((self.features.binary_search(&hash).ok()?, value)))
            .collect();
        let shares = self.shares(&rows);
        let none = shares.len() - 1;
        if shares[none] >= IN_DOUBT {
            return none;
        }
        let needs = 0..none;
        let best = needs.max_by(|a, b| shares[*a].total_cmp(&shares[*b]));
        best.unwrap_or(none)
    }
}
