//! Places that must stay unknown: what says so in a record, and the lines of their addresses.

use super::clean::{clean, field, list};
use crate::directory::StreetRedactor;
use crate::directory::secrecy::wording::{
    describes_house, is_safe_house, is_shelter_name, says_secret, says_secret_place,
};
use crate::interchange::flags::{is_no, is_yes};
use crate::interchange::hsds::node::Node;

/// Fields with the addresses of a location.
pub const ADDRESSES: [&str; 4] = [
    "addresses",
    "address",
    "physical_addresses",
    "physical_address",
];

/// Parts of the names of fields of an address that are no line of it.
const NOT_LINES: [&str; 10] = [
    "city",
    "country",
    "id",
    "postal_code",
    "province",
    "region",
    "state",
    "type",
    "county",
    "name",
];

/// Returns true if a record says that its places are secret: a flag, an attribute, or words.
pub fn is_said(service: &Node<'_>, organization: &Node<'_>, places: &[&Node<'_>]) -> bool {
    let about_service = [service, organization].into_iter().any(|owner| {
        let mut texts = texts(owner);
        is_flagged(owner)
            || texts.any(|(name, text)| {
                let is_where = name.contains("address") || name.contains("location");
                says_secret_place(text) || is_where && says_secret(text)
            })
    });
    about_service
        || places.iter().any(|place| is_secret_location(place))
        || addresses(service, &[]).any(is_secret_address)
}

/// Returns true if a record is that of a house whose address must not be known, by its names, its terms or its
/// descriptions; a record of this directory (`is_ours`) has a category for it.
pub fn is_house(
    service: &Node<'_>,
    organization: &Node<'_>,
    places: &[&Node<'_>],
    terms: &[String],
    is_ours: bool,
) -> bool {
    let names = [
        field(service, "name"),
        field(service, "alternate_name"),
        field(organization, "name"),
    ];
    let owners = std::iter::once(&service).chain(places);
    let mut told = owners.flat_map(|owner| texts(owner));
    names.iter().any(|name| is_shelter_name(name))
        || !is_ours
            && (terms.iter().any(|term| describes_house(term))
                || told.any(|(name, text)| name.contains("description") && describes_house(text)))
}

fn is_secret_location(place: &Node<'_>) -> bool {
    let names = ["name", "alternate_name"].map(|name| field(place, name));
    is_flagged(place)
        || names.iter().any(|name| is_shelter_name(name))
        || texts(place).any(|(_, text)| says_secret(text) || is_safe_house(text))
        || addresses(place, &[]).any(is_secret_address)
}

fn is_secret_address(address: &Node<'_>) -> bool {
    let whole = address.as_str().is_some_and(says_secret);
    whole || is_flagged(address) || texts(address).any(|(_, text)| says_secret(text))
}

/// Returns the street lines of all addresses: all fields but those for towns, codes and kinds.
pub fn lines(service: &Node<'_>, places: &[&Node<'_>]) -> Vec<String> {
    let form = StreetRedactor::default();
    let mut lines = Vec::new();
    for address in addresses(service, places) {
        if let Node::Text(text) = address {
            lines.push(clean(text).into_owned());
        }
        for (name, text) in texts(address) {
            let is_line = !NOT_LINES.iter().any(|part| name.contains(part));
            // An attention line has a street, or the name of somebody.
            if is_line && (name != "attention" || form.tells(text)) {
                lines.push(clean(text).into_owned());
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn addresses<'a, 'n>(
    service: &'a Node<'n>,
    places: &'a [&'a Node<'n>],
) -> impl Iterator<Item = &'a Node<'n>> {
    let owners = std::iter::once(service).chain(places.iter().copied());
    owners.flat_map(|owner| ADDRESSES.iter().flat_map(|name| list(owner, name)))
}

/// Returns the fields of an object that are texts.
fn texts<'a>(object: &'a Node<'_>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let fields = object.fields().iter();
    fields.filter_map(|(name, value)| Some((&**name, value.as_str()?)))
}

/// Returns true if a field or an attribute about confidentiality of an object is set.
fn is_flagged(object: &Node<'_>) -> bool {
    let mut set = object.fields().iter().filter(|(name, _)| {
        let has = |part: &str| {
            let mut ends = name.as_bytes().windows(part.len());
            ends.any(|word| word.eq_ignore_ascii_case(part.as_bytes()))
        };
        let is = |word: &str| name.eq_ignore_ascii_case(word);
        has("confidential") || is("is_hidden") || is("undisclosed")
    });
    set.any(|(_, value)| match value {
        Node::Flag(flag) => *flag,
        Node::Number(number) => number.as_f64() != Some(0.0),
        Node::Text(text) => !is_no(text),
        Node::Null => false,
        Node::List(_) | Node::Record(_) => true,
    }) || list(object, "attributes").iter().any(is_flag)
}

/// Returns true for an attribute that says "confidential: yes", or names a secret place.
fn is_flag(attribute: &Node<'_>) -> bool {
    let term = attribute.get("taxonomy_term").unwrap_or(attribute);
    let names = [
        field(attribute, "label"),
        field(term, "name"),
        field(term, "code"),
    ];
    let value = field(attribute, "value").to_lowercase();
    names.iter().any(|name| match value.trim() {
        "" => says_secret_place(name),
        value if is_yes(value) => says_secret(name),
        value => !is_no(value) && says_secret_place(&format!("{name} {value}")),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn secret_places_are_recognized() {
        let said = |place: &serde_json::Value| {
            let place = Node::from(place.clone());
            is_said(&Node::Null, &Node::Null, &[&place])
        };
        for place in [
            json!({"addresses": [{"address_1": "Confidential", "city": "Truro"}]}),
            json!({"name": "Undisclosed location", "addresses": []}),
            json!({"is_confidential": true}),
            json!({"addresses": [{"address_1": "1 Quill Lane", "confidential": "yes"}]}),
            json!({"address": "Confidential, Truro"}),
        ] {
            assert!(said(&place), "{place}");
        }
        let open = json!({"confidential": false, "addresses": [{"address_1": "1 Quill Lane"}]});
        assert!(!said(&open));
    }

    #[test]
    fn every_line_of_an_address_is_one_of_its_lines() {
        let place = Node::from(json!({"addresses": [
            {"id": "a", "attention": "Wren Quill", "address_1": "Unit 3", "street_address": "1 Quill Lane", "city": "Truro"},
            {"attention": "2 Quill Lane", "address_type": "physical"},
        ], "address": "3 Quill Lane, Truro"}));
        let lines = lines(&Node::Null, &[&place]);
        assert_eq!(
            lines,
            [
                "Unit 3",
                "1 Quill Lane",
                "2 Quill Lane",
                "3 Quill Lane, Truro"
            ]
        );
    }
}
