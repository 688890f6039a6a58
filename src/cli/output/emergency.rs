//! Emergency number of a region, which no pack changes.

use serde::Serialize;

use crate::app::danger::{emergency_words, whole_message_id};
use crate::directory::Region;
use crate::i18n::Messages;
use crate::places::{Place, PlaceId, Places};

/// Emergency number in the output of `--json`.
#[derive(Serialize)]
pub(in crate::cli) struct Emergency {
    number: &'static str,
    /// Only community where it works.
    #[serde(skip_serializing_if = "Option::is_none")]
    town: Option<&'static str>,
    words: String,
}

impl Emergency {
    /// Returns the emergency number at a place; `None` stands for the region.
    pub(in crate::cli) fn of(region: Region, place: Option<PlaceId>, messages: &Messages) -> Self {
        let emergency = region.emergency();
        Self {
            number: emergency.number,
            town: emergency.town,
            words: in_words(region, place, messages),
        }
    }
}

/// Returns the emergency number at a place in words; `None` stands for the region.
pub(in crate::cli) fn in_words(
    region: Region,
    place: Option<PlaceId>,
    messages: &Messages,
) -> String {
    let place = place.map(|place| Places::embedded().place(place));
    let id = whole_message_id(region, Place::emergency_service(place, region));
    let number = emergency_words(&id, region, place, messages);
    messages.format("danger", &[("number", number.into())])
}
