//! Emergency number of a region, which no pack changes.

use serde::Serialize;

use crate::app::danger::whole_message_id;
use crate::directory::Region;
use crate::i18n::Messages;

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
    /// Returns the emergency number of a region.
    pub(in crate::cli) fn of(region: Region, messages: &Messages) -> Self {
        let emergency = region.emergency();
        Self {
            number: emergency.number,
            town: emergency.town,
            words: in_words(region, messages),
        }
    }
}

/// Returns the emergency number of a region in words.
pub(in crate::cli) fn in_words(region: Region, messages: &Messages) -> String {
    let number = [("number", region.emergency().number.into())];
    let number = messages.format(&whole_message_id(region), &number);
    messages.format("danger", &[("number", number.into())])
}
