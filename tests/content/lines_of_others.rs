//! Contacts without a number of their own.

use havre::assets::Assets;
use havre::directory::{Phone, PhoneKind, Reason};
use havre::i18n::Language;

#[test]
fn contacts_reached_through_another_service_say_so() {
    /// Parts of a label by which another service answers and puts the caller through.
    const PUT_THROUGH: [&str; 12] = [
        "ask for a referral",
        "can connect",
        "connects to",
        "domestic abuse line",
        "not SeaStar itself",
        "to be directed",
        "to get the number",
        "own number was not found",
        "to be put in touch",
        "to be connected",
        "puts callers through",
        "to be put through",
    ];
    let is_through = |phone: &Phone| {
        let label = phone.label.as_ref().map_or("", |label| &label.en);
        PUT_THROUGH.iter().any(|words| label.contains(words))
    };
    let contacts = Assets::embedded().contacts().unwrap();
    let mut seen = 0;
    for contact in &contacts {
        let mut voices = contact.phones.iter();
        let first = voices.find(|phone| phone.kind == PhoneKind::Voice);
        let Some(first) = first.filter(|phone| is_through(phone)) else {
            continue;
        };
        seen += 1;
        let says_so = contact
            .doubt
            .iter()
            .any(|one| one.reason == Reason::StandIn);
        assert!(says_so, "{}", contact.id);
        for language in Language::ALL {
            let via = contact.via(first, language).unwrap();
            let is_name = !["to ", "pour "].iter().any(|word| via.starts_with(word));
            assert!(is_name, "{}: {via}", contact.id);
        }
    }
    assert!(seen > 40, "{seen}");
}
