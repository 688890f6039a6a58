//! Location of a service: region, towns, and public address.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::clean::{clean, field, list, with_folded};
use super::secret::ADDRESSES;
use crate::directory::Region;
use crate::i18n::folding::fold;
use crate::i18n::{Language, Messages};
use crate::interchange::hsds::node::Node;
use crate::places::Places;

/// Names of provinces and territories that are no longer in use, or only a part.
const OLD_NAMES: [(&str, Region); 3] = [
    ("newfoundland", Region::Nl),
    ("labrador", Region::Nl),
    ("yukon territory", Region::Yt),
];

/// Names that are known as towns, or as none: an import names the same ones again and again.
#[derive(Debug, Default)]
pub struct Towns(FxHashMap<(String, Region), bool>);

/// Greatest number of remembered names.
const MOST_TOWNS: usize = 10_000;

impl Towns {
    fn has(&mut self, name: &str, region: Region) -> bool {
        let key = (name.to_owned(), region);
        if let Some(known) = self.0.get(&key) {
            return *known;
        }
        if self.0.len() >= MOST_TOWNS {
            self.0.clear();
        }
        let known = Places::embedded().find(name, region).is_some();
        self.0.insert(key, known);
        known
    }
}

/// Location given by the addresses of a record.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Where {
    /// Provinces and territories, each once.
    pub regions: Vec<Region>,
    /// Names of towns, each once, with their regions.
    pub cities: Vec<(String, Option<Region>)>,
    /// The names of `cities`.
    met: FxHashSet<String>,
    /// Street addresses, each on one line; with true for an address of mail.
    streets: Vec<(String, bool)>,
    /// Regions and towns of addresses of mail, which count if no other address has any.
    postal: Option<Box<Self>>,
}

