//! Movements on the map: to the next tile in a direction.

use unicode_width::UnicodeWidthStr;

use super::App;
use crate::app::keymap::Command;
use crate::app::view::Tile;

impl App {
    /// Moves the focus on the map; returns false if the regions are a list.
    pub(super) fn walk_map(&mut self, command: Command) -> bool {
        let Some(map) = self.shown_map() else {
            return false;
        };
        if let Some(listing) = self.listing_mut() {
            listing.selected = neighbour(&map.tiles, listing.selected, command);
        }
        true
    }
}

/// Returns the item of the next tile in a direction; the same item at an edge.
fn neighbour(tiles: &[Tile], item: usize, command: Command) -> usize {
    let Some(here) = tiles.iter().find(|tile| tile.item == item) else {
        return item;
    };
    let row = |y: u16| tiles.iter().filter(move |tile| tile.y == y);
    let found = match command {
        Command::ToLeft => row(here.y)
            .filter(|tile| tile.x < here.x)
            .max_by_key(|tile| tile.x),
        Command::ToRight => row(here.y)
            .filter(|tile| tile.x > here.x)
            .min_by_key(|tile| tile.x),
        Command::First => tiles.first(),
        Command::Last => tiles.last(),
        Command::Up | Command::PageUp => tiles
            .iter()
            .map(|tile| tile.y)
            .filter(|y| *y < here.y)
            .max()
            .and_then(|y| row(y).min_by_key(|tile| gap(tile, here))),
        _ => tiles
            .iter()
            .map(|tile| tile.y)
            .filter(|y| *y > here.y)
            .min()
            .and_then(|y| row(y).min_by_key(|tile| gap(tile, here))),
    };
    found.map_or(item, |tile| tile.item)
}

/// Returns the horizontal distance of two tiles in different rows; the country's tile is a wide
/// one.
fn gap(one: &Tile, other: &Tile) -> u16 {
    let end = |tile: &Tile| tile.x + u16::try_from(tile.label.width()).unwrap_or(0);
    let apart = |left: &Tile, right: &Tile| right.x.saturating_sub(end(left));
    apart(one, other).max(apart(other, one))
}
