//! Order of the contacts of a need by distance and by what they offer: the same rules in the search
//! and in the questions.

use super::{Gravity, Need};
use crate::directory::{Audience, Category};

/// Id of the need of people whose relative was killed.
const GRIEF: &str = "homicide-grief";
/// Services for one kind of harm.
const OF_ONE_HARM: [Category; 3] = [
    Category::SexualAssault,
    Category::DomesticViolence,
    Category::Trafficking,
];
/// Services for people harmed in any way.
const OF_ANY_HARM: [Category; 5] = [
    Category::Police,
    Category::Counselling,
    Category::CommunityVs,
    Category::PoliceBasedVs,
    Category::VictimSupportLine,
];
/// Greatest distance of a service in the town, in kilometres.
pub const IN_TOWN_KM: f32 = 25.0;
/// Greatest distance of a house in the town, in kilometres: the person must travel there tonight.
const BED_IN_TOWN_KM: f32 = 15.0;
/// Distance in kilometres within which the police or child protection of a town answer for the
/// worker.
pub const OWN_TOWN_KM: f32 = 10.0;
/// Distance in kilometres within which a local service ranks before those of the whole region.
const AT_HAND_KM: f32 = 60.0;
/// Distance in kilometres within which a local service of another part of the region ranks before
/// those of all Canada.
const NEAR_KM: f32 = 100.0;

/// Group of a contact among those of a need, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Serves the town, and is in it.
    InTown,
    /// Serves the town from nearby.
    AtHand,
    /// Serves the whole region, or precedes all others.
    RegionWide,
    /// Serves a part of the region that may be the worker's, or has beds for the worker's town, far
    /// away.
    ByTown,
    /// Serves all of Canada.
    Canada,
    /// Serves another part of the region.
    OtherPart,
    /// Serves another region.
    OtherRegion,
}

impl Tier {
    /// Returns the group of a local service of another part of the region, this many kilometres away
    /// if known.
    pub fn of_other_part(km: Option<f32>) -> Self {
        match km {
            Some(km) if km <= NEAR_KM => Self::ByTown,
            _ => Self::OtherPart,
        }
    }

    /// Returns the group of a contact for a community that was not named: after the contacts for
    /// everybody in the town, or in the region and its towns.
    #[must_use]
    pub fn for_others(self) -> Self {
        match self {
            Self::InTown => Self::AtHand,
            Self::RegionWide => Self::ByTown,
            other => other,
        }
    }
}

impl Need {
    /// Returns true if a bed may be needed.
    pub fn offers_beds(&self) -> bool {
        self.services.contains(&Category::Shelter)
    }

    /// Returns the group of a local service for the town, this many kilometres away. A distant
    /// house is no help tonight; a phone line helps at any distance.
    pub fn tier_of_serving(&self, km: f32, offers: impl Fn(Category) -> bool) -> Tier {
        let is_house = self.offers_beds() && offers(Category::Shelter);
        if self.offers_beds() && self.service(&offers).is_none() {
            // A directory of the town has no beds, and ranks like others.
            Tier::RegionWide
        } else if km <= if is_house { BED_IN_TOWN_KM } else { IN_TOWN_KM } {
            Tier::InTown
        } else if km <= AT_HAND_KM {
            Tier::AtHand
        } else if is_house {
            Tier::ByTown
        } else {
            Tier::RegionWide
        }
    }

    /// Returns the index of the first service of the need that a contact offers; `None` if it offers
    /// none.
    pub fn service(&self, offers: impl Fn(Category) -> bool) -> Option<usize> {
        self.services.iter().position(|service| offers(*service))
    }

    /// Returns true for legal help if the need is another that cannot wait: the contact then leads
    /// no list.
    pub fn is_only_legal(&self, offers: impl Fn(Category) -> bool) -> bool {
        self.gravity != Gravity::Later
            && !self.services.contains(&Category::LegalHelp)
            && offers(Category::LegalHelp)
    }

    /// Returns true for a contact that serves only children and youth, perhaps with their families,
    /// if the need is not specific to children and youth.
    pub fn is_only_for_young(&self, serves: impl Fn(Audience) -> bool) -> bool {
        let is_young = |one: Audience| matches!(one, Audience::Children | Audience::Youth);
        let audiences = Audience::ALL.into_iter().filter(|one| serves(*one));
        let mut others = audiences.filter(|one| !is_young(*one) && *one != Audience::Families);
        let serves_young = serves(Audience::Children) || serves(Audience::Youth);
        !self.is_of_young() && serves_young && others.next().is_none()
    }

