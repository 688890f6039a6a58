//! Of what was found, who answers now.
//!
//! That is a matter of the clock, which an index has none of: so the others are taken out of the hits
//! once they are found.

use super::types::{Drop, FilterKind, Hits, Item, Suggestion};
use crate::directory::hours::Asking;
use crate::directory::{Contact, reach};

/// Keeps those hits that are known to answer now, by the number that is called first
/// ([`reach::first_answer`]); `contacts` are those that were searched. Returns how
/// many were taken out because nobody knows: hours that are not known are not open.
pub fn keep_open(hits: &mut Hits, contacts: &[Contact], asking: Asking<'_>) -> usize {
    let before = hits.hits.len();
    let mut unknown = 0;
    hits.hits.retain(|hit| match hit.item {
        Item::Topic(_) => false,
        Item::Contact(place) => {
            let open = reach::first_answer(&contacts[place], asking).is_open();
            unknown += usize::from(open.is_none());
            open == Some(true)
        }
    });
    hits.total = hits.hits.len();
    // How many of them are open was not asked.
    hits.languages_unstated = 0;
    if hits.hits.is_empty() && before > 0 && !hits.partial {
        hits.suggestions.push(Suggestion {
            drop: hits
                .open_now_words()
                .map_or(Drop::Filter(FilterKind::OpenNow), Drop::Words),
            hits: before,
        });
    }
    unknown
}
