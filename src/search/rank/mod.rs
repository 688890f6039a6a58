//! Ranking of hits.
//!
//! # The rules
//!
//! 1. **How a word matches** decides first: the word itself, then its other endings and the word
//!    run together or apart, then a word with that prefix, then a word one edit away, then two
//!    (neither word may be shorter than four letters), then a meaning from the synonyms (one that
//!    is the same in other words counts as an edit less), then scattered letters, which are tried
//!    only when nothing else is found and which `fuzzy-matcher` puts in order.
//! 2. **Where it matches** comes next: in the name, in the organization, in the category (the first
//!    before the others), in area and region, in the description; in a topic of the guide, its
//!    title counts as a name and its text less than a contact's description. A phone number counts
//!    as a name, and the more digits are typed the more it counts.
//! 3. Each word weighs by **rarity**: *Kirby* counts more than *services*. A document with every
//!    word comes before one that lacks one, and of two that lack one, the one that lacks the more
//!    common word.
//! 4. **Nearness**: services of the worker's town, the nearest first, then those of the whole
//!    region, then Canada-wide, then elsewhere; a town or region named in the query replaces the
//!    worker's. In all of Canada, Canada-wide comes first. `Nearness` has the factors.
//! 5. A **name contained in the query as a whole** comes before longer names, and the same words in
//!    a short name before those in a long one.
//! 6. Among equals, **bookmarked** contacts come first, then those that serve a **whole region**
//!    before those of one town, those with **fewer categories** before those with many, then, among
//!    crisis lines, those that are **always open**, then contacts before topics, and then the order
//!    of the directory: region, name, id.
//!
//! Documents that match the words only by chance are no hits: see [`told`].
//!
//! Words of a phrase with another meaning than its words (*no police*) match by that meaning alone.
//!
//! Rules 1 to 4 are factors of one score, so that a certain match elsewhere can precede a doubtful
//! one nearby; 5 and 6 only order hits that are otherwise equal.

pub mod best;
pub mod order;
pub mod postings_scan;
pub mod scattered_letters;
pub mod scores;
pub mod sufficiency;
pub mod weights;
pub mod working_memory;

use crate::search::index::documents::attributes::Attributes;
use crate::search::index::phones::DigitsFit;
use crate::search::query::synonyms::Strength;

/// Field of a document with a word; its number is stored in each posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Field {
    /// Name of a contact, title of a topic.
    Name,
    /// Organization.
    Organization,
    /// First category.
    Category,
    /// Further categories.
    OtherCategory,
    /// Area, region, and audience.
    Area,
    /// Description and small print.
    Body,
    /// Text of a topic.
    Guide,
    /// A phone number.
    Phone,
}

impl Field {
    /// Number of fields.
    pub const COUNT: usize = 8;

    const WEIGHTS: [f32; Self::COUNT] = [1.0, 0.8, 0.72, 0.66, 0.62, 0.42, 0.3, 1.0];
}

/// Kind of a match of a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// The word itself.
    Exact,
    /// An inflection of the word.
    Inflected,
    /// Two words typed as one, or one as two.
    Joined,
    /// Word with this prefix.
    Prefix,
    /// Word within this number of edits; `true` if only its prefix is.
    Near(u8, bool),
    /// Meaning of a phrase with this number of words.
    Synonym(Strength, usize),
    /// Meaning of a phrase that is near to the typed word, or begins with it.
    NearSynonym,
    /// Digits of a phone number.
    Phone(DigitsFit),
    /// The document passes the implied filter.
    Filter,
    /// The document passes the filter weakly: it is Canada-wide, serves everyone, or does not state
    /// its languages.
    WeakFilter,
    /// The service has interpreters for the requested language.
    Interpreted,
}

impl MatchKind {
    /// Returns the weight of the match, from 0 to 1.
    pub fn worth(self) -> f32 {
        match self {
            Self::Exact | Self::Filter | Self::Phone(DigitsFit::Whole) => 1.0,
            Self::Inflected => 0.95,
            Self::Joined => 0.96,
            Self::Prefix | Self::Phone(DigitsFit::Ending) => 0.86,
            Self::Synonym(Strength::TwoWay | Strength::Filter, _) => 0.8,
            Self::Phone(DigitsFit::Beginning) => 0.7,
            Self::Near(1, false) => 0.68,
            Self::Near(1, true) => 0.6,
            Self::Synonym(Strength::OneWay, 1) => 0.62,
            // Phrases of several words are more certain.
            Self::Synonym(Strength::OneWay, _) => 0.78,
            Self::Near(_, false) => 0.56,
            Self::NearSynonym | Self::Phone(DigitsFit::Inside) => 0.5,
            Self::Near(_, true) => 0.45,
            Self::Interpreted => 0.55,
            Self::WeakFilter => 0.4,
        }
    }

