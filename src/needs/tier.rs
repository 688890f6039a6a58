//! Order of the contacts of a need by distance and by what they offer: the same rules in the search
//! and in the questions.

use super::{Gravity, Need};
use crate::directory::{Audience, Category};

/// Need of those whose relative was killed.
const GRIEF: &str = "homicide-grief";
/// Greatest distance of a service in the town, in kilometres.
pub const IN_TOWN_KM: f32 = 25.0;
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
    /// Serves a part of the region that may be the worker's, or has beds for her town, far away.
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

    /// Returns the group of a contact for a community that nobody named: it comes after those of the
    /// town, or of the region and its towns, for everybody.
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

    /// Returns the group of a local service for the town, this many kilometres away. A house so far
    /// away is no help tonight, a line is a call away everywhere.
    pub fn tier_of_serving(&self, km: f32, offers: impl Fn(Category) -> bool) -> Tier {
        if self.offers_beds() && self.service(&offers).is_none() {
            // A directory of the town has no beds, and ranks like others.
            Tier::RegionWide
        } else if km <= IN_TOWN_KM {
            Tier::InTown
        } else if km <= AT_HAND_KM {
            Tier::AtHand
        } else if self.offers_beds() && offers(Category::Shelter) {
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

    /// Returns true for a contact that gives legal help, if the need, which cannot wait, is another:
    /// it leads nobody's list.
    pub fn is_only_legal(&self, offers: impl Fn(Category) -> bool) -> bool {
        self.gravity != Gravity::Later
            && !self.services.contains(&Category::LegalHelp)
            && offers(Category::LegalHelp)
    }

    /// Returns true for a contact that serves children and youth alone, if the need is not theirs.
    pub fn is_only_for_young(&self, serves: impl Fn(Audience) -> bool) -> bool {
        let is_young = |one: &Audience| matches!(one, Audience::Children | Audience::Youth);
        let mut audiences = Audience::ALL.into_iter().filter(|one| serves(*one));
        !self.is_of_young() && audiences.all(|one| is_young(&one))
    }

    /// Returns true for the grief of those whose relative was killed.
    pub fn is_grief(&self) -> bool {
        self.id == GRIEF
    }

    /// Returns true for a need of children or youth.
    pub fn is_of_young(&self) -> bool {
        self.lead == Some(Category::ChildProtection)
            || self.services.contains(&Category::ChildYouth)
    }

    /// Returns the rank of a contact by the service to be called first: 0 if it offers that to the
    /// worker's town. Where each town has its own and hers is not known, or has none here, whoever
    /// finds the right one at any hour comes first.
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

/// Returns true for a contact that finds services of the whole region at any hour.
pub fn finds(tier: Tier, offers: impl Fn(Category) -> bool, always_open: bool) -> bool {
    tier == Tier::RegionWide && always_open && offers(Category::Directory)
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
    fn who_finds_the_right_office_comes_before_those_of_other_towns() {
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
    fn services_for_the_young_alone_and_legal_help_lead_their_own_needs_only() {
        let is_for_young =
            |id, serves: &[Audience]| need(id).is_only_for_young(|one| serves.contains(&one));
        assert!(is_for_young("shelter", &[Audience::Youth]));
        assert!(!is_for_young(
            "shelter",
            &[Audience::Youth, Audience::Women]
        ));
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
