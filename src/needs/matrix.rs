//! Matrix of needs and regions: contacts, and topics of the guide.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::emergency::{POLICE_AND_AMBULANCE, has_911};
use super::{Need, NeedsError};
use crate::directory::Region;
use crate::guide::TopicId;

/// Contacts and topics by region and need, borrowed from the text of the matrix. The rows of a
/// region are parsed when first read: a session shows one region, and the rows of all regions take
/// 0.1 MB.
#[derive(Debug)]
pub struct Matrix<'a> {
    /// Regions in the order of [`Region::ALL`].
    regions: Vec<InRegion<'a>>,
}

/// Contacts and topics for a need in a region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'a> {
    /// Ids of contacts, best first.
    #[serde(borrow)]
    contacts: Vec<&'a str>,
    /// Links to topics of the guide, all accepted by [`TopicId::parse`].
    #[serde(borrow, deserialize_with = "topics")]
    topics: Vec<&'a str>,
}

type Rows<'a> = BTreeMap<&'a str, Row<'a>>;

#[derive(Deserialize)]
struct MatrixFile<'a> {
    #[serde(borrow)]
    regions: BTreeMap<&'a str, InRegion<'a>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct InRegion<'a> {
    /// Rows by the ids of their needs, not parsed; `None` for a region that the matrix lacks.
    #[serde(borrow)]
    needs: Option<&'a RawValue>,
    #[serde(skip)]
    rows: OnceLock<Rows<'a>>,
    /// National contacts before a region's own, by need.
    #[serde(default, borrow)]
    first: BTreeMap<&'a str, Vec<&'a str>>,
    /// Regions of these contacts: all regions if none is named.
    #[serde(default, borrow)]
    first_regions: BTreeMap<&'a str, Vec<Region>>,
    /// Needs without contacts: notes for maintainers.
    #[serde(default, rename = "holes")]
    _holes: IgnoredAny,
}

impl<'a> InRegion<'a> {
    fn parse(&self) -> Result<Rows<'a>, serde_json::Error> {
        let rows = self.needs.map(|rows| serde_json::from_str(rows.get()));
        rows.unwrap_or_else(|| Ok(Rows::new()))
    }

    fn row(&self, need: &str) -> Option<&Row<'a>> {
        // Damaged rows are refused by the check of the content.
        let rows = self.rows.get_or_init(|| self.parse().unwrap_or_default());
        rows.get(need)
    }
}

fn topics<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<&'de str>, D::Error> {
    let links = Vec::<&str>::deserialize(source)?;
    match links.iter().find(|link| TopicId::parse(link).is_none()) {
        Some(link) => Err(serde::de::Error::custom(format!("no topic: {link}"))),
        None => Ok(links),
    }
}

impl<'a> Matrix<'a> {
    /// Reads the matrix, without the rows of its regions.
    ///
    /// # Errors
    /// If it cannot be parsed, or names an unknown region.
    pub fn read(text: &'a str) -> Result<Self, NeedsError> {
        let file: MatrixFile<'_> = serde_json::from_str(text).map_err(NeedsError::Matrix)?;
        let mut regions: Vec<InRegion<'_>> = Vec::new();
        regions.resize_with(Region::ALL.len(), InRegion::default);
        for (code, inside) in file.regions {
            let region = Region::from_code(code);
            let region = region.ok_or_else(|| NeedsError::Unknown(code.to_owned()))?;
            regions[region as usize] = inside;
        }
        Ok(Self { regions })
    }

    /// Checks the rows of all regions.
    ///
    /// # Errors
    /// If a row cannot be parsed, or names none of these needs.
    pub fn check(&self, needs: &[Need]) -> Result<(), NeedsError> {
        for region in &self.regions {
            let rows = region.parse().map_err(NeedsError::Matrix)?;
            let ids = rows.keys().chain(region.first.keys());
            for id in ids.chain(region.first_regions.keys()) {
                if !needs.iter().any(|need| need.id == *id) {
                    return Err(NeedsError::Unknown((*id).to_owned()));
                }
            }
        }
        Ok(())
    }

    /// Returns the ids of the contacts for a need in a region, best first.
    pub fn contacts(&self, need: &str, region: Region) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        let rows = self.rows_of(need, region).flat_map(|row| &row.contacts);
        for id in self.first(need, region).iter().chain(rows) {
            let answers = *id != POLICE_AND_AMBULANCE || has_911(region);
            if answers && !found.contains(id) {
                found.push(id);
            }
        }
        found
    }

    /// Returns the topics for a need in a region, the region's own first.
    pub fn topics(&self, need: &str, region: Region) -> Vec<TopicId> {
        let mut found = Vec::new();
        let links = self.rows_of(need, region).flat_map(|row| &row.topics);
        for topic in links.filter_map(|link| TopicId::parse(link)) {
            if !found.contains(&topic) {
                found.push(topic);
            }
        }
        found
    }

    /// Returns the national contacts before the region's own; for all of Canada, regardless of
    /// their regions.
    fn first(&self, need: &str, region: Region) -> &[&'a str] {
        let inside = self.regions.iter();
        let mut named = inside.filter_map(|inside| {
            let regions = inside.first_regions.get(need);
            Some((
                inside.first.get(need)?,
                regions.map_or(&[][..], Vec::as_slice),
            ))
        });
        named.next().map_or(&[], |(contacts, regions)| {
            let here = regions.is_empty() || region == Region::Ca || regions.contains(&region);
            if here { contacts } else { &[] }
        })
    }

    /// Returns the region's own row, then the Canada-wide one.
    fn rows_of(&self, need: &str, region: Region) -> impl Iterator<Item = &Row<'a>> {
        let national = (region != Region::Ca).then_some(Region::Ca);
        [Some(region), national]
            .into_iter()
            .flatten()
            .filter_map(move |region| self.regions[region as usize].row(need))
    }
}
