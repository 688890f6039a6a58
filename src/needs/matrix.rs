//! Matrix of needs and regions: contacts, and topics of the guide.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::emergency::{POLICE_AND_AMBULANCE, has_911};
use super::{Need, NeedsError};
use crate::directory::Region;
use crate::guide::TopicId;

/// Contacts and topics by region and need.
#[derive(Debug)]
pub struct Matrix {
    /// Rows by region in the order of [`Region::ALL`], then by need.
    rows: Vec<Vec<Row>>,
    /// National contacts before a region's own, by need, with their regions: all regions if none is
    /// named.
    first: BTreeMap<usize, (Vec<String>, Vec<Region>)>,
}

/// Contacts and topics for a need in a region.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// Ids of contacts, best first.
    contacts: Vec<String>,
    /// Topics of the guide.
    #[serde(deserialize_with = "topics")]
    topics: Vec<TopicId>,
}

#[derive(Deserialize)]
struct MatrixFile<'a> {
    #[serde(borrow)]
    regions: BTreeMap<&'a str, InRegion<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InRegion<'a> {
    #[serde(borrow)]
    needs: BTreeMap<&'a str, Row>,
    #[serde(default, borrow)]
    first: BTreeMap<&'a str, Vec<String>>,
    #[serde(default, borrow)]
    first_regions: BTreeMap<&'a str, Vec<Region>>,
    /// Needs without contacts: notes for maintainers.
    #[serde(default, rename = "holes")]
    _holes: serde::de::IgnoredAny,
}

fn topics<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<TopicId>, D::Error> {
    let links = Vec::<&str>::deserialize(source)?;
    let topics = links.into_iter().map(|link| {
        TopicId::parse(link).ok_or_else(|| serde::de::Error::custom(format!("no topic: {link}")))
    });
    topics.collect()
}

impl Matrix {
    /// Parses the matrix for these needs.
    ///
    /// # Errors
    /// If it cannot be parsed, or names an unknown need, region or page.
    pub fn read(text: &str, needs: &[Need]) -> Result<Self, NeedsError> {
        let file: MatrixFile<'_> = serde_json::from_str(text).map_err(NeedsError::Matrix)?;
        let place = |id: &str| {
            let found = needs.iter().position(|need| need.id == id);
            found.ok_or_else(|| NeedsError::Unknown(id.to_owned()))
        };
        let mut matrix = Self {
            rows: vec![vec![Row::default(); needs.len()]; Region::ALL.len()],
            first: BTreeMap::new(),
        };
        for (code, mut inside) in file.regions {
            let region = Region::from_code(code);
            let region = region.ok_or_else(|| NeedsError::Unknown(code.to_owned()))?;
            for (id, row) in inside.needs {
                matrix.rows[region as usize][place(id)?] = row;
            }
            for (id, contacts) in inside.first {
                let regions = inside.first_regions.remove(id).unwrap_or_default();
                matrix.first.insert(place(id)?, (contacts, regions));
            }
        }
        Ok(matrix)
    }

    /// Returns the ids of all contacts; some repeatedly.
    pub fn contact_ids(&self) -> impl Iterator<Item = &str> {
        let first = self.first.values().flat_map(|(contacts, _)| contacts);
        let rows = self.rows.iter().flatten().flat_map(|row| &row.contacts);
        first.chain(rows).map(String::as_str)
    }

    /// Returns the ids of the contacts for a need in a region, best first.
    pub fn contacts(&self, need: usize, region: Region) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let rows = self.rows_of(need, region).flat_map(|row| &row.contacts);
        for id in self.first(need, region).iter().chain(rows) {
            let answers = id != POLICE_AND_AMBULANCE || has_911(region);
            if answers && !found.contains(&id.as_str()) {
                found.push(id);
            }
        }
        found
    }

    /// Returns the topics for a need in a region, the region's own first.
    pub fn topics(&self, need: usize, region: Region) -> Vec<&TopicId> {
        let mut found: Vec<&TopicId> = Vec::new();
        for topic in self.rows_of(need, region).flat_map(|row| &row.topics) {
            if !found.contains(&topic) {
                found.push(topic);
            }
        }
        found
    }

    /// Returns the national contacts before the region's own. For all of Canada these are all of
    /// them.
    fn first(&self, need: usize, region: Region) -> &[String] {
        self.first.get(&need).map_or(&[], |(contacts, regions)| {
            let here = regions.is_empty() || region == Region::Ca || regions.contains(&region);
            if here { contacts } else { &[] }
        })
    }

    /// Returns the region's own row, then the Canada-wide one.
    fn rows_of(&self, need: usize, region: Region) -> impl Iterator<Item = &Row> {
        let national = (region != Region::Ca).then_some(Region::Ca);
        [Some(region), national]
            .into_iter()
            .flatten()
            .filter_map(move |region| self.rows[region as usize].get(need))
    }
}
