//! Location of a service: region, towns, and public address.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::clean::{field, list};
use crate::directory::Region;
use crate::i18n::folding::fold;
use crate::i18n::{Language, Messages};
use crate::places::Places;

/// Words for a secret address.
const SECRET: [&str; 8] = [
    "confidential",
    "confidentiel",
    "confidentielle",
    "undisclosed",
    "not disclosed",
    "non divulgue",
    "non divulguee",
    "secret",
];

/// Words in names of shelters and of places easily taken for one.
const SHELTERS: [&str; 11] = [
    "shelter",
    "safe house",
    "safehouse",
    "transition house",
    "transition home",
    "second stage",
    "refuge",
    "hebergement",
    "maison sure",
    "maison de transition",
    "women s house",
];

/// Names of provinces and territories that are no longer in use, or are abbreviations.
const OLD_NAMES: [(&str, Region); 11] = [
    ("pq", Region::Qc),
    ("que", Region::Qc),
    ("quebec", Region::Qc),
    ("nf", Region::Nl),
    ("nfld", Region::Nl),
    ("newfoundland", Region::Nl),
    ("labrador", Region::Nl),
    ("yk", Region::Yt),
    ("yukon territory", Region::Yt),
    ("pei", Region::Pe),
    ("ont", Region::On),
];

/// Location given by the addresses of a record.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Where {
    /// Provinces and territories, each once.
    pub regions: Vec<Region>,
    /// Names of towns, each once, with their regions.
    pub cities: Vec<(String, Option<Region>)>,
    /// Street addresses, each on one line.
    pub streets: Vec<String>,
    /// Street lines; removed from all texts if they are secret.
    pub lines: Vec<String>,
    /// True if the addresses are secret.
    pub is_secret: bool,
}

impl Where {
    /// Adds the addresses of a location, or those within a service.
    pub fn add(&mut self, location: &Value) {
        self.is_secret |= is_flagged(location) || says_secret(&field(location, "name"));
        for name in [
            "addresses",
            "address",
            "physical_addresses",
            "physical_address",
        ] {
            for address in list(location, name) {
                self.address(address);
            }
        }
    }

    fn address(&mut self, address: &Value) {
        let lines = ["address_1", "address_2", "street_1", "street_2"];
        let lines = lines.map(|name| field(address, name));
        self.is_secret |= is_flagged(address) || lines.iter().any(|line| says_secret(line));
        let city = field(address, "city");
        let province = ["state_province", "region", "province"].map(|name| field(address, name));
        let postal = field(address, "postal_code");
        let country = field(address, "country");
        let region = province
            .iter()
            .find_map(|text| region(text))
            .or_else(|| by_postal_code(&postal).filter(|_| is_canada(&country)));
        self.regions
            .extend(region.filter(|one| !self.regions.contains(one)));
        if !city.is_empty() && !self.cities.iter().any(|(known, _)| *known == city) {
            self.cities.push((city.clone(), region));
        }
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            let [province, ..] = province;
            let parts = lines.iter().cloned().chain([city, province, postal]);
            let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
            self.streets.push(parts.join(", "));
            self.lines.extend(lines);
        }
    }

    /// Returns the towns known in a region, in the record's spelling.
    pub fn places(&self, region: Region) -> Vec<String> {
        let places = Places::embedded();
        let known = |(city, of): &&(String, Option<Region>)| {
            of.is_none_or(|of| of == region) && places.find(city, region).is_some()
        };
        self.cities
            .iter()
            .filter(known)
            .map(|(city, _)| city.clone())
            .collect()
    }
}

/// Returns true if a field about confidentiality of an object is set.
pub fn is_flagged(object: &Value) -> bool {
    let fields = object.as_object().into_iter().flatten();
    let mut set = fields.filter(|(name, _)| {
        let name = name.to_lowercase();
        name.contains("confidential") || name == "is_hidden" || name == "undisclosed"
    });
    set.any(|(_, value)| match value {
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => {
            !["", "false", "no", "non", "0", "n"].contains(&text.trim().to_lowercase().as_str())
        }
        Value::Null => false,
        Value::Array(_) | Value::Object(_) => true,
    })
}

/// Returns true if words say that an address is secret.
pub fn says_secret(text: &str) -> bool {
    has_words(text, &SECRET)
}

/// Returns true if a name is that of a shelter.
pub fn is_shelter_name(text: &str) -> bool {
    has_words(text, &SHELTERS)
}

fn has_words(text: &str, phrases: &[&str]) -> bool {
    // Most texts hold no first letters of any phrase.
    let starts = |window: &[u8]| {
        phrases
            .iter()
            .any(|phrase| phrase.as_bytes()[..3].eq_ignore_ascii_case(window))
    };
    if text.is_ascii() && !text.as_bytes().windows(3).any(starts) {
        return false;
    }
    let folded = fold(text).text;
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = folded.chars().map(plain).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    phrases.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        // Plurals count, too.
        words.windows(phrase.len()).any(|window| {
            let mut pairs = window.iter().zip(&phrase);
            pairs.all(|(word, wanted)| {
                word.strip_suffix('s').unwrap_or(word) == wanted.strip_suffix('s').unwrap_or(wanted)
            })
        })
    })
}

/// Returns the province or territory of a code or a name in either language.
pub fn region(text: &str) -> Option<Region> {
    let folded = fold(text.trim()).text;
    let code = folded.strip_prefix("ca ").unwrap_or(&folded);
    region_names().get(code).copied()
}

/// Codes, names in both languages, and old abbreviations of the provinces and territories, folded.
fn region_names() -> &'static FxHashMap<String, Region> {
    static NAMES: OnceLock<FxHashMap<String, Region>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = FxHashMap::default();
        for region in Region::ALL.into_iter().filter(|one| *one != Region::Ca) {
            names.insert(region.slug(), region);
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
    fn secret_addresses_are_recognized() {
        for location in [
            json!({"addresses": [{"address_1": "Confidential", "city": "Truro"}]}),
            json!({"name": "Undisclosed location", "addresses": []}),
            json!({"is_confidential": true}),
            json!({"addresses": [{"address_1": "1 Quill Lane", "confidential": "yes"}]}),
        ] {
            let mut found = Where::default();
            found.add(&location);
            assert!(found.is_secret, "{location}");
        }
        let mut open = Where::default();
        open.add(&json!({"confidential": false, "addresses": [{"address_1": "1 Quill Lane", "city": "Truro", "state_province": "NS"}]}));
        assert!(!open.is_secret);
        assert_eq!(open.streets, ["1 Quill Lane, Truro, NS"]);
        assert_eq!(open.places(Region::Ns), ["Truro"]);
        assert!(is_shelter_name("Emergency Shelters"));
        assert!(is_shelter_name("Maison d’hébergement Quill"));
        assert!(!is_shelter_name("Sheltering Arms Café"));
    }
}
