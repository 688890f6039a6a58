//! Places and areas of Canada, and their recognition in a query.
//!
//! Depends on regions and time zones, and not on contacts, search or screen.
//!
//! - [`Places::embedded`] reads the data, prepared when the program was built, on first use.
//! - [`Places::recognize`] finds the places named in a query.
//! - [`Places::find`] resolves the exact name in data or settings; [`Places::parse`] parses a place
//!   in an argument ("halifax", "NS/Halifax", "Halifax, NS").

mod alike;
pub mod check;
pub mod credits;
mod distance;
mod emergency;
mod gazetteer;
mod index;
mod letters;
mod place;
mod recognize;
mod typed;

pub use distance::whole_km;
pub use gazetteer::Places;
pub use place::{Area, AreaId, Kind, Name, Place, PlaceId, Target};
pub use recognize::context::is_of_sentence;
pub use recognize::{Certainty, PlaceMatch, Typing};
pub use typed::PlaceError;

#[cfg(test)]
mod tests;
