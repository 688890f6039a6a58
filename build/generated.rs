//! Stands for the files that this script makes: it must work without them.

pub const NEEDS: &str = "";
pub const NEEDS_TABLE: &[u8] = &[];
pub const SIGNS: &[u8] = &[];
pub const SIGN_WORDS: &str = "";
pub const NEWEST_CHECKED: &str = "";
pub const INDEX: &[u8] = &[];
pub const PLACES: &[u8] = &[];
pub const PLACE_NAMES: &str = "";
pub const PLACE_FINDER: &[u8] = &[];
pub const PLACE_FINDER_NAMES: &str = "";
pub const RECORDS: &[u8] = &[];
pub const RECORD_IDS: &str = "";
