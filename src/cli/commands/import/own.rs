//! Import of contacts of other programs as the worker's own.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::known::{Known, ReplacedContact};
use super::report;
use crate::bookmarks::{Change, List, OwnContact, SavedPhone, SavedText};
use crate::cli::context::Context;
use crate::cli::output::exit::Exit;
use crate::directory::{Category, Phone, Region, stable_hash};
use crate::i18n::{Language, Messages};
use crate::interchange::{ForeignKind, Incoming, Line, Reading, category_named};

/// Contents of all files.
pub(super) struct Batch {
    /// Region of contacts that do not state one.
    region: Region,
    /// Each file with its result.
    pub files: Vec<(String, Reading)>,
}

/// Result for one contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ImportResult {
    /// New.
    Taken,
    /// Already on the list.
    Known,
    /// Takes the place of a contact of the list, as the user wished.
    Replaced,
    /// Conflict: a contact of the list with the same identifier, or the same name and region, says other
    /// things; it stays unchanged unless the user asks for the new one.
    Differs,
}

/// A contact with its result.
pub(super) struct JudgedContact<'a> {
    pub file: &'a str,
    pub row: usize,
    pub id: String,
    pub contact: OwnContact,
    pub result: ImportResult,
    /// For a conflict the contact of the list.
    pub yours: Option<ReplacedContact>,
}

impl JudgedContact<'_> {
    /// Returns its numbers, as dialled.
    pub(super) fn numbers(&self) -> String {
        let phones = self.contact.phones.iter().map(Phone::from);
        let numbers: Vec<String> = phones.map(|phone| phone.dialled()).collect();
        numbers.join(", ")
    }
}

impl Batch {
    pub(super) const fn new(region: Region) -> Self {
        Self {
            region,
            files: Vec::new(),
        }
    }

    /// Adds the result of one file.
    pub(super) fn add(&mut self, file: &str, reading: Reading) {
        self.files.push((file.to_owned(), reading));
    }

    /// Adds a file of no known format; `headings` are those of a table.
    pub(super) fn unknown(&mut self, file: &str, headings: Option<String>) {
        let mut reading = Reading::default();
        reading.not_contacts(headings);
        self.add(file, reading);
    }

    /// Adds a file of another program.
    pub(super) fn foreign(&mut self, file: &str, kind: ForeignKind) {
        let mut reading = Reading::default();
        reading.foreign(kind);
        self.add(file, reading);
    }

    /// Returns the ids of several contacts: some programs give all of a file the same identifier.
    fn shared_ids(&self) -> HashSet<String> {
        let mut met: HashMap<String, String> = HashMap::new();
        let mut shared = HashSet::new();
        let all = self.files.iter().flat_map(|(_, reading)| &reading.contacts);
        for incoming in all.filter(|incoming| !incoming.uid.is_empty()) {
            let content = id_of_content(incoming, "");
            let id = id_of(incoming);
            if met.get(&id).is_some_and(|other| *other != content) {
                shared.insert(id);
            } else {
                met.insert(id, content);
            }
        }
        shared
    }

    /// Compares each contact with those of the list.
    fn judged(&self, list: &List) -> Vec<JudgedContact<'_>> {
        let names = self.files.iter().flat_map(|(_, reading)| &reading.contacts);
        let names = names.map(|incoming| (incoming.name.as_str(), incoming.town.as_str()));
        let mut known = Known::of(list, names);
        let mut judged = Vec::new();
        let shared = self.shared_ids();
        for (file, reading) in &self.files {
            for incoming in &reading.contacts {
                let mut id = id_of(incoming);
                if shared.contains(&id) {
                    id = id_of_content(incoming, &incoming.uid);
                }
                let contact = own_contact(incoming, self.region);
                let (result, yours) = known.result(&id, &contact);
                if result == ImportResult::Taken {
                    known.add(&id, &contact);
                }
                let row = incoming.row;
                judged.push(JudgedContact {
                    file,
                    row,
                    id,
                    contact,
                    result,
                    yours,
                });
            }
        }
        judged
    }
}

/// Options of an import.
#[derive(Clone, Copy, Debug)]
pub(super) struct ImportOptions {
    /// True if contacts of the list give way to those of the file.
    pub replace: bool,
    /// True if nothing is written.
    pub dry: bool,
    /// True for a report as JSON.
    pub json: bool,
}

