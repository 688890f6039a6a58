//! Words for attributes: the names of categories, audiences, regions and languages on the screen,
//! in both languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::directory::{Audience, Category, LanguageCode, Region};
use crate::i18n::{Language, Messages};
use crate::search::text::stop_words::is_stop_word;
use crate::search::text::words::{asked_form, words};

/// Attribute of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Documents of a category.
    Category(Category),
    /// Documents for an audience.
    Audience(Audience),
    /// Documents that serve a region.
    Region(Region),
    /// Documents with a language.
    Language(LanguageCode),
}

/// Greatest number of attributes of one word; words with more are ignored (*services*, *victims*).
const MOST_NAMED: usize = 3;

/// Returns the words for attributes.
pub fn names_of_attributes<'a>(
    languages: impl Iterator<Item = &'a LanguageCode>,
) -> Vec<(String, Named)> {
    let mut named: BTreeMap<String, BTreeSet<Named>> = BTreeMap::new();
    let mut add = |id: &str, attribute: &Named| {
        for language in Language::ALL {
            let messages = Messages::of(language);
            if messages.has(id) {
                for word in meaningful(&messages.text(id)) {
                    named.entry(word).or_default().insert(attribute.clone());
                }
            }
        }
    };
    for category in Category::ALL {
        add(&category.message_id(), &Named::Category(category));
    }
    for audience in Audience::ALL {
        if audience != Audience::All {
            add(&audience.message_id(), &Named::Audience(audience));
        }
    }
    for region in Region::ALL {
        if region != Region::Ca {
            add(&region.message_id(), &Named::Region(region));
        }
    }
    for language in languages.collect::<BTreeSet<_>>() {
        add(&language.message_id(), &Named::Language(language.clone()));
    }
    named
        .into_iter()
        .filter(|(_, kinds)| kinds.len() <= MOST_NAMED)
        .flat_map(|(word, kinds)| kinds.into_iter().map(move |kind| (word.clone(), kind)))
        .collect()
}

fn meaningful(text: &str) -> Vec<String> {
    words(text)
        .map(|range| asked_form(&text[range]))
        .filter(|word| word.len() >= 3 && !is_stop_word(word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_name_and_words_without_meaning_do_not() {
        let cree = LanguageCode("cr".into());
        let names = names_of_attributes([&cree].into_iter());
        let kinds_of = |word: &str| {
            let kinds = names.iter().filter(|(name, _)| name == word);
            kinds.map(|(_, kind)| kind.clone()).collect::<Vec<_>>()
        };
        assert_eq!(kinds_of("shelter"), [Named::Category(Category::Shelter)]);
        assert_eq!(
            kinds_of("hebergement"),
            [Named::Category(Category::Shelter)]
        );
        assert_eq!(kinds_of("scotia"), [Named::Region(Region::Ns)]);
        assert_eq!(kinds_of("cri"), [Named::Language(cree)]);
        assert_eq!(kinds_of("services"), []);
    }
}
