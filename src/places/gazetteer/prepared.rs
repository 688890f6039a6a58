//! Form of the places in bytes.

use super::plain::{Plain, PlainWords};
use super::{Finder, Places, Records};
use crate::directory::Region;
use crate::directory::hours::Zone;
use crate::places::index::{Bearer, Key};
use crate::places::place::{Area, AreaId, Kind, Name, Place, PlaceId};
use crate::tables::{
    self, Format, Reader, Sealed, Stored, Writer, stored, stored_by_position, stored_lists,
};

/// Version 1 of the places.
const PLACES: Format = Format {
    kind: 2,
    version: 1,
};

/// Version 1 of what finds their names.
const FINDER: Format = Format {
    kind: 7,
    version: 1,
};

impl Places {
    /// Returns the places as bytes, with their names.
    pub fn write(&self) -> Sealed {
        tables::seal(PLACES, self.records())
    }

    /// Returns what finds their names as bytes, with the names.
    pub fn write_finder(&self) -> Sealed {
        tables::seal(FINDER, self.finder())
    }
}

impl Records {
    /// Reads them from bytes; `None` if they are damaged, or of another version.
    pub fn prepared(bytes: &'static [u8], names: &'static str) -> Option<Self> {
        tables::open(PLACES, bytes, names)
    }
}

impl Finder {
    /// Reads it from bytes; `None` if they are damaged, or of another version.
    pub fn prepared(bytes: &'static [u8], names: &'static str) -> Option<Self> {
        tables::open(FINDER, bytes, names)
    }
}

stored!(Records { all, areas });
stored!(Finder { index, plain });
stored!(Name { en, fr });
stored!(Place {
    name,
    region,
    lat,
    lon,
    zone,
    kind,
    population
});
stored!(Area {
    name,
    region,
    places
});
stored_lists!(Place, Area, Key, (String, Plain));
stored_by_position!(
    Zone: Self::ALL,
    Kind: [
        Self::City,
        Self::Town,
        Self::Village,
        Self::Hamlet,
        Self::Borough,
        Self::FirstNation,
        Self::Inuit,
        Self::Other,
    ],
    Plain: [
        Self::Word,
        Self::Name,
        Self::Seldom,
        Self::Phrase,
        Self::Code,
        Self::Province,
    ],
);

impl Stored for Bearer {
    fn write(&self, to: &mut Writer<'_>) {
        match self {
            Self::Place(PlaceId(number)) => {
                0u8.write(to);
                number.write(to);
            }
            Self::Area(AreaId(number)) => {
                1u8.write(to);
                number.write(to);
            }
            Self::Region(region) => {
                2u8.write(to);
                region.write(to);
            }
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(match u8::read(from)? {
            0 => Self::Place(PlaceId(u16::read(from)?)),
            1 => Self::Area(AreaId(u16::read(from)?)),
            2 => Self::Region(Region::read(from)?),
            _ => return None,
        })
    }
}

impl Stored for PlainWords {
    fn write(&self, to: &mut Writer<'_>) {
        self.in_order().write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let kinds: Vec<(String, Plain)> = Vec::read(from)?;
        Some(Self::of(kinds, super::EVERYDAY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::{PLACE_FINDER, PLACE_FINDER_NAMES, PLACE_NAMES, PLACES};

    #[test]
    fn the_prepared_places_are_those_of_the_data() {
        let data = Places::read().unwrap();
        let Sealed { bytes, names } = data.write();
        assert!(bytes == PLACES && names == PLACE_NAMES);
        let records = Records::prepared(PLACES, PLACE_NAMES).unwrap();
        assert_eq!(records.all, data.records().all);
        assert_eq!(records.areas, data.records().areas);
        let prepared = Places::default();
        assert!(prepared.write().bytes == PLACES, "read once needed");
        let Sealed { bytes, names } = data.write_finder();
        assert!(bytes == PLACE_FINDER && names == PLACE_FINDER_NAMES);
        assert!(
            prepared.write_finder().bytes == PLACE_FINDER,
            "read once needed"
        );
    }
}
