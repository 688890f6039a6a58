//! Restriction of hits to contacts that are open at a given time. An index has no clock, so closed
//! contacts are removed from the hits afterwards, and the counts of the hits are computed again.

use super::explain::suggest;
use super::explain::suggest::{Drop, FilterKind};
use super::hits::{FoundBy, Hit, Hits};
use super::index::Index;
use super::index::Item;
use super::query::{Context, Query};
use crate::directory::hours::{Answer, Asking};
use crate::directory::{Category, Channel, Contact, Directory, reach};
use crate::needs::{Gravity, Recognized};

/// Clock for the open state of contacts, by the number to call first ([`reach::first_answer`]).
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// Index of the hits.
    pub index: &'a Index,
    /// Contacts of the index.
    pub directory: &'a Directory,
    /// Time, time zone and region of the worker.
    pub asking: Asking<'a>,
}

/// Number of the first hits of a cut list that are ordered by their hours.
const FIRST: usize = 200;

impl<'a> Clock<'a> {
    /// Orders the hits of a query without words: among equally near ones, open contacts, those with
    /// unknown hours, closed ones, and those without a phone. Of a list that was cut, only the first
    /// ones: each is read for that.
    pub(super) fn order_listed(self, hits: &mut Hits) {
        let tiers = std::mem::take(&mut hits.tiers);
        if tiers.is_empty() {
            return;
        }
        let listed = std::mem::take(&mut hits.hits);
        let mut keyed: Vec<_> = tiers.into_iter().zip(listed).collect();
        let first = if hits.total > keyed.len() {
            FIRST.min(keyed.len())
        } else {
            keyed.len()
        };
        keyed[..first].sort_by_cached_key(|(tier, hit)| (*tier, self.readiness(hit)));
        hits.hits = keyed.into_iter().map(|(_, hit)| hit).collect();
    }

    /// Returns the rank of a contact by its open state: 0 is first.
    fn readiness(self, hit: &Hit) -> u8 {
        if !self.index.documents.attributes(hit.document).has_phone() {
            return 3;
        }
        match self.answers(hit.document) {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        }
    }

    /// Returns true if the worker found the number to call out of service; numbers on which lives
    /// depend keep their place.
    fn is_out_of_service(self, hit: &Hit) -> bool {
        if self.asking.caller.dead.is_empty() {
            return false;
        }
        let contact = self.contact(hit.document);
        let line = contact.and_then(|contact| reach::line_now(contact, self.asking));
        line.is_some_and(|(phone, _)| self.asking.is_dead(phone) && !phone.is_vital())
    }

    /// Returns true if the person cannot use a voice line, and the contact has no other. An
    /// emergency contact keeps its place: it also answers silent calls.
    fn cannot_be_reached(self, hit: &Hit) -> bool {
        let is_emergency = || {
            let attributes = self.index.documents.attributes(hit.document);
            attributes.offers(Category::Emergency)
        };
        let has_other = |contact| reach::line_without_voice(contact, self.asking).is_some();
        self.asking.caller.channel != Channel::Voice
            && !is_emergency()
            && !self.contact(hit.document).is_some_and(has_other)
    }

    /// Returns true for open, false for closed and for topics, and `None` for unknown hours. A contact
    /// is read only if its state changes with the time: of the embedded ones, a quarter. To read all
    /// of them for the list without words took 2 MB.
    fn answers(self, document: u32) -> Option<bool> {
        let attributes = self.index.documents.attributes(document);
        // A number out of service may be that of a contact that always answers.
        let is_certain =
            |answer: &Answer| *answer == Answer::Unknown || self.asking.caller.dead.is_empty();
        let answer = attributes.answer_at_any_time().filter(is_certain);
        let read = || Some(reach::first_answer(self.contact(document)?, self.asking));
        answer
            .or_else(read)
            .map_or(Some(false), |answer| answer.is_open())
    }

    /// Returns the contact of a document; `None` for a topic.
    fn contact(self, document: u32) -> Option<&'a Contact> {
        match self.index.documents.item(document) {
            Item::Contact(index) => Some(&self.directory[index]),
            Item::Topic(_) => None,
        }
    }
}

