//! Appearance of cells, and the codes (SGR) that change it.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// Modifiers with the codes that switch them on and off.
const MODIFIERS: [(Modifier, u8, u8); 8] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Modifiers that are visible on a blank.
const ON_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// Weights ended by the same code.
const WEIGHTS: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// Appearance of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Look {
    /// The terminal's default appearance.
    pub const PLAIN: Self = Self {
        foreground: Color::Reset,
        background: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// Returns the appearance of that cell.
    pub const fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Returns true if blanks with this appearance look like plain ones.
    pub fn is_unseen_on_blanks(self) -> bool {
        self.background == Color::Reset && !self.modifier.intersects(ON_BLANKS)
    }

    /// Returns the codes that change another appearance into this one: the differences, or a reset
    /// with everything, whichever is shorter.
    pub fn codes_after(self, before: Self) -> String {
        let changed = codes(before, self);
        let mut anew = codes(Self::PLAIN, self);
        if !anew.is_empty() {
            anew.insert(0, ';');
        }
        if changed.len() <= anew.len() {
            changed
        } else {
            anew
        }
    }
}

/// Returns the codes that change one appearance into another.
fn codes(from: Look, to: Look) -> String {
    let lost = from.modifier.difference(to.modifier);
    let mut gained = to.modifier.difference(from.modifier);
    if lost.intersects(WEIGHTS) {
        gained |= to.modifier & WEIGHTS;
    }
    let off = MODIFIERS
        .iter()
        .filter(|(modifier, ..)| lost.contains(*modifier));
    let on = MODIFIERS
        .iter()
        .filter(|(modifier, ..)| gained.contains(*modifier));
    let mut codes: Vec<_> = off.map(|(.., off)| *off).collect();
    codes.dedup();
    codes.extend(on.map(|(_, on, _)| *on));
    let mut codes: Vec<_> = codes.iter().map(u8::to_string).collect();
    if from.foreground != to.foreground {
        codes.push(colour(to.foreground, 30));
    }
    if from.background != to.background {
        codes.push(colour(to.background, 40));
    }
    codes.join(";")
}

/// Returns the code of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let code = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    (base + code).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(foreground: Color, modifier: Modifier) -> Look {
        Look {
            foreground,
            modifier,
            ..Look::PLAIN
        }
    }

    #[test]
    fn the_shorter_way_is_taken() {
        use Color::{Cyan, Reset};
        let (none, bold) = (Modifier::empty(), Modifier::BOLD);
        let both = bold | Modifier::DIM;
        for (from, to, codes) in [
            (look(Reset, none), look(Reset, none), ""),
            (look(Reset, none), look(Cyan, bold), "1;36"),
            (look(Cyan, bold), look(Reset, none), ""),
            (look(Cyan, bold), look(Cyan, none), "22"),
            (look(Cyan, bold), look(Cyan, bold | Modifier::REVERSED), "7"),
            (look(Cyan, both), look(Cyan, bold), "22;1"),
            (
                look(Color::LightRed, none),
                look(Color::Indexed(200), none),
                "38;5;200",
            ),
            (look(Reset, none), look(Color::LightRed, none), "91"),
            (
                look(Reset, none),
                look(Color::Rgb(1, 2, 3), none),
                "38;2;1;2;3",
            ),
        ] {
            assert_eq!(to.codes_after(from), codes, "{from:?} to {to:?}");
        }
    }
}
