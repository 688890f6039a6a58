//! Filters of the directory.

use super::{Audience, Category, Contact, LanguageCode, Region};

/// Conditions on the listed contacts; without conditions all contacts pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Kind of service.
    pub category: Option<Category>,
    /// Region served; Canada-wide contacts pass for every region.
    pub region: Option<Region>,
    /// True for only services open 24 hours a day, 7 days a week.
    pub always_open: bool,
    /// Language named by its sources.
    pub language: Option<LanguageCode>,
    /// People served; contacts for everybody pass for every audience.
    pub audience: Option<Audience>,
    /// True for only services that need no police report according to their sources.
    pub no_police_report: bool,
    /// True for only services open now. Needs a clock: see
    /// [`keep_open`](crate::search::Index::keep_open).
    pub open_now: bool,
}

impl Filters {
    /// Returns true if no filter is on.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns true if the contact passes all filters that need no clock.
    pub fn accepts(&self, contact: &Contact) -> bool {
        self.category
            .is_none_or(|category| contact.categories.contains(&category))
            && self
                .region
                .is_none_or(|region| contact.region == region || contact.region == Region::Ca)
            && (!self.always_open || contact.always_open)
            && self.language.as_ref().is_none_or(|language| {
                contact.languages.contains(language) || contact.interpretation.is_some()
            })
            && self.audience.is_none_or(|audience| {
                contact.serves.contains(&audience) || contact.serves.contains(&Audience::All)
            })
            && (!self.no_police_report || contact.police_report_needed == Some(false))
    }
}
