//! Contacts with the same name or number: of two with the same name and other numbers, one may be wrong.

use std::collections::HashMap;

use super::Contact;
use super::phone::national_digits;
use crate::i18n::folding::{fold, fold_character};
use crate::i18n::typography::{is_obeyed, visible};

/// Returns the contact of the directory with the name of `own` that lacks one of its numbers;
/// `None` if every number of `own` is one of its namesake's.
pub fn namesake<'a>(own: &Contact, contacts: &'a [Contact]) -> Option<&'a Contact> {
    let names = names(own);
    let initials: Vec<char> = names
        .iter()
        .filter_map(|name| name.chars().next())
        .collect();
    contacts
        .iter()
        .filter(|other| !other.is_own() && !other.phones.is_empty())
        .filter(|other| may_begin_with(other, &initials))
        .filter(|other| self::names(other).iter().any(|name| names.contains(name)))
        .find(|other| {
            let theirs = digits_of(other);
            digits_of(own).iter().any(|digits| !theirs.contains(digits))
        })
}

/// Contacts of a directory by their names and numbers, to find those like others.
#[derive(Debug)]
pub struct Known<'a> {
    by_name: HashMap<String, &'a Contact>,
    by_digits: HashMap<String, &'a Contact>,
}

/// Contact of a directory that is like another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike<'a> {
    /// The directory's contact.
    pub contact: &'a Contact,
    /// True if the other has a number that this one lacks.
    pub differs: bool,
}

impl<'a> Known<'a> {
    /// Sorts contacts by their names and numbers.
    pub fn of(contacts: &'a [Contact]) -> Self {
        let (mut by_name, mut by_digits) = (HashMap::new(), HashMap::new());
        let reached = |contact: &&Contact| !contact.is_own() && !contact.phones.is_empty();
        for contact in contacts.iter().filter(reached) {
            for name in names(contact) {
                by_name.entry(name).or_insert(contact);
            }
            for digits in digits_of(contact) {
                by_digits.entry(digits).or_insert(contact);
            }
        }
        Self { by_name, by_digits }
    }

    /// Returns the contact with the name of `own`, else the one with one of its numbers.
    pub fn like(&self, own: &Contact) -> Option<Alike<'a>> {
        let digits = digits_of(own);
        let named = names(own);
        let named = named.iter().find_map(|name| self.by_name.get(name));
        let dialled = || digits.iter().find_map(|digits| self.by_digits.get(digits));
        let contact = *named.or_else(dialled)?;
        let theirs = digits_of(contact);
        let differs = digits.iter().any(|digits| !theirs.contains(digits));
        Some(Alike { contact, differs })
    }
}

/// Returns false only if no name of a contact begins with one of these folded characters. Names are
/// folded for few contacts then, as a card is laid out several times for a key: 150 ms were spent on
/// each key on a contact of her own.
fn may_begin_with(contact: &Contact, initials: &[char]) -> bool {
    let names = [&contact.name.en, &contact.name.fr].into_iter().flatten();
    let mut first = names.filter_map(|name| name.chars().find(|one| !is_obeyed(*one)));
    first.any(|first| {
        let first = look_alike(first);
        let mut may = !first.is_alphanumeric();
        fold_character(first, &mut |one| may |= initials.contains(&one));
        may
    })
}

/// Returns the names without case, accents, punctuation and additions in parentheses. Letters of
/// other scripts that look like Latin ones are taken for these.
fn names(contact: &Contact) -> Vec<String> {
    let names = [&contact.name.en, &contact.name.fr].into_iter().flatten();
    let names = names.flat_map(|name| [name.clone(), without_parentheses(name)]);
    let folded = names.map(|name| {
        let latin: String = visible(&name).chars().map(look_alike).collect();
        let folded = fold(&latin).text;
        folded.chars().filter(|c| c.is_alphanumeric()).collect()
    });
    folded.filter(|name: &String| !name.is_empty()).collect()
}

fn without_parentheses(name: &str) -> String {
    let mut depth = 0_usize;
    let outside = name.chars().filter(|character| match character {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect()
}

/// Returns the Latin letter that looks like a Cyrillic or Greek one (the confusables of Unicode's
/// UTS 39 among letters of names); other characters are returned as they are.
fn look_alike(character: char) -> char {
    const OTHERS: &str = "аАеЕоОрРсСуУхХіІјЈѕЅһНкКмМтТвВԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιν";
    const LATIN: &str = "aAeEoOpPcCyYxXiIjJsShHkKmMtTbBdqwABEZHIKMNOPTYXoaiv";
    if character.is_ascii() {
        return character;
    }
    let place = OTHERS.chars().position(|other| other == character);
    let latin = place.and_then(|place| LATIN.chars().nth(place));
    latin.unwrap_or(character)
}

fn digits_of(contact: &Contact) -> Vec<String> {
    let phones = contact.phones.iter();
    phones.map(|phone| national_digits(&phone.number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn a_name_that_looks_the_same_is_a_namesake() {
        let contacts = Assets::embedded().contacts().unwrap();
        let bryony = contacts.iter().find(|one| one.id == "ns-bryony-house");
        let own = |name: &str| {
            let mut own = bryony.unwrap().clone();
            own.id = "own-1".to_owned();
            own.name.en = Some(name.to_owned());
            own.name.fr = None;
            own.phones.truncate(1);
            own.phones[0].number = "902-555-0199".to_owned();
            own
        };
        for name in [
            "Bryony House",
            "BRYONY HOUSE.",
            "Bryony\u{115f}House",
            "Bryony\u{200b} House",
            "Bry\u{43e}ny H\u{43e}use",
            "Bryony House (new number)",
            "\u{412}ryony House",
            "\u{200b}(The new) \u{201c}bryony House",
            "\u{115f}Bryony House",
        ] {
            let found = namesake(&own(name), &contacts).map(|one| one.id.as_str());
            assert_eq!(found, Some("ns-bryony-house"), "{name}");
        }
        assert_eq!(namesake(&own("Quillberry House"), &contacts), None);
    }
}