impl Where {
    /// Returns the addresses of locations, and of those within a service.
    pub fn of<'a>(locations: impl Iterator<Item = &'a Node<'a>>) -> Self {
        let mut found = Self::default();
        locations.for_each(|location| found.add(location));
        found.settle();
        found
    }

    fn add(&mut self, location: &Node<'_>) {
        let is_virtual = field(location, "location_type").eq_ignore_ascii_case("postal");
        for name in ADDRESSES {
            for address in list(location, name) {
                self.address(address, is_virtual || is_postal(address));
            }
        }
    }

    /// Takes over the regions and towns of addresses of mail where no other address has any.
    fn settle(&mut self) {
        let Some(postal) = self.postal.take() else {
            return;
        };
        if self.regions.is_empty() && self.cities.is_empty() {
            (self.regions, self.cities) = (postal.regions, postal.cities);
        }
    }

    /// Returns the street address to go to.
    pub fn street(&self) -> Option<&str> {
        let mut streets = self.streets.iter();
        let found = streets.find(|(_, is_postal)| !is_postal);
        found.map(|(street, _)| street.as_str())
    }

    /// Returns all addresses.
    pub fn streets(&self) -> impl Iterator<Item = &str> {
        self.streets.iter().map(|(street, _)| street.as_str())
    }

    /// Returns the address of mail, if there is none to go to.
    pub fn only_postal(&self) -> Option<&str> {
        let none = self.street().is_none();
        let first = self.streets.first().filter(|_| none);
        first.map(|(street, _)| street.as_str())
    }

    fn address(&mut self, address: &Node<'_>, is_postal: bool) {
        if let Node::Text(text) = address {
            return self.line(&clean(text), is_postal);
        }
        let lines = ["address_1", "address_2", "street_1", "street_2"];
        let lines = lines.map(|name| field(address, name));
        let city = field(address, "city");
        let province = ["state_province", "region", "province"].map(|name| field(address, name));
        let postal = field(address, "postal_code");
        let country = field(address, "country");
        let region = province
            .iter()
            .find_map(|text| region(text))
            .or_else(|| by_postal_code(&postal).filter(|_| is_canada(&country)));
        let known = self.of_kind(is_postal, region);
        if !city.is_empty() && !known.met.contains(&*city) {
            known.met.insert(city.to_string());
            known.cities.push((city.to_string(), region));
        }
        let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            let [province, ..] = province;
            let parts = lines.iter().cloned().chain([city, province, postal]);
            let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
            self.streets.push((parts.join(", "), is_postal));
        }
    }

    /// Returns the facts of the addresses of a kind, with the region of one more.
    fn of_kind(&mut self, is_postal: bool, region: Option<Region>) -> &mut Self {
        let known = if is_postal {
            self.postal.get_or_insert_default()
        } else {
            self
        };
        let new = region.filter(|one| !known.regions.contains(one));
        known.regions.extend(new);
        known
    }

    /// Takes an address of one line: `1 Quill Lane, Truro, NS B2N 1A1`. Only what is known as a province or a
    /// town is one.
    fn line(&mut self, text: &str, is_postal: bool) {
        let (mut found, mut towns) = (None, Vec::new());
        for part in text.split(',').map(str::trim).skip(1) {
            let words: Vec<&str> = part.split(' ').collect();
            let codes = (0..words.len()).map(|at| words[at..].concat());
            let code = codes
                .enumerate()
                .find_map(|(at, code)| Some((at, by_postal_code(&code)?)));
            let words = &words[..code.map_or(words.len(), |(at, _)| at)];
            let named = (0..words.len()).find_map(|at| Some((at, region(&words[at..].join(" "))?)));
            let town = words[..named.map_or(words.len(), |(at, _)| at)].join(" ");
            found = found.or(named.or(code).map(|(_, region)| region));
            towns.extend((!town.is_empty()).then_some(town));
        }
        let places = Places::embedded();
        let is_town = |town: &String| match found {
            Some(region) => places.find(town, region).is_some(),
            None => Region::ALL
                .into_iter()
                .any(|region| places.find(town, region).is_some()),
        };
        towns.retain(is_town);
        let known = self.of_kind(is_postal, found);
        for town in towns {
            if known.met.insert(town.clone()) {
                known.cities.push((town, found));
            }
        }
        if !text.is_empty() {
            self.streets.push((text.to_owned(), is_postal));
        }
    }

    /// Returns the towns known in a region, in the record's spelling; `towns` remembers them.
    pub fn places(&self, region: Region, towns: &mut Towns) -> Vec<String> {
        let mut known = Vec::new();
        for (city, of) in &self.cities {
            if of.is_none_or(|of| of == region) && towns.has(city, region) {
                known.push(city.clone());
            }
        }
        known
    }
}

/// Returns true for an address of mail: often a box, or an office elsewhere.
fn is_postal(address: &Node<'_>) -> bool {
    let types = list(address, "address_type")
        .iter()
        .map(super::clean::value);
    let types: Vec<String> = types.map(|kind| kind.to_lowercase()).collect();
    let is_mail = |kind: &String| ["postal", "mail", "mailing"].contains(&kind.as_str());
    !types.is_empty() && types.iter().all(is_mail)
}

/// Returns the province or territory of a code or a name in either language.
pub fn region(text: &str) -> Option<Region> {
    with_folded(text.trim(), |folded| {
        let code = folded.strip_prefix("ca ").unwrap_or(folded);
        let known = region_names().get(code).copied();
        // "N.-B.", "T.-N.-L.", "N.B."
        let letters = || code.replace(['.', '-', ' '], "");
        let dotted = || code.contains('.').then(letters);
        known.or_else(|| region_names().get(&dotted()?).copied())
    })
}

/// Codes, names in both languages, and abbreviations of the provinces and territories, folded.
fn region_names() -> &'static FxHashMap<String, Region> {
    static NAMES: OnceLock<FxHashMap<String, Region>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = FxHashMap::default();
        for region in Region::ALL.into_iter().filter(|one| *one != Region::Ca) {
            names.insert(region.slug(), region);
            let short = region.abbreviations().iter();
            names.extend(short.map(|name| ((*name).to_owned(), region)));
            for language in Language::ALL {
                let name = Messages::of(language).text(&region.message_id());
                names.insert(fold(&name).text, region);
            }
        }
        let old = OLD_NAMES.iter();
        names.extend(old.map(|(name, region)| ((*name).to_owned(), *region)));
        names
    })
}

