//! Number of a contact to call: first by the record, and the one that answers now.

use super::hours::{self, Answer, Asking, Hours};
use super::{Caller, Contact, Phone, PhoneKind};

/// Returns the state of a contact for lists and filters: that of its first voice number, which is
/// called first; always open if its own hours are day and night. The state of another service's
/// line further down has no influence.
///
/// A first number without hours has the contact's own. A line that is always open and not the
/// contact's (*911*, *211, to be connected*) has the state of the contact as a whole, as has a
/// contact without a voice number.
pub fn first_answer(contact: &Contact, asking: Asking<'_>) -> Answer {
    let whole = || hours::of_contact(contact, asking);
    let first = main(contact, asking.caller);
    // A dead number opens nothing.
    if let Some(main) = first.filter(|_| contact.phones.iter().any(|phone| asking.is_dead(phone))) {
        if asking.is_dead(main) {
            return Answer::Unknown;
        }
        if main.hours.is_some() {
            return line_now(contact, asking).map_or(Answer::Unknown, |(_, answer)| answer);
        }
    }
    let first = first.filter(|phone| phone.kind == PhoneKind::Voice);
    let Some(first) = first.filter(|_| !always(contact)) else {
        return whole();
    };
    let answer = hours::of_phone(contact, first, asking);
    let from_hours = answer == Answer::Unknown && first.hours.is_none() && contact.hours.is_some();
    if from_hours || lent(contact, &answer) {
        whole()
    } else {
        answer
    }
}

/// Returns the state of a contact for lists and filters if it is the same at any time: unknown
/// without any hours, open with hours of its own by day and night. Numbers out of service are not
/// considered.
pub fn answer_at_any_time(contact: &Contact) -> Option<Answer> {
    let states_hours = |phone: &Phone| phone.hours.is_some() || phone.is_vital();
    let has_hours =
        contact.always_open || contact.hours.is_some() || contact.phones.iter().any(states_hours);
    if has_hours {
        always(contact).then_some(Answer::Always)
    } else {
        Some(Answer::Unknown)
    }
}

/// Returns the number to dial now, and its state. This is the first voice number, unless it is
/// known to be closed, another is known to be open, and the contact as a whole is open day and
/// night: otherwise the other number may belong to another service. If the hours of the first are
/// unknown, an open line for the night replaces it. A number that the worker found out of service is
/// returned only if the contact has no other, with an unknown state. `None` if the contact has no
/// number to call.
///
/// If the caller cannot use a voice line, [`line_without_voice`] takes the place of all of these.
pub fn line_now<'c>(contact: &'c Contact, asking: Asking<'_>) -> Option<(&'c Phone, Answer)> {
    if let Some(line) = line_without_voice(contact, asking) {
        return Some(line);
    }
    let main = main(contact, asking.caller)?;
    if asking.is_dead(main) {
        return Some((main, Answer::Unknown));
    }
    let alive = || {
        asking
            .caller
            .voices(contact)
            .filter(|phone| !asking.is_dead(phone))
    };
    let of = |phone: &'c Phone| (phone, hours::of_phone(contact, phone, asking));
    let (_, answer) = of(main);
    if answer.is_open() == Some(false) && (contact.always_open || always(contact)) {
        let is_open = |(_, answer): &(&Phone, Answer)| answer.is_open() == Some(true);
        let open = alive().map(of).find(is_open);
        if let Some(open) = open.or_else(|| after_hours(contact, main, &answer, asking)) {
            return Some(open);
        }
    }
    let answer = if main.hours.is_some() || main.is_vital() {
        answer
    } else {
        first_answer(contact, asking)
    };
    if answer == Answer::Unknown {
        let mut others = alive().filter(|phone| is_for_nights(phone)).map(of);
        if let Some(open) = others.find(|(_, answer)| answer.is_open() == Some(true)) {
            return Some(open);
        }
    }
    Some((main, answer))
}

/// Returns the first line by which the caller's channel replaces a voice line, and which is not known
/// to be closed; an open one first. `None` if there is none, or if a voice line can be used.
pub fn line_without_voice<'c>(
    contact: &'c Contact,
    asking: Asking<'_>,
) -> Option<(&'c Phone, Answer)> {
    let caller = asking.caller;
    let is_usable = |phone: &&Phone| {
        caller.channel.replaces_voice_by(phone.kind)
            && phone.is_dialled()
            && caller.reaches(contact, phone)
            && !asking.is_dead(phone)
            && !hours::is_outside_of_times(contact, phone, asking)
    };
    let lines = contact.phones.iter().filter(is_usable);
    let lines = lines.map(|phone| (phone, hours::of_phone(contact, phone, asking)));
    lines
        .filter(|(_, answer)| answer.is_open() != Some(false))
        .min_by_key(|(_, answer)| answer.is_open() != Some(true))
}

/// Returns the line of an always open contact that answers while its main one is closed, until that opens:
/// its hours are told in words alone (*evenings, nights, weekends*).
fn after_hours<'c>(
    contact: &'c Contact,
    main: &Phone,
    closed: &Answer,
    asking: Asking<'_>,
) -> Option<(&'c Phone, Answer)> {
    let Answer::Closed { opens, holiday } = closed else {
        return None;
    };
    let others = asking.caller.voices(contact);
    let mut others = others.filter(|phone| !std::ptr::eq(*phone, main));
    let other = others.find(|phone| {
        is_for_other_hours(phone)
            && !asking.is_dead(phone)
            && hours::of_phone(contact, phone, asking) == Answer::Unknown
    })?;
    let until = Answer::Open {
        until: opens.clone(),
        holiday: *holiday,
    };
    Some((other, until))
}

