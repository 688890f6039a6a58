//! Needs: recognition of needs in a typed sentence, and the contacts and topics for each.
//!
//! `assets/needs/needs.json` has the needs with example phrases; `assets/needs/matrix.json` has the
//! services for a need in a region. The build script trains on the phrases; [`Needs::recognize`]
//! uses the trained weights. Independent of terminal and search.

pub mod check;
mod children;
mod emergency;
mod matrix;
mod parts;
mod pattern;
mod recognize;
mod refusal;
mod sign_file;
mod signs;
mod spelling;
mod tier;

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;
use thiserror::Error;

use crate::classifier::{Table, Words};
use crate::directory::{Audience, Category, Contact, Region};
use crate::generated::{self, NEEDS, NEEDS_TABLE};
use crate::guide::TopicId;
use crate::i18n::folding::fold;
use crate::i18n::{Language, Text};
use crate::tables::Sealed;

pub use children::ages as ages_of_children;
use children::{ChildWords, Children};
pub use emergency::{DANGER, MEDICAL, SUICIDE, SUICIDE_LINE};
pub use matrix::Matrix;
pub use recognize::Recognized;
use recognize::Rules;
use refusal::{RefusalWords, Refusals};
pub use signs::Circumstances;
use signs::Signs;
pub use tier::{IN_TOWN_KM, OWN_TOWN_KM, Tier, finds};

/// Services for each need and region.
const MATRIX: &str = include_str!("../../assets/needs/matrix.json");

/// Signs of needs that precede all other needs of a text.
const SIGNS: &str = include_str!("../../assets/needs/signs.json");

/// Reason for the needs not being loaded.
#[derive(Debug, Error)]
pub enum NeedsError {
    /// The list of needs has the wrong form.
    #[error("needs: {0}")]
    Needs(serde_json::Error),
    /// The matrix has the wrong form.
    #[error("matrix: {0}")]
    Matrix(serde_json::Error),
    /// The signs have the wrong form.
    #[error("signs: {0}")]
    Signs(serde_json::Error),
    /// The matrix names an unknown need or region.
    #[error("no such need or region: {0}")]
    Unknown(String),
    /// The table belongs to other needs.
    #[error("the table of weights is damaged")]
    Table,
}

/// Urgency of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u8")]
pub enum Gravity {
    /// A life is at risk: 911 or 988 comes first.
    Life,
    /// A person is being harmed, or may be soon.
    Harm,
    /// Can wait until tomorrow.
    Later,
}

impl TryFrom<u8> for Gravity {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        match number {
            1 => Ok(Self::Life),
            2 => Ok(Self::Harm),
            3 => Ok(Self::Later),
            _ => Err(format!("gravity {number} is not 1, 2 or 3")),
        }
    }
}

/// Need of a person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Stable id (`danger-now`).
    pub id: String,
    /// Urgency.
    pub gravity: Gravity,
    /// Categories of services that help, the most likely first. They find local services that the
    /// matrix of their region does not name.
    pub services: Vec<Category>,
    /// Category that must be called first: its contacts come before all others.
    #[serde(default)]
    pub lead: Option<Category>,
    /// True if a service must answer at any hour: a region's service that is open day and night
    /// comes first in the matrix. False for needs without urgency, such as compensation, for which
    /// a crisis line would be wrong.
    #[serde(default)]
    pub any_hour: bool,
    /// Group of people concerned: local services for this group help as well.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// Needs of adults that this need replaces in a text that matches both and mentions a child.
    #[serde(default)]
    pub instead_of: Vec<String>,
    /// True if a call to an authority without consent may harm the person: police, tip lines and
    /// immigration come last.
    #[serde(default)]
    pub wary: bool,
    /// True if the guide comes before every contact, because a deadline or the suitability of the
    /// step must be known before a call.
    #[serde(default)]
    pub guide_first: bool,
    /// Name of the need.
    pub name: Text,
    /// First step, for regions with 911. [`Needs::first_step`] adapts it to a region.
    pub first: Text,
}

impl Need {
    /// Returns true if a contact offers the service of the need day and night.
    fn is_answered_by(&self, contact: &Contact) -> bool {
        let offers = |category: &Category| contact.categories.contains(category);
        contact.always_open
            && self
                .lead
                .as_ref()
                .map_or_else(|| self.services.iter().any(offers), offers)
    }
}

/// Needs with the trained weights and the services.
#[derive(Debug)]
pub struct Needs {
    list: Vec<Need>,
    without_911: Text,
    suicide_begun: Text,
    children: Children,
    refusals: Refusals,
    /// Signs, read when a text is first recognized: 0.1 MB that the first screen does not need.
    signs: OnceLock<Signs>,
    table: Table,
    matrix: Matrix<'static>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeedsFile {
    without_911: Text,
    /// First step of a suicide that has begun.
    suicide_begun: Text,
    children: ChildWords,
    refusal: RefusalWords,
    needs: Vec<Need>,
}

impl Needs {
    /// Loads the embedded needs.
    ///
    /// # Errors
    /// If the content is damaged; a test keeps that from being released.
    pub fn embedded() -> Result<Self, NeedsError> {
        Self::read(NEEDS, Cow::Borrowed(NEEDS_TABLE), MATRIX)
    }

    /// Loads the embedded needs with another table: one trained without some of the phrases, to
    /// measure the recognition of these.
    ///
    /// # Errors
    /// If the table belongs to other needs.
    pub fn with_table(table: Vec<u8>) -> Result<Self, NeedsError> {
        Self::read(NEEDS, Cow::Owned(table), MATRIX)
    }

