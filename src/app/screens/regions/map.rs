//! Layout of the map: the position of each name in an area.

use super::{App, Choice, Regions, item_of};
use crate::app::view::layout::Area;
use crate::app::view::{Map, Tile};
use crate::directory::Region;

/// Positions of the names, approximately as on a map: the row, and the column of names. The longest
/// names are in the middle column, the country is below.
const PLACES: [(Region, u16, usize); 14] = [
    (Region::Yt, 0, 0),
    (Region::Nt, 0, 1),
    (Region::Nu, 0, 2),
    (Region::Bc, 1, 0),
    (Region::Ab, 1, 1),
    (Region::Sk, 1, 2),
    (Region::Mb, 2, 0),
    (Region::On, 2, 1),
    (Region::Qc, 2, 2),
    (Region::Nb, 3, 0),
    (Region::Nl, 3, 1),
    (Region::Ns, 3, 2),
    (Region::Ca, 4, 0),
    (Region::Pe, 4, 1),
];
/// Position of "any region", in the filters.
const ANY: (u16, usize) = (4, 2);
/// Columns of the markers; a name begins two columns further, the first under the title.
const COLUMNS: [u16; 3] = [1, 27, 54];
/// Number of rows of names.
const ROWS: u16 = 5;
/// Least width of the map; in a narrower area the regions are a list.
const NARROWEST: u16 = 72;

impl Regions {
    /// Returns the map in an area of this size; `None` for a list: of towns, or of regions if there
    /// is no room or in the linear layout.
    pub(super) fn map(&self, app: &App, area: Area) -> Option<Map> {
        let listed = app.preferences.reader || !self.seek.called.is_empty();
        if listed || area.width < NARROWEST || area.height < ROWS {
            return None;
        }
        let any = (self.choice == Choice::FilterRegion).then(|| Tile {
            item: 0,
            x: COLUMNS[ANY.1],
            y: ANY.0,
            label: app.messages().text("filter-any"),
        });
        let tile = |(region, y, column): (Region, u16, usize)| Tile {
            item: item_of(&self.choice, region),
            x: COLUMNS[column],
            y,
            label: app.messages().text(&region.message_id()),
        };
        let below = ROWS + 1;
        let focused = self.listing.selected;
        let words = (below < area.height).then(|| (below, self.in_words(app, focused)));
        let advice = (below + 2 < area.height).then(|| (below + 2, self.advice(app)));
        Some(Map {
            tiles: any.into_iter().chain(PLACES.map(tile)).collect(),
            focused,
            words,
            advice,
        })
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::app::list_rows::MARKER_WIDTH;
    use crate::i18n::{Language, Messages};

    #[test]
    fn every_name_fits_its_column_in_both_languages() {
        let mut taken = std::collections::HashSet::new();
        for (region, row, column) in PLACES {
            assert!(taken.insert((row, column)), "{region:?} stands alone");
            let end = COLUMNS.get(column + 1).copied().unwrap_or(NARROWEST);
            for language in Language::ALL {
                let name = Messages::of(language).text(&region.message_id());
                let wide = u16::try_from(name.width()).unwrap();
                assert!(COLUMNS[column] + MARKER_WIDTH + wide <= end, "{name}");
            }
        }
        assert!(taken.insert(ANY), "as does any region");
        assert_eq!(taken.len(), Region::ALL.len() + 1);
    }
}
