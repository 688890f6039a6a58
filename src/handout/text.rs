//! Page as lines of text.

use super::side::Side;

/// Widest line, in characters.
const WIDTH: usize = 64;

pub(super) fn write(cards: &[Vec<Side>]) -> String {
    let mut blocks = Vec::new();
    for side in cards.iter().flatten() {
        let mut lines = vec![side.step.clone(), String::new()];
        if !side.name.is_empty() {
            lines.extend(wrapped(&side.name));
            lines.extend(side.gloss.iter().flat_map(|gloss| wrapped(gloss)));
        }
        let numbers = side
            .numbers
            .iter()
            .flat_map(|said| wrapped(&said.to_string()));
        lines.extend(numbers.map(|line| format!("    {line}")));
        if !side.mark.is_empty() {
            lines.extend(wrapped(&side.mark));
        }
        lines.extend(side.reach.iter().map(|reach| format!("    {reach}")));
        if !side.rest.is_empty() {
            lines.push(String::new());
            lines.extend(side.below().flat_map(|line| wrapped(line)));
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

/// Wraps a line at spaces.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + 1 + word.chars().count() > WIDTH {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
