//! Extension of a number, in a field of its own.

use super::super::clean::{clean, value};
use crate::directory::phone;
use crate::interchange::hsds::node::Node;

/// Words for none.
const NONE: [&str; 7] = ["", "-", "n/a", "na", "none", "null", "aucun"];
/// Fields with an extension.
const NAMES: [&str; 4] = ["extension", "ext", "phone_extension", "poste"];

/// Extension that stands beside a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Extension {
    /// None.
    #[default]
    None,
    /// The integer 0, which many publishers write for none.
    Zero,
    /// Digits of one or several.
    Digits(Vec<String>),
    /// Words, or too many digits.
    Words(String),
}

impl Extension {
    /// Reads the extension of a number. Several fields may have the same.
    pub(super) fn of(item: &Node<'_>) -> Self {
        let fields = NAMES.iter().filter_map(|name| item.get(name));
        let mut found: Vec<Self> = Vec::new();
        for one in fields.map(Self::of_value) {
            if one != Self::None && !found.contains(&one) {
                found.push(one);
            }
        }
        if found.len() > 1 {
            found.retain(|one| *one != Self::Zero);
        }
        match found.len() {
            0 | 1 => found.pop().unwrap_or_default(),
            _ => {
                let texts: Vec<String> = found.iter().map(Self::text).collect();
                Self::Words(texts.join(" / "))
            }
        }
    }

    fn of_value(value: &Node<'_>) -> Self {
        match value {
            Node::Null | Node::Flag(_) => Self::None,
            Node::Number(number) if number.as_f64() == Some(0.0) => Self::Zero,
            Node::Number(number) => Self::read(&number.to_string()),
            Node::Text(text) => Self::read(&clean(text)),
            Node::List(_) | Node::Record(_) => match scalars(value).join(" / ") {
                text if text.is_empty() => Self::None,
                text => Self::Words(text),
            },
        }
    }

    fn read(text: &str) -> Self {
        let text = text.trim_matches(['"', '\'', ' ']);
        if NONE.contains(&text.to_lowercase().as_str()) {
            return Self::None;
        }
        phone::extensions(text).map_or_else(|| Self::Words(text.to_owned()), Self::Digits)
    }

    /// Returns the extension as written; empty for none.
    pub(super) fn text(&self) -> String {
        match self {
            Self::None | Self::Zero => String::new(),
            Self::Digits(all) => all.join(" / "),
            Self::Words(words) => words.clone(),
        }
    }
}

/// Returns the texts and numbers of a list or an object.
fn scalars(node: &Node<'_>) -> Vec<String> {
    match node {
        Node::List(items) => items.iter().flat_map(scalars).collect(),
        Node::Record(fields) => fields.iter().flat_map(|(_, item)| scalars(item)).collect(),
        Node::Text(_) | Node::Number(_) => vec![value(node).into_owned()],
        Node::Null | Node::Flag(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn digits_are_found_in_the_notations_of_both_languages() {
        let read = |value: serde_json::Value| Extension::of(&json!({ "extension": value }).into());
        let digits =
            |all: &[&str]| Extension::Digits(all.iter().map(|one| (*one).to_owned()).collect());
        for text in [
            "212",
            "ext 212",
            "Ext. 212",
            "poste 212",
            "local 212",
            ",212",
            "x212",
            "#212",
            "212.0",
            "\"212\"",
        ] {
            assert_eq!(read(json!(text)), digits(&["212"]), "{text}");
        }
        assert_eq!(read(json!(212)), digits(&["212"]));
        assert_eq!(read(json!(212.0)), digits(&["212"]));
        assert_eq!(read(json!("0")), digits(&["0"]));
        assert_eq!(read(json!("43, 45")), digits(&["43", "45"]));
        assert_eq!(read(json!("43/45")), digits(&["43", "45"]));
        assert_eq!(read(json!(0)), Extension::Zero);
        for none in [json!(""), json!(null), json!(true), json!("N/A")] {
            assert_eq!(read(none), Extension::None);
        }
        let fields = |value: serde_json::Value| Extension::of(&value.into());
        assert_eq!(
            fields(json!({"extension": null, "ext": "22"})),
            digits(&["22"])
        );
        assert_eq!(
            fields(json!({"extension": 0, "poste": 22})),
            digits(&["22"])
        );
        assert_eq!(
            fields(json!({"extension": "22", "ext": 22})),
            digits(&["22"])
        );
        assert_eq!(
            fields(json!({"extension": "22", "ext": "23"})),
            Extension::Words("22 / 23".to_owned())
        );
        // A form that no standard has.
        for (odd, text) in [
            (json!(["22"]), "22"),
            (json!({"number": 22, "until": null}), "22"),
            (json!(["22", [23]]), "22 / 23"),
        ] {
            assert_eq!(read(odd), Extension::Words(text.to_owned()));
        }
        assert_eq!(read(json!([])), Extension::None);
        for words in ["ask for Kim", "9025550121", "902-555-0123", "12345678"] {
            assert_eq!(read(json!(words)), Extension::Words(words.to_owned()));
        }
    }
}
