//! Territories of child protection: one office answers for each town, and the nearest one may be
//! another town's.

use crate::directory::{Category, Contact, Region};
use crate::needs::OWN_TOWN_KM;
use crate::places::{Kind, PlaceId};

use super::nearness::is_for_some;
use super::serving::Here;

/// Least ratio of the distances of two offices at which the nearer one is certainly the town's.
const CLEARLY_FARTHER: f32 = 2.0;
/// Distance in kilometres within which the only office of an area answers for its towns: an area may be
/// half a province.
const AREA_KM: f32 = 200.0;
/// Distance in kilometres within which two offices have the same seat.
const SAME_SEAT_KM: f32 = 1.0;

/// Relation of an office of child protection to the worker's town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Territory {
    /// Answers for the worker's town.
    Own,
    /// Answers for other towns.
    Other,
    /// The town is not known, or lies between the towns of two offices.
    Unknown,
}

impl<'a> Here<'a> {
    /// Returns whether an office of child protection answers for the worker's town; `None` for
    /// every other contact, and for a line of the whole region. The office that names the town
    /// answers for it; else the only office in an area of the town; else the nearest, if every
    /// other office is much farther away. In a region with a line that finds the office, the
    /// directory may lack some offices: then only an office within the town answers for it.
    pub(super) fn territory(&self, contact: &Contact) -> Option<Territory> {
        if !is_of_a_territory(contact) {
            return None;
        }
        let Some(town) = self.town else {
            return Some(Territory::Unknown);
        };
        let kind = self.places.place(town).kind;
        let is_of_nations = matches!(kind, Kind::FirstNation | Kind::Inuit);
        Some(match self.territory_around(town, contact) {
            // An office for First Nations answers for some of the families of a town.
            Territory::Own if is_for_some(contact) && !is_of_nations => Territory::Unknown,
            territory => territory,
        })
    }

    fn territory_around(&self, town: PlaceId, contact: &Contact) -> Territory {
        let known = self.child_protection(contact.region);
        let has_finder = known.iter().any(|one| !one.is_local());
        let offices = known.into_iter().filter(|one| one.is_local());
        let offices: Vec<(&Contact, Vec<PlaceId>)> = offices
            .map(|one| (one, self.towns(one).collect()))
            .collect();
        let own: Vec<PlaceId> = self.towns(contact).collect();
        let has = |has: bool| {
            if has {
                Territory::Own
            } else {
                Territory::Other
            }
        };
        if offices.iter().any(|(_, towns)| towns.contains(&town)) {
            return has(own.contains(&town));
        }
        let km = |towns: &[PlaceId]| self.places.nearest(town, towns).map(|(_, km)| km);
        if has_finder {
            let is_of_town = km(&own).is_some_and(|km| km <= OWN_TOWN_KM);
            return if is_of_town {
                Territory::Own
            } else {
                Territory::Unknown
            };
        }
        let only = self.only_office_of_an_area(town, &offices);
        if let Some(towns) = only.filter(|towns| km(towns).is_some_and(|km| km <= AREA_KM)) {
            return has(*towns == own);
        }
        let mine = km(&own).unwrap_or(f32::INFINITY);
        let others = offices.iter().filter_map(|(_, towns)| km(towns));
        let nearest = others.clone().fold(mine, f32::min);
        let has_rival = others
            .filter(|km| km - nearest > SAME_SEAT_KM)
            .any(|km| km < CLEARLY_FARTHER * nearest);
        if mine >= CLEARLY_FARTHER * nearest.max(SAME_SEAT_KM) {
            Territory::Other
        } else if has_rival || nearest > contact.reach_km() {
            Territory::Unknown
        } else {
            Territory::Own
        }
    }

    /// Returns true for an office that may not be the one of the worker's town.
    pub(super) fn may_be_of_another_town(&self, contact: &Contact) -> bool {
        let territory = self.territory(contact);
        territory.is_some_and(|territory| territory != Territory::Own)
    }

