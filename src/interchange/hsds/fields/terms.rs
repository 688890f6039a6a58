//! Mapping of terms of other taxonomies to categories and audiences of this directory.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::clean::{field, folded, list, with_folded};
use super::ours::FACT;
use crate::directory::secrecy::wording::describes_house;
use crate::directory::{Audience, Category};
use crate::i18n::{Language, Messages};
use crate::interchange::hsds::node::Node;

/// The taxonomy of an export of havre: its codes are those of categories and audiences.
pub const TAXONOMY: &str = "havre";

/// Categories and audiences given by the terms of a record.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Categories.
    pub categories: Vec<Category>,
    /// Audiences.
    pub serves: Vec<Audience>,
    /// Unmapped terms, as written.
    pub unmatched: Vec<String>,
    /// Keys of the unmapped terms.
    met: FxHashSet<String>,
}

/// Row of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermRow {
    /// Names of terms, in any case and spelling.
    terms: Vec<String>,
    #[serde(default)]
    category: Option<Category>,
    #[serde(default)]
    audience: Option<Audience>,
}

type TermTable = FxHashMap<String, (Option<Category>, Option<Audience>)>;

/// Returns the table of known terms, folded.
fn table() -> &'static TermTable {
    static TABLE: OnceLock<TermTable> = OnceLock::new();
    TABLE.get_or_init(|| {
        let text = include_str!("../../../../assets/interchange/terms.json");
        // A test keeps a damaged table from being released.
        let rows: Vec<TermRow> = serde_json::from_str(text).unwrap_or_default();
        let mut table = TermTable::default();
        for row in rows {
            for term in row.terms {
                let entry = table.entry(key(&term)).or_default();
                entry.0 = entry.0.or(row.category);
                entry.1 = entry.1.or(row.audience);
            }
        }
        for category in Category::ALL {
            table.entry(key(category.slug())).or_default().0 = Some(category);
        }
        for audience in Audience::ALL {
            table.entry(key(audience.slug())).or_default().1 = Some(audience);
        }
        // Directories write terms in the plural or the singular.
        let more: Vec<_> = table
            .iter()
            .map(|(term, row)| (singular(term), *row))
            .collect();
        for (term, row) in more {
            table.entry(term).or_insert(row);
        }
        table
    })
}

/// Returns a normalized term in the singular, as far as an `s` makes the plural.
fn singular(key: &str) -> String {
    let words = key.split(' ').map(|word| match word.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one,
        _ => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Normalizes a term: words without punctuation.
fn key(term: &str) -> String {
    let folded = folded(term);
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '+' {
            c
        } else {
            ' '
        }
    };
    let words: String = folded.chars().map(plain).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Calls `read` with the normalized term. A clean text of letters and single spaces is one when it is folded.
fn with_key<T>(term: &str, read: impl FnOnce(&str) -> T) -> T {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if term.bytes().all(plain) {
        with_folded(term, read)
    } else {
        read(&key(term))
    }
}

/// Maps the terms of a record, for any version of the format.
pub fn of(service: &Node<'_>) -> Terms {
    let mut terms = Terms::default();
    for attribute in list(service, "attributes") {
        let term = attribute.get("taxonomy_term").unwrap_or(attribute);
        let own = field(term, "taxonomy") == TAXONOMY;
        let code = field(term, "code");
        match &*field(attribute, "link_type") {
            FACT if own => {}
            "category" if own => push_new(&mut terms.categories, Category::from_slug(&code)),
            "audience" if own => push_new(&mut terms.serves, Audience::from_slug(&code)),
            _ => terms.add(&field(term, "name")),
        }
    }
    for link in list(service, "service_taxonomys")
        .iter()
        .chain(list(service, "service_taxonomies"))
    {
        let term = link.get("taxonomy").or_else(|| link.get("taxonomy_term"));
        terms.add(&field(term.unwrap_or(link), "name"));
    }
    for name in [
        "taxonomy_terms",
        "taxonomies",
        "categories",
        "keywords",
        "audience",
    ] {
        for term in list(service, name) {
            match term {
                Node::Text(text) => text.split([',', ';']).for_each(|one| terms.add(one)),
                _ => terms.add(&field(term, "name")),
            }
        }
    }
    terms
}

impl Terms {
    fn add(&mut self, term: &str) {
        let term = super::clean::clean(term);
        if term.is_empty() {
            return;
        }
        let known = with_key(&term, |key| match table().get(key) {
            Some(known) => Ok(*known),
            None if self.met.contains(key) => Err(false),
            None => table().get(&singular(key)).copied().ok_or_else(|| {
                self.met.insert(key.to_owned());
                true
            }),
        });
        match known {
            Ok((category, audience)) => {
                push_new(&mut self.categories, category);
                push_new(&mut self.serves, audience);
            }
            Err(true) => self.unmatched.push(term.into_owned()),
            Err(false) => {}
        }
    }
}

/// Returns the category of a term, of a slug or of a name in either language; that of a house is known by its words.
pub fn category(term: &str) -> Option<Category> {
    let named = |term: &str| {
        let key = key(term);
        let row = table().get(&key).or_else(|| table().get(&singular(&key)));
        row.and_then(|(category, _)| *category)
            .or_else(|| names().get(&key).copied())
    };
    let outer = term.split('(').next().unwrap_or_default();
    named(term)
        .or_else(|| named(outer))
        .or_else(|| term.split('/').find_map(named))
        .or_else(|| describes_house(term).then_some(Category::Shelter))
}

/// Returns the categories by their names in both languages, folded.
fn names() -> &'static FxHashMap<String, Category> {
    static NAMES: OnceLock<FxHashMap<String, Category>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let messages = Language::ALL.map(Messages::of);
        let all = Category::ALL.into_iter().flat_map(|category| {
            messages.map(|messages| (key(&messages.text(&category.message_id())), category))
        });
        all.collect()
    })
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    list.extend(item.filter(|item| !list.contains(item)));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_table_is_read_and_every_term_stands_once() {
        let text = include_str!("../../../../assets/interchange/terms.json");
        let rows: Vec<TermRow> = serde_json::from_str(text).unwrap();
        assert!(rows.len() > 20);
        let mut seen = FxHashSet::default();
        for row in rows {
            assert!(
                row.category.is_some() || row.audience.is_some(),
                "{:?}",
                row.terms
            );
            for term in row.terms {
                assert!(seen.insert(key(&term)), "{term}");
            }
        }
    }

    #[test]
    fn terms_of_every_version_are_found_and_unknown_ones_stay() {
        let service = json!({
            "attributes": [{"taxonomy_term": {"name": "Domestic Violence Shelters"}}],
            "service_taxonomys": [{"taxonomy": {"name": "Immigrants"}}],
            "keywords": "counselling, quilting",
            "categories": ["Maison d’hébergement"],
            "taxonomies": [{"name": "Quilting"}],
        });
        let terms = of(&service.into());
        assert_eq!(terms.categories, [Category::Shelter, Category::Counselling]);
        assert_eq!(terms.serves, [Audience::Newcomers]);
        assert_eq!(terms.unmatched, ["Quilting"]);
    }
}
