//! Town of a house that also serves other towns.

use super::Contact;
use crate::directory::Category;

impl Contact {
    /// Returns the town of a house: its first one, if the name of its area has that and none of its
    /// other towns. `None` if it has houses in several towns, or its area does not tell, and for
    /// services without beds: these are a call away everywhere.
    pub fn seat(&self) -> Option<&str> {
        let area = self
            .area
            .as_ref()
            .filter(|_| self.categories.contains(&Category::Shelter))?;
        let is_named =
            |town: &String| area.en.contains(town.as_str()) || area.fr.contains(town.as_str());
        let (first, others) = self.places.split_first()?;
        (is_named(first) && !others.iter().any(is_named)).then_some(first)
    }
}
