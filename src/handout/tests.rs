use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::shared::own_instead;
use super::{Discreet, Kind, Options, sms};
use crate::assets::Assets;
use crate::directory::doubt::{Doubt, Reason};
use crate::directory::reach::{lines_at_all_hours, main};
use crate::directory::{Caller, Contact, Name, Phone};
use crate::i18n::{Language, Messages};

const TODAY: Date = date(2026, 11, 26);

/// Returns the page for a worker who found no number out of service.
fn page(contacts: &[&Contact], options: &Options) -> String {
    super::page(contacts, options, Caller::UNKNOWN)
}

fn contacts() -> Vec<Contact> {
    Assets::embedded().contacts().unwrap()
}

fn options(kind: Kind, languages: &[Language]) -> Options {
    Options {
        kind,
        languages: languages.to_vec(),
        discreet: None,
    }
}

#[test]
fn no_message_is_too_long_and_no_number_is_broken() {
    let contacts = contacts();
    for language in Language::ALL {
        for contact in &contacts {
            let text = page(&[contact], &options(Kind::Sms, &[language]));
            let parts: Vec<&str> = text.trim_end().split("\n\n").collect();
            assert!(
                parts.iter().all(|part| sms::length(part) <= sms::MOST),
                "{text}"
            );
            let main = main(contact, Caller::UNKNOWN).filter(|phone| phone.is_dialled());
            let whole =
                main.is_none_or(|phone| parts.iter().any(|part| part.contains(&phone.number)));
            assert!(whole, "{}: {text}", contact.id);
            let odd = text
                .chars()
                .find(|one| !one.is_ascii() && !"èéùìòÇØøÅåÄÖÑÜ§¿äöñüàÆæßÉ".contains(*one));
            assert_eq!(odd, None, "{text}");
        }
    }
}

#[test]
fn a_long_list_has_room_for_counters_of_three_digits() {
    let contacts = contacts();
    let all: Vec<&Contact> = contacts.iter().take(300).collect();
    let text = page(&all, &options(Kind::Sms, &[Language::En]));
    let parts: Vec<&str> = text.trim_end().split("\n\n").collect();
    assert!(parts.len() > 99, "{}", parts.len());
    for part in parts {
        assert!(sms::length(part) <= sms::MOST, "{part}");
    }
}

#[test]
fn french_page_explains_an_english_name() {
    let contacts = contacts();
    let house = contacts
        .iter()
        .find(|contact| contact.id == "ns-bryony-house");
    let gloss = "maison de transition pour femmes, Halifax";
    for (kind, language, has) in [
        (Kind::Text, Language::Fr, true),
        (Kind::Html, Language::Fr, true),
        (Kind::Sms, Language::Fr, false),
        (Kind::Wallet, Language::Fr, false),
        (Kind::Text, Language::En, false),
    ] {
        let page = page(&[house.unwrap()], &options(kind, &[language]));
        assert!(page.contains("Bryony House"), "{page}");
        assert_eq!(page.contains(gloss), has, "{kind:?}: {page}");
    }
    let discreet = Options {
        discreet: Some(Discreet { words: None }),
        ..options(Kind::Text, &[Language::Fr])
    };
    let page = page(&[house.unwrap()], &discreet);
    assert!(!page.contains("maison"), "{page}");
}

#[test]
fn a_page_has_the_next_step_first_then_the_number_and_room_for_a_name() {
    let contacts = contacts();
    let line = contacts
        .iter()
        .find(|contact| contact.id == "ca-988")
        .unwrap();
    for (language, step, name) in [
        (Language::En, "Next step", "Name:"),
        (Language::Fr, "Prochaine étape", "Nom\u{a0}:"),
    ] {
        for kind in [Kind::Text, Kind::Html, Kind::Wallet] {
            let text = page(&[line], &options(kind, &[language]));
            let place = |words: &str| {
                text.find(words)
                    .unwrap_or_else(|| panic!("{words}: {text}"))
            };
            let number = if kind == Kind::Text {
                "    988"
            } else {
                ">988<"
            };
            assert!(
                place(step) < place(number) && place(number) < place(name),
                "{text}"
            );
        }
    }
}

