//! Finding where she works as it is typed: a region by the beginning of its name or by its letters, a
//! town by its name. Towns are listed in the place of the map.

use super::{App, region_of};
use crate::app::listing::Listing;
use crate::app::overlay::Choice;
use crate::directory::Region;
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};
use crate::places::{PlaceId, Places};

/// More bytes than the longest name has are not kept.
const LONGEST: usize = 60;

/// An item of the list that stands in the place of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// A whole region.
    Region(Region),
    /// A town.
    Town(PlaceId),
}

impl Called {
    /// The region at a place of the list of all.
    pub(in crate::app) fn at(place: usize) -> Option<Self> {
        Region::ALL.get(place).copied().map(Self::Region)
    }
}

impl App {
    /// Goes to the region whose name or letters begin with what has been typed, or lists the towns that
    /// have the name. Where there is neither, back to where she was: a letter in the middle of a word is
    /// no beginning, and would lead to a province that she never named.
    pub(in crate::app) fn seek_region(&mut self, typed: &str) {
        self.begin_typing();
        if self.typed.len() < LONGEST {
            self.typed.push_str(typed);
        }
        self.select_typed();
    }

    /// Seeks a whole text, in the place of what has been typed.
    pub(in crate::app) fn seek_anew(&mut self, text: &str) {
        self.begin_typing();
        text.clone_into(&mut self.typed);
        self.select_typed();
    }

    /// Takes the last letter back; `false` where none is left.
    pub(in crate::app) fn seek_less(&mut self) -> bool {
        if self.typed.pop().is_none() {
            return false;
        }
        self.select_typed();
        true
    }

    /// Forgets what has been typed: the map is a map again.
    pub(in crate::app) fn forget_typed(&mut self) {
        self.typed.clear();
        self.called.clear();
    }

    /// What has the focus where she is asked where she works, and forgets what has been typed.
    pub(in crate::app) fn take_called(&mut self) -> Option<Called> {
        let item = self.focused_item();
        let called = self.called.get(item).copied();
        self.forget_typed();
        called.or_else(|| Called::at(item))
    }

    /// Whether letters were typed that name neither a region nor a town.
    pub fn typed_leads_nowhere(&self) -> bool {
        let sought = self.region_choice().is_some() && !self.typed.is_empty();
        sought && self.called.is_empty() && self.item_called(&self.typed).is_none()
    }

    /// The regions and towns that a text names, where a town is among them: a region before towns of its
    /// name, and no town that it may be the beginning of where it is that of a region.
    pub fn called(&self, text: &str) -> Vec<Called> {
        if self.region_choice() != Some(&Choice::Region) {
            return Vec::new();
        }
        let places = Places::embedded();
        let towns = match self.item_called(text) {
            None => places.called_or_begun(text, self.region()),
            Some((0, _)) => return Vec::new(),
            Some(_) => places.called(text, self.region()),
        };
        if towns.is_empty() {
            return Vec::new();
        }
        let region = self.item_called(text);
        let region = region.and_then(|(_, item)| region_of(&Choice::Region, item));
        let region = region.map(Called::Region);
        region
            .into_iter()
            .chain(towns.into_iter().map(Called::Town))
            .collect()
    }

    fn begin_typing(&mut self) {
        if self.typed.is_empty() {
            self.typed_from = self.focused_item();
        }
    }

    fn select_typed(&mut self) {
        self.called = self.called(&self.typed);
        let item = if self.called.is_empty() {
            let called = Some(self.typed.as_str()).filter(|typed| !typed.is_empty());
            let called = called.and_then(|typed| self.item_called(typed));
            called.map_or(self.typed_from, |(_, item)| item)
        } else {
            0
        };
        if let Some(listing) = self.listing_mut() {
            *listing = Listing::at(item);
        }
    }

    /// The place in the list of the region that is called so, and how well it is; letters come before
    /// names, and the beginning of a name before that of a word in it.
    fn item_called(&self, typed: &str) -> Option<(u8, usize)> {
        let choice = self.region_choice()?;
        let sought = folded(typed);
        let ranked = (0..choice_length(choice)).filter_map(|item| {
            let rank = match region_of(choice, item) {
                Some(region) => rank(region, &sought)?,
                None => folded(&self.messages().text("filter-any"))
                    .starts_with(&sought)
                    .then_some(3)?,
            };
            Some((rank, item))
        });
        ranked.min()
    }
}

/// How many regions there are to choose from, "any" among them.
fn choice_length(choice: &Choice) -> usize {
    Region::ALL.len() + usize::from(*choice == Choice::FilterRegion)
}

/// How well a region is called by what is typed, 0 the best; `None` for not at all. All of Canada comes
/// behind the provinces.
fn rank(region: Region, sought: &str) -> Option<u8> {
    let code = region.slug();
    if code == sought {
        return Some(0);
    }
    let country = u8::from(region == Region::Ca);
    let names =
        Language::ALL.map(|language| folded(&Messages::of(language).text(&region.message_id())));
    if names.iter().any(|name| name.starts_with(sought)) || code.starts_with(sought) {
        return Some(1 + country);
    }
    let inside = |name: &String| {
        name.match_indices(' ')
            .any(|(space, _)| name[space + 1..].starts_with(sought))
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
        let sought = folded(typed);
        let best = Region::ALL
            .iter()
            .filter_map(|region| rank(*region, &sought))
            .min();
        Region::ALL
            .into_iter()
            .filter(|region| best.is_some() && rank(*region, &sought) == best)
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
