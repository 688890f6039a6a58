//! Location of a contact: the reach of its places, their time zone, the town of a house.

use super::Contact;
use crate::directory::Category;
use crate::directory::hours::zone::{PlaceClock, Zone, zones};

impl Contact {
    /// Default reach of a service around its places, in kilometres.
    pub const USUAL_REACH_KM: u16 = 50;

    /// Returns the reach around its places, in kilometres.
    pub fn reach_km(&self) -> f32 {
        f32::from(self.serves_km.unwrap_or(Self::USUAL_REACH_KM))
    }

    /// Returns true if it serves only a part of its region.
    pub fn is_local(&self) -> bool {
        !self.whole_region && (self.area.is_some() || !self.places.is_empty())
    }

    /// Returns the time zone of its hours: that of its places, or if it names none, of most of its
    /// region. `None` for a contact of all Canada, for one whose places have different zones, and
    /// for an own contact without a known place in a region with several zones.
    pub fn zone(&self) -> Option<Zone> {
        let zones = zones(self.region);
        match self.clock {
            PlaceClock::One(zone) => Some(zone),
            PlaceClock::Several => None,
            PlaceClock::Unsaid if self.is_own() && zones.len() > 1 => None,
            PlaceClock::Unsaid => zones.first().copied(),
        }
    }

    /// Returns the town of a house: its first one, if the name of its area has that and none of its
    /// other towns. `None` if it has houses in several towns, or its area does not tell, and for
    /// services without beds: these are a call away everywhere.
    pub fn house_town(&self) -> Option<&str> {
        let area = self
            .area
            .as_ref()
            .filter(|_| self.categories.contains(&Category::Shelter))?;
        let is_named =
            |town: &String| area.en.contains(town.as_str()) || area.fr.contains(town.as_str());
        let (first, others) = self.places.split_first()?;
        (is_named(first) && !others.iter().any(is_named)).then_some(first)
    }
}
