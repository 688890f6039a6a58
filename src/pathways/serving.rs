//! Selection of contacts by place and hour.

use crate::directory::hours::{Answer, Asking};
use crate::directory::{Contact, Directory, EmergencyService, Phone, Region, reach};
use crate::i18n::Language;
use crate::needs::{Gravity, Need, Needs, SUICIDE, SUICIDE_LINE, Tier, finds};
use crate::places::{Place, PlaceId, Places};

use super::nearness::is_for_some;
use super::{CallKind, Now};

/// Place and time of the worker.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// All contacts.
    pub directory: &'a Directory,
    /// Needs with their contacts.
    pub needs: &'a Needs,
    /// All places.
    pub places: &'a Places,
    /// Region; [`Region::Ca`] if none is set.
    pub region: Region,
    /// Town, if one is set.
    pub town: Option<PlaceId>,
    /// Clock of the worker.
    pub asking: Asking<'a>,
    /// Language of the worker.
    pub language: Language,
    /// Ids of contacts with a number that the worker has reported as wrong; these contacts come
    /// last.
    pub reported: &'a [String],
}

/// Contact and number to call for a kind of help.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// Kind of help.
    pub kind: &'a CallKind,
    /// Contact to call.
    pub contact: &'a Contact,
    /// Number to dial now.
    pub phone: Option<&'a Phone>,
    /// Open state of the number; a number known to be open for one kind of help is open for all.
    pub answer: Answer,
    /// True if the contact serves some towns only, or only refers to the service of a town, and the
    /// worker's town is not known: the number may be the wrong one.
    pub is_by_town: bool,
    /// True if the contact is the emergency number of another community alone: the worker's has its
    /// own, which the directory lacks.
    pub is_elsewhere: bool,
}

/// Rank of a contact for a kind of help, best first: the fields in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a sort key with named fields"
)]
struct Rank {
    /// For a particular group, or in other languages than the worker's.
    for_others: bool,
    may_have_ended: bool,
    /// Serves another part of the region, or perhaps another.
    out_of_reach: bool,
    of_another_trade: bool,
    /// Closed or reported as wrong; reported as wrong.
    unanswered: (bool, bool),
    /// By the service to be called first ([`Need::rank_of_lead`]).
    not_first_service: u8,
    national: bool,
    /// Serves a part of the region, and the worker's town is unknown.
    by_town: bool,
    hours_unknown: bool,
    /// A bed that must be confirmed first.
    doubtful: bool,
    elsewhere: bool,
    /// The worker's screen is French: 0 if the contact states French, 1 if interpreters answer.
    unspoken: u8,
    km_apart: u16,
}

impl<'a> Here<'a> {
    /// Returns the best contact for each kind of help to call at once. The best line for two kinds
    /// is returned twice.
    pub fn call_now(&self, now: &'a Now) -> Vec<Call<'a>> {
        let call = |kind: &'a CallKind| Some((kind, *self.candidates(kind).first()?));
        let calls: Vec<_> = now.call.iter().filter_map(call).collect();
        let call = |(kind, contact)| {
            let line = reach::line_now(contact, self.asking);
            let (phone, answer) = line.unzip();
            Call {
                kind,
                contact,
                phone,
                answer: answer.unwrap_or_default(),
                is_by_town: self.is_by_town(kind, contact),
                is_elsewhere: self.is_emergency_elsewhere(contact)
                    || self.is_emergency_by_town(contact),
            }
        };
        calls.into_iter().map(call).collect()
    }

    /// Returns true for the emergency number of one community if the worker is known to be in
    /// another community: the police there are far away, and the worker's own number is another.
    pub(super) fn is_emergency_elsewhere(&self, contact: &Contact) -> bool {
        let emergency = self.region.emergency();
        let town = self.town.map(|town| self.places.place(town));
        contact.id == emergency.contact
            && emergency.town.is_some()
            && town.is_some()
            && Place::emergency_service(town, self.region) == EmergencyService::Usual
    }

    /// Returns true for the emergency number of one community if the worker's community is not known.
    pub(super) fn is_emergency_by_town(&self, contact: &Contact) -> bool {
        let emergency = self.region.emergency();
        contact.id == emergency.contact && emergency.town.is_some() && self.town.is_none()
    }

    /// Returns true if the contact for a kind of help depends on the town, and the town is not
    /// known. False for the contact that represents the kind, such as an emergency number.
    fn is_by_town(&self, kind: &CallKind, contact: &Contact) -> bool {
        let need = self.need(&kind.need).map(|(_, need)| need);
        let stands = need.and_then(|need| self.stands_for(kind, need));
        // A referral line such as 211 finds the service and is not the service itself.
        let is_other = kind.exact && need.is_some_and(|need| !offers(need, contact));
        let is_here = is_other || self.tier(contact) == Tier::ByTown;
        (self.town.is_none() && is_here || self.may_be_of_another_town(contact))
            && stands.is_none_or(|stands| stands.id != contact.id)
    }

    /// Returns the contacts to call at once for a kind of help, best first: the emergency number, or
    /// the contact that represents the kind; then the need's contacts without authorities by
    /// [`Rank`], those of a rank in the order of the matrix.
    fn candidates(&self, kind: &CallKind) -> Vec<&'a Contact> {
        let Some((position, need)) = self.need(&kind.need) else {
            return Vec::new();
        };
        let mut listed = self.listed(position);
        let own = listed.iter().position(|one| one.region != Region::Ca);
        let leading = own.unwrap_or(0);
        if kind.near {
            listed.extend(self.local(need));
        }
        let rank = |(position, contact): (usize, &'a Contact)| {
            let leads = position < leading;
            let mut rank = self.rank(kind, need, contact, leads);
            // The region's first contact in the matrix leads even with a doubtful number.
            rank.doubtful &= position != leading;
            (rank, contact)
        };
        let callable = |contact: &&Contact| contact.has_phone() && !contact.is_authority();
        let listed = listed.into_iter().filter(callable).enumerate();
        let mut ranked: Vec<_> = listed.map(rank).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let first = self.stands_for(kind, need);
        if need.gravity == Gravity::Life && first.is_none() {
            // No other contact replaces an emergency number that is missing in the directory.
            return Vec::new();
        }
        let ranked = ranked.into_iter().map(|(_, contact)| contact);
        let mut ranked: Vec<_> = first.into_iter().chain(ranked).collect();
        if first.is_some_and(|first| self.is_reported(first)) {
            self.put_unanswered_last(&mut ranked);
        }
        ranked
    }

