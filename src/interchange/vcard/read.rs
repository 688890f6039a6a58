//! Conversion of cards to contacts.

use std::borrow::Cow;

use super::lines::{Card, Property, cards};
use crate::directory::check::is_address;
use crate::directory::{LanguageCode, PhoneKind};
use crate::interchange::charset::to_utf8;
use crate::interchange::incoming::{is_confidential, one_line};
use crate::interchange::{Incoming, LeftOut, Line, LineType, Reading, Why};

/// Reads the cards of a file. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let text = to_utf8(bytes);
    for card in cards(&text) {
        reading.rows += 1;
        let row = reading.rows;
        if card.cut_off {
            reading.remark(row, "END", "", Why::CutOff);
        }
        let contact = contact(&card, row, &mut reading);
        reading.take(contact);
    }
    if reading.rows == 0 && !text.trim_ascii().is_empty() {
        reading.remark(0, "", "", Why::WrongFormat);
    }
    reading
}

/// Card under construction.
#[derive(Default)]
struct Draft {
    contact: Incoming,
    /// Numbers with their rank; the lowest is preferred.
    phones: Vec<(u32, Line)>,
    full_name: String,
    name: String,
    nickname: String,
    /// Notes, which may say that the location is secret.
    notes: String,
    /// True if the card is not public.
    is_private: bool,
}

fn contact(card: &Card, row: usize, reading: &mut Reading) -> Incoming {
    let mut draft = Draft::default();
    draft.contact.row = row;
    for property in &card.properties {
        draft.add(property, card, reading);
    }
    draft.finish(reading)
}

impl Draft {
    fn add(&mut self, property: &Property, card: &Card, reading: &mut Reading) {
        let kind = match property.name.as_str() {
            "PHOTO" | "LOGO" | "SOUND" | "KEY" | "X-MS-CARDPICTURE" => LeftOut::Photos,
            "NOTE" => LeftOut::Notes,
            "BDAY"
            | "ANNIVERSARY"
            | "DEATHDATE"
            | "BIRTHPLACE"
            | "DEATHPLACE"
            | "GENDER"
            | "RELATED"
            | "X-ABDATE"
            | "X-ABRELATEDNAMES"
            | "X-ANNIVERSARY"
            | "X-SPOUSE"
            | "X-EVOLUTION-SPOUSE"
            | "X-EVOLUTION-ANNIVERSARY"
            | "X-GENDER" => LeftOut::Personal,
            "GEO" | "LABEL" => LeftOut::Addresses,
            _ => return self.take(property, card, reading),
        };
        if kind == LeftOut::Notes {
            self.notes.push_str(&property.text().0);
            self.notes.push('\n');
        }
        reading.leave_out(kind);
    }

    fn take(&mut self, property: &Property, card: &Card, reading: &mut Reading) {
        if property.is_binary() {
            return;
        }
        let (raw, guessed) = property.text();
        let text = one_line(&unescaped(&raw));
        let name = property.name.as_str();
        let row = self.contact.row;
        let used = ["FN", "N", "ORG", "TITLE", "NICKNAME"].contains(&name) || is_number(name);
        if guessed && used {
            reading.remark(row, name, &text, Why::Guessed);
        }
        let contact = &mut self.contact;
        match name {
            "FN" if self.full_name.is_empty() => self.full_name = text,
            "N" => self.name = assembled(&raw),
            "NICKNAME" if self.nickname.is_empty() => self.nickname = text,
            "ORG" if contact.organization.is_empty() => contact.organization = joined(&raw),
            "TITLE" if contact.title.is_empty() => contact.title = text,
            "EMAIL" if !text.is_empty() => contact.emails.push(text),
            "UID" => contact.uid = text,
            // PUBLIC, PRIVATE or CONFIDENTIAL (RFC 2426, 3.7.1).
            "CLASS" => self.is_private |= !text.eq_ignore_ascii_case("PUBLIC"),
            "CATEGORIES" => contact.categories.extend(components(&raw, ',')),
            "LANG" => contact.languages.extend(language(&text)),
            "URL" if contact.website.is_empty() => {
                if is_address(&text) {
                    contact.website = text;
                } else {
                    reading.remark(row, name, &text, Why::Website);
                }
            }
            "ADR" => {
                reading.leave_out(LeftOut::Addresses);
                let town = components(&raw, ';').into_iter().nth(3);
                contact.town = town.filter(|town| !town.is_empty()).unwrap_or_default();
            }
            _ if is_number(name) => self.number(property, card, &unescaped(&raw), reading),
            _ => {}
        }
    }

