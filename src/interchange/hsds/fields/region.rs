//! Region of a record, derived from other facts if it is not stated.

use super::address::{self, Where};
use super::clean::{list, with_folded};
use super::facts;
use crate::directory::phone::national;
use crate::directory::{Phone, PhoneKind, Region};
use crate::interchange::hsds::node::Node;
use crate::places::Places;

/// Names of the whole country.
const CANADA: [&str; 7] = [
    "canada",
    "canada wide",
    "across canada",
    "all of canada",
    "national",
    "partout au canada",
    "tout le canada",
];

/// Area codes of a single province. Nova Scotia shares its two with Prince Edward Island, and the
/// three territories share theirs.
const AREA_CODES: [(Region, &[&str]); 8] = [
    (Region::Ab, &["368", "403", "587", "780", "825"]),
    (Region::Bc, &["236", "250", "257", "604", "672", "778"]),
    (Region::Mb, &["204", "431", "584"]),
    (Region::Nb, &["428", "506"]),
    (Region::Nl, &["709", "879"]),
    (
        Region::On,
        &[
            "226", "249", "289", "343", "365", "382", "416", "437", "519", "548", "613", "647",
            "683", "705", "742", "753", "807", "905", "942",
        ],
    ),
    (
        Region::Qc,
        &[
            "263", "354", "367", "418", "438", "450", "468", "514", "579", "581", "819", "873",
        ],
    ),
    (Region::Sk, &["306", "474", "639"]),
];

/// Returns the region with the name of an area: a province, a territory, or the whole country.
pub fn named(area: &str) -> Option<Region> {
    let is_canada = |folded: &str| CANADA.contains(&folded);
    address::region(area).or_else(|| with_folded(area.trim(), is_canada).then_some(Region::Ca))
}

/// Splits `Halifax, Nova Scotia` into the area and its region.
pub fn split(area: &str) -> (&str, Option<Region>) {
    match area.rsplit_once(',') {
        Some((before, last)) if named(last).is_some() => (before.trim_end(), named(last)),
        _ => (area, None),
    }
}

/// Returns the region named in the service's areas; all of Canada for several.
pub fn of_areas(service: &Node<'_>) -> Option<Region> {
    let areas = list(service, "service_areas").iter();
    let names = areas.map(facts::area_name);
    only(names.filter_map(|name| named(&name).or_else(|| split(&name).1)))
}

/// Returns the region of the towns, with one of them, if all names occur in one region only.
pub fn of_towns(found: &Where) -> Option<(Region, String)> {
    let places = Places::embedded();
    let mut regions = Vec::new();
    for (town, _) in &found.cities {
        let all = Region::ALL.into_iter().filter(|one| *one != Region::Ca);
        regions.extend(all.filter(|region| places.find(town, *region).is_some()));
    }
    let (first, _) = found.cities.first()?;
    let region = only(regions).filter(|region| *region != Region::Ca)?;
    Some((region, first.clone()))
}

/// Returns the region of the numbers' area codes, with one of them, if all belong to one.
pub fn of_phones(phones: &[Phone]) -> Option<(Region, String)> {
    let local = phones
        .iter()
        .filter(|phone| phone.is_dialled() && phone.kind != PhoneKind::Fax);
    let known = local.filter_map(|phone| Some((of_number(&phone.number)?, phone)));
    let known: Vec<(Region, &Phone)> = known.collect();
    let region =
        only(known.iter().map(|(region, _)| *region)).filter(|region| *region != Region::Ca)?;
    let (_, phone) = known.first()?;
    Some((region, phone.number.clone()))
}

/// Returns the province of the area code of a number, if it is that of one alone.
pub fn of_number(number: &str) -> Option<Region> {
    let number = national(number);
    let (code, _) = number.split_once('-')?;
    let (region, _) = AREA_CODES.iter().find(|(_, codes)| codes.contains(&code))?;
    Some(*region)
}

/// Returns the only region; all of Canada for several.
fn only(regions: impl IntoIterator<Item = Region>) -> Option<Region> {
    let mut regions = regions.into_iter();
    let first = regions.next()?;
    let same = regions.all(|region| region == first);
    Some(if same { first } else { Region::Ca })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn areas_name_regions() {
        for (names, expected) in [
            (vec!["Nova Scotia"], Some(Region::Ns)),
            (vec!["Halifax, Nova Scotia", "Truro, NS"], Some(Region::Ns)),
            (vec!["Nova Scotia", "Ontario"], Some(Region::Ca)),
            (vec!["Canada"], Some(Region::Ca)),
            (vec!["Colchester County"], None),
            (vec![], None),
        ] {
            let areas: Vec<serde_json::Value> =
                names.iter().map(|name| json!({"name": name})).collect();
            assert_eq!(
                of_areas(&json!({"service_areas": areas}).into()),
                expected,
                "{names:?}"
            );
        }
        assert_eq!(split("Cape Breton, Nova Scotia").0, "Cape Breton");
        assert_eq!(split("Pictou, Antigonish").0, "Pictou, Antigonish");
    }

    #[test]
    fn towns_and_numbers_of_one_province_tell_it() {
        let towns = |names: &[&str]| {
            let names = names.iter().map(|name| ((*name).to_owned(), None));
            let mut found = Where::default();
            found.cities.extend(names);
            found
        };
        let region = |names| of_towns(&towns(names)).map(|(region, _)| region);
        assert_eq!(region(&["Saskatoon"]), Some(Region::Sk));
        assert_eq!(region(&["Windsor"]), None, "several provinces have one");
        assert_eq!(region(&["Saskatoon", "Calgary"]), None);
        assert_eq!(region(&[]), None);
        assert_eq!(of_number("1-306-555-0142"), Some(Region::Sk));
        assert_eq!(of_number("902-555-0142"), None, "two provinces share it");
        assert_eq!(of_number("1-800-555-0142"), None);
        assert_eq!(of_number("211"), None);
    }
}
