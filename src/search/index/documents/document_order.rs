//! Order of the documents' numbers.

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
    /// Folded name and id of each record in turn.
    texts: String,
    /// Ends of the name and the id of each record in the texts.
    ends: Vec<[u32; 2]>,
    /// For each record, its region and first letters packed in a number, which decides most
    /// comparisons.
    keyed: Vec<(u64, u32)>,
}

impl DocumentOrder {
    /// Adds the next record, a contact.
    pub fn add_contact(&mut self, contact: &Contact) {
        let start = self.texts.len();
        for language in Language::ALL {
            fold_into(contact.name(language), &mut self.texts);
        }
        self.add(start, contact.region, &contact.id);
    }

    /// Adds the next record, a topic.
    pub fn add_topic(&mut self, topic: &TopicText) {
        let start = self.texts.len();
        fold_into(&topic.title.en, &mut self.texts);
        self.add(start, region_of(&topic.id), &topic.id.topic);
    }

    fn add(&mut self, start: usize, region: Region, id: &str) {
        let head = head_of_record(region, &self.texts[start..]);
        let end = self.texts.len();
        self.texts.push_str(id);
        self.ends.push([end, self.texts.len()].map(to_u32));
        self.keyed.push((head, to_u32(self.keyed.len())));
    }

    /// Returns the folded name and the id of a record.
    fn texts_of(&self, record: u32) -> [&str; 2] {
        let record = record as usize;
        let start = record
            .checked_sub(1)
            .map_or(0, |before| self.ends[before][1]);
        let [name, id] = self.ends[record];
        [start..name, name..id].map(|range| &self.texts[range.start as usize..range.end as usize])
    }

    /// Returns the records in order.
    pub fn finish(mut self) -> Vec<u32> {
        let mut keyed = std::mem::take(&mut self.keyed);
        keyed.sort_unstable_by(|(head, a), (other, b)| {
            let later = || self.texts_of(*a).cmp(&self.texts_of(*b)).then(a.cmp(b));
            head.cmp(other).then_with(later)
        });
        keyed.into_iter().map(|(_, record)| record).collect()
    }
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