/// Adds the contacts in one write, and reports the results.
pub(super) fn take(
    context: &mut Context<'_>,
    batch: &Batch,
    options: ImportOptions,
) -> anyhow::Result<Exit> {
    let mut store = context.open()?;
    let mut judged = batch.judged(store.list());
    if options.replace {
        for one in judged.iter_mut().filter(|one| one.yours.is_some()) {
            one.result = ImportResult::Replaced;
        }
    }
    let new: Vec<&JudgedContact<'_>> = judged
        .iter()
        .filter(|one| matches!(one.result, ImportResult::Taken | ImportResult::Replaced))
        .collect();
    if !options.dry && !new.is_empty() {
        let list = list_of(&new, context.now);
        if let Err(error) = store.merge(&[list], context.now) {
            return context.not_saved(&store, &error);
        }
    }
    if options.json {
        report::json(context, batch, &judged, options.dry)?;
    } else {
        report::words(context, batch, &judged, options.dry)?;
    }
    let refused = batch.files.iter().flat_map(|(_, reading)| &reading.remarks);
    let refused = refused.filter(|remark| remark.reason.refuses()).count();
    let differ = judged
        .iter()
        .filter(|one| one.result == ImportResult::Differs);
    let refused = refused + differ.count();
    Ok(match (judged.is_empty(), refused) {
        (true, _) => Exit::NothingFound,
        (false, 0) => Exit::Done,
        (false, _) => Exit::BadData,
    })
}

fn list_of(new: &[&JudgedContact<'_>], now: Timestamp) -> List {
    let mut list = List::default();
    for one in new {
        let change = match &one.yours {
            Some(yours) => Change::OwnEdit {
                id: yours.id.clone(),
                contact: Box::new(yours.replaced_by(&one.contact)),
            },
            None => Change::OwnAdd {
                id: one.id.clone(),
                contact: Box::new(one.contact.clone()),
            },
        };
        list.apply(change, now);
    }
    list
}

/// Returns the id of a contact, the same at every import: that of an own contact in an export of havre; else one
/// from the identifier of the other program, or from the name and numbers.
fn id_of(incoming: &Incoming) -> String {
    if OwnContact::is_id(&incoming.uid) {
        return incoming.uid.clone();
    }
    if incoming.uid.is_empty() {
        return id_of_content(incoming, "");
    }
    hashed(&[&incoming.uid])
}

/// Returns the id of a contact whose identifier is missing, or another one's, too.
fn id_of_content(incoming: &Incoming, uid: &str) -> String {
    let numbers = incoming.phones.iter().map(|line| line.number.as_str());
    let parts = [uid, &incoming.name].into_iter().chain(numbers);
    let parts: Vec<&str> = parts.chain([incoming.website.as_str()]).collect();
    hashed(&parts)
}

fn hashed(parts: &[&str]) -> String {
    let text: String = parts.iter().flat_map(|part| [*part, "\0"]).collect();
    format!("{}{:016x}", OwnContact::ID_PREFIX, stable_hash(&text))
}

fn own_contact(incoming: &Incoming, region: Region) -> OwnContact {
    let about = [
        &incoming.description,
        &incoming.title,
        &incoming.organization,
    ];
    let about = about.into_iter().filter(|words| **words != incoming.name);
    let about = about
        .chain(&incoming.facts)
        .chain(&incoming.emails)
        .filter(|words| !words.is_empty());
    let about: Vec<&str> = about.map(String::as_str).collect();
    let mut kinds: Vec<Category> = Vec::new();
    for kind in incoming
        .categories
        .iter()
        .filter_map(|name| category_named(name))
    {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut kinds = kinds.into_iter();
    OwnContact {
        name: incoming.name.clone(),
        phones: incoming.phones.iter().map(saved).collect(),
        category: kinds.next().unwrap_or(Category::Directory),
        also: kinds.collect(),
        region: Region::from_code(&incoming.region).unwrap_or(region),
        place: incoming.town.clone(),
        languages: incoming.languages.clone(),
        hours: incoming.hours.clone(),
        website: incoming.website.clone(),
        description: about.join(" · "),
        rest: serde_json::Map::new(),
    }
}

fn saved(line: &Line) -> SavedPhone {
    let words = |language| {
        let messages = Messages::of(language);
        let types = line.types.iter().map(|one| messages.text(one.message_id()));
        let label = Some(line.label.clone()).filter(|label| !label.is_empty());
        let words: Vec<String> = types.chain(label).collect();
        words.join(", ")
    };
    let [en, fr] = [Language::En, Language::Fr].map(words);
    SavedPhone {
        number: line.number.clone(),
        extension: line.extension.clone(),
        kind: line.kind,
        label: (!en.is_empty()).then(|| SavedText {
            en,
            fr,
            ..SavedText::default()
        }),
        hours: None,
        rest: serde_json::Map::new(),
    }
}
