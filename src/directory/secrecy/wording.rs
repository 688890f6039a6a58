//! Words by which places that must stay unknown are recognized, in packs, in files and in own contacts.

use super::phrases::{Phrases, is_among};

/// Words for a secret address.
static SECRET: Phrases = Phrases::of(&[
    "confidential",
    "confidentiality",
    "confidentialite",
    "confidentiel",
    "confidentielle",
    "undisclosed",
    "not disclosed",
    "non divulgue",
    "non divulguee",
    "pas divulgue",
    "pas divulguee",
    "secret",
    "secrete",
    "withheld",
]);

/// Words for a place that can be secret.
const PLACES: [&str; 9] = [
    "address",
    "addresse",
    "adresse",
    "location",
    "emplacement",
    "lieu",
    "lieux",
    "endroit",
    "whereabout",
];

/// Words for houses, which are secret only directly behind the word for it.
const HOUSES: [&str; 9] = [
    "house",
    "home",
    "shelter",
    "site",
    "maison",
    "refuge",
    "residence",
    "facility",
    "hebergement",
];

/// Words before the verb "address".
const VERB: [&str; 9] = [
    "to", "we", "they", "that", "who", "and", "help", "helps", "can",
];

/// Words for a house of which nobody may know where it is.
static SAFE_HOUSES: Phrases = Phrases::of(&["safe house", "safehouse", "maison sure"]);

/// Words that tell where a place is, in somebody's own notes.
static LOCATED: Phrases = Phrases::of(&["located", "situe", "situee"]);

/// Words that mean the same in somebody's own notes; a directory has private rooms and parking, too.
static PRIVATE: Phrases = Phrases::of(&["private", "prive", "privee"]);

/// Words in names of shelters and of places easily taken for one.
static SHELTERS: Phrases = Phrases::of(&[
    "shelter",
    "safe house",
    "safehouse",
    "transition house",
    "transition home",
    "second stage",
    "refuge",
    "hebergement",
    "maison sure",
    "maison de transition",
    "women s house",
    "maison d accueil",
    "auberge du coeur",
    "gite",
]);

/// Beginnings of the words for those whom somebody may look for.
const SOUGHT: [&str; 12] = [
    "wom", "femme", "girl", "fille", "victim", "surviv", "traffick", "traite", "violen", "abus",
    "battu", "fleeing",
];

/// Beginnings of words by which a sentence is about the houses of others.
const OF_OTHERS: [&str; 20] = [
    "refer",
    "orient",
    "accompa",
    "transport",
    "find",
    "trouv",
    "recherch",
    "search",
    "access",
    "acces",
    "liais",
    "list",
    "near",
    "pres",
    "not",
    "pas",
    "animal",
    "animaux",
    "bus",
    "day",
];

/// Most words between a house and those it is for.
const FOR_WHOM: usize = 6;

/// Returns true if words say that an address is secret.
pub fn says_secret(text: &str) -> bool {
    SECRET.are_in(text)
}

/// Returns true if somebody's own words say that an address is secret.
pub fn says_private(text: &str) -> bool {
    says_secret(text) || PRIVATE.are_in(text)
}

/// Returns true if a name or a note of somebody's own means that the place is secret.
pub fn means_secret_place(text: &str) -> bool {
    says_private(text) || is_shelter_name(text)
}

/// Returns true if somebody's own description is that of a secret place, or of a house that is one.
pub fn describes_secret_place(text: &str) -> bool {
    says_secret_at(text) || describes_house(text)
}

/// Returns true if somebody's own description says that the place is secret.
pub fn says_secret_at(text: &str) -> bool {
    says_secret_place(text) || says_secret(text) && LOCATED.are_in(text)
}

/// Returns true if a name is that of a shelter.
pub fn is_shelter_name(text: &str) -> bool {
    SHELTERS.are_in(text)
}

/// Returns true if a text is about a safe house.
pub fn is_safe_house(text: &str) -> bool {
    SAFE_HOUSES.are_in(text)
}

