//! Conversion of records to contacts, with a remark for each part that is left out.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::contact::Converted;
use super::fields::address::Towns;
use super::fields::clean::{field, list, with_folded};
use super::fields::facts::places;
use super::fields::phones::Meanings;
use super::memory::Memory;
use super::node::Node;
use super::pending::Pending;
use super::secrets::Secrets;
use super::{HsdsReason, HsdsRemark};
use crate::directory::packs::LONGEST_LINE;
use crate::directory::{Contact, LanguageCode, Region, check, stable_hash};
use crate::i18n::Language;
use crate::interchange::charset::decode;
use crate::interchange::flags::is_inactive;
use crate::interchange::table::foreign_word;

/// Greatest number of stored remarks, and of further ones on what is left out; the rest is counted.
const MOST_REMARKS: usize = 10_000;

/// Length in bytes that the JSON of most contacts does not exceed.
const USUAL_LENGTH: usize = 2048;

/// Values that apply to all records of an import.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Name of the resulting pack.
    pub pack: String,
    /// Day of the import, `YYYY-MM-DD`.
    pub date: String,
    /// Region of services without a province.
    pub region: Option<Region>,
}

/// Receiver of a contact and its JSON.
pub type Sink<'a> = dyn FnMut(&Contact, &str) -> std::io::Result<()> + 'a;

/// Converter of records to contacts, one after the other.
pub struct Converter<'a> {
    pub(super) origin: Origin,
    /// Receives each contact with its JSON.
    sink: &'a mut Sink<'a>,
    /// Name of the file being read.
    pub file: String,
    /// Parts that were left out or are doubtful.
    pub remarks: Vec<HsdsRemark>,
    /// Number of remarks beyond the limit.
    pub more_remarks: usize,
    /// Number of imported contacts.
    pub taken: usize,
    /// Number of dropped records.
    pub dropped: usize,
    /// Number of records that repeat another one.
    pub merged: usize,
    /// True if any field was left out.
    pub refused: bool,
    /// Secret records that were met.
    pub secrets: Secrets,
    /// Ids of services that do not operate, as their publisher says.
    closed: Vec<String>,
    /// By hash of the id: the hash of the name that it was met with first.
    ids: FxHashMap<u64, u64>,
    /// By hash of id and name: hash of the whole contact.
    met: FxHashMap<u64, u64>,
    /// Last contact: the next record may complete it.
    pending: Option<Pending>,
    /// Memory of the JSON of the contact before the last one, for that of the next one.
    spare: Vec<u8>,
    row: usize,
    pub(super) record: String,
    /// By hours text: whether it says every hour of every day. Many services have the same.
    pub(super) always: Memory<bool>,
    /// Languages by their names and codes.
    pub(super) codes: Memory<Option<LanguageCode>>,
    /// Names that are known as towns, or as none.
    pub(super) towns: Towns,
    /// Meanings of texts around numbers.
    pub(super) meanings: Meanings,
}

impl<'a> Converter<'a> {
    /// Creates a converter that passes each contact to `sink`.
    pub fn new(origin: Origin, sink: &'a mut Sink<'a>) -> Self {
        Self {
            origin,
            sink,
            file: String::new(),
            remarks: Vec::new(),
            more_remarks: 0,
            taken: 0,
            dropped: 0,
            merged: 0,
            refused: false,
            secrets: Secrets::default(),
            closed: Vec::new(),
            ids: FxHashMap::default(),
            met: FxHashMap::default(),
            pending: None,
            spare: Vec::new(),
            row: 0,
            record: String::new(),
            always: Memory::default(),
            codes: Memory::default(),
            towns: Towns::default(),
            meanings: Meanings::default(),
        }
    }

