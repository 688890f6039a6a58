//! Numbers of another service, by which a contact is reached: short codes such as 811, and lines
//! that put callers through.

use crate::directory::{Contact, Phone, PhoneKind};
use crate::i18n::Text;

/// Number of digits of a short code.
const SHORT: usize = 3;

/// Returns true for a short code with a label: it answers for many services, and the label says how to
/// reach this one.
pub(super) fn is_shared(phone: &Phone) -> bool {
    phone.number.len() == SHORT && !phone.is_vital() && phone.label.is_some()
}

/// Returns true for a number whose label says more than what kind of line it is: how another service
/// puts the caller through, or whom to ask for. It belongs beside the number also where that is the
/// only one.
pub(super) fn is_explained(phone: &Phone) -> bool {
    /// Greatest number of words for a kind of line, such as *toll-free crisis line*.
    const KIND_OF_LINE: usize = 3;
    let words = |label: &Text| label.en.split_whitespace().count();
    is_shared(phone) || !phone.is_vital() && phone.label.as_ref().map_or(0, words) > KIND_OF_LINE
}

/// Returns the number of a contact's own to give in place of a short code without the words that
/// explain it; `None` without one.
pub(super) fn own_instead<'c>(
    main: &Phone,
    contact: &'c Contact,
    dead: &[String],
) -> Option<&'c Phone> {
    let is_own = |phone: &&Phone| {
        phone.kind == PhoneKind::Voice
            && phone.number.len() > SHORT
            && phone.is_dialled()
            && !phone.is_among(dead)
    };
    contact
        .phones
        .iter()
        .find(is_own)
        .filter(|_| is_shared(main))
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::directory::Caller;
    use crate::handout::{Discreet, Kind, Options, page};
    use crate::i18n::Language;

    #[test]
    fn a_line_that_puts_callers_through_says_so_on_every_page() {
        let contacts = Assets::embedded().contacts().unwrap();
        for (id, words) in [
            ("qc-cles", "ask to be put in touch"),
            ("on-vs-toronto", "ask for this local service"),
            (
                "bc-surrey-womens-centre-smart",
                "VictimLinkBC, to be connected",
            ),
        ] {
            let contact = contacts.iter().find(|one| one.id == id).unwrap();
            for kind in [Kind::Sms, Kind::Text, Kind::Html, Kind::Wallet] {
                let options = Options {
                    kind,
                    languages: vec![Language::En],
                    discreet: None,
                };
                let told = page(&[contact], &options, Caller::UNKNOWN);
                let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(told.contains(words), "{id}: {told}");
            }
        }
    }

    #[test]
    fn a_number_of_another_service_is_explained_or_gives_way_to_a_number_of_the_contacts_own() {
        let contacts = Assets::embedded().contacts().unwrap();
        let contact = |id: &str| contacts.iter().find(|one| one.id == id).unwrap();
        let calas = contact("qc-calas-outaouais");
        for (language, words) in [
            (Language::En, "option 2, after"),
            (Language::Fr, "option 2, après"),
        ] {
            let told = |discreet, kind| {
                let options = Options {
                    kind,
                    languages: vec![language],
                    discreet,
                };
                page(&[calas], &options, Caller::UNKNOWN)
            };
            for kind in [Kind::Text, Kind::Html, Kind::Wallet] {
                let open = told(None, kind);
                assert!(open.contains("811") && open.contains(words), "{open}");
                let discreet = told(Some(Discreet::default()), kind);
                assert!(discreet.contains("819-771-1773"), "{discreet}");
                assert!(!discreet.contains("option"), "it says nothing: {discreet}");
            }
        }
        let options = Options {
            kind: Kind::Text,
            languages: vec![Language::En],
            discreet: Some(Discreet::default()),
        };
        let finder = page(&[contact("on-211")], &options, Caller::UNKNOWN);
        assert!(
            finder.contains("211") && !finder.contains("330"),
            "its own code: {finder}"
        );
    }
}
