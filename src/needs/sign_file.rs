//! Form of `assets/needs/signs.json`, as it is written.

use serde::Deserialize;

use super::pattern::Lists;
use super::spelling::Spelling;

/// Signs as in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignsFile<'a> {
    #[serde(borrow)]
    pub(super) spelling: Spelling<'a>,
    /// Lists of words for the patterns.
    #[serde(borrow)]
    pub(super) lists: Lists<'a>,
    /// Patterns of figures of speech, and of mentions of a danger without a person in danger (*a
    /// course on suicide*): their words are ignored.
    #[serde(borrow)]
    pub(super) figures: Vec<&'a str>,
    /// Patterns of words about the past.
    #[serde(borrow)]
    pub(super) past: Vec<&'a str>,
    /// Patterns of words about today, which outweigh words about the past.
    #[serde(borrow)]
    pub(super) today: Vec<&'a str>,
    #[serde(borrow)]
    pub(super) settled: SettledFile<'a>,
    /// Patterns of words about a child or a youth.
    #[serde(borrow)]
    pub(super) young: Vec<&'a str>,
    /// Patterns of words that accuse the police.
    #[serde(borrow)]
    pub(super) accusing: Vec<&'a str>,
    #[serde(borrow)]
    pub(super) signs: Vec<SignFile<'a>>,
}

/// Words for services sought once a danger is over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettledFile<'a> {
    /// Id of the need that leads if no other was recognized.
    pub(super) need: &'a str,
    /// Patterns: a court, counselling, compensation.
    #[serde(borrow)]
    pub(super) say: Vec<&'a str>,
    /// Patterns of an ongoing danger.
    #[serde(borrow)]
    pub(super) unless: Vec<&'a str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignFile<'a> {
    /// Ids of the need that comes first, and of others that follow it.
    #[serde(borrow)]
    pub(super) needs: Vec<&'a str>,
    /// Patterns, one of which must match.
    #[serde(borrow)]
    pub(super) say: Vec<&'a str>,
    /// Patterns, one of which must match as well.
    #[serde(default, borrow)]
    pub(super) and: Vec<&'a str>,
    /// Patterns of texts without the sign, which may still have its need.
    #[serde(default, borrow)]
    pub(super) unless: Vec<&'a str>,
    /// Limits to some texts.
    #[serde(default)]
    pub(super) limits: Vec<Limit>,
    /// Ids of needs that the text is about if they were recognized first.
    #[serde(default, borrow)]
    pub(super) not_with: Vec<&'a str>,
    /// Ids of needs that the sign replaces.
    #[serde(default, borrow)]
    pub(super) instead_of: Vec<&'a str>,
    /// Ids of needs, one of which must have been recognized first; any, if empty.
    #[serde(default, borrow)]
    pub(super) with: Vec<&'a str>,
    /// True if the needs of the sign follow the recognized one instead of preceding it.
    #[serde(default)]
    pub(super) beside: bool,
    /// Topic of the guide on the subject of the sign.
    #[serde(default, borrow)]
    pub(super) topic: Option<&'a str>,
    /// Id of a contact for the people of the sign.
    #[serde(default, borrow)]
    pub(super) contact: Option<&'a str>,
    /// True if the person cannot speak on the phone, so that help must be asked for in writing.
    #[serde(default)]
    pub(super) in_writing: bool,
    /// True if the person who needs help is a man.
    #[serde(default)]
    pub(super) of_man: bool,
}

/// Limit of a sign to some texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Limit {
    /// The sign is ignored in a text about the past.
    NotPast,
    /// The sign is ignored in a text about a child or a youth.
    NotYoung,
    /// The sign is ignored unless the text accuses the police.
    Accusing,
}