    fn number(&mut self, property: &Property, card: &Card, text: &str, reading: &mut Reading) {
        let named = property.parameter("X-LABEL").map(one_line);
        let label = named.unwrap_or_else(|| group_label(property, card));
        let types = property.types();
        let has = |word: &str| types.iter().any(|one| one.contains(word));
        let fax = has("fax") || !has("voice") && label.to_lowercase().contains("fax");
        let like = Line {
            number: String::new(),
            extension: None,
            kind: match () {
                () if fax => PhoneKind::Fax,
                () if has("textphone") || has("tty") => PhoneKind::Tty,
                () if has("text") && !has("voice") || has("sms") => PhoneKind::Text,
                () => PhoneKind::Voice,
            },
            types: [
                ("cell", LineType::Cell),
                ("home", LineType::Home),
                ("work", LineType::Work),
                ("pager", LineType::Pager),
            ]
            .into_iter()
            .filter_map(|(word, one)| has(word).then_some(one))
            .collect(),
            label,
        };
        let pref = property
            .parameter("PREF")
            .and_then(|pref| pref.parse().ok());
        let rank = pref.unwrap_or(if has("pref") { 0 } else { u32::MAX });
        let text = without_context(text);
        let lines = reading.numbers(self.contact.row, &property.name, &text, &like);
        self.phones
            .extend(lines.into_iter().map(|line| (rank, line)));
    }

    fn finish(mut self, reading: &mut Reading) -> Incoming {
        self.phones.sort_by_key(|(rank, _)| *rank);
        let contact = &mut self.contact;
        contact.phones = self.phones.into_iter().map(|(_, line)| line).collect();
        let number = contact.phones.first().map(|line| line.number.clone());
        let names = [self.full_name, self.name];
        contact.name = names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        if contact.name.is_empty() {
            let stand_in = [
                contact.organization.clone(),
                self.nickname,
                contact.emails.first().cloned().unwrap_or_default(),
                number.unwrap_or_default(),
            ];
            contact.name = stand_in
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default();
            reading.remark(contact.row, "FN", &contact.name, Why::Nameless);
        }
        let words = [&contact.name, &contact.organization, &contact.title];
        let says = |words: &&String| is_confidential(words);
        if self.is_private || is_confidential(&self.notes) || words.iter().any(says) {
            contact.town.clear();
        }
        self.contact
    }
}

/// Returns a `tel:` URI with its extension alone: its other parameters (RFC 3966) are for networks. An extension
/// in words makes the whole unclear.
fn without_context(text: &str) -> Cow<'_, str> {
    let is_uri = |text: &&str| {
        let start = text.get(..4);
        start.is_some_and(|start| start.eq_ignore_ascii_case("tel:"))
    };
    let Some(uri) = Some(text.trim()).filter(is_uri) else {
        return Cow::Borrowed(text);
    };
    let mut parts = uri.split(';');
    let number = parts.next().unwrap_or_default();
    let extension = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.eq_ignore_ascii_case("ext").then_some(value)
    });
    match extension {
        None => Cow::Borrowed(number),
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Cow::Owned(format!("{number};ext={digits}"))
        }
        Some(words) => Cow::Owned(format!("{} ext. {words} ?", &number[4..])),
    }
}

/// Returns true for the properties of numbers.
fn is_number(name: &str) -> bool {
    name == "TEL" || name.contains("PHONE") && !name.contains("PHONETIC")
}

/// Returns the label in Apple's address book, a property of the same group.
fn group_label(property: &Property, card: &Card) -> String {
    let same = |other: &&Property| {
        !property.group.is_empty() && other.group == property.group && other.name == "X-ABLABEL"
    };
    let label = card.properties.iter().find(same);
    let label = label.map(|label| label.text().0).unwrap_or_default();
    let bare = label
        .strip_prefix("_$!<")
        .and_then(|label| label.strip_suffix(">!$_"));
    one_line(bare.unwrap_or(&label))
}

/// Joins the parts of `N` in spoken order: prefix, given names, family name, suffix.
fn assembled(raw: &str) -> String {
    let parts = components(raw, ';');
    let part = |index: usize| parts.get(index).cloned().unwrap_or_default();
    one_line(&[3, 1, 2, 0, 4].map(part).join(" "))
}

fn joined(raw: &str) -> String {
    let mut parts = components(raw, ';');
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Splits a value at a sign, except after a backslash.
fn components(raw: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for character in raw.chars() {
        let ends = character == sign && !escaped;
        escaped = character == '\\' && !escaped;
        match parts.last_mut() {
            Some(part) if !ends => part.push(character),
            _ => parts.push(String::new()),
        }
    }
    parts
        .iter()
        .map(|part| one_line(&unescaped(part)))
        .collect()
}

/// Removes the escapes of a value (RFC 6350, 3.4), and Apple's `\:`.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        match characters.next() {
            Some('n' | 'N') => text.push('\n'),
            Some(escaped) => text.push(escaped),
            None => text.push('\\'),
        }
    }
    text
}

/// Returns the language of a tag (RFC 5646): `fr-CA` is French.
fn language(tag: &str) -> Option<LanguageCode> {
    let code = tag.split('-').next()?.to_lowercase();
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then_some(LanguageCode(code))
}