    /// Returns the weight of the match in each field. A filter weighs the same in all.
    pub fn weights(self) -> [f32; Field::COUNT] {
        if matches!(self, Self::Filter | Self::Interpreted | Self::WeakFilter) {
            return [0.9 * self.worth(); Field::COUNT];
        }
        Field::WEIGHTS.map(|weight| weight * self.worth())
    }
}

/// Returns the factor of a prefix match: the longer the word, the lower.
pub fn closeness(typed: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "lengths of words are small")]
    let share = typed as f32 / whole.max(1) as f32;
    0.7 + 0.3 * share
}

/// Returns the weight of a word that occurs in `having` of `all` documents.
pub fn rarity(all: u32, having: u32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a weight needs no more digits")]
    let ratio = all.max(1) as f32 / having.max(1) as f32;
    // `f32::ln` would be the only use of the system's mathematical library, at 150 kB a session.
    libm::logf(1.0 + ratio)
}

/// Number of further categories above which all stand alike.
const MOST_OTHERS: u8 = 15;
const LOCAL: u8 = 16;
const STAND_IN: u8 = 32;
const TOPIC: u8 = 64;
const ALWAYS_OPEN_LINE: u8 = 128;

/// Returns the facts of a document by which equal ones are ordered, in one byte.
pub fn standing(attributes: Attributes) -> u8 {
    let others = attributes.categories.count_ones().saturating_sub(1);
    let others = u8::try_from(others).unwrap_or(u8::MAX).min(MOST_OTHERS);
    let bit = |on: bool, bit: u8| if on { bit } else { 0 };
    others
        | bit(attributes.is_local(), LOCAL)
        | bit(attributes.is_stand_in(), STAND_IN)
        | bit(attributes.is_topic(), TOPIC)
        | bit(
            attributes.is_crisis_line() && attributes.always_open(),
            ALWAYS_OPEN_LINE,
        )
}

/// Returns the factor that orders equal documents by their standing, bookmarks aside.
pub fn factor_of(standing: u8) -> f32 {
    // A query for a category more likely means a service with this one category than one with many.
    let mut factor = 1.0 - 0.004 * f32::from(standing & MOST_OTHERS);
    for (bit, by) in [
        (LOCAL, 0.96),
        (STAND_IN, 0.96),
        (TOPIC, 0.97),
        (ALWAYS_OPEN_LINE, BEST_STANDING),
    ] {
        if standing & bit != 0 {
            factor *= by;
        }
    }
    factor
}

/// The maximum of [`factor_of`].
pub const BEST_STANDING: f32 = 1.015;

/// The factor of a bookmarked contact.
pub const PREFERRED: f32 = 1.06;

/// Returns the factor of the share of a name's words that the query contains.
pub fn tightness(met: u8, words: u8) -> f32 {
    let share = f32::from(met.min(words)) / f32::from(words.max(1));
    0.9 + 0.1 * share
}

/// Returns the factor of a document that matches this share of the query's weight.
pub fn coverage(share: f32) -> f32 {
    share.sqrt()
}

/// The factor of a name equal to the query.
pub const WHOLE_NAME: f32 = 3.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::documents::language_sets::LanguageSets;

    #[test]
    fn match_kinds_weigh_as_the_rules_say() {
        let ways = [
            MatchKind::Exact,
            MatchKind::Joined,
            MatchKind::Inflected,
            MatchKind::Prefix,
            MatchKind::Near(1, false),
            MatchKind::Synonym(Strength::OneWay, 1),
        ];
        assert!(
            ways.windows(2)
                .all(|pair| pair[0].worth() > pair[1].worth())
        );
        assert!(
            MatchKind::Exact.worth() * closeness(1, 1)
                > MatchKind::Prefix.worth() * closeness(9, 10)
        );
    }

    #[test]
    fn a_name_is_worth_more_than_a_category_an_area_and_a_description() {
        let weights = MatchKind::Exact.weights();
        assert!(weights[..7].is_sorted_by(|a, b| a > b));
    }

    #[test]
    fn best_standing_is_the_maximum() {
        let directory = crate::assets::Assets::embedded().directory().unwrap();
        let mut languages = LanguageSets::default();
        let mut contacts = directory.contacts().iter();
        assert!(contacts.all(|contact| {
            factor_of(standing(Attributes::of_contact(contact, &mut languages))) <= BEST_STANDING
        }));
    }
}
