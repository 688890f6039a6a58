//! Recognition of places in a typed query.
//!
//! From left to right, takes the longest run of words that is a name; else a run with one typo in a
//! name; else, at the end of the query, an incomplete name. The words around it decide which of
//! several places is meant, and whether one is meant at all.

pub mod context;
pub(super) mod scan;

use std::cmp::Reverse;
use std::ops::Range;

use self::context::Context;
use self::scan::{Found, HALF_TYPED_PEOPLE};
use crate::directory::Region;
use crate::places::gazetteer::plain::Plain;
use crate::places::index::{Bearer, SHORTEST_HALF};
use crate::places::letters::Words;
use crate::places::{Kind, PlaceId, Places, Target};

/// Spelling of a typed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// As written, except for case, accents, hyphens and the forms of "Saint".
    Exact,
    /// One letter too many, too few, replaced, or exchanged with its neighbour.
    OneTypo,
    /// Beginning of the name of a single place, at the end of the query.
    HalfTyped,
}

/// Certainty of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Certainly the place.
    Sure,
    /// Possibly another word, a person or a province.
    Possible,
}

/// Place named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMatch {
    /// Byte range of the name alone.
    pub name: Range<usize>,
    /// Byte range of the name with the prepositions before it ("près de") and the region beside it.
    pub span: Range<usize>,
    /// Possible places, best first; never empty. Parts of a city precede it if both are named.
    pub targets: Vec<Target>,
    /// Spelling.
    pub typing: Typing,
    /// Certainty.
    pub certainty: Certainty,
}

/// Greatest distance of a part of a city from its centre, in kilometres.
const CITY_KM: f32 = 40.0;
/// Least population of a town that is meant where a person's name is possible as well.
const TOWN_PEOPLE: u32 = 10_000;
/// Penalty of another spelling compared to the main name.
const OTHER_SPELLING: u32 = 8;

/// Region and town of the worker.
#[derive(Clone, Copy)]
struct Home {
    region: Region,
    place: Option<PlaceId>,
}

impl Places {
    /// Returns the places and areas named in a text, in order, without overlaps.
    ///
    /// The worker's region `home` and town `home_place` decide between places of one name, then the
    /// population; a region beside the name ("windsor ns") takes precedence over both.
    ///
    /// Names of provinces and territories are recognized by the search: neither they nor parts of
    /// them match here ("Nouvelle-Écosse" is not Nouvelle). "Québec" is both, so it gives Québec
    /// City as [`Certainty::Possible`]; sure are "Québec City", "ville de Québec", "Québec, QC", "à
    /// Québec", and the word in the short query of a worker in Quebec, except after "au" and "of".
    ///
    /// A place outside the worker's region from which somebody comes is none: help is needed here.
    ///
    /// A name that is also a common word or a person's is [`Certainty::Possible`] unless
    ///
    /// - a region word is beside it or a preposition of place before it (before a common word it
    ///   must end the query as well: "in legal trouble"),
    /// - it is capitalised in the middle of a sentence (not for a person's name, which always is),
    /// - it is the whole query; a common word only in the worker's own region, because "legal"
    ///   typed in Nova Scotia asks for help,
    /// - it is a person's name, or a rarely typed word ("delta"), in a query of six words at most
    ///   without a verb or pronoun, and a place of 1,000 people in the worker's region; elsewhere
    ///   of 10,000, in three words ("victoria sexual assault"),
    /// - it is a person's name behind a comma at the end, and a place of 10,000 people in the
    ///   worker's region ("my daughter is missing, regina").
    pub fn recognize(
        &self,
        text: &str,
        home: Region,
        home_place: Option<PlaceId>,
    ) -> Vec<PlaceMatch> {
        let words = Words::of(text);
        let found = self.scan(text, &words);
        if found.is_empty() {
            return Vec::new();
        }
        let home = Home {
            region: home,
            place: home_place,
        };
        let context = Context::new(text, &words);
        let mut matches = Vec::with_capacity(found.len());
        let mut claimed = 0;
        for at in 0..found.len() {
            if let Some(found) = self.settle(&found, at, &mut claimed, &context, home) {
                matches.push(found);
            }
        }
        self.join_parts(text, matches)
    }

