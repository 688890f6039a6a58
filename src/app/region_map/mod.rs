//! The regions as a small map of Canada made of tiles, walked with the arrows or by typing a name.
//!
//! ```text
//!   YT 12       NT 14       NU 14
//!
//!   BC 59   AB 50   SK 27   MB 22   ON 73   QC 74   NL 16
//!
//!   All of Canada 51                    NB 20   PE 20 > NS 28
//!
//! Nova Scotia: 28 contacts
//! ```
//!
//! Where there is no room for the map, the same regions are a list; so are the towns that she typed.

mod seek;
mod walk;

use unicode_width::UnicodeWidthStr;

use super::layout::Area;
use super::lists::MARKER_WIDTH;
use super::overlay::{Choice, Overlay};
use super::state::App;
use crate::directory::Region;
pub use seek::Called;

/// Where the tiles stand: the row, and the column in half tiles. The country stands where the sea and
/// the neighbour are.
const PLACES: [(Region, u16, u16); 14] = [
    (Region::Yt, 0, 0),
    (Region::Nt, 0, 3),
    (Region::Nu, 0, 6),
    (Region::Bc, 1, 0),
    (Region::Ab, 1, 2),
    (Region::Sk, 1, 4),
    (Region::Mb, 1, 6),
    (Region::On, 1, 8),
    (Region::Qc, 1, 10),
    (Region::Nl, 1, 12),
    (Region::Ca, 2, 0),
    (Region::Nb, 2, 9),
    (Region::Pe, 2, 11),
    (Region::Ns, 2, 13),
];
/// Where "any region" stands, in the filters.
const ANY: (u16, u16) = (0, 9);
/// Half tiles from the left edge to the right one.
const HALVES: u16 = 15;
/// Rows of tiles.
const TILE_ROWS: u16 = 3;

/// A tile of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its place in the list to choose from.
    pub item: usize,
    /// The column of its marker; its letters follow behind that.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// The letters of the region, or words for what is none.
    pub label: String,
    /// How many contacts the region has, and where that stands; none for "any".
    pub count: Option<(String, u16, u16)>,
}

/// The map, laid out for an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionMap {
    /// From the upper left to the lower right.
    pub tiles: Vec<Tile>,
    /// The row that says the focused region in words; none where the notice's row must.
    pub words: Option<u16>,
    /// The row that says how to get about; none where there is no room for it.
    pub advice: Option<u16>,
}

/// How the tiles are spread.
#[derive(Clone, Copy)]
struct Grid {
    /// Columns of two half tiles.
    tile: u16,
    /// Rows from one row of tiles to the next.
    row: u16,
    /// The count stands under the letters, not behind them.
    under: bool,
}

impl Grid {
    /// The widest grid that fits; `None` where none does.
    fn of(area: Area) -> Option<Self> {
        let wide = |tile: u16| (HALVES * tile).div_ceil(2) + 1;
        let roomy = area.height > 2 * TILE_ROWS + 2;
        if area.width >= wide(8) && area.height >= TILE_ROWS {
            let row = if roomy { 2 } else { 1 };
            return Some(Self {
                tile: 8,
                row,
                under: false,
            });
        }
        let under = |row: u16| Self {
            tile: 5,
            row,
            under: true,
        };
        match area.height {
            _ if area.width < wide(5) - 1 => None,
            height if height >= 3 * TILE_ROWS + 2 => Some(under(3)),
            height if height >= 2 * TILE_ROWS => Some(under(2)),
            _ => None,
        }
    }

    const fn x(self, halves: u16) -> u16 {
        halves * self.tile / 2
    }

    /// The last row that a tile takes.
    const fn last(self) -> u16 {
        (TILE_ROWS - 1) * self.row + self.under as u16
    }
}

impl Choice {
    /// Whether it is a region that is chosen.
    pub const fn is_of_regions(&self) -> bool {
        matches!(self, Self::Region | Self::FilterRegion | Self::OwnRegion)
    }
}

impl App {
    /// The choice of a region that has the keys; `None` where something else has.
    pub fn region_choice(&self) -> Option<&Choice> {
        match self.overlays.last() {
            Some(Overlay::Welcome(_)) => Some(&Choice::Region),
            Some(Overlay::Picker(choice, _)) if choice.is_of_regions() => Some(choice),
            _ => None,
        }
    }

    /// The map in an area of that size; `None` where there is a list: of towns, or of regions, for there
    /// is no room or she reads one thing after the other.
    pub fn region_map(&self, area: Area) -> Option<RegionMap> {
        let choice = self.region_choice()?;
        let listed = self.preferences.reader || !self.called.is_empty();
        let grid = Grid::of(area).filter(|_| !listed)?;
        let any = (*choice == Choice::FilterRegion).then(|| self.any_tile(grid));
        let tiles = PLACES.iter().map(|place| self.tile(grid, choice, *place));
        let below = grid.last() + 2;
        Some(RegionMap {
            tiles: any.into_iter().chain(tiles).collect(),
            words: (below < area.height).then_some(below),
            advice: (below + 2 < area.height).then_some(below + 2),
        })
    }

