//! Kinds of line named in words: a label, a heading, a type, a sentence beside a number.

use crate::directory::PhoneKind;
use crate::i18n::folding::{fold_parted, split_words};

/// Words for a fax, folded. "Halifax" is none.
const FAX: [&str; 22] = [
    "fax",
    "faxes",
    "faxno",
    "faxnumber",
    "faxnummer",
    "efax",
    "telefax",
    "workfax",
    "homefax",
    "otherfax",
    "businessfax",
    "facsimile",
    "facsimiles",
    "telec",
    "telecop",
    "telecopie",
    "telecopies",
    "telecopieur",
    "telecopieurs",
    "telecopier",
    "telex",
    "tlx",
];
/// Words for a line for deaf people who type.
const TTY: [&str; 10] = [
    "tty",
    "ttys",
    "tdd",
    "ttytdd",
    "ats",
    "atme",
    "textphone",
    "teletypewriter",
    "telescripteur",
    "teleimprimeur",
];
/// Words for a line for text messages.
const TEXT: [&str; 9] = [
    "text", "texts", "texting", "texte", "textes", "texto", "textos", "textez", "sms",
];
/// Words for a line that is called, too.
const CALLED: [&str; 12] = [
    "call", "calls", "calling", "voice", "talk", "appel", "appels", "appeler", "appelez", "voix",
    "vocal", "vocale",
];
/// Words that exclude calls.
const ONLY: [&str; 7] = [
    "only",
    "no",
    "not",
    "seulement",
    "uniquement",
    "pas",
    "sans",
];
/// Words that deny the line named after them.
const DENIALS: [&str; 10] = [
    "no", "not", "never", "without", "cannot", "non", "ne", "pas", "sans", "jamais",
];
/// Words for a pager.
const PAGER: [&str; 12] = [
    "pager",
    "pagers",
    "pagette",
    "pagettes",
    "paget",
    "beeper",
    "bip",
    "teleavertisseur",
    "teleavertisseurs",
    "teleavert",
    "radiomessagerie",
    "radiomessageur",
];

/// Greatest number of words of a label that names the kind of a line; longer ones may speak of another line.
const LONGEST: usize = 4;
/// Ends of the clauses of a label.
const CLAUSE_ENDS: [char; 15] = [
    ',', ';', ':', '.', '!', '?', '(', ')', '[', ']', '|', '\n', '–', '—', '·',
];

/// Returns the kind of line that words name, in either language; `None` if they name none, or a
/// line that is called as well as texted. A fax is one that is called, too, because a call to it may reach
/// nobody; but not if a sentence mentions or denies it.
pub fn kind(text: &str) -> Option<PhoneKind> {
    let folded = fold_parted(text);
    let words: Vec<&str> = split_words(&folded).collect();
    let has = |these: &[&str]| has(&words, these);
    let is_told = words.len() > LONGEST || is_called_by(&words);
    match () {
        () if words == ["f"] || has(&FAX) && clauses(text).any(is_fax) => Some(PhoneKind::Fax),
        () if has(&TTY) && !is_told => Some(PhoneKind::Tty),
        () if has(&TEXT) && !is_told => Some(PhoneKind::Text),
        () => None,
    }
}

/// Returns true if words name a line that is called.
pub fn is_called(text: &str) -> bool {
    let folded = fold_parted(text);
    let words: Vec<&str> = split_words(&folded).collect();
    is_called_by(&words)
}

fn is_called_by(words: &[&str]) -> bool {
    has(words, &CALLED) && !has(words, &ONLY)
}

fn has(words: &[&str], these: &[&str]) -> bool {
    words.iter().any(|word| these.contains(word))
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let clauses = text.split(CLAUSE_ENDS);
    clauses.flat_map(|clause| clause.split(" - "))
}

