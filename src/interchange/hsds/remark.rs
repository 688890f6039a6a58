//! Remarks on parts of an import that were left out or are doubtful.

use crate::directory::check::Fault;
use crate::i18n::Messages;

/// Something of a file that did not come in, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The file's name.
    pub file: String,
    /// The record in it, or the line of its table, counted from 1; 0 for the file itself.
    pub row: usize,
    /// The record's own name or id; may be empty.
    pub record: String,
    /// The field; empty for the whole record.
    pub field: String,
    /// Why.
    pub why: Why,
}

/// Why something did not come in, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Not JSON: the parser's message.
    NotJson(String),
    /// Neither a service nor an organization with services.
    NoService,
    /// The name is missing.
    NoName,
    /// The publisher says that the service does not operate.
    Inactive(String),
    /// The id and the facts of another record.
    Merged,
    /// The id of another record, with other facts.
    SameId,
    /// A number in doubt: kept as text, never dialled.
    Number(String),
    /// Not the shape of an e-mail address.
    Email(String),
    /// Not an address of the web.
    Address(String),
    /// A street address that must stay unknown.
    Confidential,
    /// No province or territory is named.
    NoRegion,
    /// Hours that cannot be read.
    Hours(String),
    /// A language that has no name here.
    Language(String),
    /// A rule of the directory.
    Fault(Box<Fault>),
    /// The page holds only some of the items that there are.
    Page {
        /// Items on the page.
        here: usize,
        /// Items in all, as the page says.
        all: u64,
    },
    /// A table without the one that it belongs to.
    Alone,
    /// A column more or fewer than the head has.
    Ragged,
}

impl Why {
    /// Returns true if the whole record is left out.
    pub const fn drops(&self) -> bool {
        matches!(
            self,
            Self::NotJson(_)
                | Self::NoService
                | Self::NoName
                | Self::Inactive(_)
                | Self::SameId
                | Self::Fault(_)
                | Self::Alone
        )
    }

    /// Returns true if something is left out.
    pub const fn refuses(&self) -> bool {
        self.drops() || matches!(self, Self::Email(_) | Self::Address(_) | Self::Hours(_))
    }

    /// Returns the reason in words.
    pub fn say(&self, messages: &Messages) -> String {
        let with = |id: &str, text: &str| messages.format(id, &[("text", text.to_owned().into())]);
        match self {
            Self::NotJson(reason) => with("hsds-not-json", reason),
            Self::NoService => messages.text("hsds-no-service"),
            Self::NoName => messages.text("hsds-no-name"),
            Self::Inactive(status) => with("hsds-inactive", status),
            Self::Merged => messages.text("hsds-merged"),
            Self::SameId => messages.text("hsds-same-id"),
            Self::Number(text) => with("hsds-number", text),
            Self::Email(text) => with("hsds-email", text),
            Self::Address(text) => with("hsds-address", text),
            Self::Confidential => messages.text("hsds-confidential"),
            Self::NoRegion => messages.text("hsds-no-region"),
            Self::Hours(text) => with("hsds-hours", text),
            Self::Language(text) => with("hsds-language", text),
            Self::Fault(fault) => fault.say(messages),
            Self::Page { here, all } => {
                let all = usize::try_from(*all).unwrap_or(usize::MAX);
                let counts = [("here", (*here).into()), ("all", all.into())];
                messages.format("hsds-page", &counts)
            }
            Self::Alone => messages.text("hsds-alone"),
            Self::Ragged => messages.text("hsds-ragged"),
        }
    }
}
