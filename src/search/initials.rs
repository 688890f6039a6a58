//! The initials under which people know a service: *OPP*, *CVAP*, *SPVM*.

use super::words::{asked_form, is_stop_word, words};

/// Initials of fewer words are any two letters, and of more are never said.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=7;

/// The initials of each run of capitalized words in a text, small words between them apart. An
/// abbreviation at the head of a run is left out: *BC Ministry of Attorney General* is *MAG*.
pub fn initials(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut run = String::new();
    let mut end = 0;
    for range in words(text) {
        let word = &text[range.clone()];
        let parted = text[end..range.start].contains(['(', ')', ',', ':', ';', '/', '–', '-', '.']);
        end = range.end;
        if parted {
            close(&mut run, &mut all);
        }
        let capital = has_capital(word);
        if run.is_empty() && (!capital || is_abbreviation(word)) {
            continue;
        }
        let folded = asked_form(word);
        if !is_stop_word(&folded) {
            // French capitalizes the first word alone: *Service de police de la Ville*.
            run.extend(folded.chars().next());
        }
    }
    close(&mut run, &mut all);
    all
}

fn close(run: &mut String, all: &mut Vec<String>) {
    let initials = std::mem::take(run);
    if LENGTHS.contains(&initials.chars().count()) {
        all.push(initials);
    }
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
    fn initials_are_those_that_people_say() {
        for (text, expected) in [
            ("Ontario Provincial Police", &["opp"][..]),
            ("Crime Victim Assistance Program (CVAP)", &["cvap"]),
            ("Service de police de la Ville de Montréal", &["spvm"]),
            ("BC Ministry of Children and Family Development", &["mcfd"]),
            ("Indigenous Services Canada (listed by)", &["isc"]),
            ("Stella, l’amie de Maimie", &[]),
            ("RCMP", &[]),
        ] {
            assert_eq!(initials(text), expected, "{text}");
        }
    }
}