#[test]
fn a_discreet_page_has_only_the_chosen_words_and_the_number() {
    let contacts = contacts();
    let telling = [
        "traffick",
        "traite",
        "violen",
        "victim",
        "abuse",
        "agression",
        "assault",
        "police",
        "shelter",
    ];
    let is_dialled =
        |contact: &&Contact| main(contact, Caller::UNKNOWN).is_some_and(Phone::is_dialled);
    for contact in contacts.iter().filter(is_dialled) {
        for kind in [Kind::Text, Kind::Sms, Kind::Html, Kind::Wallet] {
            let options = Options {
                discreet: Some(Discreet {
                    words: Some("Dentist".to_owned()),
                }),
                ..options(kind, &Language::ALL)
            };
            let text = page(&[contact], &options);
            let main = main(contact, Caller::UNKNOWN).unwrap();
            let given = own_instead(main, contact, &[]).unwrap_or(main);
            let is_whole = text.contains("Dentist") && text.contains(&given.number);
            assert!(is_whole, "{text}");
            let small = text.to_lowercase();
            // The name of some services is their number.
            let names = Language::ALL
                .map(|language| [contact.name(language), contact.organization(language)]);
            let mut names = names.into_iter().flatten().filter(|name| name.len() > 3);
            assert!(names.all(|name| !text.contains(name)), "{text}");
            assert!(telling.iter().all(|word| !small.contains(word)), "{text}");
        }
    }
}

#[test]
fn a_printed_page_is_one_file_without_external_resources() {
    let mut all = contacts();
    all[0].name = Name::shared("<script>alert(1)</script>");
    let some: Vec<&Contact> = all.iter().take(14).collect();
    let text = page(&some, &options(Kind::Html, &Language::ALL));
    assert!(
        !text.contains("<script") && !text.contains("src=") && !text.contains("href="),
        "{text}"
    );
    assert_eq!(text.matches("<section").count(), 3, "six contacts a page");
    assert_eq!(
        text.matches("lang=\"fr\"").count(),
        14,
        "both languages side by side"
    );
    let wallet = page(&some, &options(Kind::Wallet, &[Language::En]));
    assert_eq!(
        wallet.matches("class=\"half\"").count(),
        28,
        "two halves at a fold"
    );
}

#[test]
fn no_address_is_on_a_page() {
    let mut contact = contacts().remove(0);
    contact.address = Some("12 Old Mill Road".to_owned());
    for kind in [Kind::Text, Kind::Sms, Kind::Html, Kind::Wallet] {
        assert!(!page(&[&contact], &options(kind, &Language::ALL)).contains("Old Mill"));
    }
}

#[test]
fn a_contact_that_does_not_fit_begins_a_new_message() {
    let contacts = contacts();
    let some: Vec<&Contact> = ["ca-988", "ns-bryony-house"]
        .iter()
        .filter_map(|id| contacts.iter().find(|contact| contact.id == *id))
        .collect();
    let text = page(&some, &options(Kind::Sms, &[Language::Fr]));
    let parts: Vec<&str> = text.trim_end().split("\n\n").collect();
    assert_eq!(parts.len(), 2, "{text}");
    assert!(parts[1].starts_with("2/2 Prochaine"), "{text}");
}

#[test]
fn discreet_words_appear_once_and_usual_ones_in_each_language() {
    let contacts = contacts();
    let contact = contacts.iter().find(|contact| contact.id == "ca-988");
    let some: Vec<&Contact> = contact.into_iter().collect();
    let said = |words: Option<&str>| {
        let words = words.map(str::to_owned);
        let options = Options {
            discreet: Some(Discreet { words }),
            ..options(Kind::Sms, &Language::ALL)
        };
        page(&some, &options)
    };
    assert_eq!(said(Some("Dentist")), "Dentist 988\n");
    assert_eq!(said(None), "Call 988\nAppeler 988\n");
}

