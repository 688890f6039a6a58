use super::{MOST, length, plain, shortened};
use crate::assets::Assets;
use crate::directory::{Caller, Contact};
use crate::handout::{Discreet, Kind, Options, cards, page};
use crate::i18n::Language;

fn options(languages: &[Language], discreet: Option<&str>) -> Options {
    Options {
        kind: Kind::Sms,
        languages: languages.to_vec(),
        discreet: discreet.map(|words| Discreet {
            words: Some(words.to_owned()),
        }),
    }
}

/// Returns the text messages of these contacts.
fn sent(contacts: &[&Contact], options: &Options) -> Vec<String> {
    let text = page(contacts, options, Caller::UNKNOWN);
    let parts = text.trim_end().split("\n\n");
    parts.map(str::to_owned).collect()
}

/// Asserts that each number stands whole in a message that says whose it is.
fn assert_named(contacts: &[&Contact], options: &Options) {
    let parts = sent(contacts, options);
    assert!(parts.iter().all(|part| length(part) <= MOST), "{parts:?}");
    for side in cards(contacts, options, Caller::UNKNOWN).iter().flatten() {
        let named = if side.name.is_empty() {
            &side.step
        } else {
            &side.name
        };
        let named = plain(named);
        let short = shortened(&named);
        for said in &side.numbers {
            let number = plain(&said.number);
            let told = |part: &String| {
                let has = part.contains(&named) || part.contains(&short);
                has && part.contains(&number)
            };
            assert!(parts.iter().any(told), "{named}, {number}: {parts:#?}");
        }
    }
}

#[test]
fn every_number_is_in_a_message_with_its_name() {
    let contacts = Assets::embedded().contacts().unwrap();
    for languages in [&Language::ALL[..], &[Language::En], &[Language::Fr]] {
        for contact in &contacts {
            assert_named(&[contact], &options(languages, None));
        }
        for some in contacts.chunks(7) {
            let some: Vec<&Contact> = some.iter().collect();
            assert_named(&some, &options(languages, None));
            assert_named(&some, &options(languages, Some("Ann")));
        }
    }
}

#[test]
fn a_later_message_about_a_contact_begins_with_its_short_name() {
    let contacts = Assets::embedded().contacts().unwrap();
    let cles = contacts.iter().find(|one| one.id == "qc-cles").unwrap();
    let parts = sent(&[cles], &options(&[Language::Fr], None));
    assert_eq!(parts.len(), 2, "{parts:#?}");
    assert!(
        parts[0].contains("(CLES) : 1-833-900-1010 (Ligne"),
        "{parts:#?}"
    );
    assert!(parts[1].starts_with("2/2 CLES : "), "{parts:#?}");
    assert!(
        parts[1].ends_with("Répond : 24 h/24, 7 j/7"),
        "hours are not divided: {parts:#?}"
    );
}

#[test]
fn a_name_is_shortened_to_its_abbreviation_or_its_first_words() {
    for (name, short) in [
        ("Bryony House", "Bryony House"),
        (
            "Concertation des luttes contre l'exploitation sexuelle (CLES)",
            "CLES",
        ),
        (
            "RCMP - Human trafficking (National Human Trafficking Section)",
            "RCMP - Human trafficking",
        ),
        (
            "SPAL - Équipe intégrée en intervention et soutien aux personnes",
            "SPAL - Équipe intégrée en...",
        ),
        (
            "Assistance juridique gratuite pour les survivants (ordonnances)",
            "Assistance juridique gratuite pour...",
        ),
        (&"x".repeat(50), &format!("{}...", "x".repeat(37))),
    ] {
        assert_eq!(shortened(name), short);
        assert!(length(&shortened(name)) <= 40);
    }
}
