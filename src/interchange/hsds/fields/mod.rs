//! Fields of a record: each from its forms in real exports to the form of a contact.

pub(super) mod address;
pub(super) mod clean;
pub(super) mod facts;
pub(super) mod hours;
pub(super) mod language;
pub(super) mod ours;
pub(super) mod phones;
pub(super) mod region;
pub(super) mod secret;
pub(super) mod slug;
pub(super) mod terms;