#[test]
fn a_discreet_page_tells_several_numbers_apart() {
    let contacts = contacts();
    let some: Vec<&Contact> = ["ca-988", "ca-kids-help-phone"]
        .iter()
        .filter_map(|id| contacts.iter().find(|contact| contact.id == *id))
        .collect();
    let said = |words: Option<&str>, languages: &[Language]| {
        let words = words.map(str::to_owned);
        let options = Options {
            discreet: Some(Discreet { words }),
            ..options(Kind::Sms, languages)
        };
        page(&some, &options)
    };
    let english = &[Language::En];
    let children = &main(some[1], Caller::UNKNOWN).unwrap().dialled();
    assert_eq!(
        said(None, english),
        format!("1. To talk 988\n2. Family {children}\n")
    );
    assert_eq!(
        said(None, &[Language::Fr]),
        format!("1. Pour parler 988\n2. Famille {children}\n")
    );
    let told = said(Some("Ann / clinic"), &Language::ALL);
    assert_eq!(told, format!("Ann 988\nclinic {children}\n"));
    let too_few = said(Some("Ann"), english);
    assert_eq!(too_few, format!("1. Ann 988\n2. Ann {children}\n"));
}

#[test]
fn of_several_numbers_each_says_when_it_answers() {
    let contacts = contacts();
    let societies = contacts.iter().find(|one| one.id == "on-ccas-hamilton");
    let text = page(&[societies.unwrap()], &options(Kind::Text, &[Language::En]));
    assert!(text.contains("905-522-8053 (after hours)"), "{text}");
    assert!(text.contains("24/7"), "one has no hours of its own: {text}");
    let several = |contact: &&Contact| lines_at_all_hours(contact, Caller::UNKNOWN).len() > 1;
    let mut count = 0;
    for contact in contacts.iter().filter(several) {
        let discreet = Options {
            discreet: Some(Discreet { words: None }),
            ..options(Kind::Text, &[Language::En])
        };
        let text = page(&[contact], &discreet);
        for phone in lines_at_all_hours(contact, Caller::UNKNOWN) {
            assert!(text.contains(&phone.number), "{text}");
            let told = super::said::when(phone, Language::En);
            assert!(told.is_none_or(|when| !text.contains(when)), "{text}");
        }
        count += 1;
    }
    assert!(count > 0, "some contacts have two numbers");
}

#[test]
fn the_usual_words_of_a_discreet_page_tell_no_violence() {
    let contacts = contacts();
    let some: Vec<&Contact> = contacts.iter().collect();
    for language in Language::ALL {
        let discreet = Some(Discreet::default());
        let options = Options {
            discreet,
            ..options(Kind::Text, &[language])
        };
        let text = page(&some, &options).to_lowercase();
        for word in [
            "traffic", "traite", "violen", "victim", "abuse", "agress", "assault", "police",
        ] {
            assert!(!text.contains(word), "{word}");
        }
        let has = |word: &str| text.contains(&format!(". {}", word.to_lowercase()));
        let words = match language {
            Language::En => ["Housing", "Health", "To talk", "Papers and forms"],
            Language::Fr => ["Logement", "Santé", "Pour parler", "Papiers et formulaires"],
        };
        assert!(words.into_iter().all(has), "each line tells what it is for");
    }
}

#[test]
fn a_french_message_has_a_space_before_its_colon() {
    let contacts = contacts();
    let contact = contacts
        .iter()
        .find(|contact| contact.id == "ca-kids-help-phone");
    let some: Vec<&Contact> = contact.into_iter().collect();
    let text = page(&some, &options(Kind::Sms, &[Language::Fr]));
    let name = some[0].name(Language::Fr).replace('’', "'");
    assert!(text.contains(&format!("{name} : 1")), "{text}");
}

proptest! {
    #[test]
    fn any_words_fit_into_messages(words in "\\PC{0,400}") {
        let contacts = contacts();
        let contact = contacts.iter().find(|contact| contact.id == "ca-988").unwrap();
        let discreet = Some(Discreet { words: Some(words) });
        let options = Options { discreet, ..options(Kind::Sms, &[Language::En]) };
        let text = page(&[contact], &options);
        prop_assert!(text.trim_end_matches('\n').split("\n\n").all(|part| sms::length(part) <= sms::MOST));
        prop_assert!(text.contains("988"));
    }
}