    /// Resolves one name by the words around it. `claimed` is the first word not yet taken as the
    /// region of an earlier match.
    fn settle(
        &self,
        all: &[Found],
        at: usize,
        claimed: &mut usize,
        context: &Context<'_>,
        home: Home,
    ) -> Option<PlaceMatch> {
        let found = &all[at];
        if found.bearers.is_empty() || found.words.start < *claimed {
            return None;
        }
        let beside = |other: Option<&Found>| {
            let other = other?;
            let touches =
                other.words.end == found.words.start || other.words.start == found.words.end;
            let region = other.region.filter(|_| touches)?;
            let there = |(bearer, _): &(Bearer, bool)| self.region_of(*bearer) == region;
            found
                .bearers
                .iter()
                .any(there)
                .then(|| (region, other.words.clone()))
        };
        let before = at.checked_sub(1).map(|before| &all[before]);
        let before =
            before.filter(|other| other.words.start >= *claimed && other.bearers.is_empty());
        let beside = beside(all.get(at + 1)).or_else(|| beside(before));
        let mut reach = found.words.clone();
        let mut bearers = found.bearers.clone();
        if let Some((region, words)) = &beside {
            bearers.retain(|(bearer, _)| self.region_of(*bearer) == *region);
            reach = reach.start.min(words.start)..reach.end.max(words.end);
            *claimed = reach.end;
        }
        bearers.sort_by_key(|bearer| self.order(*bearer, home));
        let (nearest, _) = bearers.first()?;
        let first = found.words.start;
        let is_away = self.region_of(*nearest) != home.region;
        if context.is_destination(first) || is_away && context.is_origin(first) {
            return None;
        }
        let floor = at.checked_sub(1).map_or(0, |before| all[before].words.end);
        let lead = context.lead(floor.min(reach.start)..reach.start);
        let sure = self.is_sure(
            found,
            &bearers,
            beside.is_some(),
            &lead,
            &reach,
            context,
            home,
        );
        Some(PlaceMatch {
            name: context.words.bytes(found.words.clone()),
            span: context.words.bytes(lead.start..reach.end),
            targets: bearers
                .iter()
                .filter_map(|(bearer, _)| target(*bearer))
                .collect(),
            typing: found.typing,
            certainty: if sure {
                Certainty::Sure
            } else {
                Certainty::Possible
            },
        })
    }

    #[expect(clippy::too_many_arguments, reason = "one rule, read once")]
    fn is_sure(
        &self,
        found: &Found,
        bearers: &[(Bearer, bool)],
        region_beside: bool,
        lead: &context::Lead,
        reach: &Range<usize>,
        context: &Context<'_>,
        home: Home,
    ) -> bool {
        if region_beside {
            return true;
        }
        let at_home = bearers
            .first()
            .is_some_and(|(bearer, _)| self.region_of(*bearer) == home.region);
        let people = bearers
            .first()
            .map_or(0, |(bearer, _)| self.people(*bearer));
        let ends = reach.end == context.words.len();
        let alone = lead.start == 0 && ends;
        let known = if at_home {
            people >= HALF_TYPED_PEOPLE
        } else {
            people >= TOWN_PEOPLE && context.words.len() <= 3
        };
        match (found.typing, found.plain) {
            (Typing::HalfTyped, _) => {
                let letters = context.words.run(found.words.clone()).len();
                lead.of_place || (at_home && letters > SHORTEST_HALF)
            }
            (Typing::OneTypo, Some(_)) => lead.of_place,
            (Typing::OneTypo, None) => at_home || people > 0 || lead.of_place,
            (Typing::Exact, None | Some(Plain::Code)) => true,
            (Typing::Exact, Some(Plain::Name | Plain::Seldom)) => {
                let set_off = at_home && people >= TOWN_PEOPLE && context.is_set_off(reach);
                lead.of_place || alone || set_off || (known && context.is_telegraphic())
            }
            (Typing::Exact, Some(Plain::Word)) => {
                (lead.of_place && ends)
                    || context.is_capitalised(&found.words)
                    || (alone && at_home)
            }
            (Typing::Exact, Some(Plain::Phrase)) => alone && at_home,
            (Typing::Exact, Some(Plain::Province)) => {
                lead.of_city || (at_home && !lead.of_province && context.is_telegraphic())
            }
        }
    }

