//! Contacts that a text names by a number or by words of their own.

use havre::directory::Region;
use havre::i18n::{Language, Messages};

use crate::everything::{Everything, first_in_danger};

fn first(everything: &Everything, text: &str, region: Region) -> String {
    let found = everything.ids(text, region);
    found.first().cloned().unwrap_or_default()
}

#[test]
fn a_name_or_a_whole_number_leads_beside_any_words() {
    let everything = Everything::new();
    for (text, region, id) in [
        (
            "ziva? zebra centre edmonton phone",
            Region::Ab,
            "ab-zebra-centre",
        ),
        (
            "willow place crisis # or whatever the old osborne house is now",
            Region::Mb,
            "mb-willow-place",
        ),
        (
            "who answers at 1 888 709 7090",
            Region::Nl,
            "nl-provincial-dv-line",
        ),
        ("interligne c'tu encore le 888", Region::Qc, "qc-interligne"),
        ("numero 811", Region::Qc, "qc-info-social-811"),
        ("numero du 211 a saskatoon", Region::Sk, "sk-211"),
        (
            "MMIWG support line for her auntie",
            Region::Mb,
            "ca-mmiwg-crisis-line",
        ),
        (
            "icbc or who for drunk driver victims, MADD number",
            Region::Bc,
            "ca-madd",
        ),
        (
            "c'est quoi l'num de sos violence conj",
            Region::Qc,
            "qc-sos-violence-conjugale",
        ),
        ("ivac c'est quel numero deja", Region::Qc, "qc-ivac"),
        (
            "kids helpphone txt number",
            Region::On,
            "ca-kids-help-phone",
        ),
        (
            "covenent hse toronto",
            Region::On,
            "on-covenant-house-toronto",
        ),
    ] {
        assert_eq!(first(&everything, text, region), id, "{text}");
    }
}

#[test]
fn a_short_text_that_asks_for_911_gets_the_number_that_works() {
    let everything = Everything::new();
    for region in Region::ALL {
        for text in [
            "dial 911",
            "911 number",
            "appeler le 911",
            "call 911",
            "911",
        ] {
            let id = first(&everything, text, region);
            assert_eq!(id, first_in_danger(region), "{text} in {region:?}");
        }
    }
}

#[test]
fn words_that_the_named_contact_lacks_are_said() {
    let everything = Everything::new();
    let text = "willow place crisis # or whatever the old osborne house is now";
    let hits = everything.search(text, Region::Mb, Language::En);
    let unused: Vec<&str> = hits
        .words_not_found()
        .into_iter()
        .map(|word| &text[word])
        .collect();
    assert!(
        unused.contains(&"osborne") && !unused.contains(&"willow"),
        "{unused:?}"
    );
    let said = hits.say_words_not_found(text, Messages::of(Language::En));
    assert!(said.unwrap().contains("osborne"));
}

#[test]
fn words_of_names_in_a_sentence_do_not_lead_to_the_named_service() {
    let everything = Everything::new();
    for (text, region, id) in [
        (
            "thesis chapter about honour killings in literature",
            Region::On,
            "on-youturn",
        ),
        (
            "mon client a range son appart, laisse les cles sur le comptoir",
            Region::Qc,
            "qc-cles",
        ),
        (
            "the kids drew a zebra and a lion on the wall today",
            Region::Ab,
            "ab-zebra-centre",
        ),
        (
            "he choked her with the willow branch",
            Region::Mb,
            "mb-willow-place",
        ),
        (
            "how do i fill in the stats form for calls to 911",
            Region::Yt,
            "ca-911",
        ),
        ("appeler 811", Region::On, "qc-info-social-811"),
    ] {
        assert_ne!(first(&everything, text, region), id, "{text}");
    }
}

#[test]
fn a_line_named_after_a_rare_theme_is_in_the_first_three() {
    let everything = Everything::new();
    let text = "residential school survivor having nightmares since the search at the school site";
    let found = everything.ids(text, Region::Sk);
    let line = "ca-indian-residential-school-crisis-line";
    assert!(found[..3].iter().any(|id| id == line), "{found:?}");
}
