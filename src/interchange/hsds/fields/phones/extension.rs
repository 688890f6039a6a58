//! Extension of a number, in a field of its own.

use super::super::clean::field;
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
    /// Reads the extension of a number.
    pub(super) fn of(item: &Node<'_>) -> Self {
        let named = NAMES.iter().find_map(|name| item.get(name));
        match named {
            Some(Node::Number(number)) if number.as_f64() == Some(0.0) => Self::Zero,
            Some(Node::Number(number)) => Self::read(&number.to_string()),
            Some(Node::Text(_)) => {
                let text = NAMES.iter().map(|name| field(item, name));
                let text = text.into_iter().find(|text| !text.is_empty());
                Self::read(&text.unwrap_or_default())
            }
            _ => Self::None,
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
        for words in ["ask for Kim", "9025550121", "902-555-0123", "12345678"] {
            assert_eq!(read(json!(words)), Extension::Words(words.to_owned()));
        }
    }
}
