//! Lines of tab-separated values: for `cut`, `awk` and spreadsheets.

use crate::i18n::typography::printable;

/// Returns the cells as a line. A tab or a line break in a cell becomes a space.
pub(in crate::cli) fn row(cells: &[&str]) -> String {
    let cells = cells.iter().map(|cell| printable(cell));
    cells.collect::<Vec<_>>().join("\t")
}

/// Returns the cell that marks a number to be confirmed first.
pub(in crate::cli) const fn confirm(must_confirm: bool) -> &'static str {
    if must_confirm { "confirm" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_add_cells_or_lines() {
        assert_eq!(row(&["a\tb", "c\nd", ""]), "a b\tc d\t");
    }
}
