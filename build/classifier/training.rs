//! Training of the table of weights: used by the build script, and by the test that measures it on
//! phrases held back.
//!
//! A linear model, so that each word's share in a result can be shown. The weights start as those
//! of a complement naive Bayes model, which learns the usual words of each need from counts alone;
//! a few passes of softmax regression then correct confusions between needs.

use std::collections::{BTreeMap, HashSet};

#[path = "corpus.rs"]
mod corpus;
#[path = "../../src/classifier/features.rs"]
#[expect(dead_code, reason = "training does not point into a text")]
mod features;
#[path = "../../src/i18n/folding.rs"]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "training needs only the folded text")
)]
mod fold;
#[path = "../../src/classifier/format.rs"]
#[expect(dead_code, reason = "training does not read a table")]
mod format;
#[path = "model.rs"]
mod model;
#[path = "notes.rs"]
mod notes;
#[path = "pruning.rs"]
mod pruning;
#[path = "../../src/classifier/safety.rs"]
mod safety;
#[path = "write.rs"]
mod write;

pub use corpus::Corpus;

/// Returns the table of needs, trained on the phrases selected by `keep`, by index in the file.
pub fn table(corpus: &Corpus, keep: impl Fn(usize) -> bool) -> Vec<u8> {
    let examples = corpus.examples(&keep);
    let model = model::train(&examples, corpus.classes());
    let memorized = corpus.memorized(&model, keep);
    write::table(model, &corpus.known, &memorized)
}

/// Returns the table that tells notes about persons (class 0) from notes about services, trained
/// on a list of each, one note a line.
pub fn table_of_notes(persons: &str, services: &str) -> Vec<u8> {
    let model = model::train(&notes::examples(persons, services), notes::CLASSES);
    write::table(model, &HashSet::new(), &BTreeMap::new())
}