    /// Returns true for a service for newcomers, if the need is not specific to newcomers.
    pub fn is_only_for_newcomers(
        &self,
        offers: impl Fn(Category) -> bool,
        serves: impl Fn(Audience) -> bool,
    ) -> bool {
        offers(Category::Newcomers)
            && serves(Audience::Newcomers)
            && !serves(Audience::All)
            && !self.services.contains(&Category::Newcomers)
    }

    /// Returns true for a contact with another task than the need, which is not listed among the
    /// town's services for the need: child protection, if the need is an adult's; a service for one
    /// kind of harm (sexual assault), if the need covers any harm (counselling); police that also
    /// support victims, if the need does not name police.
    pub fn is_of_another_task(&self, offers: impl Fn(Category) -> bool) -> bool {
        let asks = |services: &[Category]| services.iter().any(|one| self.services.contains(one));
        let is_of_one_harm = || OF_ONE_HARM.into_iter().any(&offers);
        let is_of_police = offers(Category::Police) && !self.services.contains(&Category::Police);
        offers(Category::ChildProtection) && !self.is_of_young()
            || asks(&OF_ANY_HARM) && !asks(&OF_ONE_HARM) && (is_of_one_harm() || is_of_police)
    }

    /// Returns the group of a contact adjusted by its hours, and true if it comes last in that
    /// group. If help other than a bed is needed at any hour, a service of the town that may be
    /// closed comes after the lines for the whole region, and so does the service of another town:
    /// its line is for its own town.
    pub fn tier_by_hours(&self, tier: Tier, for_others: bool, always_open: bool) -> (Tier, bool) {
        let is_bed = self.services.first() == Some(&Category::Shelter);
        let asks_at_any_hour = self.any_hour && !is_bed && self.lead.is_none();
        // A community's service of the town itself has this group too.
        let is_elsewhere = tier == Tier::AtHand && !for_others;
        if asks_at_any_hour && tier < Tier::RegionWide && (!always_open || is_elsewhere) {
            (Tier::RegionWide, true)
        } else {
            (tier, false)
        }
    }

    /// Returns true for the need of people whose relative was killed.
    pub fn is_grief(&self) -> bool {
        self.id == GRIEF
    }

    /// Returns true for a need of children or youth.
    pub fn is_of_young(&self) -> bool {
        self.lead == Some(Category::ChildProtection)
            || self.services.contains(&Category::ChildYouth)
    }

    /// Returns the rank of a contact by the service to be called first: 0 if the contact offers
    /// this service to the worker's town. Where each town has its own office, and the worker's is
    /// unknown or missing in the directory, a contact that finds the office at any hour comes
    /// first.
    pub fn rank_of_lead(
        &self,
        tier: Tier,
        offers: impl Fn(Category) -> bool + Copy,
        always_open: bool,
    ) -> u8 {
        let Some(lead) = self.lead else {
            return 0;
        };
        match tier {
            Tier::OtherPart | Tier::OtherRegion => 3,
            Tier::ByTown if offers(lead) => 2,
            _ if offers(lead) => 0,
            _ if finds(tier, offers, always_open) => 1,
            _ => 3,
        }
    }
}

