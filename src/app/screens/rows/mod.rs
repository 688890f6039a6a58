//! Rows that several screens share, and the details below or beside a selected row.

pub(super) mod ahead;
pub(super) mod call_row;
pub(super) mod row;
pub(super) mod strip;
