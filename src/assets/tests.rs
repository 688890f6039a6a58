use super::*;
use crate::directory::hours::Zone;
use crate::i18n::Text;

/// Returns the zone of a contact of a region with these places, and this area.
fn zone(region: Region, places: &[&str], area: &str) -> Option<Zone> {
    let contacts = Assets::embedded().contacts().unwrap();
    let mut contact = contacts.into_iter().next().unwrap();
    contact.region = region;
    contact.places = places.iter().map(ToString::to_string).collect();
    contact.area = (!area.is_empty()).then(|| Text {
        en: area.to_owned(),
        fr: area.to_owned(),
    });
    set_clock(&mut contact);
    contact.zone()
}

#[test]
fn a_contact_keeps_the_time_of_its_places() {
    for (region, places, expected) in [
        (Region::On, &["Kenora"][..], Some(Zone::Winnipeg)),
        (Region::On, &["Thunder Bay"], Some(Zone::Toronto)),
        (Region::On, &["Atikokan"], Some(Zone::Atikokan)),
        (Region::On, &["Thunder Bay", "Kenora"], None),
        (
            Region::Nl,
            &["Happy Valley-Goose Bay"],
            Some(Zone::GooseBay),
        ),
        (Region::Nl, &["St. John’s", "Gander"], Some(Zone::StJohns)),
        (Region::Sk, &["Creighton"], Some(Zone::Winnipeg)),
        (Region::Bc, &["Cranbrook"], Some(Zone::Edmonton)),
        (Region::Nu, &["Cambridge Bay", "Iqaluit"], None),
        (Region::Nu, &["Rankin Inlet"], Some(Zone::RankinInlet)),
        (Region::Ns, &["no such place"], Some(Zone::Halifax)),
        (Region::Ca, &[], None),
    ] {
        assert_eq!(zone(region, places, ""), expected, "{places:?}");
    }
}

#[test]
fn without_places_the_words_for_the_area_say_it() {
    for (region, area, expected) in [
        (Region::Nl, "Newfoundland and Labrador", Some(Zone::StJohns)),
        (Region::Nl, "Labrador West", Some(Zone::GooseBay)),
        (
            Region::On,
            "Toronto, Ottawa, Thunder Bay",
            Some(Zone::Toronto),
        ),
        (Region::On, "Thunder Bay and northwestern Ontario", None),
        (
            Region::Nu,
            "Cambridge Bay, Iqaluit, Kugluktuk, Rankin Inlet",
            None,
        ),
        (Region::Ns, "Halifax", Some(Zone::Halifax)),
        (Region::Qc, "Magdalen Islands", Some(Zone::Halifax)),
        (Region::Sk, "Creighton", Some(Zone::Winnipeg)),
        (Region::Nu, "Coral Harbour", Some(Zone::Atikokan)),
        (Region::Ca, "Ottawa", None),
    ] {
        assert_eq!(zone(region, &[], area), expected, "{area}");
    }
}

#[test]
fn every_contact_with_places_has_their_clock() {
    let contacts = Assets::embedded().contacts().unwrap();
    let placed = contacts.iter().filter(|contact| !contact.places.is_empty());
    let unsaid = placed.filter(|contact| contact.clock == PlaceClock::Unsaid);
    assert_eq!(
        unsaid.map(|contact| &contact.id).collect::<Vec<_>>(),
        [""; 0]
    );
}