/// Returns true for a contact that finds services of the whole region at any hour: as its only
/// task.
pub fn finds(tier: Tier, offers: impl Fn(Category) -> bool, always_open: bool) -> bool {
    let is_its_task = offers(Category::Directory) && !offers(Category::Counselling);
    tier == Tier::RegionWide && always_open && is_its_task
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needs::tests::needs;

    fn need(id: &str) -> Need {
        let needs = needs();
        needs.at(needs.place(id).unwrap()).unwrap().clone()
    }

    #[test]
    fn a_far_house_comes_after_the_line_for_the_whole_region() {
        let serving = |id, km, category| need(id).tier_of_serving(km, |one| one == category);
        for km in [0.0, 25.0, 60.0] {
            assert!(serving("shelter", km, Category::Shelter) < Tier::RegionWide);
        }
        let far = serving("shelter", 412.0, Category::Shelter);
        assert!(Tier::RegionWide < far && far < Tier::Canada);
        let line = serving("shelter", 412.0, Category::DomesticViolence);
        assert_eq!(line, Tier::RegionWide, "it answers everywhere");
        let other = serving("counselling", 412.0, Category::Shelter);
        assert_eq!(other, Tier::RegionWide, "no bed is needed");
    }

    #[test]
    fn referral_line_ranks_below_the_local_office_and_above_offices_by_town() {
        let child = need("child-abuse");
        let office = |tier| child.rank_of_lead(tier, |one| one == Category::ChildProtection, true);
        let finder =
            |open| child.rank_of_lead(Tier::RegionWide, |one| one == Category::Directory, open);
        let other = child.rank_of_lead(Tier::InTown, |one| one == Category::Counselling, true);
        assert!(office(Tier::InTown) < finder(true));
        assert!(office(Tier::RegionWide) < finder(true));
        assert!(finder(true) < office(Tier::ByTown));
        assert!(office(Tier::ByTown) < other);
        assert_eq!(finder(false), other, "it may be closed");
        assert_eq!(office(Tier::OtherPart), other, "not hers");
        let shelter = need("shelter");
        assert_eq!(shelter.rank_of_lead(Tier::OtherPart, |_| false, false), 0);
    }

    #[test]
    fn a_service_of_another_task_is_none_of_the_town() {
        let is_of_another = |id, categories: &[Category]| {
            need(id).is_of_another_task(|one| categories.contains(&one))
        };
        let assault = [Category::SexualAssault, Category::Counselling];
        let house = [Category::DomesticViolence, Category::Shelter];
        let police = [Category::Police, Category::Trafficking];
        assert!(is_of_another("counselling", &assault));
        assert!(is_of_another(
            "counselling",
            &[Category::Police, Category::Counselling]
        ));
        assert!(is_of_another("fraud-identity", &police));
        assert!(is_of_another(
            "indigenous-support",
            &[Category::Indigenous, Category::ChildProtection]
        ));
        assert!(!is_of_another("sexual-assault", &assault));
        assert!(!is_of_another("shelter", &house));
        assert!(!is_of_another("child-abuse", &[Category::ChildProtection]));
        assert!(!is_of_another("counselling", &[Category::Counselling]));
    }

    #[test]
    fn a_service_that_may_be_closed_comes_after_the_lines_of_the_region() {
        let tier = |id, always_open| need(id).tier_by_hours(Tier::InTown, false, always_open);
        assert_eq!(tier("partner-violence", false), (Tier::RegionWide, true));
        assert_eq!(tier("partner-violence", true), (Tier::InTown, false));
        assert_eq!(
            tier("shelter", false),
            (Tier::InTown, false),
            "a bed is there"
        );
        assert_eq!(
            tier("court-support", false),
            (Tier::InTown, false),
            "it can wait"
        );
        let violence = need("partner-violence");
        let elsewhere = violence.tier_by_hours(Tier::AtHand, false, true);
        assert_eq!(elsewhere, (Tier::RegionWide, true), "of another town");
        let of_some = violence.tier_by_hours(Tier::AtHand, true, true);
        assert_eq!(of_some, (Tier::AtHand, false), "of the town, for a few");
        let far = violence.tier_by_hours(Tier::Canada, false, false);
        assert_eq!(far, (Tier::Canada, false));
    }

    #[test]
    fn a_service_for_newcomers_leads_their_needs_only() {
        let is_theirs = |id, serves: &[Audience]| {
            need(id).is_only_for_newcomers(
                |one| one == Category::Newcomers,
                |one| serves.contains(&one),
            )
        };
        let women = [Audience::Women, Audience::Newcomers];
        assert!(is_theirs("partner-violence", &women));
        assert!(!is_theirs("newcomer-support", &women));
        assert!(!is_theirs(
            "partner-violence",
            &[Audience::All, Audience::Newcomers]
        ));
    }

    #[test]
    fn services_for_the_young_alone_and_legal_help_lead_their_own_needs_only() {
        let is_for_young =
            |id, serves: &[Audience]| need(id).is_only_for_young(|one| serves.contains(&one));
        assert!(is_for_young("shelter", &[Audience::Youth]));
        assert!(!is_for_young(
            "shelter",
            &[Audience::Youth, Audience::Women]
        ));
        assert!(is_for_young(
            "shelter",
            &[Audience::Children, Audience::Families]
        ));
        assert!(!is_for_young("shelter", &[Audience::Families]));
        assert!(!is_for_young("shelter", &[Audience::All]));
        for theirs in ["child-abuse", "child-online", "youth-exploited"] {
            assert!(!is_for_young(theirs, &[Audience::Children]), "{theirs}");
        }
        let legal = |id| need(id).is_only_legal(|one| one == Category::LegalHelp);
        assert!(legal("sexual-assault"));
        assert!(!legal("no-status"), "it offers that");
        assert!(!legal("court-support"), "it can wait");
    }
}
