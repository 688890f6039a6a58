//! People whom a text names, and the contacts that are for them.

use super::Lead;
use super::candidate::Candidate;
use crate::directory::{Audience, Category};
use crate::i18n::folding::fold;
use crate::needs::{Circumstances, Need, Recognized};
use crate::search::hits::Hits;
use crate::search::index::documents::attributes::Attributes;
use crate::search::query::query_filters::{ImpliedFilter, QueryFilter};

/// Beginning of a word for women among those for 2SLGBTQ+ people, folded.
const LESBIAN: &str = "lesb";

impl Lead<'_> {
    /// Returns the number of the query's filters that a contact does not pass; one of several
    /// filters implied by the same words suffices. Languages are ordered: stated, interpreter, not
    /// stated.
    pub(super) fn misses(&self, candidate: &Candidate, filters: &[QueryFilter]) -> u32 {
        let attributes = self.index.documents.attributes(candidate.document);
        let languages = &self.index.documents.languages;
        let misses = |filter: &ImpliedFilter| match filter {
            ImpliedFilter::Language(language) => attributes.spoken(language, languages) as u32,
            ImpliedFilter::Audience(audience) => u32::from(
                audience.is_exclusive() && !attributes.helps(*audience)
                    || self.is_only_for_women(attributes, *audience, filters),
            ),
            ImpliedFilter::AlwaysOpen => u32::from(!attributes.always_open()),
            ImpliedFilter::Region(_) | ImpliedFilter::Place(_) | ImpliedFilter::OpenNow => 0,
        };
        let alternatives = filters.chunk_by(|one, other| one.words == other.words);
        let count = alternatives
            .filter_map(|filters| filters.iter().map(|filter| misses(&filter.filter)).min())
            .sum::<u32>();
        count + u32::from(candidate.is_shelter_closed_to_men)
    }

    /// Returns true if the text names a man who does not flee violence at home, and the contact is
    /// a shelter from such violence, or finds one. A man who hits and wants to stop is sent to no
    /// shelter at all.
    pub(super) fn is_shelter_closed_to_men(&self, need: &Need, document: u32, hits: &Hits) -> bool {
        let is_man = |one: &QueryFilter| one.filter == ImpliedFilter::Audience(Audience::Men);
        let is_of_violence_at_home = |(_, one): (usize, &Recognized)| {
            let need = self.needs.at(one.need);
            need.is_some_and(|need| need.services.contains(&Category::DomesticViolence))
        };
        let attributes = self.index.documents.attributes(document);
        let is_for_him = !self.circumstances.is_man && attributes.serves(Audience::Men);
        let is_house = if need.offers_beds() {
            attributes.offers(Category::DomesticViolence) && !is_for_him
        } else {
            self.circumstances.is_man && attributes.offers(Category::Shelter)
        };
        is_house
            && self.filters.iter().any(is_man)
            && !hits.leading_needs().any(is_of_violence_at_home)
    }

    /// Returns true for a service for women that does not state 2SLGBTQ+ people, if the text names
    /// them and no woman.
    fn is_only_for_women(
        &self,
        attributes: Attributes,
        asked: Audience,
        filters: &[QueryFilter],
    ) -> bool {
        let is_woman = |filter: &QueryFilter| {
            let text = self.query.text.get(filter.words.clone());
            filter.filter == ImpliedFilter::Audience(Audience::Women)
                || text.is_some_and(|text| fold(text).text.contains(LESBIAN))
        };
        asked == Audience::TwoSpiritLgbtq
            && attributes.serves(Audience::Women)
            && !attributes.helps(asked)
            && !filters.iter().any(is_woman)
    }

    /// Returns true if a contact does not serve the people named in the text.
    pub(super) fn turns_away(&self, candidate: &Candidate, filters: &[QueryFilter]) -> bool {
        let of_people = filters
            .iter()
            .filter(|one| matches!(one.filter, ImpliedFilter::Audience(_)));
        let of_people: Vec<QueryFilter> = of_people.cloned().collect();
        self.misses(candidate, &of_people) > 0
    }

    /// Returns the number of the query's words for audiences of this kind that a contact does not
    /// state.
    pub(super) fn unstated(
        &self,
        candidate: &Candidate,
        filters: &[QueryFilter],
        kind: impl Fn(Audience) -> bool,
    ) -> u32 {
        let attributes = self.index.documents.attributes(candidate.document);
        let states = |filter: &QueryFilter| match filter.filter {
            ImpliedFilter::Audience(audience) => attributes.serves(audience) || !kind(audience),
            _ => true,
        };
        let alternatives = filters.chunk_by(|one, other| one.words == other.words);
        let unstated = alternatives.filter(|filters| !filters.iter().any(states));
        u32::try_from(unstated.count()).unwrap_or(u32::MAX)
    }
}

/// Returns true if few services are for this audience, so that those that state it come before
/// those for everybody.
pub(super) fn is_for_few(audience: Audience) -> bool {
    !matches!(
        audience,
        Audience::All | Audience::Women | Audience::Families
    )
}

/// Returns the filters of a query. If a sign identifies the person in need as a man, the other
/// people in the text are no filters ("I hit my wife").
pub(super) fn filters_for_person(
    circumstances: Circumstances,
    query_filters: &[QueryFilter],
) -> Vec<QueryFilter> {
    let is_of_people = |one: &QueryFilter| matches!(one.filter, ImpliedFilter::Audience(_));
    let mut filters = query_filters.to_vec();
    if circumstances.is_man {
        filters.retain(|one| !is_of_people(one));
        filters.push(QueryFilter {
            filter: ImpliedFilter::Audience(Audience::Men),
            words: 0..0,
        });
    }
    filters
}

/// Returns the filters of a text that select the contacts of a need. Unless the need is a child's,
/// children are no filter beside a woman or a family, nor if the child was killed, nor for the
/// needs of elders, whose children are adults.
pub(super) fn filters_of(need: &Need, filters: &[QueryFilter]) -> Vec<QueryFilter> {
    let names = |audience| {
        let named = ImpliedFilter::Audience(audience);
        filters.iter().any(|filter| filter.filter == named)
    };
    let is_of_elders = need.audience == Some(Audience::Seniors);
    let is_adults =
        names(Audience::Women) || names(Audience::Families) || need.is_grief() || is_of_elders;
    let come_along = is_adults && !need.is_of_young();
    let stays = |filter: &&QueryFilter| !(come_along && is_young(filter));
    filters.iter().filter(stays).cloned().collect()
}

/// Returns true if the text names children or youth.
pub(super) fn names_young(filters: &[QueryFilter]) -> bool {
    filters.iter().any(is_young)
}

fn is_young(filter: &QueryFilter) -> bool {
    let young = [Audience::Children, Audience::Youth].map(ImpliedFilter::Audience);
    young.contains(&filter.filter)
}

/// Returns the audience of a filter, if few services are for it.
pub(super) fn few(filter: &QueryFilter) -> Option<Audience> {
    match filter.filter {
        ImpliedFilter::Audience(audience) if is_for_few(audience) => Some(audience),
        _ => None,
    }
}
