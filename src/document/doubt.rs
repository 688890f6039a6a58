//! Reasons to confirm a contact before use, in a few words.

use jiff::civil::Date;

use crate::directory::{Contact, Doubt};
use crate::i18n::Messages;

/// Returns the advice to confirm a contact first, with the reason; `None` if there is no reason on
/// that day.
pub fn line(contact: &Contact, today: Date, messages: &Messages) -> Option<String> {
    let old = contact.checked_long_ago(today);
    let old = old.then(|| messages.text("doubt-checked-long-ago"));
    let doubts = contact.doubt.iter().map(|doubt| words(*doubt, messages));
    let reasons: Vec<String> = contact
        .words_of_replaced_number(messages)
        .into_iter()
        .chain(doubts)
        .chain(old)
        .collect();
    if reasons.is_empty() {
        return None;
    }
    let reasons = [("reasons", reasons.join(", ").into())];
    Some(messages.format("confirm-first", &reasons))
}

/// Returns the day on which a contact was checked, and the number of its sources.
pub(super) fn checked(contact: &Contact, messages: &Messages) -> String {
    let date = ("date", messages.date(&contact.checked).into());
    if contact.is_undated() {
        return messages.format("card-undated", &[date]);
    }
    let count = ("count", contact.sources.len().into());
    messages.format("card-checked", &[date, count])
}

fn words(doubt: Doubt, messages: &Messages) -> String {
    match doubt.year {
        None => messages.text(doubt.reason.message_id()),
        Some(year) => {
            let year = [("year", year.to_string().into())];
            messages.format(doubt.reason.dated_message_id(), &year)
        }
    }
}