    fn tile(&self, grid: Grid, choice: &Choice, (region, row, column): (Region, u16, u16)) -> Tile {
        let label = match region {
            Region::Ca => self.messages().text(&region.message_id()),
            _ => region.code().to_owned(),
        };
        let (x, y) = (grid.x(column), row * grid.row);
        let letters = x + MARKER_WIDTH;
        let count = self.contacts_in(region).to_string();
        let count = if grid.under {
            (count, letters, y + 1)
        } else {
            let behind = letters + u16::try_from(label.width()).unwrap_or(2) + 1;
            (count, behind, y)
        };
        Tile {
            item: item_of(choice, region),
            x,
            y,
            label,
            count: Some(count),
        }
    }

    fn any_tile(&self, grid: Grid) -> Tile {
        Tile {
            item: 0,
            x: grid.x(ANY.1),
            y: ANY.0 * grid.row,
            label: self.messages().text("filter-any"),
            count: None,
        }
    }

    /// The item that has the focus in the list to choose from.
    pub fn focused_item(&self) -> usize {
        match self.overlays.last() {
            Some(Overlay::Welcome(listing) | Overlay::Picker(_, listing)) => listing.selected,
            _ => 0,
        }
    }

    /// How many contacts of the directory serve a region and no other; her own are not counted.
    pub fn contacts_in(&self, region: Region) -> usize {
        let contacts = self.content.catalogue.directory().contacts();
        contacts
            .iter()
            .filter(|contact| contact.region == region)
            .count()
    }

    /// The region at a place of the list to choose from, in words, with its number of contacts; the town,
    /// where towns are listed.
    pub fn region_in_words(&self, item: usize) -> String {
        let messages = self.messages();
        let region = match self.called.get(item) {
            Some(Called::Town(place)) => return self.town_in_words(*place),
            Some(Called::Region(region)) => Some(*region),
            None => self
                .region_choice()
                .and_then(|choice| region_of(choice, item)),
        };
        let Some(region) = region else {
            return messages.text("filter-any");
        };
        let id = if region == Region::Ca {
            "region-count-canada"
        } else {
            "region-count"
        };
        let arguments = [
            ("name", messages.text(&region.message_id()).into()),
            ("count", self.contacts_in(region).into()),
        ];
        messages.format(id, &arguments)
    }

    /// The same in fewer words, where there is little room.
    pub fn region_in_short(&self, item: usize) -> String {
        let messages = self.messages();
        let choice = self.region_choice();
        match choice.and_then(|choice| region_of(choice, item)) {
            Some(region) => format!(
                "{}{} {}",
                messages.text(&region.message_id()),
                messages.text("label-end"),
                self.contacts_in(region)
            ),
            None => messages.text("filter-any"),
        }
    }

    /// Whether the map has all of its rows, or the notice's row must say the region in words.
    pub fn says_region_in_notice(&self) -> bool {
        self.shown_map().is_some_and(|map| map.words.is_none())
    }

    /// The map on the screen now; `None` where there is none.
    pub(super) fn shown_map(&self) -> Option<RegionMap> {
        self.region_choice()?;
        let area = self.overlay_area(self.layout()?.body);
        self.region_map(Area {
            height: self.list_height(area),
            ..area
        })
    }
}

/// The place of a region in the list to choose from, which may begin with "any".
fn item_of(choice: &Choice, region: Region) -> usize {
    let place = Region::ALL.iter().position(|one| *one == region);
    place.unwrap_or(0) + usize::from(*choice == Choice::FilterRegion)
}

/// The region at a place of the list; `None` for "any".
fn region_of(choice: &Choice, item: usize) -> Option<Region> {
    let first = usize::from(*choice == Choice::FilterRegion);
    Region::ALL.get(item.checked_sub(first)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_a_tile_and_none_covers_another() {
        for (width, height) in [(78, 17), (78, 4), (38, 6), (38, 14), (62, 8)] {
            let area = Area {
                x: 0,
                y: 0,
                width,
                height,
            };
            let grid = Grid::of(area).unwrap();
            let mut taken = std::collections::HashSet::new();
            for (region, row, column) in PLACES {
                let (x, y) = (grid.x(column), row * grid.row);
                assert!(taken.insert((x, y)), "{region:?} at {width}x{height}");
                assert!(
                    x + MARKER_WIDTH + 2 <= width,
                    "{region:?} at {width}x{height}"
                );
                assert!(
                    y + u16::from(grid.under) < height,
                    "{region:?} at {width}x{height}"
                );
            }
            assert_eq!(taken.len(), Region::ALL.len());
        }
        let low = Area {
            x: 0,
            y: 0,
            width: 28,
            height: 3,
        };
        assert!(Grid::of(low).is_none(), "a list");
    }
}
