//! HSDS, the Human Services Data Specification: import of other directories, and export of this
//! one.
//!
//! Supported formats: versions 3.0 and 3.1, Open Referral UK 1 and 3, Ohana; as a service, an
//! organization with its services, a page of a list, an array, one object a line, or a package of
//! tables. Nothing is guessed: each row or field that is left out or doubtful gets a [`HsdsRemark`].
//!
//! - [`records`] finds the records of a JSON file without holding more than one;
//! - [`tables`] joins the tables of a package into the same records;
//! - `convert` makes contacts of a record;
//! - [`mod@write`] makes services of contacts.

mod contact;
mod convert;
mod fields;
mod memory;
mod node;
mod pending;
pub mod records;
mod remark;
mod scan;
mod secrets;
pub mod tables;
pub mod write;

pub use convert::{Converter, Origin};
pub(super) use fields::language::code as language_named;
pub(super) use fields::region::named as region_named;
pub use fields::region::of_number as region_of_number;
pub use fields::terms::category as category_named;
pub use remark::{HsdsReason, HsdsRemark};
pub use scan::{from_utf_16, is_json, is_utf_16};
pub use secrets::Secrets;
