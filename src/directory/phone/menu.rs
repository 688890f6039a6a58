//! Choices of a telephone menu beside a number: `option 4`, `faites le 4`.

/// Words before the key to press, in both languages.
const WORDS: [&str; 12] = [
    "option", "press", "push", "select", "choose", "dial", "key", "appuyez", "faites", "composez",
    "tapez", "touche",
];
/// Words before those.
const BEFORE: [&str; 4] = ["then", "and", "puis", "et"];

/// Returns true for a text that names keys of a menu and has no number.
pub(super) fn is_choice(text: &str) -> bool {
    let is_among = |all: &[&str], word: &&str| all.iter().any(|one| one.eq_ignore_ascii_case(word));
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut words = words
        .filter(|word| !word.is_empty())
        .skip_while(|word| is_among(&BEFORE, word));
    let is_named = words.next().is_some_and(|word| is_among(&WORDS, &word));
    let mut runs = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|length| *length > 0)
        .peekable();
    let has_key = runs.peek().is_some() || text.contains(['#', '*']);
    // Three digits may be those of a service.
    is_named && has_key && runs.all(|length| length < 3)
}