/// Returns the number to call first, at any time. If it is among those that the worker found out of
/// service, another of the contact's own, by voice: who calls a line for texts alone gets no answer.
pub fn main<'c>(contact: &'c Contact, caller: Caller<'_>) -> Option<&'c Phone> {
    let dead = caller.dead;
    let main = listed(contact, caller)?;
    if !main.is_among(dead) {
        return Some(main);
    }
    let is_lent = |phone: &Phone| !contact.always_open && hours::is_always_open(contact, phone);
    let has_lent = is_lent(main);
    let is_other = |phone: &&Phone| {
        phone.is_dialled() && !phone.is_among(dead) && (has_lent || !is_lent(phone))
    };
    let other = caller.voices(contact).find(is_other);
    other.or(Some(main))
}

/// Returns the number of a contact that leads by the record, at any time. Where each number is for
/// some towns, it is that of the caller's town.
fn listed<'c>(contact: &'c Contact, caller: Caller<'_>) -> Option<&'c Phone> {
    let first = contact.first_listed_phone()?;
    if !caller.reaches(contact, first) {
        return caller.voices(contact).next();
    }
    let town = caller.town.filter(|_| contact.region == caller.region);
    let is_of_town = |place: &String| Some(place.as_str()) == town;
    let serves = |phone: &&Phone| phone.places.iter().any(is_of_town);
    let is_of_others = !first.places.is_empty() && !serves(&first);
    let own = caller
        .voices(contact)
        .find(|phone| phone.is_dialled() && serves(phone));
    own.filter(|_| is_of_others).or(Some(first))
}

/// Returns true if the number to call now must be confirmed first, or the contact if it has none.
pub fn is_doubtful(contact: &Contact, asking: Asking<'_>) -> bool {
    match line_now(contact, asking) {
        Some((phone, _)) => contact.is_number_doubtful(phone, asking.today()),
        None => contact.is_doubtful(asking.today()),
    }
}

/// Returns every number of a contact with its state: the one to dial now first, then open ones, the
/// rest, those that the worker found out of service, and faxes last.
pub fn lines<'c>(contact: &'c Contact, asking: Asking<'_>) -> Vec<(&'c Phone, Answer)> {
    let first = line_now(contact, asking).filter(|(phone, _)| !asking.is_dead(phone));
    let is_first = |phone: &Phone| {
        first
            .as_ref()
            .is_some_and(|(one, _)| std::ptr::eq(*one, phone))
    };
    let caller = asking.caller;
    let is_other = |phone: &&Phone| !is_first(phone) && caller.reaches(contact, phone);
    let rest = contact.phones.iter().filter(is_other);
    let mut rest: Vec<_> = rest
        .map(|phone| (phone, hours::of_phone(contact, phone, asking)))
        .collect();
    rest.sort_by_key(|(phone, answer)| match phone.kind {
        PhoneKind::Fax => 3,
        _ if asking.is_dead(phone) => 2,
        _ if phone.is_dialled() && answer.is_open() == Some(true) => 0,
        _ => 1,
    });
    first.clone().into_iter().chain(rest).collect()
}

/// Returns the numbers for a page on paper, where no clock chooses: the main one, and the other that
/// answers when it does not. Several others are those of different places, and the page has none.
/// Numbers that the worker found out of service are left out, but for the only one.
pub fn lines_at_all_hours<'c>(contact: &'c Contact, caller: Caller<'_>) -> Vec<&'c Phone> {
    let dead = caller.dead;
    let Some(main) = main(contact, caller) else {
        return Vec::new();
    };
    let is_always = |phone: &Phone| {
        let hours = phone.hours.as_ref();
        let hours = hours.and_then(|text| hours::parse(&text.en));
        hours.is_some_and(|hours| hours.is_always())
    };
    let other = |phone: &&Phone| {
        !std::ptr::eq(*phone, main)
            && phone.is_dialled()
            && !phone.is_among(dead)
            && is_for_other_hours(phone)
    };
    let mut others = caller.voices(contact).filter(other);
    let is_split = main.kind == PhoneKind::Voice && !is_always(main);
    match (others.next().filter(|_| is_split), others.next()) {
        (Some(one), None) => vec![main, one],
        _ => vec![main],
    }
}

/// Returns true for a line that answers outside of office hours, by its hours or its label.
fn is_for_other_hours(phone: &Phone) -> bool {
    let texts = phone.hours.iter().chain(&phone.label);
    let mut words = texts.map(|text| text.en.to_lowercase());
    is_for_nights(phone) || words.any(|text| text.contains("after hours") || text.contains("night"))
}

/// Returns true for a line with hours that last overnight.
fn is_for_nights(phone: &Phone) -> bool {
    let hours = phone.hours.as_ref();
    let hours = hours.and_then(|text| hours::parse(&text.en));
    hours.is_some_and(|hours| hours.last_overnight())
}

/// Returns true if an always open number belongs to another service than the contact, which is not
/// always open.
fn lent(contact: &Contact, answer: &Answer) -> bool {
    *answer == Answer::Always && !contact.always_open
}

fn always(contact: &Contact) -> bool {
    let hours = contact.hours.as_ref();
    let hours = hours.and_then(|text| hours::parse(&text.en));
    hours.is_some_and(|hours: Hours| hours.is_always())
}

#[cfg(test)]
mod tests;
