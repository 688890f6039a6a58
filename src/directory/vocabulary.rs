//! Closed lists of the directory: categories and audiences.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// Category of services: a heading in the guide and in the filters.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the variants are the slugs of the data format, named on the screen by messages"
)]
pub enum Category {
    Emergency,
    Police,
    TipLine,
    Trafficking,
    Crown,
    VictimSupportLine,
    PoliceBasedVs,
    CommunityVs,
    CourtSupport,
    OffenderInfo,
    Compensation,
    SexualAssault,
    DomesticViolence,
    ChildYouth,
    ChildProtection,
    RestorativeJustice,
    Counselling,
    Shelter,
    LegalHelp,
    Immigration,
    Indigenous,
    Newcomers,
    Directory,
}

impl Category {
    /// All categories in the order of the screen and of the enum.
    pub const ALL: [Self; Self::COUNT] = array(Self::VARIANTS);

    /// Returns the slug of the data format.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Returns the category with this slug; `None` if there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        slug.parse().ok()
    }

    /// Returns the id of the message of its name.
    pub fn message_id(self) -> String {
        format!("category-{}", self.slug())
    }

    /// Number of bits of a set of categories; the others of its 64 bits are free.
    pub const BITS: u32 = 61;

    /// Returns its bit in a set of categories.
    pub const fn bit(self) -> u64 {
        1 << self as u64
    }

    /// Returns a set of categories.
    pub fn bits(categories: &[Self]) -> u64 {
        let bits = categories.iter().map(|category| category.bit());
        bits.fold(0, |bits, bit| bits | bit)
    }
}

/// Audience of a contact.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the variants are the slugs of the data format, named on the screen by messages"
)]
pub enum Audience {
    All,
    Women,
    Men,
    Children,
    Youth,
    Indigenous,
    Newcomers,
    #[serde(rename = "2slgbtq+")]
    #[strum(serialize = "2slgbtq+")]
    TwoSpiritLgbtq,
    Seniors,
    Families,
    Deaf,
    SexWorkers,
}

impl Audience {
    /// All audiences in the order of the screen and of the enum.
    pub const ALL: [Self; Self::COUNT] = array(Self::VARIANTS);

    /// Returns the slug of the data format.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Audiences that make up much of the population.
    const OF_MANY: [Self; 4] = [Self::Women, Self::Children, Self::Youth, Self::Families];

    /// Returns true for women, the young and families: much of the population.
    pub fn is_of_many(self) -> bool {
        Self::OF_MANY.contains(&self)
    }

    /// Returns true if a service that states others turns people of this audience away: a house for
    /// women takes Indigenous women, and no men.
    pub fn is_exclusive(self) -> bool {
        matches!(
            self,
            Self::Men | Self::Women | Self::Children | Self::Youth | Self::Seniors
        )
    }

    /// Returns true if a contact with these audiences serves a group alone: Indigenous people, or
    /// others who are neither women nor young. A service for Indigenous women states both.
    pub fn are_a_group(serves: impl Fn(Self) -> bool) -> bool {
        let is_stated = Self::ALL.into_iter().any(&serves);
        let of_many = Self::OF_MANY.into_iter().any(&serves);
        is_stated && !serves(Self::All) && (serves(Self::Indigenous) || !of_many)
    }

    /// Returns the audience with this slug; `None` if there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        slug.parse().ok()
    }

    /// Returns the id of the message of its name.
    pub fn message_id(self) -> String {
        let name = match self {
            // Ids of messages have no plus sign.
            Self::TwoSpiritLgbtq => "2slgbtq",
            other => other.slug(),
        };
        format!("serves-{name}")
    }

    /// Returns its bit in a set of audiences.
    pub const fn bit(self) -> u16 {
        1 << self as u16
    }
}

const _: () = assert!(
    Category::COUNT <= Category::BITS as usize && Audience::COUNT <= u16::BITS as usize,
    "a set of categories or audiences has too few bits"
);

/// Copies a slice of `N` variants into an array.
const fn array<T: Copy, const N: usize>(variants: &[T]) -> [T; N] {
    match variants.first_chunk() {
        Some(all) => *all,
        None => unreachable!(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_agree_with_the_data_format() {
        for category in Category::ALL {
            let json = serde_json::to_string(&category).unwrap();
            assert_eq!(json, format!("\"{}\"", category.slug()));
            assert_eq!(Category::from_slug(category.slug()), Some(category));
        }
        for audience in Audience::ALL {
            let json = serde_json::to_string(&audience).unwrap();
            assert_eq!(json, format!("\"{}\"", audience.slug()));
            assert_eq!(Audience::from_slug(audience.slug()), Some(audience));
        }
    }
}
