//! Contacts at the end of the questions.

use crate::directory::{Audience, Contact};
use crate::needs::{DANGER, Tier};

use super::serving::Here;
use super::{Authorities, Consent, Leaf, Source};

/// Greatest number of contacts of a leaf.
pub const MOST_CALLS: usize = 5;

/// Row of a leaf before its topics.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// Contact to call.
    Call(&'a Contact),
    /// Index of a need with one office for each town, if the worker's office is not known; that of
    /// danger, if the police of the worker's community have a number that the directory lacks.
    ByTown(usize),
}

impl<'a> Here<'a> {
    /// Returns the contacts of [`Here::steps`], without its other rows.
    pub fn calls(&self, leaf: &Leaf, consent: Consent) -> Vec<&'a Contact> {
        let steps = self.steps(leaf, consent).into_iter();
        let contact = |step| match step {
            Step::Call(contact) => Some(contact),
            Step::ByTown(_) => None,
        };
        steps.filter_map(contact).collect()
    }

    /// Returns the contacts to call for a leaf, at most [`MOST_CALLS`]: in the order of the leaf's
    /// rules, the contacts of each that answer now first. A local service of another part of the
    /// region is shown only if the rule finds no other. Authorities are returned only if the leaf
    /// always shows them, or consent was given. Offices of child protection that may not be the
    /// town's are one row together.
    pub fn steps(&self, leaf: &Leaf, consent: Consent) -> Vec<Step<'a>> {
        let allowed = match leaf.authorities {
            Authorities::Always => true,
            Authorities::Never => false,
            Authorities::Consent => consent == Consent::Given,
        };
        let sources = match consent {
            Consent::Refused if !leaf.refused.is_empty() => &leaf.refused,
            _ => &leaf.calls,
        };
        let mut steps: Vec<Step<'a>> = Vec::new();
        let mut calls: Vec<&Contact> = Vec::new();
        for source in sources {
            let found = self.of_source(source).into_iter();
            let found = found
                .filter(|contact| allowed || !contact.is_authority())
                .filter(|contact| contact.has_phone())
                .filter(|contact| !leaf.for_anyone || !is_only_for_women(contact))
                .filter(|contact| {
                    !contact
                        .categories
                        .iter()
                        .any(|one| leaf.without.contains(one))
                })
                .filter(|contact| calls.iter().all(|call| call.id != contact.id));
            let mut found: Vec<&Contact> = found.collect();
            let far = |contact: &&Contact| self.tier(contact) == Tier::OtherPart;
            if !found.iter().all(far) {
                found.retain(|contact| !far(contact));
            }
            found.truncate(source.limit());
            // Offices that may not be the town's are one row, at the rank of the first.
            let mut by_town = self.need_of(source).map(Step::ByTown);
            for contact in found {
                let is_elsewhere = self.is_emergency_elsewhere(contact);
                if is_elsewhere || self.is_emergency_by_town(contact) {
                    steps.extend(self.needs.place(DANGER).map(Step::ByTown));
                }
                if is_elsewhere {
                    continue;
                }
                if self.may_be_of_another_town(contact) {
                    steps.extend(by_town.take());
                } else {
                    steps.push(Step::Call(contact));
                    calls.push(contact);
                }
            }
        }
        let emergency = self.region.emergency().contact;
        let is_911 = self.region.emergency().is_911();
        if is_911 && calls.iter().any(|call| call.id == emergency) {
            // The police of the region often have the same number.
            steps.retain(|step| match step {
                Step::Call(contact) => contact.id == emergency || !contact.dials_911(),
                Step::ByTown(_) => true,
            });
        }
        steps.truncate(MOST_CALLS);
        steps
    }

    fn need_of(&self, source: &Source) -> Option<usize> {
        match source {
            Source::Need { need, .. } => self.needs.place(need),
            _ => None,
        }
    }

    fn of_source(&self, source: &Source) -> Vec<&'a Contact> {
        match source {
            Source::Emergency { .. } => {
                let contact = self.directory.get(self.region.emergency().contact);
                contact.into_iter().collect()
            }
            Source::Contact { contact, regions } => {
                let here = regions.is_empty() || regions.contains(&self.region);
                let contact = self.directory.get(contact).filter(|_| here);
                contact.into_iter().collect()
            }
            Source::Need { need, .. } => {
                let need = self.needs.place(need);
                need.map_or_else(Vec::new, |need| self.serving(need))
            }
            Source::Category {
                category, audience, ..
            } => {
                let mut found = self.of_category(*category);
                found.retain(|contact| {
                    audience.is_empty() || contact.serves.iter().any(|one| audience.contains(one))
                });
                found
            }
        }
    }
}

