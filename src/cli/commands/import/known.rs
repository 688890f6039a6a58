//! Comparison of imported contacts with those of the list.

use std::collections::{HashMap, HashSet};

use super::own::ImportResult;
use crate::bookmarks::{List, OwnContact};
use crate::directory::phone::national;
use crate::directory::{Category, Phone, Region};
use crate::i18n::folding;
use crate::interchange::ContactField;

/// Contacts of the list, and those that were taken.
pub(super) struct Known<'a> {
    /// Contacts of the list by their id.
    by_id: HashMap<&'a str, &'a OwnContact>,
    /// Their ids by name and region.
    by_name: HashMap<NameAndRegion, Vec<&'a str>>,
    /// Those that were taken, by their id.
    taken: HashMap<String, NameAndNumbers>,
    /// Names and numbers with the ids of the list; empty for those that were taken.
    all: HashMap<NameAndNumbers, String>,
    /// Names of several contacts of the files: their places or branches differ.
    repeated: HashSet<String>,
    /// Names and towns of several contacts of the files.
    repeated_there: HashSet<(String, String)>,
}

/// Contact of the list that an imported one would replace.
#[derive(Clone, Debug)]
pub(super) struct ReplacedContact {
    /// Its id.
    pub id: String,
    /// Fields with other contents.
    pub fields: Vec<ContactField>,
    contact: OwnContact,
}

/// Name of a contact, and its numbers with their extensions.
type NameAndNumbers = (String, Vec<(String, Option<String>)>);

/// Folded name of a contact, and its region.
type NameAndRegion = (String, Region);

impl<'a> Known<'a> {
    /// Takes the contacts of the list; `names` are the names and towns of all contacts of the files.
    pub(super) fn of<'n>(list: &'a List, names: impl Iterator<Item = (&'n str, &'n str)>) -> Self {
        let mut known = Self {
            by_id: HashMap::new(),
            by_name: HashMap::new(),
            taken: HashMap::new(),
            all: HashMap::new(),
            repeated: HashSet::new(),
            repeated_there: HashSet::new(),
        };
        for own in list.own() {
            if let Some(contact) = &own.contact {
                known.by_id.insert(&own.id, contact);
                let ids = known.by_name.entry(name_and_region(contact)).or_default();
                ids.push(&own.id);
                known.all.insert(content(contact), own.id.clone());
            }
        }
        let (mut met, mut met_there) = (HashSet::new(), HashSet::new());
        for (name, town) in names.map(|(name, town)| (folded(name), folded(town))) {
            if !met.insert(name.clone()) {
                known.repeated.insert(name.clone());
            }
            let there = (name, town);
            if !met_there.insert(there.clone()) {
                known.repeated_there.insert(there);
            }
        }
        known
    }

    /// Adds a contact that was taken.
    pub(super) fn add(&mut self, id: &str, contact: &OwnContact) {
        let content = content(contact);
        self.all.entry(content.clone()).or_default();
        self.taken.insert(id.to_owned(), content);
    }

    /// Returns the result for a contact, and for a conflict the one of the list.
    pub(super) fn result(
        &self,
        id: &str,
        contact: &OwnContact,
    ) -> (ImportResult, Option<ReplacedContact>) {
        let content = content(contact);
        if let Some(taken) = self.taken.get(id) {
            let is_same = *taken == content;
            let result = if is_same {
                ImportResult::Known
            } else {
                ImportResult::Differs
            };
            return (result, None);
        }
        let same = self.all.get(&content);
        let named = || {
            let ids = self.by_name.get(&name_and_region(contact))?;
            let (name, town) = (folded(&contact.name), folded(&contact.place));
            // Branches of one name are told apart by their towns.
            let is_repeated = self.repeated.contains(&name);
            let is_place = |id: &&&str| {
                let place = self.by_id.get(**id).map_or("", |yours| &yours.place);
                let is_unsaid = place.is_empty() || town.is_empty();
                (is_unsaid && !is_repeated) || (!is_unsaid && folded(place) == town)
            };
            let mut ids = ids.iter().filter(is_place);
            // Of several it is not known which one is meant.
            let only = ids.next().filter(|_| ids.next().is_none());
            only.filter(|_| !self.repeated_there.contains(&(name.clone(), town.clone())))
                .copied()
        };
        let of_id = self.by_id.get_key_value(id).map(|(id, _)| *id);
        let id = same.map(String::as_str).or(of_id).or_else(named);
        let Some((id, yours)) = id.and_then(|id| Some((id, self.by_id.get(id)?))) else {
            let result = same.map_or(ImportResult::Taken, |_| ImportResult::Known);
            return (result, None);
        };
        let fields = differences(yours, contact);
        if fields.is_empty() {
            return (ImportResult::Known, None);
        }
        let yours = ReplacedContact {
            id: id.to_owned(),
            fields,
            contact: (*yours).clone(),
        };
        (ImportResult::Differs, Some(yours))
    }
}

