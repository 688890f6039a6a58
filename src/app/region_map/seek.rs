//! Finding a region by the beginning of its name or by its letters, as they are typed.

use super::{App, region_of};
use crate::directory::Region;
use crate::i18n::folding::fold_into;
use crate::i18n::{Language, Messages};

/// More bytes than the longest name has are not kept.
const LONGEST: usize = 40;

impl App {
    /// Goes to the region whose name or letters begin with what has been typed. Where there is none, as
    /// for a city, back to where she was: a letter in the middle of a word is no beginning, and would
    /// lead to a province that she never named.
    pub(in crate::app) fn seek_region(&mut self, typed: &str) {
        if self.typed.is_empty() {
            self.typed_from = self.focused_item();
        }
        if self.typed.len() < LONGEST {
            self.typed.push_str(typed);
        }
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

    /// Whether letters were typed with which no region begins.
    pub fn typed_leads_nowhere(&self) -> bool {
        !self.typed.is_empty() && self.item_called(&self.typed).is_none()
    }

    fn select_typed(&mut self) {
        let typed = Some(self.typed.as_str()).filter(|typed| !typed.is_empty());
        let called = typed.and_then(|typed| self.item_called(typed));
        self.select_region(called.unwrap_or(self.typed_from));
    }

    fn select_region(&mut self, item: usize) {
        if let Some(listing) = self.listing_mut() {
            listing.selected = item;
        }
    }

    /// The place in the list of the region that is called so; letters come before names, and the
    /// beginning of a name before that of a word in it.
    fn item_called(&self, typed: &str) -> Option<usize> {
        let choice = self.region_choice()?;
        let sought = folded(typed);
        let ranked = (0..self.list_length()).filter_map(|item| {
            let rank = match region_of(choice, item) {
                Some(region) => rank(region, &sought)?,
                None => folded(&self.messages().text("filter-any"))
                    .starts_with(&sought)
                    .then_some(3)?,
            };
            Some((rank, item))
        });
        ranked.min().map(|(_, item)| item)
    }
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
