//! The map, laid out: where each tile stands in an area.

use unicode_width::UnicodeWidthStr;

use super::{App, Regions, item_of};
use crate::app::choice::Choice;
use crate::app::layout::Area;
use crate::app::lists::MARKER_WIDTH;
use crate::app::view::{Map, Tile};
use crate::directory::Region;

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

impl Regions {
    /// Returns the map in an area of that size; `None` for a list: of towns, or of regions where there
    /// is no room or the worker reads one thing after the other.
    pub(super) fn map(&self, app: &App, area: Area) -> Option<Map> {
        let listed = app.preferences.reader || !self.seek.called.is_empty();
        let grid = Grid::of(area).filter(|_| !listed)?;
        let any = (self.choice == Choice::FilterRegion).then(|| app.any_tile(grid));
        let tiles = PLACES
            .iter()
            .map(|place| app.tile(grid, &self.choice, *place));
        let below = grid.last() + 2;
        let focused = self.listing.selected;
        let words = (below < area.height).then(|| (below, self.in_words(app, focused)));
        let advice = (below + 2 < area.height).then(|| (below + 2, self.advice(app)));
        Some(Map {
            tiles: any.into_iter().chain(tiles).collect(),
            focused,
            words,
            advice,
        })
    }
}

impl App {
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