/// Returns true if a clause names a fax: with its first word, or with few words.
fn is_fax(clause: &str) -> bool {
    let folded = fold_parted(clause);
    let words: Vec<&str> = split_words(&folded).collect();
    let Some(index) = words.iter().position(|word| FAX.contains(word)) else {
        return false;
    };
    let is_word = |word: &&&str| !word.starts_with(|c: char| c.is_ascii_digit());
    let is_short = words.iter().filter(is_word).count() <= LONGEST;
    (index == 0 || is_short) && !is_denied(&words, index)
}

/// Returns true if a word before this one denies its line: "no fax", "pas de fax", but not "no calls, fax".
fn is_denied(words: &[&str], index: usize) -> bool {
    let denies = |at: &usize| {
        let word = words[*at];
        // The rest of "don't".
        let is_rest = word == "t" && *at > 0 && words[*at - 1].ends_with('n');
        is_rest || DENIALS.contains(&word)
    };
    let Some(denial) = (0..index).rev().find(denies) else {
        return false;
    };
    let next = words[denial + 1];
    // "No de télécopieur" is the number of one.
    let is_number =
        words[denial] == "no" && (matches!(next, "de" | "du") || next.starts_with("telec"));
    let between = &words[denial + 1..index];
    let other = [&CALLED[..], &TTY, &TEXT];
    !is_number && !other.iter().any(|these| has(between, these))
}

/// Returns true if words name a pager, which cannot be talked to.
pub fn is_pager(text: &str) -> bool {
    let folded = fold_parted(text);
    let words: Vec<&str> = split_words(&folded).collect();
    words.len() <= LONGEST && words.iter().any(|word| PAGER.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_named_in_both_languages_by_whole_words() {
        for (kind_, labels) in [
            (
                Some(PhoneKind::Fax),
                &[
                    "Fax",
                    "WorkFAX",
                    "Fax bureau",
                    "Télécopieur",
                    "te\u{301}le\u{301}copieur",
                    "Téléc. :",
                    "télécopie (domicile)",
                    "facsimileTelephoneNumber",
                    "fax_number",
                    "Fax2",
                    "F:",
                    "Tel/Fax",
                    "Voice, fax",
                ][..],
            ),
            (
                Some(PhoneKind::Tty),
                &["ATS", "(TTY)", "TTY/TDD Phone", "textphone", "tty phone"],
            ),
            (
                Some(PhoneKind::Text),
                &[
                    "text",
                    "Texts only, no calls",
                    "textos",
                    "SMS",
                    "text phone",
                ],
            ),
            (
                None,
                &[
                    "",
                    "Halifax",
                    "Fairfax desk",
                    "WhatsApp",
                    "context",
                    "call or text",
                    "older toll-free line of the training text",
                    "Voice/TTY",
                    "night desk",
                    "pager",
                    "what’s on",
                ],
            ),
        ] {
            for label in labels {
                assert_eq!(kind(label), kind_, "{label}");
            }
        }
    }

    #[test]
    fn a_fax_is_none_that_a_sentence_mentions_or_denies() {
        for label in [
            "no fax",
            "crisis line, do not fax",
            "not a fax",
            "Please don’t fax",
            "never fax",
            "pas de fax",
            "sans télécopieur",
            "ne pas envoyer de télécopie",
            "ask for Kim and she will give you the fax number",
            "Call before sending a fax",
        ] {
            assert_eq!(kind(label), None, "{label}");
        }
        for label in [
            "no calls, fax",
            "fax only, no calls",
            "do not call: fax",
            "No de télécopieur",
            "No. de fax",
            "N° de fax",
            "No télécopieur",
            "Fax of the office in the old mill by the river",
            "Office of the north of the province, fax",
            "Intake fax (Quill Community Health Centre of the North)",
            "Pas d’appels, télécopieur seulement",
        ] {
            assert_eq!(kind(label), Some(PhoneKind::Fax), "{label}");
        }
    }

    #[test]
    fn a_pager_is_named_in_both_languages() {
        for label in ["Pager", "téléavertisseur", "Récepteur de radiomessagerie"] {
            assert!(is_pager(label), "{label}");
        }
        assert!(
            !is_pager("Home page")
                && !is_pager("switchboard, ask for the nurse by pager")
                && !is_pager("paging desk")
        );
    }
}
