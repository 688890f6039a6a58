//! Rules on reasons of doubt, and on the number of languages with interpreters.

use jiff::civil::Date;

use super::Fault;
use super::contact::ContactChecker;
use crate::directory::{Contact, Interpretation};

/// Earliest year of a source.
const FIRST_YEAR: i16 = 1990;
/// Greatest number of interpreted languages; more is a typing error.
const MOST_LANGUAGES: u16 = 400;

impl ContactChecker {
    pub(super) fn doubts(&mut self, contact: &Contact) {
        let checked = contact.checked.parse::<Date>().map(Date::year);
        let last = checked.unwrap_or(i16::MAX);
        for (index, doubt) in contact.doubt.iter().enumerate() {
            let field = format!("doubt[{index}].year");
            if let Some(year) = doubt.year {
                let plausible = doubt.reason.takes_year() && (FIRST_YEAR..=last).contains(&year);
                self.when(!plausible, field, Fault::Year(year));
            }
        }
        let reasons = contact.doubt.iter().map(|doubt| doubt.reason);
        self.distinct("doubt", reasons, |reason| reason.slug());
    }

    pub(super) fn interpretation(&mut self, contact: &Contact) {
        if let Some(Interpretation::Languages(count)) = contact.interpretation {
            let sane = (2..=MOST_LANGUAGES).contains(&count.number());
            self.when(!sane, "interpretation", Fault::LanguageCount);
        }
    }
}
