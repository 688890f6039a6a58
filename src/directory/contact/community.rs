//! Services of one religious or cultural community, or of the armed forces, by their names: the data
//! have no audience for these.

use super::Contact;
use crate::directory::Audience;
use crate::i18n::folding::fold_into;

/// Beginnings of folded words, or of phrases, in the names of services of one community.
const COMMUNITIES: [&str; 37] = [
    "african",
    "africain",
    "arab ",
    "arabe",
    "armenian",
    "armenien",
    "asian",
    "asiatique",
    "black communit",
    "black famil",
    "black social workers",
    "black women",
    "black youth",
    "bouddhiste",
    "buddhist",
    "catholi",
    "chinese ",
    "chinois",
    "christian ",
    "chretien",
    "communautes noires",
    "femmes noires",
    "filipin",
    "hindo",
    "hindu",
    "islami",
    "ismaili",
    "jeunes noirs",
    "jewish",
    "juif",
    "juive",
    "mennonit",
    "muslim",
    "musulman",
    "sikh",
    "somali",
    "tamil",
];

/// Folded names of the organization of services for everybody in the armed forces.
const FORCES: [&str; 2] = ["national defence", "defense nationale"];

impl Contact {
    /// Returns true if its organization is that of the armed forces: its services for everybody are for
    /// everybody there.
    pub fn is_of_the_forces(&self) -> bool {
        let organization = [&self.organization.en, &self.organization.fr];
        let mut organization = organization.into_iter().flatten();
        organization.any(|name| names_one_of(name, &FORCES))
    }

    /// Returns true if its name, or that of its organization, tells of one religious or cultural
    /// community, and it does not state that it serves everybody.
    pub fn is_of_a_community(&self) -> bool {
        if self.serves.contains(&Audience::All) {
            return false;
        }
        let gloss = self.gloss.iter().map(|gloss| gloss.fr.as_str());
        let names = [&self.name, &self.organization].into_iter();
        let names = names.flat_map(|name| [name.en.as_deref(), name.fr.as_deref()]);
        names.flatten().chain(gloss).any(names_a_community)
    }
}

/// Returns true if a name or a text has the word for a community.
pub fn names_a_community(name: &str) -> bool {
    names_one_of(name, &COMMUNITIES)
}

/// Returns true if a name has a word that begins with one of these.
fn names_one_of(name: &str, beginnings: &[&str]) -> bool {
    let mut folded = String::with_capacity(name.len() + 2);
    folded.push(' ');
    fold_into(name, &mut folded);
    folded.push(' ');
    folded.retain(|letter| letter.is_alphanumeric() || letter == ' ');
    // Only the beginnings of words are compared: a search of the whole name for each of these was a
    // tenth of an import.
    let begins = |(at, _)| {
        let word = &folded[at + 1..];
        beginnings.iter().any(|one| word.starts_with(one))
    };
    folded.match_indices(' ').any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_of_communities() {
        for name in [
            "Jewish Family and Child (Toronto)",
            "Catholic Children’s Aid Society",
            "société juive d’aide à l’enfance",
            "Black Youth Helpline",
        ] {
            assert!(names_a_community(name), "{name}");
        }
        for name in [
            "Children’s Aid Society of Toronto",
            "Black Creek Community Centre",
            "Christianne’s House",
            "Société d’aide à l’enfance",
        ] {
            assert!(!names_a_community(name), "{name}");
        }
    }
}
