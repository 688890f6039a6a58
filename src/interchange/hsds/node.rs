//! JSON of a record. Texts without escapes are borrowed from the file: most of them are only looked at.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// Value of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// Number.
    Number(Number),
    /// String.
    Text(Cow<'a, str>),
    /// Array.
    List(Vec<Self>),
    /// Object.
    Record(Fields<'a>),
}

/// Fields of an object in the order of the file; of equal names the last one counts.
pub type Fields<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

impl<'a> Node<'a> {
    /// Returns the value of a field; `None` for a missing one, or for another kind of value.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Record(fields) = self else {
            return None;
        };
        let same = |(other, _): &&(Cow<'_, str>, Self)| other == name;
        fields.iter().rev().find(same).map(|(_, value)| value)
    }

    /// Returns the fields of an object; none for another kind of value.
    pub fn fields(&self) -> &[(Cow<'a, str>, Self)] {
        match self {
            Self::Record(fields) => fields,
            _ => &[],
        }
    }

    /// Returns the text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Node<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Values)
    }
}

/// Visitor of values.
struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Node<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node<'de>, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node<'de>, E> {
        Ok(Number::from_f64(number).map_or(Node::Null, Node::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Fields::new();
        while let Some(Name(name)) = entries.next_key()? {
            fields.push((name, entries.next_value()?));
        }
        Ok(Node::Record(fields))
    }
}

/// Name of a field.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_str(Values)? {
            Node::Text(name) => Ok(Self(name)),
            _ => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

#[cfg(test)]
impl Node<'_> {
    /// Returns the value at a path such as `/phones/0/number`.
    pub fn pointer(&self, path: &str) -> Option<&Self> {
        path.split('/')
            .skip(1)
            .try_fold(self, |node, step| match node {
                Node::List(items) => items.get(step.parse::<usize>().ok()?),
                _ => node.get(step),
            })
    }
}

#[cfg(test)]
impl From<serde_json::Value> for Node<'_> {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let fields = fields.into_iter();
                Self::Record(
                    fields
                        .map(|(name, value)| (name.into(), value.into()))
                        .collect(),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn json_is_read_as_it_is_and_texts_are_borrowed() {
        let value = json!({"a": [1, -2, 2.5, null, true, "b"], "c\nd": {"e": "f\"g"}, "": {}});
        let text = value.to_string();
        let read: Node<'_> = serde_json::from_str(&text).unwrap();
        let same = |node: &Node<'_>, value: Value| *node == Node::from(value);
        assert!(same(read.get("a").unwrap(), value["a"].clone()));
        assert!(same(read.get("c\nd").unwrap(), value["c\nd"].clone()));
        let Node::List(items) = read.get("a").unwrap() else {
            unreachable!("a list: {read:?}")
        };
        assert!(matches!(items[5], Node::Text(Cow::Borrowed("b"))));
        let twice: Node<'_> = serde_json::from_str(r#"{"a": 1, "a": 2}"#).unwrap();
        assert_eq!(twice.get("a"), Some(&Node::Number(2.into())));
    }
}
