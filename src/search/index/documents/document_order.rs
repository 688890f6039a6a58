//! Order of the documents' numbers.

use std::ops::Range;

use crate::directory::{Contact, Region};
use crate::guide::TopicId;
use crate::i18n::Language;
use crate::i18n::folding::fold_into;
use crate::search::index::terms::{head_of, to_u32};
use crate::search::index::topics::TopicText;

/// Records (contacts, then topics) to be ordered by region, name and id: the order in which equally
/// ranked documents are shown.
#[derive(Default)]
pub struct DocumentOrder {
    /// Folded names of all records.
    names: String,
    /// Ids of all records.
    ids: String,
    /// For each record, its first letters packed in a number, which decides most comparisons, and
    /// its ranges in both texts.
    keyed: Vec<(u64, [Range<u32>; 2], u32)>,
}

impl DocumentOrder {
    /// Adds the next record, a contact.
    pub fn add_contact(&mut self, contact: &Contact) {
        let start = self.names.len();
        for language in Language::ALL {
            fold_into(contact.name(language), &mut self.names);
        }
        self.add(start, contact.region, &contact.id);
    }

    /// Adds the next record, a topic.
    pub fn add_topic(&mut self, topic: &TopicText) {
        let start = self.names.len();
        fold_into(&topic.title.en, &mut self.names);
        self.add(start, region_of(&topic.id), &topic.id.topic);
    }

    fn add(&mut self, start: usize, region: Region, id: &str) {
        let head = head_of_record(region, &self.names[start..]);
        let first = to_u32(self.ids.len());
        self.ids.push_str(id);
        let ranges = [
            to_u32(start)..to_u32(self.names.len()),
            first..to_u32(self.ids.len()),
        ];
        self.keyed.push((head, ranges, to_u32(self.keyed.len())));
    }

    /// Returns the records in order.
    pub fn finish(self) -> Vec<u32> {
        let Self {
            names,
            ids,
            mut keyed,
        } = self;
        keyed.sort_unstable_by(|a, b| {
            let later = || {
                let [name, id] = [&names, &ids].map(String::as_str);
                text_of(name, &a.1[0])
                    .cmp(text_of(name, &b.1[0]))
                    .then_with(|| text_of(id, &a.1[1]).cmp(text_of(id, &b.1[1])))
                    .then(a.2.cmp(&b.2))
            };
            a.0.cmp(&b.0).then_with(later)
        });
        keyed.into_iter().map(|(.., record)| record).collect()
    }
}

fn text_of<'t>(texts: &'t str, range: &Range<u32>) -> &'t str {
    &texts[range.start as usize..range.end as usize]
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
