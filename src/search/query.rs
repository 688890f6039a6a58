//! Reading what the worker typed.

use std::ops::Range;

use super::words::{asked_form, is_stop_word, words};

/// One word of a query that a hit should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded; the digits alone, where it is a number.
    pub text: String,
    /// Its bytes in the query.
    pub range: Range<usize>,
    /// Whether it may go on: the query ends with it.
    pub open: bool,
}

/// The most words of a query that are looked up; whoever pastes a letter gets its beginning.
pub const MOST_WORDS: usize = 12;

impl Word {
    /// Whether it is digits alone.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The words of a query that carry meaning; all of them where none does. Digits that stand apart
/// are one number where `is_phone` knows them together (*669 1111*).
pub fn read(text: &str, is_phone: impl Fn(&str) -> bool) -> Vec<Word> {
    let mut all: Vec<Word> = words(text)
        .map(|range| Word {
            text: asked_form(&text[range.clone()]),
            open: range.end == text.len(),
            range,
        })
        .filter(|word| !word.text.is_empty())
        .collect();
    join_numbers(&mut all, is_phone);
    if all.iter().any(|word| !is_stop_word(&word.text)) {
        all.retain(|word| !is_stop_word(&word.text));
    }
    all.truncate(MOST_WORDS);
    all
}

fn join_numbers(words: &mut Vec<Word>, is_phone: impl Fn(&str) -> bool) {
    let mut start = 0;
    while start < words.len() {
        let run = words[start..]
            .iter()
            .take_while(|word| word.is_number())
            .count();
        if run > 1 {
            let digits: String = words[start..start + run]
                .iter()
                .map(|word| &*word.text)
                .collect();
            if digits.len() >= FEWEST_DIGITS && is_phone(&digits) {
                let last = words[start + run - 1].clone();
                words[start] = Word {
                    text: digits,
                    range: words[start].range.start..last.range.end,
                    open: last.open,
                };
                words.drain(start + 1..start + run);
            }
        }
        start += run.max(1);
    }
}

/// From how many digits on a number is looked for in phone numbers.
pub const FEWEST_DIGITS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(query: &str) -> Vec<String> {
        let words = read(query, |digits| digits.starts_with('6'));
        words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_without_meaning_fall_away_unless_there_are_no_others() {
        assert_eq!(texts("where can I sleep tonight"), ["sleep", "tonight"]);
        assert_eq!(
            texts("centre d'aide aux victimes"),
            ["centre", "aide", "victimes"]
        );
        assert_eq!(texts("la"), ["la"]);
        assert_eq!(texts("  "), Vec::<String>::new());
    }

    #[test]
    fn only_the_last_word_is_open_and_only_without_a_space_after_it() {
        let open = |query: &str| {
            read(query, |_| false)
                .iter()
                .map(|word| word.open)
                .collect::<Vec<_>>()
        };
        assert_eq!(open("iris kir"), [false, true]);
        assert_eq!(open("iris kir "), [false, false]);
    }

    #[test]
    fn digits_apart_are_one_number_where_there_is_such_a_number() {
        assert_eq!(texts("call (669) 11-11 now"), ["call", "6691111", "now"]);
        assert_eq!(texts("24/7"), ["24", "7"]);
        assert_eq!(read("669 1111", |_| true)[0].range, 0..8);
    }

    #[test]
    fn a_pasted_letter_is_read_by_its_beginning() {
        assert_eq!(texts(&"word ".repeat(500)).len(), MOST_WORDS);
    }
}