impl ReplacedContact {
    /// Returns its numbers, as dialled.
    pub(super) fn numbers(&self) -> String {
        let phones = self.contact.phones.iter().map(Phone::from);
        let numbers: Vec<String> = phones.map(|phone| phone.dialled()).collect();
        numbers.join(", ")
    }

    /// Returns the new contact; what it does not say stays as it is.
    pub(super) fn replaced_by(&self, new: &OwnContact) -> OwnContact {
        let words = |new: &String, old: &String| {
            if new.is_empty() {
                old.clone()
            } else {
                new.clone()
            }
        };
        let old = &self.contact;
        let mut whole = new.clone();
        whole.place = words(&new.place, &old.place);
        whole.hours = words(&new.hours, &old.hours);
        whole.website = words(&new.website, &old.website);
        whole.description = words(&new.description, &old.description);
        if new.phones.is_empty() {
            whole.phones.clone_from(&old.phones);
        }
        if new.languages.is_empty() {
            whole.languages.clone_from(&old.languages);
        }
        if new.category == Category::Directory {
            whole.category = old.category;
            whole.also.clone_from(&old.also);
        }
        whole.rest.clone_from(&old.rest);
        whole
    }
}

/// Returns the fields that a new contact states otherwise.
fn differences(old: &OwnContact, new: &OwnContact) -> Vec<ContactField> {
    let text = |old: &str, new: &str| !new.is_empty() && old != new;
    let numbers = |one: &OwnContact| content(one).1;
    let phones = !new.phones.is_empty() && numbers(old) != numbers(new);
    let languages = !new.languages.is_empty() && old.languages != new.languages;
    let category = new.category != Category::Directory && old.kinds() != new.kinds();
    let fields = [
        (ContactField::Name, text(&old.name, &new.name)),
        (ContactField::Phone, phones),
        (ContactField::Hours, text(&old.hours, &new.hours)),
        (ContactField::Website, text(&old.website, &new.website)),
        (
            ContactField::Description,
            text(&old.description, &new.description),
        ),
        (ContactField::Place, text(&old.place, &new.place)),
        (ContactField::Languages, languages),
        (ContactField::Categories, category),
    ];
    let other = fields.into_iter().filter(|(_, is_other)| *is_other);
    other.map(|(field, _)| field).collect()
}

fn name_and_region(contact: &OwnContact) -> NameAndRegion {
    (folded(&contact.name), contact.region)
}

fn folded(text: &str) -> String {
    folding::words(text).join(" ")
}

/// Returns what two equal contacts have in common.
fn content(contact: &OwnContact) -> NameAndNumbers {
    let phones = contact.phones.iter();
    let mut numbers: Vec<_> = phones
        .map(|phone| (national(&phone.number).to_owned(), phone.extension.clone()))
        .collect();
    numbers.sort();
    (contact.name.clone(), numbers)
}