/// Returns true if a contact serves women, and not men.
fn is_only_for_women(contact: &Contact) -> bool {
    let serves = |one| contact.serves.contains(&one);
    serves(Audience::Women) && !serves(Audience::Men)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::Region;
    use crate::pathways::Pathways;
    use crate::pathways::tests::{NIGHT, here};

    #[test]
    fn the_emergency_number_of_another_community_is_replaced_by_the_rule() {
        let pathways = Pathways::embedded().unwrap();
        let leaf = |id| pathways.leaves().iter().find(|leaf| leaf.id == id).unwrap();
        for town in [None, Some("Iqaluit")] {
            let here = here(Region::Nu, town, NIGHT);
            let calls = here.calls(leaf("danger-now"), Consent::Given);
            assert_eq!(calls[0].id, "nu-rcmp-iqaluit", "{town:?}");
            let steps = here.steps(leaf("danger-now"), Consent::Given);
            let is_rule = matches!(steps[0], Step::ByTown(_));
            assert_eq!(is_rule, town.is_none(), "{town:?}: {steps:?}");
            let now = here.call_now(pathways.now());
            assert_eq!(now[0].contact.id, "nu-rcmp-iqaluit", "{town:?}");
            assert_eq!(now[0].is_elsewhere, town.is_none(), "{town:?}");
        }
        for town in ["Rankin Inlet", "Arviat", "Pangnirtung"] {
            let here = here(Region::Nu, Some(town), NIGHT);
            let danger = here.needs.place(DANGER).unwrap();
            for id in ["danger-now", "medical-now"] {
                let steps = here.steps(leaf(id), Consent::Given);
                let is_rule = matches!(steps[0], Step::ByTown(need) if need == danger);
                assert!(is_rule, "{town} {id}: {steps:?}");
                let calls = here.calls(leaf(id), Consent::Given);
                assert!(
                    calls.iter().all(|one| one.id != "nu-rcmp-iqaluit"),
                    "{town} {id}"
                );
            }
            let now = here.call_now(pathways.now());
            assert!(now[0].is_elsewhere && now[0].kind.need == DANGER, "{town}");
        }
    }

    #[test]
    fn an_emergency_number_is_named_once() {
        for region in Region::ALL {
            for leaf in Pathways::embedded().unwrap().leaves() {
                let calls = here(region, None, NIGHT).calls(leaf, Consent::Given);
                let mut calls = calls.into_iter().filter(|contact| contact.dials_911());
                calls.next();
                let again = calls.next().map(|contact| &contact.id);
                assert_eq!(again, None, "{region:?}: {}", leaf.id);
            }
        }
    }

    #[test]
    fn no_house_for_women_alone_is_named_to_a_man() {
        let leaves = Pathways::embedded().unwrap().leaves();
        let leaf = leaves.iter().find(|leaf| leaf.id == "bed-anyone").unwrap();
        for region in Region::ALL {
            let calls = here(region, None, NIGHT).calls(leaf, Consent::Given);
            assert!(!calls.is_empty(), "{region:?}");
            for contact in calls {
                assert!(!is_only_for_women(contact), "{}", contact.id);
            }
        }
    }
}
