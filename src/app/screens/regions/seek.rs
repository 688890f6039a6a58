//! Search for the worker's place by typed letters: a region by the beginning of its name or by its
//! abbreviation, a town by its name. Towns are listed in place of the map.

use super::{App, choice_length, region_of};
use crate::app::view::choice::Choice;
use crate::app::view::listing::Listing;
use crate::directory::Region;
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};
use crate::places::{PlaceId, Places};

/// Greatest length of the typed letters in bytes, longer than the longest name.
const LONGEST: usize = 60;

/// Letters typed on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seek {
    /// Letters, with or without a match.
    pub(super) typed: String,
    /// Item focused before the first letter.
    from: usize,
    /// Matching places, if a town is among them; listed in place of the map.
    pub(super) called: Vec<Called>,
}

impl Seek {
    /// Clears the letters, unless towns are listed for them.
    pub(super) fn forget_letters(&mut self) {
        if self.called.is_empty() {
            self.typed.clear();
        }
    }
}

/// Item of the list in place of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// Whole region.
    Region(Region),
    /// Town.
    Town(PlaceId),
}

impl Called {
    /// Returns the region at an index of the list of all.
    pub(in crate::app) fn at(index: usize) -> Option<Self> {
        Region::ALL.get(index).copied().map(Self::Region)
    }
}

impl App {
    /// Moves to the region whose name or abbreviation begins with the typed letters, or lists the
    /// towns with that name. Without a match, moves back to the first position: a letter in the
    /// middle of a word is no beginning, and would lead to a province that the worker never named.
    pub(super) fn seek_region(&mut self, letters: &str) {
        self.seek(|typed| {
            if typed.len() < LONGEST {
                typed.push_str(letters);
            }
        });
    }

    /// Searches for a whole text, in place of the typed letters.
    pub(in crate::app) fn replace_letters(&mut self, text: &str) {
        self.seek(|typed| text.clone_into(typed));
    }

    /// Returns true if letters were typed.
    pub(in crate::app) fn seeks_region(&self) -> bool {
        self.regions()
            .is_some_and(|regions| !regions.seek.typed.is_empty())
    }

    /// Removes the last letter; returns false if none is left.
    pub(super) fn delete_letter(&mut self) -> bool {
        let letters = self.regions().map_or(0, |regions| regions.seek.typed.len());
        if letters > 0 {
            self.seek(|typed| {
                typed.pop();
            });
        }
        letters > 0
    }

    fn seek(&mut self, write: impl FnOnce(&mut String)) {
        let Some(regions) = self.regions_mut() else {
            return;
        };
        if regions.seek.typed.is_empty() {
            regions.seek.from = regions.listing.selected;
        }
        write(&mut regions.seek.typed);
        let (typed, from) = (regions.seek.typed.clone(), regions.seek.from);
        let choice = regions.choice.clone();
        let called = self.called(&typed);
        let item = if called.is_empty() {
            let named = Some(typed.as_str()).filter(|typed| !typed.is_empty());
            let named = named.and_then(|typed| self.item_called(&choice, typed));
            named.map_or(from, |(_, item)| item)
        } else {
            0
        };
        if let Some(regions) = self.regions_mut() {
            regions.seek.called = called;
            regions.listing = Listing::at(item);
        }
    }

    /// Returns true if the typed letters match neither a region nor a town.
    pub fn typed_leads_nowhere(&self) -> bool {
        let regions = self.regions();
        regions.is_some_and(|regions| regions.leads_nowhere(self))
    }

    /// Returns the regions and towns listed in place of the map; empty if the map is shown.
    pub fn listed_towns(&self) -> &[Called] {
        self.regions().map_or(&[], |regions| &regions.seek.called)
    }

    /// Returns the regions and towns for a text, if a town is among them: a region precedes towns
    /// with its name, and towns whose name merely begins with the text are left out if it is the
    /// name of a region.
    pub fn called(&self, text: &str) -> Vec<Called> {
        let choice = &Choice::Region;
        if self
            .regions()
            .is_none_or(|regions| regions.choice != *choice)
        {
            return Vec::new();
        }
        let places = Places::embedded();
        let towns = match self.item_called(choice, text) {
            None => places.called_or_begun(text, self.region()),
            Some((0, _)) => return Vec::new(),
            Some(_) => places.called(text, self.region()),
        };
        if towns.is_empty() {
            return Vec::new();
        }
        let region = self.item_called(choice, text);
        let region = region.and_then(|(_, item)| region_of(choice, item));
        let region = region.map(Called::Region);
        region
            .into_iter()
            .chain(towns.into_iter().map(Called::Town))
            .collect()
    }

    /// Returns the index of the region that matches the letters, and the rank of the match;
    /// abbreviations precede names, and the beginning of a name precedes that of a word in it.
    pub(super) fn item_called(&self, choice: &Choice, typed: &str) -> Option<(u8, usize)> {
        let letters = folded(typed);
        let abbreviated = Region::abbreviated(typed);
        let ranked = (0..choice_length(choice)).filter_map(|item| {
            let rank = match region_of(choice, item) {
                Some(region) if Some(region) == abbreviated => 0,
                Some(region) => rank(region, &letters)?,
                None => folded(&self.messages().text("filter-any"))
                    .starts_with(&letters)
                    .then_some(3)?,
            };
            Some((rank, item))
        });
        ranked.min()
    }
}

/// Returns the rank of a region's match with the beginning of its name, 1 the best; `None` for no
/// match. All of Canada follows the provinces.
fn rank(region: Region, letters: &str) -> Option<u8> {
    let country = u8::from(region == Region::Ca);
    let names =
        Language::ALL.map(|language| folded(&Messages::of(language).text(&region.message_id())));
    if names.iter().any(|name| name.starts_with(letters)) || region.slug().starts_with(letters) {
        return Some(1 + country);
    }
    let inside = |name: &String| {
        name.match_indices(' ')
            .any(|(space, _)| name[space + 1..].starts_with(letters))
    };
    names.iter().any(inside).then_some(3 + country)
}

fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(typed: &str) -> Vec<Region> {
        if let Some(region) = Region::abbreviated(typed) {
            return vec![region];
        }
        let letters = folded(typed);
        let best = Region::ALL
            .iter()
            .filter_map(|region| rank(*region, &letters))
            .min();
        Region::ALL
            .into_iter()
            .filter(|region| best.is_some() && rank(*region, &letters) == best)
            .collect()
    }

    #[test]
    fn a_region_is_called_by_its_name_in_either_language_and_by_its_letters() {
        for (typed, region) in [
            ("nova", Region::Ns),
            ("nouvelle-é", Region::Ns),
            ("Nouvelle e", Region::Ns),
            ("qc", Region::Qc),
            ("QUÉ", Region::Qc),
            ("ile", Region::Pe),
            ("prince", Region::Pe),
            ("colomb", Region::Bc),
            ("on", Region::On),
            ("nu", Region::Nu),
            ("ca", Region::Ca),
            ("can", Region::Ca),
            ("al", Region::Ab),
            ("territ", Region::Nt),
        ] {
            assert_eq!(called(typed), [region], "{typed}");
        }
        assert_eq!(called("x"), []);
        assert_eq!(called("n").len(), 5, "the first of them is taken");
    }
}
