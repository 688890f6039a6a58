//! No line causes a panic, and every answer keeps the promises of plain mode.

use havre::i18n::{Language, Messages};
use havre::plain::words::WORDS;
use proptest::prelude::*;

use super::talk::{From, Talk};

/// Generates words of the table, numbers, and other text.
fn line() -> impl Strategy<Value = String> {
    let words: Vec<String> = Language::ALL
        .into_iter()
        .flat_map(|language| {
            WORDS
                .iter()
                .flat_map(move |word| word.spoken(Messages::of(language)))
        })
        .filter(|word| !["quit", "exit", "q", "quitter", "bye", "adieu"].contains(&word.as_str()))
        .collect();
    let word = prop::sample::select(words);
    prop_oneof![
        6 => word.clone(),
        4 => (word, 0_usize..30).prop_map(|(word, number)| format!("{word} {number}")),
        6 => (0_usize..30).prop_map(|number| number.to_string()),
        2 => Just(String::new()),
        2 => Just("find police".to_owned()),
        1 => any::<String>(),
        1 => "[ -~]{0,300}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_line_is_answered(lines in prop::collection::vec(line(), 1..25), french: bool, first_run: bool, width in 20_u16..90, window: bool) {
        let language = if french { Language::Fr } else { Language::En };
        let rows = window.then_some(24);
        let mut talk = Talk::start(From { language, first_run, width, rows, ..From::default() });
        for line in lines {
            if talk.plain.has_ended() {
                break;
            }
            // `types` checks each line of the answer.
            talk.types(&line);
            let prompt = talk.plain.prompt();
            prop_assert!(!prompt.contains(|letter: char| letter.is_control() && letter != '\n'));
        }
    }
}
