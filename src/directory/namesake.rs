//! Contacts with the same name or number: of two with the same name and other numbers, one may be wrong.

use std::collections::HashMap;

use super::Contact;
use super::phone::national_digits;
use crate::i18n::folding::{fold, fold_character};
use crate::i18n::typography::{is_obeyed, visible};

/// Returns the contact of the directory with the name of `own` that lacks one of its numbers;
/// `None` if every number of `own` is one of its namesake's.
pub fn namesake<'a>(own: &Contact, contacts: &'a [Contact]) -> Option<&'a Contact> {
    let names = NamesOf::contact(own);
    contacts.iter().find(|other| names.is_namesake(other))
}

/// Names and numbers of a contact of the worker's own, to find its namesake.
#[derive(Debug)]
pub struct NamesOf {
    names: Vec<String>,
    initials: Vec<char>,
    digits: Vec<String>,
}

impl NamesOf {
    /// Takes the names and the numbers of a contact.
    pub fn contact(own: &Contact) -> Self {
        let names = names(own);
        let initials = names.iter().filter_map(|name| name.chars().next());
        Self {
            initials: initials.collect(),
            names,
            digits: digits_of(own),
        }
    }

    /// Returns true for a name that means the same.
    pub fn include(&self, name: &str) -> bool {
        may_begin_with(name, &self.initials)
            && folded(name).iter().any(|name| self.names.contains(name))
    }

    /// Returns true for a contact of the directory with the same name that lacks a number.
    pub fn is_namesake(&self, other: &Contact) -> bool {
        let names = [&other.name.en, &other.name.fr];
        let is_other = !other.is_own() && !other.phones.is_empty();
        is_other && names.into_iter().flatten().any(|name| self.include(name)) && {
            let theirs = digits_of(other);
            self.digits.iter().any(|digits| !theirs.contains(digits))
        }
    }
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

/// Returns false only if a name does not begin with one of these folded characters. Few names are
/// folded then, as a card is laid out several times for a key: 150 ms were spent on each key on a
/// contact of her own.
fn may_begin_with(name: &str, initials: &[char]) -> bool {
    name.chars()
        .find(|one| !is_obeyed(*one))
        .is_some_and(|first| {
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
    names.flat_map(|name| folded(name)).collect()
}

/// Returns a name in the form of [`names`], with and without its additions.
fn folded(name: &str) -> Vec<String> {
    let forms = [name.to_owned(), without_parentheses(name)];
    let folded = forms.iter().map(|name| {
        let latin: String = visible(name).chars().map(look_alike).collect();
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
    let index = OTHERS.chars().position(|other| other == character);
    let latin = index.and_then(|index| LATIN.chars().nth(index));
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
