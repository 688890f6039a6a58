//! Attributes of documents used by filters and ranking.

use super::language_sets::LanguageSets;
use crate::directory::hours::Answer;
use crate::directory::{Audience, Category, Contact, Filters, LanguageCode, Region, reach};
use crate::i18n::Language;
use crate::tables::Number;

/// Attributes of one contact or topic.
#[derive(Clone, Copy, Debug)]
pub struct Attributes {
    /// Set of categories: [`Category::bits`].
    pub categories: u64,
    /// Index of the set of languages in [`LanguageSets`].
    pub languages: u32,
    /// Set of audiences: [`Audience::bit`] of each.
    pub serves: u16,
    /// Region served.
    pub region: Region,
    flags: u16,
}

const ALWAYS_OPEN: u16 = 1;
const NO_POLICE_REPORT: u16 = 2;
const TOPIC: u16 = 4;
const LOCAL: u16 = 8;
const PHONE: u16 = 16;
const INTERPRETERS: u16 = 32;
const AUTHORITY: u16 = 64;
const STAND_IN: u16 = 128;
const ONE_HOUSE: u16 = 256;
const DIALS_911: u16 = 512;
const OF_A_COMMUNITY: u16 = 1024;
const HOURS_UNKNOWN: u16 = 2048;
const ALWAYS_ANSWERS: u16 = 4096;

impl Number for Attributes {
    const SIZE: usize = <((u64, u32), (u16, u8, u16))>::SIZE;

    fn put(self, to: &mut Vec<u8>) {
        let region = Region::ALL.iter().position(|one| *one == self.region);
        let region = region.and_then(|region| u8::try_from(region).ok());
        let sets = (self.categories, self.languages);
        (sets, (self.serves, region.unwrap_or_default(), self.flags)).put(to);
    }

    fn get(bytes: &[u8]) -> Self {
        let ((categories, languages), (serves, region, flags)): (_, (_, u8, _)) =
            Number::get(bytes);
        let region = Region::ALL.get(usize::from(region));
        Self {
            categories,
            languages,
            serves,
            region: region.copied().unwrap_or(Region::Ca),
            flags,
        }
    }
}

impl Attributes {
    /// Returns the attributes of a contact.
    pub fn of_contact(contact: &Contact, languages: &mut LanguageSets) -> Self {
        let flag = |on: bool, flag: u16| if on { flag } else { 0 };
        let answer = reach::answer_at_any_time(contact);
        Self {
            categories: Category::bits(&contact.categories),
            languages: languages.number(&contact.languages),
            serves: contact
                .serves
                .iter()
                .fold(0, |bits, audience| bits | audience.bit()),
            region: contact.region,
            flags: flag(contact.always_open, ALWAYS_OPEN)
                | flag(
                    contact.police_report_needed == Some(false),
                    NO_POLICE_REPORT,
                )
                | flag(contact.is_local(), LOCAL)
                | flag(contact.has_phone(), PHONE)
                | flag(contact.interpretation.is_some(), INTERPRETERS)
                | flag(contact.is_authority(), AUTHORITY)
                | flag(contact.is_of_a_community(), OF_A_COMMUNITY)
                | flag(contact.has_number_of_another(), STAND_IN)
                | flag(contact.house_town().is_some(), ONE_HOUSE)
                | flag(contact.dials_911(), DIALS_911)
                | flag(answer == Some(Answer::Unknown), HOURS_UNKNOWN)
                | flag(answer == Some(Answer::Always), ALWAYS_ANSWERS),
        }
    }

    /// Returns the attributes of a topic: its region and nothing else.
    pub fn of_topic(region: Region, languages: &mut LanguageSets) -> Self {
        Self {
            categories: 0,
            languages: languages.number(&[]),
            serves: 0,
            region,
            flags: TOPIC,
        }
    }

    /// Returns true for a topic.
    pub const fn is_topic(self) -> bool {
        self.flags & TOPIC != 0
    }

    /// Returns true if it serves only a part of its region.
    pub const fn is_local(self) -> bool {
        self.flags & LOCAL != 0
    }

    /// Returns true if it has a number to call.
    pub const fn has_phone(self) -> bool {
        self.flags & PHONE != 0
    }

    /// Returns true if it has interpreters.
    pub const fn has_interpreters(self) -> bool {
        self.flags & INTERPRETERS != 0
    }

    /// Returns true for police, tip lines, and immigration authorities, except those that advise: a
    /// call to one can harm a person who did not ask for it.
    pub const fn is_authority(self) -> bool {
        self.flags & AUTHORITY != 0
    }

    /// Returns true if its number is another service's.
    pub const fn is_stand_in(self) -> bool {
        self.flags & STAND_IN != 0
    }

    /// Returns true for a house in its first town that also serves others ([`Contact::seat`]).
    pub const fn is_one_house(self) -> bool {
        self.flags & ONE_HOUSE != 0
    }

    /// Returns true if its number is 911, which does not answer everywhere.
    pub const fn dials_911(self) -> bool {
        self.flags & DIALS_911 != 0
    }

    /// Returns true if the document speaks a language.
    pub fn speaks(self, language: &LanguageCode, languages: &LanguageSets) -> bool {
        languages.of(&self).contains(language)
    }

    /// Returns the way in which a person who speaks a language is served.
    pub fn spoken(self, language: &LanguageCode, languages: &LanguageSets) -> Spoken {
        if self.speaks(language, languages) {
            Spoken::Stated
        } else if self.has_interpreters() {
            Spoken::Interpreted
        } else {
            Spoken::NotStated
        }
    }

