//! Phone numbers in running text.

use std::ops::Range;

use crate::directory::check::is_phone;

/// Returns the ranges of phone numbers in a text: whole numbers with their hyphens, as the
/// directory writes them. Digits without a hyphen (911, a year) do not count.
pub fn phone_numbers(text: &str) -> Vec<Range<usize>> {
    let part = |c: char| c.is_alphanumeric() || c == '-';
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(part).map(|offset| from + offset) {
        let rest = &text[start..];
        let end = start + rest.find(|c| !part(c)).unwrap_or(rest.len());
        let run = &text[start..end];
        if run.contains('-') && is_phone(run) {
            found.push(start..end);
        }
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_are_found() {
        let numbers = |text| {
            let ranges = phone_numbers(text).into_iter();
            ranges.map(|range| &text[range]).collect::<Vec<_>>()
        };
        assert_eq!(
            numbers("Helpline 310-1234 (no area code); 1-800-387-5437, or 416-924-4646."),
            ["310-1234", "1-800-387-5437", "416-924-4646"]
        );
        assert_eq!(numbers("(204-944-4200)"), ["204-944-4200"]);
        for none in [
            "911",
            "2019-2020",
            "15-17 ans",
            "a-310-1234",
            "1-800-HELP",
            "é-",
            "",
        ] {
            assert_eq!(numbers(none), [""; 0], "{none}");
        }
    }
}
