use super::{NOON, calls};
use crate::directory::Region;
use crate::needs::Needs;
use crate::pathways::Consent;

#[test]
fn a_life_at_risk_is_answered_by_both_lines_it_may_need() {
    for region in Region::ALL {
        let emergency = if region == Region::Nu {
            "nu-rcmp-iqaluit"
        } else {
            "ca-911"
        };
        let suicide = calls("suicide", Consent::NotAsked, region, None, NOON);
        assert_eq!(suicide[0], "ca-988", "{region:?}");
        // In Nunavut the emergency number is a police one, which the head of the screen shows.
        let is_named = suicide[1..3].iter().any(|id| id == emergency);
        assert!(is_named || region == Region::Nu, "{suicide:?}");
        let choked = calls("medical-now", Consent::NotAsked, region, None, NOON);
        assert_eq!(choked[0], emergency, "{region:?}");
        let violence = Needs::shared().unwrap();
        let violence = violence.contacts(violence.place("partner-violence").unwrap(), region);
        let names_it = choked.iter().any(|id| violence.contains(&id.as_str()));
        assert!(names_it, "{region:?}: {choked:?}");
    }
}
