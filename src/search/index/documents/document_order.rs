//! Order of the documents' numbers.

use std::ops::Range;

use crate::directory::{Contact, Region};
use crate::guide::TopicId;
use crate::i18n::Language;
use crate::i18n::folding::fold_into;
use crate::search::index::terms::{head_of, to_u32};
use crate::search::index::topics::TopicText;

/// Returns the records (indices of contacts, then of topics) ordered by region, name and id: the
/// order in which equally ranked documents are shown.
pub fn in_order(contacts: &[Contact], topics: &[TopicText]) -> Vec<u32> {
    // All names in one string, with the first letters of each packed in a number, which decides
    // most comparisons.
    let mut names = String::new();
    let mut keyed: Vec<(u64, Range<usize>, &str, u32)> =
        Vec::with_capacity(contacts.len() + topics.len());
    for (record, contact) in (0..).zip(contacts) {
        let start = names.len();
        for language in Language::ALL {
            fold_into(contact.name(language), &mut names);
        }
        let head = head_of_record(contact.region, &names[start..]);
        keyed.push((head, start..names.len(), &contact.id, record));
    }
    for (record, topic) in (to_u32(contacts.len())..).zip(topics) {
        let start = names.len();
        fold_into(&topic.title.en, &mut names);
        let head = head_of_record(region_of(&topic.id), &names[start..]);
        keyed.push((head, start..names.len(), &topic.id.topic, record));
    }
    keyed.sort_unstable_by(|a, b| {
        let name = |range: &Range<usize>| &names[range.clone()];
        let later = || {
            name(&a.1)
                .cmp(name(&b.1))
                .then(a.2.cmp(b.2))
                .then(a.3.cmp(&b.3))
        };
        a.0.cmp(&b.0).then_with(later)
    });
    keyed.into_iter().map(|(.., record)| record).collect()
}

/// Returns a number that sorts by region, then by the first seven bytes of the name.
fn head_of_record(region: Region, name: &str) -> u64 {
    (region as u64) << 56 | head_of(name) >> 8
}

pub fn region_of(topic: &TopicId) -> Region {
    let named = topic.page.is_regional();
    let region = named.then(|| Region::from_code(&topic.topic)).flatten();
    region.unwrap_or(Region::Ca)
}
