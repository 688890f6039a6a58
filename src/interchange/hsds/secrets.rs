//! Secret records of an import: their ids and addresses hold for all other records, also for those before them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::HsdsReason;
use super::convert::Converter;
use super::fields::address::Where;
use super::fields::clean::with_folded;
use crate::directory::secrecy::{address_key, addresses_in, pairs, texts};
use crate::directory::{Contact, SecretAddresses, StreetRedactor, stable_hash, stable_hash_on};
use crate::i18n::Language;

/// Most names of one service: an id with more of them is shared by many services, and says nothing.
const MOST_NAMES: u32 = 3;

/// Ids and addresses of the secret records of an import.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Hashes of ids, alone and with the name.
    ids: FxHashSet<u64>,
    addresses: SecretAddresses,
    /// Keys of the addresses of open records.
    open: FxHashSet<u64>,
    /// Hashes of the ids of open records with their names.
    named: FxHashSet<u64>,
    /// Hashes of the ids of open records, with the number of names of each.
    names: FxHashMap<u64, u32>,
    /// Hashes of the names of organizations with a secret record.
    organizations: FxHashSet<u64>,
    /// Hashes of the names of organizations with an open record that tells another address than its own.
    telling: FxHashSet<u64>,
    /// Hashes of the house numbers in the texts of open records, with their next words.
    told: FxHashSet<u64>,
}

/// Hashes of the id of a record, alone and with its name.
#[derive(Clone, Copy, Debug)]
struct RecordKey {
    id: u64,
    named: u64,
}

impl RecordKey {
    fn of(id: &str, name: &str) -> Self {
        let id = stable_hash(id);
        let between = stable_hash_on(id, "\0");
        let named = with_folded(name, |name| stable_hash_on(between, name));
        Self { id, named }
    }
}

impl Secrets {
    /// Adds a secret record and its addresses.
    fn add<'a>(&mut self, key: RecordKey, addresses: impl Iterator<Item = &'a str>) {
        self.ids.extend([key.id, key.named]);
        addresses.for_each(|address| self.addresses.add(address));
    }

    /// Adds an open record and its addresses.
    fn add_open<'a>(&mut self, key: RecordKey, addresses: impl Iterator<Item = &'a str>) {
        let is_new = self.named.insert(key.named);
        *self.names.entry(key.id).or_default() += u32::from(is_new);
        self.open.extend(addresses.filter_map(address_key));
    }

    /// Returns true if a record of the same service is secret.
    fn has(&self, key: RecordKey) -> bool {
        let names = self.names.get(&key.id).copied().unwrap_or_default();
        let is_telling = names <= MOST_NAMES;
        self.ids.contains(&key.named) || is_telling && self.ids.contains(&key.id)
    }

    /// Returns true if an address is that of a secret record.
    fn has_address(&self, address: &str) -> bool {
        self.addresses.has(address)
    }

    /// Returns true if an open record may have been passed on before the secret one of its id or its address
    /// was read.
    pub fn came_late(&self) -> bool {
        let is_open = |id: &u64| self.names.contains_key(id);
        self.ids.iter().any(is_open)
            || self.addresses.has_key(|key| self.open.contains(&key))
            || self.addresses.has_pair_of(|pair| self.told.contains(&pair))
            || !self.organizations.is_disjoint(&self.telling)
    }
}

impl Converter<'_> {
    /// Removes the address of a contact that must stay unknown, and returns its lines; none for a public address.
    pub(super) fn hidden_lines(
        &mut self,
        contact: &mut Contact,
        name: &str,
        found: &Where,
        is_secret: bool,
        lines: impl FnOnce() -> Vec<String>,
    ) -> Vec<String> {
        let why = if is_secret {
            Some(HsdsReason::Confidential)
        } else {
            self.secret_of_another(&contact.id, name, found)
        };
        let Some(why) = why else {
            self.redact_disclosed(contact, found);
            if let Some(street) = found.only_postal() {
                self.remark("address", HsdsReason::Postal(street.to_owned()));
            }
            return Vec::new();
        };
        let lines = lines();
        if is_secret {
            self.add_secret(contact, name, found, &lines);
        }
        self.hide(contact, &lines, &why);
        lines
    }

    /// Adds a secret record, with the addresses of its places and their further lines.
    fn add_secret(&mut self, contact: &Contact, name: &str, found: &Where, lines: &[String]) {
        let apart = lines.iter().map(String::as_str);
        let apart = apart.filter(|line| !found.streets().any(|street| street.contains(line)));
        let key = RecordKey::of(&contact.id, name);
        self.secrets.add(key, found.streets().chain(apart));
        self.secrets.organizations.insert(organization(contact));
        for text in texts(contact) {
            self.secrets.addresses.add_disclosed(text);
        }
    }

    /// Returns the reason for hiding the address of an open record: another record of the service is secret, or
    /// one with the same address.
    fn secret_of_another(&mut self, id: &str, name: &str, found: &Where) -> Option<HsdsReason> {
        let key = RecordKey::of(id, name);
        self.secrets.add_open(key, found.streets());
        if self.secrets.has(key) {
            return Some(HsdsReason::Confidential);
        }
        let is_of_another = found
            .streets()
            .any(|street| self.secrets.has_address(street));
        is_of_another.then_some(HsdsReason::OfSecret)
    }

    /// Removes the address of a secret record from the texts of an open one, and from those of an open record of
    /// the same organization every address but its own.
    fn redact_disclosed(&mut self, contact: &mut Contact, found: &Where) {
        let all = || texts(contact).flat_map(pairs);
        if all().next().is_none() {
            return;
        }
        self.secrets.told.extend(all());
        let own: Vec<u64> = found.streets().filter_map(address_key).collect();
        let is_other = |line: &str| address_key(line).is_some_and(|key| !own.contains(&key));
        let organization = organization(contact);
        let tells_other = texts(contact).flat_map(addresses_in).any(is_other);
        if tells_other {
            self.secrets.telling.insert(organization);
        }
        let is_known = || texts(contact).any(|text| self.secrets.addresses.discloses(text));
        if tells_other && self.secrets.organizations.contains(&organization) || is_known() {
            let address = contact.address.take();
            self.hide(contact, &[], &HsdsReason::OfSecret);
            contact.address = address;
        }
    }

    /// Removes an address that must stay unknown from all texts of a contact, with a remark for each.
    fn hide(&mut self, contact: &mut Contact, lines: &[String], why: &HsdsReason) {
        let redactor = StreetRedactor::over(lines.iter().map(String::as_str));
        if redactor.tells(&contact.id) {
            contact.id = format!("{}-n{:016x}", self.origin.pack, stable_hash(&contact.id));
        }
        let changed = redactor.hide(contact);
        let name = contact.name.get(Language::En).0;
        if redactor.tells(&self.record) {
            name.clone_into(&mut self.record);
        }
        let has_lines = (!lines.is_empty()).then_some("address");
        for field in has_lines.into_iter().chain(changed) {
            self.remark(field, why.clone());
        }
    }
}

/// Returns a hash of the name of a contact's organization.
fn organization(contact: &Contact) -> u64 {
    with_folded(contact.organization.get(Language::En).0, stable_hash)
}