    fn read(
        needs: &str,
        table: Cow<'static, [u8]>,
        matrix: &'static str,
    ) -> Result<Self, NeedsError> {
        let file: NeedsFile = serde_json::from_str(needs).map_err(NeedsError::Needs)?;
        let table = Table::read(table, file.needs.len() + 1).ok_or(NeedsError::Table)?;
        let matrix = Matrix::read(matrix)?;
        let children = Children::of(&file.children, &file.needs)?;
        let refusals = Refusals::of(&file.refusal, &file.needs)?;
        Ok(Self {
            list: file.needs,
            children,
            refusals,
            signs: OnceLock::new(),
            without_911: file.without_911,
            suicide_begun: file.suicide_begun,
            table,
            matrix,
        })
    }

    /// Returns the embedded needs, loaded at the first call; `None` if they are damaged, which a
    /// test keeps from being released.
    pub fn shared() -> Option<&'static Self> {
        static NEEDS: LazyLock<Option<Needs>> = LazyLock::new(|| Needs::embedded().ok());
        NEEDS.as_ref()
    }

    /// Returns all needs, in the order of the file.
    pub fn all(&self) -> &[Need] {
        &self.list
    }

    /// Returns the need at an index; `None` beyond the last.
    pub fn at(&self, index: usize) -> Option<&Need> {
        self.list.get(index)
    }

    /// Returns the index of a need; `None` if the id is unknown.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|need| need.id == id)
    }

    fn signs(&self) -> &Signs {
        // A test keeps damaged signs from being released.
        let read = || Signs::prepared(generated::SIGNS, generated::SIGN_WORDS);
        self.signs.get_or_init(|| read().unwrap_or_default())
    }

    /// Returns the signs for the needs in this text of the list without phrases, as bytes with their
    /// words.
    ///
    /// # Errors
    /// If one of the files has the wrong form, or the signs name an unknown need or list.
    pub fn prepare_signs(needs: &str) -> Result<Sealed, NeedsError> {
        let file: NeedsFile = serde_json::from_str(needs).map_err(NeedsError::Needs)?;
        Ok(Signs::parse(SIGNS, &file.needs)?.write())
    }

    /// Returns the needs recognized in a text, best first; empty if there are none.
    pub fn recognize(&self, text: &str) -> Vec<Recognized> {
        let rules = Rules {
            needs: &self.list,
            signs: self.signs(),
            refusals: &self.refusals,
        };
        let mut found = recognize::recognize(&self.table, &rules, text);
        self.children.put_first(text, &mut found);
        self.refusals.put_instead(text, &mut found);
        found
    }

    /// Returns true if a need of a life at risk is recognized in a text.
    pub fn tells_of_danger(&self, text: &str) -> bool {
        let found = self.recognize(text);
        let mut needs = found.iter().filter_map(|one| self.at(one.need));
        needs.any(|need| need.gravity == Gravity::Life)
    }

    /// Returns the facts in a text besides its needs.
    pub fn circumstances(&self, text: &str) -> Circumstances {
        let words = Words::of(&fold(text).text);
        Circumstances {
            refuses_police: self.refusals.are_in(&words),
            ..self.signs().circumstances(&words)
        }
    }

    /// Returns true if a folded word occurs in the phrases of the needs.
    pub fn is_told_by(&self, word: &str) -> bool {
        recognize::is_known_word(&self.table, word)
    }

    /// Returns the ids of the contacts for a need in a region, best first: national ones that
    /// precede the region's own, the region's own, then Canada-wide ones.
    pub fn contacts(&self, need: usize, region: Region) -> Vec<&str> {
        let need = self.at(need).map(|need| need.id.as_str());
        need.map_or_else(Vec::new, |need| self.matrix.contacts(need, region))
    }

    /// Returns the topics for a need in a region, the region's own first.
    pub fn topics(&self, need: usize, region: Region) -> Vec<TopicId> {
        let need = self.at(need).map(|need| need.id.as_str());
        need.map_or_else(Vec::new, |need| self.matrix.topics(need, region))
    }

    /// Returns true if the contact is named for a need with a life at risk, in any region.
    pub fn leads_for_a_life(&self, id: &str) -> bool {
        let needs = self.list.iter().enumerate();
        let mut needs = needs.filter(|(_, need)| need.gravity == Gravity::Life);
        needs.any(|(need, _)| {
            let mut regions = Region::ALL.iter();
            regions.any(|region| self.contacts(need, *region).contains(&id))
        }) || id.starts_with(emergency::RCMP_OF_NUNAVUT)
    }

    /// Returns the ids of the contacts at the very top if a life is at risk: 911, or the RCMP in
    /// Nunavut, which has no 911; 988 for thoughts of suicide. Empty for other needs.
    pub fn emergency(&self, need: usize, region: Region) -> Vec<&str> {
        self.at(need).map_or_else(Vec::new, |found| {
            emergency::contacts(found, self.contacts(need, region))
        })
    }

    /// Returns the first step of a need, with the number to call in a region.
    pub fn first_step(&self, need: &Need, region: Region, language: Language) -> String {
        self.for_region(need.first.get(language), region, language)
    }

    /// Returns the first step of a suicide that has begun.
    pub fn step_of_begun_suicide(&self, region: Region, language: Language) -> String {
        self.for_region(self.suicide_begun.get(language), region, language)
    }

    fn for_region(&self, step: &str, region: Region, language: Language) -> String {
        if emergency::has_911(region) {
            return step.to_owned();
        }
        emergency::without_911(step, self.without_911.get(language))
    }
}

#[cfg(test)]
mod alarms;
#[cfg(test)]
mod tests;
