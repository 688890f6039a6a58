//! Reasons to confirm a contact before relying on it.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Reason to confirm a contact first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    /// Kind of the reason.
    pub reason: Reason,
    /// Year of the source, or planned end of the pilot project, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
}

/// Kind of a doubt.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Reason {
    /// The source is old.
    OldSource,
    /// The file of an import does not say when the record was checked: its day is that of the import.
    Undated,
    /// Only one source was found.
    SingleSource,
    /// Two sources contradict each other.
    SourcesDisagree,
    /// Only third parties mention the service.
    ThirdParty,
    /// A pilot project that may have ended.
    PilotEnded,
    /// The number is that of another service, which refers callers.
    StandIn,
    /// Unknown: an older file only says that the contact must be confirmed.
    Unspecified,
}

impl Doubt {
    /// Returns true if nothing says when the record was checked.
    pub fn is_undated(self) -> bool {
        self.reason == Reason::Undated
    }
}

impl Reason {
    /// All reasons, in the order of the card.
    pub const ALL: [Self; 8] = [
        Self::StandIn,
        Self::PilotEnded,
        Self::SourcesDisagree,
        Self::OldSource,
        Self::Undated,
        Self::ThirdParty,
        Self::SingleSource,
        Self::Unspecified,
    ];

    /// Returns true if the reason may come with a year.
    pub const fn takes_year(self) -> bool {
        matches!(self, Self::OldSource | Self::PilotEnded)
    }

    /// Returns the slug of the data format.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Returns the id of the message that names the reason.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::OldSource => "doubt-old-source",
            Self::Undated => "doubt-undated",
            Self::SingleSource => "doubt-single-source",
            Self::SourcesDisagree => "doubt-sources-disagree",
            Self::ThirdParty => "doubt-third-party",
            Self::PilotEnded => "doubt-pilot-ended",
            Self::StandIn => "doubt-stand-in",
            Self::Unspecified => "doubt-unspecified",
        }
    }

    /// Returns the id of the message of the reason with its year; without, if it takes none.
    pub const fn dated_message_id(self) -> &'static str {
        match self {
            Self::OldSource => "doubt-old-source-of",
            Self::PilotEnded => "doubt-pilot-ended-in",
            _ => self.message_id(),
        }
    }
}

/// Deserializes the list of doubts, or the `confirm` of an older file: `true` is a doubt without
/// its reason.
pub(super) fn list_or_flag<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<Doubt>, D::Error> {
    struct Form;

    impl<'de> Visitor<'de> for Form {
        type Value = Vec<Doubt>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a list of doubts")
        }

        fn visit_bool<E>(self, confirm: bool) -> Result<Vec<Doubt>, E> {
            let doubt = Doubt {
                reason: Reason::Unspecified,
                year: None,
            };
            Ok(confirm.then_some(doubt).into_iter().collect())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Vec<Doubt>, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }
    }

    deserializer.deserialize_any(Form)
}
