//! Contacts with the same name and other numbers: one of them may be wrong.

use super::Contact;
use super::phone::national_digits;
use crate::i18n::folding::fold;

/// Returns the contact of the directory with the name of `own` that lacks one of its numbers;
/// `None` if every number of `own` is one of its namesake's.
pub fn namesake<'a>(own: &Contact, contacts: &'a [Contact]) -> Option<&'a Contact> {
    let names = names(own);
    contacts
        .iter()
        .filter(|other| !other.is_own() && !other.phones.is_empty())
        .filter(|other| self::names(other).iter().any(|name| names.contains(name)))
        .find(|other| {
            let theirs = digits_of(other);
            digits_of(own).iter().any(|digits| !theirs.contains(digits))
        })
}

/// Returns the names without case, accents and punctuation.
fn names(contact: &Contact) -> Vec<String> {
    let names = [&contact.name.en, &contact.name.fr];
    let folded = names.into_iter().flatten().map(|name| {
        let folded = fold(name).text;
        folded.chars().filter(|c| c.is_alphanumeric()).collect()
    });
    folded.filter(|name: &String| !name.is_empty()).collect()
}

fn digits_of(contact: &Contact) -> Vec<String> {
    let phones = contact.phones.iter();
    phones.map(|phone| national_digits(&phone.number)).collect()
}