    /// Returns the rank of a contact for a kind of help. `leads` is true for a contact of all Canada
    /// that the matrix puts before the region's own.
    fn rank(&self, kind: &CallKind, need: &Need, contact: &Contact, leads: bool) -> Rank {
        let tier = self.tier_for(need, contact);
        let is_local = tier == Tier::ByTown;
        let offers = offers(need, contact);
        let has = |service| contact.categories.contains(&service);
        let finds = finds(tier, has, contact.always_open);
        let leads_here = tier <= Tier::AtHand && need.lead.is_some_and(has);
        let is_open = reach::first_answer(contact, self.asking).is_open();
        let is_national = contact.region == Region::Ca && !leads;
        let can_wait = need.gravity == Gravity::Later;
        let is_bed = kind.near && need.offers_beds();
        let nearest = if is_bed { Tier::InTown } else { Tier::AtHand };
        Rank {
            for_others: is_for_some(contact) && !leads_here
                || is_only_for_newcomers(need, contact)
                || contact.is_of_the_forces()
                || is_only_for_young(need, contact)
                || contact.answers_in_others(self.language),
            may_have_ended: contact.may_have_ended(),
            out_of_reach: tier == Tier::OtherPart || is_local && !offers,
            of_another_trade: kind.exact && !offers && !finds || is_only_legal(need, contact),
            unanswered: self.unanswered(contact),
            not_first_service: need.rank_of_lead(tier, has, contact.always_open),
            national: is_national,
            by_town: is_local && (self.town.is_none() || self.may_be_of_another_town(contact)),
            hours_unknown: is_open.is_none() && !is_national && !can_wait,
            doubtful: is_bed && contact.must_confirm(),
            elsewhere: kind.near && (tier > nearest || !offers),
            unspoken: match contact.language_rank(self.language) {
                // Of lines for all of Canada, the task decides.
                1 if contact.region == Region::Ca => 0,
                rank => rank,
            },
            km_apart: if kind.near { self.km_apart(contact) } else { 0 },
        }
    }

    /// Returns whether a contact is known to be closed or has a number reported as wrong, and
    /// whether it is the latter.
    fn unanswered(&self, contact: &Contact) -> (bool, bool) {
        let is_closed = reach::first_answer(contact, self.asking).is_open() == Some(false);
        let is_reported = self.is_reported(contact);
        (is_closed || is_reported, is_reported)
    }

    /// Returns true if the worker has reported the number of a contact as wrong. An emergency number
    /// keeps its place: nothing replaces it.
    pub(super) fn is_reported(&self, contact: &Contact) -> bool {
        let id = contact.id.as_str();
        id != SUICIDE_LINE
            && id != self.region.emergency().contact
            && self.reported.iter().any(|reported| reported == id)
    }

