//! Parser of the words of a query.

use std::ops::Range;

use crate::search::text::stop_words::is_stop_word;
use crate::search::text::words::{asked_form, words};

/// Word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded text, or the digits alone if the word is a number.
    pub text: String,
    /// Byte range in the query.
    pub range: Range<usize>,
    /// True if the word may be unfinished because it ends the query.
    pub open: bool,
}

/// Greatest number of looked-up words of a query; of a long pasted text, only the beginning is
/// looked up.
pub const MOST_WORDS: usize = 12;
/// Greatest number of parsed words.
const MOST_READ: usize = 200;

/// Words of a query.
#[derive(Debug)]
pub struct Read {
    /// Words to look up.
    pub words: Vec<Word>,
    /// Number of words including stop words.
    pub spoken: usize,
    /// True if further words were left out.
    pub cut: bool,
}

impl Word {
    /// Returns true if it consists of digits.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Returns the words of a query without stop words, or all of them if there are no others. Separate
/// groups of digits are joined to one number if `is_phone` knows it (*669 1111*).
pub fn read(text: &str, is_phone: impl Fn(&str) -> bool) -> Read {
    let mut ranges = words(text);
    let mut all: Vec<Word> = ranges
        .by_ref()
        .take(MOST_READ)
        .map(|range| Word {
            text: asked_form(&text[range.clone()]),
            open: range.end == text.len(),
            range,
        })
        .filter(|word| !word.text.is_empty())
        .collect();
    let spoken = all.len();
    join_numbers(&mut all, is_phone);
    read_refusal(&mut all);
    if all.iter().any(|word| !is_stop_word(&word.text)) {
        all.retain(|word| !is_stop_word(&word.text));
    }
    let cut = all.len() > MOST_WORDS || ranges.next().is_some();
    all.truncate(MOST_WORDS);
    Read {
        words: all,
        spoken,
        cut,
    }
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

/// Parses *doesn't want police* as *no police*: the refusing words are stop words, and removing
/// them would leave only the police. They become one word, *no*.
fn read_refusal(words: &mut Vec<Word>) {
    let is = |index: usize, list: &[&str]| {
        let word = words.get(index);
        word.is_some_and(|word: &Word| list.contains(&&*word.text))
    };
    let refuses = |index: usize| {
        is(index, &REFUSING) && is(index + 1, &WANTING)
            || is(index, &WANTING) && is(index + 1, &["pas", "plus"])
    };
    // In *pas de police* and *pas la police* the article between is a stop word, too.
    let none_of = |index: usize| is(index, &["pas", "aucune", "aucun"]);
    let plainly = (0..words.len()).find(|index| {
        let follows = index + 1..index + 1 + MOST_SMALL;
        let police = follows.into_iter().find(|police| is(*police, &POLICE));
        none_of(*index)
            && police.is_some_and(|police| (index + 1..police).all(|between| is(between, &SMALL)))
    });
    if let Some(index) = plainly {
        "no".clone_into(&mut words[index].text);
        return;
    }
    let refusal = (0..words.len()).find(|index| {
        let follows = index + 2..index + 2 + MOST_BETWEEN;
        refuses(*index) && follows.into_iter().any(|police| is(police, &POLICE))
    });
    if let Some(index) = refusal {
        let end = words[index + 1].range.end;
        "no".clone_into(&mut words[index].text);
        words[index].range.end = end;
        words.remove(index + 1);
    }
}

const REFUSING: [&str; 7] = ["doesnt", "dont", "didnt", "not", "never", "wont", "wouldnt"];
const WANTING: [&str; 7] = [
    "want", "wants", "wanting", "veut", "veux", "veulent", "voulait",
];
const POLICE: [&str; 7] = ["police", "cops", "cop", "policiers", "flics", "rcmp", "grc"];
/// Words allowed between *pas* and the police.
const SMALL: [&str; 4] = ["de", "la", "les", "des"];
/// Distance from *pas* to the police, in words.
const MOST_SMALL: usize = 3;
/// Number of words allowed before the police (*want to call the police*).
const MOST_BETWEEN: usize = 5;

/// The minimum number of digits looked up in phone numbers.
pub const FEWEST_DIGITS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(query: &str) -> Vec<String> {
        let read = read(query, |digits| digits.starts_with('6'));
        read.words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn stop_words_are_dropped_unless_there_are_no_others() {
        assert_eq!(texts("where can I sleep tonight"), ["sleep", "tonight"]);
        assert_eq!(
            texts("centre d'aide aux victimes"),
            ["centre", "aide", "victimes"]
        );
        assert_eq!(texts("la"), ["la"]);
        assert_eq!(texts("  "), Vec::<String>::new());
    }

    #[test]
    fn refusing_the_police_reads_as_no_police() {
        for text in [
            "she doesnt want police involved",
            "she doesn't want the police involved",
            "does not want to have police involved",
        ] {
            assert_eq!(texts(text), ["no", "police", "involved"], "{text}");
        }
        assert_eq!(texts("elle ne veut pas la police"), ["no", "police"]);
        assert_eq!(texts("je veux pas de flics"), ["no", "flics"]);
        assert_eq!(
            texts("infirmière, pas de police"),
            ["infirmiere", "no", "police"]
        );
        assert_eq!(texts("pas la police"), ["no", "police"]);
        assert_eq!(texts("aucune police"), ["no", "police"]);
        assert_eq!(texts("pas loin de la police"), ["loin", "police"]);
        assert_eq!(texts("she wants police"), ["police"]);
        assert_eq!(texts("doesn't want shelter"), ["shelter"]);
        let words = read("she doesn't want police", |_| false).words;
        assert_eq!(words[0].range, 4..16);
    }

    #[test]
    fn only_the_last_word_is_open_and_only_without_a_space_after_it() {
        let open = |query: &str| {
            read(query, |_| false)
                .words
                .iter()
                .map(|word| word.open)
                .collect::<Vec<_>>()
        };
        assert_eq!(open("iris kir"), [false, true]);
        assert_eq!(open("iris kir "), [false, false]);
    }

    #[test]
    fn separate_digits_are_joined_if_the_number_exists() {
        assert_eq!(texts("call (669) 11-11 now"), ["call", "6691111", "now"]);
        assert_eq!(texts("24/7"), ["24", "7"]);
        assert_eq!(read("669 1111", |_| true).words[0].range, 0..8);
    }

    #[test]
    fn a_pasted_letter_is_read_by_its_beginning() {
        let cut = |text: &str| {
            let read = read(text, |_| false);
            (read.words.len(), read.cut)
        };
        assert_eq!(cut(&"word ".repeat(MOST_WORDS)), (MOST_WORDS, false));
        assert_eq!(cut(&"word ".repeat(MOST_WORDS + 1)), (MOST_WORDS, true));
        assert_eq!(cut(&"the ".repeat(20_000)), (MOST_WORDS, true));
        let told = format!("{}word", "i was ".repeat(60));
        assert_eq!(
            cut(&told),
            (1, false),
            "words without meaning are no length"
        );
        assert_eq!(texts(&told), ["word"]);
    }
}
