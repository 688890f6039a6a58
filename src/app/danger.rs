//! Emergency number of the worker's region.

use super::state::App;
use crate::directory::{Contact, Region};
use crate::i18n::Language;
use crate::places::{Place, Places};

/// Returns the id of the message that names the emergency number of a region, or explains how it is made.
pub fn whole_message_id(region: Region) -> String {
    match region {
        Region::Ca => "danger-whole-canada".to_owned(),
        Region::Nu => "danger-whole-nu".to_owned(),
        _ => region.emergency().message_id(),
    }
}

impl App {
    /// Returns "Immediate danger" with the emergency number at the worker's place.
    pub fn danger(&self) -> String {
        self.danger_as(whole_message_id(self.region()))
    }

    /// Returns the same for a row of a usual window.
    pub fn danger_in_row(&self) -> String {
        self.danger_as(match self.region() {
            Region::Ca => "danger-canada".to_owned(),
            region => region.emergency().message_id(),
        })
    }

    /// Returns the same in the words of a message, unless the number is that of the worker's community.
    fn danger_as(&self, id: String) -> String {
        let emergency = self.region().emergency();
        let id = match self.emergency_town() {
            Some(_) => emergency.town_message_id(),
            None if self.may_911_fail() => emergency.doubtful_message_id(),
            None => id,
        };
        let words = [("number", self.whom_to_call(&id).into())];
        self.messages().format("danger", &words)
    }

    /// Returns the same in short form.
    pub fn danger_short(&self) -> String {
        let emergency = self.region().emergency();
        self.whom_to_call(&match self.emergency_town() {
            Some(_) => emergency.short_town_message_id(),
            None if self.may_911_fail() => emergency.short_doubtful_message_id(),
            None => emergency.short_message_id(),
        })
    }

    /// Returns the name of the worker's town if the emergency number is that of this community alone.
    fn emergency_town(&self) -> Option<&'static str> {
        let place = Places::embedded().place(self.place()?);
        let town = self.region().emergency().town?;
        (town == place.name.get(Language::En)).then(|| place.name.get(self.language()))
    }

    /// Returns true if 911 may not answer in the worker's town.
    fn may_911_fail(&self) -> bool {
        let place = self.place().map(|place| Places::embedded().place(place));
        place.is_some_and(Place::may_911_fail)
    }

    /// Returns words for the contact of an emergency number that works in one community alone, unless
    /// the worker is there, and for 911 where it may not answer.
    pub(super) fn emergency_elsewhere(&self, contact: &Contact) -> Option<String> {
        let here = self.emergency_town().is_some();
        let emergency = self.region().emergency();
        if self.may_911_fail() {
            return emergency.may_fail(&contact.id, self.messages());
        }
        (!here).then(|| emergency.elsewhere(&contact.id, self.messages()))?
    }

    fn whom_to_call(&self, id: &str) -> String {
        let town = self.emergency_town().unwrap_or_default();
        let number = self.region().emergency().number;
        let facts = [("number", number.into()), ("town", town.into())];
        self.messages().format(id, &facts)
    }
}
