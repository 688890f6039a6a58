//! Format of the files in `assets/places/`.

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::places::place::{Kind, Name};

/// Record of `places.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceRecord<'a> {
    #[serde(borrow)]
    pub name: NameRecord<'a>,
    #[serde(borrow, default)]
    pub also: Vec<&'a str>,
    pub region: Region,
    pub lat: f32,
    pub lon: f32,
    #[serde(default)]
    pub population: u32,
    #[serde(deserialize_with = "zone")]
    pub zone: Zone,
    #[serde(default)]
    pub kind: Kind,
}

/// Record of `areas.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::places) struct AreaRecord<'a> {
    #[serde(borrow)]
    pub name: NameRecord<'a>,
    #[serde(borrow, default)]
    pub also: Vec<&'a str>,
    pub region: Region,
    #[serde(borrow)]
    pub places: Vec<&'a str>,
    /// Source of the list of towns, for maintainers.
    #[serde(rename = "source")]
    pub _source: &'a str,
}

fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Zone, D::Error> {
    let name = <&str>::deserialize(deserializer)?;
    Zone::from_name(name).ok_or_else(|| D::Error::custom(format!("no time zone of Canada: {name}")))
}

/// Name in both languages.
#[derive(Clone, Copy, Debug)]
pub(in crate::places) struct NameRecord<'a> {
    pub en: &'a str,
    pub fr: &'a str,
}

impl<'de: 'a, 'a> Deserialize<'de> for NameRecord<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameVisitor)
    }
}

/// Deserializes one text for both languages, or an object with one for each.
struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = NameRecord<'de>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a name without escapes, or one in \"en\" and \"fr\"")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(NameRecord { en: name, fr: name })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut en, mut fr) = (None, None);
        while let Some((language, name)) = map.next_entry::<&str, &'de str>()? {
            match language {
                "en" => en = Some(name),
                "fr" => fr = Some(name),
                _ => return Err(A::Error::unknown_field(language, &["en", "fr"])),
            }
        }
        Ok(NameRecord {
            en: en.ok_or_else(|| A::Error::missing_field("en"))?,
            fr: fr.ok_or_else(|| A::Error::missing_field("fr"))?,
        })
    }
}

impl From<NameRecord<'static>> for Name {
    fn from(NameRecord { en, fr }: NameRecord<'static>) -> Self {
        Self { en, fr }
    }
}
