//! Addresses of secret places, by which the same address of an open service is recognized.

use rustc_hash::{FxHashMap, FxHashSet};

use super::disclosure::pairs;
use super::words::{AddressWord, words};
use crate::directory::stable_hash;

/// Words of the names of provinces and territories in both languages, which are no town.
const PROVINCES: [&str; 29] = [
    "nova",
    "scotia",
    "new",
    "brunswick",
    "prince",
    "edward",
    "island",
    "newfoundland",
    "labrador",
    "quebec",
    "ontario",
    "manitoba",
    "saskatchewan",
    "alberta",
    "british",
    "columbia",
    "yukon",
    "northwest",
    "territories",
    "nunavut",
    "canada",
    "nouvelle",
    "ecosse",
    "nouveau",
    "ile",
    "terre",
    "neuve",
    "colombie",
    "britannique",
];

/// Words of a box for mail, which is no place.
const BOXES: [&str; 5] = ["box", "boite", "casier", "case", "cp"];

/// Addresses of secret places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecretAddresses {
    /// By hash of the house number and the name of the street.
    known: FxHashMap<u64, Vec<Rest>>,
    /// Hashes of house numbers with the next word.
    pairs: FxHashSet<u64>,
}

/// Parts of an address that not every writer gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rest {
    /// Street word in one spelling.
    street: Option<String>,
    /// Words of the town; empty if it is not named.
    town: Vec<String>,
}

/// Address, for comparison.
struct AddressKey {
    /// Hash of the house number and the name of the street.
    hash: u64,
    rest: Rest,
}

impl SecretAddresses {
    /// Adds an address of one line, with or without its town.
    pub fn add(&mut self, line: &str) {
        if let Some(AddressKey { hash, rest }) = AddressKey::of(line) {
            self.pairs.extend(pairs(line));
            let known = self.known.entry(hash).or_default();
            if !known.contains(&rest) {
                known.push(rest);
            }
        }
    }

    /// Returns true if an address of one line is one of them. A street word or a town that one of both does not
    /// name makes no difference.
    pub fn has(&self, line: &str) -> bool {
        if self.known.is_empty() {
            return false;
        }
        let Some(AddressKey { hash, rest }) = AddressKey::of(line) else {
            return false;
        };
        let known = self.known.get(&hash);
        known.is_some_and(|known| known.iter().any(|one| one.is_like(&rest)))
    }

    /// Returns true if there are none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Returns true if an address has a house number with this next word, by the hash of both.
    pub fn has_pair(&self, pair: u64) -> bool {
        self.pairs.contains(&pair)
    }

    /// Returns true if such a pair of one of them is known.
    pub fn has_pair_of(&self, is_known: impl Fn(u64) -> bool) -> bool {
        self.pairs.iter().any(|pair| is_known(*pair))
    }

    /// Returns true if an address has one of these keys.
    pub fn has_key(&self, is_known: impl Fn(u64) -> bool) -> bool {
        self.known.keys().any(|key| is_known(*key))
    }
}

/// Returns a number that is the same for every spelling of an address; `None` for a text without a street.
pub fn address_key(line: &str) -> Option<u64> {
    street_key(&street_part(line)?.0)
}

impl Rest {
    fn is_like(&self, other: &Self) -> bool {
        let streets = self.street.as_ref().zip(other.street.as_ref());
        let is_street = streets.is_none_or(|(one, other)| one == other);
        let towns = (&self.town, &other.town);
        let is_town = towns.0.is_empty()
            || towns.1.is_empty()
            || towns.0.iter().any(|word| towns.1.contains(word));
        is_street && is_town
    }
}

impl AddressKey {
    fn of(line: &str) -> Option<Self> {
        let (part, after) = street_part(line)?;
        let is_town = |word: &AddressWord| {
            word.is_name()
                && word.folded.chars().count() > 2
                && !PROVINCES.contains(&word.folded.as_str())
        };
        let street = part.iter().find(|word| word.is_street());
        Some(Self {
            hash: street_key(&part)?,
            rest: Rest {
                street: street.map(AddressWord::street),
                town: after.filter(is_town).map(|word| word.folded).collect(),
            },
        })
    }
}

/// Returns the words of the first part with a name behind a house number, else of the first part with a name;
/// and those after it, which are read when they are asked for.
fn street_part(line: &str) -> Option<(Vec<AddressWord>, impl Iterator<Item = AddressWord>)> {
    let is_named = |part: &Vec<AddressWord>| part.iter().any(AddressWord::is_name);
    let is_numbered =
        |part: &Vec<AddressWord>| is_named(part) && part.iter().any(AddressWord::is_number);
    let mut texts = line.split([',', ';', '\n']);
    let mut parts: Vec<Vec<AddressWord>> = Vec::new();
    let mut number = Vec::new();
    for text in texts.by_ref() {
        let mut part = words(text);
        // "12, rue des Ormes".
        let is_number = matches!(&part[..], [only] if only.is_number());
        if is_number && number.is_empty() && parts.is_empty() {
            number = part;
            continue;
        }
        part.splice(0..0, number.drain(..));
        parts.push(part);
        if parts.last().is_some_and(is_numbered) {
            break;
        }
    }
    let at = parts.iter().position(is_numbered);
    let at = at.or_else(|| parts.iter().position(is_named))?;
    let after = parts.split_off(at + 1).into_iter().flatten();
    Some((parts.pop()?, after.chain(texts.flat_map(words))))
}

/// Returns a hash of the house number and the name of a street; `None` for a box.
fn street_key(part: &[AddressWord]) -> Option<u64> {
    let is_box = |word: &AddressWord| BOXES.contains(&word.folded.as_str());
    if part.iter().any(is_box) {
        return None;
    }
    let name = part.iter().position(AddressWord::is_name)?;
    let number = part[..name].iter().rfind(|word| word.is_number());
    let number = number.or_else(|| part[name..].iter().find(|word| word.is_number()));
    let names = part.iter().filter(|word| word.is_name());
    let names: Vec<&str> = names.map(|word| word.folded.as_str()).collect();
    let number = number.map_or("", |number| number.folded.as_str());
    Some(stable_hash(&format!("{number} {}", names.join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_in_every_spelling() {
        let mut secret = SecretAddresses::default();
        secret.add("44 Hidden Hollow Road, Truro, NS, B2N 1A1");
        secret.add("12, rue des Ormes, Québec");
        secret.add("PO Box 7, Truro");
        for line in [
            "44 Hidden Hollow Rd., Truro NS",
            "Unit 3 - 44 hidden hollow road, Truro, Nova Scotia",
            "44 Hidden Hollow",
            "Quill Centre, 44 Hidden Hollow Road, Truro",
            "12 rue des Ormes, Québec (Québec) G1A 1A1",
        ] {
            assert!(secret.has(line), "{line}");
        }
        for line in [
            "46 Hidden Hollow Road, Truro",
            "44 Hidden Hollow Street, Truro",
            "44 Hidden Hollow Road, Halifax",
            "44 Hollow Road, Truro",
            "Hidden Hollow Road, Truro",
            "PO Box 7, Truro",
            "",
        ] {
            assert!(!secret.has(line), "{line}");
        }
    }
}
