//! Page as lines of text.

use super::side::Side;
use crate::i18n::wrapped;

/// Widest line, in columns.
const WIDTH: usize = 64;

pub(super) fn write(cards: &[Vec<Side>]) -> String {
    let mut blocks = Vec::new();
    for side in cards.iter().flatten() {
        let mut lines = vec![side.step.clone(), String::new()];
        if !side.name.is_empty() {
            lines.extend(wrapped(&side.name, WIDTH));
            lines.extend(side.gloss.iter().flat_map(|gloss| wrapped(gloss, WIDTH)));
        }
        let numbers = side
            .numbers
            .iter()
            .flat_map(|said| wrapped(&said.to_string(), WIDTH));
        lines.extend(numbers.map(|line| format!("    {line}")));
        if !side.mark.is_empty() {
            lines.extend(wrapped(&side.mark, WIDTH));
        }
        lines.extend(side.reach.iter().map(|reach| format!("    {reach}")));
        if !side.rest.is_empty() {
            lines.push(String::new());
            lines.extend(side.below().flat_map(|line| wrapped(line, WIDTH)));
            lines.extend([
                String::new(),
                format!("{} ____________________", side.blank()),
            ]);
        }
        blocks.push(lines.join("\n"));
    }
    let between = format!("\n\n{}\n\n", "-".repeat(WIDTH));
    blocks.join(&between) + "\n"
}
