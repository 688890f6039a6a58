//! Remarks on rows and fields of imported files.

use super::ForeignKind;

/// Kind of field that is never imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum LeftOut {
    /// Photos, logos, sounds and keys.
    Photos,
    /// Birthdays, anniversaries and relatives.
    Personal,
    /// Notes, which may be about a person.
    Notes,
    /// Addresses; only the town is imported.
    Addresses,
}

impl LeftOut {
    /// Returns its name for programs.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Photos => "import-left-out-photos",
            Self::Personal => "import-left-out-personal",
            Self::Notes => "import-left-out-notes",
            Self::Addresses => "import-left-out-addresses",
        }
    }
}

/// Field of a contact, as remarks and comparisons name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are the names")]
pub enum ContactField {
    Name,
    Title,
    Organization,
    Description,
    Categories,
    Place,
    Hours,
    Languages,
    Phone,
    Email,
    Website,
}

impl ContactField {
    /// Returns its name for programs.
    pub fn slug(self) -> &'static str {
        self.into()
    }

    /// Returns the id of the message of its name.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Name => "import-field-name",
            Self::Title => "import-field-title",
            Self::Organization => "import-field-organization",
            Self::Description => "import-field-description",
            Self::Categories => "import-field-categories",
            Self::Place => "import-field-place",
            Self::Hours => "import-field-hours",
            Self::Languages => "import-field-languages",
            Self::Phone => "import-field-phone",
            Self::Email => "import-field-email",
            Self::Website => "import-field-website",
        }
    }
}

/// Remark on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Card or row, counted from 1; 0 for the whole file.
    pub row: usize,
    /// Name of the field in its format; may be empty.
    pub field: String,
    /// Fields of the contact from which an address was removed; empty for every other reason.
    pub changed: Vec<ContactField>,
    /// Text of the field; may be empty.
    pub text: String,
    /// Reason.
    pub reason: RemarkReason,
}

/// Reason of a remark on a row or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum RemarkReason {
    /// No number and no website. The row is refused.
    NoNumber,
    /// The file is not of this format.
    WrongFormat,
    /// The file is of another program.
    Foreign(ForeignKind),
    /// The file ends inside the row.
    CutOff,
    /// The number is ambiguous; it is kept as text.
    UnclearNumber,
    /// A number with a character that no number has.
    WrongCharacter(char),
    /// The number is a pager's; it is kept as text.
    Pager,
    /// A number in a field that is not for numbers; it is kept as text.
    StrayNumber,
    /// The name is missing; another field is used as the name.
    Nameless,
    /// The encoding is missing or unknown, and was guessed.
    Guessed,
    /// The number is not public, as the file says; left out.
    Private,
    /// The service does not operate, as the file says. The row is refused.
    Inactive,
    /// Text above the headings of a table, which is not read.
    AboveHead,
    /// The website is not an address that a browser opens; left out.
    Website,
    /// More cells than headings; the excess is left out.
    Ragged,
    /// A quote has no end: the row is read to the end of its line.
    Unclosed,
    /// A table without a column of names and one of numbers, by its headings.
    Headings,
    /// Columns that are not understood.
    Unread,
    /// The words have no field of their own; they are kept in the description.
    Kept,
    /// The text is no e-mail address; left out.
    Email,
    /// The website lacked its scheme, which was added.
    Scheme,
    /// A text had an address that must stay unknown; its words are left out.
    #[strum(serialize = "told-address")]
    Address,
}

impl RemarkReason {
    /// Returns its name for programs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Foreign(kind) => kind.message_id(),
            reason => reason.into(),
        }
    }

    /// Returns the id of its message.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::NoNumber => "import-no-number",
            Self::WrongFormat => "import-wrong-format",
            Self::Foreign(kind) => kind.message_id(),
            Self::CutOff => "import-cut-off",
            Self::UnclearNumber => "import-unclear-number",
            Self::WrongCharacter(_) => "import-wrong-character",
            Self::Pager => "import-pager",
            Self::StrayNumber => "import-stray-number",
            Self::Nameless => "import-nameless",
            Self::Guessed => "import-guessed",
            Self::Private => "import-private",
            Self::Inactive => "import-inactive",
            Self::AboveHead => "import-above-head",
            Self::Website => "import-website",
            Self::Ragged => "import-ragged",
            Self::Unclosed => "import-unclosed",
            Self::Headings => "import-headings",
            Self::Unread => "import-unread",
            Self::Kept => "import-kept",
            Self::Email => "import-email",
            Self::Scheme => "import-scheme",
            Self::Address => "import-told-address",
        }
    }

    /// Returns true if the whole row was refused.
    pub const fn refuses(self) -> bool {
        matches!(
            self,
            Self::NoNumber | Self::WrongFormat | Self::Foreign(_) | Self::Headings | Self::Inactive
        )
    }
}
