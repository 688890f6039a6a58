//! Rules of the places, and of the places named by contacts.

use std::collections::HashMap;

use thiserror::Error;

use super::gazetteer::AREAS;
use super::gazetteer::data::AreaRecord;
use super::letters::Words;
use super::{PlaceId, Places};
use crate::directory::Region;
use crate::directory::hours::Zone;

/// Fault of a place, an area, or a contact's place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PlaceFault {
    /// The position is outside of the region.
    #[error("{0} is outside its province or territory")]
    Outside(String),
    /// No part of the region has the place's time zone.
    #[error("{place} cannot keep the time of {zone}")]
    Zone {
        /// Key of the place.
        place: String,
        /// Name of the zone.
        zone: &'static str,
    },
    /// Two places of a region have the same main name.
    #[error("two places are {0}")]
    Twice(String),
    /// An area names a town that is not a place of its region, or no town at all.
    #[error("area {area}: no place {town:?}")]
    Area {
        /// Region and English name.
        area: String,
        /// Name of the town; empty if the area has none.
        town: String,
    },
    /// A contact names a place that its region does not have, or has twice.
    #[error("contact {contact}: {found} places {name:?} in {}", region.code())]
    Contact {
        /// Id of the contact.
        contact: String,
        /// Region of the contact.
        region: Region,
        /// Name of the place.
        name: String,
        /// Number of places with that name.
        found: usize,
    },
}

/// Returns the faults of the places and of `areas.json`. Its text is passed too, because an area's
/// reference to an unknown place is not in [`Places`].
///
/// # Errors
/// The text is not of the form of `areas.json`.
pub fn places(places: &Places, areas: &'static str) -> serde_json::Result<Vec<PlaceFault>> {
    let mut faults = Vec::new();
    let mut seen: HashMap<(Region, String), PlaceId> = HashMap::new();
    for (id, place) in places.all() {
        let inside = inside(place.region, place.lat, place.lon);
        if !inside {
            faults.push(PlaceFault::Outside(places.key(id)));
        }
        if !zones(place.region).contains(&place.zone) {
            faults.push(PlaceFault::Zone {
                place: places.key(id),
                zone: place.zone.name(),
            });
        }
        for name in [place.name.en, place.name.fr] {
            let letters = Words::of(name).letters().to_owned();
            let other = *seen.entry((place.region, letters)).or_insert(id);
            if other != id {
                faults.push(PlaceFault::Twice(places.key(id)));
            }
        }
    }
    for area in serde_json::from_str::<Vec<AreaRecord<'_>>>(areas)? {
        let fault = |town: &str| PlaceFault::Area {
            area: format!("{}/{}", area.region.code(), area.name.en),
            town: town.to_owned(),
        };
        let towns = area.places.iter();
        let lost = towns.filter(|town| places.find(town, area.region).is_none());
        faults.extend(lost.map(|town| fault(town)));
        faults.extend(area.places.is_empty().then(|| fault("")));
    }
    Ok(faults)
}

/// Returns the faults of places named by contacts: each of (id of the contact, its region, names).
/// A contact of all of Canada may name any place with a unique name.
pub fn contacts<'a>(
    places: &Places,
    named: impl IntoIterator<Item = (&'a str, Region, &'a [String])>,
) -> Vec<PlaceFault> {
    let mut faults = Vec::new();
    for (contact, region, names) in named {
        for name in names {
            let found: Vec<(bool, PlaceId)> = places.named(name, region).collect();
            let first = found.iter().filter(|(first, _)| *first).count();
            if first != 1 && found.len() != 1 {
                faults.push(PlaceFault::Contact {
                    contact: contact.to_owned(),
                    region,
                    name: name.clone(),
                    found: found.len(),
                });
            }
        }
    }
    faults
}

/// Returns true if the name belongs to exactly one place of the region, in the directory's
/// spelling.
pub fn is_known(name: &str, region: Region) -> bool {
    let name = [name.to_owned()];
    contacts(Places::embedded(), [("", region, &name[..])]).is_empty()
}

/// Returns the faults of the embedded places.
///
/// # Errors
/// If they are damaged.
pub fn embedded() -> serde_json::Result<Vec<PlaceFault>> {
    places(&Places::read()?, AREAS)
}

/// Returns the possible zones of a place of the region.
fn zones(region: Region) -> Vec<Zone> {
    use crate::directory::hours::zone;
    let mut zones = zone::zones(region).to_vec();
    zones.extend(match region {
        // Creighton, and Lloydminster.
        Region::Sk => &[Zone::Winnipeg, Zone::Edmonton] as &[Zone],
        Region::On => &[Zone::Atikokan],
        _ => &[],
    });
    zones
}

/// Returns true if a position is in the rough bounding box of a region: south, north, west, east.
fn inside(region: Region, lat: f32, lon: f32) -> bool {
    let (south, north, west, east) = match region {
        Region::Ca => (41.6, 83.2, -141.1, -52.5),
        Region::Bc => (48.2, 60.1, -139.1, -114.0),
        Region::Ab => (48.9, 60.1, -120.1, -109.9),
        Region::Sk => (48.9, 60.1, -110.1, -101.3),
        Region::Mb => (48.9, 60.1, -102.1, -88.9),
        Region::On => (41.6, 56.9, -95.2, -74.3),
        Region::Qc => (44.9, 62.7, -79.8, -57.0),
        Region::Nb => (44.5, 48.2, -69.1, -63.7),
        Region::Ns => (43.3, 47.3, -66.5, -59.6),
        Region::Pe => (45.9, 47.1, -64.5, -61.9),
        Region::Nl => (46.5, 60.5, -67.9, -52.5),
        Region::Yt => (59.9, 69.7, -141.1, -123.7),
        Region::Nt => (59.9, 78.8, -136.5, -101.9),
        Region::Nu => (51.6, 83.2, -120.8, -61.0),
    };
    (south..=north).contains(&lat) && (west..=east).contains(&lon)
}
