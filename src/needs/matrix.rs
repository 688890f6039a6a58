//! Matrix of needs and regions: contacts, and topics of the guide.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::emergency::{POLICE_AND_AMBULANCE, has_911};
use super::{Need, NeedsError};
use crate::directory::Region;
use crate::guide::TopicId;

/// Contacts and topics by region and need, borrowed from the text of the matrix: every session
/// keeps it, and shows a few rows of it.
#[derive(Debug)]
pub struct Matrix<'a> {
    /// Rows by region in the order of [`Region::ALL`], then by need.
    rows: Vec<Vec<Row<'a>>>,
    /// National contacts before a region's own, by need, with their regions: all regions if none is
    /// named.
    first: BTreeMap<usize, (Vec<&'a str>, Vec<Region>)>,
}

/// Contacts and topics for a need in a region.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'a> {
    /// Ids of contacts, best first.
    #[serde(borrow)]
    contacts: Vec<&'a str>,
    /// Links to topics of the guide; each is one that [`TopicId::parse`] takes.
    #[serde(borrow, deserialize_with = "topics")]
    topics: Vec<&'a str>,
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
    needs: BTreeMap<&'a str, Row<'a>>,
    #[serde(default, borrow)]
    first: BTreeMap<&'a str, Vec<&'a str>>,
    #[serde(default, borrow)]
    first_regions: BTreeMap<&'a str, Vec<Region>>,
    /// Needs without contacts: notes for maintainers.
    #[serde(default, rename = "holes")]
    _holes: serde::de::IgnoredAny,
}

fn topics<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<&'de str>, D::Error> {
    let links = Vec::<&str>::deserialize(source)?;
    match links.iter().find(|link| TopicId::parse(link).is_none()) {
        Some(link) => Err(serde::de::Error::custom(format!("no topic: {link}"))),
        None => Ok(links),
    }
}

impl<'a> Matrix<'a> {
    /// Parses the matrix for these needs.
    ///
    /// # Errors
    /// If it cannot be parsed, or names an unknown need, region or page.
    pub fn read(text: &'a str, needs: &[Need]) -> Result<Self, NeedsError> {
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
    pub fn contact_ids(&self) -> impl Iterator<Item = &'a str> {
        let first = self.first.values().flat_map(|(contacts, _)| contacts);
        let rows = self.rows.iter().flatten().flat_map(|row| &row.contacts);
        first.chain(rows).copied()
    }

    /// Returns the ids of the contacts for a need in a region, best first.
    pub fn contacts(&self, need: usize, region: Region) -> Vec<&'a str> {
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
    pub fn topics(&self, need: usize, region: Region) -> Vec<TopicId> {
        let mut found = Vec::new();
        let links = self.rows_of(need, region).flat_map(|row| &row.topics);
        for topic in links.filter_map(|link| TopicId::parse(link)) {
            if !found.contains(&topic) {
                found.push(topic);
            }
        }
        found
    }

    /// Returns the national contacts before the region's own. For all of Canada these are all of
    /// them.
    fn first(&self, need: usize, region: Region) -> &[&'a str] {
        self.first.get(&need).map_or(&[], |(contacts, regions)| {
            let here = regions.is_empty() || region == Region::Ca || regions.contains(&region);
            if here { contacts } else { &[] }
        })
    }

    /// Returns the region's own row, then the Canada-wide one.
    fn rows_of(&self, need: usize, region: Region) -> impl Iterator<Item = &Row<'a>> {
        let national = (region != Region::Ca).then_some(Region::Ca);
        [Some(region), national]
            .into_iter()
            .flatten()
            .filter_map(move |region| self.rows[region as usize].get(need))
    }
}
