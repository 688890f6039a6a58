//! Contacts at the top of the list if a life is at risk.

use super::{Gravity, Need};
use crate::directory::Region;

/// Id of the contact of 911.
pub const POLICE_AND_AMBULANCE: &str = "ca-911";

/// Beginning of the ids of the RCMP's contacts in Nunavut.
pub const RCMP_OF_NUNAVUT: &str = "nu-rcmp-";

/// Id of the contact of 988.
pub const SUICIDE_LINE: &str = "ca-988";

/// Id of the need of a person in danger now.
pub const DANGER: &str = "danger-now";

/// Id of the need for an ambulance.
pub const MEDICAL: &str = "medical-now";

/// Id of the need for 988.
pub const SUICIDE: &str = "suicide";

/// Returns true if 911 works in a region. Nunavut has no 911: the RCMP has a number in each
/// community.
pub fn has_911(region: Region) -> bool {
    region != Region::Nu
}

/// Returns the contacts of a need that must come first.
pub fn contacts<'a>(need: &Need, serving: Vec<&'a str>) -> Vec<&'a str> {
    if need.gravity != Gravity::Life {
        return Vec::new();
    }
    let is_first = |id: &&str| match need.id.as_str() {
        SUICIDE => *id == SUICIDE_LINE,
        _ => *id == POLICE_AND_AMBULANCE || id.starts_with(RCMP_OF_NUNAVUT),
    };
    serving.into_iter().filter(is_first).collect()
}

/// Returns a first step with another call instead of 911.
pub fn without_911(step: &str, call: &str) -> String {
    step.replace("le 911", call).replace("911", call)
}
