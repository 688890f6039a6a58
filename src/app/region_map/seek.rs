//! Finding a region by the beginning of its name or by its letters, as they are typed.

use super::{App, region_of};
use crate::directory::Region;
use crate::i18n::{Language, Messages};
use crate::search::fold::fold_into;

impl App {
    /// Goes to the region whose name or letters begin with what has been typed. Where there is none, what
    /// is typed now begins anew.
    pub(in crate::app) fn seek_region(&mut self, typed: &str) {
        let longer = format!("{}{typed}", self.typed);
        let begun = [longer.as_str(), typed]
            .into_iter()
            .find_map(|typed| Some((typed, self.item_called(typed)?)));
        if let Some((typed, item)) = begun {
            self.typed = typed.to_owned();
            self.select_region(item);
        }
    }

    /// Takes the last letter back; `false` where none is left.
    pub(in crate::app) fn seek_less(&mut self) -> bool {
        if self.typed.pop().is_none() {
            return false;
        }
        let typed = self.typed.clone();
        if let Some(item) = self.item_called(&typed).filter(|_| !typed.is_empty()) {
            self.select_region(item);
        }
        true
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
