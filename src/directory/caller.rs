//! Facts about the caller by which a number of a contact is chosen.

use super::{Contact, Phone, PhoneKind, Region};

/// Facts about the caller by which a number of a contact is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// Region.
    pub region: Region,
    /// English name of the town, if it is known.
    pub town: Option<&'a str>,
    /// Numbers, as dialled, that the worker found out of service: another number of the contact takes
    /// their place.
    pub dead: &'a [String],
    /// Kinds of lines that the caller can use.
    pub channel: Channel,
}

/// Kinds of lines that a caller can use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channel {
    /// Every kind: a voice line is called.
    #[default]
    Voice,
    /// A person who must not be heard: a line for texts takes the place of a voice line.
    Texts,
    /// A deaf person: a line for texts or a TTY takes the place of a voice line.
    TextsOrTty,
}

impl Channel {
    /// Returns true if a line of this kind takes the place of a voice line.
    pub const fn replaces_voice_by(self, kind: PhoneKind) -> bool {
        match self {
            Self::Voice => false,
            Self::Texts => matches!(kind, PhoneKind::Text),
            Self::TextsOrTty => matches!(kind, PhoneKind::Text | PhoneKind::Tty),
        }
    }
}

impl Caller<'_> {
    /// Caller of whom nothing is known.
    pub const UNKNOWN: Self = Self::of(Region::Ca);

    /// Returns a caller of whom the region alone is known.
    pub const fn of(region: Region) -> Self {
        Self {
            region,
            town: None,
            dead: &[],
            channel: Channel::Voice,
        }
    }

    /// Returns true if the worker found a number out of service.
    pub fn is_dead(self, phone: &Phone) -> bool {
        phone.is_among(self.dead)
    }

    /// Returns the voice numbers of a contact that are answered where the caller is.
    pub(super) fn voices(self, contact: &Contact) -> impl Iterator<Item = &Phone> {
        let answered = contact
            .phones
            .iter()
            .filter(move |phone| self.reaches(contact, phone));
        answered.filter(|phone| phone.kind == PhoneKind::Voice)
    }

    /// Returns false for 911 where the caller has none. A contact of another region may have it
    /// rightly.
    pub(super) fn reaches(self, contact: &Contact, phone: &Phone) -> bool {
        phone.number != "911"
            || self.region.emergency().is_911()
            || ![Region::Ca, self.region].contains(&contact.region)
    }
}
