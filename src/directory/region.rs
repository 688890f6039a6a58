//! Provinces and territories of Canada.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::i18n::Messages;

/// Region served by a contact: all of Canada, or one province or territory.
///
/// Written as the two-letter postal abbreviation (`NS`); `CA` stands for the whole country.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "UPPERCASE")]
#[expect(
    missing_docs,
    reason = "the variants are the postal abbreviations themselves"
)]
pub enum Region {
    Ca,
    Bc,
    Ab,
    Sk,
    Mb,
    On,
    Qc,
    Nb,
    Ns,
    Pe,
    Nl,
    Yt,
    Nt,
    Nu,
}

impl Region {
    /// All regions: Canada, then the provinces from west to east, then the territories.
    pub const ALL: [Self; 14] = [
        Self::Ca,
        Self::Bc,
        Self::Ab,
        Self::Sk,
        Self::Mb,
        Self::On,
        Self::Qc,
        Self::Nb,
        Self::Ns,
        Self::Pe,
        Self::Nl,
        Self::Yt,
        Self::Nt,
        Self::Nu,
    ];

    /// Returns the two-letter abbreviation in capitals: `NS`, or `CA` for all of Canada.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ca => "CA",
            Self::Bc => "BC",
            Self::Ab => "AB",
            Self::Sk => "SK",
            Self::Mb => "MB",
            Self::On => "ON",
            Self::Qc => "QC",
            Self::Nb => "NB",
            Self::Ns => "NS",
            Self::Pe => "PE",
            Self::Nl => "NL",
            Self::Yt => "YT",
            Self::Nt => "NT",
            Self::Nu => "NU",
        }
    }

    /// Returns the abbreviation in lower case, as in names of directory files and regional topics
    /// (`ns`).
    pub fn slug(self) -> String {
        self.code().to_ascii_lowercase()
    }

    /// Returns the region of an abbreviation in any case; `None` if there is none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|region| region.code().eq_ignore_ascii_case(code))
    }

    /// Returns the emergency number of the region.
    pub const fn emergency(self) -> Emergency {
        match self {
            Self::Nu => Emergency {
                slug: "nu",
                number: "867-979-1111",
                contact: "nu-rcmp-iqaluit",
                town: Some("Iqaluit"),
            },
            _ => Emergency {
                slug: "911",
                number: "911",
                contact: "ca-911",
                town: None,
            },
        }
    }

    /// Returns the id of the message of the region's name (`region-ns`).
    pub fn message_id(self) -> String {
        format!("region-{}", self.slug())
    }
}

/// Emergency number of a region. Nunavut has no 911: each community has its own number, of which
/// the directory has that of Iqaluit; the message describes the pattern of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// Dialable number.
    pub number: &'static str,
    /// Id of its contact.
    pub contact: &'static str,
    /// Only community where it works, by its English name; `None` if it works everywhere.
    pub town: Option<&'static str>,
    slug: &'static str,
}

/// Service of a region's emergency number at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmergencyService {
    /// That of the region; of a number for one community, nothing is known elsewhere.
    Usual,
    /// The number is that of the place alone.
    OwnTown,
    /// Calls may not be answered.
    Doubtful,
}

impl EmergencyService {
    /// Returns the end of the ids of its messages.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::OwnTown => "-town",
            Self::Doubtful => "-doubt",
        }
    }
}

impl Emergency {
    /// Returns true if the number is 911.
    pub fn is_911(self) -> bool {
        self.number == "911"
    }

    /// Returns the id of the message with the number alone.
    pub fn message_id(self, service: EmergencyService) -> String {
        format!("danger-number-{}{}", self.slug, service.suffix())
    }

    /// Returns the id of the message for narrow windows.
    pub fn short_message_id(self, service: EmergencyService) -> String {
        format!("danger-brief-{}{}", self.slug, service.suffix())
    }

    /// Returns the id of the message for the emergency call, for use within a sentence; it has the
    /// number once.
    pub fn call_message_id(self) -> String {
        format!("danger-call-{}", self.slug)
    }

    /// Returns words to show beside the number in a row of numbers to call, if `contact` is that of the
    /// number: where 911 may not answer, or the one community where the number works, elsewhere.
    pub fn beside(
        self,
        contact: &str,
        service: EmergencyService,
        messages: &Messages,
    ) -> Option<String> {
        if contact != self.contact {
            return None;
        }
        match (service, self.town) {
            (EmergencyService::Doubtful, _) => Some(messages.text("danger-may-fail")),
            (EmergencyService::Usual, Some(town)) => {
                let id = format!("danger-only-{}", self.slug);
                Some(messages.format(&id, &[("town", town.into())]))
            }
            _ => None,
        }
    }

    /// Returns the words for the emergency call, for use within a sentence.
    pub fn call_words(self, messages: &Messages) -> String {
        messages.format(&self.call_message_id(), &[("number", self.number.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::i18n::Language;

    #[test]
    fn emergency_numbers_are_those_of_the_directory_and_stand_in_their_words() {
        let directory = Assets::embedded().directory().unwrap();
        for region in Region::ALL {
            let emergency = region.emergency();
            let contact = directory.get(emergency.contact).unwrap();
            assert!(contact.region == Region::Ca || contact.region == region);
            assert!(
                contact
                    .phones
                    .iter()
                    .any(|phone| phone.number == emergency.number)
            );
            if let Some(town) = emergency.town {
                assert_eq!(contact.places, [town]);
            }
            for language in Language::ALL {
                let call = emergency.call_words(Messages::of(language));
                assert_eq!(call.matches(emergency.number).count(), 1, "{call}");
            }
        }
        let without: Vec<Region> = Region::ALL
            .into_iter()
            .filter(|one| !one.emergency().is_911())
            .collect();
        assert_eq!(without, [Region::Nu]);
    }

    #[test]
    fn codes_round_trip_in_any_case() {
        for region in Region::ALL {
            assert_eq!(Region::from_code(region.code()), Some(region));
            assert_eq!(Region::from_code(&region.slug()), Some(region));
        }
        assert_eq!(Region::from_code("XX"), None);
    }
}
