//! Training of the table of weights: used by the build script, and by the test that measures it on
//! phrases held back.
//!
//! A linear model, so that each word's share in a result can be shown. The weights start as those
//! of a complement naive Bayes model, which learns the usual words of each need from counts alone;
//! a few passes of softmax regression then correct confusions between needs.

#[path = "corpus.rs"]
mod corpus;
#[path = "../../src/needs/features.rs"]
#[expect(dead_code, reason = "training does not point into a text")]
mod features;
#[path = "../../src/i18n/folding.rs"]
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "training needs only the folded text")
)]
mod fold;
#[path = "../../src/needs/format.rs"]
#[expect(dead_code, reason = "training does not read a table")]
mod format;
#[path = "model.rs"]
mod model;
#[path = "write.rs"]
mod write;

pub use corpus::Corpus;

/// Returns the table trained on the phrases selected by `keep`, by index in the file.
pub fn table(corpus: &Corpus, keep: impl Fn(usize) -> bool) -> Vec<u8> {
    let examples = corpus.examples(&keep);
    let model = model::train(&examples, corpus.classes());
    write::table(model, corpus, keep)
}
