use std::collections::HashMap;

use super::*;
use crate::app::keymap::table::BINDINGS;

#[test]
fn every_command_of_a_key_has_a_word_or_a_reason_for_none() {
    for binding in BINDINGS {
        let asks = Ask(binding.command);
        let spoken = WORDS.iter().any(|word| word.does == asks);
        let excused = WITHOUT_WORD
            .iter()
            .any(|(command, reason)| *command == binding.command && !reason.is_empty());
        assert!(spoken != excused, "{:?}", binding.command);
    }
}

#[test]
fn no_command_has_more_words_than_are_looked_at() {
    for word in WORDS.iter() {
        let spoken = Language::ALL.map(|language| word.spoken(Messages::of(language)));
        for spoken in spoken.concat() {
            let words = folded(&spoken).split(' ').count();
            assert!(words <= MOST_WORDS, "{spoken}");
        }
    }
    let [known, other] = [Language::En, Language::Fr];
    let line = format!("services aux  victimes {}", "et ".repeat(2_000));
    assert!(
        understand(&line, other).is_none(),
        "it takes nothing behind it"
    );
    let line = format!("find {}", "shelter ".repeat(2_000));
    assert!(understand(&line, known).is_some_and(|(word, _)| word.does == Find));
}

#[test]
fn no_word_means_two_things() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let mut seen: HashMap<String, &str> = HashMap::new();
        for word in WORDS.iter() {
            let mut own: Vec<String> = word.spoken(messages);
            own.iter_mut()
                .filter(|word| word.chars().count() > 1)
                .for_each(|word| *word = folded(word));
            own.sort();
            own.dedup();
            for text in own {
                let before = seen.insert(text.clone(), &word.words);
                assert_eq!(before, None, "{text} in {language:?}");
            }
        }
    }
}

#[test]
fn a_letter_alone_is_the_screens_key_for_the_same() {
    use crate::app::{Key, KeyCode};
    for language in Language::ALL {
        for word in WORDS.iter() {
            let Ask(command) = word.does else {
                continue;
            };
            for letter in word.spoken(Messages::of(language)) {
                let mut letters = letter.chars();
                let (Some(character), None) = (letters.next(), letters.next()) else {
                    continue;
                };
                let key = Key::plain(KeyCode::Character(character));
                let bound = BINDINGS
                    .iter()
                    .any(|row| row.command == command && row.keys.contains(&key));
                assert!(bound, "{letter} is no key for {command:?}");
            }
        }
    }
}

#[test]
fn words_of_both_languages_are_understood_own_language_first() {
    let does = |line, language| understand(line, language).map(|(word, rest)| (word.does, rest));
    for language in Language::ALL {
        assert_eq!(does("find halifax", language), Some((Find, "halifax")));
        assert_eq!(does("/halifax", language), Some((Find, "halifax")));
        assert_eq!(
            does("CHERCHER abri", language),
            Some((Find, "abri")),
            "whatever the case"
        );
        assert_eq!(does("région", language), Some((Ask(Command::Region), "")));
        assert_eq!(does("b 3", language), Some((Ask(Command::Bookmark), "3")));
        assert_eq!(does("b three", language), None, "a number or nothing");
        assert_eq!(does("N", language), None, "a letter alone is a key");
        assert_eq!(
            does("clear filters", language),
            Some((Ask(Command::ClearFilters), "")),
            "the longest word wins"
        );
    }
}