    /// Returns the contacts of a region whose task is child protection: offices, and the line of the
    /// whole region that finds them.
    fn child_protection(&self, region: Region) -> Vec<&'a Contact> {
        let services = [Category::ChildProtection];
        let mut found = self.directory.of_regions(&[region], Some(&services));
        found.retain(|one| is_child_protection(one));
        found
    }

    /// Returns the towns of the only office in an area of a town; `None` if each of its areas has several
    /// offices, or none.
    fn only_office_of_an_area<'o>(
        &self,
        town: PlaceId,
        offices: &'o [(&Contact, Vec<PlaceId>)],
    ) -> Option<&'o Vec<PlaceId>> {
        let mut areas = self.places.areas().map(|(_, area)| area);
        areas.find_map(|area| {
            let is_there = |towns: &[PlaceId]| towns.iter().any(|one| area.places.contains(one));
            let mut there = offices.iter().filter(|(_, towns)| is_there(towns));
            let first = &there.next().filter(|_| area.places.contains(&town))?.1;
            there.all(|(_, towns)| towns == first).then_some(first)
        })
    }
}

/// Returns true for an office of child protection that answers for a part of its region.
fn is_of_a_territory(contact: &Contact) -> bool {
    is_child_protection(contact) && contact.is_local()
}

/// Returns true if child protection is the main task of a contact.
fn is_child_protection(contact: &Contact) -> bool {
    contact.categories.first() == Some(&Category::ChildProtection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::pathways::tests::{NIGHT, here};
    use crate::pathways::{Call, Consent, Pathways, Step};

    fn child(region: Region, town: Option<&str>, language: Language) -> Call<'static> {
        let here = Here {
            language,
            ..here(region, town, NIGHT)
        };
        let calls = here.call_now(Pathways::embedded().unwrap().now());
        let mut calls = calls.into_iter();
        calls.find(|call| call.kind.need == "child-abuse").unwrap()
    }

    #[test]
    fn the_office_of_the_towns_own_territory_comes_first_in_both_languages() {
        let towns = [
            ("Longueuil", "qc-dpj-monteregie"),
            ("Brossard", "qc-dpj-monteregie"),
            ("Châteauguay", "qc-dpj-monteregie"),
            ("Vaudreuil-Dorion", "qc-dpj-monteregie"),
            ("Saint-Jean-sur-Richelieu", "qc-dpj-monteregie"),
            ("Laval", "qc-dpj-laval"),
            ("Saint-Jérôme", "qc-dpj-laurentides"),
            ("Blainville", "qc-dpj-laurentides"),
            ("Terrebonne", "qc-dpj-lanaudiere"),
            ("Repentigny", "qc-dpj-lanaudiere"),
            ("Lévis", "qc-dpj-chaudiere-appalaches"),
            ("Québec City", "qc-dpj-capitale"),
            ("Montréal", "qc-dpj-montreal"),
            ("Dollard-Des Ormeaux", "qc-dpj-montreal"),
            ("Pointe-Claire", "qc-dpj-montreal"),
        ];
        for (town, office) in towns {
            for language in [Language::En, Language::Fr] {
                let call = child(Region::Qc, Some(town), language);
                assert_eq!(call.contact.id, office, "{town}");
                assert!(!call.is_by_town, "{town}");
            }
        }
    }

    #[test]
    fn a_town_named_by_an_office_never_has_another_one() {
        for region in [Region::Qc, Region::On] {
            let nowhere = here(region, None, NIGHT);
            let offices = nowhere
                .directory
                .of_regions(&[region], Some(&[Category::ChildProtection]));
            let offices = offices.into_iter().filter(|one| is_of_a_territory(one));
            let mut named = 0;
            for town in offices.flat_map(|office| &office.places) {
                let call = child(region, Some(town), Language::Fr);
                if is_of_a_territory(call.contact) {
                    assert!(
                        call.contact.places.contains(town),
                        "{town}: {}",
                        call.contact.id
                    );
                    named += 1;
                }
            }
            assert!(named > 60, "{region:?}: {named}");
        }
    }

    #[test]
    fn a_town_between_two_territories_has_no_number_of_a_single_one() {
        for town in ["Montreal North", "Saint-Amable", "Rigaud"] {
            let call = child(Region::Qc, Some(town), Language::Fr);
            assert!(call.is_by_town, "{town}: {}", call.contact.id);
        }
        let clear = child(Region::Qc, Some("Saint-Hubert"), Language::Fr);
        assert_eq!(clear.contact.id, "qc-dpj-monteregie");
        assert!(!clear.is_by_town);
    }

    #[test]
    fn an_office_at_the_other_end_of_a_large_area_is_not_the_towns_own() {
        for town in ["Greater Sudbury", "Timmins"] {
            let call = child(Region::On, Some(town), Language::En);
            assert_eq!(call.contact.id, "on-211", "{town}");
            let pathways = Pathways::embedded().unwrap();
            let mut leaves = pathways.leaves().iter();
            let leaf = leaves.find(|leaf| leaf.id == "child-harm").unwrap();
            let steps = here(Region::On, Some(town), NIGHT).steps(leaf, Consent::NotAsked);
            assert!(
                matches!(steps[0], Step::Call(finder) if finder.id == "on-211"),
                "{steps:?}"
            );
        }
    }

    #[test]
    fn a_remote_community_has_the_nearest_office_to_ask() {
        for (town, office) in [
            ("Pessamit", "qc-dpj-cote-nord"),
            ("Listuguj", "qc-dpj-gaspesie"),
            ("Manawan", "qc-dpj-lanaudiere"),
            ("Kitcisakik", "qc-dpj-abitibi-temiscamingue"),
        ] {
            let call = child(Region::Qc, Some(town), Language::Fr);
            assert_eq!((call.contact.id.as_str(), call.is_by_town), (office, true));
            let pathways = Pathways::embedded().unwrap();
            let mut leaves = pathways.leaves().iter();
            let leaf = leaves.find(|leaf| leaf.id == "child-harm").unwrap();
            let steps = here(Region::Qc, Some(town), NIGHT).steps(leaf, Consent::NotAsked);
            assert!(matches!(steps[0], Step::ByTown(_)), "{town}: {steps:?}");
        }
    }

    #[test]
    fn the_nearest_of_some_offices_does_not_answer_for_another_town() {
        for town in ["Kitchener", "Kingston", "Thunder Bay", "Markham"] {
            let call = child(Region::On, Some(town), Language::En);
            assert_eq!(call.contact.id, "on-211", "{town}");
        }
        let call = |town| child(Region::On, Some(town), Language::En).contact;
        assert_eq!(call("Guelph").id, "on-facs-guelph-wellington");
        assert_eq!(call("Sandy Lake").id, "on-tikinagan");
    }

    #[test]
    fn the_questions_name_no_office_without_the_town() {
        let pathways = Pathways::embedded().unwrap();
        let mut leaves = pathways.leaves().iter();
        let leaf = leaves.find(|leaf| leaf.id == "child-harm").unwrap();
        let steps = |region, town| here(region, town, NIGHT).steps(leaf, Consent::NotAsked);
        let offices = |steps: &[Step<'_>]| {
            let is_office = |step: &&Step<'_>| matches!(step, Step::Call(contact) if is_of_a_territory(contact));
            steps.iter().filter(is_office).count()
        };
        let quebec = steps(Region::Qc, None);
        assert!(matches!(quebec[0], Step::ByTown(_)), "{quebec:?}");
        assert_eq!(offices(&quebec), 0, "{quebec:?}");
        let ontario = steps(Region::On, None);
        assert!(matches!(ontario[0], Step::Call(finder) if finder.id == "on-211"));
        assert!(matches!(ontario[1], Step::ByTown(_)), "{ontario:?}");
        assert_eq!(offices(&ontario), 0, "{ontario:?}");
        let longueuil = steps(Region::Qc, Some("Longueuil"));
        assert!(matches!(longueuil[0], Step::Call(one) if one.id == "qc-dpj-monteregie"));
        assert_eq!(offices(&longueuil), 1, "{longueuil:?}");
        let has_question = |step: &Step<'_>| matches!(step, Step::ByTown(_));
        assert!(!longueuil.iter().any(has_question));
        assert!(!steps(Region::Ns, None).iter().any(has_question));
    }
}
