//! Lines of tab-separated values: for `cut`, `awk` and spreadsheets.

use crate::i18n::typography::printable;

/// Returns the cells as a line. A tab or a line break in a cell becomes a space.
pub(in crate::cli) fn row(cells: &[&str]) -> String {
    let cells = cells.iter().map(|cell| printable(cell));
    cells.collect::<Vec<_>>().join("\t")
}

/// Returns the cell that marks a number: one that the worker reported as wrong, or one to be confirmed
/// first.
pub(in crate::cli) const fn mark(is_reported: bool, must_confirm: bool) -> &'static str {
    match (is_reported, must_confirm) {
        (true, _) => "reported",
        (false, true) => "confirm",
        (false, false) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_add_cells_or_lines() {
        assert_eq!(row(&["a\tb", "c\nd", ""]), "a b\tc d\t");
    }
}
