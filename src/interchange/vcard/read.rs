//! Conversion of cards to contacts.

use super::lines::{Card, Property, cards};
use super::number::{self, GroupLabels, is_number};
use super::write;
use crate::directory::LanguageCode;
use crate::directory::check::is_address;
use crate::interchange::charset::to_utf8;
use crate::interchange::incoming::{description, one_line, with_scheme};
use crate::interchange::markup::plain;
use crate::interchange::{Incoming, LeftOut, Line, Reading, RemarkReason};

/// Reads the cards of a file. Never fails: see [`Reading`].
pub fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let text = to_utf8(bytes);
    for card in cards(&text) {
        reading.rows += 1;
        let row = reading.rows;
        if card.cut_off {
            reading.remark(row, "END", "", RemarkReason::CutOff);
        }
        let contact = contact(&card, row, &mut reading);
        reading.take(contact);
    }
    reading.redact_disclosed();
    if reading.rows == 0 && !text.trim_ascii().is_empty() {
        reading.remark(0, "", "", RemarkReason::WrongFormat);
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
    /// Lines of addresses, to be removed from the texts of a secret place.
    addresses: Vec<String>,
    /// True if the card is not public.
    is_private: bool,
}

fn contact(card: &Card, row: usize, reading: &mut Reading) -> Incoming {
    let mut draft = Draft::default();
    draft.contact.row = row;
    let labels = GroupLabels::of(card);
    for property in &card.properties {
        draft.add(property, &labels, reading);
    }
    draft.finish(reading)
}

impl Draft {
    fn add(&mut self, property: &Property, labels: &GroupLabels, reading: &mut Reading) {
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
            _ => return self.take(property, labels, reading),
        };
        if kind == LeftOut::Notes {
            let note = unescaped(&property.text().0);
            self.notes.push_str(&note);
            self.notes.push('\n');
            // An export of havre repeats the description in a note for other programs.
            let told = &self.contact.description;
            if !told.is_empty() && description(&note).ends_with(told.as_str()) {
                return;
            }
        }
        reading.leave_out(kind);
    }

    fn take(&mut self, property: &Property, labels: &GroupLabels, reading: &mut Reading) {
        let name = property.name.as_str();
        let used = ["FN", "N", "ORG", "TITLE", "NICKNAME"].contains(&name) || is_number(name);
        if property.is_binary() && !used {
            return;
        }
        let (raw, guessed) = property.text();
        let raw = plain(&raw);
        let text = one_line(&unescaped(&raw));
        let row = self.contact.row;
        if guessed && used {
            reading.remark(row, name, &text, RemarkReason::Guessed);
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
            "LANG" | write::LANGUAGE => contact.languages.extend(language(&text)),
            write::REGION => contact.region = text,
            write::HOURS => contact.hours = text,
            write::DESCRIPTION => contact.description = description(&unescaped(&raw)),
            "URL" if contact.website.is_empty() => match with_scheme(&text) {
                _ if is_address(&text) => contact.website = text,
                Some(address) => {
                    reading.remark(row, name, &text, RemarkReason::Scheme);
                    contact.website = address;
                }
                None => reading.remark(row, name, &text, RemarkReason::Website),
            },
            "ADR" => {
                let parts = components(&raw, ';');
                contact.town = parts.get(3).cloned().unwrap_or_default();
                let lines = parts.into_iter().enumerate();
                // Town, region and country say no more than the name of a service does.
                let lines = lines.filter(|(at, line)| !matches!(at, 3 | 4 | 6) && !line.is_empty());
                let count = self.addresses.len();
                self.addresses.extend(lines.map(|(_, line)| line));
                if self.addresses.len() > count {
                    reading.leave_out(LeftOut::Addresses);
                }
            }
            _ if is_number(name) => self.number(property, labels, &unescaped(&raw), reading),
            _ if number::may_be_one(name) => {
                let lines = reading.stray_numbers(row, name, &text);
                self.phones
                    .extend(lines.into_iter().map(|line| (u32::MAX, line)));
            }
            _ => {}
        }
    }

    fn number(
        &mut self,
        property: &Property,
        labels: &GroupLabels,
        text: &str,
        reading: &mut Reading,
    ) {
        let like = number::line(property, labels);
        let rank = number::rank(property);
        let text = number::without_context(text);
        let row = self.contact.row;
        let lines = if number::is_machine(property) {
            vec![reading.doubtful(row, &property.name, &format!("{text} ?"), &like)]
        } else if property.name == write::UNCLEAR {
            vec![reading.doubtful(row, &property.name, &text, &like)]
        } else {
            reading.numbers(row, &property.name, &text, &like)
        };
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
            reading.remark(contact.row, "FN", &contact.name, RemarkReason::Nameless);
        }
        reading.hide(contact, self.is_private, &self.notes, &self.addresses);
        self.contact
    }
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
