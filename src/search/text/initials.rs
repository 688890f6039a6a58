//! Initials of services: *OPP*, *CVAP*, *SPVM*.

use super::stop_words::is_stop_word;
use super::words::{fold_asked, words};

/// Lengths of initials that are indexed: shorter ones are ambiguous, longer ones are not used.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=7;

/// Initials of a text, or of a part of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Initials {
    /// Letters, folded.
    pub letters: String,
    /// True if the initials cover the whole text except stop words.
    pub of_all: bool,
}

/// Returns the initials of each run of capitalized words, skipping stop words. An abbreviation at
/// the head of a run is left out: *BC Ministry of Attorney General* is *MAG*.
pub fn initials(text: &str) -> Vec<Initials> {
    let mut all = Vec::new();
    let mut run = String::new();
    let mut folded = String::new();
    let mut said = 0;
    let mut end = 0;
    for range in words(text) {
        let word = &text[range.clone()];
        let parted = text[end..range.start].contains(['(', ')', ',', ':', ';', '/', '–', '-', '.']);
        end = range.end;
        if parted {
            close(&mut run, &mut all);
        }
        fold_asked(word, &mut folded);
        if is_stop_word(&folded) {
            continue;
        }
        said += 1;
        // French capitalizes the first word alone: *Service de police de la Ville*.
        if !run.is_empty() || has_capital(word) && !is_abbreviation(word) {
            run.extend(folded.chars().next());
        }
    }
    close(&mut run, &mut all);
    for initials in &mut all {
        initials.of_all = initials.letters.chars().count() == said;
    }
    all
}

fn close(run: &mut String, all: &mut Vec<Initials>) {
    if LENGTHS.contains(&run.chars().count()) {
        all.push(Initials {
            letters: run.clone(),
            of_all: false,
        });
    }
    run.clear();
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_in_use() {
        for (text, expected) in [
            ("Ontario Provincial Police", &["opp"][..]),
            ("Crime Victim Assistance Program (CVAP)", &["cvap"]),
            ("Service de police de la Ville de Montréal", &["spvm"]),
            ("BC Ministry of Children and Family Development", &["mcfd"]),
            ("Indigenous Services Canada (listed by)", &["isc"]),
            ("Stella, l’amie de Maimie", &[]),
            ("RCMP", &[]),
        ] {
            let letters: Vec<String> = initials(text).into_iter().map(|i| i.letters).collect();
            assert_eq!(letters, expected, "{text}");
        }
    }
}