    /// Converts the JSON of a record.
    ///
    /// # Errors
    /// Any error of the sink.
    pub fn json(&mut self, row: usize, json: &[u8]) -> std::io::Result<()> {
        let valid = std::str::from_utf8(json);
        let text = valid.map_or_else(|_| Cow::Owned(decode(json, None).0), Cow::Borrowed);
        match serde_json::from_str::<Node<'_>>(&text) {
            Ok(record) => {
                if valid.is_err() {
                    self.row = row;
                    self.record = field(&record, "name").into_owned();
                    self.remark("", HsdsReason::Guessed(foreign_word(&text)));
                }
                self.record(row, &record)
            }
            Err(error) => {
                (self.row, self.record) = (row, String::new());
                self.remark("", HsdsReason::NotJson(error.to_string()));
                Ok(())
            }
        }
    }

    /// Converts a record: a service, or an organization with its services.
    ///
    /// # Errors
    /// Any error of the sink.
    pub fn record(&mut self, row: usize, record: &Node<'_>) -> std::io::Result<()> {
        self.row = row;
        self.record = [field(record, "name"), field(record, "id")]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .into_owned();
        // The first line of a pack is none, either.
        let is_header = record.get("havre_pack").is_some();
        if is_header || !matches!(record, Node::Record(_)) {
            self.remark("", HsdsReason::NoService);
            return Ok(());
        }
        let services = list(record, "services");
        if services.is_empty() {
            return self.service(record, record.get("organization"));
        }
        for service in services {
            self.record = field(service, "name").into_owned();
            let organization = service.get("organization").unwrap_or(record);
            self.service(service, Some(organization))?;
        }
        self.loose_locations(record, services);
        Ok(())
    }

    /// Notes the locations of an organization where none of its services is given. A service without places
    /// of its own has all of them.
    fn loose_locations(&mut self, organization: &Node<'_>, services: &[Node<'_>]) {
        let nothing = Node::Null;
        let places = services.iter().map(|service| places(service, &nothing));
        let places: Vec<Vec<&Node<'_>>> = places.collect();
        if places.iter().any(Vec::is_empty) {
            return;
        }
        let keys = |place: &Node<'_>| {
            ["id", "location_id", "name"].map(|name| field(place, name).into_owned())
        };
        let known = places.iter().flatten().flat_map(|place| keys(place));
        let known: HashSet<String> = known.filter(|key| !key.is_empty()).collect();
        for location in list(organization, "locations") {
            if !keys(location).iter().any(|key| known.contains(key)) {
                self.record = field(location, "name").into_owned();
                self.remark("locations", HsdsReason::Unjoined);
            }
        }
    }

    /// Passes the last contact to the sink.
    ///
    /// # Errors
    /// Any error of the sink.
    pub fn finish(&mut self) -> std::io::Result<()> {
        match self.pending.take() {
            Some(pending) => {
                self.taken += 1;
                (self.sink)(&pending.contact, &pending.json()?)?;
                self.spare = pending.into_memory();
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Returns the ids of the services that do not operate, each once, but for those that another record
    /// says otherwise of.
    pub fn closed(&self) -> Vec<String> {
        let closed = self.closed.iter();
        let mut closed: Vec<String> = closed
            .filter(|id| !self.met.contains_key(&stable_hash(id)))
            .cloned()
            .collect();
        closed.sort_unstable();
        closed.dedup();
        closed
    }

    /// Notes something that does not come along, or is doubtful.
    pub fn remark(&mut self, field: &str, why: HsdsReason) {
        self.refused |= why.refuses();
        self.dropped += usize::from(why.drops());
        // Of what is left out, the first must be told after any number of doubts.
        let room = if why.refuses() { 2 } else { 1 };
        if self.remarks.len() >= room * MOST_REMARKS {
            self.more_remarks += 1;
            return;
        }
        self.remarks.push(HsdsRemark {
            file: self.file.clone(),
            row: self.row,
            record: self.record.clone(),
            field: field.to_owned(),
            why,
        });
    }

    /// Records a remark on the file as a whole.
    pub fn about_file(&mut self, why: HsdsReason) {
        self.about_row(0, why);
    }

    /// Records a remark on a row with a name.
    pub fn about_named(&mut self, row: usize, name: &str, why: HsdsReason) {
        (self.row, self.record) = (row, super::fields::clean::clean(name).into_owned());
        self.remark("", why);
    }

    /// Records a remark on a row.
    pub fn about_row(&mut self, row: usize, why: HsdsReason) {
        (self.row, self.record) = (row, String::new());
        self.remark("", why);
    }

    fn service(
        &mut self,
        service: &Node<'_>,
        organization: Option<&Node<'_>>,
    ) -> std::io::Result<()> {
        let name = field(service, "name");
        if name.is_empty() {
            self.remark("name", HsdsReason::NoName);
            return Ok(());
        }
        let status = field(service, "status").to_lowercase();
        if is_inactive(&status) {
            self.closed.push(self.id(service, &name, organization));
            self.remark("status", HsdsReason::Inactive(status));
            return Ok(());
        }
        let Converted { contact, lines } = self.contact(&name, service, organization);
        let mut json = std::mem::take(&mut self.spare);
        json.clear();
        json.reserve(USUAL_LENGTH);
        serde_json::to_writer(&mut json, &contact)?;
        let json = String::from_utf8(json).map_err(std::io::Error::other)?;
        if let Some(problem) = check::harm(&contact, &json) {
            self.remark(&problem.field, HsdsReason::Fault(Box::new(problem.fault)));
            return Ok(());
        }
        if json.len() as u64 >= LONGEST_LINE {
            self.remark("", HsdsReason::TooLong);
            return Ok(());
        }
        self.take(contact, json, lines)
    }

    /// Takes a contact, or finds that it repeats another one.
    fn take(
        &mut self,
        mut contact: Contact,
        json: String,
        lines: Vec<String>,
    ) -> std::io::Result<()> {
        let (whole, length) = (hash_of(&json), json.len());
        let name = with_folded(contact.name.get(Language::En).0, stable_hash);
        let first = *self.ids.entry(stable_hash(&contact.id)).or_insert(name);
        let mut json = Some(json);
        if first != name {
            // Another service has the same id.
            contact.id = format!("{}-{name:08x}", contact.id);
            json = None;
        }
        let id = stable_hash(&contact.id);
        match self.met.insert(id, whole) {
            None => {
                self.finish()?;
                self.pending = Some(Pending::of(contact, json, length, lines));
            }
            Some(known) if known == whole => self.merged += 1,
            Some(known) => match &mut self.pending {
                Some(pending) if pending.contact.id == contact.id => {
                    if pending.fill(contact, lines)? {
                        self.merged += 1;
                    } else {
                        self.remark("", HsdsReason::TooLong);
                    }
                }
                _ => {
                    self.met.insert(id, known);
                    self.remark("id", HsdsReason::SameId(contact.numbers().join(", ")));
                }
            },
        }
        Ok(())
    }
}

/// A number that tells contacts apart, by their JSON.
fn hash_of(json: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(json.as_bytes());
    hasher.finish()
}
