//! Output of commands: pages and files, lines of text, JSON, tab-separated values, progress, errors
//! and exit codes.

pub(super) mod destination;
pub(super) mod emergency;
pub(super) mod errors;
pub(super) mod exit;
pub(super) mod printing;
pub mod progress;
pub(super) mod reading;
pub(super) mod tsv;
