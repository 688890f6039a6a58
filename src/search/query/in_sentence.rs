//! Words of a sentence that would be filters elsewhere: "bc" for because, « il est nu », "two men
//! raped me". A wrong filter hides the help that the sentence asks for.

use std::ops::Range;

use super::synonyms::Meaning;
use crate::directory::{Audience, Region};
use crate::places::is_of_sentence;
use crate::search::text::words::{asked_form, words};

/// Greatest length of a region's abbreviation in bytes.
const ABBREVIATION: usize = 3;
/// Greatest number of words of a query that names a thing and a region.
const FEW: usize = 2;
/// Words before the region of help, folded.
const IN: [&str; 6] = ["in", "en", "au", "within", "across", "dans"];
/// Words before the person in need of help, folded.
const FOR: [&str; 6] = ["for", "pour", "as", "am", "im", "suis"];
/// Words before the person who acted, folded.
const BY: [&str; 2] = ["by", "par"];
/// Greatest number of words from such a word to the person: "by several old men".
const NEAR: usize = 3;
/// Words for men that mostly mean the offenders, folded.
const AGGRESSORS: [&str; 4] = ["gars", "guy", "guys", "mec"];
/// Articles, folded.
const ARTICLES: [&str; 3] = ["a", "an", "un"];

/// Words that deny a language, folded.
const DENY: [&str; 23] = [
    "no", "not", "dont", "don", "doesnt", "doesn", "cant", "cannot", "without", "neither",
    "little", "limited", "hardly", "barely", "isn", "pas", "pu", "ni", "nor", "sans", "aucun",
    "peu", "jamais",
];
/// Words between a denial and a language, folded.
const SPEAK: [&str; 37] = [
    "speak",
    "speaks",
    "speaking",
    "understand",
    "understands",
    "know",
    "knows",
    "read",
    "reads",
    "reading",
    "write",
    "writes",
    "fluent",
    "talk",
    "any",
    "much",
    "good",
    "very",
    "t",
    "le",
    "parle",
    "parler",
    "parlent",
    "lire",
    "lit",
    "lis",
    "ecrire",
    "ecrit",
    "jase",
    "pantoute",
    "comprend",
    "un",
    "mot",
    "d",
    "de",
    "bien",
    "l",
];
/// Words between denied languages, folded.
const JOIN: [&str; 2] = ["or", "ou"];

/// Returns true if the words of a phrase are meant as a filter of this meaning.
pub fn is_filter(text: &str, phrase: &Range<usize>, meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Region(region) => is_region(text, phrase, *region),
        Meaning::Language(_) => !is_denied(text, phrase),
        Meaning::Audience(Audience::Men) => is_client(text, phrase),
        _ => true,
    }
}

/// Returns true if a text denies a language: "no English", « parle pas anglais ni français ».
pub fn is_denied(text: &str, phrase: &Range<usize>) -> bool {
    let before: Vec<Range<usize>> = words(text)
        .take_while(|word| word.end <= phrase.start)
        .collect();
    let mut next = phrase.start;
    // True behind the word that joins two languages: the one before it may be denied, too.
    let mut is_joined = false;
    for word in before.into_iter().rev() {
        let folded = asked_form(&text[word.clone()]);
        let pauses = text[word.end..next].contains([',', '.', ';', ':']);
        next = word.start;
        if pauses && !is_joined {
            return false;
        }
        if DENY.contains(&&*folded) {
            return true;
        }
        let is_join = JOIN.contains(&&*folded);
        if !(is_join || is_joined || SPEAK.contains(&&*folded)) {
            return false;
        }
        is_joined = is_join;
    }
    false
}

/// Returns true if letters mean a region. Abbreviations that are words, too, such as « nu », count
/// in capitals, behind a preposition, or at the end of a few words.
fn is_region(text: &str, phrase: &Range<usize>, region: Region) -> bool {
    let typed = text.get(phrase.clone()).unwrap_or_default();
    let is_short = typed.len() <= ABBREVIATION && typed.chars().all(char::is_alphabetic);
    let is_capital = !typed.contains(char::is_lowercase) && text.contains(char::is_lowercase);
    let Some(place) = place_of(text, phrase).filter(|_| is_short && !is_capital) else {
        return true;
    };
    let all = folded(text);
    let ends = place + 1 == all.len();
    let is_word = matches!(
        region,
        Region::Ab | Region::Nt | Region::Nu | Region::On | Region::Pe
    );
    all.len() <= FEW
        || place
            .checked_sub(1)
            .is_some_and(|before| IN.contains(&&*all[before]))
        || (ends && !is_word)
        || (!is_sentence(&all) && (ends || !is_word))
}

