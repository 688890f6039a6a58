//! How the table of weights is trained: used by the build script, and by the test that measures
//! it on phrases held back.
//!
//! Linear, so that each word's share in an answer can be told. The weights start as those of a
//! complement naive Bayes, which knows what is usual for each need from counts alone, and a few
//! rounds of softmax regression then mend them where needs are taken for each other.

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

/// The table trained on the phrases whose place in the file `keep` lets through.
pub fn table(corpus: &Corpus, keep: impl Fn(usize) -> bool) -> Vec<u8> {
    let examples = corpus.examples(&keep);
    let model = model::train(&examples, corpus.classes());
    write::table(model, corpus, keep)
}