impl Index {
    /// Moves contacts whose number the worker found out of service, and those known to be closed
    /// behind the others for the same need; closed contacts only if the need is urgent, so that
    /// open lines come first at night. If the person cannot use a voice line, contacts without
    /// another come after those with one. An authority that may harm the person stays behind the
    /// other contacts. All other hits keep their rank.
    pub(super) fn promote_answering(&self, hits: &mut Hits, clock: Clock<'_>) {
        let is_wary = hits.leading_needs().any(|(_, need)| {
            let need = self.needs.and_then(|needs| needs.at(need.need));
            need.is_some_and(|need| need.wary)
        });
        let harms = |hit: &Hit| is_wary && self.documents.attributes(hit.document).is_authority();
        let is_topic = |hit: &Hit| self.documents.attributes(hit.document).is_topic();
        for need in 0..hits.needs.len() {
            let is_urgent = self.is_urgent(&hits.needs[need]);
            let caller = clock.asking.caller;
            if !is_urgent && caller.dead.is_empty() && caller.channel == Channel::Voice {
                continue;
            }
            let serving = |hit: &Hit| hit.found_by == FoundBy::Need(need) && !is_topic(hit);
            let ranks: Vec<usize> = (0..hits.hits.len())
                .filter(|rank| serving(&hits.hits[*rank]))
                .collect();
            let mut contacts: Vec<Hit> =
                ranks.iter().map(|rank| hits.hits[*rank].clone()).collect();
            contacts.sort_by_key(|hit| {
                let is_closed = || clock.answers(hit.document) == Some(false);
                let is_dead = clock.is_out_of_service(hit);
                (
                    is_urgent && harms(hit),
                    is_dead,
                    is_urgent && is_closed(),
                    clock.cannot_be_reached(hit),
                )
            });
            for (rank, contact) in ranks.into_iter().zip(contacts) {
                hits.hits[rank] = contact;
            }
        }
    }

    fn is_urgent(&self, recognized: &Recognized) -> bool {
        let need = self.needs.and_then(|needs| needs.at(recognized.need));
        need.is_some_and(|need| need.gravity != Gravity::Later)
    }

    /// Keeps the hits that are known to be open now, and returns the number of hits removed because
    /// their hours are not known. If none is left, computes suggestions until `go_on` returns
    /// false.
    pub fn keep_open(
        &self,
        hits: &mut Hits,
        query: &Query,
        context: &Context<'_>,
        clock: Clock<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        let mut unknown = 0;
        hits.hits.retain(|hit| {
            let open = clock.answers(hit.document);
            unknown += usize::from(open.is_none());
            open == Some(true)
        });
        hits.total = hits.hits.len();
        if hits.languages_unstated > 0 {
            let open = |document: u32| clock.answers(document) == Some(true);
            hits.languages_unstated = self.count_unstated(query, hits, context, &open, go_on);
        }
        if hits.hits.is_empty() && !hits.partial {
            let count = |query: &Query| self.count_open(query, context, clock, go_on);
            hits.suggestions = suggest::of(query, &hits.query_filters, &count, go_on);
            // The words match although nothing is open: dropping "open now" comes before dropping a
            // word.
            let by_words = hits.open_now_words().map(Drop::Words);
            let now = by_words.unwrap_or(Drop::Filter(FilterKind::OpenNow));
            hits.suggestions.sort_by_key(|kind| kind.drop != now);
        }
        unknown
    }

    /// Returns the number of hits of a query; only open ones if it asks for those.
    fn count_open(
        &self,
        query: &Query,
        context: &Context<'_>,
        clock: Clock<'_>,
        go_on: &dyn Fn() -> bool,
    ) -> usize {
        let found = self.meet(query, context, go_on);
        if !found.ask_for_open_now(&query.filters) {
            return found.total;
        }
        let open = found
            .hits
            .iter()
            .filter(|hit| clock.answers(hit.document) == Some(true));
        open.count()
    }
}
