//! Remarks on parts of an import that were left out or are doubtful.

use crate::directory::Region;
use crate::directory::check::Fault;
use crate::i18n::Messages;

/// Remark on a part of a file that was changed or not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HsdsRemark {
    /// Name of the file.
    pub file: String,
    /// Number of the record, or line of its table, counted from 1; 0 for the file itself.
    pub row: usize,
    /// Name or id of the record; may be empty.
    pub record: String,
    /// Name of the field; empty for the whole record.
    pub field: String,
    /// Reason.
    pub why: HsdsReason,
}

/// Reason for a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HsdsReason {
    /// Not JSON; with the parser's message.
    NotJson(String),
    /// Neither a service nor an organization with services.
    NoService,
    /// The name is missing.
    NoName,
    /// Not in operation according to the publisher.
    Inactive(String),
    /// Same id as another record with other facts; with its numbers.
    SameId(String),
    /// Doubtful number, kept as text and never dialled.
    Number(String),
    /// Extension 0, which many publishers write for none; with the number.
    ExtensionZero(String),
    /// Two numbers and one extension, kept beside both; with all of them.
    WhoseExtension(String),
    /// Not an e-mail address.
    Email(String),
    /// Not a web address, kept as text.
    Address(String),
    /// Web address without its scheme, which was added.
    Scheme(String),
    /// Street address that must stay secret.
    Confidential,
    /// Street address of an open service that a secret one has, too.
    OfSecret,
    /// Address of mail, and none to go to.
    Postal(String),
    /// Description of a number that is too long, and is cut; with the whole.
    Label(String),
    /// No province or territory.
    NoRegion,
    /// No province or territory is named; a town tells it.
    RegionOfTown(Region, String),
    /// No province or territory is named; the area code of a number tells it.
    RegionOfNumber(Region, String),
    /// Hours that cannot be read.
    Hours(String),
    /// Language without a name here.
    Language(String),
    /// Violated rule of the directory.
    Fault(Box<Fault>),
    /// Page with only a part of all items.
    Page {
        /// Number of items on the page.
        here: usize,
        /// Number of all items according to the page.
        all: u64,
    },
    /// Table without the one to which it belongs.
    Alone,
    /// Row of a table, or part of an organization, that belongs to no service.
    Unjoined,
    /// Table that is not read.
    Unread,
    /// JSON without services beside tables.
    NoDirectory,
    /// Archive or folder without anything that is read.
    NoTables,
    /// Row with more or fewer columns than the head.
    Ragged,
    /// A quote of a table has no end: the row is read to the end of its line.
    Unclosed,
    /// The encoding is missing or unknown, and was guessed; with a word to check.
    Guessed(String),
    /// Record longer than a pack can hold.
    TooLong,
}

impl HsdsReason {
    /// Returns true if the whole record is left out.
    pub const fn drops(&self) -> bool {
        matches!(
            self,
            Self::NotJson(_)
                | Self::NoService
                | Self::NoName
                | Self::Inactive(_)
                | Self::SameId(_)
                | Self::Fault(_)
                | Self::Alone
                | Self::Unjoined
                | Self::TooLong
        )
    }

    /// Returns true if something is left out.
    pub const fn refuses(&self) -> bool {
        self.drops() || matches!(self, Self::Email(_) | Self::Hours(_) | Self::NoTables)
    }

    /// Returns the reason without the words that differ from record to record, to group remarks by it.
    #[must_use]
    pub fn kind(&self) -> Self {
        match self {
            Self::RegionOfTown(region, _) => Self::RegionOfTown(*region, String::new()),
            Self::RegionOfNumber(region, _) => Self::RegionOfNumber(*region, String::new()),
            Self::SameId(_) => Self::SameId(String::new()),
            Self::Scheme(_) => Self::Scheme(String::new()),
            other => other.clone(),
        }
    }

    /// Returns the message for the reason.
    pub fn say(&self, messages: &Messages) -> String {
        let with = |id: &str, text: &str| messages.format(id, &[("text", text.to_owned().into())]);
        let told = |id: &str, region: Region, text: &str| {
            let region = messages.text(&region.message_id());
            let words = [("region", region.into()), ("text", text.to_owned().into())];
            messages.format(id, &words)
        };
        match self {
            Self::NotJson(reason) => with("hsds-not-json", reason),
            Self::NoService => messages.text("hsds-no-service"),
            Self::NoName => messages.text("hsds-no-name"),
            Self::Inactive(status) => with("hsds-inactive", status),
            Self::SameId(numbers) if numbers.is_empty() => messages.text("hsds-same-id"),
            Self::SameId(numbers) => with("hsds-same-id-numbers", numbers),
            Self::Number(text) => with("hsds-number", text),
            Self::ExtensionZero(text) => with("hsds-extension-zero", text),
            Self::WhoseExtension(text) => with("hsds-extension-whose", text),
            Self::Email(text) => with("hsds-email", text),
            Self::Address(text) => with("hsds-address", text),
            Self::Scheme(text) => with("hsds-scheme", text),
            Self::Confidential => messages.text("hsds-confidential"),
            Self::OfSecret => messages.text("hsds-of-secret"),
            Self::Postal(text) => with("hsds-postal", text),
            Self::Label(text) => with("hsds-label", text),
            Self::NoRegion => messages.text("hsds-no-region"),
            Self::RegionOfTown(region, text) => told("hsds-region-town", *region, text),
            Self::RegionOfNumber(region, text) => told("hsds-region-number", *region, text),
            Self::Hours(text) => with("hsds-hours", text),
            Self::Language(text) => with("hsds-language", text),
            Self::Fault(fault) => fault.say(messages),
            Self::Page { here, all } => {
                let all = usize::try_from(*all).unwrap_or(usize::MAX);
                let counts = [("here", (*here).into()), ("all", all.into())];
                let id = if *here < all {
                    "hsds-page"
                } else {
                    "hsds-page-with-more"
                };
                messages.format(id, &counts)
            }
            Self::Alone => messages.text("hsds-alone"),
            Self::Unjoined => messages.text("hsds-unjoined"),
            Self::Unread => messages.text("hsds-unread"),
            Self::NoDirectory => messages.text("hsds-no-directory"),
            Self::NoTables => messages.text("hsds-no-tables"),
            Self::Ragged => messages.text("hsds-ragged"),
            Self::Unclosed => messages.text("hsds-unclosed"),
            Self::Guessed(word) => with("hsds-guessed", word),
            Self::TooLong => messages.text("hsds-too-long"),
        }
    }
}