    /// Returns the contact that represents a kind of help, independent of the need's contacts.
    fn stands_for(&self, kind: &CallKind, need: &Need) -> Option<&'a Contact> {
        let emergency = match need.gravity {
            Gravity::Life if need.id == SUICIDE => Some(SUICIDE_LINE),
            Gravity::Life => Some(self.region.emergency().contact),
            _ => None,
        };
        let id = kind.contact.as_deref().or(emergency)?;
        self.directory.get(id)
    }

    fn need(&self, id: &str) -> Option<(usize, &'a Need)> {
        let position = self.needs.place(id)?;
        Some((position, self.needs.at(position)?))
    }

    /// Returns the contacts of the matrix for a need, in its order.
    fn listed(&self, need: usize) -> Vec<&'a Contact> {
        let listed = self.needs.contacts(need, self.region).into_iter();
        listed.filter_map(|id| self.directory.get(id)).collect()
    }

    /// Returns the contacts that serve a need, best first: near contacts, then those of the whole
    /// region, then those of all Canada, in the order of the matrix. If a life is at risk, contacts
    /// that are always open come first; if the need is urgent, contacts known to be closed or with
    /// a wrong number come last. Contacts without a phone come after all others.
    pub fn serving(&self, need: usize) -> Vec<&'a Contact> {
        let Some(found) = self.needs.at(need) else {
            return Vec::new();
        };
        let listed = self.listed(need);
        let own = listed.iter().position(|one| one.region != Region::Ca);
        let leading = own.unwrap_or(0);
        let rank = |(position, contact): (usize, &'a Contact)| {
            let leads = position < leading;
            let is_local = position >= listed.len();
            let tier = match self.tier_for(found, contact) {
                Tier::Canada if leads => Tier::RegionWide,
                // A listed service of the town without a service of the need ranks as regional.
                tier if !is_local && !offers(found, contact) => tier.max(Tier::RegionWide),
                tier => tier,
            };
            let is_theirs = found
                .audience
                .is_some_and(|one| contact.serves.contains(&one));
            let is_of_others = is_for_some(contact)
                || is_only_for_young(found, contact)
                || is_only_for_newcomers(found, contact);
            let for_others = is_of_others && !is_theirs;
            let tier = if for_others { tier.for_others() } else { tier };
            let is_weak = is_only_legal(found, contact)
                || contact.may_have_ended()
                || contact.answers_in_others(self.language);
            let is_weak = is_weak && !is_local;
            let is_first = leads && found.gravity == Gravity::Life && !is_weak;
            let tier = if is_weak {
                tier.max(Tier::Canada)
            } else {
                tier
            };
            let tier = found.tier_by_hours(tier, for_others, contact.always_open);
            ((!is_first, tier, for_others), contact)
        };
        let local = self.local(found).into_iter();
        let local = local.filter(|contact| listed.iter().all(|one| one.id != contact.id));
        let all = listed.iter().copied().chain(local);
        let mut ranked: Vec<_> = all.enumerate().map(rank).collect();
        ranked.sort_by_key(|(tier, contact)| {
            (
                !contact.has_phone(),
                found.wary && contact.is_authority(),
                found.gravity == Gravity::Life && !contact.always_open,
                found.rank_of_lead(
                    self.tier_for(found, contact),
                    |service| contact.categories.contains(&service),
                    contact.always_open,
                ),
                *tier,
                self.km_apart(contact),
            )
        });
        let mut contacts: Vec<_> = ranked.into_iter().map(|(_, contact)| contact).collect();
        if found.gravity != Gravity::Later {
            self.put_unanswered_last(&mut contacts);
        }
        contacts
    }

    /// Returns services of the worker's town for a need, and offices that may be the town's; the matrix
    /// covers whole regions and may not name these.
    fn local(&self, need: &Need) -> Vec<&'a Contact> {
        if self.town.is_none() {
            return Vec::new();
        }
        let services = Some(need.services.as_slice());
        let contacts = self.directory.of_regions(&[self.region], services);
        let service = |contact: &Contact| {
            let offers = |service| contact.categories.contains(&service);
            need.service(offers)
                .filter(|_| !need.is_of_another_task(offers))
        };
        let mut found: Vec<(usize, &Contact)> = contacts
            .into_iter()
            .filter_map(|contact| Some((service(contact)?, contact)))
            .filter(|(_, contact)| matches!(self.tier(contact), Tier::InTown | Tier::ByTown))
            .collect();
        found.sort_by_key(|(service, _)| *service);
        found.into_iter().map(|(_, contact)| contact).collect()
    }

    /// Moves contacts known to be closed behind the others, and those with a wrong number behind
    /// these.
    pub(super) fn put_unanswered_last(&self, contacts: &mut [&'a Contact]) {
        contacts.sort_by_key(|contact| self.unanswered(contact));
    }
}

/// Returns true if a contact serves only children and youth, and the need is not specific to them.
fn is_only_for_young(need: &Need, contact: &Contact) -> bool {
    need.is_only_for_young(|one| contact.serves.contains(&one))
}

fn is_only_for_newcomers(need: &Need, contact: &Contact) -> bool {
    need.is_only_for_newcomers(
        |service| contact.categories.contains(&service),
        |audience| contact.serves.contains(&audience),
    )
}

/// Returns true if a contact gives legal help, and the need is another that cannot wait.
fn is_only_legal(need: &Need, contact: &Contact) -> bool {
    need.is_only_legal(|service| contact.categories.contains(&service))
}

/// Returns true if a contact offers a service of a need.
fn offers(need: &Need, contact: &Contact) -> bool {
    let offered = need.service(|service| contact.categories.contains(&service));
    offered.is_some()
}