/// Returns true if men are the clients: in a sentence they may also be the offenders.
fn is_client(text: &str, phrase: &Range<usize>) -> bool {
    let all = folded(text);
    let Some(place) = place_of(text, phrase) else {
        return true;
    };
    let before = &all[..place];
    let near = &before[place.saturating_sub(NEAR)..];
    if near.iter().any(|word| BY.contains(&&**word)) {
        return false;
    }
    if !is_sentence(&all) && !AGGRESSORS.contains(&&*all[place]) {
        return true;
    }
    let before = match before.split_last() {
        Some((last, rest)) if ARTICLES.contains(&&**last) => rest,
        _ => before,
    };
    before.last().is_some_and(|word| FOR.contains(&&**word))
}

fn is_sentence(all: &[String]) -> bool {
    all.iter().any(|word| is_of_sentence(word))
}

/// Returns the index of the word that begins a phrase.
fn place_of(text: &str, phrase: &Range<usize>) -> Option<usize> {
    words(text).position(|word| word.start == phrase.start)
}

fn folded(text: &str) -> Vec<String> {
    let all = words(text).map(|word| asked_form(&text[word]));
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_meant(text: &str, word: &str, meaning: &Meaning) -> bool {
        let start = text.find(word).unwrap();
        is_filter(text, &(start..start + word.len()), meaning)
    }

    #[test]
    fn abbreviations_of_regions_that_are_words_name_none() {
        for (text, word, region, meant) in [
            ("she is scared bc he hit me", "bc", Region::Bc, false),
            ("wants to die bc of him", "bc", Region::Bc, false),
            ("she wants to die bc of him", "bc", Region::Bc, false),
            ("il est nu", "nu", Region::Nu, false),
            ("corps nu, elle ne respire plus", "nu", Region::Nu, false),
            ("retrouvée nu inconsciente", "nu", Region::Nu, false),
            ("nb de coups : il la bat", "nb", Region::Nb, false),
            ("elle ns dit qu'il la bat", "ns", Region::Ns, false),
            ("he put her video on yt now", "yt", Region::Yt, false),
            ("shelter nu", "nu", Region::Nu, true),
            ("crise en nu", "nu", Region::Nu, true),
            ("she is in NU with him", "NU", Region::Nu, true),
            ("legal aid bc crime", "bc", Region::Bc, true),
            ("she needs a lawyer bc", "bc", Region::Bc, true),
            ("he is in bc with her", "bc", Region::Bc, true),
            ("he is in ontario with her", "ontario", Region::On, true),
        ] {
            let found = is_meant(text, word, &Meaning::Region(region));
            assert_eq!(found, meant, "{text}");
        }
    }

    #[test]
    fn denied_languages_are_no_filters() {
        for (text, word, denied) in [
            ("parle pas anglais ni francais, punjabi", "anglais", true),
            ("parle pas anglais ni francais, punjabi", "francais", true),
            ("parle pas anglais ni francais, punjabi", "punjabi", false),
            ("elle ne parle ni anglais ni français", "anglais", true),
            ("elle ne parle ni anglais ni français", "français", true),
            ("ne comprend pas le français, espagnol", "espagnol", false),
            ("pas un mot d'anglais, arabe", "anglais", true),
            ("doesn't speak English or French", "English", true),
            ("doesn't speak English or French", "French", true),
            ("she speaks no english only mandarin", "english", true),
            ("she speaks no english only mandarin", "mandarin", false),
            ("no English, Tagalog", "Tagalog", false),
            ("very little english, needs arabic", "english", true),
            ("counsellor who speaks cree", "cree", false),
            ("not safe, speaks spanish", "spanish", false),
            ("she is not ok and speaks french", "french", false),
            ("English or French", "French", false),
        ] {
            let start = text.find(word).unwrap();
            let found = is_denied(text, &(start..start + word.len()));
            assert_eq!(found, denied, "{text}: {word}");
        }
    }

    #[test]
    fn men_are_the_audience_as_clients_and_not_as_offenders() {
        let men = Meaning::Audience(Audience::Men);
        for (text, word, meant) in [
            ("two men raped me", "men", false),
            ("she was raped by a man", "man", false),
            ("deux hommes l'ont violée", "hommes", false),
            ("gang raped by several men", "men", false),
            ("an old man hits his wife", "man", false),
            ("I am a man and was raped", "man", true),
            ("je suis un homme violé", "homme", true),
            ("support for men who were abused", "men", true),
            ("counselling men", "men", true),
        ] {
            assert_eq!(is_meant(text, word, &men), meant, "{text}");
        }
    }
}
