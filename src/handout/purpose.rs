//! Usual words before the numbers of a discreet page.

use crate::directory::{Category, Contact};
use crate::i18n::Messages;

/// Returns the id of the usual words of a discreet page. Several numbers are told apart by the kind of
/// help, in words that say nothing of violence, flight or the law. A house with beds is named for them.
pub(super) fn words(contact: &Contact, is_one_of_several: bool) -> &'static str {
    use Category as C;
    if !is_one_of_several {
        return "handout-discreet";
    }
    match contact.categories.first() {
        Some(C::DomesticViolence) if contact.categories.contains(&C::Shelter) => {
            "handout-discreet-housing"
        }
        Some(C::Emergency) => "handout-discreet-emergency",
        Some(C::SexualAssault) => "handout-discreet-health",
        Some(C::Shelter) => "handout-discreet-housing",
        Some(C::ChildYouth | C::ChildProtection) => "handout-discreet-family",
        Some(C::LegalHelp | C::Immigration | C::Compensation) => "handout-discreet-forms",
        Some(C::Newcomers | C::Directory) => "handout-discreet-information",
        Some(
            C::Police
            | C::TipLine
            | C::Crown
            | C::CourtSupport
            | C::OffenderInfo
            | C::RestorativeJustice,
        ) => "handout-discreet-office",
        Some(
            C::Trafficking
            | C::VictimSupportLine
            | C::PoliceBasedVs
            | C::CommunityVs
            | C::DomesticViolence
            | C::Counselling
            | C::Indigenous,
        ) => "handout-discreet-talk",
        None => "handout-discreet",
    }
}

/// Returns true if other numbers of a page have the usual words of the one at this index.
pub(super) fn is_repeated(usual: &[&str], index: usize) -> bool {
    let words = usual.get(index);
    usual.iter().filter(|other| Some(*other) == words).count() > 1
}

/// Returns words that tell a number from another with the same usual words: the town of a local service, or
/// that the number always answers. A name would identify the service.
pub(super) fn beside(contact: &Contact, messages: &Messages) -> Option<String> {
    let town = contact.places.first().filter(|_| contact.is_local());
    let always = contact.always_open.then(|| messages.text("state-always"));
    town.cloned().or(always)
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::directory::{Caller, Contact};
    use crate::handout::{Discreet, Kind, Options, page};
    use crate::i18n::Language;

    #[test]
    fn numbers_with_the_same_words_are_told_apart_by_town_or_hours_never_by_name() {
        let contacts = Assets::embedded().contacts().unwrap();
        let ids = ["ns-thans-line", "ns-211", "ns-bryony-house", "ns-adsum"];
        let some = ids.map(|id| {
            let mut starts = contacts.iter().filter(|one| one.id.starts_with(id));
            starts.next().unwrap_or_else(|| panic!("no {id}"))
        });
        let options = Options {
            kind: Kind::Sms,
            languages: vec![Language::En],
            discreet: Some(Discreet::default()),
        };
        let text = page(&some, &options, Caller::UNKNOWN);
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            lines[2].starts_with("3. Housing 902-422-7650"),
            "a bed is a bed: {text}"
        );
        assert!(lines[2].ends_with("(Halifax)"), "{text}");
        assert!(lines[3].starts_with("4. Housing"), "{text}");
        assert!(
            !text.contains("Bryony") && !text.contains("Adsum"),
            "{text}"
        );
    }

    #[test]
    fn a_line_of_two_houses_is_given_once_unless_each_has_its_own_words() {
        let contacts = Assets::embedded().contacts().unwrap();
        let contact = |id: &str| contacts.iter().find(|one| one.id == id).unwrap();
        let house = contact("ns-bryony-house");
        let sister = Contact {
            id: "ns-sister-house".to_owned(),
            places: vec!["Truro".to_owned()],
            ..house.clone()
        };
        let said = |some: &[&Contact], words: Option<&str>| {
            let words = words.map(str::to_owned);
            let options = Options {
                kind: Kind::Sms,
                languages: vec![Language::En],
                discreet: Some(Discreet { words }),
            };
            page(some, &options, Caller::UNKNOWN)
        };
        let number = house.phones[0].dialled();
        assert_eq!(said(&[house, &sister], None), said(&[house], None));
        let line = contact("ca-988");
        let three = [house, &sister, line];
        let both = format!("1. Housing {number}\n2. To talk 988\n");
        assert_eq!(said(&three, None), both);
        let both = format!("Ann {number}\nclinic 988\n");
        assert_eq!(said(&three, Some("Ann / clinic")), both);
        let all = format!("Ann {number}\nBea {number}\nclinic 988\n");
        assert_eq!(said(&three, Some("Ann / Bea / clinic")), all);
    }
}
