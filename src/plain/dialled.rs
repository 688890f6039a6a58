//! Lines of digits that are phone numbers rather than item numbers: digits of a phone number are
//! searched for, and a short code such as 911 opens its card, however long the list is.

use super::place::{Kind, kind};
use super::{Plain, Saves};
use crate::app::Action;
use crate::app::subject::PageKind;
use crate::assets::Found;
use crate::directory::Contact;

/// Number of digits of a short code.
const SHORT: usize = 3;
/// Least number of digits that are no number of an item.
const LONG: usize = 5;

/// Code with a contact in every region, even those where it does not work.
const EMERGENCY: &str = "911";

impl<S: Saves> Plain<S> {
    /// Returns the digits of a line that is a phone number, a part of one, or a short code; `None`
    /// for the number of an item or other text.
    pub(super) fn dialled(&self, line: &str) -> Option<String> {
        let digits = digits(line).filter(|_| !self.picks_for_form())?;
        let dialled = match digits.len() {
            ..SHORT => false,
            SHORT => self.is_short_code(&digits),
            LONG.. => true,
            _ => !self.has_number(digits.parse().unwrap_or(usize::MAX)),
        };
        dialled.then_some(digits)
    }

    fn is_short_code(&self, digits: &str) -> bool {
        let contacts = self.app.catalogue().directory().contacts();
        digits == EMERGENCY || contacts.iter().any(|contact| answers(contact, digits))
    }

    /// Returns the number of items or links here.
    pub(super) fn count_here(&self) -> usize {
        if kind(&self.app) == Kind::Reading {
            self.app.document(u16::MAX).links.len()
        } else {
            self.app.list_length()
        }
    }

    fn has_number(&self, number: usize) -> bool {
        (1..=self.count_here()).contains(&number)
    }

    /// Searches for the digits, and opens the card of a short code.
    pub(super) fn dial(&mut self, line: &str, digits: &str) {
        self.find(line);
        let Some(id) = self.card_of(digits) else {
            return;
        };
        let is_card = |found| found == Found::Contact(&id);
        let index = self.app.directory().listed().position(is_card);
        match index {
            Some(index) => self.choose(index + 1),
            None => self.act(Action::Open(PageKind::Card(id))),
        }
    }

    /// Returns the contact of a short code, the region's own first; for 911, the region's emergency
    /// contact.
    fn card_of(&self, digits: &str) -> Option<String> {
        let emergency = self.app.region().emergency().contact;
        if digits == EMERGENCY && self.app.contact(emergency).is_some() {
            return Some(emergency.to_owned());
        }
        let listed = self
            .app
            .directory()
            .listed()
            .filter_map(|found| match found {
                Found::Contact(id) if digits.len() == SHORT => self.app.contact(id),
                _ => None,
            });
        let answering: Vec<&Contact> = listed.filter(|one| answers(one, digits)).collect();
        let hers = answering.iter().find(|one| one.region == self.app.region());
        let contact = hers.or_else(|| answering.first())?;
        Some(contact.id.clone())
    }
}

/// Returns true if a contact has a number of exactly these digits.
fn answers(contact: &Contact, wanted: &str) -> bool {
    let mut phones = contact.phones.iter();
    phones.any(|phone| digits(&phone.number).is_some_and(|digits| digits == wanted))
}

/// Returns the digits of a line of digits and separators of phone numbers.
fn digits(line: &str) -> Option<String> {
    let parts = |sign: char| sign.is_ascii_digit() || " \u{a0}-.()+/".contains(sign);
    let digits = || line.chars().filter(char::is_ascii_digit).collect();
    line.chars().all(parts).then(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_a_phone_number() {
        assert_eq!(digits("902 490-5020").as_deref(), Some("9024905020"));
        assert_eq!(digits("+1 (902) 490.5020").as_deref(), Some("19024905020"));
        assert_eq!(digits("9-1-1").as_deref(), Some("911"));
        assert_eq!(digits("#9191"), None);
        assert_eq!(digits("24/7 open"), None);
    }
}
