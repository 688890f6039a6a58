//! Writer of the table: drops small weights, and rounds the rest to steps.

use std::collections::{BTreeMap, HashSet};

use super::format::{self, BUCKETS, KNOWN};
use super::model::Model;

/// Number of steps on either side of zero.
const STEPS: f32 = 127.0;

/// Hashes of memorized texts with their classes.
pub type MemorizedTexts = BTreeMap<u32, [u8; 2]>;

/// Writes the trained weights in the layout of `format`. `known` has the hashes of whole words.
pub fn table(mut model: Model, known: &HashSet<u32>, memorized: &MemorizedTexts) -> Vec<u8> {
    let step = round(&mut model);
    let mut table = step.to_le_bytes().to_vec();
    table.extend(model.bias.iter().flat_map(|bias| bias.to_le_bytes()));
    write_memorized(&mut table, memorized);
    let mut buckets = vec![Vec::new(); BUCKETS];
    let rows = model.weights.chunks(model.bias.len());
    for (hash, row) in std::iter::zip(&model.features, rows) {
        let is_known = known.contains(hash);
        write_feature(
            &mut buckets[format::bucket(*hash)],
            *hash,
            row,
            step,
            is_known,
        );
    }
    let mut end = 0_u32;
    for bucket in &buckets {
        end += u32::try_from(bucket.len()).unwrap_or(0);
        table.extend(end.to_le_bytes());
    }
    table.extend(buckets.into_iter().flatten());
    table
}

/// Rounds the weights. Returns the size of a step.
fn round(model: &mut Model) -> f32 {
    let sizes = model.weights.iter().map(|weight| weight.abs());
    let step = sizes.fold(f32::EPSILON, f32::max) / STEPS;
    for weight in &mut model.weights {
        *weight = (*weight / step).round() * step;
    }
    step
}

fn write_memorized(table: &mut Vec<u8>, known: &MemorizedTexts) {
    let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
    table.extend(count.to_le_bytes());
    for (hash, classes) in known {
        table.extend(hash.to_le_bytes());
        table.extend(classes);
    }
}

fn write_feature(bucket: &mut Vec<u8>, hash: u32, row: &[f32], step: f32, is_known: bool) {
    let start = bucket.len();
    bucket.extend(format::tag(hash));
    bucket.push(if is_known { KNOWN } else { 0 });
    let count = bucket.len() - 1;
    for (class, weight) in row.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
        #[expect(clippy::cast_possible_truncation, reason = "at most 127 steps")]
        let steps = (weight / step).round() as i8;
        bucket.extend([u8::try_from(class).unwrap_or(0), steps.to_le_bytes()[0]]);
        bucket[count] += 1;
    }
    if bucket[count] == 0 {
        bucket.truncate(start);
    }
}
