//! Canada's provinces and territories, as the directory files and the settings name them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a contact serves: all of Canada, or one province or territory.
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
    /// Every region, Canada first, then the provinces from west to east, then the territories.
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

    /// The two-letter abbreviation in capitals: `NS`, or `CA` for all of Canada.
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

    /// The abbreviation in small letters, as directory files and regional topics are named (`ns`).
    pub fn slug(self) -> String {
        self.code().to_ascii_lowercase()
    }

    /// The region of an abbreviation in any case; `None` for anything else.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|region| region.code().eq_ignore_ascii_case(code))
    }

    /// Id of the message that names the region (`region-ns`).
    pub fn message_id(self) -> String {
        format!("region-{}", self.slug())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_in_any_case() {
        for region in Region::ALL {
            assert_eq!(Region::from_code(region.code()), Some(region));
            assert_eq!(Region::from_code(&region.slug()), Some(region));
        }
        assert_eq!(Region::from_code("XX"), None);
    }
}
