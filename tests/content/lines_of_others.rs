//! Contacts without a number of their own.

use havre::assets::Assets;
use havre::directory::{Phone, PhoneKind, Reason};

#[test]
fn contacts_reached_through_another_service_say_so() {
    /// Parts of a label by which another service answers and puts the caller through.
    const PUT_THROUGH: [&str; 6] = [
        "own number was not found",
        "to be put in touch",
        "to be connected",
        "puts callers through",
        "to be directed",
        "to be put through",
    ];
    let is_through = |phone: &Phone| {
        let label = phone.label.as_ref().map_or("", |label| &label.en);
        PUT_THROUGH.iter().any(|words| label.contains(words))
    };
    let contacts = Assets::embedded().contacts().unwrap();
    let mut seen = 0;
    for contact in &contacts {
        let voices = contact.phones.iter();
        let mut voices = voices
            .filter(|phone| phone.kind == PhoneKind::Voice)
            .peekable();
        if voices.peek().is_none() || !voices.all(is_through) {
            continue;
        }
        seen += 1;
        let says_so = contact
            .doubt
            .iter()
            .any(|one| one.reason == Reason::StandIn);
        assert!(says_so, "{}", contact.id);
    }
    assert!(seen > 40, "{seen}");
}