/// Returns true if a description is that of a house for those whom somebody may look for: a sentence begins with
/// the house ("Emergency shelter"), or names them beside it ("a refuge for women"). The houses of others, to
/// which a service refers, are none.
pub fn describes_house(text: &str) -> bool {
    let starts = |word: &&str, list: &[&str]| list.iter().any(|start| word.starts_with(start));
    let is_sought = |words: &[&str]| words.iter().any(|word| starts(word, &SOUGHT));
    SHELTERS.stand_in(text, |words, at| {
        let before = &words[..at.start];
        let after = &words[at.end..words.len().min(at.end + FOR_WHOM)];
        let near = &words[at.start.saturating_sub(3)..at.start];
        // A refuge by day ("de jour") is no house.
        let is_by_day = after.iter().take(2).any(|word| *word == "jour");
        // "Gîte" alone is any house for guests.
        let is_first = at.start <= 2 && words[at.start] != "gite";
        !is_by_day
            && !before.iter().any(|word| starts(word, &OF_OTHERS))
            && (is_first || is_sought(after) || is_sought(near))
    })
}

/// Returns true if a sentence says that a place is secret, and not only what is said there: "the address is
/// confidential", "undisclosed location".
pub fn says_secret_place(text: &str) -> bool {
    SECRET.stand_in(text, |words, at| {
        let is_place = |at: usize| {
            let verb = at > 0 && words[at] == "address" && VERB.contains(&words[at - 1]);
            !verb && is_among(words[at], &PLACES)
        };
        (at.start.saturating_sub(7)..at.start).any(is_place)
            || (at.end..words.len().min(at.end + 3)).any(is_place)
            || words
                .get(at.end)
                .is_some_and(|word| is_among(word, &HOUSES))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_notes_say_that_an_address_is_private() {
        for text in ["private address", "Adresse privée", "CONFIDENTIALITY"] {
            assert!(says_private(text), "{text}");
        }
        assert!(!says_secret("private parking") && !says_private("deprived"));
    }

    #[test]
    fn a_sentence_says_that_a_place_is_secret() {
        for text in [
            "The address is confidential.",
            "Confidential location – do not publish",
            "CONFIDENTIAL ADDRESS",
            "Our locations are not disclosed.",
            "The location of the house is kept secret",
            "Location: undisclosed",
            "Address withheld",
            "Adresse confidentielle",
            "L’adresse n’est pas divulguée.",
            "Un lieu tenu secret",
            "A confidential shelter",
        ] {
            assert!(says_secret_place(text), "{text}");
        }
        for text in [
            "Free, confidential counselling. Our office is at the mall.",
            "We address trauma in a confidential setting.",
            "The shelter offers confidential support",
            "Confidential testing",
            "The location is near the school",
            "Secretary at our address",
            "",
        ] {
            assert!(!says_secret_place(text), "{text}");
        }
    }

    #[test]
    fn a_secret_place_is_not_confidential_help() {
        for text in [
            "Confidential address: ask",
            "Lieu confidentiel",
            "Confidential, located uptown",
        ] {
            assert!(describes_secret_place(text), "{text}");
        }
        assert!(!describes_secret_place("Free confidential counselling"));
        assert!(means_secret_place("Quill Shelter") && !means_secret_place("Quill Centre"));
    }

    #[test]
    fn a_description_is_that_of_a_house() {
        for text in [
            "Hébergement d’urgence pour femmes victimes de violence conjugale",
            "Refuge pour femmes",
            "Transition house for women",
            "A safe house for trafficked women",
            "GÎTE pour victimes de traite",
            "Emergency shelter",
            "Support, counselling and a women’s shelter.",
            "Nous offrons de l’hébergement aux femmes et aux enfants",
            "Maison d’hébergement",
            "Second-stage housing for survivors",
        ] {
            assert!(describes_house(text), "{text}");
        }
        for text in [
            "Referrals to shelters for women",
            "Help with housing, and references to a women’s shelter",
            "Accompagnement vers une maison d’hébergement pour femmes",
            "Aide à trouver un refuge pour femmes",
            "Animal shelter",
            "Counselling for women in the community house",
            "Un gîte touristique",
            "Day refuge for families of victims",
            "Refuge de jour pour les familles des victimes",
            "Clothing for people at a shelter",
            "",
        ] {
            assert!(!describes_house(text), "{text}");
        }
    }

    #[test]
    fn shelters_are_known_by_their_names() {
        for name in ["Maison d’accueil Quill", "Auberge du cœur", "Le Gîte"] {
            assert!(is_shelter_name(name), "{name}");
        }
        assert!(is_shelter_name("Emergency Shelters"));
        assert!(is_shelter_name("Maison d’hébergement Quill"));
        assert!(!is_shelter_name("Sheltering Arms Café"));
    }
}
