//! Files made by the build script.

/// Needs, without their phrases.
pub const NEEDS: &str = include_str!(concat!(env!("OUT_DIR"), "/needs.json"));

/// Weights of the classifier of needs.
pub const NEEDS_TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/needs.table"));

/// Signs of needs ([`crate::needs::Needs::recognize`]).
pub const SIGNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/signs.table"));

/// Words of the signs.
pub const SIGN_WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/signs.words"));

/// Newest date of a check of a contact of the directory.
pub const NEWEST_CHECKED: &str = env!("HAVRE_NEWEST_CHECKED");

/// Index of the embedded content ([`crate::search::Index::read`]).
pub const INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/search.index"));

/// Places of Canada ([`crate::places::Places::embedded`]).
pub const PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.table"));

/// Names of the places.
pub const PLACE_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/places.names"));

/// Table that finds their names in texts.
pub const PLACE_FINDER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.finder"));

/// The names that it finds.
pub const PLACE_FINDER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/places.finder.names"));

/// Positions of the records of the embedded directory ([`crate::directory::on_demand`]).
pub const RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/records.table"));

/// Ids of these records.
pub const RECORD_IDS: &str = include_str!(concat!(env!("OUT_DIR"), "/records.ids"));
