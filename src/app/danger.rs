//! Emergency number of the worker's region.

use super::state::App;
use crate::directory::{Contact, EmergencyService, Region};
use crate::i18n::Messages;
use crate::places::{Place, Places};

/// Returns the id of the message that names the emergency number of a place, or explains how it is made.
pub fn whole_message_id(region: Region, service: EmergencyService) -> String {
    match (region, service) {
        (Region::Ca, _) => "danger-whole-canada".to_owned(),
        (Region::Nu, EmergencyService::Usual) => "danger-whole-nu".to_owned(),
        _ => region.emergency().message_id(service),
    }
}

/// Returns a message of those about the emergency number of a region, for a place there.
pub fn emergency_words(
    id: &str,
    region: Region,
    place: Option<&Place>,
    messages: &Messages,
) -> String {
    let number = region.emergency().number;
    let town = place.map(|place| place.name.get(messages.language()));
    let facts = [
        ("number", number.into()),
        ("town", town.unwrap_or_default().into()),
    ];
    messages.format(id, &facts)
}

impl App {
    /// Returns "Immediate danger" with the emergency number at the worker's place.
    pub fn danger(&self) -> String {
        self.danger_as(&whole_message_id(self.region(), self.emergency_service()))
    }

    /// Returns the same for a row of a usual window.
    pub fn danger_in_row(&self) -> String {
        self.danger_as(&match self.region() {
            Region::Ca => "danger-canada".to_owned(),
            region => region.emergency().message_id(self.emergency_service()),
        })
    }

    fn danger_as(&self, id: &str) -> String {
        let words = [("number", self.whom_to_call(id).into())];
        self.messages().format("danger", &words)
    }

    /// Returns the emergency number at the worker's place, or the rule by which it is made.
    pub(super) fn emergency_number(&self) -> String {
        let emergency = self.region().emergency();
        self.whom_to_call(&emergency.message_id(self.emergency_service()))
    }

    /// Returns the same in short form.
    pub fn danger_short(&self) -> String {
        let emergency = self.region().emergency();
        self.whom_to_call(&emergency.short_message_id(self.emergency_service()))
    }

    /// Returns words for the contact of an emergency number that works in one community alone, unless
    /// the worker is there, and for 911 where it may not answer.
    pub(super) fn emergency_elsewhere(&self, contact: &Contact) -> Option<String> {
        let emergency = self.region().emergency();
        emergency.beside(&contact.id, self.emergency_service(), self.messages())
    }

    fn emergency_service(&self) -> EmergencyService {
        let place = self.place().map(|place| Places::embedded().place(place));
        Place::emergency_service(place, self.region())
    }

    fn whom_to_call(&self, id: &str) -> String {
        let place = self.place().map(|place| Places::embedded().place(place));
        emergency_words(id, self.region(), place, self.messages())
    }
}