    fn region_of(&self, bearer: Bearer) -> Region {
        match bearer {
            Bearer::Place(id) => self.place(id).region,
            Bearer::Area(id) => self.area(id).region,
            Bearer::Region(region) => region,
        }
    }

    /// Returns the population of a place, or of an area's main towns together.
    fn people(&self, bearer: Bearer) -> u32 {
        match bearer {
            Bearer::Place(id) => self.place(id).population,
            Bearer::Area(id) => {
                let towns = self.area(id).places.iter();
                towns.map(|town| self.place(*town).population).sum()
            }
            Bearer::Region(_) => 0,
        }
    }

    /// Sorts by the worker's region, then nearness to the town within it, then population.
    fn order(
        &self,
        (bearer, first): (Bearer, bool),
        home: Home,
    ) -> (bool, Reverse<bool>, Reverse<u32>) {
        let away = self.region_of(bearer) != home.region;
        let near = match (bearer, home.place) {
            (Bearer::Place(id), Some(town)) => self.distance_km(id, town) <= CITY_KM,
            _ => false,
        };
        let people = self.people(bearer);
        let weight = if first {
            people
        } else {
            people / OTHER_SPELLING
        };
        (away, Reverse(near), Reverse(weight))
    }

    /// Joins a part of a city with the city named beside it ("north end halifax").
    fn join_parts(&self, text: &str, matches: Vec<PlaceMatch>) -> Vec<PlaceMatch> {
        let mut joined: Vec<PlaceMatch> = Vec::with_capacity(matches.len());
        for next in matches {
            let whole = joined
                .last()
                .filter(|last| {
                    text[last.span.end..next.span.start]
                        .trim_matches([' ', ','])
                        .is_empty()
                })
                .and_then(|last| self.part_and_city(last, &next));
            match (whole, joined.last_mut()) {
                (Some(targets), Some(last)) => {
                    last.name.end = next.name.end;
                    last.span.end = next.span.end;
                    last.targets = targets;
                    last.certainty = Certainty::Sure;
                }
                _ => joined.push(next),
            }
        }
        joined
    }

    fn part_and_city(&self, one: &PlaceMatch, other: &PlaceMatch) -> Option<Vec<Target>> {
        let places = |found: &PlaceMatch| -> Vec<PlaceId> {
            let places = found.targets.iter().filter_map(|target| match target {
                Target::Place(id) => Some(*id),
                Target::Area(_) => None,
            });
            places.collect()
        };
        let is_part = |id: PlaceId| self.place(id).kind == Kind::Borough;
        let (ones, others) = (places(one), places(other));
        ones.iter()
            .flat_map(|a| others.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| is_part(*a) != is_part(*b) && self.distance_km(*a, *b) <= CITY_KM)
            .map(|(a, b)| if is_part(a) { [a, b] } else { [b, a] })
            .map(|pair| pair.map(Target::Place).to_vec())
            .next()
    }
}

const fn target(bearer: Bearer) -> Option<Target> {
    match bearer {
        Bearer::Place(id) => Some(Target::Place(id)),
        Bearer::Area(id) => Some(Target::Area(id)),
        Bearer::Region(_) => None,
    }
}
