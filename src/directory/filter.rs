//! Narrowing a directory down to what the worker needs.

use super::{Audience, Category, Contact, LanguageCode, Region};

/// What a contact must be to be listed; empty lets every one through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// It offers this.
    pub category: Option<Category>,
    /// It serves here; Canada-wide contacts serve everywhere.
    pub region: Option<Region>,
    /// It answers 24 hours a day, 7 days a week.
    pub always_open: bool,
    /// Its sources name this language.
    pub language: Option<LanguageCode>,
    /// It serves these people; who serves everyone serves them.
    pub audience: Option<Audience>,
    /// Its sources say that no police report is needed.
    pub no_police_report: bool,
    /// It answers now. Only who has a clock can tell: see
    /// [`keep_open`](crate::search::Index::keep_open).
    pub open_now: bool,
}

impl Filters {
    /// Whether no filter is on.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the contact passes every filter that is on and needs no clock.
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