/// Returns the region of the first letter of a Canadian postal code; `None` for X, which two
/// territories share.
fn by_postal_code(code: &str) -> Option<Region> {
    let compact: Vec<char> = code.chars().filter(|c| !c.is_whitespace()).collect();
    let shape = compact.len() == 6
        && compact.iter().enumerate().all(|(index, c)| {
            if index % 2 == 0 {
                c.is_ascii_alphabetic()
            } else {
                c.is_ascii_digit()
            }
        });
    Some(match compact.first()?.to_ascii_uppercase() {
        _ if !shape => return None,
        'A' => Region::Nl,
        'B' => Region::Ns,
        'C' => Region::Pe,
        'E' => Region::Nb,
        'G' | 'H' | 'J' => Region::Qc,
        'K' | 'L' | 'M' | 'N' | 'P' => Region::On,
        'R' => Region::Mb,
        'S' => Region::Sk,
        'T' => Region::Ab,
        'V' => Region::Bc,
        'Y' => Region::Yt,
        _ => return None,
    })
}

fn is_canada(country: &str) -> bool {
    country.is_empty() || ["ca", "can", "canada"].contains(&country.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn node(value: serde_json::Value) -> Node<'static> {
        value.into()
    }

    #[test]
    fn regions_are_recognized_by_names_codes_and_postal_codes() {
        for (text, expected) in [
            ("NS", Some(Region::Ns)),
            ("nova scotia", Some(Region::Ns)),
            ("Nouvelle-Écosse", Some(Region::Ns)),
            ("CA-QC", Some(Region::Qc)),
            ("Québec", Some(Region::Qc)),
            ("MyState", None),
            ("Canada", None),
            ("", None),
        ] {
            assert_eq!(region(text), expected, "{text}");
        }
        assert_eq!(by_postal_code("B3H 1A1"), Some(Region::Ns));
        assert_eq!(by_postal_code("X1A 1A1"), None);
        assert_eq!(by_postal_code("90210"), None);
    }

    #[test]
    fn an_address_of_mail_is_no_place_to_go() {
        let box_in_toronto = json!({"address_1": "PO Box 7", "city": "Toronto", "state_province": "ON", "address_type": "postal"});
        let mut found = Where::default();
        found.add(&node(json!({"addresses": [box_in_toronto, {"address_1": "1 Quill Lane", "city": "Truro", "state_province": "NS", "address_type": "physical"}]})));
        found.settle();
        assert_eq!(found.street(), Some("1 Quill Lane, Truro, NS"));
        assert_eq!(found.regions, [Region::Ns]);
        assert_eq!(found.places(Region::Ns, &mut Towns::default()), ["Truro"]);
        let mut found = Where::default();
        found.add(&node(json!({"addresses": [box_in_toronto]})));
        found.settle();
        assert_eq!(
            (found.street(), found.only_postal()),
            (None, Some("PO Box 7, Toronto, ON"))
        );
        assert_eq!(found.regions, [Region::On]);
    }

    #[test]
    fn an_address_of_one_line_is_read_without_guesses() {
        for (line, regions, towns) in [
            (
                "1 Quill Lane, Truro, NS B2N 1A1",
                vec![Region::Ns],
                vec!["Truro"],
            ),
            (
                "1 Quill Lane, Truro Nova Scotia",
                vec![Region::Ns],
                vec!["Truro"],
            ),
            (
                "12, rue des Ormes, Québec (Québec) G1A 1A1",
                vec![Region::Qc],
                vec![],
            ),
            ("1 Quill Lane, Saskatoon", vec![], vec!["Saskatoon"]),
            ("1 Quill Lane, the old mill", vec![], vec![]),
        ] {
            let mut found = Where::default();
            found.add(&node(json!({ "address": line })));
            assert_eq!(found.street(), Some(line));
            assert_eq!(found.regions, regions, "{line}");
            let cities: Vec<&str> = found.cities.iter().map(|(city, _)| city.as_str()).collect();
            assert_eq!(cities, towns, "{line}");
        }
    }
}
