//! Kinds of line named in words: a label, a heading, a type, a sentence beside a number.

use crate::directory::PhoneKind;
use crate::i18n::folding::words;

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

/// Greatest number of words of a label that names a line for deaf people or for texts, or a pager.
const LONGEST: usize = 4;

/// Returns the kind of line that words name, in either language; `None` if they name none, or a
/// line that is called as well as texted. A fax is one whatever else the words say, because a call
/// to it reaches nobody.
pub fn kind(text: &str) -> Option<PhoneKind> {
    let words = words(text);
    let has = |these: &[&str]| words.iter().any(|word| these.contains(&&**word));
    // A sentence may speak of another line, or of the text of a law.
    let is_told = words.len() > LONGEST || has(&CALLED) && !has(&ONLY);
    match () {
        () if has(&FAX) || words == ["f"] => Some(PhoneKind::Fax),
        () if has(&TTY) && !is_told => Some(PhoneKind::Tty),
        () if has(&TEXT) && !is_told => Some(PhoneKind::Text),
        () => None,
    }
}

/// Returns true if words name a pager, which cannot be talked to.
pub fn is_pager(text: &str) -> bool {
    let words = words(text);
    words.len() <= LONGEST && words.iter().any(|word| PAGER.contains(&&**word))
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
