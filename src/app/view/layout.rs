//! Layout of a screen of a given size. `update` needs it for the size of a page, the views for
//! drawing.

pub use crate::document::Size;
pub use crate::document::columns::TEXT;

/// Rectangle of the screen, in columns and rows from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the four words say it")]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

/// Least width for two columns. Below it the list is shown alone, and the reader has lines of
/// readable length. A single column also saves a slow link the whole topic or card at each step
/// down the list.
pub const BESIDE: u16 = 100;
/// Least width for a head of two rows and a strip below a list of contacts.
pub(in crate::app) const SPACIOUS: u16 = 60;
/// Rows of the strip, including the empty one above it.
const STRIP_ROWS: u16 = 3;
/// Least width of a list of contacts with all its columns.
const WHOLE_LIST: u16 = 78;
/// Least width for a list of contacts with all columns beside a card.
pub(in crate::app) const WIDE: u16 = 140;
/// Least usable size.
pub const SMALLEST: Size = Size {
    width: 30,
    height: 8,
};
/// Least height for a second row of the head and for empty rows.
pub(in crate::app) const ROOMY: u16 = 16;
/// Longest readable line.
pub(in crate::app) const LONGEST_LINE: u16 = 80;
/// Least width for an indent behind the columns of the marks, and for words before a field.
pub(in crate::app) const INDENTED: u16 = 48;
/// Columns between list and reader: a free one, the line, two free ones.
const DIVIDER: u16 = 4;

/// Returns the column at which text begins in a body of this width, behind the column of the
/// marker.
pub const fn indent(width: u16) -> u16 {
    if width < INDENTED { 1 } else { 3 }
}

/// Parts of a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any may go with any"
)]
pub struct Parts {
    /// Rows above the list: the search field, the filters.
    pub head_rows: u16,
    /// True for a list at the left.
    pub list: bool,
    /// True for a list of contacts, false for topics: contacts have columns and, in a list alone, a
    /// strip below.
    pub contacts: bool,
    /// True if the reader has the focus: in one column, it is shown alone.
    pub reading: bool,
    /// True for one column at every width and no drawn lines: for a screen reader or a magnifier.
    pub linear: bool,
    /// True if the list has the whole width, whatever is selected.
    pub alone: bool,
    /// True if the reader's document has two columns of its own: it takes the whole width.
    pub wide: bool,
}

/// Areas of all parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// "Immediate danger: call 911", and the worker's place; in a head of one row, the tabs too.
    pub danger: Area,
    /// Row of the tabs; `None` in a head of one row.
    pub tabs: Option<Area>,
    /// Area between head and foot.
    pub body: Area,
    /// Rows above list and reader.
    pub head: Area,
    /// List; `None` in one column while the reader has the focus.
    pub list: Option<Area>,
    /// Strip below the list, with details of the selected item.
    pub strip: Option<Area>,
    /// Column of the divider.
    pub divider: Option<Area>,
    /// Reader; `None` in one column while the list has the focus.
    pub reader: Option<Area>,
    /// Row of the notice.
    pub notice: Area,
    /// Row of the footer.
    pub footer: Area,
}

impl Layout {
    /// Lays out a screen; `None` if it is smaller than [`SMALLEST`].
    pub fn of(size: Size, parts: Parts) -> Option<Self> {
        let Size { width, height } = size;
        if width < SMALLEST.width || height < SMALLEST.height {
            return None;
        }
        let line = |y| Area {
            x: 0,
            y,
            width,
            height: 1,
        };
        let spacious = width >= SPACIOUS && height >= ROOMY;
        let tabs = spacious.then(|| line(1));
        let top = if spacious { 2 } else { 1 };
        let body = Area {
            x: 0,
            y: top,
            width,
            height: height - 2 - top,
        };
        let head_rows = parts.head_rows.min(body.height.saturating_sub(1));
        let head = Area {
            height: head_rows,
            ..body
        };
        let rest = Area {
            y: body.y + head_rows,
            height: body.height - head_rows,
            ..body
        };
        let (list, divider, reader) = Self::columns(rest, parts);
        let air = spacious && !parts.linear;
        let below_the_head = |area: Area| if air { below_a_row(area) } else { area };
        let reader = reader.map(below_the_head);
        // Directly below a field, without an empty row.
        let list = if head_rows == 0 {
            list.map(below_the_head)
        } else {
            list
        };
        let has_strip = parts.contacts && !parts.linear && spacious;
        let (list, strip) = match list.filter(|_| reader.is_none() && has_strip) {
            Some(area) => Self::strip(area),
            None => (list, None),
        };
        Some(Self {
            danger: line(0),
            tabs,
            body,
            head,
            list,
            strip,
            divider,
            reader,
            notice: line(height - 2),
            footer: line(height - 1),
        })
    }

    /// Splits a list from the strip below it.
    fn strip(area: Area) -> (Option<Area>, Option<Area>) {
        let height = area.height.saturating_sub(STRIP_ROWS).max(1);
        let strip = Area {
            x: area.x + TEXT,
            y: area.y + height + 1,
            width: area.width.saturating_sub(TEXT + 1),
            height: area.height.saturating_sub(height + 1),
        };
        (Some(Area { height, ..area }), Some(strip))
    }

    fn columns(rest: Area, parts: Parts) -> (Option<Area>, Option<Area>, Option<Area>) {
        // One column stays free at the right of the reader, and those of the marks at its left.
        let readable = |x: u16, width: u16| {
            let left = indent(width);
            let most = if parts.wide {
                2 * LONGEST_LINE
            } else {
                LONGEST_LINE
            };
            Area {
                x: x + left,
                width: width.saturating_sub(left + 1).min(most),
                ..rest
            }
        };
        if !parts.list {
            return (None, None, Some(readable(rest.x, rest.width)));
        }
        if rest.width < BESIDE || parts.linear || parts.alone {
            return if parts.reading {
                (None, None, Some(readable(rest.x, rest.width)))
            } else {
                (Some(rest), None, None)
            };
        }
        let left = if parts.contacts {
            if rest.width < WIDE {
                rest.width * 11 / 20 - 1
            } else {
                // Half of what is left over goes to names, which would be cut beside an empty card.
                WHOLE_LIST + (rest.width - WIDE) / 2
            }
        } else {
            (rest.width * 2 / 5).clamp(26, 44)
        };
        let right = left + DIVIDER;
        (
            Some(Area {
                width: left,
                ..rest
            }),
            Some(Area {
                x: left + 1,
                width: 1,
                ..rest
            }),
            Some(Area {
                x: right,
                width: (rest.width - right).saturating_sub(1).min(LONGEST_LINE),
                ..rest
            }),
        )
    }
}

/// Begins the reader with an empty row if there is room.
fn below_a_row(area: Area) -> Area {
    Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1).max(1),
        ..area
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn everything_stands_inside_the_screen(width in 0_u16..400, height in 0_u16..200, head_rows in 0_u16..4, list: bool, contacts: bool, reading: bool, wide: bool, linear: bool, alone: bool) {
            let parts = Parts { head_rows, list, contacts, reading, linear, alone, wide };
            if let Some(layout) = Layout::of(Size { width, height }, parts) {
                let areas = [Some(layout.danger), layout.tabs, Some(layout.body), Some(layout.head), layout.list, layout.strip, layout.divider, layout.reader, Some(layout.notice), Some(layout.footer)];
                for area in areas.into_iter().flatten() {
                    prop_assert!(area.x + area.width <= width && area.y + area.height <= height, "{area:?}");
                }
                prop_assert!(layout.list.is_some() || layout.reader.is_some());
            }
        }
    }
}
