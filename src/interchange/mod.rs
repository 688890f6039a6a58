//! Contacts in the formats of other programs: vCard and the CSV of address books; and whole
//! directories, as HSDS or as a table of a pack.
//!
//! No other part depends on these formats, and this part does not access disk, terminal or clock.
//! Reading never fails as a whole: usable contacts are imported, and a [`Remark`] gives place and
//! reason for the rest.

mod charset;
pub mod csv;
mod flags;
mod foreign;
mod hiding;
pub mod hsds;
mod incoming;
mod markup;
mod numbers;
mod remark;
pub mod sheet;
mod table;
pub mod vcard;
pub mod zip;

pub use foreign::ForeignKind;
pub use hsds::{category_named, region_of_number};
pub use incoming::{Incoming, Line, LineType, Reading};
pub use remark::{ContactField, LeftOut, Remark, RemarkReason};

/// Format of contacts that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// vCard 2.1, 3.0 or 4.0.
    Vcard,
    /// Comma-separated values of an address book.
    Csv,
}

impl Format {
    /// Detects the format of a file by its first bytes; `None` if unknown.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = charset::to_utf8(&bytes[..bytes.len().min(400)]);
        let head = String::from_utf8_lossy(&head);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let is_card = head
            .get(..11)
            .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"));
        if is_card {
            return Some(Self::Vcard);
        }
        csv::is_contacts(bytes).then_some(Self::Csv)
    }
}
