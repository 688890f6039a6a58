//! First hits of texts about a man without a bed, and about one who hits and wants to stop: no house and no
//! line for women leads them.

use havre::directory::contact::Contact;
use havre::directory::{Audience, Category, Region};
use havre::i18n::Language;

use crate::everything::Everything;

/// Number of contacts that are looked at.
const FIRST: usize = 2;

fn first_contacts<'e>(everything: &'e Everything, text: &str, region: Region) -> Vec<&'e Contact> {
    let language = if region == Region::Qc {
        Language::Fr
    } else {
        Language::En
    };
    let hits = everything.search(text, region, language);
    let contacts = everything.contacts_of(&hits);
    contacts.take(FIRST).collect()
}

/// Asserts the first contact of each text in its region.
fn assert_first_contacts(expected: &[(Region, &str, &str)]) {
    let everything = Everything::new();
    for (region, text, id) in expected {
        let found = first_contacts(&everything, text, *region);
        assert_eq!(found[0].id, *id, "{text}");
    }
}

fn is_only_for_women(contact: &Contact) -> bool {
    let serves = |audience| contact.serves.contains(&audience);
    serves(Audience::Women) && !serves(Audience::Men) && !serves(Audience::All)
}

#[test]
fn a_man_without_a_bed_is_sent_to_no_house_for_women() {
    let everything = Everything::new();
    for region in Region::ALL.into_iter().filter(|one| *one != Region::Ca) {
        let texts = match region {
            Region::Qc => ["un homme sans abri cherche un lit", "il est dans la rue"],
            _ => [
                "he has nowhere to sleep tonight",
                "homeless man needs a bed",
            ],
        };
        for text in texts {
            let found = first_contacts(&everything, text, region);
            let first = found.first().unwrap();
            let finds_houses = first.categories.contains(&Category::DomesticViolence);
            assert!(!finds_houses, "{region:?} {text}: {}", first.id);
            for contact in found {
                assert!(
                    !is_only_for_women(contact),
                    "{region:?} {text}: {}",
                    contact.id
                );
            }
        }
    }
}

#[test]
fn a_woman_without_a_bed_still_has_the_line_for_women_first() {
    let everything = Everything::new();
    for text in [
        "she has nowhere to sleep tonight",
        "he kicked me out i have nowhere to sleep",
        "she needs a bed her brother is homeless too",
    ] {
        let found = everything.ids(text, Region::On);
        assert_eq!(found[0], "on-awhl", "{text}: {found:?}");
    }
}

#[test]
fn abusers_get_a_helpline_and_no_shelter() {
    assert_first_contacts(&[
        (
            Region::On,
            "i hit my wife last night i want to stop",
            "on-mens-counselling-link",
        ),
        (
            Region::On,
            "im abusive i need help before i hurt her",
            "on-mens-counselling-link",
        ),
        (
            Region::Qc,
            "jai frapper ma blonde jveux arreter",
            "qc-stop-violence-hommes",
        ),
        (
            Region::Qc,
            "un homme qui veut arrêter d'être violent",
            "qc-stop-violence-hommes",
        ),
        (Region::Ns, "i hit my girlfriend", "ns-gender-helplines"),
        (
            Region::On,
            "i keep hitting my wife i want to change",
            "on-mens-counselling-link",
        ),
        (
            Region::Ns,
            "men who are violent program",
            "ns-gender-helplines",
        ),
    ]);
    let everything = Everything::new();
    for region in [Region::Ab, Region::Mb, Region::Bc, Region::Nl] {
        for contact in first_contacts(&everything, "i hit my wife", region) {
            let is_house = contact.categories.contains(&Category::Shelter);
            assert!(!is_house, "{region:?}: {}", contact.id);
        }
    }
}

#[test]
fn the_helpline_for_abusers_is_in_the_first_rows_of_every_town() {
    let everything = Everything::new();
    for town in ["Montréal", "Québec", "Gatineau"] {
        for text in [
            "je frappe ma femme jai besoin d'aide",
            "mon chum veut arreter de fesser",
        ] {
            let hits = everything.search_in(text, town, Region::Qc, Language::Fr);
            let contacts = everything.contacts_of(&hits);
            let found: Vec<&str> = contacts
                .take(2 * FIRST)
                .map(|one| one.id.as_str())
                .collect();
            assert!(
                found.contains(&"qc-stop-violence-hommes"),
                "{town} {text}: {found:?}"
            );
        }
    }
}

#[test]
fn a_man_hurt_by_his_partner_gets_the_violence_line() {
    assert_first_contacts(&[
        (
            Region::Qc,
            "gars battu par sa blonde",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "chu un homme pis ma blonde me frappe",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "homme violenté par sa blonde ya tu de laide",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::Qc,
            "mon mari me bat chu un homme gai",
            "qc-sos-violence-conjugale",
        ),
        (
            Region::On,
            "my wife beats me im a guy where can i sleep",
            "on-cornerstone-durham",
        ),
    ]);
}

#[test]
fn victims_of_a_partner_seeking_to_stop_get_the_violence_line_first() {
    assert_first_contacts(&[
        (
            Region::On,
            "my husband hits me he wants help to stop",
            "on-awhl",
        ),
        (
            Region::Qc,
            "mon chum me frappe il veut arrêter",
            "qc-sos-violence-conjugale",
        ),
    ]);
}
