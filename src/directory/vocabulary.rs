//! The closed lists of the directory: what a contact offers, and for whom.

use serde::{Deserialize, Serialize};

/// What a contact offers: the headings under which the guide and the filters list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// Every one, in the order in which the screen lists them.
    pub const ALL: [Self; 23] = [
        Self::Emergency,
        Self::Police,
        Self::TipLine,
        Self::Trafficking,
        Self::Crown,
        Self::VictimSupportLine,
        Self::PoliceBasedVs,
        Self::CommunityVs,
        Self::CourtSupport,
        Self::OffenderInfo,
        Self::Compensation,
        Self::SexualAssault,
        Self::DomesticViolence,
        Self::ChildYouth,
        Self::ChildProtection,
        Self::RestorativeJustice,
        Self::Counselling,
        Self::Shelter,
        Self::LegalHelp,
        Self::Immigration,
        Self::Indigenous,
        Self::Newcomers,
        Self::Directory,
    ];

    /// The slug of the data format.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Police => "police",
            Self::TipLine => "tip-line",
            Self::Trafficking => "trafficking",
            Self::Crown => "crown",
            Self::VictimSupportLine => "victim-support-line",
            Self::PoliceBasedVs => "police-based-vs",
            Self::CommunityVs => "community-vs",
            Self::CourtSupport => "court-support",
            Self::OffenderInfo => "offender-info",
            Self::Compensation => "compensation",
            Self::SexualAssault => "sexual-assault",
            Self::DomesticViolence => "domestic-violence",
            Self::ChildYouth => "child-youth",
            Self::ChildProtection => "child-protection",
            Self::RestorativeJustice => "restorative-justice",
            Self::Counselling => "counselling",
            Self::Shelter => "shelter",
            Self::LegalHelp => "legal-help",
            Self::Immigration => "immigration",
            Self::Indigenous => "indigenous",
            Self::Newcomers => "newcomers",
            Self::Directory => "directory",
        }
    }

    /// The one with that slug; `None` where there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.slug() == slug)
    }

    /// Id of the message that names it on the screen.
    pub fn message_id(self) -> String {
        format!("category-{}", self.slug().trim_end_matches('+'))
    }
}

/// Whom a contact serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    TwoSpiritLgbtq,
    Seniors,
    Families,
    Deaf,
    SexWorkers,
}

impl Audience {
    /// Every one, in the order in which the screen lists them.
    pub const ALL: [Self; 12] = [
        Self::All,
        Self::Women,
        Self::Men,
        Self::Children,
        Self::Youth,
        Self::Indigenous,
        Self::Newcomers,
        Self::TwoSpiritLgbtq,
        Self::Seniors,
        Self::Families,
        Self::Deaf,
        Self::SexWorkers,
    ];

    /// The slug of the data format.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Women => "women",
            Self::Men => "men",
            Self::Children => "children",
            Self::Youth => "youth",
            Self::Indigenous => "indigenous",
            Self::Newcomers => "newcomers",
            Self::TwoSpiritLgbtq => "2slgbtq+",
            Self::Seniors => "seniors",
            Self::Families => "families",
            Self::Deaf => "deaf",
            Self::SexWorkers => "sex-workers",
        }
    }

    /// The one with that slug; `None` where there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.slug() == slug)
    }

    /// Id of the message that names it on the screen.
    pub fn message_id(self) -> String {
        format!("serves-{}", self.slug().trim_end_matches('+'))
    }
}

impl Category {
    /// Whether calling such a contact can set police work going, so that the screen must first
    /// ask for the person's consent (DESIGN.md, "Consent first").
    pub const fn needs_consent(self) -> bool {
        matches!(self, Self::Police | Self::TipLine)
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
