//! Emergency contacts among the first rows of a need.

use super::Lead;
use crate::directory::Category;
use crate::guide::WITHOUT_911;
use crate::needs::{Recognized, SUICIDE};
use crate::search::hits::{FoundBy, Hit, Hits};
use crate::search::index::Index;
use crate::search::index::documents::locations::Vantage;
use crate::search::nearby::Nearness;

/// Last row of the emergency contact if a life may be at risk.
const LAST_OF_FIRST_ROWS: usize = 2;
/// Its last row if the first need may be the same harm, and that of the contact of a sign.
const SECOND_ROW: usize = 1;

impl Index {
    /// Returns the emergency contacts that answer where the worker is. Without 911 each community
    /// has its own number: the topic on these numbers replaces the contacts of other communities,
    /// and precedes those of any community if the worker's is not known.
    pub(in crate::search) fn answering_in_danger(
        &self,
        vantage: &Vantage,
        mut documents: Vec<u32>,
    ) -> Vec<u32> {
        if vantage.region.emergency().is_911() {
            return documents;
        }
        let is_elsewhere = |document: &u32| {
            let nearness = self.nearness(*document, vantage);
            self.documents.attributes(*document).is_local()
                && !matches!(nearness, Nearness::Serves(_))
        };
        if let Some(at) = documents.iter().position(is_elsewhere) {
            documents.retain(|document| vantage.places.is_empty() || !is_elsewhere(document));
            let rule = self.topics.get(WITHOUT_911).copied();
            if let Some(rule) = rule {
                documents.insert(at.min(documents.len()), rule);
            }
        }
        documents
    }
}

impl Lead<'_> {
    pub(super) fn add_emergencies(&mut self, hits: &Hits) {
        for (number, need) in hits.leading_needs() {
            let ids = self.needs.emergency(need.need, self.vantage.region);
            for document in self
                .index
                .answering_in_danger(self.vantage, self.documents(ids))
            {
                self.add(document, FoundBy::Need(number));
            }
        }
    }

    /// Moves the emergency contacts of a guessed need into the first rows: another need is more
    /// likely, but a life may be at risk. 988 listens and sends no help: for thoughts of suicide
    /// the emergency number is moved up as well, since the person may have taken pills or stand on
    /// a bridge.
    pub(super) fn promote_emergencies(&mut self, hits: &Hits) {
        for (number, need) in hits.needs.iter().enumerate() {
            let ids = self.needs.emergency(need.need, self.vantage.region);
            let row = if self.is_same_harm(need, hits) {
                SECOND_ROW
            } else {
                LAST_OF_FIRST_ROWS
            };
            for document in self
                .index
                .answering_in_danger(self.vantage, self.documents(ids.into_iter().take(1)))
            {
                self.raise(document, number, row);
            }
        }
        let is_suicide = |need: &Recognized| {
            let need = self.needs.at(need.need);
            need.is_some_and(|need| need.id == SUICIDE)
        };
        let suicide = hits.leading_needs().find(|(_, need)| is_suicide(need));
        if let Some((number, _)) = suicide {
            let emergency = self.index.serving(self.vantage.region.emergency().contact);
            let emergency = emergency.filter(|document| self.passes(*document));
            for document in self
                .index
                .answering_in_danger(self.vantage, emergency.into_iter().collect())
            {
                self.raise(document, number, LAST_OF_FIRST_ROWS);
            }
        }
    }

    /// Moves the contact of a sign up to the second row: it is for the people of the text.
    pub(super) fn promote_contact_of_sign(&mut self) {
        let contact = self.circumstances.contact;
        let document = contact.and_then(|contact| self.index.serving(contact));
        if let Some(document) = document.filter(|document| self.passes(*document)) {
            self.raise(document, 0, SECOND_ROW);
        }
    }

    /// Returns true if a guessed need is the same harm as the first need, but in progress: both are
    /// violence by a partner.
    fn is_same_harm(&self, guessed: &Recognized, hits: &Hits) -> bool {
        let offers = |recognized: &Recognized| {
            let need = self.needs.at(recognized.need);
            need.is_some_and(|need| need.services.contains(&Category::DomesticViolence))
        };
        hits.needs.first().is_some_and(offers) && offers(guessed)
    }

    /// Moves a contact up to a row, or adds it there.
    fn raise(&mut self, document: u32, need: usize, row: usize) {
        if self.circumstances.refuses_police && self.is_authority(document) {
            return;
        }
        let at = self.hits.iter().position(|hit| hit.document == document);
        if at.is_some_and(|at| at <= row) {
            return;
        }
        let hit = match at {
            Some(at) => self.hits.remove(at),
            None => Hit {
                found_by: FoundBy::Need(need),
                ..Hit::of(document)
            },
        };
        self.hits.insert(row.min(self.hits.len()), hit);
    }
}
