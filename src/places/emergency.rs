//! Emergency numbers at a place.

use super::{Kind, Place};
use crate::directory::{EmergencyService, Region};

impl Place {
    /// Returns the service of the region's emergency number at a place; `None` stands for the region.
    pub fn emergency_service(place: Option<&Self>, region: Region) -> EmergencyService {
        let only = region.emergency().town;
        match place {
            Some(place) if place.may_911_fail() => EmergencyService::Doubtful,
            Some(place) if only == Some(place.name.en) => EmergencyService::OwnTown,
            _ => EmergencyService::Usual,
        }
    }

    /// Returns true for the villages of Nunavik: in 2025 the centre that answers 911 served some of the
    /// fourteen, and the others had a local number (Nunavik Police Service, "Emergency Call Centre",
    /// <https://nunavikpolice.ca/en/about/call-centre/8192548144>; Nunatsiaq News, 2025).
    fn may_911_fail(&self) -> bool {
        self.region == Region::Qc && self.kind == Kind::Inuit
    }
}
