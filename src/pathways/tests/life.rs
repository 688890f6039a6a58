use super::{NOON, calls, directory};
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

#[test]
fn open_lines_come_before_offices_of_the_town_for_a_life_at_risk() {
    for (region, town) in [
        (Region::Ns, "Halifax"),
        (Region::On, "Ottawa"),
        (Region::Bc, "Vancouver"),
        (Region::Qc, "Rimouski"),
    ] {
        let calls = calls("danger-now", Consent::NotAsked, region, Some(town), NOON);
        assert_eq!(calls[0], "ca-911");
        let open = calls[1..]
            .iter()
            .map(|id| directory().get(id).unwrap().always_open);
        let open: Vec<bool> = open.collect();
        assert!(open[0], "{calls:?}");
        assert!(open.is_sorted_by(|one, next| one >= next), "{calls:?}");
    }
}