    /// Returns true if it serves an audience or everyone.
    pub fn helps(self, audience: Audience) -> bool {
        self.serves(audience) || self.serves(Audience::All)
    }

    /// Returns true if it serves a group alone.
    pub fn is_for_a_group(self) -> bool {
        self.is_of_a_community() || Audience::are_a_group(|audience| self.serves(audience))
    }

    /// Returns true if its name states one religious or cultural community.
    pub const fn is_of_a_community(self) -> bool {
        self.flags & OF_A_COMMUNITY != 0
    }

    /// Returns true if it states its languages, and this one is not among them.
    pub fn is_in_others(self, language: Language, languages: &LanguageSets) -> bool {
        let stated = languages.of(&self);
        !stated.is_empty() && stated.iter().all(|one| one.0 != language.code())
    }

    /// Returns true if it is always open.
    pub const fn always_open(self) -> bool {
        self.flags & ALWAYS_OPEN != 0
    }

    /// Returns the state of its contact that is the same at any time ([`reach::answer_at_any_time`]).
    pub const fn answer_at_any_time(self) -> Option<Answer> {
        if self.flags & HOURS_UNKNOWN != 0 {
            Some(Answer::Unknown)
        } else if self.flags & ALWAYS_ANSWERS != 0 {
            Some(Answer::Always)
        } else {
            None
        }
    }

    /// Returns true for a crisis line; among those, always open ones rank first.
    pub fn is_crisis_line(self) -> bool {
        self.categories & Category::bits(&CRISIS) != 0
    }

    /// Returns true if it has a category.
    pub fn offers(self, category: Category) -> bool {
        self.categories & category.bit() != 0
    }

    /// Returns true if it states an audience.
    pub fn serves(self, audience: Audience) -> bool {
        self.serves & audience.bit() != 0
    }

    /// Returns the number of audiences; a document for everybody has all of them.
    pub fn breadth(self) -> u32 {
        if self.serves(Audience::All) {
            u16::BITS
        } else {
            self.serves.count_ones()
        }
    }

    /// Returns true if it passes every active filter, like [`Filters::accepts`]. A topic passes a
    /// region filter, and no filter that applies to services only.
    pub fn passes(self, filters: &Filters, languages: &LanguageSets) -> bool {
        let region = filters
            .region
            .is_none_or(|region| self.region == region || self.region == Region::Ca);
        if self.is_topic() {
            let only_region = Filters {
                region: filters.region,
                ..Filters::default()
            };
            return region && *filters == only_region;
        }
        region
            && filters
                .category
                .is_none_or(|category| self.offers(category))
            && (!filters.always_open || self.always_open())
            && (!filters.no_police_report || self.flags & NO_POLICE_REPORT != 0)
            && filters
                .audience
                .is_none_or(|audience| self.serves(audience) || self.serves(Audience::All))
            && filters
                .language
                .as_ref()
                .is_none_or(|language| self.speaks(language, languages) || self.has_interpreters())
    }
}

/// Use of a language by a service, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spoken {
    /// The service states the language.
    Stated,
    /// The service has interpreters.
    Interpreted,
    /// The service states other languages, or none.
    NotStated,
}

const CRISIS: [Category; 6] = [
    Category::Trafficking,
    Category::VictimSupportLine,
    Category::SexualAssault,
    Category::DomesticViolence,
    Category::Counselling,
    Category::Shelter,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn filter(set: fn(&mut Filters)) -> Filters {
        let mut filters = Filters::default();
        set(&mut filters);
        filters
    }

    #[test]
    fn the_index_and_the_directory_filter_alike() {
        let directory = Assets::embedded().directory().unwrap();
        let mut languages = LanguageSets::default();
        let filters = [
            filter(|_| ()),
            filter(|filters| filters.category = Some(Category::Shelter)),
            filter(|filters| filters.region = Some(Region::Ns)),
            filter(|filters| filters.always_open = true),
            filter(|filters| {
                filters.language = Some(LanguageCode("fr".into()));
                filters.region = Some(Region::On);
            }),
            filter(|filters| filters.language = Some(LanguageCode("pa".into()))),
            filter(|filters| filters.audience = Some(Audience::SexWorkers)),
            filter(|filters| filters.no_police_report = true),
        ];
        for contact in directory.contacts() {
            let attributes = Attributes::of_contact(contact, &mut languages);
            for filter in &filters {
                assert_eq!(
                    attributes.passes(filter, &languages),
                    filter.accepts(contact),
                    "{} {filter:?}",
                    contact.id
                );
            }
        }
    }

    #[test]
    fn attribute_sets_hold_every_variant_apart() {
        let directory = Assets::embedded().directory().unwrap();
        let mut languages = LanguageSets::default();
        for contact in directory.contacts() {
            let attributes = Attributes::of_contact(contact, &mut languages);
            for category in Category::ALL {
                let offers = contact.categories.contains(&category);
                assert_eq!(attributes.offers(category), offers, "{}", contact.id);
            }
            for audience in Audience::ALL {
                let serves = contact.serves.contains(&audience);
                assert_eq!(attributes.serves(audience), serves, "{}", contact.id);
            }
        }
    }

    #[test]
    fn a_topic_passes_only_the_filter_of_its_region() {
        let mut languages = LanguageSets::default();
        let topic = Attributes::of_topic(Region::Ns, &mut languages);
        assert!(topic.passes(&filter(|one| one.region = Some(Region::Ns)), &languages));
        assert!(!topic.passes(&filter(|one| one.region = Some(Region::Bc)), &languages));
        assert!(!topic.passes(&filter(|one| one.always_open = true), &languages));
    }
}
