//! Text that arrives faster than typing: pasted into a terminal without bracketed paste, or typed
//! ahead.

/// Least number of distinct characters in a row that are a burst.
const LONG: usize = 8;

/// Shortest burst that contains the end of a line.
const LONG_WITH_LINE: usize = 4;

/// Printable characters, tabs and line ends (`\n`) that arrived together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burst {
    /// The text.
    pub text: String,
    /// True if the burst continues the one before it after a pause that a slow link can cause.
    pub more: bool,
}

/// Returns true if text that arrived together is too long for single key presses.
///
/// A slow link delivers several key presses in one packet, and a repeating key arrives as the same
/// character many times: only characters that differ from their predecessor count.
pub fn is_burst(text: &str) -> bool {
    let mut before = None;
    let distinct = text
        .chars()
        .filter(|character| before.replace(*character) != Some(*character) && *character != '\n')
        .count();
    distinct >= LONG || (distinct >= LONG_WITH_LINE && text.contains('\n'))
}
