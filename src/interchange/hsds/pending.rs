//! The last contact of an import: the next record may complete it.

use std::borrow::Cow;
use std::hash::Hash;

use rustc_hash::FxHashSet;

use crate::directory::packs::LONGEST_LINE;
use crate::directory::{Category, Contact, LanguageCode, Phone, StreetRedactor};

/// Contact that is not written yet.
#[derive(Debug)]
pub(super) struct Pending {
    pub contact: Contact,
    /// Its JSON; `None` since it was completed.
    json: Option<String>,
    /// Greatest length of its JSON, in bytes.
    length: usize,
    /// Street lines that must stay unknown.
    lines: Vec<String>,
    /// Its facts of which a record has several; `None` until it is completed.
    met: Option<Met>,
}

/// Facts that were met.
#[derive(Debug, Default)]
struct Met {
    phones: FxHashSet<(String, Option<String>)>,
    categories: FxHashSet<Category>,
    languages: FxHashSet<LanguageCode>,
    terms: FxHashSet<String>,
    places: FxHashSet<String>,
}

impl Pending {
    pub(super) fn of(
        contact: Contact,
        json: Option<String>,
        length: usize,
        lines: Vec<String>,
    ) -> Self {
        Self {
            contact,
            length,
            lines,
            json,
            met: None,
        }
    }

    /// Returns its JSON.
    pub(super) fn json(&self) -> serde_json::Result<Cow<'_, str>> {
        match &self.json {
            Some(json) => Ok(Cow::Borrowed(json)),
            None => serde_json::to_string(&self.contact).map(Cow::Owned),
        }
    }

    /// Returns the memory of its JSON, which is no longer needed.
    pub(super) fn into_memory(self) -> Vec<u8> {
        self.json.unwrap_or_default().into_bytes()
    }

    /// Adds facts that only another record of the same service has; returns false if a pack could not
    /// hold all of them.
    pub(super) fn fill(&mut self, more: Contact, lines: Vec<String>) -> serde_json::Result<bool> {
        let length = self.length + serde_json::to_string(&more)?.len();
        if length as u64 >= LONGEST_LINE {
            return Ok(false);
        }
        self.length = length;
        self.json = None;
        self.lists(&more);
        let contact = &mut self.contact;
        let is_said = contact.confidential == Some(true) || more.confidential == Some(true);
        contact.confidential = is_said.then_some(true);
        // Either of them may have the address that the other one hides.
        self.lines.extend(lines);
        let secret = contact.is_hidden() || !self.lines.is_empty();
        self.lines
            .extend(contact.address.clone().filter(|_| secret));
        self.lines.extend(more.address.clone().filter(|_| secret));
        contact.address = contact.address.take().or(more.address);
        contact.email = contact.email.take().or(more.email);
        if contact.hours.is_none() {
            contact.hours = more.hours;
            contact.always_open = more.always_open;
        }
        contact.area = contact.area.take().or(more.area);
        contact.free = contact.free.or(more.free);
        contact.interpretation = contact.interpretation.or(more.interpretation);
        if contact.website.is_empty() {
            contact.website = more.website;
        }
        if contact.description.en.is_empty() {
            contact.description = more.description;
        }
        if secret {
            StreetRedactor::over(self.lines.iter().map(String::as_str)).hide(contact);
        }
        Ok(true)
    }

    fn lists(&mut self, more: &Contact) {
        let own = &mut self.contact;
        let met = self.met.get_or_insert_with(|| Met::of(own));
        let number = |phone: &Phone| (phone.number.clone(), phone.extension.clone());
        add_new(&mut own.phones, &more.phones, &mut met.phones, number);
        add_new(
            &mut own.categories,
            &more.categories,
            &mut met.categories,
            Clone::clone,
        );
        add_new(
            &mut own.languages,
            &more.languages,
            &mut met.languages,
            Clone::clone,
        );
        add_new(&mut own.terms, &more.terms, &mut met.terms, Clone::clone);
        add_new(&mut own.places, &more.places, &mut met.places, Clone::clone);
    }
}

impl Met {
    fn of(contact: &Contact) -> Self {
        let numbers = contact.phones.iter();
        let numbers = numbers.map(|phone| (phone.number.clone(), phone.extension.clone()));
        Self {
            phones: numbers.collect(),
            categories: contact.categories.iter().copied().collect(),
            languages: contact.languages.iter().cloned().collect(),
            terms: contact.terms.iter().cloned().collect(),
            places: contact.places.iter().cloned().collect(),
        }
    }
}

fn add_new<T: Clone, K: Hash + Eq>(
    list: &mut Vec<T>,
    more: &[T],
    met: &mut FxHashSet<K>,
    key: impl Fn(&T) -> K,
) {
    list.extend(more.iter().filter(|item| met.insert(key(item))).cloned());
}