#[test]
fn a_line_break_inside_a_name_makes_no_line_like_a_number() {
    let mut contact = contacts().swap_remove(0);
    contact.name = Name::shared("Friend\n\n    902-555-0999\u{202e}");
    contact.website = Name::shared("https://example.org/\n    902-555-0999");
    for kind in Kind::ALL {
        let text = page(&[&contact], &options(kind, &Language::ALL));
        let mut lines = text.lines();
        assert!(
            !lines.any(|line| line.trim() == "902-555-0999"),
            "{kind:?}: {text}"
        );
        assert!(!text.contains('\u{202e}'), "{kind:?}");
    }
}

#[test]
fn a_line_of_another_service_does_not_replace_a_dead_number_on_a_page() {
    let phone = |number: &str, label: &str| {
        let label = (!label.is_empty()).then(|| serde_json::json!({"en": label, "fr": label}));
        let phone = serde_json::json!({"number": number, "kind": "voice", "label": label});
        serde_json::from_value::<Phone>(phone).unwrap()
    };
    let dead = ["902-555-0100".to_owned()];
    let caller = Caller {
        dead: &dead,
        ..Caller::UNKNOWN
    };
    let mut contact = contacts().swap_remove(0);
    (contact.always_open, contact.hours) = (false, None);
    contact.phones = vec![
        phone("902-555-0100", ""),
        phone("911", "to be connected"),
        phone("902-555-0102", ""),
    ];
    let text =
        |contact: &Contact, kind| super::page(&[contact], &options(kind, &[Language::En]), caller);
    let warned = |contact: &Contact| {
        super::warnings(&[contact], caller, TODAY, Messages::of(Language::En)).len()
    };
    for kind in Kind::ALL {
        let text = text(&contact, kind);
        assert!(text.contains("902-555-0102"), "{text}");
        assert!(!text.contains("902-555-0100"), "{text}");
        assert!(!text.contains("911"), "{text}");
    }
    assert_eq!(warned(&contact), 0);
    contact.phones.pop();
    for kind in Kind::ALL {
        let text = text(&contact, kind);
        assert!(text.contains("902-555-0100"), "the only one: {text}");
        assert!(!text.contains("911"), "{text}");
    }
    assert_eq!(warned(&contact), 1);
}

#[test]
fn doubtful_number_to_hand_over_has_a_warning() {
    let mut contact = contacts().swap_remove(0);
    contact.doubt.clear();
    contact.checked = "2026-11-01".to_owned();
    let warned = |contact: &Contact, today: Date| {
        super::warnings(
            &[contact],
            Caller::UNKNOWN,
            today,
            Messages::of(Language::En),
        )
        .join(" ")
    };
    assert_eq!(warned(&contact, TODAY), "");
    let in_two_years = TODAY.saturating_add(jiff::Span::new().years(2));
    assert!(warned(&contact, in_two_years).contains("confirm this number"));
    contact.doubt = vec![Doubt {
        reason: Reason::SingleSource,
        year: None,
    }];
    assert!(warned(&contact, TODAY).contains("confirm this number"));
    contact.phones[0].number = "911".to_owned();
    assert_eq!(warned(&contact, TODAY), "", "nobody confirms 911");
}

#[test]
fn a_number_for_text_messages_has_its_own_hours_beside_it() {
    let contacts = contacts();
    let id = "qc-sos-violence-conjugale";
    let contact = contacts.iter().find(|one| one.id == id).unwrap();
    for kind in [Kind::Sms, Kind::Text, Kind::Html, Kind::Wallet] {
        let told = page(&[contact], &options(kind, &[Language::Fr]));
        let told = told.replace(['\u{a0}', '\u{202f}'], " ");
        let told = told.replace('–', "-");
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("14 h 30-22 h"), "{kind:?}: {told}");
    }
}
